import type { CallerConnection } from '../relay/exchange.ts';
import { EventStore, type EventLog, type StoreBudget, type StoreLimits } from './event-store.ts';
import type { Flow } from './flow.ts';
import type { Attendant, GatewayResponse } from './http-message.ts';
import type { Session } from './session.ts';
import { primingEvent, retryField, STREAM_HEADERS } from './sse.ts';
import { StreamWriter } from './stream-writer.ts';

/** What all replies of an endpoint share. */
export interface ReplyShop {
  readonly flow: Flow;
  readonly budget: StoreBudget;
  readonly storeLimits: StoreLimits;
  readonly retryMs: number;
}

/** Told when the client closed the connection before the last answer. */
export interface Caller {
  clientLeft(): void;
}

/**
 * The HTTP response to one POST. It is decided by what comes first: an answer makes it plain JSON; a message that
 * precedes the answer, the server's wish to let the client poll, or a long wait make it an event stream.
 */
export class Reply implements Attendant {
  readonly #shop: ReplyShop;
  readonly #res: GatewayResponse;
  readonly #session: Session | undefined;
  /** Told when the client is gone for good; a session-era client may come back, so it has none. */
  caller: Caller | undefined = undefined;
  /** Monotonic ms of the request. */
  readonly startedAt: number;
  /** Answers still to come. */
  #expected: number;
  /** For a batch that has not become a stream. */
  readonly #collected: Buffer[] | undefined;
  /** `Mcp-Session-Id` of the session that this request may open; a stream must announce it before that is known. */
  mayOpen: string | undefined = undefined;
  /** The session stands. */
  opened = false;
  #state: 'waiting' | 'streaming' | 'over' = 'waiting';
  /** The client closed the connection and cannot come back for the answer. */
  #lost = false;
  #log: EventLog | undefined;
  /** Monotonic ms when the last reader of the stream left. */
  #leftAt = 0;

  constructor(
    shop: ReplyShop,
    res: GatewayResponse,
    session: Session | undefined,
    batch: number | undefined,
  ) {
    this.#shop = shop;
    this.#res = res;
    this.#session = session;
    this.startedAt = shop.flow.now;
    this.#expected = batch ?? 1;
    this.#collected = batch === undefined ? undefined : [];
    res.attend(this);
  }

  get waiting(): boolean {
    return this.#state === 'waiting';
  }

  get connection(): CallerConnection {
    return this.#res.req.socket;
  }

  get now(): number {
    return this.#shop.flow.now;
  }

  /**
   * Session era: since when nobody has been reading, in monotonic ms; undefined while somebody is. For ever when the
   * connection went before there was anything that a client could come back with.
   */
  get unreadSince(): number | undefined {
    if (this.#lost) return -Infinity;
    return this.#state === 'streaming' && this.#log?.readers === 0 ? this.#leftAt : undefined;
  }

  /** One answer; the last one ends the response. */
  answer(bytes: Buffer, status: number): void {
    this.#expected--;
    if (this.#state === 'streaming') {
      this.#log?.append(bytes, true, this.now);
      if (this.#expected === 0) this.#finish();
      return;
    }
    if (this.#state === 'over' || this.#lost) return;
    if (this.#collected !== undefined) {
      this.#collected.push(bytes);
      if (this.#expected === 0) this.#sendCollected();
      return;
    }
    this.#sendJson(status, bytes);
  }

  /** A message before the answer. */
  interim(bytes: Buffer): void {
    if (this.#state === 'waiting') this.startStream();
    this.#log?.append(bytes, false, this.now);
  }

  /** Lets the client go and poll (SEP-1699): only where it understands that, else the stream stays. */
  detach(retryMs: number | undefined): void {
    if (this.#session?.primes !== true || this.#collected !== undefined) return;
    if (this.#state !== 'waiting') {
      this.#log?.letGo(retryMs === undefined ? undefined : retryField(retryMs));
      return;
    }
    this.startStream(retryMs);
    this.#log?.letGo();
  }

  /** No answer will come for one of the requests. */
  withdraw(): void {
    this.#expected--;
    if (this.#expected > 0) return;
    if (this.#state === 'streaming') return this.#finish();
    if (this.#state === 'over' || this.#lost) return;
    if (this.#collected !== undefined && this.#collected.length > 0) return this.#sendCollected();
    this.#state = 'over';
    this.#res.attendant = undefined;
    // Accepted, and nothing to say: the client said itself that it awaits no answer.
    this.#res.writeHead(202, ['Content-Length', '0']);
    this.#res.end();
  }

  /** Makes the response an event stream, if it is nothing yet. */
  startStream(retryMs = this.#shop.retryMs): void {
    if (this.#state !== 'waiting' || this.#lost) return;
    this.#state = 'streaming';
    const { flow, storeLimits, budget } = this.#shop;
    const session = this.#session;
    const store = session?.store ?? new EventStore(storeLimits, budget, false);
    const log = store.open();
    this.#log = log;
    log.onReaderGone = () => {
      this.#leftAt = this.now;
      if (session !== undefined) return;
      this.#state = 'over';
      store.close();
      this.caller?.clientLeft();
    };
    this.#res.writeHead(200, [...STREAM_HEADERS, ...this.#sessionHeader()]);
    this.#res.flushHeaders();
    const writer = new StreamWriter(this.#res, flow, log);
    flow.streams.add(writer);
    if (session?.primes === true) writer.write(primingEvent(log.eventId(store.nextSeq()), retryMs));
    log.attach(writer);
    for (const early of this.#collected?.splice(0) ?? []) log.append(early, true, this.now);
  }

  /** Before the response has begun. Session era: the call goes on, its answer has nobody to go to. */
  connectionClosed(): void {
    if (this.#state !== 'waiting') return;
    this.#lost = true;
    this.caller?.clientLeft();
  }

  #finish(): void {
    this.#state = 'over';
    if (this.#log !== undefined) this.#log.onReaderGone = undefined;
    this.#log?.finish();
  }

  #sendCollected(): void {
    const parts: Buffer[] = [];
    for (const each of this.#collected ?? []) parts.push(COMMA, each);
    parts[0] = OPEN;
    parts.push(CLOSE);
    this.#sendJson(200, Buffer.concat(parts));
  }

  #sendJson(status: number, bytes: Buffer): void {
    this.#state = 'over';
    this.#res.attendant = undefined;
    const headers = ['Content-Type', 'application/json', 'Content-Length', String(bytes.length)];
    if (this.opened) headers.push(...this.#sessionHeader());
    this.#shop.flow.sendWhole(this.#res, status, headers, bytes);
  }

  #sessionHeader(): string[] {
    return this.mayOpen === undefined ? [] : ['Mcp-Session-Id', this.mayOpen];
  }
}

const OPEN = Buffer.from('[');
const COMMA = Buffer.from(',');
const CLOSE = Buffer.from(']');
