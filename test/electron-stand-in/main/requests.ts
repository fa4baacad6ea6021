import type { Wire } from '../cdp/connection.ts';
import type { Page } from './page.ts';
import { isCustomScheme, toApp, toChromium } from './schemes.ts';
import { type SessionParts, partsOf } from './session.ts';

/** A document that a frame is about to request. */
export interface Navigation {
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly frameId: string;
  readonly isRedirect: boolean;
}

/** What decides over a navigation before the network hears of it. */
export interface NavigationGate {
  /** Whether the document may be requested. */
  allows(navigation: Navigation): Promise<boolean>;
  /** Called with the reason when a document of the main frame was refused. */
  refused(code: string): void;
}

interface Ends {
  readonly page: Page;
  readonly contents: object;
  readonly contentsId: number;
  readonly session: object;
  readonly gate: NavigationGate;
}

const kinds: Readonly<Record<string, string>> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Image: 'image',
  Media: 'media',
  Font: 'font',
  Script: 'script',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  WebSocket: 'webSocket',
};

const mapped = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.startsWith('https:') ? toApp(value) : value]),
  );

/** Sends every request of a page the way it goes in Electron: gate, `webRequest`, protocol handler, network. */
export class RequestRouter {
  readonly #ends: Ends;
  readonly #parts: SessionParts;

  constructor(ends: Ends) {
    this.#ends = ends;
    this.#parts = partsOf(ends.session);
  }

  /** Decides over one paused request. */
  async route(paused: Wire): Promise<void> {
    try {
      if (paused.responseStatusCode !== undefined) await this.#response(paused);
      else if (paused.responseErrorReason === undefined) await this.#request(paused);
      else this.#continue(paused);
    } catch (error) {
      console.error(error);
      this.#fail(paused, 'Failed', 'ERR_FAILED');
    }
  }

