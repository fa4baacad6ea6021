/** Of a longer text only the beginning is searched: names of servers and tools are theirs to choose. */
const MOST_TEXT = 300;
const MOST_QUERY = 100;
const MOST_WORDS = 8;

/**
 * A text as it is compared: without marks on letters, without case, without characters that nobody sees. Tools are
 * found by what a person reads and types, not by how their server spells it.
 */
export function fold(text: string): string {
  return (
    text
      .slice(0, MOST_TEXT)
      .normalize('NFKD')
      .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      // Up and down again, so that ß is found by ss.
      .toUpperCase()
      .toLowerCase()
      .trim()
  );
}

/** What a person looks for, folded. */
export interface Query {
  readonly phrase: string;
  readonly words: readonly string[];
}

/** The query in what was typed; undefined where nothing was. */
export function queryOf(typed: string): Query | undefined {
  const phrase = fold(typed.slice(0, MOST_QUERY));
  return phrase === '' ? undefined : { phrase, words: phrase.split(' ').slice(0, MOST_WORDS) };
}

/** The texts of one thing, folded. */
export interface Findable {
  readonly title: string;
  /** By what else it is found: what it does, whose it is. */
  readonly also: readonly string[];
}

/** How well something fits; less is better. */
export const ranks = { prefix: 0, wordStart: 1, inside: 2, words: 3, elsewhere: 10, letters: 20 } as const;

const isInWord = (text: string, at: number): boolean =>
  /[\p{L}\p{N}]$/u.test(text.slice(Math.max(at - 2, 0), at));

function placeOf(needle: string, text: string): 0 | 1 | 2 | undefined {
  let at = text.indexOf(needle);
  if (at <= 0) return at === 0 ? 0 : undefined;
  for (; at !== -1; at = text.indexOf(needle, at + 1)) if (!isInWord(text, at)) return 1;
  return 2;
}

/** Whether the letters are in the text in this order, the first of them at the beginning of a word. */
function hasLetters(letters: string, text: string): boolean {
  const [first, ...rest] = Array.from(letters);
  if (first === undefined || rest.length === 0) return false;
  let at = text.indexOf(first);
  while (at !== -1 && isInWord(text, at)) at = text.indexOf(first, at + 1);
  // Where the rest is not behind the first place of these, it is not behind a later one either.
  for (const letter of at === -1 ? [] : rest) {
    at = text.indexOf(letter, at + 1);
    if (at === -1) return false;
  }
  return at !== -1;
}

/**
 * How well a thing fits a query: at the beginning of its title, at the beginning of a word of it, inside, by single
 * words, by words of what else it is known by, by letters in order. Undefined where it does not.
 */
export function rankOf({ phrase, words }: Query, { title, also }: Findable): number | undefined {
  const whole = placeOf(phrase, title);
  if (whole !== undefined) return whole;
  // Of all words the one that fits worst; a word that is nowhere takes the thing away.
  const worst = (texts: readonly string[]): number | undefined => {
    let found = 0;
    for (const word of words) {
      const places = texts.flatMap((text) => placeOf(word, text) ?? []);
      if (places.length === 0) return undefined;
      found = Math.max(found, Math.min(...places));
    }
    return found;
  };
  const inTitle = words.length > 1 ? worst([title]) : undefined;
  if (inTitle !== undefined) return ranks.words + inTitle;
  const anywhere = worst([title, ...also]);
  if (anywhere !== undefined) return ranks.elsewhere + anywhere;
  return hasLetters(words.join(''), title) ? ranks.letters : undefined;
}
