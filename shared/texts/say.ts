import type { Saying, Words } from '../model/words.ts';
import { fill } from './approval.ts';

/** A catalogue: flat keys, whole sentences, plurals as `key_one` and `key_other`. */
export type Texts = Readonly<Record<string, string>>;

/**
 * A sentence in English, for terminals, logs and programs. What counts is said in the form for its `count`. A value is
 * never read as a template; one that is missing is a "?"; of a key that is not in the catalogue the values are told, so
 * that nothing is hidden. `quote` makes a value harmless to show.
 */
export function inEnglish(texts: Texts, { key, params }: Words, quote?: (value: string) => string): string {
  const counted = `${key}_${params['count'] === '1' ? 'one' : 'other'}`;
  const found = [counted, key].find((one) => Object.hasOwn(texts, one));
  const template = found === undefined ? undefined : texts[found];
  if (template !== undefined) return fill(template, params, quote);
  const names = Object.keys(params);
  return fill([key, ...names.map((name) => `{{${name}}}`)].join(' '), params, quote);
}

/** Several whole sentences in English, one after the other. */
export function sayInEnglish(texts: Texts, said: Saying, quote?: (value: string) => string): string {
  return said.map((words) => inEnglish(texts, words, quote)).join(' ');
}

/** The same with every value changed, so that none leaves with what nobody is to see, or too long. */
export function withValues(said: Saying, change: (value: string) => string): Saying {
  return said.map(({ key, params }) => ({
    key,
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'string' ? change(value) : value.map(change),
      ]),
    ),
  }));
}
