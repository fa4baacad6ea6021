import {
  type BridgeCommand,
  bridgeContract,
  channelOf,
  type Channels,
  channels,
  popupChannels,
  type Push,
  pushes,
  type PushOf,
  type Wire,
} from '../../shared/ipc/window.ts';
import { issueWords } from '../../shared/issue-words.ts';
import type { Logger } from '../log/logger.ts';
import { errorFacts } from './error-facts.ts';
import { isPageOf, type WindowKind } from './origin.ts';
import { inspectPlain } from './plain-value.ts';
import type { ShellTexts } from './texts/shell-texts.ts';

/** Where a push goes: the WebContents of a window. */
export interface PushTarget {
  readonly id: number;
  isDestroyed(): boolean;
  send(channel: string, value: unknown): void;
}

/** What this needs of Electron's event: where a call comes from. */
export interface CallEvent {
  readonly sender: PushTarget;
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

export interface GateMain {
  handle(
    channel: string,
    listener: (event: CallEvent, input: unknown, request: unknown) => Promise<unknown>,
  ): void;
}

/** Answers one command whose input has been checked. `onProgress` reaches the window that asked, which is `from`. */
export type Answer = (
  name: BridgeCommand,
  input: unknown,
  onProgress: (sentence: string) => void,
  from: WindowKind,
) => Promise<Wire<unknown>>;

export interface IpcGate {
  /** From now on this window may ask, but only what a window of its kind has to ask; its page is ours. */
  trust(id: number, kind: WindowKind): void;
  distrust(id: number): void;
  /**
   * Tells a window something. What does not fit the contract is not sent, nor what a window of its kind does not hear;
   * a window that is gone is passed over.
   */
  push<P extends Push>(target: PushTarget | undefined, name: P, value: PushOf<P>): boolean;
}

const MAX_IN_FLIGHT = 256;
const REQUEST = /^[\w.:-]{1,64}$/;
const refuse = (code: string, message: string): Wire<never> => ({ ok: false, code, message });

interface Allowed {
  readonly commands: ReadonlySet<string>;
  readonly pushes: ReadonlySet<string>;
}
const allowed = ({ commands, pushes: told }: Channels): Allowed => ({
  commands: new Set(commands),
  pushes: new Set(told),
});
const ALLOWED: Readonly<Record<WindowKind, Allowed>> = {
  main: allowed(channels),
  popup: allowed(popupChannels),
};

/**
 * Why a call is refused, or undefined. Only the top frame of a window that the app made, showing the page that belongs
 * into it, may ask, and only what windows of its kind have to ask: who took over the approval window cannot change a
 * rule or a setting, and the main window cannot pass for the approval window. A frame that is gone (`null`) is refused
 * too: what asked may have been replaced by another page meanwhile.
 */
export function whyRefused(
  name: BridgeCommand,
  event: CallEvent,
  trusted: ReadonlyMap<number, WindowKind>,
): string | undefined {
  const kind = trusted.get(event.sender.id);
  if (kind === undefined) return 'an unknown window';
  const frame = event.senderFrame;
  if (frame === null) return 'a frame that is gone';
  if (frame.parent !== null) return 'a frame inside the page';
  if (!isPageOf(kind, frame.url)) return 'a page that does not belong into the window';
  if (!ALLOWED[kind].commands.has(name)) return `the ${kind} window, which has no such command`;
  return undefined;
}

/**
 * The one gate between the pages and the app. A channel is registered for each command of the contract, none can be
 * forgotten and no other exists. Input and output are checked by the contract, and nothing is ever thrown to the page:
 * Electron would pass on the text of an error, which may quote anything.
 */
export function openGate(main: GateMain, answer: Answer, logger: Logger, texts: () => ShellTexts): IpcGate {
  const trusted = new Map<number, WindowKind>();
  let inFlight = 0;

  const push: IpcGate['push'] = (target, name, value) => {
    if (target === undefined || target.isDestroyed()) return false;
    const kind = trusted.get(target.id);
    if (kind === undefined || !ALLOWED[kind].pushes.has(name)) return false;
    const checked = pushes[name].safeParse(value);
    if (!checked.success) {
      logger.error('A push does not fit the contract', { push: name });
      return false;
    }
    target.send(channelOf(name), checked.data);
    return true;
  };

  async function take(
    name: BridgeCommand,
    event: CallEvent,
    input: unknown,
    request: unknown,
  ): Promise<Wire<unknown>> {
    const why = whyRefused(name, event, trusted);
    const from = trusted.get(event.sender.id);
    if (why !== undefined || from === undefined) {
      logger.warn('A call from the wrong place was refused', {
        command: name,
        from: why ?? 'an unknown window',
      });
      return refuse('refused', texts().gate.refused);
    }
    if (request !== undefined && (typeof request !== 'string' || !REQUEST.test(request)))
      return refuse('usage', texts().gate.malformed);
    const looks = inspectPlain(input);
    if (looks === 'too-large') return refuse('too-large', texts().gate.tooLarge);
    if (looks === 'not-plain') return refuse('usage', texts().gate.malformed);
    const spec = bridgeContract[name];
    const checked = spec.input.safeParse(input ?? {});
    if (!checked.success) {
      const issue = checked.error.issues[0];
      return refuse(
        'usage',
        issue === undefined
          ? texts().gate.malformed
          : `This cannot be used: ${issueWords(issue)}.`.slice(0, 400),
      );
    }
    const onProgress = (sentence: string): void => {
      if (spec.progress && request !== undefined) push(event.sender, 'progress', { request, sentence });
    };
    const answered = await answer(name, checked.data, onProgress, from);
    // What is not in the contract does not leave the app.
    return answered.ok
      ? { ok: true, value: spec.output.parse(answered.value) }
      : refuse(answered.code, answered.message);
  }

  for (const name of new Set([...channels.commands, ...popupChannels.commands]))
    main.handle(channelOf(name), async (event, input, request) => {
      if (inFlight >= MAX_IN_FLIGHT) return refuse('busy', texts().gate.busy);
      inFlight++;
      try {
        return await take(name, event, input, request);
      } catch (error) {
        logger.error('A call of the window failed', { command: name, ...errorFacts(error) });
        return refuse('failed', texts().gate.failed);
      } finally {
        inFlight--;
      }
    });

  return {
    trust: (id, kind) => void trusted.set(id, kind),
    distrust: (id) => void trusted.delete(id),
    push,
  };
}
