import type { Outbound, SendFailure } from '../connection.ts';
import { judgeRedirect, type Remote } from './address.ts';
import { answers, isErrorFor, messagesIn, saysSessionIsGone } from './answer.ts';
import type { Quota } from './client.ts';
import { type BodyMode, type Break, HttpExchange, type Receiver, type ResponseHeaders } from './exchange.ts';
import { brokenFailure, httpStatus, notMcp, redirected, unauthorized, unfinished } from './failures.ts';
import type { Pause } from './retry-after.ts';

/** The connection, as one of its POST requests sees it. */
export interface PostOwner {
  readonly remote: Remote;
  readonly quota: Quota;
  path: string;
  /** A session id has been minted: 404 then means that the session is gone. */
  readonly hasSession: boolean;
  dispatch(post: Post): void;
  /** The response has begun, or never will: the bytes of the request are off our hands. */
  taken(bytes: number): void;
  /** The first accepted answer may carry the session id. */
  accepted(headers: ResponseHeaders): void;
  /** When the server may be asked again. */
  readonly pause: Pause;
  message(bytes: Buffer, origin: number): void;
  failed(id: number, failure: SendFailure): void;
  /** Everything has been said about this message; what is left of its stream is only drained. */
  settled(post: Post): void;
  /** Its exchange has ended. */
  gone(post: Post): void;
  lost(): void;
  /** True when the connection takes over an unanswered request to go on with Last-Event-ID. */
  resume(id: number, lastEventId: string, retryMs: number | undefined): boolean;
  /** True when a refused first request is tried in another way; `giveUp` reports the refusal after all. */
  refused(out: Outbound, giveUp: () => void): boolean;
}

const FALLBACK_STATUS = new Set([400, 404, 405]);

/** One message on its way by POST, and what the server answers on that request. */
export class Post implements Receiver {
  readonly out: Outbound;
  readonly #owner: PostOwner;
  #exchange: HttpExchange;
  #status = 0;
  #mode: BodyMode = 'discard';
  #counted = true;
  #settled = false;
  #follow: string | undefined;
  #hops = 0;

  constructor(owner: PostOwner, out: Outbound) {
    this.#owner = owner;
    this.out = out;
    this.#exchange = new HttpExchange(this, owner.quota);
  }

  get exchange(): HttpExchange {
    return this.#exchange;
  }

  get answering(): boolean {
    return !this.#exchange.done;
  }

  abort(): void {
    this.#settled = true;
    this.#taken();
    this.#exchange.abort();
  }

