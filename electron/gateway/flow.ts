import { StreamWriter } from './stream-writer.ts';
import type { GatewayResponse } from './http-message.ts';
import { KEEP_ALIVE } from './sse.ts';

/** Up to this size an answer is given to the socket whole. */
const WHOLE_BYTES = 256 * 1024;
const ONE_WRITE_BYTES = 8 * 1024;

/**
 * The bytes that sockets have not taken yet, all clients together. A client that does not read must not hold
 * memory: above the limit the slowest are cut off, and whoever takes nothing for `stallMs` is cut off anyway.
 */
export class Flow {
  /** Every open event stream, for keep-alive comments. */
  readonly streams = new Set<StreamWriter>();
  /** Streams and answers whose socket has bytes waiting. */
  readonly #busy = new Set<StreamWriter>();
  readonly #limit: number;
  readonly #stallMs: number;
  #waiting = 0;
  #cutOff = 0;
  /** Monotonic milliseconds, as coarse as the sweep. */
  now: number;

  constructor(limit: number, stallMs: number, now: number) {
    this.#limit = limit;
    this.#stallMs = stallMs;
    this.now = now;
  }

  get waitingBytes(): number {
    return this.#waiting;
  }

  get cutOff(): number {
    return this.#cutOff;
  }

  get idle(): boolean {
    return this.#busy.size === 0;
  }

  /** Tells how many bytes of `writer` wait now; 0 takes it off the books. */
  account(writer: StreamWriter, before: number, after: number): void {
    this.#waiting += after - before;
    if (after === 0) this.#busy.delete(writer);
    else this.#busy.add(writer);
    if (after > before && this.#waiting > this.#limit) this.#shed();
  }

  /**
   * Sends a complete answer. The usual one is taken by the kernel at once, at the cost of one `writeHead` and one
   * `end`; only what stays behind is watched.
   */
  sendWhole(res: GatewayResponse, status: number, headers: string[], body: Buffer): void {
    if (res.destroyed) return;
    if (body.length <= WHOLE_BYTES) {
      res.writeHead(status, headers);
      // As a string it leaves in one write with the header; a buffer of its own would cost a second one.
      if (body.length <= ONE_WRITE_BYTES) res.end(body.toString('latin1'), 'latin1');
      else res.end(body);
      if (res.writableLength > 0) new StreamWriter(res, this).watchEnd();
      return;
    }
    res.writeHead(status, headers);
    const writer = new StreamWriter(res, this);
    writer.write(body);
    writer.end();
  }

  /** Cuts off whoever has made no progress for too long. */
  sweep(now: number): void {
    this.now = now;
    for (const writer of this.#busy) {
      if (writer.refreshed()) continue;
      if (now - writer.progressAt >= this.#stallMs) this.#cut(writer);
    }
  }

  /** Writes a comment on every stream that has been quiet since before `before`. */
  keepAlive(before: number): void {
    for (const writer of this.streams)
      if (writer.writtenAt <= before && writer.ready) writer.write(KEEP_ALIVE);
  }

  #shed(): void {
    while (this.#waiting > this.#limit) {
      let slowest: StreamWriter | undefined;
      for (const writer of this.#busy) {
        if (
          slowest === undefined ||
          writer.progressAt < slowest.progressAt ||
          (writer.progressAt === slowest.progressAt && writer.waiting > slowest.waiting)
        )
          slowest = writer;
      }
      if (slowest === undefined) return;
      this.#cut(slowest);
    }
  }

  #cut(writer: StreamWriter): void {
    this.#cutOff++;
    writer.destroy();
  }
}
