/** Counts bytes that are held for one server; shared by all of its connections. */
export class Memory {
  readonly #limit: number;
  #held = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get held(): number {
    return this.#held;
  }

  reserve(bytes: number): boolean {
    if (this.#held + bytes > this.#limit) return false;
    this.#held += bytes;
    return true;
  }

  release(bytes: number): void {
    this.#held -= bytes;
  }
}

const FIRST_CAPACITY = 4096;
/** A server's announcement of more than this is not believed before the bytes come. */
const MAX_EXPECTED = 1024 * 1024;

/**
 * Collects pieces of one message. Copies into one doubling buffer, because a list of pieces costs a hundred times
 * their bytes when a server sends one byte at a time. Holds at most `cap` bytes and what `memory` still grants.
 */
export class GrowingBuffer {
  readonly #memory: Memory;
  readonly #cap: number;
  readonly #expected: number;
  #bytes: Buffer | undefined;
  #length = 0;

  /** `expected`: the length that was announced, when one was. */
  constructor(memory: Memory, cap: number, expected = 0) {
    this.#memory = memory;
    this.#cap = cap;
    this.#expected = Math.min(expected, MAX_EXPECTED);
  }

  get length(): number {
    return this.#length;
  }

  /** Adds `from[start..end)`. False when that is too much; what was collected is then freed. */
  append(from: Buffer, start: number, end: number): boolean {
    const need = this.#length + end - start;
    if (need > this.#cap || !this.#grow(need)) {
      this.free();
      return false;
    }
    if (this.#bytes !== undefined) from.copy(this.#bytes, this.#length, start, end);
    this.#length = need;
    return true;
  }

  /** Hands over what was collected and starts afresh. */
  take(): Buffer {
    const taken = this.#bytes?.subarray(0, this.#length) ?? Buffer.alloc(0);
    this.free();
    return taken;
  }

  free(): void {
    if (this.#bytes !== undefined) this.#memory.release(this.#bytes.length);
    this.#bytes = undefined;
    this.#length = 0;
  }

  #grow(need: number): boolean {
    const old = this.#bytes;
    if (old !== undefined && need <= old.length) return true;
    const roomy = need <= this.#expected ? this.#expected : need * 2;
    const capacity = Math.min(this.#cap, Math.max(roomy, FIRST_CAPACITY));
    if (!this.#memory.reserve(capacity)) return false;
    const grown = Buffer.allocUnsafeSlow(capacity);
    if (old !== undefined) {
      old.copy(grown, 0, 0, this.#length);
      this.#memory.release(old.length);
    }
    this.#bytes = grown;
    return true;
  }
}
