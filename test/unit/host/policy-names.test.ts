import { expect, it } from 'vitest';
import { policyNames, saidSafely } from '../../../electron/host/policy/policy-names.ts';
import { ruleWords, rulingWords } from '../../../shared/texts/policy.ts';

const SECRET = 'ghp_0123456789abcdef';
const redact = (text: string): string => text.replaceAll(SECRET, '[secret]');
const long = `${'x'.repeat(174)}${SECRET}${'y'.repeat(500)}`;

it('a rule leaves the host without secrets and cut short, in English and as words alike', () => {
  const rule = ruleWords({
    action: 'allow',
    server: 'files',
    tool: long,
    args: [
      { pointer: '/token', test: { is: 'equals', value: SECRET } },
      { pointer: '/more', test: { is: 'one-of', values: [SECRET, { deep: SECRET }] } },
      { pointer: '/run', test: { is: 'program', words: ['curl', SECRET] } },
    ],
  });
  const said = saidSafely(rule, redact);
  expect(JSON.stringify(said)).not.toContain('ghp_');
  expect(said.sentence).toContain('"token" is "[secret]"');
  const tool = said.words[0]?.params['tool'];
  // What is secret is taken out before the middle is cut, or a part of it would stay.
  expect(tool).toMatch(/^x{174}\[se?c?r?e?t?\]?…y+$/);
  expect(tool).toHaveLength(300);
});

it('what was found is said without secrets', () => {
  const because = {
    layer: 'guard',
    code: 'finding',
    marked: [],
    params: { found: `It holds ${SECRET}.` },
  } as const;
  const said = saidSafely(rulingWords({ decision: 'ask', because: { ...because, marked: [] } }), redact);
  expect(said).toEqual({
    sentence: 'It holds [secret].',
    words: [{ key: 'because.found', params: { found: { said: 'It holds [secret].' } } }],
  });
});

it('AI apps have the names that people gave them, and their ids when they are gone', () => {
  const names = policyNames({
    find: (id) => (id === 'c1' ? ({ name: 'My app' } as never) : undefined),
  });
  expect([names.client('c1'), names.client('c2'), names.role('r'), names.server('s')]).toEqual([
    'My app',
    'c2',
    'r',
    's',
  ]);
});
