import {
  AFTER_BREAK,
  EventStream,
  reconnectDelay,
  type StreamEnd,
  type StreamOwner,
} from './event-stream.ts';

const MAX_BACK_OFF_MS = 30_000;
const NOT_NOW = 429;

/**
 * Keeps the session's own GET stream open, on which a server sends what belongs to no request (2025-11-25,
 * transports, "Listening for messages"). A server without one (405, or another refusal) is not asked again.
 */
export class Listener {
  readonly #owner: StreamOwner;
  readonly #message: (bytes: Buffer) => void;
  #stream: EventStream | undefined;
  #timer: NodeJS.Timeout | undefined;
  #lastEventId = '';
  #retryMs: number | undefined;
  #fruitless = 0;
  #opened = false;
  #stopped = false;

  constructor(owner: StreamOwner, message: (bytes: Buffer) => void) {
    this.#owner = owner;
    this.#message = message;
    this.#open();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#stream?.abort();
  }

  #open(): void {
    const stream = new EventStream(this.#owner, this.#lastEventId, {
      message: this.#message,
      ended: (end) => this.#ended(stream, end),
    });
    this.#stream = stream;
  }

  #ended(stream: EventStream, end: StreamEnd): void {
    if (this.#stopped) return;
    this.#lastEventId = stream.lastEventId;
    this.#retryMs = stream.retryMs ?? this.#retryMs;
    if (end.kind === 'refused') {
      // Some servers without a GET stream say 404; only one that had a stream before means the session.
      if (end.status === 404 && this.#opened) this.#owner.lost();
      if (end.status < 500 && end.status !== NOT_NOW) return;
      this.#fruitless++;
    } else {
      this.#opened ||= end.broken === undefined || end.messages > 0;
      this.#fruitless = end.messages > 0 ? 0 : this.#fruitless + 1;
      if (end.broken?.kind === 'too-large') this.#lastEventId = '';
    }
    const { pause } = this.#owner;
    const spread = end.kind === 'ended' && end.broken !== undefined ? AFTER_BREAK : undefined;
    const random = this.#owner.random();
    const delay = reconnectDelay(this.#retryMs, this.#fruitless, MAX_BACK_OFF_MS, random, spread);
    this.#timer = setTimeout(() => this.#open(), Math.max(delay, pause.left));
  }
}
