import type { Place } from '../decode/part.ts';
import { isLetter, leetWords, unleet } from './leet.ts';
import { HASH_START, hashOf } from './vocabulary.ts';

// Texts that a model reads and a filter does not: letters apart, digits for letters, shifted alphabets, Morse, ones and
// zeros. None of them occurs in an honest text at such length, so being disguised counts by itself.

export type Disguise = 'spaced' | 'leet' | 'rotated' | 'binary' | 'morse';

export interface Disguised extends Place {
  readonly disguise: Disguise;
  readonly text: string;
}

/** Everything in disguise; `odd` are the sentences that the reader found odd. Linear: one look at each character for each kind. */
export function disguisedIn(text: string, odd: readonly Place[]): Disguised[] {
  const found = [...spaced(text), ...morse(text)];
  for (const { start, end } of odd) {
    const line = text.slice(start, Math.min(end, start + LINE));
    const said = ungrouped(line) ?? unleeted(line) ?? unrotated(line);
    if (said !== undefined) found.push({ start, end, ...said });
  }
  return found;
}

/** More of one line is not taken apart. */
const LINE = 16_000;
const LETTERS_APART = 14;

/** "i g n o r e   a l l": single characters with one space between, words with more. */
function spaced(text: string): Disguised[] {
  const found: Disguised[] = [];
  // In a run every other character is a space, but for the gaps between words: one look in a dozen meets it.
  for (let look = 12; look < text.length; look += 12) {
    if (!isPair(text, look) && !isPair(text, look + 1)) continue;
    let start = isPair(text, look) ? look : look + 1;
    for (let back = before(text, start); back >= 0 && isPair(text, back); back = before(text, start))
      start = back;
    let end = start;
    let letters = 0;
    while (end < text.length && isPair(text, end)) {
      letters++;
      end += 2;
      while (end < text.length && text.charCodeAt(end) === 32) end++;
    }
    if (letters >= LETTERS_APART && isWords(text.slice(start, end)))
      found.push({ start, end, disguise: 'spaced', text: joined(text.slice(start, end)) });
    look = Math.max(look, end);
  }
  return found;
}

/** Where the single character before this one would stand. */
function before(text: string, at: number): number {
  let i = at - 1;
  while (i >= 0 && text.charCodeAt(i) === 32 && at - i < 5) i--;
  return i;
}

function isPair(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  if (c <= 32 || c > 0x24f) return false;
  const next = text.charCodeAt(at + 1);
  return (next === 32 || Number.isNaN(next)) && !(at > 0 && text.charCodeAt(at - 1) > 32);
}

/** Letters for the most part, in more than a few kinds: a row of a table or of dashes is none. */
function isWords(run: string): boolean {
  const letters = run.replaceAll(/[^A-Za-z]/g, '').toLowerCase();
  const size = run.replaceAll(' ', '').length;
  const vowels = letters.replaceAll(/[^aeiou]/g, '').length;
  return (
    letters.length * 4 >= size * 3 &&
    new Set(letters).size >= 7 &&
    vowels * 5 >= letters.length &&
    vowels * 5 <= letters.length * 3
  );
}

function joined(run: string): string {
  return run.replaceAll(/(\S) (?=\S)/g, '$1').replaceAll(/ {2,}/g, ' ');
}

const LEET_WORDS = 4;

/** Words with digits for letters, several in one line, that are words of orders when the letters are put back. */
function unleeted(line: string): Pick<Disguised, 'disguise' | 'text'> | undefined {
  return leetWords(line) >= LEET_WORDS ? { disguise: 'leet', text: unleet(line) } : undefined;
}

/** Frequent words of orders, in every shift of the alphabet: two in one line give a shift away. */
const TELLTALE =
  'ignore previous instructions and the you all send password system prompt reveal following state that user'.split(
    ' ',
  );
const SHIFTS = Array.from({ length: 25 }, (_, i) => i + 1);
const BY_WORD = new Map<number, number>();
for (const shift of SHIFTS)
  for (const word of TELLTALE) if (word.length > 3) BY_WORD.set(hashOf(shifted(word, shift)), shift);

