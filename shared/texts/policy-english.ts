import type { PolicyClause, PolicyValue, PolicyWords } from '../model/policy-words.ts';
import { policyTexts } from './policy-texts.ts';
import { quoted, shown } from './policy-values.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** A moment as local date and time: `2026-11-27 14:05`. Milliseconds since the epoch. */
export function plainTime(at: number): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return 'an unknown time';
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** `a`, `a and b`, `a, b and c`. Without Intl: a host would load the data of all languages for two words. */
function list(items: readonly string[], last: 'and' | 'or'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

type Time = (at: number) => string;

/**
 * Sentences about rules in English, for the command line, the log and AI apps. Texts from outside stand in quotation
 * marks, or bare where nobody can take them for words of the sentence; what has no value is a "?", so that a hole
 * shows. Whoever shows the sentence shows it as text.
 */
export function policySentence(words: readonly PolicyWords[], time: Time = plainTime): string {
  return words.map((one) => sentence(one, time)).join(' ');
}

function sentence({ key, params }: PolicyWords | PolicyClause, time: Time): string {
  const texts: Readonly<Record<string, string>> = policyTexts;
  const { count } = params;
  const form = count === undefined ? key : `${key}_${count === 1 ? 'one' : 'other'}`;
  const text = Object.hasOwn(texts, form) ? (texts[form] ?? key) : key;
  // One pass: a value is never read as a template.
  return text.replaceAll(/"\{\{(\w+)\}\}"|\{\{(\w+)\}\}/g, (_, within?: string, bare?: string) => {
    const name = within ?? bare ?? '';
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return '?';
    return typeof value === 'string'
      ? within === undefined
        ? shown(value)
        : quoted(value)
      : many(value, time);
  });
}

function many(value: Exclude<PolicyValue, string>, time: Time): string {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return list(value.map(quoted), 'or');
  if ('all' in value)
    return list(
      value.all.map((one) => sentence(one, time)),
      'and',
    );
  if ('any' in value)
    return list(
      value.any.map((one) => sentence(one, time)),
      'or',
    );
  if ('days' in value)
    return list(
      value.days.map((day) => DAYS[day] ?? '?'),
      'and',
    );
  return 'at' in value ? time(value.at) : value.said;
}

/** The same words with every text from outside changed, such as without what is secret in it. */
export function mapPolicyWords(
  words: readonly PolicyWords[],
  change: (text: string) => string,
): PolicyWords[] {
  return words.map(({ key, params }) => ({ key, params: mapped(params, change) }));
}

const mapped = <V extends PolicyValue>(
  params: Readonly<Record<string, V>>,
  change: (text: string) => string,
): Record<string, V> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, mapValue(value, change) as V]));

function mapValue(value: PolicyValue, change: (text: string) => string): PolicyValue {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map(change);
  const clauses = (some: readonly PolicyClause[]): PolicyClause[] =>
    some.map(({ key, params }) => ({ key, params: mapped(params, change) }));
  if ('all' in value) return { all: clauses(value.all) };
  if ('any' in value) return { any: clauses(value.any) };
  return 'said' in value ? { said: change(value.said) } : value;
}
