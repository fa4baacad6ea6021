import { hash } from 'node:crypto';
import { troubles } from '../../shared/model/history.ts';

/** What of a call can be searched. */
export interface Searchable {
  readonly clientId?: unknown;
  readonly clientName?: unknown;
  readonly server?: unknown;
  readonly method?: unknown;
  readonly name?: unknown;
  readonly reason?: unknown;
  readonly found?: unknown;
}

/** The longest word that is told apart, and the most words of one call. */
const maxWord = 40;
const maxWords = 200;
/** The most words of a search. */
const maxAsked = 8;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu)?.map((word) => word.slice(0, maxWord)) ?? [];
}

/** A word in letters that every tokenizer leaves alone; what begins a word also begins its form. */
const plain = (word: string): string =>
  /^[a-z0-9]+$/.test(word) ? word : `u${Buffer.from(word).toString('hex')}`;

const textOf = (call: Searchable): string =>
  [call.clientId, call.clientName, call.server, call.method, call.name, call.reason, call.found]
    .filter((text) => typeof text === 'string')
    .join('\n');

/** The words of a search: folded, the first eight of them. */
export const askedWords = (text: string): readonly string[] =>
  [...new Set(wordsIn(fold(text)))].slice(0, maxAsked);

/** Whether every word begins a word of the call. Judged on what is shown, so that nothing hidden can be searched for. */
export function hasWords(call: Searchable, asked: readonly string[]): boolean {
  if (asked.length === 0) return true;
  const words = wordsOf(textOf(call));
  return asked.every((one) => words.some((word) => word.startsWith(one)));
}

/** Words as they are written and, of `readFile`, also its parts. */
function wordsOf(text: string): string[] {
  const parts = text.replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2');
  return [...new Set([...wordsIn(fold(text)), ...(parts === text ? [] : wordsIn(fold(parts)))])];
}

type Field = 'client' | 'server' | 'name' | 'outcome' | 'effect' | 'found';

/** A field with its value as one word that no text can hold. */
export const fieldWord = (field: Field, value: string): string =>
  `_${field[0] ?? ''}${hash('sha256', value, 'hex').slice(0, 16)}`;

/** A word for all words that begin with this letter: nearly every call has one, and the index would gather them all. */
const letterWord = (letter: string): string => `_1${plain(letter)}`;
const firstLetter = (word: string): string => String.fromCodePoint(word.codePointAt(0) ?? 0);

/** What of a call is kept in the index. */
export interface Indexable extends Searchable {
  readonly outcome?: unknown;
  /** What its tool does (`effectOf`). */
  readonly effect?: unknown;
}

const isTrouble = (outcome: unknown): boolean => troubles.some((one) => one === outcome);

/** How the JSON of what was decided says what a tool does. No text within it can say so: its quotes are escaped. */
export const effectIn = (effect: string): string => `"effect":"${effect}"`;
/** What the tool of a call does, as it was judged when it was called. */
export function effectOf(ruling: unknown): string | undefined {
  return typeof ruling === 'string' ? /"effect":"([a-z]{1,20})"/.exec(ruling)?.[1] : undefined;
}

/** What the index keeps of a call. */
export function indexedText(call: Indexable): string {
  const fields = (
    [
      ['client', call.clientId],
      ['client', call.clientName],
      ['server', call.server],
      ['name', call.name],
      ['outcome', call.outcome],
      ['outcome', isTrouble(call.outcome) ? 'trouble' : undefined],
      ['effect', call.effect],
      ['found', typeof call.found === 'string' ? '' : undefined],
    ] as const
  ).flatMap(([field, value]) => (typeof value === 'string' ? [fieldWord(field, value)] : []));
  const words = wordsOf(textOf(call)).slice(0, maxWords);
  const letters = words.map((word) => letterWord(firstLetter(word)));
  return [...new Set([...fields, ...letters, ...words.map(plain)])].join(' ');
}

/** The search as the index understands it; undefined when there is nothing to search for. */
export function matchOf(fields: readonly string[], words: readonly string[]): string | undefined {
  const parts = [
    ...fields.map((field) => `"${field}"`),
    ...words.map((word) => (word === firstLetter(word) ? `"${letterWord(word)}"` : `"${plain(word)}"*`)),
  ];
  return parts.length === 0 ? undefined : parts.join(' AND ');
}
