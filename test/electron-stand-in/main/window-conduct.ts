import { createEvent } from '../core/guard.ts';
import { life, options } from '../core/runtime.ts';
import { appEmit } from './app-events.ts';
import type { BrowserWindow } from './browser-window.ts';
import type { Page } from './page.ts';
import { host } from './web-contents.ts';
import { focus, windows, windowState } from './window-state.ts';

const pageOf = (window: BrowserWindow): Page => window[windowState].contents[host].page;

async function withRealWindow(page: Page, act: (windowId: number) => Promise<unknown>): Promise<void> {
  const { windowId } = await page.send('Browser.getWindowForTarget');
  await act(windowId as number);
}

/** Moves the real window; only a headed Chromium has one that can be seen. */
export function placeWindow(window: BrowserWindow, state: 'normal' | 'minimized'): void {
  if (!options.headed) return;
  const page = pageOf(window);
  withRealWindow(page, (windowId) =>
    page.send('Browser.setWindowBounds', { windowId, bounds: { windowState: state } }),
  ).catch(() => {});
}

/** Gives the page the size that the window has. */
export function sizePage(window: BrowserWindow): void {
  const page = pageOf(window);
  const { width, height } = window[windowState].bounds;
  withRealWindow(page, (windowId) => page.send('Browser.setContentsSize', { windowId, width, height })).catch(
    () => {},
  );
}

/** Shows a window without giving it the focus. */
export function appear(window: BrowserWindow): void {
  const state = window[windowState];
  state.minimized = false;
  if (state.visible) return;
  state.visible = true;
  placeWindow(window, 'normal');
  window.emit('show');
}

/** Gives a window the focus that another one may have. */
export function takeFocus(window: BrowserWindow): void {
  if (!window.isVisible() || focus.window === window) return;
  if (focus.window) loseFocus(focus.window);
  focus.window = window;
  window[windowState].flashing = false;
  const page = pageOf(window);
  page.tell('Emulation.setFocusEmulationEnabled', { enabled: true });
  page.tell('Page.bringToFront');
  window.emit('focus');
  appEmit('browser-window-focus', createEvent(), window);
}

/** Takes the focus away. */
export function loseFocus(window: BrowserWindow): void {
  if (focus.window !== window) return;
  focus.window = undefined;
  pageOf(window).tell('Emulation.setFocusEmulationEnabled', { enabled: false });
  window.emit('blur');
  appEmit('browser-window-blur', createEvent(), window);
}

/** Tells the app when there is something to see, and what the page calls itself. */
export function watchPage(window: BrowserWindow): void {
  const { contents } = window[windowState];
  let ready = false;
  contents[host].onPaint = () => {
    if (ready || contents.isDestroyed()) return;
    ready = true;
    window.emit('ready-to-show');
  };
  contents[host].onClosedByPerson = () => {
    window.emit('close', createEvent());
  };
  contents[host].onTitle = (title) => {
    const event = createEvent();
    window.emit('page-title-updated', event, title, true);
    if (!event.defaultPrevented) window[windowState].title = title;
  };
}

/** `close()`: asks the app, then lets the page go. */
export function requestClose(window: BrowserWindow): void {
  const event = createEvent();
  window.emit('close', event);
  if (event.defaultPrevented) life.quitting = false;
  else pageOf(window).close();
}

/** The page has gone: so does the window. */
export function finishWindow(window: BrowserWindow): void {
  const state = window[windowState];
  if (state.destroyed) return;
  if (focus.window === window) focus.window = undefined;
  windows.delete(state.id);
  state.destroyed = true;
  state.visible = false;
  window.emit('closed');
  if (windows.size === 0) appEmit('stand-in-all-closed');
}
