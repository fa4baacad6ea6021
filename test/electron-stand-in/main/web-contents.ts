import { encodeClone } from '../core/clone.ts';
import { createEvent, guard, guardLife, ImitatedEmitter } from '../core/guard.ts';
import { appEmit } from './app-events.ts';
import { ContentsHost } from './contents-host.ts';
import { sessionOf } from './session.ts';

const events = [
  'did-finish-load',
  'did-fail-load',
  'did-frame-finish-load',
  'did-start-loading',
  'did-stop-loading',
  'did-start-navigation',
  'did-navigate',
  'did-navigate-in-page',
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'render-process-gone',
  'preload-error',
  'console-message',
  'before-input-event',
  'unresponsive',
  'responsive',
  'dom-ready',
  'destroyed',
  'page-title-updated',
  'did-create-window',
  'devtools-opened',
];

const all = new Map<number, WebContents>();
let count = 0;

/** The key of the working side, which apps do not see. */
export const host = Symbol('host');

type Imitated =
  | 'id'
  | 'getURL'
  | 'getTitle'
  | 'loadURL'
  | 'reload'
  | 'send'
  | 'isDestroyed'
  | 'isCrashed'
  | 'isLoading'
  | 'forcefullyCrashRenderer'
  | 'setWindowOpenHandler'
  | 'executeJavaScript'
  | 'setZoomFactor'
  | 'getZoomFactor'
  | 'openDevTools'
  | 'isDevToolsOpened'
  | 'closeDevTools'
  | 'close'
  | 'getType'
  | 'getOSProcessId'
  | 'session'
  | 'mainFrame';

/** What a window hands to the `webContents` it makes. */
export interface ContentsSetup {
  readonly preferences: Electron.WebPreferences;
  readonly target: { readonly width: number; readonly height: number };
  /** The page has gone by itself or was closed. */
  readonly gone: () => void;
}

/** One page as the main process sees it. */
export class WebContents extends ImitatedEmitter implements Pick<Electron.WebContents, Imitated> {
  readonly id: number;
  readonly session: Electron.Session;
  readonly mainFrame: Electron.WebFrameMain;
  readonly [host]: ContentsHost;

  constructor({ preferences, target, gone }: ContentsSetup) {
    super('webContents', events);
    this.id = ++count;
    this.session = preferences.session ?? (sessionOf(preferences.partition ?? '') as Electron.Session);
    const face = guardLife('webContents', this, WebContents, () => this[host]?.page.closed ?? false);
    this[host] = new ContentsHost({
      id: this.id,
      session: this.session,
      preload: preferences.preload,
      target,
      face,
      emit: (event, ...args) => {
        if (event === 'render-process-gone') appEmit(event, createEvent(), face, args[1]);
        return face.emit(event, ...args);
      },
      gone: () => {
        all.delete(this.id);
        face.emit('destroyed');
        gone();
      },
    });
    this.mainFrame = this[host].frame as Electron.WebFrameMain;
    all.set(this.id, face);
    return face;
  }

  getURL(): string {
    return this[host].page.url;
  }

  getTitle(): string {
    return this[host].page.title;
  }

  getType(): 'window' {
    return 'window';
  }

  getOSProcessId(): number {
    return 0;
  }

  loadURL(url: string): Promise<void> {
    return this[host].load(url);
  }

  reload(): void {
    this[host].reload();
  }

  isLoading(): boolean {
    return this[host].isLoading;
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    this[host].page.deliver('message', channel, encodeClone(args));
  }

  isDestroyed(): boolean {
    return this[host].page.closed;
  }

  isCrashed(): boolean {
    return this[host].page.crashed;
  }

  forcefullyCrashRenderer(): void {
    this[host].page.tell('Page.crash');
  }

  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this[host].openHandler = handler;
  }

  executeJavaScript(
    code: string,
    userGesture = false,
  ): ReturnType<Electron.WebContents['executeJavaScript']> {
    return this[host].evaluate(code, userGesture);
  }

  /** Kept, not shown: Chromium offers no zoom here that leaves the page's own measures alone. */
  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this[host].zoom = factor;
  }

  getZoomFactor(): number {
    return this[host].zoom;
  }

  openDevTools(): void {
    this[host].devTools = true;
    this.emit('devtools-opened');
  }

  closeDevTools(): void {
    this[host].devTools = false;
  }

  isDevToolsOpened(): boolean {
    return this[host].devTools;
  }

  close(): void {
    this[host].page.close();
  }
}

/** The page that DevTools clients know by this id; Playwright asks. */
export function fromDevToolsTargetId(targetId: string): WebContents | undefined {
  return [...all.values()].find((contents) => contents[host].page.targetId === targetId);
}

/** The `webContents` module. */
export const webContents = guard('webContents', {
  fromDevToolsTargetId,
  getAllWebContents: () => [...all.values()],
  fromId: (id: number) => all.get(id),
});
