import { type Chromium, startChromium } from '../cdp/chromium.ts';
import type { Wire } from '../cdp/connection.ts';
import { options } from '../core/runtime.ts';

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: Wire;
}

interface Expected {
  readonly is: (target: Attached) => boolean;
  take(target: Attached): void;
}

let chromium: Chromium | undefined;
let creating = 0;
let opened = 0;
const attached = new Map<string, Attached>();
const awaited = new Set<Expected>();
const goneListeners = new Map<string, () => void>();

/** The running Chromium; there is none before the app is ready. */
export function browser(): Chromium {
  if (chromium === undefined) throw new Error('Chromium is not running: the app is not ready.');
  return chromium;
}

/** A page that Chromium opened by itself is closed before it has loaded anything: it waits for a debugger. */
function closeStrangers(): void {
  if (creating > 0) return;
  for (const [targetId, target] of attached) {
    attached.delete(targetId);
    browser().connection.tell('Target.closeTarget', { targetId: target.targetInfo.targetId });
  }
}

function onBrowserEvent(method: string, params: Wire): void {
  if (method === 'Target.attachedToTarget') {
    const { targetId, type } = params.targetInfo;
    if (type !== 'page') {
      browser().connection.tell('Runtime.runIfWaitingForDebugger', {}, params.sessionId);
      return;
    }
    attached.set(targetId, params);
    for (const expected of awaited) if (expected.is(params)) expected.take(params);
    closeStrangers();
  } else if (method === 'Target.targetDestroyed') {
    attached.delete(params.targetId);
    goneListeners.get(params.targetId)?.();
    goneListeners.delete(params.targetId);
  }
}

/** Starts Chromium and takes charge of every page in it. */
export async function startBrowser(extra: readonly string[], onClosed: () => void): Promise<void> {
  chromium = await startChromium(extra, onClosed);
  const { connection } = chromium;
  connection.listen('', onBrowserEvent);
  await connection.send('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'page' }] });
  await connection.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page' }],
  });
}

/**
 * New pages begin with an address that leads to no document. With `about:blank` they would have one at once, and
 * test tools would take it for the app's.
 */
const noDocument = 'javascript:void(0)';

/** Resolves with a page that is attached already or will be. */
function attachedTarget(is: Expected['is']): Promise<Attached> {
  return new Promise((resolve) => {
    const expected: Expected = {
      is,
      take(target) {
        awaited.delete(expected);
        attached.delete(target.targetInfo.targetId);
        resolve(target);
      },
    };
    awaited.add(expected);
    for (const target of attached.values()) if (is(target)) expected.take(target);
  });
}

/** What a new window asks of Chromium. */
export interface TargetOptions {
  readonly width: number;
  readonly height: number;
  readonly browserContextId: string | undefined;
}

async function openPage({ width, height, browserContextId }: TargetOptions): Promise<Attached> {
  const { connection } = browser();
  if (options.headed && browserContextId === undefined) {
    opened += 1;
    const url = `data:text/html,<title>${opened}</title>`;
    browser().openAppWindow(url, width, height);
    return attachedTarget((target) => decodeURIComponent(target.targetInfo.url) === url);
  }
  const parameters = { url: noDocument, newWindow: true, width, height, browserContextId };
  const { targetId } = await connection.send('Target.createTarget', parameters);
  return attachedTarget((target) => target.targetInfo.targetId === targetId);
}

/** Opens an empty page that waits for the debugger; `onGone` hears when it has gone. */
export async function createTarget(
  parameters: TargetOptions,
  onGone: () => void,
): Promise<{ targetId: string; sessionId: string }> {
  creating += 1;
  try {
    const { sessionId, targetInfo } = await openPage(parameters);
    goneListeners.set(targetInfo.targetId, onGone);
    return { targetId: targetInfo.targetId, sessionId };
  } finally {
    creating -= 1;
    closeStrangers();
  }
}

/** Ends Chromium; resolves when nothing of it is left. */
export async function stopBrowser(): Promise<void> {
  await chromium?.close();
}
