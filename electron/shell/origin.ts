/** Where the window's page comes from. Nothing else is ever loaded. */
export const SCHEME = 'app';
export const HOST = 'bundle';
export const ORIGIN = `${SCHEME}://${HOST}`;
export const START_URL = `${ORIGIN}/index.html`;
export const POPUP_URL = `${ORIGIN}/approval.html`;

/** The windows that the app makes: the one with everything, and the one that asks about calls. */
export type WindowKind = 'main' | 'popup';
const PAGES: Readonly<Record<WindowKind, string>> = { main: START_URL, popup: POPUP_URL };

/**
 * Whether a URL is the page that belongs into this window. Both pages are of one origin, so a page that was taken over
 * may go to the other one; there it finds nobody who answers.
 */
export function isPageOf(kind: WindowKind, text: string): boolean {
  if (!isOwnUrl(text)) return false;
  const url = new URL(text);
  return `${ORIGIN}${url.pathname}${url.search}` === PAGES[kind];
}

/**
 * Whether a URL is of the window's own origin. Compared by its parts: Node's `URL#origin` is "null" for schemes of our
 * own, and a comparison of beginnings would let `app://bundle.evil/` and `app://bundle@evil/` pass.
 */
export function isOwnUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === '';
}

/** The same for what Electron hands over as an origin, which has a slash behind it in some places. */
export function isOwnOrigin(text: string): boolean {
  return text === ORIGIN || text === `${ORIGIN}/`;
}
