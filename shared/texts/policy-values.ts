import type { ValueTest } from '../model/policy.ts';

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

/** An argument by its pointer: `"path"`, `"files/0/path"`; a list by its name, for whatever is said is said of each. */
export function pointerWords(pointer: string): string {
  if (pointer === '') return 'the whole of the arguments';
  return quoted(
    pointer
      .replace(/^\//, '')
      .replace(/(?<=.)\/\*$/, '')
      .replaceAll('~1', '/')
      .replaceAll('~0', '~'),
  );
}

const value = (json: unknown): string =>
  typeof json === 'string' ? quoted(json) : quoted(JSON.stringify(json) ?? '');

/** What a value has to be, after its name: `is in /home/me/Campaigns`. */
export function testWords(test: ValueTest): string {
  switch (test.is) {
    case 'equals':
      return `is ${value(test.value)}`;
    case 'one-of': {
      const some = test.values.slice(0, 5).map(value).join(', ');
      const more = test.values.length - 5;
      return `is one of ${some}${more > 0 ? ` and ${more} more` : ''}`;
    }
    case 'glob':
      return `looks like ${quoted(test.pattern)}`;
    case 'regex':
      return `matches the pattern ${quoted(test.pattern)}`;
    case 'range': {
      const parts = [
        ...(test.min === undefined ? [] : [`at least ${test.min}`]),
        ...(test.max === undefined ? [] : [`at most ${test.max}`]),
      ];
      return parts.length === 0 ? 'is a number' : `is ${parts.join(' and ')}`;
    }
    case 'in-folder':
      return `is in ${shown(test.folder)}`;
    case 'host':
      return test.pattern.startsWith('*.')
        ? `is on a computer below ${shown(test.pattern.slice(2))}`
        : `is on ${shown(test.pattern)}`;
    case 'recipient':
      return test.pattern.startsWith('*@')
        ? `is anybody at ${shown(test.pattern.slice(2))}`
        : `is ${shown(test.pattern)}`;
    case 'program':
      return `runs ${test.words.map(shown).join(' ')}`;
    case 'absent':
      return 'is not given';
  }
}
