import { describe, expect, it } from 'vitest';
import { askSentence, refusal } from '../../../electron/inspection/content/sentences.ts';
import type { Reason } from '../../../electron/inspection/content/task.ts';
import { hostLanguages, loadHostReader } from '../../../renderer/i18n/host-languages.ts';

const WATCHED = ['unread', 'hidden', 'injection-low', 'injection-high', 'secret', 'personal'] as const;
const reason = (watch: Reason['watch'], types: readonly string[]): Reason => ({ watch, types, act: 'ask' });
const forms = ['arguments', 'params', 'result', 'error', 'question', 'reply', 'notice'] as const;
const ENGLISH = /\b(?:The|has|text|and|looked|kept|pass|refused|sent)\b/;

async function reader(code: string) {
  const read = await loadHostReader(code);
  if (read === undefined) throw new Error(`There is nothing to read in ${code}.`);
  return read;
}

describe.each(Object.keys(hostLanguages))('what is said about a finding, in %s', (code) => {
  it('is said whole, with the kinds in it by their names', async () => {
    const read = await reader(code);
    for (const form of forms)
      for (const watch of WATCHED)
        for (const types of [[], ['github-token'], ['a', 'b', 'c', 'd']]) {
          const english = askSentence(form, [reason(watch, types)]);
          const said = read(english);
          expect(said, english).toBeDefined();
          expect(said, english).not.toMatch(ENGLISH);
          if (english.includes('(')) {
            expect(said).toMatch(types.length === 1 ? /GitHub/ : /a[,،、] ?b[,،、] ?c/);
            expect(said).not.toContain('GitHub token)');
          }
        }
  });

  it('is said for several findings, and a type that reads like a sentence stays a value', async () => {
    const read = await reader(code);
    const two = askSentence('result', [reason('injection-high', []), reason('secret', ['aws-key'])]);
    expect(read(two)).toBe(
      [reason('injection-high', []), reason('secret', ['aws-key'])]
        .map((one) => read(askSentence('result', [one])) ?? '')
        .join(/^(?:ja|zh)/.test(code) ? '' : ' '),
    );
    expect(read(askSentence('result', [reason('secret', ['{{types}} $t(x)'])]))).toContain('{{types}} $t(x)');
  });

  it('is said when it is refused, with all that was found', async () => {
    const read = await reader(code);
    for (const form of forms)
      for (const some of [WATCHED.slice(5), WATCHED]) {
        const english = refusal(
          form,
          some.map((watch) => reason(watch, watch === 'secret' ? ['github-token'] : [])),
        );
        expect(read(english), english).toBeDefined();
        expect(read(english), english).not.toMatch(ENGLISH);
      }
  });
});
