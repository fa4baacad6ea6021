import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hostLanguages, loadHostReader } from '../../renderer/i18n/host-languages.ts';
import { issueWords } from '../../shared/issue-words.ts';
import { SaidReason, systemReason } from '../../shared/system-reason.ts';

const coded = (code: string, message = `${code}: no such thing`) =>
  Object.assign(new Error(message), { code });
const sqlite = (errcode: number) => Object.assign(new Error('locked'), { code: 'ERR_SQLITE_ERROR', errcode });

function thrown(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

describe('an error of the system', () => {
  it.each([
    [coded('ENOENT'), 'it does not exist'],
    [coded('EACCES'), 'your account has no right to it'],
    [coded('ECONNREFUSED'), 'nothing listens there'],
    // SQLITE_BUSY_SNAPSHOT, SQLITE_CORRUPT: the lowest byte says it.
    [sqlite(517), 'another program is using it'],
    [sqlite(11), 'it is damaged'],
    [new DOMException('x', 'TimeoutError'), 'it did not answer in time'],
    [new SaidReason('the disk took nothing'), 'the disk took nothing'],
    [thrown(() => JSON.parse('{"a":1,}')), 'it is not JSON from character 8 on'],
    [thrown(() => JSON.parse('{"a":')), 'it is not JSON: it ends too early'],
    [thrown(() => JSON.parse('x')), 'it is not JSON'],
  ])('that is known has words: %s', (error, words) => {
    expect(systemReason(error)).toBe(words);
  });

  it('that is not known is quoted, with its code', () => {
    expect(systemReason(coded('EWEIRD', 'Something odd'))).toBe('the system says "Something odd" (EWEIRD)');
    expect(systemReason(coded('constructor', 'Odd'))).toBe('the system says "Odd" (constructor)');
    expect(systemReason('just a text')).toBe('the system says "just a text"');
    expect(systemReason(new Error('x'.repeat(9999))).length).toBeLessThan(400);
  });
});

describe('what is wrong with a value', () => {
  const wrong = (schema: z.ZodType, value: unknown): string => {
    const issue = schema.safeParse(value).error?.issues[0];
    return issue === undefined ? '' : issueWords(issue);
  };
  it.each([
    [z.string().max(3), 'abcd', 'it is longer than 3 characters'],
    [z.string().min(1), '', 'it is empty'],
    [z.string().min(2), 'a', 'it is shorter than 2 characters'],
    [z.array(z.int()).max(1), [1, 2], 'it has more than 1 entries'],
    [z.int().max(3), 9, 'it is larger than 3'],
    [z.enum(['a', 'b']), 'c', 'it is none of "a", "b"'],
    [z.strictObject({}), { odd: 1 }, 'it has "odd", which is not known'],
    [z.string(), 7, 'it is not of the form that is expected (string)'],
    [z.url(), 'x', 'it is not of the form that is expected'],
    [z.string().regex(/^a/, 'An id begins with "a".'), 'x', 'An id begins with "a"'],
  ])('is told without the words of the library: %#', (schema, value, words) => {
    expect(wrong(schema, value)).toBe(words);
  });
});

it.each(Object.keys(hostLanguages))(
  'both are said in %s within a sentence, and what was quoted stays',
  async (code) => {
    const read = await loadHostReader(code);
    for (const error of [coded('EBUSY'), sqlite(14), coded('EWEIRD', 'Odd {{why}}'), new Error('No code')]) {
      const said = read?.(
        `The vault file cannot be read: ${systemReason(error)}. It was left as it is: put a good copy in its place and start again, or set the secrets anew.`,
      );
      expect(said).toBeDefined();
      expect(said).not.toMatch(/cannot be|program is|system says/);
    }
    expect(read?.('The file was not written: the system says "Odd {{why}}" (EWEIRD).')).toMatch(
      /Odd \{\{why\}\}.*EWEIRD/,
    );
    for (const words of [
      'it is longer than 80 characters',
      'it has "x", which is not known',
      'it is empty',
    ]) {
      const said = read?.(`This cannot be used: ${words}.`);
      expect(said).toBeDefined();
      expect(said).not.toMatch(/\bit (?:is|has)\b/);
    }
  },
);
