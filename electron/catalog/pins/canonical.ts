import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { compareKeys, orderOfMembers } from './canonical-keys.ts';
import { canonicalNumber, PLAIN_INTEGER_CHARS } from './canonical-number.ts';

/**
 * Why bytes have no canonical form. `json`: they are no JSON. `utf8`: they are no UTF-8. `duplicate-key`: an object
 * names a member twice, and readers differ in which one counts. `depth`: nested more than 64 deep. `number`: an
 * exponent that no reader handles.
 */
export type CanonicalCode = 'json' | 'utf8' | 'duplicate-key' | 'depth' | 'number';

/** Deeper than any honest schema (DESIGN §2); bounds the recursion below. */
export const MAX_DEPTH = 64;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

class Refused extends Error {
  readonly code: CanonicalCode;
  constructor(code: CanonicalCode, message: string) {
    super(message);
    this.code = code;
  }
}

function refuse(code: CanonicalCode, what: string): never {
  throw new Refused(code, `${what} at byte ${at}`);
}

// One form is made at a time and synchronously, so the state lives here instead of in an object: property reads in
// the loops below would cost more than the work they do. `room` after `put` is never less than what is left of
// `source`, since nothing but a number can grow; numbers make room for themselves.
let source: Buffer = Buffer.alloc(0);
let at = 0;
let target: Buffer = Buffer.allocUnsafe(64 * 1024);
let put = 0;
let scratch: Buffer = Buffer.allocUnsafe(64 * 1024);
/** Members of the objects being read, innermost last: where they start in `target`, and where their key ends. */
let memberStart = new Int32Array(1024);
let keyEnd = new Int32Array(1024);
let members = 0;
/** Whether the string written last holds a backslash. */
let escaped = false;

function makeRoom(more: number): void {
  if (target.length >= put + more) return;
  const larger = Buffer.allocUnsafe(Math.max(target.length * 2, put + more));
  target.copy(larger, 0, 0, put);
  target = larger;
}

function skipSpace(): void {
  for (;;) {
    const c = source[at];
    if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return;
    at++;
  }
}

function writeString(): void {
  const from = source;
  const to = target;
  let i = at + 1;
  let o = put;
  escaped = false;
  to[o++] = QUOTE;
  for (;;) {
    const c = from[i];
    if (c === undefined || c < 0x20) {
      at = i;
      refuse('json', 'a control character or the end in a string');
    }
    if (c === QUOTE) {
      to[o++] = QUOTE;
      break;
    }
    if (c === BACKSLASH) {
      at = i;
      put = o;
      writeEscape();
      i = at;
      o = put;
    } else {
      to[o++] = c;
      i++;
    }
  }
  at = i + 1;
  put = o;
}

const SHORT: Readonly<Record<number, number>> = { 0x62: 8, 0x74: 9, 0x6e: 10, 0x66: 12, 0x72: 13 };
const LETTER: Readonly<Record<number, number>> = { 8: 0x62, 9: 0x74, 10: 0x6e, 12: 0x66, 13: 0x72 };

function hexAt(i: number): number {
  let value = 0;
  for (let k = 0; k < 4; k++) {
    const c = source[i + k] ?? 0;
    const digit =
      c >= 0x30 && c <= 0x39 ? c - 0x30 : (c | 0x20) >= 0x61 && (c | 0x20) <= 0x66 ? (c | 0x20) - 0x57 : -1;
    if (digit < 0) refuse('json', 'a bad escape');
    value = value * 16 + digit;
  }
  return value;
}

/** At a backslash: writes what it stands for, in the one way of RFC 8785. */
function writeEscape(): void {
  const e = source[at + 1] ?? 0;
  if (e !== 0x75) {
    const code =
      e === QUOTE || e === BACKSLASH || e === 0x2f ? e : (SHORT[e] ?? refuse('json', 'a bad escape'));
    at += 2;
    writeCode(code);
    return;
  }
  const code = hexAt(at + 2);
  at += 6;
  if (code >= 0xd800 && code <= 0xdbff && source[at] === BACKSLASH && source[at + 1] === 0x75) {
    const low = hexAt(at + 2);
    if (low >= 0xdc00 && low <= 0xdfff) {
      at += 6;
      writeCode(0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00));
      return;
    }
  }
  writeCode(code);
}

