import { describe, expect, it } from 'vitest';
import type { Rule, RuleBody } from '../../../shared/model/policy.ts';
import { compilePolicy } from '../../../electron/policy/compile.ts';
import type { CallFacts } from '../../../electron/policy/facts.ts';
import { bytes, CAMPAIGNS, facts, NOON, policyOf, ports, rule, state, when } from './support.ts';

const write = (path: unknown, over: Partial<CallFacts> = {}): CallFacts =>
  facts({ args: bytes({ path }), ...over });

describe('which rule counts', () => {
  const digest = 'a'.repeat(64);
  const CAMPAIGN_PATH = when('/path', { is: 'in-folder', folder: CAMPAIGNS });
  it.each<[string, RuleBody, RuleBody]>([
    ['an AI app before a role', { action: 'allow', client: 'claude' }, { action: 'block', role: 'default' }],
    [
      'a role before everybody',
      { action: 'allow', role: 'default' },
      { action: 'block', server: 'files', tool: 'write_file' },
    ],
    ['a server before none', { action: 'allow', server: 'files' }, { action: 'block', tool: 'write_file' }],
    [
      'a tool before a glob',
      { action: 'allow', tool: 'write_file' },
      { action: 'block', tool: 'write_fil?' },
    ],
    [
      'a narrow glob before a wide one',
      { action: 'allow', tool: 'write_*' },
      { action: 'block', tool: 'w*' },
    ],
    ['a glob before none', { action: 'allow', tool: '*' }, { action: 'block', args: [CAMPAIGN_PATH] }],
    [
      'two conditions before one',
      { action: 'allow', args: [CAMPAIGN_PATH, when('/content', { is: 'regex', pattern: 'l' })] },
      { action: 'block', args: [when('/content', { is: 'equals', value: 'hello' })] },
    ],
    [
      'equal before in a folder',
      { action: 'allow', args: [when('/path', { is: 'equals', value: `${CAMPAIGNS}/a.txt` })] },
      { action: 'block', args: [CAMPAIGN_PATH] },
    ],
    [
      'a deeper folder before a higher one',
      { action: 'allow', args: [CAMPAIGN_PATH] },
      { action: 'block', args: [when('/path', { is: 'in-folder', folder: '/home/me' })] },
    ],
    [
      'a condition before a kind',
      { action: 'allow', args: [CAMPAIGN_PATH] },
      { action: 'block', kind: 'tool', effects: ['write'] },
    ],
    ['a kind before effects', { action: 'allow', kind: 'tool' }, { action: 'block', effects: ['write'] }],
    [
      'one effect before two',
      { action: 'allow', effects: ['write'] },
      { action: 'block', effects: ['write', 'read'] },
    ],
    [
      'hours before always',
      { action: 'allow', hours: { days: [3], from: '08:00', to: '18:00' } },
      { action: 'block' },
    ],
  ])('%s', (_what, narrow, wide) => {
    for (const person of [
      [rule(narrow), rule(wide)],
      [rule(wide), rule(narrow)],
    ])
      expect(policyOf({ person }).decide(facts()).decision).toBe('allow');
  });

  it('exactly these arguments count before any number of conditions', () => {
    const call = facts();
    const exact = policyOf({
      person: [rule({ action: 'allow', argsDigest: digest }), rule({ action: 'ask', args: [CAMPAIGN_PATH] })],
    });
    expect(exact.decide(call).decision).toBe('ask');
  });

  it('the strictest of those that are equally specific', () => {
    const actions = ['allow', 'report', 'ask', 'block'] as const;
    const person = actions.map((action) => rule({ action }));
    expect(policyOf({ person }).decide(facts()).decision).toBe('block');
    expect(policyOf({ person: person.slice(0, 3) }).decide(facts()).decision).toBe('ask');
    expect(policyOf({ person: person.slice(0, 2) }).decide(facts()).would).toBeUndefined();
  });

  it('a rule of a run counts in that run, a rule with an end until then', () => {
    const decided = (over: Partial<Rule>): string =>
      policyOf({ person: [rule({ action: 'block' }, over)] }).decide(facts()).decision;
    expect(decided({ run: 'run-1' })).toBe('block');
    expect(decided({ run: 'run-0' })).toBe('allow');
    expect(decided({ expiresAt: NOON + 1 })).toBe('block');
    expect(decided({ expiresAt: NOON })).toBe('allow');
  });

  it.each([
    ['12:00', '13:00', [3], 'block'],
    ['11:00', '12:00', [3], 'allow'],
    ['09:00', '17:00', [2], 'allow'],
    ['22:00', '12:01', [2], 'block'],
    ['22:00', '12:00', [2], 'allow'],
    ['22:00', '13:00', [3], 'allow'],
    ['11:00', '02:00', [3], 'block'],
    ['00:00', '00:00', [3], 'block'],
    ['13:00', '13:00', [2], 'block'],
    ['13:00', '13:00', [3], 'allow'],
  ])('between %s and %s on day %j of the week at Wednesday noon: %s', (from, to, days, expected) => {
    const hours = { days: [...days], from, to };
    expect(policyOf({ person: [rule({ action: 'block', hours })] }).decide(facts()).decision).toBe(expected);
  });
});

