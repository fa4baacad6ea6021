import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { START_URL } from './origin.ts';
import { type BoundsFile, placementOf, type Rectangle, SIZE } from './window-bounds.ts';
import { PRODUCT } from './texts/product.ts';

/** The canvas of the page, so that nothing flashes before it is drawn. */
export const canvas = (dark: boolean): string => (dark ? '#131619' : '#F5F6F7');

/** Every switch of the page's process, also those whose presets are right today. */
export function pagePreferences(preload: string, devTools: boolean) {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    devTools,
  } as const;
}

export interface WindowPorts {
  create(options: BrowserWindowConstructorOptions): BrowserWindow;
  readonly bounds: BoundsFile;
  readonly preload: string;
  readonly icon: string | undefined;
  readonly devTools: boolean;
  screens(): readonly Rectangle[];
  dark(): boolean;
  /** Once true, closing the window closes it. */
  quitting(): boolean;
  /** Hides where a tray can bring it back, minimises where there surely is none. */
  hide(window: BrowserWindow): void;
  /** A window was made, or is gone. */
  onChange(window: BrowserWindow | undefined): void;
  /** Whether the window can be seen may have changed. */
  onVisible(visible: boolean): void;
  log(message: string): void;
}

/** The one window. It is made when it is first shown, and then hidden rather than closed. */
export interface MainWindow {
  current(): BrowserWindow | undefined;
  /** Makes, shows and focuses it. */
  show(): void;
  /** Makes it without showing it. */
  make(): BrowserWindow;
  visible(): boolean;
}

/** A page that never says that it is ready must not stay invisible for ever. */
const PATIENCE_MS = 5000;
const SETTLE_MS = 500;

export function mainWindow(ports: WindowPorts): MainWindow {
  let window: BrowserWindow | undefined;
  let ready = false;
  let wanted = false;
  let maximize = false;

  const visible = (): boolean =>
    window !== undefined && !window.isDestroyed() && window.isVisible() && !window.isMinimized();

  function reveal(): void {
    if (window === undefined || window.isDestroyed() || !ready || !wanted) return;
    if (window.isMinimized()) window.restore();
    // Maximising shows a window, so it waits until it may be seen.
    if (maximize) window.maximize();
    maximize = false;
    window.show();
    window.focus();
  }

  function make(): BrowserWindow {
    if (window !== undefined && !window.isDestroyed()) return window;
    const was = ports.bounds.read();
    const { maximized, ...place } = placementOf(was, ports.screens());
    const made = ports.create({
      ...place,
      minWidth: SIZE.minWidth,
      minHeight: SIZE.minHeight,
      show: false,
      title: PRODUCT,
      backgroundColor: canvas(ports.dark()),
      autoHideMenuBar: true,
      ...(ports.icon === undefined ? {} : { icon: ports.icon }),
      webPreferences: pagePreferences(ports.preload, ports.devTools),
    });
    window = made;
    ready = false;
    maximize = maximized;
    remember(made, ports.bounds, was);
    const becomeReady = (): void => {
      if (ready) return;
      ready = true;
      reveal();
    };
    made.once('ready-to-show', becomeReady);
    const patience = setTimeout(becomeReady, PATIENCE_MS);
    made.on('close', (event) => {
      if (ports.quitting()) return;
      event.preventDefault();
      wanted = false;
      ports.hide(made);
    });
    const changed = (): void => ports.onVisible(visible());
    made.on('show', changed);
    made.on('hide', changed);
    made.on('minimize', changed);
    made.on('restore', changed);
    made.on('closed', () => {
      clearTimeout(patience);
      window = undefined;
      ports.onChange(undefined);
    });
    ports.onChange(made);
    made.loadURL(START_URL).catch((error: unknown) => {
      ports.log(`The page did not load (${error instanceof Error ? error.name : typeof error})`);
    });
    return made;
  }

  return {
    current: () => (window?.isDestroyed() === true ? undefined : window),
    make,
    show() {
      wanted = true;
      make();
      reveal();
    },
    visible,
  };
}

/** Notes where the window is once it has come to rest, and before it goes. */
function remember(window: BrowserWindow, bounds: BoundsFile, was: Rectangle | undefined): void {
  let settling: NodeJS.Timeout | undefined;
  // The size to go back to from a maximised window; what Electron answers for it differs between desktops.
  let normal = was;
  const write = (): void => {
    if (window.isDestroyed() || window.isMinimized()) return;
    const full = window.isMaximized() || window.isFullScreen();
    if (!full) normal = window.getBounds();
    if (normal !== undefined) bounds.write(normal, window.isMaximized());
  };
  const soon = (): void => {
    clearTimeout(settling);
    settling = setTimeout(write, SETTLE_MS);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('close', write);
  window.on('closed', () => clearTimeout(settling));
}
