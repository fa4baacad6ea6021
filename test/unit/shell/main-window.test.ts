import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { mainWindow } from '../../../electron/shell/main-window.ts';
import type { Rectangle } from '../../../electron/shell/window-bounds.ts';

class FakeWindow extends EventEmitter {
  readonly did: string[] = [];
  readonly options: BrowserWindowConstructorOptions;
  shown = false;
  minimized = false;
  destroyed = false;
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }
  isDestroyed = () => this.destroyed;
  isVisible = () => this.shown;
  isMinimized = () => this.minimized;
  isMaximized = () => false;
  isFullScreen = () => false;
  getBounds = () => ({ x: 1, y: 2, width: 800, height: 600 });
  show(): void {
    this.did.push('show');
    this.shown = true;
    this.emit('show');
  }
  focus = () => void this.did.push('focus');
  maximize = () => void this.did.push('maximize');
  restore(): void {
    this.did.push('restore');
    this.minimized = false;
  }
  hide(): void {
    this.did.push('hide');
    this.shown = false;
    this.emit('hide');
  }
  loadURL(url: string): Promise<void> {
    this.did.push(url);
    return Promise.resolve();
  }
  close(): boolean {
    let kept = false;
    this.emit('close', { preventDefault: () => void (kept = true) });
    if (!kept) {
      this.destroyed = true;
      this.emit('closed');
    }
    return !kept;
  }
}

function kit(was?: Rectangle & { maximized: boolean }) {
  const made: FakeWindow[] = [];
  const seen: boolean[] = [];
  const written: Rectangle[] = [];
  let quitting = false;
  const main = mainWindow({
    create(options) {
      const window = new FakeWindow(options);
      made.push(window);
      return window as unknown as BrowserWindow;
    },
    bounds: { read: () => was, write: (bounds) => void written.push(bounds) },
    preload: '/app/preload.cjs',
    icon: undefined,
    devTools: false,
    screens: () => [{ x: 0, y: 0, width: 1920, height: 1080 }],
    dark: () => true,
    quitting: () => quitting,
    hide: (window) => window.hide(),
    onChange: () => {},
    onVisible: (visible) => void seen.push(visible),
    log: () => {},
  });
  const window = (): FakeWindow => made.at(-1) as FakeWindow;
  return { main, made, window, seen, written, quit: () => void (quitting = true) };
}

describe('the window', () => {
  it('is made when it is first shown, and shown when the page is drawn', () => {
    const { main, made, window, seen } = kit();
    expect(main.current()).toBeUndefined();
    main.show();
    main.show();
    expect(made).toHaveLength(1);
    expect(window().did).toEqual(['app://bundle/index.html']);
    window().emit('ready-to-show');
    expect(window().did.slice(1)).toEqual(['show', 'focus']);
    expect(seen).toEqual([true]);
    expect(main.visible()).toBe(true);
  });

  it('stays hidden when it was only made', () => {
    const { main, window } = kit();
    main.make();
    window().emit('ready-to-show');
    expect(main.visible()).toBe(false);
    main.show();
    expect(main.visible()).toBe(true);
  });

  it('is shown after a while even if the page never says that it is drawn', () => {
    vi.useFakeTimers();
    try {
      const { main } = kit();
      main.show();
      vi.advanceTimersByTime(4999);
      expect(main.visible()).toBe(false);
      vi.advanceTimersByTime(1);
      expect(main.visible()).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('hides when it is closed, comes back, and closes when the app quits', () => {
    const { main, made, window, seen, quit, written } = kit();
    main.show();
    window().emit('ready-to-show');
    expect(window().close()).toBe(false);
    expect(main.visible()).toBe(false);
    expect(written).toEqual([{ x: 1, y: 2, width: 800, height: 600 }]);
    main.show();
    expect(seen).toEqual([true, false, true]);
    quit();
    expect(window().close()).toBe(true);
    expect(main.current()).toBeUndefined();
    main.show();
    expect(made).toHaveLength(2);
  });

  it('comes up from the task bar', () => {
    const { main, window } = kit();
    main.show();
    window().emit('ready-to-show');
    window().minimized = true;
    expect(main.visible()).toBe(false);
    main.show();
    expect(window().did.slice(-3)).toEqual(['restore', 'show', 'focus']);
  });

  it('opens where it was, maximised only once it may be seen', () => {
    const { main, window } = kit({ x: 5, y: 6, width: 900, height: 700, maximized: true });
    main.make();
    window().emit('ready-to-show');
    expect(window().options).toMatchObject({ x: 5, y: 6, width: 900, height: 700 });
    expect(window().did).not.toContain('maximize');
    main.show();
    main.show();
    expect(window().did.filter((what) => what === 'maximize')).toHaveLength(1);
  });

  it('has the colour of the page from the first moment', () => {
    const { main, window } = kit();
    main.make();
    expect(window().options).toMatchObject({
      show: false,
      backgroundColor: '#131619',
      width: 1100,
      height: 720,
      minWidth: 720,
      minHeight: 520,
    });
  });
});
