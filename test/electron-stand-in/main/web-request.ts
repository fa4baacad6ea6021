import { guard } from '../core/guard.ts';

type BeforeListener = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void;
type HeadersListener = (
  details: Electron.OnHeadersReceivedListenerDetails,
  callback: (response: Electron.HeadersReceivedResponse) => void,
) => void;

interface Hook<L> {
  readonly applies: (url: string) => boolean;
  readonly listener: L;
}

function patternFor(text: string): (url: string) => boolean {
  if (text === '<all_urls>') return () => true;
  const match = /^(\*|[a-z][a-z0-9+.-]*):\/\/([^/]*)(\/.*)$/.exec(text);
  if (!match) throw new TypeError(`Invalid url pattern ${text}: Wrong scheme type.`);
  const literal = (part: string): string =>
    part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
  const [, scheme = '', host = '', path = ''] = match;
  const schemes = scheme === '*' ? '(https?|wss?)' : literal(scheme);
  const hosts = host.startsWith('*.')
    ? String.raw`([^/]+\.)?${literal(host.slice(2))}`
    : host === '*'
      ? '[^/]*'
      : literal(host);
  const whole = new RegExp(`^${schemes}://${hosts}(:[0-9]+)?${literal(path)}$`);
  return (url) => whole.test(url.replace(/#.*$/, ''));
}

function hookOf<L>(
  first: Electron.WebRequestFilter | L | null,
  second: L | null | undefined,
): Hook<L> | undefined {
  if (typeof first === 'function' || first === null) {
    return first === null ? undefined : { applies: () => true, listener: first as L };
  }
  if (second === null || second === undefined) return undefined;
  const patterns = (first as Electron.WebRequestFilter).urls.map(patternFor);
  return { applies: (url) => patterns.some((matches) => matches(url)), listener: second };
}

/** The `webRequest` of a session: like Electron it keeps only the last listener of each kind. */
export class WebRequest {
  #before: Hook<BeforeListener> | undefined;
  #headers: Hook<HeadersListener> | undefined;

  /** What the app sees. */
  readonly face = guard('session.webRequest', {
    onBeforeRequest: (
      first: Electron.WebRequestFilter | BeforeListener | null,
      second?: BeforeListener | null,
    ): void => {
      this.#before = hookOf(first, second);
    },
    onHeadersReceived: (
      first: Electron.WebRequestFilter | HeadersListener | null,
      second?: HeadersListener | null,
    ): void => {
      this.#headers = hookOf(first, second);
    },
  });

  get watchesHeaders(): boolean {
    return this.#headers !== undefined;
  }

  /** Asks the app whether a request may leave; never answers when the app never calls back, like Electron. */
  before(details: Electron.OnBeforeRequestListenerDetails): Promise<Electron.CallbackResponse> {
    const hook = this.#before;
    if (!hook?.applies(details.url)) return Promise.resolve({});
    return new Promise((resolve) => hook.listener(details, resolve));
  }

  /** Lets the app change the headers of a response. */
  headers(details: Electron.OnHeadersReceivedListenerDetails): Promise<Electron.HeadersReceivedResponse> {
    const hook = this.#headers;
    if (!hook?.applies(details.url)) return Promise.resolve({});
    return new Promise((resolve) => hook.listener(details, resolve));
  }
}
