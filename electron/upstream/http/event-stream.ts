import { messagesIn } from './answer.ts';
import type { Remote } from './address.ts';
import type { Quota } from './client.ts';
import { type BodyMode, type Break, HttpExchange, type Receiver, type ResponseHeaders } from './exchange.ts';
import { isEncoded, mediaType } from './post.ts';
import type { Pause } from './retry-after.ts';

/** The connection, as its GET streams see it. */
export interface StreamOwner {
  readonly remote: Remote;
  readonly quota: Quota;
  /** When the server may be asked again. */
  readonly pause: Pause;
  /** 0 to 1. */
  random(): number;
  /** Sends the GET of this exchange; `lastEventId` may be empty. */
  get(exchange: HttpExchange, lastEventId: string): void;
  lost(): void;
}

export type StreamEnd =
  | { readonly kind: 'refused'; readonly status: number }
  /** `messages` counts what came on it; `broken` is absent after a regular end. */
  | { readonly kind: 'ended'; readonly messages: number; readonly broken: Break | undefined };

export interface StreamEvents {
  message(bytes: Buffer): void;
  ended(end: StreamEnd): void;
}

/** One GET event stream from its request to its end; who uses it decides whether to open another. */
export class EventStream implements Receiver {
  readonly #exchange: HttpExchange;
  readonly #events: StreamEvents;
  readonly #pause: Pause;
  readonly #resumedFrom: string;
  #messages = 0;
  #told = false;

  constructor(owner: StreamOwner, lastEventId: string, events: StreamEvents) {
    this.#events = events;
    this.#pause = owner.pause;
    this.#resumedFrom = lastEventId;
    this.#exchange = new HttpExchange(this, owner.quota);
    owner.get(this.#exchange, lastEventId);
  }

  /** Where to resume: the newest id on this stream, or the one it was opened with. */
  get lastEventId(): string {
    return this.#exchange.lastEventId === '' ? this.#resumedFrom : this.#exchange.lastEventId;
  }

  get retryMs(): number | undefined {
    return this.#exchange.retryMs;
  }

  abort(): void {
    this.#told = true;
    this.#exchange.abort();
  }

  started(status: number, headers: ResponseHeaders): BodyMode {
    if (status === 200 && mediaType(headers) === 'text/event-stream' && !isEncoded(headers)) return 'events';
    this.#pause.hear(status, headers);
    this.#tell({ kind: 'refused', status });
    return 'discard';
  }

  event(type: string, data: Buffer): void {
    if (type !== 'message') return;
    for (const message of messagesIn(data)) {
      if (this.#exchange.done) return;
      this.#messages++;
      this.#events.message(message);
    }
  }

  ended(_body: Buffer, broken: Break | undefined): void {
    this.#tell({ kind: 'ended', messages: this.#messages, broken });
  }

  #tell(end: StreamEnd): void {
    if (this.#told) return;
    this.#told = true;
    this.#events.ended(end);
  }
}

const DEFAULT_RETRY_MS = 1000;
const MAX_RETRY_MS = 300_000;
const FIRST_BACK_OFF_MS = 100;
const JITTER = 0.1;
/** A network that comes back, or a computer that wakes, has every stream of every session want back at one moment. */
export const AFTER_BREAK = 1;

/**
 * ms until the next GET: never sooner than the server's `retry`, longer after each fruitless try up to `maxBackOff`,
 * so that a server which closes every stream at once is not asked in a loop. `random` (0 to 1) adds up to `spread`
 * times as much.
 */
export function reconnectDelay(
  retryMs: number | undefined,
  fruitless: number,
  maxBackOff: number,
  random: number,
  spread = JITTER,
): number {
  const wished = Math.min(retryMs ?? DEFAULT_RETRY_MS, MAX_RETRY_MS);
  const backOff =
    fruitless === 0 ? 0 : Math.min(maxBackOff, FIRST_BACK_OFF_MS * 2 ** Math.min(fruitless, 20));
  return Math.max(wished, backOff) * (1 + spread * random);
}
