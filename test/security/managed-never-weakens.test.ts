import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clientAllowed,
  DEFAULT_DESK,
  deskSettings,
  mayApprove,
  presetFloor,
  rolesFor,
  settingsWith,
  toPolicyRules,
} from '../../electron/policy/managed/apply.ts';
import { serverAllowed } from '../../electron/policy/managed/servers.ts';
import { duration } from '../../shared/model/approval.ts';
import { stricter } from '../../shared/model/managed-limits.ts';
import { managedPolicy } from '../../shared/model/managed.ts';
import { preset, type Preset, rule, ruleBody } from '../../shared/model/policy.ts';
import { settings } from '../../shared/model/settings.ts';
import { arbitraryPolicy } from '../unit/policy/managed/arbitrary-policy.ts';

// Limits of an organisation only tighten: whatever a policy says, nothing passes that would not pass without it. Were it
// otherwise, whoever can push a policy, or trick IT into pushing one, could open every door of a fleet at once.

const RUNS = 1000;
const anyPreset = fc.constantFrom<Preset>('observe', 'guarded', 'strict');
const atLeast = (a: Preset, b: Preset): boolean => stricter(a, b) === a;

test('a rule of an organisation asks or blocks', () => {
  fc.assert(
    fc.property(arbitraryPolicy, (policy) => {
      const rules = toPolicyRules(policy);
      for (const one of rules) {
        expect(['ask', 'block']).toContain(one.action);
        expect(one.origin).toBe('managed');
        expect(rule.safeParse(one).success).toBe(true);
      }
      expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    }),
    { numRuns: RUNS },
  );
});

test('no spelling of a rule that lets pass gets into a policy', () => {
  for (const action of ['allow', 'report', 'Allow', 'ASK', '', null, ['ask'], { toString: 'ask' }])
    for (const where of [{ rules: [{ action }] }, { roles: [{ id: 'a', name: 'A', rules: [{ action }] }] }])
      expect(managedPolicy.safeParse({ version: 1, ...where }).success).toBe(false);
  // The shape of rules has no other member by which a rule of an organisation could loosen.
  expect(Object.keys(ruleBody.shape).toSorted()).toEqual([
    'action',
    'args',
    'argsDigest',
    'client',
    'effects',
    'expiresAt',
    'hours',
    'kind',
    'note',
    'role',
    'server',
    'tool',
  ]);
});

test('a preset never becomes looser, for everybody and for a role', () => {
  fc.assert(
    fc.property(arbitraryPolicy, anyPreset, (policy, chosen) => {
      expect(atLeast(presetFloor(policy, chosen), chosen)).toBe(true);
      for (const role of rolesFor(policy, 'Claude Desktop', { user: 'jane', groups: ['staff'] }, chosen)) {
        expect(atLeast(role.preset ?? 'observe', chosen)).toBe(true);
        expect(role.rules.every(({ action }) => action === 'ask' || action === 'block')).toBe(true);
      }
    }),
    { numRuns: RUNS },
  );
  expect(presetFloor({ version: 1, presets: { fixed: 'observe' } }, 'strict')).toBe('strict');
  expect(presetFloor({ version: 1, presets: { minimum: 'strict', fixed: 'observe' } }, 'observe')).toBe(
    'strict',
  );
});

test('a person may not allow for longer, nor later, nor more often', () => {
  const length = (name: string): number => duration.options.indexOf(name as never);
  fc.assert(
    fc.property(
      arbitraryPolicy,
      fc.boolean(),
      fc.constantFrom(...duration.options),
      (policy, alwaysAllowed, longest) => {
        const own = { ...DEFAULT_DESK, alwaysAllowed, longest };
        const desk = deskSettings(policy, own);
        expect(length(desk.longest)).toBeLessThanOrEqual(length(longest));
        expect(desk.alwaysAllowed && !alwaysAllowed).toBe(false);
        expect(desk.lateMs).toBeLessThanOrEqual(own.lateMs);
        expect(desk.missedMs).toBeLessThanOrEqual(own.missedMs);
        expect(desk.pendingPerClient).toBe(own.pendingPerClient);
        expect(desk.clockMs).toBeGreaterThanOrEqual(10_000);
        expect(desk.clockMs).toBeLessThanOrEqual(300_000);
      },
    ),
    { numRuns: RUNS },
  );
});

test('no web origin gets in that the person did not let in', () => {
  const origins = ['http://localhost:3000', 'https://example.com', 'https://evil.example'];
  fc.assert(
    fc.property(arbitraryPolicy, fc.subarray(origins), (policy, allowedOrigins) => {
      const own = settings.parse({ allowedOrigins });
      const after = settingsWith(policy, own);
      expect(after.allowedOrigins.every((origin) => allowedOrigins.includes(origin))).toBe(true);
      expect(after.limits).toEqual(own.limits);
    }),
    { numRuns: RUNS },
  );
});

test('what is forbidden stays forbidden whatever else is allowed', () => {
  const launch = { transport: 'http' as const, url: 'https://mcp.example.com/mcp', headers: {} };
  fc.assert(
    fc.property(arbitraryPolicy, (policy) => {
      const with_ = {
        ...policy,
        servers: {
          ...policy.servers,
          forbidden: [...(policy.servers?.forbidden ?? []), { url: 'example.com' }, { url: '*.example.com' }],
        },
        clients: { ...policy.clients, forbidden: ['claude*'] },
      };
      expect(serverAllowed(with_, { id: 'x', launch, platform: 'linux' }).allowed).toBe(false);
      expect(clientAllowed(with_, 'Claude Desktop').allowed).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('whoever may not approve without a policy may not with one, and no group is guessed', () => {
  const policy = { version: 1 as const, approvals: { whoMayApprove: 'groups' as const, groups: ['admins'] } };
  expect(mayApprove(policy, { user: 'jane', groups: ['staff'] }).allowed).toBe(false);
  expect(mayApprove(policy, { user: 'jane', groups: ['EVIL\\admins'] }).allowed).toBe(false);
  expect(mayApprove(policy, { user: 'admins', groups: [] }).allowed).toBe(false);
  expect(mayApprove(policy, { user: 'jane', groups: ['Admins'] }).allowed).toBe(true);
  // Groups without the word: the limit counts.
  expect(mayApprove({ version: 1, approvals: { groups: [] } }, { user: 'jane', groups: ['x'] }).allowed).toBe(
    false,
  );
  expect(
    mayApprove({ version: 1, approvals: { whoMayApprove: 'user', groups: ['a'] } }, { user: 'j', groups: [] })
      .allowed,
  ).toBe(false);
  expect(preset.options).toEqual(['observe', 'guarded', 'strict']);
});
