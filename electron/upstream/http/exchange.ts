import type { Dispatcher } from 'undici';
import { GrowingBuffer } from './growing-buffer.ts';
import type { Quota } from './client.ts';
import { MAX_DISCARD_BYTES, MAX_ERROR_BYTES, MAX_INTERIM_RESPONSES } from './limits.ts';
import { SseReader } from './sse-reader.ts';

export type ResponseHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** How the body of a response is read: whole, as an event stream, only its beginning, or not at all. */
export type BodyMode = 'whole' | 'events' | 'excerpt' | 'discard';

/** Why a response did not come to its regular end. */
export type Break =
  { readonly kind: 'too-large'; readonly bytes: number } | { readonly kind: 'broken'; readonly error: Error };

/** What becomes of one response. `ended` is called exactly once, except after `abort`, which silences everything. */
export interface Receiver {
  started(status: number, headers: ResponseHeaders): BodyMode;
  event(type: string, data: Buffer): void;
  /** `body` is what `whole` or `excerpt` collected. */
  ended(body: Buffer, broken: Break | undefined): void;
}

type Controller = Dispatcher.DispatchController;

/** An exchange as the socket sees it, so that others can stand before it. */
export type Exchange = Pick<
  HttpExchange,
  'done' | 'onRequestStart' | 'onResponseStart' | 'onResponseData' | 'onResponseEnd' | 'onResponseError'
>;

const NOTHING = Buffer.alloc(0);
const CUT = new Error('cut');

/**
 * One request and its response on undici's lowest interface: no streams, no promises, because this is the road of
 * every call. Bounds what it holds, and pauses the socket when its server has used up its share of a turn.
 */
export class HttpExchange implements Dispatcher.DispatchHandler {
  readonly #receiver: Receiver;
  readonly #quota: Quota;
  #controller: Controller | undefined;
  #mode: BodyMode = 'discard';
  #first: Buffer | undefined;
  #more: GrowingBuffer | undefined;
  #reader: SseReader | undefined;
  #announced = 0;
  #discarded = 0;
  #interim = 0;
  #done = false;
  #waiting = false;
  #rest: Buffer[] = [];
  #restAt = 0;
  #endSeen = false;
  #endBroken: Break | undefined;

  constructor(receiver: Receiver, quota: Quota) {
    this.#receiver = receiver;
    this.#quota = quota;
  }

  get done(): boolean {
    return this.#done;
  }

  /** For event streams: the id to resume after, empty when there is none. */
  get lastEventId(): string {
    return this.#reader?.lastEventId ?? '';
  }

  get retryMs(): number | undefined {
    return this.#reader?.retryMs;
  }

