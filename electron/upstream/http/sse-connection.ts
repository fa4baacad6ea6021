import type { ConnectionEvents, Outbound, SendFailure, UpstreamConnection } from '../connection.ts';
import { isVisibleAscii, judgeRedirect, type Remote } from './address.ts';
import { messagesIn } from './answer.ts';
import type { HeaderList, Quota } from './client.ts';
import type { HttpPorts } from './connection.ts';
import { type BodyMode, type Break, HttpExchange, type Receiver, type ResponseHeaders } from './exchange.ts';
import { brokenFailure, httpStatus, notMcp, over, paused, redirected, unauthorized } from './failures.ts';
import { ENDPOINT_TIMEOUT_MS, MAX_ID_CHARS, MAX_WAITING, MAX_WAITING_BYTES } from './limits.ts';
import { isEncoded, mediaType } from './post.ts';
import type { Pause } from './retry-after.ts';
import { SsePost, type SsePostOwner } from './sse-post.ts';

const JSON_BODY: HeaderList = [
  'content-type',
  'application/json',
  'accept',
  'application/json, text/event-stream',
];
const EVENTS_ONLY: HeaderList = ['accept', 'text/event-stream'];
const MAX_ENDPOINT_BYTES = 4096;

/**
 * The transport of 2024-11-05: one GET stream, whose first event `endpoint` says where messages are posted, and on
 * which all answers come (without origin). The stream is the session: when it ends, the connection is over. The
 * endpoint must lie in the server's own origin, or a server could send the person's headers elsewhere.
 * After `close` no event fires.
 */
export class SseConnection implements UpstreamConnection, Receiver, SsePostOwner {
  readonly transport = 'sse';
  readonly remote: Remote;
  readonly quota: Quota;
  readonly pause: Pause;
  readonly #events: ConnectionEvents;
  readonly #ports: HttpPorts;
  readonly #ready: () => void;
  readonly #timer: NodeJS.Timeout;
  readonly #posts = new Set<SsePost>();
  #headers: HeaderList;
  #path: string;
  #stream: HttpExchange;
  #status = 0;
  #hops = 0;
  #follow: string | undefined;
  #endpoint: string | undefined;
  #waiting: Outbound[] = [];
  #backlog = 0;
  #over = false;
  #released = false;

  /** `ready` is called once, when the server has named its endpoint. */
  constructor(remote: Remote, events: ConnectionEvents, ports: HttpPorts, ready: () => void) {
    this.remote = remote;
    this.#events = events;
    this.#ports = ports;
    this.#ready = ready;
    this.#path = remote.path;
    this.#headers = [...JSON_BODY, ...remote.headers];
    this.quota = ports.client.quota(remote.id);
    this.pause = ports.client.pause(remote.id);
    this.#timer = setTimeout(() => this.end(this.#noEndpoint()), ENDPOINT_TIMEOUT_MS);
    this.#stream = this.#open();
  }

  get backlog(): number {
    return this.#backlog;
  }

