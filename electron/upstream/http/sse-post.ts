import type { Outbound, SendFailure } from '../connection.ts';
import type { Remote } from './address.ts';
import { isErrorFor } from './answer.ts';
import type { Quota } from './client.ts';
import { type BodyMode, type Break, HttpExchange, type Receiver, type ResponseHeaders } from './exchange.ts';
import { brokenFailure, httpStatus, redirected, sessionLost, unauthorized } from './failures.ts';
import type { Pause } from './retry-after.ts';

/** The connection, as one of its messages sees it. */
export interface SsePostOwner {
  readonly remote: Remote;
  readonly quota: Quota;
  /** When the server may be asked again. */
  readonly pause: Pause;
  taken(bytes: number): void;
  message(bytes: Buffer, origin: number): void;
  failed(id: number, failure: SendFailure): void;
  gone(post: SsePost): void;
  end(failure: SendFailure): void;
}

/** One message of the 2024-11-05 transport: posted, accepted, and answered elsewhere. */
export class SsePost implements Receiver {
  readonly exchange: HttpExchange;
  readonly #owner: SsePostOwner;
  readonly #out: Outbound;
  #status = 0;
  #counted = true;
  #told = false;

  constructor(owner: SsePostOwner, out: Outbound) {
    this.#owner = owner;
    this.#out = out;
    this.exchange = new HttpExchange(this, owner.quota);
  }

  abort(): void {
    this.#told = true;
    this.exchange.abort();
  }

  started(status: number, headers: ResponseHeaders): BodyMode {
    this.#status = status;
    this.#taken();
    const { remote, pause } = this.#owner;
    pause.hear(status, headers);
    if (status < 300) this.#told = true;
    else if (status < 400) this.#fail(redirected(remote, status, { kind: 'refuse', to: originOf(headers) }));
    else if (status === 401 || status === 403) this.#fail(unauthorized(remote, status));
    else if (status === 404) this.#owner.end(sessionLost(remote));
    else return 'excerpt';
    return 'discard';
  }

  event(): void {
    // Answers come on the connection's own stream.
  }

  ended(body: Buffer, broken: Break | undefined): void {
    this.#taken();
    this.#owner.gone(this);
    const { remote } = this.#owner;
    const { id } = this.#out;
    if (this.#told || id === undefined) return;
    if (broken !== undefined) {
      this.#fail(brokenFailure(remote, broken, this.#status !== 0));
    } else if (isErrorFor(body, id)) {
      this.#told = true;
      this.#owner.message(body, id);
    } else {
      this.#fail(httpStatus(remote, this.#status, body, this.#owner.pause.left));
    }
  }

  #fail(failure: SendFailure): void {
    this.#told = true;
    if (this.#out.id !== undefined) this.#owner.failed(this.#out.id, failure);
  }

  #taken(): void {
    if (!this.#counted) return;
    this.#counted = false;
    this.#owner.taken(this.#out.bytes.length);
  }
}

function originOf(headers: ResponseHeaders): string | undefined {
  const { location } = headers;
  return typeof location === 'string' && URL.canParse(location) ? new URL(location).origin : undefined;
}
