import { plainLetters } from '../../catalog/shadowing/confusables.ts';

// Single characters as the lexer takes them: what they count as in a word. Look-alikes, accents and full width count as
// the plain letter, so that no disguise of single letters makes another word; what nobody sees counts as nothing.

export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** Drawn with nothing at all: belongs to the word around it. */
export const UNSEEN = 3;

const TABLE = 0x600;
const kinds = new Uint8Array(TABLE);
const plain = new Uint16Array(TABLE);

for (let code = 0; code < TABLE; code++) {
  const character = String.fromCharCode(code);
  const letter = code < 128 ? character : (plainLetters(character)[0] ?? '');
  plain[code] = (letter === '' ? character : letter).toLowerCase().charCodeAt(0);
  if (/[\p{L}\p{M}_]/u.test(character)) kinds[code] = code >= 0x300 && code < 0x370 ? UNSEEN : LETTER;
  else if (code >= 48 && code <= 57) kinds[code] = DIGIT;
}
kinds[0xad] = UNSEEN;

/** What a character counts as. */
export function kindOf(code: number): number {
  if (code < TABLE) return kinds[code] as number;
  if (code < 0x2000) return code < 0x1100 || code > 0x11ff ? LETTER : OTHER;
  if (code < 0x2070)
    return (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || code >= 0x2060
      ? UNSEEN
      : OTHER;
  if (code >= 0xff10 && code <= 0xff5a)
    return code <= 0xff19 ? DIGIT : code >= 0xff41 || (code >= 0xff21 && code <= 0xff3a) ? LETTER : OTHER;
  // Selectors, the mark of byte order, and the first half of tag characters and further selectors.
  return (code >= 0xfe00 && code <= 0xfe0f) || code === 0xfeff || code === 0xdb40 || code === 0x180e
    ? UNSEEN
    : OTHER;
}

/** The plain lower-case letter that a letter counts as. */
export function plainOf(code: number): number {
  if (code < TABLE) return plain[code] as number;
  if (code >= 0xff21 && code <= 0xff5a) {
    const ascii = code - 0xfee0;
    return ascii >= 65 && ascii <= 90 ? ascii + 32 : ascii;
  }
  return code >= 0xff10 && code <= 0xff19 ? code - 0xfee0 : code;
}