function writeCode(code: number): void {
  if (code === QUOTE || code === BACKSLASH) {
    escaped = true;
    target[put++] = BACKSLASH;
    target[put++] = code;
  } else if (code < 0x20 || (code >= 0xd800 && code <= 0xdfff)) {
    // A lone surrogate has no UTF-8; RFC 8785 forbids it. Kept as its escape it equals nothing but itself.
    escaped = true;
    target[put++] = BACKSLASH;
    const letter = LETTER[code];
    if (letter !== undefined) target[put++] = letter;
    else put += target.write(`u${code.toString(16).padStart(4, '0')}`, put, 'latin1');
  } else if (code < 0x80) {
    target[put++] = code;
  } else if (code < 0x800) {
    target[put++] = 0xc0 | (code >> 6);
    target[put++] = 0x80 | (code & 0x3f);
  } else if (code < 0x10000) {
    target[put++] = 0xe0 | (code >> 12);
    target[put++] = 0x80 | ((code >> 6) & 0x3f);
    target[put++] = 0x80 | (code & 0x3f);
  } else {
    target[put++] = 0xf0 | (code >> 18);
    target[put++] = 0x80 | ((code >> 12) & 0x3f);
    target[put++] = 0x80 | ((code >> 6) & 0x3f);
    target[put++] = 0x80 | (code & 0x3f);
  }
}

function isDigit(c: number | undefined): boolean {
  return c !== undefined && c >= 0x30 && c <= 0x39;
}

function skipDigits(i: number): number {
  if (!isDigit(source[i])) refuse('json', 'a bad number');
  while (isDigit(source[i])) i++;
  return i;
}

function writeNumber(): void {
  const start = at;
  let i = source[at] === 0x2d ? at + 1 : at;
  const first = i;
  i = source[i] === 0x30 ? i + 1 : skipDigits(i);
  let plain = i - first <= PLAIN_INTEGER_CHARS && (first === start || source[first] !== 0x30);
  if (source[i] === 0x2e) {
    plain = false;
    i = skipDigits(i + 1);
  }
  if (source[i] === 0x65 || source[i] === 0x45) {
    plain = false;
    i++;
    if (source[i] === 0x2b || source[i] === 0x2d) i++;
    i = skipDigits(i);
  }
  if (plain) {
    for (let k = start; k < i; k++) target[put++] = source[k] as number;
  } else {
    const text = canonicalNumber(source.toString('latin1', start, i));
    if (text === undefined) refuse('number', 'a number with an endless exponent');
    makeRoom(text.length + source.length - start);
    put += target.write(text, put, 'latin1');
  }
  at = i;
}

function writeWord(word: string): void {
  for (let k = 0; k < word.length; k++) {
    if (source[at + k] !== word.charCodeAt(k)) refuse('json', 'an unknown word');
    target[put++] = word.charCodeAt(k);
  }
  at += word.length;
}

function writeValue(depth: number): void {
  const c = source[at];
  if (c === QUOTE) writeString();
  else if (c === OPEN_OBJECT) writeObject(depth + 1);
  else if (c === OPEN_ARRAY) writeArray(depth + 1);
  else if (c === 0x74) writeWord('true');
  else if (c === 0x66) writeWord('false');
  else if (c === 0x6e) writeWord('null');
  else if (c === 0x2d || isDigit(c)) writeNumber();
  else refuse('json', 'no value');
}

function writeArray(depth: number): void {
  if (depth > MAX_DEPTH) refuse('depth', `nested more than ${MAX_DEPTH} deep`);
  target[put++] = OPEN_ARRAY;
  at++;
  skipSpace();
  if (source[at] === CLOSE_ARRAY) {
    at++;
    target[put++] = CLOSE_ARRAY;
    return;
  }
  for (;;) {
    writeValue(depth);
    skipSpace();
    const c = source[at++];
    target[put++] = c as number;
    if (c === CLOSE_ARRAY) return;
    if (c !== COMMA) refuse('json', '"," or "]" expected');
    skipSpace();
  }
}