/** Some bits of their hashes: rules out nearly every other word. */
const SHIFTED = new Uint8Array(1 << 13);
for (const hash of BY_WORD.keys()) SHIFTED[hash & 0x1fff] = 1;

/** By which shift a word is one of these, by its hash; undefined for others. */
export function shiftOf(hash: number): number | undefined {
  return SHIFTED[hash & 0x1fff] === 0 ? undefined : BY_WORD.get(hash);
}

function unrotated(line: string): Pick<Disguised, 'disguise' | 'text'> | undefined {
  const seen = new Map<number, number>();
  for (let i = 0; i < line.length; i++) {
    const from = i;
    let hash = HASH_START;
    for (; i < line.length && isLetter(line.charCodeAt(i)) && line.charCodeAt(i) < 128; i++)
      hash = Math.imul(hash ^ (line.charCodeAt(i) | 32), 0x01000193);
    const shift = i - from < 4 ? undefined : shiftOf(hash);
    if (shift === undefined) continue;
    const hits = (seen.get(shift) ?? 0) + 1;
    if (hits >= 2) return { disguise: 'rotated', text: shifted(line, 26 - shift) };
    seen.set(shift, hits);
  }
  return undefined;
}

function shifted(text: string, shift: number): string {
  return text.replaceAll(/[A-Za-z]/g, (letter) => {
    const base = letter < 'a' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + shift) % 26) + base);
  });
}

const BINARY = /[01]{8}(?:[ ,]{1,2}[01]{8}){7,}/;
const HEX_PAIRS = /(?:0x)?[0-9A-Fa-f]{2}(?:[ ,:\n]{1,2}(?:0x)?[0-9A-Fa-f]{2}){11,}/;
const MORSE = /(?<![.\-\w])[.-]{1,6}(?: [.-]{1,6}){2,8}(?: ?\/ ?[.-]{1,6}(?: [.-]{1,6}){0,14}){1,80}/g;

const GROUPS =
  /\b(?:[01]{8}|(?:0x)?[0-9A-Fa-f]{2})[ ,:\n]{1,2}(?:[01]{8}|(?:0x)?[0-9A-Fa-f]{2})[ ,:\n]{1,2}(?:[01]{8}|(?:0x)?[0-9A-Fa-f]{2})\b/;

/** Ones and zeros, and hex in pairs. */
function ungrouped(line: string): Pick<Disguised, 'disguise' | 'text'> | undefined {
  if (!GROUPS.test(line)) return undefined;
  const bits = BINARY.exec(line)?.[0];
  const pairs = bits === undefined ? HEX_PAIRS.exec(line)?.[0] : undefined;
  const says =
    bits === undefined
      ? Buffer.from((pairs ?? '').replaceAll(/0x|[^0-9A-Fa-f]/g, ''), 'hex').toString('utf8')
      : String.fromCharCode(...bits.split(/[ ,]+/).map((byte) => Number.parseInt(byte, 2)));
  return /^[\s\x20-\x7e]{8,}$/.test(says) && /[A-Za-z]{3}/.test(says)
    ? { disguise: 'binary', text: says }
    : undefined;
}

function morse(text: string): Disguised[] {
  const found: Disguised[] = [];
  if (!/[.-] \/ [.-]/.test(text)) return found;
  for (const match of text.matchAll(MORSE)) {
    const says = fromMorse(match[0]);
    if (/[a-z]{2}/.test(says) && new Set(says).size >= 6)
      found.push({ start: match.index, end: match.index + match[0].length, disguise: 'morse', text: says });
  }
  return found;
}

const MORSE_LETTERS = new Map(
  '.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..'
    .split(' ')
    .map((code, i) => [code, String.fromCharCode(97 + i)]),
);

function fromMorse(code: string): string {
  return code
    .split('/')
    .map((word) =>
      word
        .trim()
        .split(/ +/)
        .map((letter) => MORSE_LETTERS.get(letter) ?? '')
        .join(''),
    )
    .join(' ');
}
