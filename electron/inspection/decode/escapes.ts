import type { Decoded } from './part.ts';
import type { Encoding } from '../finding.ts';

// Escapes that stand one by one in a text: %41, \u0041, \x41, \n, &#65;, &lt;. Where some are, a stretch around them is
// read once more, so that what they spell together with the letters between them is found.

/** How far around an escape the text is read with it. */
const AROUND = 256;

/** Pieces are joined when there are so many, so that text full of escapes takes up no more than a few times its size. */
const MANY = 4096;
/** Room for the places of a few escapes; a multiple of four. */
const FEW = 64;

interface Escape {
  readonly length: number;
  readonly text: string;
  /** Splits or quotes words and makes none. */
  readonly plain?: boolean;
}

interface Reader {
  readonly encoding: Encoding;
  /** The character that begins every escape. */
  readonly mark: string;
  /** The escape at `at`, where `mark` stands. */
  read(text: string, at: number): Escape | undefined;
}

const HEX2 = /^[0-9a-fA-F]{2}$/;
const HEX4 = /^[0-9a-fA-F]{4}$/;
/** Escapes of two characters, by the code of the second. */
const SHORT = new Map<number, Escape>(
  Object.entries({
    n: '\n',
    r: '\r',
    t: '\t',
    b: '\b',
    f: '\f',
    '"': '"',
    "'": "'",
    '/': '/',
    '\\': '\\',
  }).map(([c, text]) => [c.charCodeAt(0), { length: 2, text, plain: 'nrt"\'\\'.includes(c) }]),
);
const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  Tab: '\t',
  NewLine: '\n',
};

const URL: Reader = { encoding: 'url', mark: '%', read: readPercent };
const BACKSLASH: Reader = { encoding: 'escaped', mark: '\\', read: readBackslash };
const ENTITY: Reader = { encoding: 'html', mark: '&', read: readEntity };

/** Every stretch with escapes in it, read. Linear: stretches of one encoding do not overlap. */
export function readEscapes(text: string): Decoded[] {
  const found: Decoded[] = [];
  for (const reader of [URL, BACKSLASH, ENTITY])
    if (text.includes(reader.mark)) stretches(text, reader, found);
  return found;
}

function stretches(text: string, reader: Reader, found: Decoded[]): void {
  let done = 0;
  let at = text.indexOf(reader.mark);
  while (at !== -1) {
    if (reader.read(text, at) === undefined) {
      at = text.indexOf(reader.mark, at + 1);
      continue;
    }
    const from = Math.max(done, at - AROUND);
    let last = at;
    let next = at;
    while (next !== -1 && next - last <= 2 * AROUND) {
      const escape = reader.read(text, next);
      if (escape !== undefined) last = next + escape.length - 1;
      next = text.indexOf(reader.mark, next + (escape?.length ?? 1));
    }
    const to = Math.min(text.length, last + 1 + AROUND, next === -1 ? text.length : Math.max(last + 1, next));
    found.push(readStretch(text, from, to, reader));
    done = to;
    at = next === -1 ? -1 : next < to ? text.indexOf(reader.mark, to) : next;
  }
}

function readStretch(text: string, from: number, to: number, reader: Reader): Decoded {
  const pieces: string[] = [];
  const joined: string[] = [];
  // Where escapes stand: in what was read, in the text, and how long they are in both. Between them places run along.
  let marks = new Int32Array(FEW);
  let count = 0;
  let length = 0;
  let copied = from;
  let plain = true;
  for (let at = text.indexOf(reader.mark, from); at !== -1 && at < to; at = text.indexOf(reader.mark, at)) {
    const escape = reader.read(text, at);
    if (escape === undefined || at + escape.length > to) {
      at++;
      continue;
    }
    if (escape.plain !== true) plain = false;
    pieces.push(text.slice(copied, at), escape.text);
    length += at - copied;
    if (pieces.length >= MANY) joined.push(pieces.splice(0).join(''));
    if (count === marks.length) {
      const more = new Int32Array(marks.length * 2);
      more.set(marks);
      marks = more;
    }
    marks[count++] = length;
    marks[count++] = at;
    marks[count++] = escape.text.length;
    marks[count++] = escape.length;
    length += escape.text.length;
    at += escape.length;
    copied = at;
  }
  pieces.push(text.slice(copied, to));
  joined.push(pieces.join(''));
  const all = marks.slice(0, count);
  const place = (i: number, isEnd: boolean): number => placeOf(all, from, i, isEnd);
  return {
    text: joined.join(''),
    start: from,
    end: to,
    encoding: reader.encoding,
    plain,
    at: (begun, ended) => ({ start: place(begun, false), end: place(ended, true) }),
  };
}