function writeObject(depth: number): void {
  if (depth > MAX_DEPTH) refuse('depth', `nested more than ${MAX_DEPTH} deep`);
  const base = members;
  target[put++] = OPEN_OBJECT;
  const inside = put;
  at++;
  skipSpace();
  if (source[at] === CLOSE_OBJECT) {
    at++;
    target[put++] = CLOSE_OBJECT;
    return;
  }
  let sorted = true;
  let anyEscaped = false;
  for (;;) {
    if (source[at] !== QUOTE) refuse('json', 'a key expected');
    if (members === memberStart.length) growMembers();
    const mine = members++;
    memberStart[mine] = put;
    writeString();
    keyEnd[mine] = put;
    anyEscaped ||= escaped;
    if (sorted && mine > base && compareKeys(target, memberStart, keyEnd, mine - 1, mine) >= 0)
      sorted = false;
    skipSpace();
    if (source[at] !== COLON) refuse('json', '":" expected');
    at++;
    target[put++] = COLON;
    skipSpace();
    writeValue(depth);
    skipSpace();
    const c = source[at++];
    if (c === CLOSE_OBJECT) break;
    if (c !== COMMA) refuse('json', '"," or "}" expected');
    target[put++] = COMMA;
    skipSpace();
  }
  if (!sorted || anyEscaped) sortMembers(base, inside, anyEscaped);
  members = base;
  target[put++] = CLOSE_OBJECT;
}

function growMembers(): void {
  const starts = new Int32Array(members * 2);
  starts.set(memberStart);
  memberStart = starts;
  const ends = new Int32Array(members * 2);
  ends.set(keyEnd);
  keyEnd = ends;
}

/** Puts the members from `base` on, written from `inside` to `put`, into order; refuses a key that comes twice. */
function sortMembers(base: number, inside: number, anyEscaped: boolean): void {
  const order = orderOfMembers(
    { bytes: target, starts: memberStart, ends: keyEnd },
    base,
    members,
    anyEscaped,
  );
  if (order === undefined) refuse('duplicate-key', 'an object names a member twice');
  if (scratch.length < put - inside) scratch = Buffer.allocUnsafe(target.length);
  let o = 0;
  for (let n = 0; n < order.length; n++) {
    const k = order[n] as number;
    const end = k + 1 < members ? (memberStart[k + 1] as number) - 1 : put;
    if (n > 0) scratch[o++] = COMMA;
    const start = memberStart[k] as number;
    if (end - start < 48) for (let i = start; i < end; i++) scratch[o++] = target[i] as number;
    else o += target.copy(scratch, o, start, end);
  }
  scratch.copy(target, inside, 0, o);
}

/** Writes `prefix` (ASCII) and the canonical form into `target`; the form is good until the next one is made. */
function write(bytes: Buffer, prefix: string): Result<number, CanonicalCode> {
  if (!isUtf8(bytes)) return fail('utf8', 'The text is not valid UTF-8.');
  source = bytes;
  at = 0;
  put = 0;
  members = 0;
  makeRoom(prefix.length + bytes.length + 8);
  put = target.write(prefix, 0, 'latin1');
  try {
    skipSpace();
    writeValue(0);
    skipSpace();
    if (at !== source.length) refuse('json', 'more follows');
    return ok(put);
  } catch (error) {
    if (error instanceof Refused)
      return fail(error.code, `It cannot be read in one way only: ${error.message}.`);
    throw error;
  } finally {
    source = EMPTY;
  }
}

const EMPTY = Buffer.alloc(0);
const KEPT_BYTES = 1024 * 1024;

/** What one huge item needed is not kept for ever. */
function release(): void {
  if (target.length > KEPT_BYTES) target = Buffer.allocUnsafe(64 * 1024);
  if (scratch.length > KEPT_BYTES) scratch = Buffer.allocUnsafe(64 * 1024);
}

/**
 * The canonical form of one JSON value (RFC 8785), made from its bytes without building it: members in the order of
 * their UTF-16 code units, no white space, one spelling for each string. Differs from the RFC where following it would
 * let two texts pass as one: numbers that a double cannot hold (see `canonicalNumber`) and lone surrogates (kept as
 * `\\udxxx`) stay apart. Linear in the bytes but for the sorting of members. Refusals say which of `CanonicalCode`.
 */
export function canonicalForm(bytes: Buffer): Result<Buffer, CanonicalCode> {
  const written = write(bytes, '');
  if (!written.ok) return written;
  const form = Buffer.from(target.subarray(0, written.value));
  release();
  return ok(form);
}

/** SHA-256, in hex, of `prefix` (ASCII, a few characters) followed by the canonical form of the bytes. */
export function canonicalDigest(bytes: Buffer, prefix = ''): Result<string, CanonicalCode> {
  const written = write(bytes, prefix);
  if (!written.ok) return written;
  const digest = hash('sha256', target.subarray(0, written.value), 'hex');
  release();
  return ok(digest);
}
