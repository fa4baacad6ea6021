/** How long a page's own announcement of a navigation may come after the request: they take different ways. */
const grace = 250;

/**
 * Tells navigations of the page from those that the app or a test tool started: Electron asks `will-navigate` only
 * about the former.
 */
export class NavigationOrigins {
  readonly #expected: string[] = [];
  readonly #requested = new Set<string>();
  #waiting: (() => void) | undefined;

  /** The app starts loading an address; the function it returns takes that back. */
  expect(url: string): () => void {
    this.#expected.push(url);
    return () => this.#take(url);
  }

  /** The page has announced a navigation of one of its frames. */
  requested(frameId: string): void {
    this.#requested.add(frameId);
    this.#waiting?.();
  }

  /** Whether the request of a document comes from the page itself. */
  async isFromPage(frameId: string, url: string): Promise<boolean> {
    if (this.#take(url)) return false;
    if (!this.#requested.has(frameId)) {
      await new Promise<void>((resolve) => {
        this.#waiting = resolve;
        setTimeout(resolve, grace);
      });
      this.#waiting = undefined;
    }
    return this.#requested.delete(frameId);
  }

  #take(url: string): boolean {
    const plain = (address: string): string =>
      address.replace(/#.*$/, '').replace(/^(\w+:\/\/[^/]+)$/, '$1/');
    const at = this.#expected.findIndex((expected) => plain(expected) === plain(url));
    if (at >= 0) this.#expected.splice(at, 1);
    return at >= 0;
  }
}
