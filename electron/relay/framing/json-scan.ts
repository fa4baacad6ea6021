/**
 * A validating JSON reader (RFC 8259) over bytes that reports where values lie instead of building them.
 * It exists because what is forwarded must be the bytes that were judged: parsing and printing again loses
 * numbers beyond 2^53, the order of keys and duplicate keys. Iterative, so that depth cannot overflow the stack.
 */

/** Half-open byte range `[start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The members of one object, in order of appearance; keys are decoded. */
export type Members = Map<string, Span>;

/** Thrown inside the scanner only; `scanMessage` and `membersOf` turn it into a result. */
export class ScanFailure extends Error {}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;

/** Deeper than any honest message; bounds the stack below. */
const MAX_DEPTH = 100_000;
/** More than any honest object has where we keep its members; bounds the map. */
const MAX_MEMBERS = 50_000;

function fail(what: string, at: number): never {
  throw new ScanFailure(`${what} at byte ${at}`);
}

/** First position at or after `i` that is not JSON white space. */
export function skipSpace(b: Buffer, i: number): number {
  for (;;) {
    const c = b[i];
    if (c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09) i++;
    else return i;
  }
}

function isHex(c: number | undefined): boolean {
  return (
    c !== undefined && ((c >= 0x30 && c <= 0x39) || (c >= 0x41 && c <= 0x46) || (c >= 0x61 && c <= 0x66))
  );
}

/** So many plain characters in a row make it worth looking at four at a time. */
const LONG_RUN = 128;

/**
 * Skips plain string bytes four at a time: the first word that holds a quote, a backslash or a control character
 * ends it. Each term has the top bit of a byte set exactly when some byte of the word is below 0x20, a quote, or a
 * backslash; which one it was is for the caller to see.
 */
function skipPlain(b: Buffer, i: number): number {
  const start = i + (-(b.byteOffset + i) & 3);
  for (; i < start; i++) {
    const c = b[i];
    if (c === undefined || c === QUOTE || c === BACKSLASH || c < 0x20) return i;
  }
  const words = new Int32Array(b.buffer, b.byteOffset + start, Math.max(0, (b.length - start) >> 2));
  for (let k = 0; k < words.length; k++) {
    const x = words[k] as number;
    const quote = x ^ 0x22222222;
    const slash = x ^ 0x5c5c5c5c;
    const special =
      ((x - 0x20202020) & ~x) | ((quote - 0x01010101) & ~quote) | ((slash - 0x01010101) & ~slash);
    if ((special & 0x80808080) !== 0) return start + k * 4;
  }
  return start + words.length * 4;
}

/** `i` is behind the opening quote; returns the position behind the closing one. */
function skipString(b: Buffer, i: number): number {
  const end = b.length;
  while (i < end) {
    const stop = i + LONG_RUN < end ? i + LONG_RUN : end;
    let c = 0x20;
    while (i < stop) {
      c = b[i] as number;
      if (c === QUOTE) return i + 1;
      if (c === BACKSLASH || c < 0x20) break;
      i++;
    }
    if (c === BACKSLASH) i = skipEscape(b, i);
    else if (c < 0x20) fail('control character in a string', i);
    else i = skipPlain(b, i);
  }
  return fail('unfinished string', i);
}

/** `i` is at a backslash; returns the position behind the escape. */
function skipEscape(b: Buffer, i: number): number {
  const e = b[i + 1];
  if (e === 0x75) {
    if (!(isHex(b[i + 2]) && isHex(b[i + 3]) && isHex(b[i + 4]) && isHex(b[i + 5]))) fail('bad escape', i);
    return i + 6;
  }
  const known =
    e === 0x6e ||
    e === QUOTE ||
    e === BACKSLASH ||
    e === 0x74 ||
    e === 0x2f ||
    e === 0x72 ||
    e === 0x62 ||
    e === 0x66;
  return known ? i + 2 : fail('bad escape', i);
}

