import { stemmer } from 'stemmer';
import { glossesOf } from './glosses.ts';

/** Words that say nothing of what a tool does; a task is full of them. */
const EMPTY = new Set(
  `a about above after all also am an and any are as at based be been being before both but by can could did do does doing
  each either etc for from had has have he her here hers him his how i if in into is it its itself just like may me might
  mine more most must my need needs no nor not now of off on once only or other our ours out over own per please same she
  should so some such than that the their them then there these they this those through to too under until up us use used
  uses using very via want was we were what when where whether which while who whom why will with within would you your`.split(
    /\s+/,
  ),
);
/** Scripts that put no spaces between words: pairs of characters stand for words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]+/gu;
const WORD = /[\p{L}\p{M}]+|\p{N}+/gu;
/** `getHTTPPage2` is get, http, page, 2. */
const HUMPS = /(?<=\p{Ll}|\p{N})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;
const LONGEST = 64;
/** So many characters of a text are read; behind them nothing is found. */
export const MOST_TEXT = 4000;

const stems = new Map<string, string>();
const MOST_STEMS = 20_000;

/** The stem of an English word in lower case; of other words, the word. */
function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem !== undefined) return stem;
  stem = /^[a-z]{3,}$/.test(word) ? stemmer(word) : word;
  if (stems.size >= MOST_STEMS) stems.clear();
  stems.set(word, stem);
  return stem;
}

/**
 * The words of a text for a search, as stems in lower case and without accents, in order, empty words left out. Names
 * are taken apart at humps, underscores and digits. Of scripts without spaces, pairs of neighbouring characters.
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .slice(0, MOST_TEXT)
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .normalize('NFC');
  const words: string[] = [];
  const spaced = plain.replaceAll(UNSPACED, (run) => {
    const letters = Array.from(run);
    if (letters.length === 1) words.push(run);
    for (let i = 0; i + 1 < letters.length; i++) words.push(`${letters[i]}${letters[i + 1]}`);
    return ` ${glossesOf(letters).join(' ')} `;
  });
  for (const [word] of spaced.replaceAll(HUMPS, ' ').toLowerCase().matchAll(WORD))
    if (word.length <= LONGEST && !EMPTY.has(word)) words.push(stemOf(word));
  return words;
}
