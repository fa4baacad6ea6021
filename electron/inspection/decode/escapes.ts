import type { Decoded } from './part.ts';
import type { Encoding } from '../finding.ts';

// Escapes that stand one by one in a text: %41, \u0041, \x41, \n, &#65;, &lt;. Where some are, a stretch around them is
// read once more, so that what they spell together with the letters between them is found.

/** How far around an escape the text is read with it. */
const AROUND = 256;

interface Escape {
  readonly length: number;
  readonly text: string;
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
const SHORT: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '/': '/',
  '\\': '\\',
};
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
  // Where escapes stand: in what was read, in the text, and how long they are in both. Between them places run along.
  const marks: number[] = [];
  let length = 0;
  let copied = from;
  for (let at = text.indexOf(reader.mark, from); at !== -1 && at < to; at = text.indexOf(reader.mark, at)) {
    const escape = reader.read(text, at);
    if (escape === undefined || at + escape.length > to) {
      at++;
      continue;
    }
    pieces.push(text.slice(copied, at), escape.text);
    length += at - copied;
    marks.push(length, at, escape.text.length, escape.length);
    length += escape.text.length;
    at += escape.length;
    copied = at;
  }
  pieces.push(text.slice(copied, to));
  const place = (i: number, isEnd: boolean): number => placeOf(marks, from, i, isEnd);
  return {
    text: pieces.join(''),
    start: from,
    end: to,
    encoding: reader.encoding,
    at: (begun, ended) => ({ start: place(begun, false), end: place(ended, true) }),
  };
}

/** Where the unit at `i` of what was read stands in the text; an end within an escape is the escape's end. */
function placeOf(marks: readonly number[], from: number, i: number, isEnd: boolean): number {
  let low = 0;
  let high = marks.length / 4;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle * 4] as number) < i || (!isEnd && marks[middle * 4] === i)) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return from + i;
  const at = (low - 1) * 4;
  const [read, source, readLength, sourceLength] = marks.slice(at, at + 4) as [
    number,
    number,
    number,
    number,
  ];
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
  if (text[at] !== '%') return undefined;
  const digits = text.slice(at + 1, at + 3);
  return HEX2.test(digits) ? Number.parseInt(digits, 16) : undefined;
}

function readBackslash(text: string, at: number): Escape | undefined {
  const next = text[at + 1] ?? '';
  const short = SHORT[next];
  if (short !== undefined) return { length: 2, text: short };
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
