import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POPUP, popupCorner, popupHeight } from '../../../electron/shell/popup-place.ts';
import { popupWindow } from '../../../electron/shell/popup-window.ts';
import { handTimers } from './support.ts';

class FakeWindow extends EventEmitter {
  readonly did: string[] = [];
  readonly options: BrowserWindowConstructorOptions;
  bounds = { x: 0, y: 0, width: 480, height: 200 };
  shown = false;
  destroyed = false;
  crashed = false;
  readonly webContents = Object.assign(new EventEmitter(), {
    id: 5,
    isCrashed: () => this.crashed,
    reload: () => {
      this.crashed = false;
      this.did.push('reload');
    },
  });
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }
  isDestroyed = () => this.destroyed;
  isVisible = () => this.shown;
  getBounds = () => this.bounds;
  note = (what: string) => void this.did.push(what);
  showInactive(): void {
    this.note('showInactive');
    this.shown = true;
  }
  show(): void {
    this.note('show');
    this.shown = true;
  }
  focus = () => this.note('focus');
  hide(): void {
    this.note('hide');
    this.shown = false;
  }
  setContentSize(width: number, height: number): void {
    this.bounds = { ...this.bounds, width, height };
  }
  setPosition(x: number, y: number): void {
    this.bounds = { ...this.bounds, x, y };
  }
  setAlwaysOnTop = () => {};
  removeMenu = () => this.note('removeMenu');
  setVisibleOnAllWorkspaces = () => this.note('everywhere');
  setContentProtection = (on: boolean) => this.note(`protected ${on}`);
  loadURL(url: string): Promise<void> {
    this.note(url);
    return Promise.resolve();
  }
  crash(reason = 'crashed'): void {
    this.crashed = true;
    this.webContents.emit('render-process-gone', {}, { reason });
  }
  /** What the person does with the button of the title bar. */
  close(): void {
    let kept = false;
    this.emit('close', { preventDefault: () => void (kept = true) });
    if (kept) return;
    this.destroyed = true;
    this.emit('closed');
  }
}

function kit(platform: NodeJS.Platform = 'linux') {
  const made: FakeWindow[] = [];
  const timers = handTimers();
  const seen = { unseen: 0, broken: 0, made: 0 };
  let quitting = false;
  let area = { x: 0, y: 0, width: 1920, height: 1080 };
  const popup = popupWindow({
    create(options) {
      const window = new FakeWindow(options);
      made.push(window);
      return window as unknown as BrowserWindow;
    },
    preload: '/app/popup-preload.cjs',
    icon: undefined,
    devTools: false,
    platform,
    area: () => area,
    dark: () => false,
    quitting: () => quitting,
    onMake: () => void seen.made++,
    onUnseen: () => void seen.unseen++,
    onBroken: () => void seen.broken++,
    log: () => {},
    timers,
  });
  const window = (): FakeWindow => made.at(-1) as FakeWindow;
  /** Asks, and lets the page come up. */
  const ask = (how: 'quiet' | 'focus' = 'quiet'): void => {
    popup.show(how);
    popup.alive();
    popup.size(300);
  };
  return {
    popup,
    made,
    window,
    timers,
    seen,
    ask,
    quit: () => void (quitting = true),
    moveTo: (to: typeof area) => void (area = to),
  };
}