describe('rules that are not in order', () => {
  const broken = when('/content', { is: 'regex', pattern: '(?=x)' });
  it.each<[string, RuleBody['args'], RuleBody['tool']]>([
    ['a pattern', [broken], undefined],
    ['a pointer', [when('content', { is: 'equals', value: 1 })], undefined],
    ['a relative folder', [when('/path', { is: 'in-folder', folder: 'notes' })], undefined],
    ['a host', [when('/path', { is: 'host', pattern: 'https://a/b' })], undefined],
    ['an address', [when('/path', { is: 'recipient', pattern: '*@' })], undefined],
    ['a glob that is too large', [], `${'?'.repeat(2)}*${'é*'.repeat(1100)}`],
  ])('%s: what allows does not, what tightens covers more, and it is named', (_what, args, tool) => {
    for (const [action, expected] of [
      ['allow', 'ask'],
      ['report', 'ask'],
      ['ask', 'ask'],
      ['block', 'block'],
    ] as const) {
      const made = rule({ action, args, ...(tool === undefined ? {} : { tool }) });
      const { policy, faults } = compilePolicy(state({ person: [made] }), ports());
      expect(policy.decide(write('/srv/a')).decision).toBe(expected);
      expect(faults).toHaveLength(1);
      expect(faults[0]).toContain(made.id);
    }
  });

  it('the other parts of it still say what it is about', () => {
    const policy = policyOf({ person: [rule({ action: 'block', tool: 'other', args: [broken] })] });
    expect(policy.decide(facts()).decision).toBe('allow');
    expect(policy.decide(facts({ name: 'other' })).decision).toBe('block');
  });

  it('nonsense in every part throws nothing', () => {
    const nonsense = { action: 'block', args: 'x', hours: 5, tool: 7, effects: ['?'] } as unknown as RuleBody;
    expect(() =>
      compilePolicy(state({ person: [rule(nonsense)], managed: [rule(nonsense)] }), ports()),
    ).not.toThrow();
  });
});

describe('many rules', () => {
  it('are found by what they name, also where arguments have odd shapes', () => {
    const folders = Array.from({ length: 300 }, (_, n) =>
      rule({
        action: 'allow',
        tool: 'write_file',
        args: [when('/path', { is: 'in-folder', folder: `/srv/f${n}` })],
      }),
    );
    const policy = policyOf({
      person: [
        ...folders,
        rule({
          action: 'block',
          tool: 'write_file',
          args: [when('/path', { is: 'in-folder', folder: '/srv/f7/x' })],
        }),
      ],
    });
    expect(policy.decide(write('/srv/f8/deep/er/a')).because.rule).toBe(folders[8]?.id);
    expect(policy.decide(write('/srv/f8')).decision).toBe('allow');
    expect(policy.decide(write('/srv/f88')).because.rule).toBe(folders[88]?.id);
    expect(policy.decide(write('/srv/f7/x/a')).decision).toBe('block');
    expect(policy.decide(write('/srv/f8/../f999/a')).decision).toBe('ask');
    expect(policy.decide(write(['/srv/f7/x/a'])).decision).toBe('block');
    expect(policy.decide(write('CON')).decision).toBe('block');
  });
});
