import type { Encoding } from '../finding.ts';
import { hexAt, hexDigit } from '../hex.ts';
import { TextWriter } from '../text-writer.ts';
import type { Decoded } from './part.ts';

// Escapes that stand one by one in a text: %41, \u0041, \x41, \n, &#65;, &lt;. Where some are, a stretch around them is
// read once more, so that what they spell together with the letters between them is found.

/** How far around an escape the text is read with it. */
const AROUND = 256;
/** Room for the places of a few escapes; a multiple of five. */
const FEW = 40;

interface Reader {
  readonly encoding: Encoding;
  /** The character that begins every escape. */
  readonly mark: string;
  /** The escape at `at`, where `mark` stands, as `escape` has it; 0: there is none. */
  read(text: string, at: number): number;
}

/** An escape in one number, for a text may have a million of them: its length, whether it is plain, what it stands for. */
const escape = (length: number, code: number, plain = false): number => code * 32 + (plain ? 16 : 0) + length;
const lengthOf = (one: number): number => one & 15;
/** It splits or quotes words and makes none. */
const isPlain = (one: number): boolean => (one & 16) !== 0;
const codeOf = (one: number): number => one >> 5;

/** Escapes of two characters, by the code of the second. */
const SHORT = new Int32Array(128);
for (const [c, says] of Object.entries({
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '/': '/',
  '\\': '\\',
}))
  SHORT[c.charCodeAt(0)] = escape(2, says.charCodeAt(0), 'nrt"\'\\'.includes(c));
const NAMED = new Map(
  Object.entries({
    lt: '<',
    gt: '>',
    amp: '&',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    Tab: '\t',
    NewLine: '\n',
  }).map(([name, says]) => [name, says.charCodeAt(0)]),
);

const READERS: readonly Reader[] = [
  { encoding: 'url', mark: '%', read: readPercent },
  { encoding: 'escaped', mark: '\\', read: readBackslash },
  { encoding: 'html', mark: '&', read: readEntity },
];

/** Whether a text has a character with which an escape could begin. */
export const mayHaveEscapes = (text: string): boolean =>
  text.includes('%') || text.includes('\\') || text.includes('&');

/** What reads the escapes of a text, one kind after the other. */
export function escapesOf(text: string, found: Decoded[]): Escapes[] {
  const all: Escapes[] = [];
  for (const reader of READERS) if (text.includes(reader.mark)) all.push(new Escapes(text, reader, found));
  return all;
}

/** Reads every stretch of a text with escapes of one kind in it. Linear: stretches do not overlap. */
export class Escapes {
  /** Up to where it has read. */
  at: number;
  private readonly text: string;
  private readonly reader: Reader;
  private readonly found: Decoded[];
  private done = 0;
  private open: Stretch | undefined;

  constructor(text: string, reader: Reader, found: Decoded[]) {
    this.text = text;
    this.reader = reader;
    this.found = found;
    this.at = text.indexOf(reader.mark);
  }

  /** Reads on up to `stop`; whether there is more. */
  readOn(stop: number): boolean {
    const { text, reader } = this;
    let { at, open } = this;
    while (at !== -1) {
      if (at >= stop) {
        this.at = at;
        this.open = open;
        return true;
      }
      if (open !== undefined && at - open.last > 2 * AROUND) {
        this.close(open, at);
        open = undefined;
      }
      const one = reader.read(text, at);
      if (one === 0) {
        at = text.indexOf(reader.mark, at + 1);
        continue;
      }
      open ??= new Stretch(text, Math.max(this.done, at - AROUND), reader.encoding);
      open.add(at, one);
      at = text.indexOf(reader.mark, at + lengthOf(one));
    }
    if (open !== undefined) this.close(open, text.length);
    this.at = -1;
    this.open = undefined;
    return false;
  }

  private close(open: Stretch, next: number): void {
    this.done = Math.min(open.last + 1 + AROUND, next);
    this.found.push(open.closed(this.done));
  }
}

/** A stretch with escapes in it, while it is read. */
class Stretch {
  /** Where the last character of the last escape stands. */
  last = -1;
  private readonly text: string;
  private readonly from: number;
  private readonly encoding: Encoding;
  private readonly says = new TextWriter();
  private copied: number;
  private plain = true;
  /**
   * Escapes of the same lengths that follow on each other: where the first of them stands in what was read and in the
   * text, how long each is in both, and how many they are. Between them places run along.
   */
  private marks = new Int32Array(FEW);
  private count = 0;

  constructor(text: string, from: number, encoding: Encoding) {
    this.text = text;
    this.from = from;
    this.encoding = encoding;
    this.copied = from;
  }

  add(at: number, one: number): void {
    const length = lengthOf(one);
    const code = codeOf(one);
    if (!isPlain(one)) this.plain = false;
    this.mark(at, length, code > 0xffff ? 2 : 1);
    if (at > this.copied) this.says.copy(this.text, this.copied, at);
    this.says.put(code);
    this.copied = at + length;
    this.last = at + length - 1;
  }