describe('the approval window', () => {
  it('has its page loaded anew only while nobody sees it, and is then shown when that page is there', () => {
    const { popup, window, ask } = kit();
    const reloads = (): number => window().did.filter((what) => what === 'reload').length;
    popup.renew();
    ask();
    popup.renew();
    expect(reloads()).toBe(0);
    popup.hide();
    popup.renew();
    popup.renew();
    expect(reloads()).toBe(1);
    popup.show('quiet');
    popup.size(300);
    expect(window().shown).toBe(false);
    popup.alive();
    popup.size(300);
    expect(window().shown).toBe(true);
  });

  it('is made at the first question, and seen once its page shows it', () => {
    const { popup, made, window, seen } = kit();
    expect(popup.current()).toBeUndefined();
    popup.show('quiet');
    popup.show('quiet');
    expect(made).toHaveLength(1);
    expect(seen.made).toBe(1);
    expect(window().shown).toBe(false);
    popup.size(300);
    expect(window().shown).toBe(false);
    popup.alive();
    expect(window().shown).toBe(false);
    popup.size(300);
    expect(window().shown).toBe(true);
  });

  it('comes up without the focus, so that the next key goes where the last one went', () => {
    const { popup, window, ask } = kit();
    ask();
    popup.show('quiet');
    expect(window().did).toContain('showInactive');
    expect(window().did).not.toContain('show');
    expect(window().did).not.toContain('focus');
  });

  it('takes the focus when the person asks for it, also while it is coming up', () => {
    const { popup, window, ask } = kit();
    ask('focus');
    expect(window().did.slice(-2)).toEqual(['show', 'focus']);
    popup.hide();
    popup.show('focus');
    popup.show('quiet');
    popup.size(300);
    expect(window().did.slice(-2)).toEqual(['show', 'focus']);
  });

  it('is seen after a moment though its page has not said how high it is', () => {
    const { popup, window, timers, ask } = kit();
    ask();
    popup.hide();
    popup.show('quiet');
    expect(window().shown).toBe(false);
    timers.pass(150);
    expect(window().shown).toBe(true);
  });

  it('has every switch of a page that may be hostile, and is nobody’s child', () => {
    const { window, ask } = kit();
    ask();
    const { options } = window();
    expect(options).toMatchObject({
      show: false,
      alwaysOnTop: true,
      resizable: false,
      skipTaskbar: true,
      useContentSize: true,
      width: 480,
    });
    expect(options).not.toHaveProperty('parent');
    expect(options).not.toHaveProperty('modal');
    expect(options.frame ?? true).toBe(true);
    expect(options.webPreferences).toMatchObject({
      preload: '/app/popup-preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      devTools: false,
    });
    expect(window().did).toEqual(expect.arrayContaining(['app://bundle/approval.html', 'removeMenu']));
  });

  it.each([
    ['darwin', ['everywhere', 'protected true']],
    ['win32', ['protected true']],
    ['linux', []],
  ] as const)('is kept from programs that read the screen where %s offers it', (platform, wanted) => {
    const { window, ask } = kit(platform);
    ask();
    expect(window().did.filter((what) => /protected|everywhere/.test(what))).toEqual(wanted);
  });

  it('hides when it is closed, lets go of the calls, and comes back for the next question', () => {
    const { popup, made, window, seen, ask, quit } = kit();
    ask();
    const before = seen.unseen;
    window().close();
    expect(window().shown).toBe(false);
    expect(seen.unseen).toBe(before + 1);
    popup.size(400);
    expect(window().shown).toBe(false);
    popup.show('quiet');
    popup.size(400);
    expect(window().shown).toBe(true);
    expect(made).toHaveLength(1);
    quit();
    window().close();
    expect(popup.current()).toBeUndefined();
  });

  it('grows with its page where it stands, and moves to the screen with the pointer when it comes back', () => {
    const { popup, window, ask, moveTo } = kit();
    ask();
    expect(window().bounds).toEqual({ x: 1424, y: 16, width: 480, height: 300 });
    moveTo({ x: 1920, y: 40, width: 1280, height: 500 });
    popup.size(4000);
    expect(window().bounds).toEqual({ x: 1424, y: 16, width: 480, height: 640 });
    popup.hide();
    popup.show('quiet');
    popup.size(4000);
    expect(window().bounds).toEqual({ x: 2704, y: 56, width: 480, height: 468 });
  });
});

describe('an approval window whose page fails', () => {
  it('is loaded anew after a crash, and asks again', () => {
    const { popup, window, seen, ask } = kit();
    ask();
    const before = seen.unseen;
    window().crash();
    expect(seen.unseen).toBeGreaterThan(before);
    expect(window().did.slice(-2)).toEqual(['hide', 'reload']);
    popup.alive();
    popup.size(300);
    expect(window().shown).toBe(true);
    expect(seen.broken).toBe(0);
  });

  it('leads elsewhere after a second one, and is tried anew at the next question', () => {
    const { popup, window, seen, ask, timers } = kit();
    ask();
    window().crash();
    popup.alive();
    window().crash();
    expect(seen.broken).toBe(1);
    expect(window().did.filter((what) => what === 'reload')).toHaveLength(1);
    popup.show('quiet');
    expect(window().did.filter((what) => what === 'reload')).toHaveLength(2);
    timers.pass(10_000);
    expect(seen.broken).toBe(2);
  });

  it('does not crash in a ring while nobody is asked', () => {
    const { popup, window, seen, ask } = kit();
    ask();
    popup.hide();
    for (let n = 0; n < 5; n++) window().crash();
    expect(window().did.filter((what) => what === 'reload')).toHaveLength(1);
    expect(seen.broken).toBe(0);
  });

  it('leads elsewhere when there is no page, but not for nothing', () => {
    const { popup, seen, timers } = kit();
    popup.show('quiet');
    timers.pass(9999);
    expect(seen.broken).toBe(0);
    timers.pass(1);
    expect(seen.broken).toBe(1);
    const other = kit();
    other.popup.show('quiet');
    other.popup.hide();
    other.timers.pass(20_000);
    expect(other.seen.broken).toBe(0);
  });

  it('leads elsewhere when the page leaves for another one and says nothing any more', () => {
    const { window, seen, ask, timers } = kit();
    ask();
    window().webContents.emit('did-navigate');
    timers.pass(10_000);
    expect(seen.broken).toBe(1);
  });

  it('is made anew when something has destroyed it', () => {
    const { popup, made, window, ask } = kit();
    ask();
    window().destroyed = true;
    window().emit('closed');
    expect(popup.current()).toBeUndefined();
    ask();
    expect(made).toHaveLength(2);
    expect(window().shown).toBe(true);
  });
});

describe('the place of the approval window', () => {
  it('is on the screen, whatever the screen and the page', () => {
    const area = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 300, max: 8000 }),
      height: fc.integer({ min: 240, max: 5000 }),
    });
    fc.assert(
      fc.property(area, fc.double({ min: 80, max: 4000, noNaN: true }), (screen, wanted) => {
        const height = popupHeight(wanted, screen);
        const { x, y } = popupCorner({ width: POPUP.width }, screen);
        expect(height).toBeGreaterThanOrEqual(200);
        expect(height).toBeLessThanOrEqual(640);
        expect(x).toBeGreaterThanOrEqual(screen.x);
        expect(y).toBeGreaterThanOrEqual(screen.y);
        expect(y + height).toBeLessThanOrEqual(screen.y + screen.height);
        if (screen.width >= 512) expect(x + POPUP.width).toBeLessThanOrEqual(screen.x + screen.width);
      }),
    );
  });
});
