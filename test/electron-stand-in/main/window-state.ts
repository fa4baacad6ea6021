import type { BrowserWindow } from './browser-window.ts';
import type { WebContents } from './web-contents.ts';

/** What a window would look like on a desktop. */
export interface WindowState {
  readonly id: number;
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly contents: WebContents;
  destroyed: boolean;
  visible: boolean;
  minimized: boolean;
  maximized: boolean;
  title: string;
  bounds: Electron.Rectangle;
  minimum: { width: number; height: number };
  alwaysOnTop: boolean;
  menuBar: boolean;
  contentProtection: boolean;
  /** Whether it is seen on every workspace. */
  everywhere: boolean;
  flashing: boolean;
  background: string;
}

/** The key of a window's state, which apps do not see. */
export const windowState = Symbol('window state');

/** The windows that there are, in the order they were made. */
export const windows = new Map<number, BrowserWindow>();

/** The window that has the focus. */
export const focus = { window: undefined as BrowserWindow | undefined };

/** The state of a new window. */
export function initialState(
  id: number,
  given: Electron.BrowserWindowConstructorOptions,
  contents: WebContents,
): WindowState {
  const { width = 800, height = 600, x = 0, y = 0, minWidth = 0, minHeight = 0 } = given;
  return {
    id,
    options: given,
    contents,
    destroyed: false,
    visible: false,
    minimized: false,
    maximized: false,
    title: given.title ?? 'Electron',
    bounds: { x, y, width: Math.max(width, minWidth), height: Math.max(height, minHeight) },
    minimum: { width: minWidth, height: minHeight },
    alwaysOnTop: given.alwaysOnTop ?? false,
    menuBar: !given.autoHideMenuBar,
    contentProtection: false,
    everywhere: false,
    flashing: false,
    background: given.backgroundColor ?? '#FFFFFF',
  };
}
