import type { Flow } from './flow.ts';
import type { Attendant, GatewayResponse } from './http-message.ts';

/** How much is given to a socket at a time, so that progress is seen inside one large message. */
const PIECE_BYTES = 64 * 1024;

/** Where a writer gets more when the socket has taken everything. */
export interface Source {
  pump(): void;
  writerClosed(writer: StreamWriter): void;
}

function onDrain(this: GatewayResponse): void {
  const { attendant } = this;
  if (attendant instanceof StreamWriter) attendant.drained();
}

/**
 * Writes one response in pieces, the next one only when the socket has taken the last: whatever a client does not
 * read stays where it is counted and bounded.
 */
export class StreamWriter implements Attendant {
  readonly res: GatewayResponse;
  readonly #flow: Flow;
  #source: Source | undefined;
  #pending: Buffer | undefined;
  #offset = 0;
  #blocked = false;
  #ending = false;
  #closed = false;
  /** Bytes given to `write` that the kernel has not taken, as last told to the books. */
  waiting = 0;
  /** Monotonic ms when the socket last took bytes. */
  progressAt: number;
  /** Monotonic ms of the last bytes written. */
  writtenAt: number;

  constructor(res: GatewayResponse, flow: Flow, source?: Source) {
    this.res = res;
    this.#flow = flow;
    this.#source = source;
    this.progressAt = flow.now;
    this.writtenAt = flow.now;
    res.attend(this);
    res.on('drain', onDrain);
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Whether `write` may be called. */
  get ready(): boolean {
    return !this.#closed && !this.#blocked && !this.#ending && this.#pending === undefined;
  }

  /** Writes one block of bytes; only while `ready`. The buffer is kept until the socket has taken it. */
  write(bytes: Buffer): void {
    if (!this.ready) return;
    this.writtenAt = this.#flow.now;
    if (!this.#blocked && this.waiting === 0) this.progressAt = this.#flow.now;
    this.#pending = bytes;
    this.#offset = 0;
    this.#step();
  }

  /** Ends the response when everything written has been taken. */
  end(): void {
    if (this.#closed || this.#ending) return;
    this.#ending = true;
    if (!this.#blocked && this.#pending === undefined) this.#finish();
  }

  /** For a response that has been ended: counts what its socket still has to take. */
  watchEnd(): void {
    this.#ending = true;
    this.#tell();
  }

  /** Cuts the connection. */
  destroy(): void {
    this.connectionClosed();
    // Not the response: one behind others on its connection has no socket yet, and would keep its bytes.
    this.res.req.socket.destroy();
  }

  /** Looks again at what waits; true when there was progress since the last look. */
  refreshed(): boolean {
    const before = this.waiting;
    if (this.#closed) return true;
    this.#tell();
    if (this.waiting === before) return false;
    this.progressAt = this.#flow.now;
    return true;
  }

  drained(): void {
    if (this.#closed) return;
    this.#blocked = false;
    this.progressAt = this.#flow.now;
    if (this.#pending === undefined && this.#ending) return this.#finish();
    this.#step();
    if (this.ready) this.#source?.pump();
  }

  connectionClosed(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#pending = undefined;
    this.#flow.account(this, this.waiting, 0);
    this.waiting = 0;
    this.#flow.streams.delete(this);
    this.#source?.writerClosed(this);
    this.#source = undefined;
  }

  #step(): void {
    const { res } = this;
    while (this.#pending !== undefined && !this.#blocked) {
      const end = Math.min(this.#offset + PIECE_BYTES, this.#pending.length);
      const taken = res.write(this.#pending.subarray(this.#offset, end));
      this.#offset = end;
      if (end === this.#pending.length) this.#pending = undefined;
      this.#blocked = !taken;
    }
    if (!this.#blocked && this.#ending) return this.#finish();
    this.#tell();
  }

  #finish(): void {
    this.res.end();
    this.#tell();
  }

  #tell(): void {
    const before = this.waiting;
    const unsent = this.#pending === undefined ? 0 : this.#pending.length - this.#offset;
    this.waiting = this.#closed ? 0 : unsent + this.res.writableLength;
    if (this.waiting !== before || before > 0) this.#flow.account(this, before, this.waiting);
  }
}