  async #request(paused: Wire): Promise<void> {
    const { page, gate, contents } = this.#ends;
    const url = toApp(paused.request.url + (paused.request.urlFragment ?? ''));
    const isMainFrame = paused.frameId === page.targetId;
    const isDocument = paused.resourceType === 'Document';
    // Chromium asks for an icon of its own accord; Electron does not.
    if (paused.resourceType === 'Other' && paused.request.url.endsWith('/favicon.ico')) {
      this.#fail(paused, 'Aborted', '');
      return;
    }
    if (isDocument) {
      const isRedirect = paused.redirectedRequestId !== undefined;
      if (!(await gate.allows({ url, isMainFrame, frameId: paused.frameId, isRedirect }))) {
        this.#fail(paused, 'Aborted', 'ERR_ABORTED');
        return;
      }
    }
    const { cancel, redirectURL } = await this.#parts.requests.before(
      this.#details(paused, url) as unknown as Electron.OnBeforeRequestListenerDetails,
    );
    if (cancel) {
      this.#fail(paused, 'BlockedByClient', 'ERR_BLOCKED_BY_CLIENT');
      return;
    }
    if (redirectURL !== undefined) {
      this.#fulfill(paused, 307, [{ name: 'location', value: toChromium(redirectURL) }]);
      return;
    }
    if (isDocument && isMainFrame) {
      await this.#parts.permissions.settle(contents, paused.request.url, await this.#parts.context());
    }
    const scheme = url.slice(0, url.indexOf(':'));
    const handler = this.#parts.protocols.handlers.get(scheme);
    if (handler) await this.#handle(paused, url, handler);
    else if (isCustomScheme(scheme)) this.#fail(paused, 'Failed', 'ERR_UNKNOWN_URL_SCHEME');
    else this.#continue(paused, { interceptResponse: this.#parts.requests.watchesHeaders });
  }

  async #handle(
    paused: Wire,
    url: string,
    handler: (request: Request) => Response | Promise<Response>,
  ): Promise<void> {
    const { method, headers } = paused.request;
    const entries: { bytes?: string }[] = paused.request.postDataEntries ?? [];
    const body = Buffer.concat(entries.map((entry) => Buffer.from(entry.bytes ?? '', 'base64')));
    const withBody = body.length > 0 && method !== 'GET' && method !== 'HEAD' ? { body } : {};
    const response = await handler(new Request(url, { method, headers: mapped(headers), ...withBody }));
    if (!(response instanceof Response) || response.type === 'error') {
      this.#fail(paused, 'Failed', 'ERR_FAILED');
      return;
    }
    const pairs = [...response.headers].map(([name, value]) => ({
      name,
      value: name === 'location' ? toChromium(new URL(value, url).href) : value,
    }));
    const content = Buffer.from(await response.arrayBuffer());
    const status = response.status;
    const changed = await this.#headersReceived(paused, url, status, pairs);
    if (changed === 'cancel') this.#fail(paused, 'BlockedByClient', 'ERR_BLOCKED_BY_CLIENT');
    else this.#fulfill(paused, status, changed, content);
  }

  async #response(paused: Wire): Promise<void> {
    const url = toApp(paused.request.url);
    const changed = await this.#headersReceived(
      paused,
      url,
      paused.responseStatusCode,
      paused.responseHeaders ?? [],
    );
    if (changed === 'cancel') {
      this.#fail(paused, 'BlockedByClient', 'ERR_BLOCKED_BY_CLIENT');
      return;
    }
    this.#ends.page.tell('Fetch.continueResponse', {
      requestId: paused.requestId,
      responseCode: paused.responseStatusCode,
      responseHeaders: changed,
    });
  }

  async #headersReceived(
    paused: Wire,
    url: string,
    statusCode: number,
    pairs: { name: string; value: string }[],
  ): Promise<{ name: string; value: string }[] | 'cancel'> {
    if (!this.#parts.requests.watchesHeaders) return pairs;
    const responseHeaders: Record<string, string[]> = {};
    for (const { name, value } of pairs) (responseHeaders[name] ??= []).push(value);
    const answer = await this.#parts.requests.headers({
      ...this.#details(paused, url),
      statusCode,
      statusLine: `HTTP/1.1 ${statusCode}`,
      responseHeaders,
    } as unknown as Electron.OnHeadersReceivedListenerDetails);
    if (answer.cancel) return 'cancel';
    if (!answer.responseHeaders) return pairs;
    return Object.entries(answer.responseHeaders).flatMap(([name, value]) =>
      [value].flat().map((one) => ({ name, value: one })),
    );
  }

  #details(paused: Wire, url: string): object {
    const { contents, contentsId, page } = this.#ends;
    const isSubFrame = paused.resourceType === 'Document' && paused.frameId !== page.targetId;
    return {
      id: Number.parseInt(String(paused.networkId ?? paused.requestId).replace(/^\D+/, ''), 10) || 0,
      url,
      method: paused.request.method,
      webContents: contents,
      webContentsId: contentsId,
      resourceType: isSubFrame ? 'subFrame' : (kinds[paused.resourceType] ?? 'other'),
      referrer: toApp(paused.request.headers['Referer'] ?? ''),
      timestamp: Date.now(),
      uploadData: [],
    };
  }

  #continue(paused: Wire, more: object = {}): void {
    this.#ends.page.tell('Fetch.continueRequest', { requestId: paused.requestId, ...more });
  }

  #fail(paused: Wire, errorReason: string, code: string): void {
    if (paused.resourceType === 'Document' && paused.frameId === this.#ends.page.targetId && code !== '') {
      this.#ends.gate.refused(code);
    }
    this.#ends.page.tell('Fetch.failRequest', { requestId: paused.requestId, errorReason });
  }

  #fulfill(paused: Wire, responseCode: number, responseHeaders: object[], body?: Buffer): void {
    this.#ends.page.tell('Fetch.fulfillRequest', {
      requestId: paused.requestId,
      responseCode,
      responseHeaders,
      ...(body ? { body: body.toString('base64') } : {}),
    });
  }
}
