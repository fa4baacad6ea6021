import { HASH_START, partsOf } from './vocabulary.ts';

// Digits and signs in the place of letters: 1gn0r3 4ll pr3v10us.

const DIGITS: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
};
const LONGEST = 24;
/** The letter, in lower case, that each character of a word counts as; 0: it belongs to no word. */
const LETTERS = new Uint8Array(128);
for (const c of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@$')
  LETTERS[c.charCodeAt(0)] = (DIGITS[c] ?? c).toLowerCase().charCodeAt(0);

/** An ASCII letter. */
export const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
const isSign = (code: number): boolean => LETTERS[code] !== code && !isLetter(code);
const letterAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code < 128 ? (LETTERS[code] as number) : 0;
};

/** How many words of a line are words of orders when letters are put back. Linear. */
export function leetWords(line: string): number {
  let known = 0;
  for (let i = 0; i < line.length; i++) {
    const end = endOfWord(line, i);
    if (isKnown(line, i, end)) known++;
    i = end;
  }
  return known;
}

/** Whether the word that holds the stretch is a word of orders when letters are put back; signs at its edges belong to it. */
export function isLeet(text: string, from: number, to: number): boolean {
  let start = from;
  while (start > 0 && from - start < LONGEST && letterAt(text, start - 1) !== 0) start--;
  const end = endOfWord(text, start);
  return end >= to && isKnown(text, start, end);
}

function endOfWord(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < LONGEST && letterAt(text, end) !== 0) end++;
  return end;
}

function isKnown(text: string, from: number, to: number): boolean {
  let hash = HASH_START;
  let mixed = false;
  for (let i = from; i < to; i++) {
    hash = Math.imul(hash ^ letterAt(text, i), 0x01000193);
    if (i === from || mixed) continue;
    const [a, b] = [text.charCodeAt(i - 1), text.charCodeAt(i)];
    mixed = (isLetter(a) && isSign(b)) || (isSign(a) && isLetter(b));
  }
  return mixed && partsOf(hash) !== 0;
}

/** The text with letters put back. */
export function unleet(text: string): string {
  return text.replaceAll(/[013457@$]/g, (digit) => DIGITS[digit] ?? digit);
}
