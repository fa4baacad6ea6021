import type { PolicyClause } from '../model/policy-words.ts';
import type { ArgCondition } from '../model/policy.ts';
import { missingCase } from '../result.ts';
import type { PolicyTextKey } from './policy-texts.ts';

const MAX_SHOWN = 200;
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A text from outside in quotation marks: cut in its middle, quotation marks and unseen characters made visible. */
export function quoted(text: string): string {
  const chars = Array.from(text);
  const cut =
    chars.length <= MAX_SHOWN
      ? text
      : `${chars.slice(0, MAX_SHOWN / 2).join('')} … ${chars.slice(-MAX_SHOWN / 2).join('')}`;
  return `"${cut
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(UNSEEN, (char) => `\\u{${(char.codePointAt(0) as number).toString(16)}}`)}"`;
}

/** A text from outside: bare where nobody can take it for words of the sentence, in quotation marks otherwise. */
export function shown(text: string): string {
  return /^[A-Za-z0-9_./@:*-]{1,100}$/.test(text) && !/[.:]$/.test(text) ? text : quoted(text);
}

/** An argument by its pointer: `path`, `files/0/path`; a list by its name, for whatever is said is said of each. */
export const argumentName = (pointer: string): string =>
  pointer
    .replace(/^\//, '')
    .replace(/(?<=.)\/\*$/, '')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');

const json = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
const LISTED = 5;

/** What an argument has to be, for a list of such parts: `"path" is in /home/me/Campaigns`. */
export function testWords({ pointer, test }: ArgCondition): PolicyClause {
  if (pointer === '')
    return test.is === 'equals'
      ? clause('test.whole-equals', { value: json(test.value) })
      : clause('test.whole', { test: json(test) });
  const argument = argumentName(pointer);
  const of = (key: PolicyTextKey, params: PolicyClause['params'] = {}): PolicyClause =>
    clause(key, { argument, ...params });
  switch (test.is) {
    case 'equals':
      return of('test.equals', { value: json(test.value) });
    case 'one-of': {
      const values = test.values.slice(0, LISTED).map(json);
      const count = test.values.length - values.length;
      return count === 0 ? of('test.one-of', { values }) : of('test.one-of-more', { values, count });
    }
    case 'glob':
      return of('test.glob', { pattern: test.pattern });
    case 'regex':
      return of('test.regex', { pattern: test.pattern });
    case 'range':
      return range(of, test.min, test.max);
    case 'in-folder':
      return of('test.in-folder', { folder: test.folder });
    case 'host':
      return test.pattern.startsWith('*.')
        ? of('test.host-below', { host: test.pattern.slice(2) })
        : of('test.host', { host: test.pattern });
    case 'recipient':
      return test.pattern.startsWith('*@')
        ? of('test.recipient-domain', { domain: test.pattern.slice(2) })
        : of('test.recipient', { recipient: test.pattern });
    case 'program':
      return of('test.program', { command: test.words.map(shown).join(' ') });
    case 'absent':
      return of('test.absent');
    default:
      return missingCase(test);
  }
}

const clause = (key: PolicyTextKey, params: PolicyClause['params']): PolicyClause => ({ key, params });

/** Bounds as they are, for a rounded one would be another one. */
function range(
  of: (key: PolicyTextKey, params?: PolicyClause['params']) => PolicyClause,
  min: number | undefined,
  max: number | undefined,
): PolicyClause {
  if (min === undefined)
    return max === undefined ? of('test.range-any') : of('test.range-max', { max: String(max) });
  return max === undefined
    ? of('test.range-min', { min: String(min) })
    : of('test.range', { min: String(min), max: String(max) });
}
