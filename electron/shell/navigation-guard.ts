import { isOwnUrl } from './origin.ts';

interface Stoppable {
  preventDefault(): void;
}
interface Going extends Stoppable {
  readonly url: string;
}

/** What this needs of a WebContents. */
export interface GuardedContents {
  on(event: 'will-navigate' | 'will-redirect', listener: (event: Going) => void): unknown;
  on(
    event: 'will-frame-navigate',
    listener: (event: Going & { readonly isMainFrame: boolean }) => void,
  ): unknown;
  on(event: 'will-attach-webview', listener: (event: Stoppable) => void): unknown;
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void;
}

/**
 * Keeps a page where it is: it cannot leave its origin (a foreign page would then sit in a window with our bridge), no
 * frame inside it can, it opens no windows and embeds no webviews. A link to a web page is offered to the browser.
 */
export function guardContents(contents: GuardedContents, openLink: (url: string) => void): void {
  const stay = (event: Going): void => {
    if (!isOwnUrl(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', (event) => {
    // The page has no frames; one that appears gets nowhere, not even to our own address.
    if (!event.isMainFrame || !isOwnUrl(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
}
