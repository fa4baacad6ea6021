import { describe, expect, it } from 'vitest';
import { askSentence } from '../../../electron/inspection/content/sentences.ts';
import type { Reason } from '../../../electron/inspection/content/task.ts';
import { hostLanguages, loadHostReader } from '../../../renderer/i18n/host-languages.ts';

const WATCHED = ['unread', 'hidden', 'injection-low', 'injection-high', 'secret', 'personal'] as const;
const reason = (watch: Reason['watch'], types: readonly string[]): Reason => ({ watch, types, act: 'ask' });
const forms = ['arguments', 'params', 'result', 'error', 'question'] as const;

describe.each(Object.keys(hostLanguages))('why somebody is asked about a finding, in %s', (code) => {
  it('is said whole, with the types in it as values', async () => {
    const read = await loadHostReader(code);
    if (read === undefined) throw new Error(`There is nothing to read in ${code}.`);
    for (const form of forms)
      for (const watch of WATCHED)
        for (const types of [[], ['github-token'], ['a', 'b', 'c', 'd']]) {
          const english = askSentence(form, [reason(watch, types)]);
          const said = read(english);
          expect(said, english).toBeDefined();
          expect(said, english).not.toMatch(/\b(?:The|has|text|and) (?:request|answer|question|it|text)\b/);
          if (/\(/.test(english))
            expect(said).toMatch(types.length === 1 ? /github token/ : /a, b, c and more/);
        }
  });

  it('is said for several findings, and a type that reads like a sentence stays a value', async () => {
    const read = await loadHostReader(code);
    const two = askSentence('result', [reason('injection-high', []), reason('secret', ['aws-key'])]);
    expect(read?.(two)).toBe(
      [reason('injection-high', []), reason('secret', ['aws-key'])]
        .map((one) => read?.(askSentence('result', [one])) ?? '')
        .join(/^(?:ja|zh)/.test(code) ? '' : ' '),
    );
    expect(read?.(askSentence('result', [reason('secret', ['{{types}} $t(x)'])]))).toContain(
      '{{types}} $t(x)',
    );
  });
});
