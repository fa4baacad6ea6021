import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPolicy } from '../../../../electron/policy/managed/check.ts';
import { arbitraryPolicy } from './arbitrary-policy.ts';

const NOW = 1_800_000_000_000;
const check = (policy: object) => checkPolicy(JSON.stringify({ version: 1, ...policy }), NOW);
const found = (policy: object) => check(policy).problems.map(({ path, sentence }) => `${path}: ${sentence}`);
const ORG = { organisation: { name: 'Example Ltd', contact: 'it@example.com' } };

describe('what Doorward would refuse', () => {
  test.each([
    ['{', '', 'It is not valid JSON'],
    ['[]', '', 'Invalid input: expected object, received array.'],
    ['{"version":1,"version":1}', '', 'It names a member twice.'],
    ['{"version":2}', 'version', 'Invalid input: expected 1.'],
  ])('%s', (text, path, sentence) => {
    const { ok, problems, summary } = checkPolicy(text, NOW);
    expect(ok).toBe(false);
    expect(problems[0]?.path).toBe(path);
    expect(problems[0]?.sentence).toContain(sentence);
    expect(summary).toEqual([]);
  });

  test('unknown keys are named with the key that was meant, also deep inside', () => {
    expect(found({ preset: {} })).toEqual(['preset: "preset" is not known here. Did you mean "presets"?']);
    expect(found({ approvals: { clockSecond: 30 } })).toEqual([
      'approvals.clockSecond: "clockSecond" is not known here. Did you mean "clockSeconds"?',
    ]);
    expect(found({ rules: [{ action: 'ask', tol: 'x' }] })).toEqual([
      'rules.0.tol: "tol" is not known here. Did you mean "tool"?',
    ]);
    expect(
      found({
        rules: [
          { action: 'ask', args: [{ pointer: '/a', test: { is: 'glob', pattern: 'x', patern: 'y' } }] },
        ],
      }),
    ).toEqual(['rules.0.args.0.test.patern: "patern" is not known here. Did you mean "pattern"?']);
    expect(found({ zzzzzzzzzz: 1 })).toEqual(['zzzzzzzzzz: "zzzzzzzzzz" is not known here.']);
  });

  test('every wrong value is named at once', () => {
    expect(found({ startAtLogin: 1, approvals: { clockSeconds: 1, lateMinutes: 61 } })).toHaveLength(3);
  });
});

describe('nothing may end in a state that nobody can approve', () => {
  const nobody = { whoMayApprove: 'groups', groups: [] };
  const voucher = {
    server: 'files',
    launch: { transport: 'http', url: 'https://x.example', headers: {} },
    identity: '0'.repeat(64),
    pins: ['1'.repeat(64)],
  };

  test('servers that nobody may approve, and questions that nobody may answer', () => {
    const { ok, problems } = check({ ...ORG, approvals: nobody, presets: { minimum: 'strict' } });
    expect(ok).toBe(false);
    expect(problems.map(({ path }) => path)).toEqual(['approvals.groups', 'approvals.groups']);
    expect(
      found({ ...ORG, approvals: { groups: [] }, vouchers: [voucher], rules: [{ action: 'ask' }] }),
    ).toEqual([
      'approvals.groups: Questions would be asked that nobody may answer: name a group, or block instead.',
    ]);
    expect(check({ ...ORG, approvals: { whoMayApprove: 'groups' }, vouchers: [voucher] }).ok).toBe(false);
    expect(check({ ...ORG, approvals: { ...nobody, groups: ['admins'] } }).problems).toEqual([]);
  });

  test('people who would not know whom to ask', () => {
    expect(found({ servers: { forbidden: [{ package: 'x' }] } })).toEqual([
      'organisation.contact: People who are refused would not know whom to ask.',
    ]);
  });

  test('lists that let nothing in, and vouchers for what may not be used', () => {
    expect(found({ ...ORG, servers: { allowed: [] }, clients: { allowed: [] } })).toHaveLength(2);
    const forbidden = check({ ...ORG, servers: { forbidden: [{ url: 'x.example' }] }, vouchers: [voucher] });
    expect(forbidden.problems).toMatchObject([{ path: 'vouchers.0', weight: 'error' }]);
    expect(
      check({ ...ORG, servers: { allowed: [{ url: 'x.example' }] }, vouchers: [voucher] }).problems,
    ).toEqual([]);
  });
});

