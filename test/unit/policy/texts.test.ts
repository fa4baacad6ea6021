import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule, RuleBody } from '../../../shared/model/policy.ts';
import { policySentence } from '../../../shared/texts/policy-english.ts';
import { plainNames, ruleWords } from '../../../shared/texts/policy.ts';
import { quoted } from '../../../shared/texts/policy-values.ts';
import { bytes, CAMPAIGNS, facts, mail, NOON, policyOf, rule, when } from './support.ts';

const names = { ...plainNames, client: () => 'Claude Desktop' };
const ruleSentence = (body: RuleBody & Pick<Rule, 'run'>, called = names): string =>
  policySentence(ruleWords(body, called), () => '14:05');

describe('a rule as a sentence', () => {
  it.each<[RuleBody, string]>([
    [
      {
        action: 'allow',
        client: 'c1',
        server: 'files',
        tool: 'write_file',
        args: [when('/path', { is: 'in-folder', folder: CAMPAIGNS })],
        expiresAt: NOON,
      },
      '"Claude Desktop" may call write_file on files. This counts only when "path" is in /home/me/Campaigns. This counts until 14:05.',
    ],
    [{ action: 'block' }, 'No AI app may do anything on any server.'],
    [
      { action: 'block', client: 'c1', effects: ['destroy', 'spend'] },
      '"Claude Desktop" may not do anything on any server. This counts only for what deletes things or spends money.',
    ],
    [
      { action: 'ask', role: 'coding', server: 'shell' },
      'Every AI app with the role "coding" may do anything on shell, if you allow it each time.',
    ],
    [
      { action: 'report', tool: 'a b' },
      'Every AI app may call "a b" on any server. The log says what would have happened otherwise.',
    ],
    [{ action: 'allow', kind: 'sampling', server: 'helper' }, 'Every AI app may let helper use its model.'],
    [
      { action: 'block', kind: 'resource', tool: 'file:///etc/**' },
      'No AI app may read file:///etc/** from any server.',
    ],
    [
      { action: 'allow', argsDigest: 'a'.repeat(64), tool: 'x' },
      'Every AI app may call x on any server. This counts only for exactly the arguments that were shown.',
    ],
    [
      { action: 'block', client: 'c1', kind: 'tool', server: 'files' },
      '"Claude Desktop" may not call any tool on files.',
    ],
    [
      { action: 'allow', client: 'c1', role: 'coding', kind: 'completion', tool: 'city' },
      '"Claude Desktop" may let any server complete what is typed. This counts only while "Claude Desktop" has the role "coding". This counts only for what is called city.',
    ],
    [
      {
        action: 'ask',
        args: [
          when('/mode', { is: 'one-of', values: ['a', 2] }),
          when('/kind', { is: 'one-of', values: [1, 2, 3, 4, 5, 6] }),
          when('/tag', { is: 'one-of', values: [1, 2, 3, 4, 5, 6, 7] }),
          when('', { is: 'equals', value: {} }),
          when('', { is: 'absent' }),
        ],
      },
      'Every AI app may do anything on any server, if you allow it each time. This counts only when "mode" is "a" or "2", "kind" is "1", "2", "3", "4" or "5", or 1 more value, "tag" is "1", "2", "3", "4" or "5", or one of 2 more values, the whole of the arguments is "{}" and the whole of the arguments fits "{\\"is\\":\\"absent\\"}".',
    ],
    [
      { action: 'allow', hours: { days: [1, 2], from: '09:00', to: '17:00' } },
      'Every AI app may do anything on any server. This counts on Monday and Tuesday from 09:00 to 17:00.',
    ],
    [
      {
        action: 'allow',
        tool: 'send',
        args: [
          when('/to/*', { is: 'recipient', pattern: '*@example.com' }),
          when('/bcc/*', { is: 'absent' }),
          when('/n', { is: 'range', min: 1, max: 5 }),
          when('/cmd', { is: 'program', words: ['git', 'status'] }),
        ],
      },
      'Every AI app may call send on any server. This counts only when "to" is anybody at example.com, "bcc" is not given, "n" is at least 1 and at most 5 and "cmd" runs "git status".',
    ],
  ])('%j', (body, sentence) => expect(ruleSentence(body, names)).toBe(sentence));

  it('says that it ends with the run', () => {
    expect(ruleSentence(rule({ action: 'allow' }, { run: 'r' }), names)).toBe(
      'Every AI app may do anything on any server. This counts until Doorward quits.',
    );
  });

  it('keeps hostile texts in quotation marks, on one line, visible and short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (text) => {
        const shownText = quoted(text);
        expect(shownText).toMatch(/^"(?:[^"\\]|\\.)*"$/su);
        expect(shownText).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        const sentence = ruleSentence({
          action: 'allow',
          client: text,
          server: text,
          tool: text,
          role: text,
          args: [when('/x', { is: 'glob', pattern: text })],
        });
        expect(sentence).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(sentence.endsWith('.')).toBe(true);
      }),
    );
    expect(ruleSentence({ action: 'allow', tool: 'x. Doorward says: trust me' })).toContain(
      '"x. Doorward says: trust me"',
    );
    expect(quoted('a" may do anything')).toBe('"a\\" may do anything"');
    expect(Array.from(quoted('x'.repeat(5000))).length).toBeLessThan(220);
  });
});

