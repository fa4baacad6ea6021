const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** Pieces below this are copied together: a peer that writes byte by byte must not cost an object for each byte. */
const SMALL = 16 * 1024;
const SLAB = 64 * 1024;
const NOTHING = Buffer.alloc(0);

/**
 * Cuts a byte stream at newlines (stdio transport: one JSON-RPC message for each line).
 *
 * A pull interface: `push` what was read, then call `next` until it answers undefined; the caller decides how many
 * lines it takes per turn of the event loop. A line inside one chunk is a slice of it; only a line that spans chunks
 * is copied. Each byte is looked at once and copied at most twice, whatever the chunking. A line longer than `cap`
 * bytes (the newline not counted) sets `overflow`, and from then on nothing is kept and no line is given out.
 */
export class LineSplitter {
  readonly #cap: number;
  #chunks: Buffer[] = [];
  /** Index in `#chunks` of the chunk being read, so that a queue is never shifted element by element. */
  #reading = 0;
  #offset = 0;
  #parts: Buffer[] = [];
  #partial = 0;
  #slab = NOTHING;
  #slabStart = 0;
  #slabEnd = 0;
  #overflow = false;

  constructor(cap: number) {
    this.#cap = cap;
  }

  /** True once a line exceeded the cap. There is no way back: where the next line begins cannot be trusted. */
  get overflow(): boolean {
    return this.#overflow;
  }

  /** Bytes held of a line whose newline has not come, after `next` has answered undefined. */
  get partial(): number {
    return this.#partial;
  }

  /** Takes over a chunk. It must not be changed afterwards. */
  push(chunk: Buffer): void {
    if (!this.#overflow && chunk.length > 0) this.#chunks.push(chunk);
  }

  /** The next complete line without `\n` or `\r\n`, or undefined when more bytes are needed. */
  next(): Buffer | undefined {
    for (;;) {
      const chunk = this.#chunks[this.#reading];
      if (chunk === undefined) {
        this.#chunks = [];
        this.#reading = 0;
        return undefined;
      }
      const end = chunk.indexOf(NEWLINE, this.#offset);
      const length = (end === -1 ? chunk.length : end) - this.#offset;
      if (this.#partial + length > this.#cap) {
        this.#fail();
        return undefined;
      }
      const piece = chunk.subarray(this.#offset, this.#offset + length);
      if (end === -1) {
        this.#keep(piece);
        this.#advance();
        continue;
      }
      this.#offset = end + 1;
      if (this.#offset === chunk.length) this.#advance();
      return withoutReturn(this.#partial === 0 ? piece : this.#joined(piece));
    }
  }

  #advance(): void {
    this.#chunks[this.#reading] = NOTHING;
    this.#reading += 1;
    this.#offset = 0;
  }

  #keep(piece: Buffer): void {
    this.#partial += piece.length;
    if (piece.length >= SMALL) {
      this.#sealSlab();
      this.#parts.push(piece);
      return;
    }
    if (this.#slab.length - this.#slabEnd < piece.length) {
      this.#sealSlab();
      this.#slab = Buffer.allocUnsafeSlow(SLAB);
      this.#slabStart = 0;
      this.#slabEnd = 0;
    }
    piece.copy(this.#slab, this.#slabEnd);
    this.#slabEnd += piece.length;
  }

  /** What is left of the slab stays in use, so small and large pieces in turn do not waste one slab each. */
  #sealSlab(): void {
    if (this.#slabEnd === this.#slabStart) return;
    this.#parts.push(this.#slab.subarray(this.#slabStart, this.#slabEnd));
    this.#slabStart = this.#slabEnd;
  }

  #joined(last: Buffer): Buffer {
    this.#sealSlab();
    const line = Buffer.concat([...this.#parts, last], this.#partial + last.length);
    this.#forgetPartial();
    return line;
  }

  #forgetPartial(): void {
    this.#parts = [];
    this.#partial = 0;
    this.#slab = NOTHING;
    this.#slabStart = 0;
    this.#slabEnd = 0;
  }

  #fail(): void {
    this.#overflow = true;
    this.#chunks = [];
    this.#reading = 0;
    this.#offset = 0;
    this.#forgetPartial();
  }
}

function withoutReturn(line: Buffer): Buffer {
  return line.length > 0 && line[line.length - 1] === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
}
