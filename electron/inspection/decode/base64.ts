import { type Decoded, isNoText, type Place, readsAsText } from './part.ts';

// Runs of the letters of base64 and of hex. A run is found by looking at every sixteenth character only: a run of
// sixteen cannot hide between two looks, and ordinary text is passed over at the speed of memory.

/** Shorter runs are words. Twelve bytes: the shortest thing worth hiding. */
const RUN = 16;
/** The start that is decoded first: what is no text here is no text. */
const SAMPLE = 24;
/** Runs of this length are tried as text beyond ASCII, too. */
const LONG = 40;
const NOT = 0;
const BASE64 = 1;
const HEX = 3;

const KIND = new Uint8Array(128);
for (const c of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_')
  KIND[c.charCodeAt(0)] = BASE64;
const VALUES = new Uint8Array(128);
Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/').forEach(
  (c, i) => (VALUES[c.charCodeAt(0)] = i),
);
VALUES[45] = 62;
VALUES[95] = 63;
for (const c of '0123456789abcdefABCDEF') KIND[c.charCodeAt(0)] = HEX;

/** Everything in base64 (either alphabet, also broken into lines) or hex (also in pairs) that reads as text. Linear. */
export function readBase64AndHex(text: string): Decoded[] {
  const found: Decoded[] = [];
  readRuns(text, 0, text.length, found);
  return found;
}

/** The same from `from`, where no run goes on, for runs that are met before `stop`; returns where to go on. */
export function readRuns(text: string, from: number, stop: number, found: Decoded[]): number {
  let at = from;
  while (at + RUN <= text.length) {
    if (at >= stop) return at;
    if (kindAt(text, at + RUN - 1) === NOT) {
      at += RUN;
      continue;
    }
    let begun = at + RUN - 1;
    while (begun > at && kindAt(text, begun - 1) !== NOT) begun--;
    let end = at + RUN;
    while (end < text.length && kindAt(text, end) !== NOT) end++;
    if (end - begun < RUN) {
      at = end;
      continue;
    }
    const width = end - begun;
    const run = { start: begun, end: lastLine(text, begun, end) };
    const decoded = readRun(text, run, width);
    if (decoded !== undefined) found.push(decoded);
    at = run.end;
  }
  return text.length;
}

function kindAt(text: string, i: number): number {
  const c = text.charCodeAt(i);
  return c < 128 ? (KIND[c] as number) : NOT;
}

/** The end of a run that goes on in lines of the same length, as in mail and certificates. */
function lastLine(text: string, from: number, end: number): number {
  const width = end - from;
  if (width < 40) return end;
  let last = end;
  for (;;) {
    let next = last;
    if (text.charCodeAt(next) === 13) next++;
    if (text.charCodeAt(next) !== 10) return last;
    next++;
    const begun = next;
    while (next < text.length && next - begun < width && kindAt(text, next) !== NOT) next++;
    if (next - begun < 4 || !endsRun(text.charCodeAt(next))) return last;
    last = next;
    if (next - begun < width) return last;
  }
}

/** What may stand behind the last line: padding, a quotation mark, the end of the line or of the text. */
function endsRun(code: number): boolean {
  return Number.isNaN(code) || code === 61 || code === 34 || code === 39 || code === 10 || code === 13;
}

/** `width`: how long its first line is. */
function readRun(text: string, { start, end }: Place, width: number): Decoded | undefined {
  const head = text.slice(start, start + Math.min(width, HEAD));
  const inHex = isHex(text, start, end);
  if (!inHex && !mayBeText(head)) return undefined;
  const raw = text.slice(start, end);
  const broken = end - start > width;
  const run = broken ? raw.replaceAll(/\r?\n/g, '') : raw;
  const place = broken ? linePlaces(raw) : undefined;
  const at = (i: number): number => start + (place?.[i] ?? Math.min(i, raw.length));
  if (inHex && run.length % 2 === 0) {
    const bytes = Buffer.from(run, 'hex');
    const says = bytes.toString('utf8');
    if (readsAsText(says)) return decoded(says, bytes, at, run.length, 2, 0, 'hex');
  }
  // A letter or two put before it must not hide what follows.
  for (let skip = 0; skip < SKIPS; skip++) {
    if (!mayBeTextFrom(head, skip) || (run.length > LARGE && isNoTextFrom(run, skip))) continue;
    const bytes = base64(run.slice(skip));
    const says = isWide(bytes) ? bytes.toString('utf16le') : bytes.toString('utf8');
    if (readsAsText(says)) return decoded(says, bytes, at, run.length, 4 / 3, skip, 'base64');
  }
  return undefined;
}

