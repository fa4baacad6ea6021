/** One line that a server wrote to stderr. */
export interface StderrLine {
  /** Milliseconds since the epoch at which the line was complete. */
  readonly at: number;
  /** Process id, to keep the processes of one server apart. */
  readonly source: number;
  /** At most 4 KiB of it; written by the server. */
  readonly text: string;
}

interface Kept {
  readonly line: StderrLine;
  readonly bytes: number;
}

const RING_BYTES = 64 * 1024;
const RING_LINES = 2_000;
const LINE_BYTES = 4 * 1024;
/** Processes whose unfinished line is kept; the oldest one goes first. */
const SOURCES = 64;

/**
 * The last 64 KiB of stderr of one server, by lines. A line counts with its bytes, lines over 4 KiB are cut, and of
 * a chunk larger than the ring only the end is looked at, so a flood costs little.
 */
export class StderrRing {
  #kept: Kept[] = [];
  /** Index of the oldest line that still counts; moved instead of shifting the array for each line. */
  #first = 0;
  #bytes = 0;
  readonly #unfinished = new Map<number, Buffer>();

  push(source: number, chunk: Buffer, at: number): void {
    let rest = chunk.length > RING_BYTES ? chunk.subarray(chunk.length - RING_BYTES) : chunk;
    for (;;) {
      const end = rest.indexOf(0x0a);
      const before = this.#unfinished.get(source);
      if (end === -1) {
        if (rest.length > 0) this.#remember(source, joined(before, rest));
        return;
      }
      this.#unfinished.delete(source);
      this.#add(source, joined(before, rest.subarray(0, end)), at);
      rest = rest.subarray(end + 1);
    }
  }

  finish(source: number, at: number): void {
    const rest = this.#unfinished.get(source);
    this.#unfinished.delete(source);
    if (rest !== undefined) this.#add(source, rest, at);
  }

  lines(): readonly StderrLine[] {
    return this.#kept.slice(this.#first).map((kept) => kept.line);
  }

  #remember(source: number, bytes: Buffer): void {
    this.#unfinished.delete(source);
    // A copy: a short rest must not keep the whole chunk that it came in.
    this.#unfinished.set(source, Buffer.from(bytes));
    if (this.#unfinished.size > SOURCES) {
      const oldest = this.#unfinished.keys().next();
      if (!oldest.done) this.#unfinished.delete(oldest.value);
    }
  }

  #add(source: number, bytes: Buffer, at: number): void {
    const text = bytes.toString('utf8').replace(/\r$/, '');
    if (text.length === 0) return;
    const size = bytes.length + 1;
    this.#kept.push({ line: { at, source, text }, bytes: size });
    this.#bytes += size;
    while (this.#bytes > RING_BYTES || this.#kept.length - this.#first > RING_LINES) {
      this.#bytes -= this.#kept[this.#first]?.bytes ?? 0;
      this.#first += 1;
    }
    if (this.#first > 256) {
      this.#kept = this.#kept.slice(this.#first);
      this.#first = 0;
    }
  }
}

function joined(before: Buffer | undefined, piece: Buffer): Buffer {
  const room = LINE_BYTES - (before?.length ?? 0);
  const part = piece.length > room ? piece.subarray(0, Math.max(room, 0)) : piece;
  return before === undefined ? part : Buffer.concat([before, part]);
}
