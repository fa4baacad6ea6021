import { messageEvent } from './sse.ts';
import type { Source, StreamWriter } from './stream-writer.ts';

/** One message on its way to a client, framed. */
interface StoredEvent {
  readonly log: EventLog;
  readonly seq: number;
  readonly frame: Buffer;
  /** An answer: dropped last, because without it the client waits for ever. */
  readonly answer: boolean;
  readonly at: number;
  sent: boolean;
}

export interface StoreLimits {
  readonly events: number;
  readonly bytes: number;
}

/** What all stores hold together. Above the limit the fullest store gives up its oldest events. */
export class StoreBudget {
  readonly stores = new Set<EventStore>();
  readonly #limit: number;
  #bytes = 0;
  #events = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get events(): number {
    return this.#events;
  }

  /** Books a change; called by the stores. */
  book(bytes: number, events: number): void {
    this.#bytes += bytes;
    this.#events += events;
  }

  /** Makes room until the limit holds. */
  enforce(): void {
    while (this.#bytes > this.#limit) {
      let fullest: EventStore | undefined;
      for (const store of this.stores)
        if (fullest === undefined || store.bytes > fullest.bytes) fullest = store;
      if (fullest === undefined || !fullest.evict(true)) return;
    }
  }
}

/**
 * The messages of one session that are not with the client yet, and those that were sent and may be asked for
 * again with `Last-Event-ID`. Every message belongs to exactly one log, a log to one stream; ids are
 * `<log>.<number>` and unique in the session (2025-11-25, resumability).
 *
 * It is bounded in events and bytes. What goes first: messages that were sent, oldest first; then unsent ones that
 * are no answers; then unsent answers, and with them their log, because a stream that lost its answer must end
 * rather than seem alive. The newest message stays unless all stores together are over their budget. A stream
 * whose old messages went continues with what is there.
 */
export class EventStore {
  readonly #limits: StoreLimits;
  readonly #budget: StoreBudget;
  readonly #keepSent: boolean;
  readonly #logs = new Map<number, EventLog>();
  #events: StoredEvent[] = [];
  #bytes = 0;
  #nextLog = 0;
  #seq = 0;

  /** `keepSent` false: nothing can be resumed (stateless era), so what was sent is forgotten and has no id. */
  constructor(limits: StoreLimits, budget: StoreBudget, keepSent: boolean) {
    this.#limits = limits;
    this.#budget = budget;
    this.#keepSent = keepSent;
    budget.stores.add(this);
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#events.length;
  }

  get logCount(): number {
    return this.#logs.size;
  }

