import i18next from 'i18next';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyClause, PolicyValue, PolicyWords } from '../../../shared/model/policy-words.ts';
import { createFormat, localeOf } from '../../i18n/format.ts';
import { hostSentence, useHostSentence } from '../../i18n/host-sentence.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { cut } from '../../ui/hostile-text/cut.ts';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { visible } from '../../ui/hostile-text/segments.ts';
import { between, Value } from './words.tsx';

const UNITS = 200;
const END = 80;
const SPOKEN_UNITS = 120;

/** How a sentence is put together of its pieces: as elements, or as plain text. */
interface Made<T> {
  readonly text: (value: string) => T;
  readonly said: (value: string) => T;
  readonly fill: (text: string, parts: Readonly<Record<string, T>>) => T;
  readonly join: (pieces: readonly T[]) => T;
}

const locale = (): string => localeOf(i18next.language);
// 2026-11-01 was a Sunday.
const weekday = (day: number): string =>
  new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 10, 1 + day));

/** The text of a sentence with stand-ins for its values, which never pass through the catalogue. */
function template({ key, params }: PolicyWords | PolicyClause): string {
  const fill: Readonly<Record<string, string>> = slots(...Object.keys(params));
  const { count } = params;
  // The keys come from the host: which there are is known to `shared/texts`, not to the types here.
  const text = (i18next.t as (key: string, how: object) => string)(key, {
    ns: 'policy',
    skipInterpolation: true,
    ...(typeof count === 'number' ? { count } : {}),
  });
  // A sentence that is not in the catalogue must not hide what it is about.
  if (text === key) return [key, ...Object.values(fill)].join(' ');
  return text.replaceAll(
    /\{\{(\w+)\}\}/g,
    (_, name: string) => (Object.hasOwn(fill, name) ? fill[name] : undefined) ?? '?',
  );
}

function sentence<T>(words: PolicyWords | PolicyClause, how: Made<T>): T {
  const params: readonly (readonly [string, PolicyValue])[] = Object.entries(words.params);
  return how.fill(
    template(words),
    Object.fromEntries(params.map(([name, value]) => [name, valueOf(value, how)])),
  );
}

function valueOf<T>(value: PolicyValue, how: Made<T>): T {
  if (typeof value === 'string') return how.text(value);
  if (typeof value === 'number') return how.said(new Intl.NumberFormat(locale()).format(value));
  if (Array.isArray(value)) return listed(value.map(how.text), 'disjunction', how);
  const clauses = (some: readonly PolicyClause[]): T[] => some.map((one) => sentence(one, how));
  if ('all' in value) return listed(clauses(value.all), 'conjunction', how);
  if ('any' in value) return listed(clauses(value.any), 'disjunction', how);
  if ('days' in value)
    return listed(
      value.days.map((day) => how.said(weekday(day))),
      'conjunction',
      how,
    );
  if ('at' in value) return how.said(timeOf(value.at));
  return how.said(hostSentence(value.said, i18next.language));
}

const timeOf = (at: number): string =>
  Number.isNaN(new Date(at).getTime()) ? '?' : createFormat(i18next.language, Date.now).date(at);

/** Only the places of the entries are joined, so that no entry can pass for what stands between two of them. */
function listed<T>(entries: readonly T[], type: 'conjunction' | 'disjunction', how: Made<T>): T {
  const parts = new Intl.ListFormat(locale(), { type }).formatToParts(
    entries.map((_, index) => String(index)),
  );
  return how.join(
    parts.map((part) =>
      part.type === 'literal' ? how.said(part.value) : (entries[Number(part.value)] as T),
    ),
  );
}

const elements: Made<ReactNode> = {
  text: (value) => <Value text={value} max={UNITS} end={END} />,
  said: (value) => <HostileText text={value} max={400} end={END} />,
  fill: (text, parts) => <Sentence text={text} parts={parts} />,
  join: (pieces) => pieces.map((piece, index) => <Fragment key={index}>{piece}</Fragment>),
};

const spoken: Made<string> = {
  text(value) {
    const { head, tail, gap } = cut(value, SPOKEN_UNITS, SPOKEN_UNITS / 3);
    return visible(gap > 0 ? `${head}…${tail}` : head);
  },
  said: visible,
  fill(text, parts) {
    // One pass over the text: what a value holds is never taken for a stand-in.
    const names = Object.fromEntries(Object.keys(parts).map((name) => [slots(name)[name] ?? '', name]));
    return text.replaceAll(/\uFDD0\w+\uFDD1/g, (slot) => parts[names[slot] ?? ''] ?? '?');
  },
  join: (pieces) => pieces.join(''),
};

/** Sentences about a rule or a decision, in the language of the window; each value is shown as text. */
export function PolicySaid({ words }: { words: readonly PolicyWords[] }) {
  // Drawn again when the language is another one.
  useTranslation('policy');
  useHostSentence();
  return words.map((one, index) => (
    <Fragment key={index}>
      {index > 0 && between(i18next.language)}
      {sentence(one, elements)}
    </Fragment>
  ));
}

/** The same as plain text, for places that take no elements, for what is read out and for a search. */
export const policyText = (words: readonly PolicyWords[]): string =>
  words.map((one) => sentence(one, spoken)).join(between(i18next.language));