  private mark(at: number, length: number, units: number): void {
    const { marks, count } = this;
    if (at === this.copied && count > 0 && marks[count - 2] === length && marks[count - 3] === units) {
      marks[count - 1] = (marks[count - 1] as number) + 1;
      return;
    }
    if (count === marks.length) {
      this.marks = new Int32Array(count * 2);
      this.marks.set(marks);
    }
    this.marks[count] = this.says.length + at - this.copied;
    this.marks[count + 1] = at;
    this.marks[count + 2] = units;
    this.marks[count + 3] = length;
    this.marks[count + 4] = 1;
    this.count = count + 5;
  }

  closed(to: number): Decoded {
    const { from, encoding, plain } = this;
    this.says.copy(this.text, this.copied, to);
    const marks = this.marks.slice(0, this.count);
    return {
      text: this.says.end(),
      start: from,
      end: to,
      encoding,
      plain,
      at: (begun, ended) => ({
        start: placeOf(marks, from, begun, false),
        end: placeOf(marks, from, ended, true),
      }),
    };
  }
}

/** Where the unit at `i` of what was read stands in the text; an end within an escape is the escape's end. */
function placeOf(marks: Int32Array, from: number, i: number, isEnd: boolean): number {
  let low = 0;
  let high = marks.length / 5;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle * 5] as number) < i || (!isEnd && marks[middle * 5] === i)) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return from + i;
  const at = (low - 1) * 5;
  const units = marks[at + 2] as number;
  const length = marks[at + 3] as number;
  const before = (i - (marks[at] as number) - (isEnd ? 1 : 0)) / units;
  const nth = Math.min(Math.floor(before), (marks[at + 4] as number) - 1);
  const read = (marks[at] as number) + nth * units;
  const source = (marks[at + 1] as number) + nth * length;
  const over = i - read - units;
  if (over < 0) return isEnd ? source + length : source;
  return source + length + over;
}

function readPercent(text: string, at: number): number {
  const first = byteAt(text, at);
  if (first < 0x80) return first === -1 ? 0 : escape(3, first);
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (size === 0) return 0;
  let code = first & (0xff >> (size + 1));
  for (let i = 1; i < size; i++) {
    const byte = byteAt(text, at + 3 * i);
    if (byte === -1 || (byte & 0xc0) !== 0x80) return 0;
    code = code * 64 + (byte & 0x3f);
  }
  return isWritten(first, size, code) ? escape(3 * size, code) : 0;
}

/** Whether UTF-8 has the character in so many bytes; the one that stands for what is none is none itself. */
function isWritten(first: number, size: number, code: number): boolean {
  if (size === 2) return true;
  if (size === 3) return code >= 0x800 && (code < 0xd800 || code > 0xdfff) && code !== 0xfffd;
  return first < 0xf8 && code >= 0x10000 && code <= 0x10ffff;
}

/** The byte that `%41` stands for; -1: there is none. */
function byteAt(text: string, at: number): number {
  if (text.charCodeAt(at) !== 37) return -1;
  const high = hexDigit(text.charCodeAt(at + 1));
  const low = hexDigit(text.charCodeAt(at + 2));
  return high === -1 || low === -1 ? -1 : high * 16 + low;
}

const SMALL_X = 120;
const SMALL_U = 117;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const SEMICOLON = 59;
const NUMBER_SIGN = 35;

function readBackslash(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  const short = next < 128 ? (SHORT[next] as number) : 0;
  if (short !== 0) return short;
  if (next === SMALL_X) {
    const code = hexAt(text, at + 2, 2);
    return code === -1 ? 0 : escape(4, code);
  }
  if (next !== SMALL_U) return 0;
  if (text.charCodeAt(at + 2) === OPEN) {
    const end = endOf(text, at + 3, 6, isHex);
    const point = hexAt(text, at + 3, end - at - 3);
    return end > at + 3 && text.charCodeAt(end) === CLOSE && point <= 0x10ffff
      ? escape(end + 1 - at, point)
      : 0;
  }
  const code = hexAt(text, at + 2, 4);
  return code === -1 ? 0 : escape(6, code);
}

function readEntity(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (next !== NUMBER_SIGN) {
    if (!isLetter(next)) return 0;
    const end = endOf(text, at + 1, 7, isLetter);
    if (text.charCodeAt(end) !== SEMICOLON) return 0;
    const code = NAMED.get(text.slice(at + 1, end));
    return code === undefined ? 0 : escape(end + 1 - at, code);
  }
  const inHex = (text.charCodeAt(at + 2) | 32) === SMALL_X;
  const from = inHex ? at + 3 : at + 2;
  const end = inHex ? endOf(text, from, 6, isHex) : endOf(text, from, 7, isDigit);
  if (end === from || text.charCodeAt(end) !== SEMICOLON) return 0;
  const point = inHex ? hexAt(text, from, end - from) : Number(text.slice(from, end));
  return point > 0 && point <= 0x10ffff ? escape(end + 1 - at, point) : 0;
}

/** Where a run of at most so many characters of a kind ends. */
function endOf(text: string, from: number, most: number, isOne: (code: number) => boolean): number {
  let end = from;
  while (end < from + most && isOne(text.charCodeAt(end))) end++;
  return end;
}

const isHex = (code: number): boolean => hexDigit(code) !== -1;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