describe('what does nothing', () => {
  test.each<[string, object, string]>([
    ['a rule that is over', { expiresAt: NOW }, 'rules.0.expiresAt'],
    ['hours without length', { hours: { days: [1], from: '09:00', to: '09:00' } }, 'rules.0.hours'],
    ['a server that cannot be', { server: 'My Server' }, 'rules.0.server'],
    ['effects of what has none', { kind: 'prompt', effects: ['read'] }, 'rules.0.effects'],
    [
      'a pointer that leads nowhere',
      { args: [{ pointer: 'a', test: { is: 'absent' } }] },
      'rules.0.args.0.pointer',
    ],
    [
      'a range of nothing',
      { args: [{ pointer: '/a', test: { is: 'range', min: 2, max: 1 } }] },
      'rules.0.args.0.test',
    ],
    ['a role that is not there', { role: 'x' }, 'rules.0.role'],
  ])('%s', (_name, rule, path) => {
    const { ok, problems } = check({ rules: [{ action: 'block', ...rule }] });
    expect(ok).toBe(true);
    expect(problems).toMatchObject([{ path, weight: 'warning' }]);
  });

  test('a pattern that cannot be read is an error', () => {
    const rule = { action: 'block', args: [{ pointer: '/a', test: { is: 'regex', pattern: '(' } }] };
    expect(check({ rules: [rule] })).toMatchObject({
      ok: false,
      problems: [{ path: 'rules.0.args.0.test' }],
    });
  });

  test('vouchers without contents, roles without tools, settings that contradict', () => {
    const voucher = {
      server: 'a',
      launch: { transport: 'stdio', command: 'x', args: [], env: {} },
      identity: '0'.repeat(64),
      pins: [],
    };
    expect(found({ vouchers: [voucher] })).toEqual([
      'vouchers.0.pins: Nothing of "a" counts as reviewed: the list is empty.',
    ]);
    const role = { id: 'a', name: 'A', servers: [] };
    expect(found({ roles: [role, role], assignments: [{ role: 'b' }] })).toHaveLength(4);
    expect(found({ startAtLogin: true, settings: { startAtLogin: false } })).toHaveLength(1);
    expect(found({ presets: { minimum: 'strict', fixed: 'guarded' } })).toHaveLength(1);
    expect(found({ approvals: { alwaysAllowed: true, longestDuration: '1h' } })).toHaveLength(1);
    expect(found({ log: { destination: { kind: 'otlp', url: 'http://x.example' } } })).toHaveLength(1);
    expect(found({ ...ORG, clients: { allowed: ['a'] }, silentConnect: ['b'] })).toHaveLength(1);
  });
});

test('the summary says what a policy does', () => {
  const { summary, ok } = check({
    ...ORG,
    presets: { minimum: 'guarded' },
    servers: { allowed: [{ url: '*.example.com' }] },
    rules: [{ action: 'block', effects: ['destroy'] }, { action: 'ask' }],
    approvals: { clockSeconds: 30, groups: ['admins'] },
    log: { retentionDays: 30 },
    locked: ['theme'],
  });
  expect(ok).toBe(true);
  expect(summary).toEqual([
    'Example Ltd manages Doorward. Ask Example Ltd: it@example.com',
    'The preset is Guarded or stricter.',
    'Only servers that fit one of 1 entry may be used.',
    '2 rules for everybody: 1 block, 1 ask.',
    'A question waits 30 seconds; a late answer counts for 60 minutes.',
    'Only members of these groups may approve: admins.',
    'Calls are kept for 30 days.',
    'Settings that stay as they are: theme.',
  ]);
});

test('every policy that the schema takes can be checked and summed up', () => {
  fc.assert(
    fc.property(arbitraryPolicy, (policy) => {
      const { policy: read, summary, problems } = checkPolicy(JSON.stringify(policy), NOW);
      expect(read).toBeDefined();
      expect(summary.length).toBeGreaterThan(0);
      for (const one of problems) expect(one.sentence).toMatch(/^["\p{Lu}].*[.?]$/su);
    }),
    { numRuns: 300 },
  );
});