  /** Gives up: closes the socket, says nothing more. */
  abort(): void {
    if (!this.#done) this.#finish();
    this.#controller?.abort(CUT);
  }

  onRequestStart(controller: Controller): void {
    this.#controller = controller;
    if (this.#done) controller.abort(CUT);
  }

  onResponseStart(_controller: Controller, status: number, headers: ResponseHeaders): void {
    if (this.#done) return;
    if (status < 200) {
      // A server could send 1xx responses for ever; each resets the parser's header cap.
      if (++this.#interim > MAX_INTERIM_RESPONSES) this.#cut(this.#tooLarge());
      return;
    }
    this.#mode = this.#receiver.started(status, headers);
    if (this.#mode === 'events') {
      this.#reader = new SseReader(this.#quota.memory, this.#quota.messageBytes, (type, data) => {
        this.#receiver.event(type, data);
        return !this.#quota.flow.message() && !this.#done;
      });
    }
    const length = headers['content-length'];
    if (this.#mode !== 'whole' || typeof length !== 'string') return;
    this.#announced = Number(length);
    if (this.#announced > this.#quota.messageBytes) this.#cut(this.#tooLarge());
  }

  onResponseData(controller: Controller, chunk: Buffer): void {
    if (this.#done) return;
    // A closing socket delivers what it still has in spite of the pause.
    if (this.#waiting) this.#rest.push(chunk);
    else if (this.#take(chunk, 0)) this.#pause(controller);
  }

  onResponseEnd(): void {
    this.#end(undefined);
  }

  onResponseError(_controller: Controller | undefined, error: Error): void {
    // Refused before it was started, inside `dispatch`: nobody expects an answer before `send` has returned.
    if (this.#controller === undefined) queueMicrotask(() => this.#end({ kind: 'broken', error }));
    else this.#end({ kind: 'broken', error });
  }

  #end(broken: Break | undefined): void {
    if (this.#done) return;
    if (this.#waiting) {
      this.#endSeen = true;
      this.#endBroken = broken;
      return;
    }
    const body = this.#more?.take() ?? this.#first ?? NOTHING;
    this.#finish();
    this.#receiver.ended(body, broken);
  }

  #pause(controller: Controller): void {
    if (this.#done) return;
    this.#waiting = true;
    controller.pause();
    this.#quota.flow.wait(() => this.#resume(controller));
  }

  #resume(controller: Controller): void {
    if (this.#done) return;
    this.#waiting = false;
    const rest = this.#rest;
    const at = this.#restAt;
    this.#rest = [];
    this.#restAt = 0;
    for (const [i, chunk] of rest.entries()) {
      if (this.#done) return;
      const paused = this.#take(chunk, i === 0 ? at : 0);
      if (paused) {
        this.#rest.push(...rest.slice(i + 1));
        this.#pause(controller);
        return;
      }
    }
    if (this.#endSeen) this.#end(this.#endBroken);
    else controller.resume();
  }

  /** Reads a chunk. True when the turn is used up; what is left of the chunk is then kept. */
  #take(chunk: Buffer, at: number): boolean {
    switch (this.#mode) {
      case 'events':
        return this.#events(chunk, at);
      case 'whole':
        return this.#collect(chunk, this.#quota.messageBytes);
      case 'excerpt':
        return this.#collect(chunk, MAX_ERROR_BYTES);
      case 'discard':
        this.#discarded += chunk.length;
        // Not an error: nobody wants this body.
        if (this.#discarded > MAX_DISCARD_BYTES) this.#cut(undefined);
        return false;
    }
  }

  #events(chunk: Buffer, at: number): boolean {
    const reader = this.#reader;
    if (reader === undefined) return false;
    const came = reader.feed(chunk, at);
    if (came === -1) {
      this.#cut(this.#tooLarge());
      return false;
    }
    if (this.#done) return false;
    const spent = this.#quota.flow.read(came - at);
    if (came === chunk.length) return spent;
    this.#rest.push(chunk);
    this.#restAt = came;
    return true;
  }

  #collect(chunk: Buffer, max: number): boolean {
    if (this.#first === undefined && chunk.length <= max) {
      this.#first = chunk;
    } else {
      const more = (this.#more ??= new GrowingBuffer(this.#quota.memory, max, this.#announced));
      const first = this.#first ?? NOTHING;
      const begun = more.length > 0 || more.append(first, 0, first.length);
      if (!begun || !more.append(chunk, 0, chunk.length)) {
        // Of an error page the beginning is enough.
        this.#cut(this.#mode === 'excerpt' ? undefined : this.#tooLarge());
        return false;
      }
    }
    return this.#quota.flow.read(chunk.length);
  }

  /** Ends before the body does, and closes the socket. */
  #cut(why: Break | undefined): void {
    const body = this.#mode === 'excerpt' ? (this.#first ?? NOTHING) : NOTHING;
    this.abort();
    this.#receiver.ended(body, why);
  }

  #tooLarge(): Break {
    return { kind: 'too-large', bytes: this.#quota.messageBytes };
  }

  #finish(): void {
    this.#done = true;
    this.#more?.free();
    this.#reader?.free();
    this.#first = undefined;
    this.#rest = [];
  }
}