  /** It could not even be sent. Told later, because nobody expects an answer before `send` has returned. */
  refuse(failure: SendFailure): void {
    this.#taken();
    queueMicrotask(() => this.#fail(failure));
    this.#exchange.abort();
  }

  started(status: number, headers: ResponseHeaders): BodyMode {
    this.#status = status;
    this.#taken();
    this.#owner.pause.hear(status, headers);
    this.#mode = this.#judge(status, headers);
    return this.#mode;
  }

  event(type: string, data: Buffer): void {
    const { id } = this.out;
    if (type !== 'message' || id === undefined) return;
    for (const message of messagesIn(data)) {
      if (this.#exchange.done) return;
      if (!this.#settled && answers(message, id)) this.#settle();
      this.#owner.message(message, id);
    }
  }

  ended(body: Buffer, broken: Break | undefined): void {
    this.#taken();
    if (this.#follow !== undefined) this.#redirect(this.#follow, broken);
    else if (!this.#settled) this.#conclude(body, broken);
    if (this.#exchange.done) this.#owner.gone(this);
  }

  #judge(status: number, headers: ResponseHeaders): BodyMode {
    const owner = this.#owner;
    if (status < 300) return this.#accept(status, headers);
    if (status < 400) {
      const judged = judgeRedirect(owner.remote, owner.path, status, headers['location'], this.#hops);
      if (judged.kind === 'follow') this.#follow = judged.path;
      else this.#fail(redirected(owner.remote, status, judged));
      return 'discard';
    }
    // Told at once, not at the end of the body: the body may never end.
    if (status === 401 || status === 403) this.#fail(unauthorized(owner.remote, status));
    else if (status === 404 && owner.hasSession) owner.lost();
    else return 'excerpt';
    return 'discard';
  }

  #accept(status: number, headers: ResponseHeaders): BodyMode {
    const { remote } = this.#owner;
    this.#owner.accepted(headers);
    if (this.out.id === undefined) {
      this.#settle();
      return 'discard';
    }
    if (isEncoded(headers)) {
      // A few compressed megabytes can stand for gigabytes; we asked for none.
      this.#fail(notMcp(remote, status, 'compressed data that was not asked for'));
      return 'discard';
    }
    const type = mediaType(headers);
    if (type === 'text/event-stream') return 'events';
    if (type === 'application/json') return 'whole';
    this.#fail(notMcp(remote, status, type === 'text/html' ? 'a web page' : 'no message'));
    return 'discard';
  }

  #conclude(body: Buffer, broken: Break | undefined): void {
    const { remote } = this.#owner;
    const { id } = this.out;
    if (id === undefined) {
      this.#settle();
    } else if (this.#mode === 'events') {
      const { lastEventId, retryMs } = this.#exchange;
      const mayResume = broken?.kind !== 'too-large' && lastEventId !== '';
      if (mayResume && this.#owner.resume(id, lastEventId, retryMs)) this.#settled = true;
      else this.#fail(broken === undefined ? unfinished(remote) : brokenFailure(remote, broken, true));
    } else if (this.#mode === 'excerpt' && (broken === undefined || body.length > 0)) {
      this.#refused(id, body);
    } else if (broken !== undefined) {
      this.#fail(brokenFailure(remote, broken, this.#status !== 0));
    } else {
      this.#answer(id, body);
    }
  }

  #answer(id: number, body: Buffer): void {
    let answered = false;
    const messages = messagesIn(body);
    for (const message of messages) {
      if (answers(message, id)) {
        answered = true;
        this.#settle();
      }
      this.#owner.message(message, id);
    }
    if (answered) return;
    const what = messages.length === 0 ? 'an incomplete body' : 'the answer to something else';
    this.#fail(notMcp(this.#owner.remote, this.#status, what));
  }

  /** 4xx and 5xx. The code, message and data of a JSON-RPC error survive (unknown method is HTTP 404 in 2026-07-28). */
  #refused(id: number, body: Buffer): void {
    const report = (): void => {
      if (this.#settled) return;
      const { remote, hasSession, pause } = this.#owner;
      if (isErrorFor(body, id)) {
        this.#settle();
        this.#owner.message(body, id);
      } else {
        this.#fail(httpStatus(remote, this.#status, body, pause.left));
      }
      if (this.#status === 400 && hasSession && saysSessionIsGone(body)) this.#owner.lost();
    };
    if (FALLBACK_STATUS.has(this.#status) && this.#owner.refused(this.out, report)) return;
    report();
  }

  #redirect(path: string, broken: Break | undefined): void {
    this.#follow = undefined;
    if (this.#settled) return;
    if (broken !== undefined) {
      this.#fail(brokenFailure(this.#owner.remote, broken, false));
      return;
    }
    this.#hops++;
    this.#owner.path = path;
    this.#exchange = new HttpExchange(this, this.#owner.quota);
    this.#owner.dispatch(this);
  }

  #fail(failure: SendFailure): void {
    const { id } = this.out;
    if (this.#settled) return;
    this.#settle();
    if (id !== undefined) this.#owner.failed(id, failure);
  }

  #settle(): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#owner.settled(this);
  }

  #taken(): void {
    if (!this.#counted) return;
    this.#counted = false;
    this.#owner.taken(this.out.bytes.length);
  }
}

/** The media type without parameters, lower case; empty when there is none or more than one. */
export function mediaType(headers: ResponseHeaders): string {
  const value = headers['content-type'];
  if (typeof value !== 'string') return '';
  // The two that come with every call.
  if (value === 'application/json' || value === 'text/event-stream') return value;
  return (value.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** True when the body is compressed, or in any other coding. */
export function isEncoded(headers: ResponseHeaders): boolean {
  const value = headers['content-encoding'];
  return value !== undefined && value !== 'identity';
}
