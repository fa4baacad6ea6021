import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { systemTimers, type Timers } from './at-most-every.ts';
import { canvas, pagePreferences } from './main-window.ts';
import { POPUP_URL } from './origin.ts';
import { POPUP, popupCorner, popupHeight } from './popup-place.ts';
import { PRODUCT } from './texts/product.ts';
import type { Rectangle } from './window-bounds.ts';

export interface PopupPorts {
  create(options: BrowserWindowConstructorOptions): BrowserWindow;
  readonly preload: string;
  readonly icon: string | undefined;
  readonly devTools: boolean;
  readonly platform: NodeJS.Platform;
  /** What is free of the screen on which the pointer is. */
  area(): Rectangle;
  dark(): boolean;
  /** Once true, closing the window closes it. */
  quitting(): boolean;
  /** A window was made. */
  onMake(window: BrowserWindow): void;
  /** It cannot be seen any more, or its page is gone: nobody looks at a call in it. */
  onUnseen(): void;
  /** Its page cannot be shown: the person has to be asked elsewhere. */
  onBroken(): void;
  log(message: string, facts?: Readonly<Record<string, string>>): void;
  readonly timers?: Timers;
}

/** The window that asks about calls. It is made at the first question and then hidden rather than closed. */
export interface PopupWindow {
  current(): BrowserWindow | undefined;
  /** Shows it, in front of everything. `quiet`: what the person types goes on to where it went before. */
  show(how: 'quiet' | 'focus'): void;
  hide(): void;
  /** Has a page that nobody sees loaded anew. */
  renew(): void;
  /** The page has asked for what it shows. */
  alive(): void;
  /** The page is so high. */
  size(height: number): void;
}

/** For the page to show the new question before the window is seen. */
const SETTLE_MS = 150;
/** A page that does not ask for what it shows within this is not one that a person can answer in. */
const PATIENCE_MS = 10_000;
const AGAIN_MS = 60_000;

/**
 * A window of its own, not a child of the main one, with a title bar of the system: it can be moved and closed
 * everywhere, and a page cannot draw one that lies. It comes up without the focus, so that typing elsewhere cannot
 * answer (attack: an agent calls while the person types, and the next Return allows), and other programs are kept from
 * reading it off the screen where the system offers that (attack: an agent that drives the screen answers itself).
 */
export function popupWindow(ports: PopupPorts): PopupWindow {
  const { timers = systemTimers } = ports;
  let window: BrowserWindow | undefined;
  let wanted: 'no' | 'quiet' | 'focus' = 'no';
  let listens = false;
  let drawn = false;
  let settling: (() => void) | undefined;
  let patience: (() => void) | undefined;
  let height: number = POPUP.minHeight;
  let area: Rectangle | undefined;
  let crashedAt = Number.NEGATIVE_INFINITY;

  const there = (): BrowserWindow | undefined => (window?.isDestroyed() === true ? undefined : window);

  function settle(): void {
    drawn = false;
    settling?.();
    settling = timers.after(SETTLE_MS, () => {
      drawn = true;
      reveal();
    });
  }

  /** The page is being loaded. */
  function expectPage(): void {
    listens = false;
    patience?.();
    patience = timers.after(PATIENCE_MS, () => {
      ports.log('The approval window has no page');
      if (wanted !== 'no') ports.onBroken();
    });
  }

  function reload(made: BrowserWindow): void {
    expectPage();
    made.webContents.reload();
  }

  const fit = (made: BrowserWindow, on: Rectangle): void =>
    made.setContentSize(POPUP.width, popupHeight(height, on));

  function reveal(): void {
    const made = there();
    if (made === undefined || !listens || !drawn || wanted === 'no') return;
    if (!made.isVisible()) {
      area = ports.area();
      fit(made, area);
      const { x, y } = popupCorner(made.getBounds(), area);
      made.setPosition(x, y);
      if (wanted === 'quiet') made.showInactive();
    }
    if (wanted === 'focus') {
      made.show();
      made.focus();
    }
    // Some desktops forget it when a window is hidden.
    made.setAlwaysOnTop(true);
    wanted = 'quiet';
  }

  function hide(): void {
    wanted = 'no';
    const made = there();
    if (made?.isVisible() === true) made.hide();
    ports.onUnseen();
  }

  function crashed(made: BrowserWindow, reason: string): void {
    listens = false;
    ports.onUnseen();
    if (reason === 'clean-exit' || made.isDestroyed()) return;
    ports.log("The approval window's process ended", { reason });
    made.hide();
    const again = timers.now() - crashedAt < AGAIN_MS;
    crashedAt = timers.now();
    patience?.();
    if (!again) reload(made);
    else if (wanted !== 'no') ports.onBroken();
  }

  function make(): BrowserWindow {
    const made = ports.create(popupOptions(ports));
    window = made;
    expectPage();
    made.removeMenu();
    if (ports.platform === 'darwin')
      made.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
    if (ports.platform !== 'linux') made.setContentProtection(true);
    made.on('close', (event) => {
      if (ports.quitting()) return;
      event.preventDefault();
      hide();
    });
    made.on('closed', () => {
      window = undefined;
      listens = false;
      patience?.();
      settling?.();
      ports.onUnseen();
    });
    made.webContents.on('did-navigate', () => {
      expectPage();
      ports.onUnseen();
    });
    made.webContents.on('render-process-gone', (_event, { reason }) => crashed(made, reason));
    ports.onMake(made);
    made.loadURL(POPUP_URL).catch((error: unknown) => {
      ports.log('The page of the approval window did not load', {
        error: error instanceof Error ? error.name : typeof error,
      });
    });
    return made;
  }

  return {
    current: there,
    show(how) {
      if (wanted !== 'focus') wanted = how;
      const made = there() ?? make();
      if (!listens) {
        // A page that crashed twice was left alone; a new question is a new try.
        if (made.webContents.isCrashed()) reload(made);
        return;
      }
      if (made.isVisible()) reveal();
      else settle();
    },
    hide,
    renew() {
      const made = there();
      if (made !== undefined && listens && !made.isVisible()) reload(made);
    },
    alive() {
      listens = true;
      patience?.();
      settle();
    },
    size(now) {
      height = now;
      const made = there();
      if (made === undefined) return;
      if (made.isVisible()) fit(made, area ?? ports.area());
      else if (listens && wanted !== 'no') {
        settling?.();
        drawn = true;
        reveal();
      }
    },
  };
}

function popupOptions(ports: PopupPorts): BrowserWindowConstructorOptions {
  const { icon, preload, devTools } = ports;
  return {
    width: POPUP.width,
    height: POPUP.minHeight,
    useContentSize: true,
    show: false,
    title: PRODUCT,
    backgroundColor: canvas(ports.dark()),
    alwaysOnTop: true,
    skipTaskbar: true,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    autoHideMenuBar: true,
    ...(icon === undefined ? {} : { icon }),
    webPreferences: pagePreferences(preload, devTools),
  };
}