function skipDigits(b: Buffer, i: number): number {
  const start = i;
  for (let c = b[i]; c !== undefined && c >= 0x30 && c <= 0x39; c = b[i]) i++;
  return i === start ? fail('bad number', i) : i;
}

function skipNumber(b: Buffer, i: number): number {
  if (b[i] === 0x2d) i++;
  i = b[i] === 0x30 ? i + 1 : skipDigits(b, i);
  if (b[i] === 0x2e) i = skipDigits(b, i + 1);
  if (b[i] === 0x65 || b[i] === 0x45) {
    i++;
    if (b[i] === 0x2b || b[i] === 0x2d) i++;
    i = skipDigits(b, i);
  }
  return i;
}

function skipWord(b: Buffer, i: number, word: string): number {
  for (let k = 0; k < word.length; k++) if (b[i + k] !== word.charCodeAt(k)) fail('unknown word', i);
  return i + word.length;
}

function skipScalar(b: Buffer, i: number): number {
  const c = b[i];
  if (c === QUOTE) return skipString(b, i + 1);
  if (c === 0x74) return skipWord(b, i, 'true');
  if (c === 0x66) return skipWord(b, i, 'false');
  if (c === 0x6e) return skipWord(b, i, 'null');
  if (c === 0x2d || (c !== undefined && c >= 0x30 && c <= 0x39)) return skipNumber(b, i);
  return fail('value expected', i);
}

/** `i` is at a key's opening quote; returns the position of the value behind the colon. */
function skipKey(b: Buffer, i: number): number {
  if (b[i] !== QUOTE) fail('key expected', i);
  i = skipSpace(b, skipString(b, i + 1));
  if (b[i] !== COLON) fail('":" expected', i);
  return skipSpace(b, i + 1);
}

/** Kept between calls: a message is scanned synchronously, so one stack serves all. */
let kinds = new Uint8Array(256);

/** `i` is at the first byte of a value; returns the position behind it. Throws `ScanFailure`. */
export function skipValue(b: Buffer, i: number): number {
  let depth = 0;
  for (;;) {
    const c = b[i];
    if (c === OPEN_OBJECT || c === OPEN_ARRAY) {
      i = skipSpace(b, i + 1);
      if (b[i] === (c === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_ARRAY)) {
        i++;
      } else {
        if (depth === kinds.length) {
          if (depth >= MAX_DEPTH) fail('nested too deeply', i);
          const larger = new Uint8Array(depth * 4);
          larger.set(kinds);
          kinds = larger;
        }
        kinds[depth++] = c;
        if (c === OPEN_OBJECT) i = skipKey(b, i);
        continue;
      }
    } else {
      i = skipScalar(b, i);
    }
    // A value is complete: close what ends here, or go on to the next member or element.
    for (;;) {
      if (depth === 0) return i;
      i = skipSpace(b, i);
      const kind = kinds[depth - 1];
      if (b[i] === COMMA) {
        i = skipSpace(b, i + 1);
        if (kind === OPEN_OBJECT) i = skipKey(b, i);
        break;
      }
      if (b[i] !== (kind === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_ARRAY)) fail('"," or end expected', i);
      depth--;
      i++;
    }
  }
}

/** Strings that stand in nearly every message, by length: comparing is several times faster than decoding. */
const COMMON: string[][] = [];
for (const word of [
  'jsonrpc',
  '2.0',
  'id',
  'method',
  'params',
  'result',
  'error',
  'name',
  'arguments',
  '_meta',
  'uri',
  'tools/call',
])
  (COMMON[word.length] ??= []).push(word);

function isAt(b: Buffer, i: number, word: string): boolean {
  for (let k = 0; k < word.length; k++) if (b[i + k] !== word.charCodeAt(k)) return false;
  return true;
}