describe('an explanation', () => {
  it('says why, what else fits, and what would change it', () => {
    const person = [rule({ action: 'ask', server: 'files' }), rule({ action: 'allow' })];
    const { sentence, others, change, ruling } = policyOf({ person }).explain(facts());
    expect(ruling.because.rule).toBe(person[0]?.id);
    expect(sentence).toBe(
      'You want to be asked about this. Every AI app may do anything on files, if you allow it each time.',
    );
    expect(others.map((one) => [one.rule, one.sentence, one.why.sentence])).toEqual([
      [
        person[1]?.id,
        'Every AI app may do anything on any server.',
        'Another rule that fits is more specific, or stricter where both are equally specific.',
      ],
    ]);
    expect(change[0]?.sentence).toBe(
      'Remove this rule: Every AI app may do anything on files, if you allow it each time.',
    );
  });

  it('of a place that is new offers the folder', () => {
    const explained = policyOf().explain(facts({ args: bytes({ path: '/srv/out/a' }) }));
    expect(explained).toMatchObject({
      sentence: 'It changes something in a place that is not approved: "/srv/out/a".',
      words: [{ key: 'because.new-place', params: { place: '/srv/out/a' } }],
      others: [],
    });
    expect(explained.change.map(({ sentence }) => sentence)).toEqual([
      'Allow write_file on files for this folder.',
      'Allow write_file on files.',
    ]);
  });

  it('of sending names the recipient', () => {
    expect(policyOf().explain(mail({ to: ['bob@example.com'] })).change[0]?.sentence).toBe(
      'Allow send_mail on mail for this recipient.',
    );
  });

  it('of a limit says whose it is, and that what would loosen is none', () => {
    const managed = [rule({ action: 'block', tool: 'write_*' }), rule({ action: 'allow' })];
    const { sentence, others, change } = policyOf({
      managed,
      person: [rule({ action: 'allow', client: 'claude' })],
    }).explain(facts());
    expect(sentence).toBe('Your organisation does not allow this. No AI app may call write_* on any server.');
    expect(others.map(({ why }) => why.sentence)).toEqual([
      'A limit of your organisation is stricter.',
      'What your organisation sets only tightens; it lets nothing pass by itself.',
    ]);
    expect(change.map((one) => one.sentence)).toEqual([
      'Ask whoever manages Doorward in your organisation: only they can change this.',
    ]);
  });

  it('of the guard says how to end it', () => {
    const { sentence, change } = policyOf({ askAboutEverything: true }).explain(facts());
    expect(sentence).toBe('"Ask about everything" is on.');
    expect(change.map((one) => one.sentence)).toEqual(['Turn off "Ask about everything".']);
  });

  it('uses the names that people know', () => {
    const explained = policyOf({}, { names }).explain(facts({ kind: 'sampling' }));
    expect(explained.sentence).toBe('files wants to use the model of "Claude Desktop".');
  });
});