const SKIPS = 4;
/** As much of a run as is looked at to see whether it could be text. */
const HEAD = LONG;

/** Most of what looks like base64 is none, or no text: then nothing of it is copied. */
function mayBeText(head: string): boolean {
  for (let skip = 0; skip < SKIPS; skip++) if (mayBeTextFrom(head, skip)) return true;
  return false;
}

function mayBeTextFrom(head: string, skip: number): boolean {
  if (isAscii(head, skip)) return true;
  return (
    skip === 0 &&
    head.length >= LONG &&
    readsAsText(base64(head.slice(0, SAMPLE)).toString('utf8').slice(0, 12))
  );
}

/** From this length on the beginning is looked at before all of it is decoded, up to four times. */
const LARGE = 4096;

/** Whether the beginning has more that is not printed than the whole of a text may have. */
function isNoTextFrom(run: string, skip: number): boolean {
  const bytes = base64(run.slice(skip, skip + 4 * (run.length >> 6)));
  // What the cut tears is no sign of anything.
  return !isWide(bytes) && isNoText(bytes.toString('utf8').slice(0, -3), run.length);
}

function base64(run: string): Buffer {
  return Buffer.from(run, 'base64');
}

/** Whether the bytes at the beginning are all below 128, by the bits of their letters alone. */
function isAscii(run: string, skip: number): boolean {
  const end = Math.min(run.length, skip + SAMPLE) - 3;
  if (end <= skip) return false;
  for (let i = skip; i < end; i += 4) {
    if (value(run, i) >= 32 || (value(run, i + 1) & 8) !== 0 || (value(run, i + 2) & 2) !== 0) return false;
  }
  return true;
}

function value(run: string, i: number): number {
  return VALUES[run.charCodeAt(i) & 127] as number;
}

/** UTF-16, as PowerShell takes it: every other byte is zero. */
function isWide(bytes: Buffer): boolean {
  if (bytes.length < 8) return false;
  for (let i = 1; i < 8; i += 2) if (bytes[i] !== 0 || bytes[i - 1] === 0) return false;
  return true;
}

/** Whether a run, line ends apart, has nothing but what hex is written with. */
function isHex(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c !== 10 && c !== 13 && KIND[c] !== HEX) return false;
  }
  return true;
}

function decoded(
  text: string,
  bytes: Buffer,
  at: (i: number) => number,
  length: number,
  perByte: number,
  skip: number,
  encoding: 'base64' | 'hex',
): Decoded {
  const size = bytes.length === text.length ? 1 : bytes.length / text.length;
  const end = at(length);
  return {
    text,
    start: at(skip),
    end,
    encoding,
    at: (from, to) => ({
      start: Math.min(end, at(skip + Math.floor(Math.floor(from * size) * perByte))),
      end: Math.min(end, at(Math.min(length, skip + Math.ceil(Math.ceil(to * size) * perByte)))),
    }),
  };
}

/** Where each character of a run stands in the run as it was, with its line ends. */
function linePlaces(raw: string): Uint32Array {
  const places = new Uint32Array(raw.length + 1);
  let count = 0;
  for (let i = 0; i < raw.length; i++) {
    const c = raw.charCodeAt(i);
    if (c !== 10 && c !== 13) places[count++] = i;
  }
  places[count] = raw.length;
  return places.subarray(0, count + 1);
}