/** Decodes a JSON string token (with its quotes). */
export function decodeString(b: Buffer, start: number, end: number): string {
  for (const word of COMMON[end - start - 2] ?? []) if (isAt(b, start + 1, word)) return word;
  const text = b.toString('utf8', start + 1, end - 1);
  return text.includes('\\') ? (JSON.parse(b.toString('utf8', start, end)) as string) : text;
}

/** Called with each member; returns the end of the value, which it may have read itself. */
export type OnMember = (key: string, valueStart: number) => number;

/**
 * `i` is at an object's brace; reports its members and returns the position behind the closing brace.
 * A duplicate key is a failure: readers differ in which one wins, and an attacker lives in that difference.
 */
export function readObject(b: Buffer, i: number, members: Members, onMember?: OnMember): number {
  if (b[i] !== OPEN_OBJECT) fail('object expected', i);
  i = skipSpace(b, i + 1);
  if (b[i] === CLOSE_OBJECT) return i + 1;
  for (;;) {
    if (b[i] !== QUOTE) fail('key expected', i);
    const keyEnd = skipString(b, i + 1);
    const key = decodeString(b, i, keyEnd);
    i = skipSpace(b, keyEnd);
    if (b[i] !== COLON) fail('":" expected', i);
    const start = skipSpace(b, i + 1);
    const end = onMember === undefined ? skipValue(b, start) : onMember(key, start);
    if (members.has(key)) fail(`duplicate key ${JSON.stringify(key.slice(0, 40))}`, start);
    if (members.size === MAX_MEMBERS) fail(`more than ${MAX_MEMBERS} members`, start);
    members.set(key, { start, end });
    i = skipSpace(b, end);
    if (b[i] === CLOSE_OBJECT) return i + 1;
    if (b[i] !== COMMA) fail('"," or "}" expected', i);
    i = skipSpace(b, i + 1);
  }
}

/** Members of the object at `span` of bytes that have been scanned; undefined when it is not an object, repeats a key or has over 50,000. */
export function membersOf(b: Buffer, span: Span): Members | undefined {
  if (b[span.start] !== OPEN_OBJECT) return undefined;
  const members: Members = new Map();
  try {
    readObject(b, span.start, members);
    return members;
  } catch (error) {
    if (error instanceof ScanFailure) return undefined;
    throw error;
  }
}

/** Elements of the array at `span` of bytes that have been scanned; undefined when it is not an array. */
export function elementsOf(b: Buffer, span: Span, max = Number.POSITIVE_INFINITY): Span[] | undefined {
  if (b[span.start] !== OPEN_ARRAY) return undefined;
  const elements: Span[] = [];
  let i = skipSpace(b, span.start + 1);
  if (b[i] === CLOSE_ARRAY) return elements;
  while (elements.length < max) {
    const end = skipValue(b, i);
    elements.push({ start: i, end });
    i = skipSpace(b, end);
    if (b[i] === CLOSE_ARRAY) return elements;
    i = skipSpace(b, i + 1);
  }
  return elements;
}

/** How deeply arrays and objects are nested in bytes that have been scanned; a scalar is 0. */
export function depthOf(b: Buffer, span: Span): number {
  let depth = 0;
  let deepest = 0;
  for (let i = span.start; i < span.end;) {
    const c = b[i];
    if (c === QUOTE) {
      i = skipString(b, i + 1);
      continue;
    }
    if (c === OPEN_OBJECT || c === OPEN_ARRAY) deepest = Math.max(deepest, ++depth);
    else if (c === CLOSE_OBJECT || c === CLOSE_ARRAY) depth--;
    i++;
  }
  return deepest;
}

/** The string at `span`, or undefined when there is no span or the value is not a string. */
export function stringAt(b: Buffer, span: Span | undefined): string | undefined {
  if (span === undefined || b[span.start] !== QUOTE) return undefined;
  return decodeString(b, span.start, span.end);
}

/** The bytes at `span`, without a copy. */
export function bytesAt(b: Buffer, span: Span): Buffer {
  return b.subarray(span.start, span.end);
}
