import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openManagedPolicy, type OpenManagedPolicy } from '../../../electron/host/policy/managed-policy.ts';
import type { SealedRows } from '../../../electron/host/sealed/sealed-rows.ts';
import { accountHere } from '../../../electron/policy/managed/account.ts';
import { policyDigest } from '../../../electron/policy/managed/parse.ts';
import type { ManagedRead } from '../../../electron/policy/managed/read.ts';
import { managedPolicy } from '../../../shared/model/managed.ts';
import { keptLog } from '../shell/support.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const says = (text: Record<string, unknown>): ManagedRead => {
  const policy = managedPolicy.parse({ version: 1, ...text });
  return { kind: 'valid', policy, digest: policyDigest(policy), source: 'x' };
};
const GROUPS = says({
  roles: [{ id: 'few', name: 'Few', servers: [] }],
  assignments: [{ role: 'few', group: 'interns' }],
  approvals: { whoMayApprove: 'groups', groups: ['approvers'] },
});

/** A computer whose policy changes, and a system that says when it wants to which groups there are. */
async function computer(first: ManagedRead) {
  let read = first;
  const answers: ((line: string) => void)[] = [];
  const account = accountHere({
    platform: 'linux',
    run: () =>
      new Promise((resolve) =>
        answers.push((line) =>
          resolve({ code: 0, stdout: Buffer.from(`uid=1(jane) gid=1(x) groups=${line}`) }),
        ),
      ),
    user: () => 'jane',
    now: () => Date.now(),
  });
  const rows = { load: () => [], put: () => undefined, remove: () => undefined } as unknown as SealedRows;
  const opening = openManagedPolicy({
    rows,
    readManaged: () => Promise.resolve(read),
    now: () => Date.now(),
    logger: keptLog().logger,
    approvals: {
      of: () => {
        throw new Error('no server was asked about');
      },
    },
    account,
  });
  return {
    opening,
    answers,
    /** It is seen within a minute; what understands it may have to be loaded first. */
    become: async (next: ManagedRead, seen: () => void): Promise<void> => {
      read = next;
      await vi.advanceTimersByTimeAsync(61_000);
      await vi.waitFor(seen, 60_000);
    },
  };
}
const narrows = ({ policy }: OpenManagedPolicy): boolean => policy.rolesOf('Cursor').length > 0;

it('asks for no groups while nothing hangs on them', async () => {
  const { opening, answers, become } = await computer({ kind: 'absent' });
  const managed = await opening;
  await become(says({ presets: { minimum: 'strict' } }), () =>
    expect(managed.policy.presetFor('observe')).toBe('strict'),
  );
  expect([answers.length, managed.policy.cannotApprove(), managed.notices()]).toEqual([0, undefined, []]);
  managed.close();
});

it('knows the groups before it says what holds', async () => {
  const { opening, answers } = await computer(GROUPS);
  await vi.waitFor(() => expect(answers).toHaveLength(1), 60_000);
  answers[0]?.('1(approvers)');
  const managed = await opening;
  expect([narrows(managed), managed.policy.cannotApprove()]).toEqual([false, undefined]);
  managed.close();
});

it('takes the strict side of a policy that comes while it runs until the groups are known, and tells of both', async () => {
  const { opening, answers, become } = await computer({ kind: 'absent' });
  const managed = await opening;
  let told = 0;
  managed.policy.onChange(() => told++);
  await become(GROUPS, () => expect(told).toBe(1));
  expect(narrows(managed)).toBe(true);
  expect(managed.policy.cannotApprove()).toContain('people whom your organisation names');
  expect(managed.notices()).toEqual([expect.stringContaining('could not find out which groups')]);
  answers[0]?.('1(approvers)');
  await vi.waitFor(() => expect(told).toBeGreaterThan(1), 60_000);
  expect([narrows(managed), managed.policy.cannotApprove(), managed.notices()]).toEqual([
    false,
    undefined,
    [],
  ]);
  expect(answers).toHaveLength(1);
  managed.close();
});

it('says that something changed also where only the value of a setting did, which it does not tell itself', async () => {
  const { opening, become } = await computer(says({ settings: { theme: 'dark' } }));
  const managed = await opening;
  const { changes: before, ...same } = managed.view();
  let told = 0;
  managed.policy.onChange(() => told++);
  await become(says({ settings: { theme: 'light' } }), () => expect(told).toBeGreaterThan(0));
  const { changes: after, ...now } = managed.view();
  expect(now).toEqual(same);
  expect(after).not.toBe(before);
  managed.close();
});
