import { isAbsolute } from 'node:path';
import { assertNotSubclassed, createEvent, guard, guardLife, ImitatedEmitter } from '../core/guard.ts';
import { life } from '../core/runtime.ts';
import { appEmit } from './app-events.ts';
import { host, WebContents } from './web-contents.ts';
import {
  appear,
  finishWindow,
  loseFocus,
  placeWindow,
  requestClose,
  sizePage,
  takeFocus,
  watchPage,
} from './window-conduct.ts';
import { focus, initialState, windows, type WindowState, windowState } from './window-state.ts';

const events = [
  'ready-to-show',
  'show',
  'hide',
  'close',
  'closed',
  'focus',
  'blur',
  'minimize',
  'restore',
  'maximize',
  'unmaximize',
  'resize',
  'move',
  'page-title-updated',
  // Never emitted here, but every app may listen for them.
  'unresponsive',
  'responsive',
  'session-end',
  'query-session-end',
];

let count = 0;

type Imitated = Exclude<keyof typeof Electron.BrowserWindow.prototype, keyof NodeJS.EventEmitter>;

/** A window: a page of Chromium, and the state that Electron's window would have around it. */
export class BrowserWindow
  extends ImitatedEmitter
  implements Pick<Electron.BrowserWindow, Extract<Imitated, keyof BrowserWindow>>
{
  readonly [windowState]!: WindowState;

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return focus.window ?? null;
  }

  static fromWebContents(contents: unknown): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window[windowState].contents === contents) ?? null;
  }

  static fromId(id: number): BrowserWindow | null {
    return windows.get(id) ?? null;
  }

  constructor(given: Electron.BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', events);
    assertNotSubclassed(new.target, BrowserWindow);
    if (!life.ready) throw new Error('Cannot create BrowserWindow before app is ready');
    const preferences = { ...given.webPreferences };
    if (preferences.preload !== undefined && !isAbsolute(preferences.preload)) {
      console.error('preload script must have absolute path.');
      delete preferences.preload;
    }
    const face = guardLife('BrowserWindow', this, BrowserWindow, () => this[windowState]?.destroyed ?? false);
    const { width = 800, height = 600 } = given;
    const contents = new WebContents({
      preferences,
      target: { width, height },
      gone: () => finishWindow(face),
    });
    const id = ++count;
    this[windowState] = initialState(id, given, contents);
    windows.set(id, face);
    watchPage(face);
    appEmit('web-contents-created', createEvent(), contents);
    appEmit('browser-window-created', createEvent(), face);
    sizePage(face);
    if (given.show !== false) face.show();
    return face;
  }

  get id(): number {
    return this[windowState].id;
  }

  get webContents(): Electron.WebContents {
    return this[windowState].contents as unknown as Electron.WebContents;
  }

  loadURL(url: string): Promise<void> {
    return this[windowState].contents.loadURL(url);
  }

  reload(): void {
    this[windowState].contents.reload();
  }

  show(): void {
    appear(this);
    takeFocus(this);
  }

  showInactive(): void {
    appear(this);
  }

  hide(): void {
    const state = this[windowState];
    if (!state.visible) return;
    state.visible = false;
    placeWindow(this, 'minimized');
    loseFocus(this);
    this.emit('hide');
  }

  focus(): void {
    takeFocus(this);
  }

  blur(): void {
    loseFocus(this);
  }

  isVisible(): boolean {
    return this[windowState].visible && !this[windowState].minimized;
  }

  isFocused(): boolean {
    return focus.window === this;
  }

  isMinimized(): boolean {
    return this[windowState].minimized;
  }

  minimize(): void {
    if (this[windowState].minimized) return;
    this[windowState].minimized = true;
    placeWindow(this, 'minimized');
    loseFocus(this);
    this.emit('minimize');
  }

  restore(): void {
    if (!this[windowState].minimized) return;
    this[windowState].minimized = false;
    placeWindow(this, 'normal');
    this.emit('restore');
    takeFocus(this);
  }

  maximize(): void {
    if (this[windowState].maximized) return;
    this[windowState].maximized = true;
    this.emit('maximize');
  }

  unmaximize(): void {
    if (!this[windowState].maximized) return;
    this[windowState].maximized = false;
    this.emit('unmaximize');
  }

  isMaximized(): boolean {
    return this[windowState].maximized;
  }

  isFullScreen(): boolean {
    return false;
  }

  close(): void {
    requestClose(this);
  }

  destroy(): void {
    this[windowState].contents[host].page.end();
    finishWindow(this);
  }

  isDestroyed(): boolean {
    return this[windowState].destroyed;
  }

  getBounds(): Electron.Rectangle {
    return { ...this[windowState].bounds };
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    const state = this[windowState];
    const before = state.bounds;
    const next = { ...before, ...bounds };
    next.width = Math.max(next.width, state.minimum.width);
    next.height = Math.max(next.height, state.minimum.height);
    state.bounds = next;
    if (next.x !== before.x || next.y !== before.y) this.emit('move');
    if (next.width !== before.width || next.height !== before.height) {
      sizePage(this);
      this.emit('resize');
    }
  }

  getContentBounds(): Electron.Rectangle {
    return this.getBounds();
  }

  getSize(): number[] {
    return [this[windowState].bounds.width, this[windowState].bounds.height];
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getContentSize(): number[] {
    return this.getSize();
  }

  setContentSize(width: number, height: number): void {
    this.setSize(width, height);
  }

  getMinimumSize(): number[] {
    const { width, height } = this[windowState].minimum;
    return [width, height];
  }

  setMinimumSize(width: number, height: number): void {
    this[windowState].minimum = { width, height };
  }

  getPosition(): number[] {
    return [this[windowState].bounds.x, this[windowState].bounds.y];
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  center(): void {
    const { width, height } = this[windowState].bounds;
    this.setBounds({
      x: Math.max(0, Math.round((1920 - width) / 2)),
      y: Math.max(0, Math.round((1080 - height) / 2)),
    });
  }

  getTitle(): string {
    return this[windowState].title;
  }

  setTitle(title: string): void {
    this[windowState].title = title;
  }

  setMenuBarVisibility(visible: boolean): void {
    this[windowState].menuBar = visible;
  }

  isMenuBarVisible(): boolean {
    return this[windowState].menuBar;
  }

  /** Windows have no menu of their own to show here. */
  setMenu(menu: Electron.Menu | null): void {
    this[windowState].menuBar = menu !== null;
  }

  removeMenu(): void {
    this[windowState].menuBar = false;
  }

  setAlwaysOnTop(flag: boolean): void {
    this[windowState].alwaysOnTop = flag;
  }

  isAlwaysOnTop(): boolean {
    return this[windowState].alwaysOnTop;
  }

  setContentProtection(enable: boolean): void {
    this[windowState].contentProtection = enable;
  }

  isContentProtected(): boolean {
    return this[windowState].contentProtection;
  }

  setVisibleOnAllWorkspaces(visible: boolean): void {
    this[windowState].everywhere = visible;
  }

  isVisibleOnAllWorkspaces(): boolean {
    return this[windowState].everywhere;
  }

  flashFrame(flag: boolean): void {
    this[windowState].flashing = flag;
  }

  moveTop(): void {
    if (this.isVisible()) this[windowState].contents[host].page.tell('Page.bringToFront');
  }

  setBackgroundColor(color: string): void {
    this[windowState].background = color;
  }

  getBackgroundColor(): string {
    return this[windowState].background;
  }

  setSkipTaskbar(): void {}

  setIcon(): void {}

  setProgressBar(): void {}
}

const browserWindow = guard('BrowserWindow', BrowserWindow);
export { browserWindow };
