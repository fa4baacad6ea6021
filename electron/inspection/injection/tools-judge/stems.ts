import { UNSEEN, kindOf, plainOf } from '../letters.ts';
import { HASH_START } from '../vocabulary.ts';

const LONGEST = 40;
const letters = new Uint16Array(LONGEST);

/** The hash of a word without its usual English endings, in plain lower-case letters: asks, asked and asking are one. */
export function stemOf(text: string, start: number, end: number): number {
  let size = 0;
  for (let at = start; at < end && size < LONGEST; at++) {
    const code = text.charCodeAt(at);
    if (code === 39 || code === 0x2019 || kindOf(code) === UNSEEN) continue;
    letters[size++] = plainOf(code);
  }
  size = withoutEnding(size);
  let hash = HASH_START;
  for (let i = 0; i < size; i++) hash = Math.imul(hash ^ (letters[i] as number), 0x01000193);
  return hash;
}

/** The same for a word that is written out here. */
export const stemOfWord = (word: string): number => stemOf(word, 0, word.length);

const A = 97;
const is = (size: number, back: number, letter: string): boolean =>
  letters[size - back] === letter.charCodeAt(0);

function withoutEnding(whole: number): number {
  let size = whole;
  if (size <= 4 || (letters[size - 1] as number) < A) return size;
  if (is(size, 1, 's') && is(size, 2, 'e') && is(size, 3, 'i')) size -= 2;
  else if (is(size, 1, 'g') && is(size, 2, 'n') && is(size, 3, 'i') && size > 6) size -= 3;
  else if (is(size, 1, 'd') && is(size, 2, 'e') && size > 5) size -= 2;
  else if (is(size, 1, 's') && is(size, 2, 'e') && size > 5) size -= 2;
  else if (is(size, 1, 's') && !is(size, 2, 's')) size--;
  if (is(size, 1, 'e')) size--;
  else if (is(size, 1, 'y')) letters[size - 1] = 105;
  return size;
}
