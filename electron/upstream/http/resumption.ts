import type { SendFailure } from '../connection.ts';
import type { Remote } from './address.ts';
import { answers } from './answer.ts';
import { EventStream, reconnectDelay, type StreamEnd, type StreamOwner } from './event-stream.ts';
import { brokenFailure, httpStatus, unauthorized, unfinished } from './failures.ts';

const MAX_BACK_OFF_MS = 5000;
const MAX_FAILED_TRIES = 5;
/** A server may let its client poll for a long call (SEP-1699), but not for ever without any sign of progress. */
const MAX_FRUITLESS = 1000;

export interface ResumptionOwner extends StreamOwner {
  message(bytes: Buffer, origin: number): void;
  failed(id: number, failure: SendFailure): void;
  /** The answer has come, or never will. */
  resumed(id: number): void;
}

/**
 * Goes on with a request whose stream ended before its answer: GET with Last-Event-ID after the server's `retry`,
 * again and again until the answer, a refusal, or too many fruitless tries (2025-11-25, "Resumability").
 */
export class Resumption {
  readonly #owner: ResumptionOwner;
  readonly #id: number;
  #lastEventId: string;
  #retryMs: number | undefined;
  #stream: EventStream | undefined;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #fruitless = 0;
  #done = false;

  constructor(owner: ResumptionOwner, id: number, lastEventId: string, retryMs: number | undefined) {
    this.#owner = owner;
    this.#id = id;
    this.#lastEventId = lastEventId;
    this.#retryMs = retryMs;
    this.#wait();
  }

  abort(): void {
    this.#done = true;
    clearTimeout(this.#timer);
    this.#stream?.abort();
  }

  #wait(): void {
    const delay = reconnectDelay(this.#retryMs, this.#fruitless, MAX_BACK_OFF_MS, this.#owner.random());
    this.#timer = setTimeout(() => this.#open(), Math.max(delay, this.#owner.pause.left));
  }

  #open(): void {
    const stream = new EventStream(this.#owner, this.#lastEventId, {
      message: (bytes) => this.#message(bytes),
      ended: (end) => this.#ended(stream, end),
    });
    this.#stream = stream;
  }

  #message(bytes: Buffer): void {
    if (this.#done) return;
    if (!answers(bytes, this.#id)) {
      this.#owner.message(bytes, this.#id);
      return;
    }
    this.abort();
    this.#owner.resumed(this.#id);
    this.#owner.message(bytes, this.#id);
  }

  #ended(stream: EventStream, end: StreamEnd): void {
    if (this.#done) return;
    const { remote } = this.#owner;
    const progress = (end.kind === 'ended' && end.messages > 0) || stream.lastEventId !== this.#lastEventId;
    this.#lastEventId = stream.lastEventId;
    this.#retryMs = stream.retryMs ?? this.#retryMs;
    this.#fruitless = progress ? 0 : this.#fruitless + 1;
    const failure = refusal(end);
    if (failure === 'lost') {
      this.#owner.lost();
      return;
    }
    this.#failures = failure === 'passing' && !progress ? this.#failures + 1 : 0;
    const tired = this.#failures > MAX_FAILED_TRIES || this.#fruitless > MAX_FRUITLESS;
    if (failure === 'final' || tired) this.#giveUp(endFailure(remote, end));
    else this.#wait();
  }

  #giveUp(failure: SendFailure): void {
    this.abort();
    this.#owner.resumed(this.#id);
    this.#owner.failed(this.#id, failure);
  }
}

/** How bad the end of a resumed stream is. */
function refusal(end: StreamEnd): 'none' | 'passing' | 'final' | 'lost' {
  if (end.kind === 'ended') {
    if (end.broken === undefined) return 'none';
    // The same event would come again.
    return end.broken.kind === 'too-large' ? 'final' : 'passing';
  }
  if (end.status === 404) return 'lost';
  return end.status >= 500 || end.status === 429 ? 'passing' : 'final';
}

function endFailure(remote: Remote, end: StreamEnd): SendFailure {
  if (end.kind === 'ended')
    return end.broken === undefined ? unfinished(remote) : brokenFailure(remote, end.broken, true);
  const isAuth = end.status === 401 || end.status === 403;
  return isAuth ? unauthorized(remote, end.status) : httpStatus(remote, end.status, Buffer.alloc(0));
}