  /** A log for one more stream. */
  open(): EventLog {
    const log = new EventLog(this, this.#nextLog++);
    this.#logs.set(log.number, log);
    return log;
  }

  /** The next number of this session. */
  nextSeq(): number {
    return ++this.#seq;
  }

  /** The log and position that an event id names; undefined when there is no such log any more, or never was. */
  find(eventId: string): { log: EventLog; after: number } | undefined {
    const parts = /^(\d{1,15})\.(\d{1,15})$/.exec(eventId);
    const log = parts === null ? undefined : this.#logs.get(Number(parts[1]));
    const after = Number(parts?.[2]);
    return log === undefined || after > this.#seq ? undefined : { log, after };
  }

  /** Adds a message and gives it to its stream when that is open and ready. */
  append(log: EventLog, message: Buffer, answer: boolean, at: number): void {
    const seq = this.nextSeq();
    const frame = messageEvent(message, this.#keepSent ? log.eventId(seq) : undefined);
    const event: StoredEvent = { log, seq, frame, answer, at, sent: false };
    this.#events.push(event);
    log.events.push(event);
    this.#bytes += frame.length;
    this.#budget.book(frame.length, 1);
    log.pump();
    while (this.#events.length > this.#limits.events || this.#bytes > this.#limits.bytes)
      if (!this.evict(false)) break;
    this.#budget.enforce();
  }

  /** Called by a log for each event that it has handed to a socket. */
  wasSent(event: StoredEvent): void {
    event.sent = true;
    if (!this.#keepSent) this.#remove(event);
  }

  /** Forgets sent events older than `before` (the clock of `append`). */
  expire(before: number): void {
    for (const event of this.#events.filter((each) => each.sent && each.at < before)) this.#remove(event);
  }

  /** Drops the least needed event; false when nothing may go. `newest`: even the newest one may. */
  evict(newest: boolean): boolean {
    const count = this.#events.length - (newest ? 0 : 1);
    let unsent: StoredEvent | undefined;
    let unsentAnswer: StoredEvent | undefined;
    for (let i = 0; i < count; i++) {
      const event = this.#events[i] as StoredEvent;
      if (event.sent) {
        this.#remove(event);
        return true;
      }
      if (event.answer) unsentAnswer ??= event;
      else unsent ??= event;
    }
    const least = unsent ?? unsentAnswer;
    if (least === undefined) return false;
    if (least.answer) this.drop(least.log);
    else this.#remove(least);
    return true;
  }

  /** Ends one log: its messages are forgotten and its stream is cut. */
  drop(log: EventLog): void {
    while (log.events[0] !== undefined) this.#remove(log.events[0]);
    this.#logs.delete(log.number);
    log.cut();
    // A store of one stateless response is over with it.
    if (!this.#keepSent && this.#logs.size === 0) this.#budget.stores.delete(this);
  }

  /** Called by a log that is complete and has no reader: it goes when none of its messages is left. */
  release(log: EventLog): void {
    if (log.events.length === 0 || !this.#keepSent) this.drop(log);
  }

  /** Ends everything; open streams end after what they have been given. */
  close(): void {
    for (const log of this.#logs.values()) log.close();
    this.#logs.clear();
    this.#budget.book(-this.#bytes, -this.#events.length);
    this.#events = [];
    this.#bytes = 0;
    this.#budget.stores.delete(this);
  }

  #remove(event: StoredEvent): void {
    const at = this.#events[0] === event ? 0 : this.#events.indexOf(event);
    if (at < 0) return;
    this.#events.splice(at, 1);
    this.#bytes -= event.frame.length;
    this.#budget.book(-event.frame.length, -1);
    event.log.forget(event);
  }
}

/** The messages of one stream, and the responses on which it is being read. */
export class EventLog implements Source {
  readonly number: number;
  readonly events: StoredEvent[] = [];
  readonly #store: EventStore;
  /** Open responses; the last one is written to, so that no message goes on two streams. */
  readonly #writers: StreamWriter[] = [];
  #cursor = 0;
  #finished = false;
  /** Called when a reader left before the end. */
  onReaderGone: (() => void) | undefined;

  constructor(store: EventStore, number: number) {
    this.#store = store;
    this.number = number;
  }

  get readers(): number {
    return this.#writers.length;
  }

  eventId(seq: number): string {
    return `${this.number}.${seq}`;
  }

  /**
   * Reads the log on `writer` from now on: from where the last reader stopped, or, when a client names an event,
   * after that.
   */
  attach(writer: StreamWriter, after?: number): void {
    if (after !== undefined) this.#cursor = after;
    this.#writers.push(writer);
    this.pump();
  }

  /** Adds a message; `at` in monotonic ms. */
  append(message: Buffer, answer: boolean, at: number): void {
    if (!this.#finished) this.#store.append(this, message, answer, at);
  }

  /** No more messages: the stream ends when all are read. */
  finish(): void {
    this.#finished = true;
    this.pump();
    if (this.#writers.length === 0) this.#store.release(this);
  }

  /** Ends the responses that are open now, after some last bytes; the log goes on and can be resumed. */
  letGo(last?: Buffer): void {
    for (const writer of this.#writers.splice(0)) {
      if (last !== undefined) writer.write(last);
      writer.end();
    }
  }

  pump(): void {
    const writer = this.#writers.at(-1);
    if (writer === undefined) return;
    let at = this.#firstAfter(this.#cursor);
    for (let event = this.events[at]; event !== undefined && writer.ready; event = this.events[at]) {
      this.#cursor = event.seq;
      writer.write(event.frame);
      const count = this.events.length;
      this.#store.wasSent(event);
      if (this.events.length === count) at++;
    }
    if (this.#finished && writer.ready && this.#firstAfter(this.#cursor) === this.events.length) {
      for (const each of this.#writers.splice(0)) each.end();
      this.#store.release(this);
    }
  }

  writerClosed(writer: StreamWriter): void {
    const at = this.#writers.indexOf(writer);
    if (at < 0) return;
    this.#writers.splice(at, 1);
    if (this.#finished && this.#writers.length === 0) this.#store.release(this);
    this.onReaderGone?.();
    this.pump();
  }

  /** Called by the store when it drops an event. */
  forget(event: StoredEvent): void {
    const at = this.events[0] === event ? 0 : this.events.indexOf(event);
    if (at >= 0) this.events.splice(at, 1);
    if (this.#finished && this.events.length === 0 && this.#writers.length === 0) this.#store.release(this);
  }

  /** Cuts the responses that are open. */
  cut(): void {
    this.#finished = true;
    for (const writer of this.#writers.splice(0)) writer.destroy();
  }

  /** Ends the responses that are open. */
  close(): void {
    this.#finished = true;
    this.onReaderGone = undefined;
    this.letGo();
    this.events.length = 0;
  }

  #firstAfter(seq: number): number {
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.events[middle] as StoredEvent).seq <= seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