/** Where the unit at `i` of what was read stands in the text; an end within an escape is the escape's end. */
function placeOf(marks: Int32Array, from: number, i: number, isEnd: boolean): number {
  let low = 0;
  let high = marks.length / 4;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle * 4] as number) < i || (!isEnd && marks[middle * 4] === i)) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return from + i;
  const at = (low - 1) * 4;
  const read = marks[at] as number;
  const source = marks[at + 1] as number;
  const readLength = marks[at + 2] as number;
  const sourceLength = marks[at + 3] as number;
  const over = i - read - readLength;
  if (over < 0) return isEnd ? source + sourceLength : source;
  return source + sourceLength + over;
}

function readPercent(text: string, at: number): Escape | undefined {
  const first = byteAt(text, at);
  if (first === undefined) return undefined;
  const size = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (size <= 1) return size === 0 ? undefined : { length: 3, text: String.fromCharCode(first) };
  const bytes = [first];
  for (let i = 1; i < size; i++) {
    const byte = byteAt(text, at + 3 * i);
    if (byte === undefined || (byte & 0xc0) !== 0x80) return undefined;
    bytes.push(byte);
  }
  const character = Buffer.from(bytes).toString('utf8');
  return character.includes('\ufffd') ? undefined : { length: 3 * size, text: character };
}

function byteAt(text: string, at: number): number | undefined {
  if (text.charCodeAt(at) !== 37) return undefined;
  const high = hexDigit(text.charCodeAt(at + 1));
  const low = hexDigit(text.charCodeAt(at + 2));
  return high === -1 || low === -1 ? undefined : high * 16 + low;
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

function readBackslash(text: string, at: number): Escape | undefined {
  const short = SHORT.get(text.charCodeAt(at + 1));
  if (short !== undefined) return short;
  const next = text[at + 1] ?? '';
  if (next === 'x') {
    const digits = text.slice(at + 2, at + 4);
    return HEX2.test(digits)
      ? { length: 4, text: String.fromCharCode(Number.parseInt(digits, 16)) }
      : undefined;
  }
  if (next !== 'u') return undefined;
  const digits = text.slice(at + 2, at + 6);
  if (HEX4.test(digits)) return { length: 6, text: String.fromCharCode(Number.parseInt(digits, 16)) };
  const braced = /^\{([0-9a-fA-F]{1,6})\}/.exec(text.slice(at + 2, at + 10));
  const point = Number.parseInt(braced?.[1] ?? '', 16);
  return braced !== null && point <= 0x10ffff
    ? { length: 2 + braced[0].length, text: String.fromCodePoint(point) }
    : undefined;
}

function readEntity(text: string, at: number): Escape | undefined {
  const next = text.charCodeAt(at + 1);
  if (next !== 35 && !((next | 32) >= 97 && (next | 32) <= 122)) return undefined;
  const match = /^&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,7}));/.exec(text.slice(at, at + 12));
  if (match === null) return undefined;
  const length = match[0].length;
  if (match[3] !== undefined) {
    const named = Object.hasOwn(NAMED, match[3]) ? NAMED[match[3]] : undefined;
    return named === undefined ? undefined : { length, text: named };
  }
  const point = match[1] === undefined ? Number.parseInt(match[2] ?? '', 16) : Number.parseInt(match[1], 10);
  return point > 0 && point <= 0x10ffff ? { length, text: String.fromCodePoint(point) } : undefined;
}
