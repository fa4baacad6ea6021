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

/**
 * Collects pieces of one message. Copies into one doubling buffer, because a list of pieces costs a hundred times
 * their bytes when a server sends one byte at a time. Holds at most `cap` bytes and what `memory` still grants.
 */
export class GrowingBuffer {
  readonly #memory: Memory;
  readonly #cap: number;
  #bytes: Buffer | undefined;
  #length = 0;

  constructor(memory: Memory, cap: number) {
    this.#memory = memory;
    this.#cap = cap;
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
    const capacity = Math.min(this.#cap, Math.max(need, FIRST_CAPACITY, (old?.length ?? 0) * 2));
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
