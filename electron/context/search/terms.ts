import type { Postings } from './postings.ts';
import { synonyms } from './synonyms.ts';

/** Of a word that means nearly the same, beside the word itself. */
const SYNONYM = 0.5;
/** Of a longer word that begins with the word, of the same length; the longer the less. */
const PREFIX = 0.5;
/** Of a word that was likely meant by one that no tool has. */
const MEANT = 0.6;
const SHORTEST_PREFIX = 4;
const MOST_PREFIXED = 20;
const SHORTEST_MEANT = 5;
const LONGEST_MEANT = 24;
/** So many words that begin alike are compared: a server decides how many there are. */
const MOST_COMPARED = 5000;

/** The words of tools that a word of a query stands for, with what each counts: itself 1. */
export function termsFor(word: string, postings: Postings): Map<string, number> {
  const terms = new Map([[word, 1]]);
  for (const other of synonyms().get(word) ?? []) if (!terms.has(other)) terms.set(other, SYNONYM);
  if (word.length >= SHORTEST_PREFIX)
    for (const longer of beginningWith(word, postings.words(), MOST_PREFIXED))
      if (!terms.has(longer)) terms.set(longer, (PREFIX * word.length) / longer.length);
  if (postings.get(word) === undefined && terms.size === 1)
    for (const other of likelyMeant(word, postings)) terms.set(other, MEANT);
  return terms;
}

/** The words of an ordered list that begin with another, and are longer. */
function beginningWith(word: string, words: readonly string[], most: number): string[] {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] as string) < word) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; found.length < most && words[at]?.startsWith(word) === true; at++)
    if (words[at] !== word) found.push(words[at] as string);
  return found;
}

/** For a word that no tool has: the two that it is made of, or those that differ in a letter or two. */
function likelyMeant(word: string, postings: Postings): string[] {
  if (word.length < SHORTEST_MEANT || word.length > LONGEST_MEANT) return [];
  for (let at = word.length - 3; at >= 3; at--) {
    const halves = [word.slice(0, at), word.slice(at)];
    if (halves.every((half) => postings.get(half) !== undefined)) return halves;
  }
  const most = word.length >= 8 ? 2 : 1;
  const initial = word[0] as string;
  const near = beginningWith(initial, postings.words(), MOST_COMPARED)
    .filter((other) => other.length >= SHORTEST_MEANT - 1)
    .map((other) => ({ other, edits: editsBetween(word, other, most) }));
  for (let edits = 1; edits <= most; edits++) {
    const found = near.filter((one) => one.edits === edits).map(({ other }) => other);
    if (found.length > 0) return found;
  }
  return [];
}

/** How many letters must change, come or go to make one word of another; `most + 1` when it is more than `most`. */
export function editsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + same));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return Math.min(row[other.length] as number, most + 1);
}
