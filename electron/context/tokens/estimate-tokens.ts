import { CLASS_OF_BYTE, CLASS_OF_UNIT, CLASSES, NEXT } from './character-walk.ts';
import { THOUSANDTHS } from './weights.ts';

/** Up to so many bytes are read whole; of more, as many in pieces that lie evenly over them. */
const READ_BYTES = 4 * 1024;
const PIECES = 16;
const BACKSLASH = 0x5c;

const STATE_BITS = 11;
const STATE_MASK = (1 << STATE_BITS) - 1;
/** Both tables in one: the thousandths of a token, and below them where the row of the next state begins. */
const STEPS: Int32Array = THOUSANDTHS.map(
  (thousandths, place) => (thousandths << STATE_BITS) | ((NEXT[place] as number) * CLASSES),
);

/**
 * About how many tokens a model reads a text as. Held to o200k_base, it is a few percent off for texts of some hundred
 * characters; other models count some more or some less. Linear time; a longer text never has fewer; it never throws.
 */
export function estimateTokens(text: string): number {
  let row = 0;
  let thousandths = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = unit < 0x80 ? CLASS_OF_BYTE[unit] : CLASS_OF_UNIT[unit >> 6];
    const step = STEPS[row + (kind as number)] as number;
    thousandths += step >> STATE_BITS;
    row = step & STATE_MASK;
  }
  return Math.ceil(thousandths / 1000);
}

/** The same of the UTF-8 bytes of a text, of which no more than `most` are read: microseconds, however long it is. */
export function estimateTokensOf(bytes: Uint8Array, most = READ_BYTES): number {
  return sampled(bytes, most, walkPlain);
}

/**
 * About how many tokens the texts in a JSON document are, as a model reads them once they are unescaped. Reads no more
 * than 4 KiB of it. What is not JSON is estimated as something.
 */
export function estimateTokensOfJson(bytes: Uint8Array): number {
  return sampled(bytes, READ_BYTES, walkEscaped);
}

/** Thousandths of tokens from `from` to `to`. */
type Walk = (bytes: Uint8Array, from: number, to: number) => number;

function sampled(bytes: Uint8Array, most: number, walk: Walk): number {
  const { length } = bytes;
  if (length <= most) return Math.ceil(walk(bytes, 0, length) / 1000);
  const size = Math.floor(most / PIECES);
  let thousandths = 0;
  for (let piece = 0; piece < PIECES; piece++) {
    const from = Math.floor((piece * (length - size)) / (PIECES - 1));
    thousandths += walk(bytes, from, from + size);
  }
  return Math.ceil((thousandths / 1000) * (length / (size * PIECES)));
}

function walkPlain(bytes: Uint8Array, from: number, to: number): number {
  let row = 0;
  let thousandths = 0;
  for (let at = from; at < to; at++) {
    const step = STEPS[row + (CLASS_OF_BYTE[bytes[at] as number] as number)] as number;
    thousandths += step >> STATE_BITS;
    row = step & STATE_MASK;
  }
  return thousandths;
}

function walkEscaped(bytes: Uint8Array, from: number, to: number): number {
  let row = 0;
  let thousandths = 0;
  for (let at = from; at < to; at++) {
    let byte = bytes[at] as number;
    if (byte === BACKSLASH && at + 1 < to) {
      byte = ESCAPED[bytes[++at] as number] as number;
      if (byte === UNICODE) {
        byte = leadByte(bytes, at + 1);
        at += 4;
      }
    }
    const step = STEPS[row + (CLASS_OF_BYTE[byte] as number)] as number;
    thousandths += step >> STATE_BITS;
    row = step & STATE_MASK;
  }
  return thousandths;
}

const UNICODE = 0x75;
/** What stands behind a backslash, as what it means; `u` means that four digits follow. */
const ESCAPED: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => byte);
for (const [letter, means] of Object.entries({ n: 10, r: 13, t: 9, b: 8, f: 12 }))
  ESCAPED[letter.charCodeAt(0)] = means;

/** The first byte in UTF-8 of the unit whose four hexadecimal digits stand there. */
function leadByte(bytes: Uint8Array, at: number): number {
  let unit = 0;
  for (let i = at; i < at + 4; i++) {
    const byte = bytes[i] ?? 0;
    unit = unit * 16 + (byte < 0x3a ? byte & 15 : (byte & 7) + 9);
  }
  if (unit < 0x80) return unit;
  if (unit < 0x800) return 0xc0 | (unit >> 6);
  if (unit >= 0xdc00 && unit < 0xe000) return 0x80;
  return unit >= 0xd800 && unit < 0xdc00 ? 0xf0 : 0xe0 | ((unit >> 12) & 15);
}
