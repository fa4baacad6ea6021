import i18next from 'i18next';
import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Saying, Words } from '../../../shared/model/words.ts';
import { localeOf } from '../../i18n/format.ts';
import { useHostSentence } from '../../i18n/host-sentence.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { cx } from '../../ui/cx.ts';
import { cut } from '../../ui/hostile-text/cut.ts';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { visible } from '../../ui/hostile-text/segments.ts';
import styles from './words.module.css';

/** Of a list that is told within a sentence. */
const LISTED = 6;
const LIST_UNITS = 80;
const LIST_END = 30;
const SPOKEN_UNITS = 120;

/** The catalogue that words are of. */
export type WordsOf = 'approval' | 'reasons' | 'managed';

/** How many a sentence is about, for the form of its words. */
function countIn({ params: { count } }: Words): number | undefined {
  return typeof count === 'string' && /^\d{1,9}$/.test(count) ? Number(count) : undefined;
}

/**
 * The text of a sentence with stand-ins for its values. The values themselves never pass through the catalogue, and a
 * value that is missing is a "?", so that the hole shows.
 */
function template(words: Words, of: WordsOf): string {
  const { key, params } = words;
  const names = Object.keys(params);
  const fill: Readonly<Record<string, string>> = slots(...names);
  const count = countIn(words);
  // The keys come from the host: which there are is known to `shared/texts`, not to the types here.
  const text = (i18next.t as (key: string, how: object) => string)(key, {
    ns: of,
    skipInterpolation: true,
    ...(count === undefined ? {} : { count }),
  });
  // A sentence that is not in the catalogue must not hide what it is about.
  if (text === key) return [visible(key), ...Object.values(fill)].join(' ');
  return text.replaceAll(
    /\{\{(\w+)\}\}/g,
    (_, name: string) => (Object.hasOwn(fill, name) ? fill[name] : undefined) ?? '?',
  );
}

interface Lengths {
  /** UTF-16 units of one value that are shown, and how many of them come from its end. */
  readonly max: number;
  readonly end: number;
}

/** What could pass for the end of the value and the words of Doorward after it: "x” has been checked. “". */
const PASSES = /["“”„«»]|[.!?:;·—,]\s/u;

/** A value within a sentence of ours. One that could pass for more of the sentence is framed, so that its ends show. */
export function Value({ text, max, end }: { readonly text: string } & Lengths) {
  return (
    <span className={cx(styles.value, PASSES.test(text) && styles.framed)}>
      <HostileText text={text} max={max} end={end} />
    </span>
  );
}

/** Every entry of a list, joined as the language joins them; of a long one the first ones and a button for the rest. */
function List({ entries, max, end }: { entries: readonly string[] } & Lengths) {
  const { t, i18n } = useTranslation('popup');
  const [all, setAll] = useState(false);
  const shown = all || entries.length <= LISTED + 1 ? entries : entries.slice(0, LISTED);
  const rest = entries.length - shown.length;
  const places = [...shown.keys(), ...(rest > 0 ? [shown.length] : [])].map(String);
  // Only the places of the entries, and that of the button, are joined: no entry can pass for the comma between two of them.
  const joined = new Intl.ListFormat(localeOf(i18n.language), {
    type: rest > 0 ? 'unit' : 'conjunction',
  });
  const parts = joined.formatToParts(places);
  return (
    <>
      {parts.map(({ type, value }, index) => (
        <Fragment key={index}>
          {type === 'literal' ? (
            value
          ) : Number(value) < shown.length ? (
            <Value text={shown[Number(value)] ?? ''} max={max} end={end} />
          ) : (
            <button type="button" className={styles.more} onClick={() => setAll(true)}>
              {t('more', { count: rest })}
            </button>
          )}
        </Fragment>
      ))}
    </>
  );
}

export interface SaidProps {
  readonly words: Words;
  readonly of?: WordsOf;
  /** Units of one value. */
  readonly max?: number;
  readonly end?: number;
}

/** A sentence of the host: the catalogue's words, with each value shown as text. */
export function Said({ words, of = 'approval', max = 120, end = 40 }: SaidProps) {
  // Drawn again when the language is another one.
  const { i18n } = useTranslation('popup');
  const say = useHostSentence();
  const count = countIn(words);
  const parts: Record<string, ReactNode> = {};
  for (const [name, value] of Object.entries(words.params)) {
    parts[name] =
      name === 'count' && count !== undefined ? (
        new Intl.NumberFormat(localeOf(i18n.language)).format(count)
      ) : typeof value === 'string' ? (
        // What is wrong is said in words of the host, too.
        <Value text={name === 'what' ? say(value) : value} max={max} end={end} />
      ) : (
        <List entries={value} max={Math.min(max, LIST_UNITS)} end={Math.min(end, LIST_END)} />
      );
  }
  return <Sentence text={template(words, of)} parts={parts} />;
}

/** What stands between two sentences: in Japanese and Chinese nothing. */
export const between = (language: string): string => (/^(ja|zh)/.test(language) ? '' : ' ');

/** Several whole sentences of the host, one after the other. */
export function SaidAll({ said, ...how }: Omit<SaidProps, 'words'> & { readonly said: Saying }) {
  const { language } = useTranslation('popup').i18n;
  return said.map((words, index) => (
    <Fragment key={index}>
      {index > 0 && between(language)}
      <Said words={words} {...how} />
    </Fragment>
  ));
}

/** The same as plain text, for places that take no elements and for what is read out. */
export function saidText(words: Words, of: WordsOf = 'approval'): string {
  const short = (value: string): string => {
    const { head, tail, gap } = cut(value, SPOKEN_UNITS, SPOKEN_UNITS / 3);
    return visible(gap > 0 ? `${head}…${tail}` : head);
  };
  let text = template(words, of);
  for (const [name, value] of Object.entries(words.params)) {
    const entries = typeof value === 'string' ? [value] : value.slice(0, LISTED);
    const rest = typeof value === 'string' ? 0 : value.length - entries.length;
    const joined = [...entries.map(short), ...(rest > 0 ? [`+${rest}`] : [])].join(', ');
    text = text.replaceAll(slots(name)[name] ?? '', () => joined);
  }
  return text;
}
