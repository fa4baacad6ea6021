import { expect, test } from 'vitest';
import {
  clientAllowed,
  DEFAULT_DESK,
  deskSettings,
  lockedBy,
  mayApprove,
  presetFloor,
  rolesFor,
  settingsWith,
  toPolicyRules,
} from '../../../../electron/policy/managed/apply.ts';
import { globMatches } from '../../../../electron/policy/managed/glob.ts';
import { managedLimits } from '../../../../shared/model/managed-limits.ts';
import { type ManagedPolicy, managedPolicy } from '../../../../shared/model/managed.ts';
import { settings } from '../../../../shared/model/settings.ts';

const policy: ManagedPolicy = managedPolicy.parse({
  version: 1,
  organisation: { name: 'Example Ltd', contact: 'it@example.com', contactUrl: 'https://help.example.com' },
  clients: { allowed: ['Claude *', 'Cursor'], forbidden: ['Claude Beta'] },
  roles: [
    { id: 'staff', name: 'Staff', servers: ['files'], preset: 'strict' },
    { id: 'guest', name: 'Guest', effects: ['read'], preset: 'observe' },
  ],
  assignments: [
    { role: 'staff', group: 'Employees' },
    { role: 'guest', client: 'Cursor' },
    { role: 'lost', user: 'EXAMPLE\\eve' },
  ],
  rules: [
    { action: 'block', effects: ['destroy'] },
    { action: 'block', effects: ['destroy'] },
  ],
  presets: { minimum: 'guarded' },
  approvals: {
    clockSeconds: 30,
    longestDuration: '1h',
    alwaysAllowed: false,
    lateMinutes: 5,
    missedHours: 2,
  },
  trustedRegistries: ['npm.example.com'],
  startAtLogin: true,
  locked: ['theme'],
  settings: { logLevel: 'warn', startAtLogin: false, allowedOrigins: ['https://a.example'] },
});

test('rules have ids that hang on what they say; the same rule twice is one', () => {
  const rules = toPolicyRules(policy);
  expect(rules).toHaveLength(1);
  expect(rules[0]).toMatchObject({ action: 'block', effects: ['destroy'], origin: 'managed' });
  expect(rules[0]?.id).toMatch(/^managed-[0-9a-f]{32}$/);
  expect(toPolicyRules(policy)).toEqual(rules);
  expect(toPolicyRules(undefined)).toEqual([]);
});

test('roles go by AI app, account and group; a role that nobody defined sees nothing', () => {
  const of = (client: string, user: string, ...groups: string[]) =>
    rolesFor(policy, client, { user, groups }, 'guarded').map(({ id, preset }) => [id, preset]);
  expect(of('Claude Desktop', 'jane')).toEqual([]);
  expect(of('Claude Desktop', 'jane', 'EXAMPLE\\employees')).toEqual([['staff', 'strict']]);
  expect(of('cursor', 'jane', 'employees')).toEqual([
    ['staff', 'strict'],
    ['guest', 'guarded'],
  ]);
  for (const user of ['eve', 'EVE', 'eve@example.com', 'Example\\Eve'])
    expect(rolesFor(policy, 'x', { user, groups: [] }, 'observe')).toMatchObject([
      { id: 'lost', servers: [], tools: [], effects: [], preset: 'guarded' },
    ]);
  const own = { id: 'lost', name: 'Reader', rules: [], builtIn: true };
  expect(rolesFor(policy, 'x', { user: 'eve', groups: [] }, 'observe', [own])).toEqual([
    { ...own, preset: 'guarded' },
  ]);
});

test('AI apps are allowed by their exact name and forbidden by any case of it', () => {
  expect(clientAllowed(policy, 'Claude Desktop')).toEqual({ allowed: true });
  expect(clientAllowed(policy, 'claude desktop').allowed).toBe(false);
  expect(clientAllowed(policy, 'CLAUDE BETA').allowed).toBe(false);
  expect(clientAllowed(policy, 'Other')).toEqual({
    allowed: false,
    sentence:
      'Your organisation does not let "Other" use Doorward. Ask Example Ltd: it@example.com, https://help.example.com',
  });
  expect(clientAllowed({ version: 1, clients: { allowed: [] } }, 'x')).toMatchObject({
    sentence: expect.stringContaining('Ask whoever looks after this computer.'),
  });
  expect(clientAllowed(undefined, 'x')).toEqual({ allowed: true });
});

test('presets and limits have what holds without an organisation filled in', () => {
  expect(presetFloor(policy, 'observe')).toBe('guarded');
  expect(presetFloor(policy, 'strict')).toBe('strict');
  expect(presetFloor(undefined, 'observe')).toBe('observe');
  expect(managedLimits(undefined)).toEqual({
    presetMinimum: 'observe',
    presetFixed: false,
    clockSeconds: 45,
    lateMinutes: 60,
    missedHours: 8,
    alwaysAllowed: true,
    longestDuration: 'always',
    approvers: { who: 'user' },
    retentionDays: undefined,
    updatesOff: false,
  });
  expect(mayApprove(undefined, { user: 'jane', groups: [] })).toEqual({ allowed: true });
});

test('settings of the organisation stand in place of those of the person, and are locked with a sentence', () => {
  const own = settings.parse({ allowedOrigins: ['https://a.example', 'https://b.example'], theme: 'dark' });
  expect(settingsWith(policy, own)).toEqual({
    ...own,
    logLevel: 'warn',
    allowedOrigins: ['https://a.example'],
    startAtLogin: true,
    trustedRegistries: ['npm.example.com'],
  });
  expect(settingsWith(undefined, own)).toBe(own);
  const locked = lockedBy(policy);
  expect([...locked.keys()].toSorted()).toEqual([
    'allowedOrigins',
    'logLevel',
    'startAtLogin',
    'theme',
    'trustedRegistries',
  ]);
  expect(locked.get('theme')).toBe(
    'Example Ltd has set this. Ask Example Ltd: it@example.com, https://help.example.com',
  );
  expect(lockedBy({ version: 1, presets: { fixed: 'strict' } }).has('preset')).toBe(true);
  expect(lockedBy(undefined).size).toBe(0);
});

test('questions wait as long as the organisation says', () => {
  expect(deskSettings(policy)).toEqual({
    clockMs: 30_000,
    lateMs: 300_000,
    missedMs: 7_200_000,
    pendingPerClient: 30,
    alwaysAllowed: false,
    longest: '1h',
  });
  expect(deskSettings(policy, { ...DEFAULT_DESK, longest: '5m' }).longest).toBe('5m');
  expect(deskSettings(undefined)).toEqual(DEFAULT_DESK);
});

test.each([
  ['a*c', 'abbc', true],
  ['a*c', 'ab/c', false],
  ['a**c', 'ab/c', true],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', false],
  ['*', '', true],
  ['', '', true],
  ['', 'a', false],
  ['**/x', 'a/b/x', true],
  ['/a/*/c', '/a/b/c', true],
  ['/a/*/c', '/a/b/b/c', false],
  ['caf\u00e9', 'cafe\u0301', true],
  ['A', 'a', false],
])('%j fits %j: %s', (pattern, text, fits) =>
  expect(globMatches(pattern, text, { paths: true, fold: false })).toBe(fits),
);

test('a pattern made to never end ends', () => {
  expect(globMatches('*a'.repeat(250), 'a'.repeat(2000), { paths: false, fold: false })).toBe(true);
  expect(globMatches(`${'*a'.repeat(250)}b`, 'a'.repeat(2000), { paths: false, fold: false })).toBe(false);
});