  send(out: Outbound): void {
    const { id } = out;
    const { left, status } = this.pause;
    if (left > 0 && id !== undefined && !this.#over) {
      queueMicrotask(() => this.#events.failed(id, paused(this.remote, status, left)));
      return;
    }
    const waitsTooLong =
      this.#endpoint === undefined &&
      (this.#waiting.length >= MAX_WAITING || this.#backlog + out.bytes.length > MAX_WAITING_BYTES);
    if (this.#over || waitsTooLong) {
      const failure = this.#over ? over(this.remote) : this.#noEndpoint();
      if (id !== undefined) queueMicrotask(() => this.#events.failed(id, failure));
      return;
    }
    this.#backlog += out.bytes.length;
    if (this.#endpoint === undefined) this.#waiting.push(out);
    else this.#post(this.#endpoint, out);
  }

  /** The stream carries every answer, so there is nothing to close; what still waits is not sent. */
  abort(id: number): void {
    const at = this.#waiting.findIndex((out) => out.id === id);
    if (at === -1) return;
    this.#backlog -= this.#waiting[at]?.bytes.length ?? 0;
    this.#waiting.splice(at, 1);
  }

  initialized(protocolVersion: string): void {
    if (!isVisibleAscii(protocolVersion, MAX_ID_CHARS)) return;
    this.#headers = [...JSON_BODY, ...this.remote.headers, 'mcp-protocol-version', protocolVersion];
  }

  close(): Promise<void> {
    this.#stop();
    if (!this.#released) this.#ports.client.release(this.remote.id);
    this.#released = true;
    return Promise.resolve();
  }

  // What the stream reports.

  started(status: number, headers: ResponseHeaders): BodyMode {
    this.#status = status;
    this.pause.hear(status, headers);
    if (status >= 300 && status < 400) {
      const judged = judgeRedirect(this.remote, this.#path, status, headers['location'], this.#hops);
      if (judged.kind === 'follow') this.#follow = judged.path;
      else this.end(redirected(this.remote, status, judged));
      return 'discard';
    }
    if (status === 200 && mediaType(headers) === 'text/event-stream' && !isEncoded(headers)) return 'events';
    if (status >= 400 && status !== 401 && status !== 403) return 'excerpt';
    this.end(
      status < 300 ? notMcp(this.remote, status, 'no event stream') : unauthorized(this.remote, status),
    );
    return 'discard';
  }

  event(type: string, data: Buffer): void {
    if (type === 'endpoint' && this.#endpoint === undefined) this.#name(data);
    if (type !== 'message') return;
    for (const message of messagesIn(data)) this.message(message, undefined);
  }

  ended(body: Buffer, broken: Break | undefined): void {
    if (broken !== undefined) {
      this.end(brokenFailure(this.remote, broken, this.#endpoint !== undefined));
    } else if (this.#follow !== undefined) {
      this.#path = this.#follow;
      this.#follow = undefined;
      this.#hops++;
      this.#stream = this.#open();
    } else if (this.#status >= 400) {
      this.end(httpStatus(this.remote, this.#status, body, this.pause.left));
    } else {
      this.end({ code: 'closed', message: `"${this.remote.id}" has closed its stream. Try again.` });
    }
  }

  // What messages report.

  taken(bytes: number): void {
    this.#backlog -= bytes;
  }

  message(bytes: Buffer, origin: number | undefined): void {
    if (!this.#over) this.#events.message(bytes, origin);
  }

  failed(id: number, failure: SendFailure): void {
    if (!this.#over) this.#events.failed(id, failure);
  }

  gone(post: SsePost): void {
    this.#posts.delete(post);
  }

  end(failure: SendFailure): void {
    if (this.#over) return;
    this.#stop();
    this.#events.closed(failure);
  }

  #open(): HttpExchange {
    const exchange = new HttpExchange(this, this.quota);
    const headers = [...EVENTS_ONLY, ...this.remote.headers];
    const { origin } = this.remote;
    this.#ports.client.dispatch('streams', { origin, path: this.#path, method: 'GET', headers }, exchange);
    return exchange;
  }

  #name(data: Buffer): void {
    const text = data.length <= MAX_ENDPOINT_BYTES ? data.toString('utf8').trim() : '';
    const base = this.remote.origin + this.#path;
    const url = text !== '' && URL.canParse(text, base) ? new URL(text, base) : undefined;
    if (
      url === undefined ||
      url.origin !== this.remote.origin ||
      url.username !== '' ||
      url.password !== ''
    ) {
      const message = `"${this.remote.id}" wants its messages sent to another place than its own address. That is refused.`;
      this.end({ code: 'protocol', message });
      return;
    }
    clearTimeout(this.#timer);
    const endpoint = url.pathname + url.search;
    this.#endpoint = endpoint;
    this.#ready();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const out of waiting) this.#post(endpoint, out);
  }

  #post(path: string, out: Outbound): void {
    const post = new SsePost(this, out);
    this.#posts.add(post);
    const { origin } = this.remote;
    const headers = this.#headers;
    this.#ports.client.dispatch(
      'calls',
      { origin, path, method: 'POST', headers, body: out.bytes },
      post.exchange,
    );
  }

  #stop(): void {
    this.#over = true;
    clearTimeout(this.#timer);
    this.#waiting = [];
    this.#stream.abort();
    for (const post of this.#posts) post.abort();
    this.#posts.clear();
  }

  #noEndpoint(): SendFailure {
    const message = `"${this.remote.id}" did not say in time where its messages go. Try again later.`;
    return { code: 'timeout', message };
  }
}
