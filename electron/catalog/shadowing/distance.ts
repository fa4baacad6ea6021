import { nameWords } from '../effects/places.ts';
import { plainLetters } from './confusables.ts';

/** How two names differ, for deciding whether one passes for the other. */
export interface NameDistance {
  /** Insertions, deletions, replacements and swaps of neighbours, in plain lower-case letters without separators. */
  readonly edits: number;
  /** The same words in another order. */
  readonly swapped: boolean;
  /** Near enough to be taken for the other by somebody who reads in a hurry. */
  readonly close: boolean;
}

/** Longer names are cut; no table below is larger than this squared. */
const MAX_CHARS = 64;
/** Words that are told apart at a glance however near their letters are. */
const MIN_CHARS = 5;

/**
 * The distance of two names. Close is one slip of the finger in a name of five letters or more, two in fifteen, in
 * letters within a word; a plural, another number, and a word more or less are other names, as in `get_user` and
 * `get_users`, `step_1` and `step_2`, `search` and `search_issues`.
 */
export function nameDistance(a: string, b: string): NameDistance {
  const plainA = plainLetters(a).slice(0, MAX_CHARS);
  const plainB = plainLetters(b).slice(0, MAX_CHARS);
  const wordsA = nameWords(plainA);
  const wordsB = nameWords(plainB);
  const joinedA = wordsA.join('');
  const joinedB = wordsB.join('');
  if (joinedA === '' || joinedB === '')
    return { edits: Math.max(joinedA.length, joinedB.length), swapped: false, close: false };
  if (joinedA === joinedB) return { edits: 0, swapped: false, close: true };
  const swapped =
    wordsA.length > 1 &&
    wordsA.length === wordsB.length &&
    wordsA.toSorted().join(' ') === wordsB.toSorted().join(' ');
  const limit = Math.max(joinedA.length, joinedB.length) >= 15 ? 2 : 1;
  if (Math.abs(joinedA.length - joinedB.length) > limit) return { edits: limit + 1, swapped, close: swapped };
  const edits = editDistance(joinedA, joinedB, limit);
  const long = Math.min(joinedA.length, joinedB.length) >= MIN_CHARS;
  const close = swapped || (long && edits <= limit && !differsInMeaning(wordsA, wordsB));
  return { edits, swapped, close };
}

/** A plural, a number, or another whole word: differences that people mean. */
function differsInMeaning(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as string;
    const y = b[i] as string;
    if (x === y) continue;
    if (isPlural(x, y) || isPlural(y, x)) return true;
    if (x.replace(/\d+/g, '') === y.replace(/\d+/g, '')) return true;
    // Both are words of their own, as get and set, read and load; a slip makes a word nobody uses.
    if (isWord(x) && isWord(y)) return true;
    // "register" and "unregister" say it.
    if (x === `un${y}` || y === `un${x}` || x === `re${y}` || y === `re${x}`) return true;
    // In a short word a slip is most of it: ip and id, add and and. Swapped letters are a slip all the same.
    if (Array.from(x).toSorted().join('') === Array.from(y).toSorted().join('')) continue;
    if (Math.max(x.length, y.length) <= 3 && a.length > 1) return true;
  }
  return false;
}

function isWord(text: string): boolean {
  return WORDS.has(text) || (text.endsWith('s') && WORDS.has(text.slice(0, -1)));
}

function isPlural(one: string, many: string): boolean {
  return (
    many === `${one}s` || many === `${one}es` || (one.endsWith('y') && many === `${one.slice(0, -1)}ies`)
  );
}

const WORDS = new Set(
  `start stop state stats status store stock score scope source search create delete update remove rename resume
  import export insert invert select detect read head send post past path patch page pages file files filter fetch
  merge message manage test text task tasks team teams term form format forms from comment commit content context
  contact contract connect convert count amount account user users order orders folder holder host cost list lists
  link line like load lock look log logs login logout open close clone class call mail main make mark market chart
  charts check clear clean clients client event events even alert invite issue issues image images index item items
  table tables label labels level local locale mute move mode model models node nodes note notes name names number
  project product products profile price prices print branch batch block blocks board book break build cache
  channel change channels device devices domain email enable disable encode decode quote group groups invoice job
  key keys lookup map match member memory metric metrics move network option options owner param query queue rate
  reaction record region release report reports request response restore result role room route rule rules run
  schema script section secret server service session set share sheet show sign site size skill sort space
  stream string sync system tag tags target template thread ticket time title token tool topic trace track train
  transfer tree type types upload url value version video view views volume watch web week work write year`
    .trim()
    .split(/\s+/),
);

/**
 * Optimal string alignment; whatever is above `limit` is `limit + 1`, so that the answer does not hang on where it was
 * given up. Time is the product of the lengths, at most 64 each.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let k = 1; k <= b.length; k++) {
      const same = a[i - 1] === b[k - 1] ? 0 : 1;
      let cost = Math.min(
        (last[k] as number) + 1,
        (row[k - 1] as number) + 1,
        (last[k - 1] as number) + same,
      );
      if (i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1])
        cost = Math.min(cost, (before[k - 2] as number) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] as number, limit + 1);
}
