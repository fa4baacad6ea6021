import { GrowingBuffer, type Memory } from './growing-buffer.ts';
import { MAX_ID_CHARS } from './limits.ts';

const LF = 0x0a;
const CR = 0x0d;
const COLON = 0x3a;
const SPACE = 0x20;
const MAX_TYPE_CHARS = 64;
const NEWLINE = Buffer.from('\n');
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const FIELD_ROOM = 64;

const DATA = Buffer.from('data');
const EVENT = Buffer.from('event');
const ID = Buffer.from('id');
const RETRY = Buffer.from('retry');

/** Takes one event with data. False: the reader stops after it, and the caller feeds the rest later. */
export type EventTaker = (type: string, data: Buffer) => boolean;

/**
 * Reads `text/event-stream` (WHATWG HTML, "server-sent events") as bytes: the data of an event is handed on exactly
 * as it was sent, without copying when it came in one piece. Linear time, whatever the line ends and however the
 * bytes are cut. Comments and unknown fields are never kept; one event holds at most `maxBytes`.
 */
export class SseReader {
  /** The last id seen, as raw header bytes (latin1); empty when there is none that could go into a header. */
  lastEventId = '';
  /** The server's `retry`, ms. */
  retryMs: number | undefined;

  readonly #take: EventTaker;
  readonly #maxBytes: number;
  readonly #partial: GrowingBuffer;
  readonly #joined: GrowingBuffer;
  #data: Buffer | undefined;
  #type = '';
  #id = '';
  #firstLine = true;
  #skipLf = false;
  #skipLine = false;
  #failed = false;

  constructor(memory: Memory, maxBytes: number, take: EventTaker) {
    this.#take = take;
    this.#maxBytes = maxBytes;
    this.#partial = new GrowingBuffer(memory, maxBytes + FIELD_ROOM);
    this.#joined = new GrowingBuffer(memory, maxBytes);
  }

  /** Reads on from `at`. Returns how far it came (`chunk.length`, or less after a stop), -1 when an event is too large. */
  feed(chunk: Buffer, at: number): number {
    let pos = at;
    if (this.#skipLf && pos < chunk.length) {
      if (chunk[pos] === LF) pos++;
      this.#skipLf = false;
    }
    // Each search is repeated only once its hit lies behind, so that a chunk of nothing but CR stays linear.
    let lf = chunk.indexOf(LF, pos);
    let cr = chunk.indexOf(CR, pos);
    while (pos < chunk.length) {
      if (lf !== -1 && lf < pos) lf = chunk.indexOf(LF, pos);
      if (cr !== -1 && cr < pos) cr = chunk.indexOf(CR, pos);
      if (lf === -1 && cr === -1) return this.#keep(chunk, pos) ? chunk.length : -1;
      const end = lf === -1 || (cr !== -1 && cr < lf) ? cr : lf;
      let next = end + 1;
      if (end === cr) {
        if (next === chunk.length) this.#skipLf = true;
        else if (chunk[next] === LF) next++;
      }
      const goOn = this.#endLine(chunk, pos, end);
      if (this.#failed) return -1;
      pos = next;
      if (!goOn) return pos;
    }
    return pos;
  }

  /** Frees what an unfinished event holds. */
  free(): void {
    this.#partial.free();
    this.#joined.free();
    this.#data = undefined;
  }

  #keep(chunk: Buffer, pos: number): boolean {
    if (this.#skipLine) return true;
    if (this.#partial.length === 0 && chunk[pos] === COLON) {
      this.#skipLine = true;
      return true;
    }
    return this.#partial.append(chunk, pos, chunk.length);
  }

  #endLine(chunk: Buffer, start: number, end: number): boolean {
    if (this.#skipLine) {
      this.#skipLine = false;
      return true;
    }
    if (this.#partial.length === 0) return this.#line(chunk, start, end);
    if (!this.#partial.append(chunk, start, end)) return this.#tooLarge();
    const line = this.#partial.take();
    return this.#line(line, 0, line.length);
  }

  #line(b: Buffer, from: number, end: number): boolean {
    let start = from;
    if (this.#firstLine) {
      this.#firstLine = false;
      if (end - start >= BOM.length && BOM.equals(b.subarray(start, start + BOM.length))) start += BOM.length;
    }
    if (start === end) return this.#endEvent();
    let value: number;
    if ((value = valueAt(b, start, end, DATA)) !== -1) return this.#addData(b, value, end);
    if ((value = valueAt(b, start, end, EVENT)) !== -1) {
      this.#type = end - value <= MAX_TYPE_CHARS ? b.toString('latin1', value, end) : 'unknown';
    } else if ((value = valueAt(b, start, end, ID)) !== -1) {
      this.#id = headerSafe(b, value, end);
    } else if ((value = valueAt(b, start, end, RETRY)) !== -1) {
      const digits = end - value <= 10 ? b.toString('latin1', value, end) : '';
      if (/^\d+$/.test(digits)) this.retryMs = Number(digits);
    }
    return true;
  }

  #addData(b: Buffer, start: number, end: number): boolean {
    if (this.#data === undefined) {
      if (end - start > this.#maxBytes) return this.#tooLarge();
      this.#data = b.subarray(start, end);
      return true;
    }
    const joined = this.#joined;
    const first = joined.length > 0 || joined.append(this.#data, 0, this.#data.length);
    if (!first || !joined.append(NEWLINE, 0, 1) || !joined.append(b, start, end)) return this.#tooLarge();
    return true;
  }

  #endEvent(): boolean {
    this.lastEventId = this.#id;
    const data = this.#joined.length > 0 ? this.#joined.take() : this.#data;
    const type = this.#type;
    this.#data = undefined;
    this.#type = '';
    if (data === undefined || data.length === 0) return true;
    return this.#take(type === '' ? 'message' : type, data);
  }

  #tooLarge(): boolean {
    this.#failed = true;
    this.free();
    return false;
  }
}

/** Where the value of `field` begins when this line is one, else -1. */
function valueAt(b: Buffer, start: number, end: number, field: Buffer): number {
  const colon = start + field.length;
  if (colon > end) return -1;
  for (let i = 0; i < field.length; i++) if (b[start + i] !== field[i]) return -1;
  if (colon === end) return end;
  if (b[colon] !== COLON) return -1;
  return b[colon + 1] === SPACE && colon + 1 < end ? colon + 2 : colon + 1;
}

/** An event id as it goes back in `Last-Event-ID`; empty when it cannot: a control character would end the header. */
function headerSafe(b: Buffer, start: number, end: number): string {
  if (end - start > MAX_ID_CHARS) return '';
  for (let i = start; i < end; i++) {
    const c = b[i] ?? 0;
    if (c < 0x20 || c === 0x7f) return '';
  }
  return b.toString('latin1', start, end);
}
