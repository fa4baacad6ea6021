import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { policyDigest } from '../../electron/policy/managed/parse.ts';
import type { ManagedRead } from '../../electron/policy/managed/read.ts';
import { managedPolicy } from '../../shared/model/managed.ts';
import { cannotBeUsed } from '../../shared/texts/managed.ts';
import { type OpenHost, testProfile, type TestProfile } from '../fixtures/host-in-process.ts';

// Attack: the person, or a program that acts in their name, loosens what their organisation has set.

let profile: TestProfile;
beforeEach(() => {
  profile = testProfile();
});
afterEach(() => profile.remove());

const says = (text: Record<string, unknown>): ManagedRead => {
  const policy = managedPolicy.parse({ version: 1, organisation: { name: 'Acme' }, ...text });
  return { kind: 'valid', policy, digest: policyDigest(policy), source: '/etc/doorward/policy.json' };
};
const managedBy = (read: ManagedRead): Promise<OpenHost> =>
  profile.open({ readManaged: () => Promise.resolve(read) });

describe('what an organisation sets', () => {
  it('is the least that holds, whatever the person chose before', async () => {
    const before = await profile.open();
    await before.must('preset.set', { preset: 'observe' });
    await before.close();
    const host = await managedBy(says({ presets: { minimum: 'strict' } }));
    expect(await host.must('status', {})).toMatchObject({ preset: 'strict', managed: 'managed' });
    expect(await host.window('preset.set', { preset: 'observe' })).toMatchObject({ ok: false });
    expect(await host.must('policy.show', {})).toMatchObject({
      kind: 'managed',
      organisation: 'Acme',
      presetFloor: 'strict',
    });
  });

  it('locks settings, with the sentence that says whom to ask', async () => {
    const host = await managedBy(
      says({ settings: { logLevel: 'error' }, organisation: { name: 'Acme', contact: 'it@acme.example' } }),
    );
    const refused = await host.window('settings.change', { logLevel: 'debug' });
    expect(refused).toMatchObject({ ok: false, code: 'refused' });
    expect(refused.ok ? '' : refused.message).toContain('it@acme.example');
    expect((await host.window('settings.change', { theme: 'dark' })).ok).toBe(true);
  });

  it('is shown as what holds, in place of what the person had chosen', async () => {
    const host = await managedBy(says({ settings: { logLevel: 'error', port: 7999 }, startAtLogin: true }));
    expect(await host.must('settings.show', {})).toMatchObject({
      settings: { logLevel: 'error', startAtLogin: true, theme: 'system' },
      restartNeeded: false,
    });
    expect(await host.must('settings.change', { theme: 'dark' })).toMatchObject({
      settings: { logLevel: 'error', theme: 'dark' },
    });
  });

  it('keeps rules that nobody here can remove', async () => {
    const host = await managedBy(says({ rules: [{ action: 'block', effects: ['run'] }] }));
    const [rule] = await host.must('rule.list', {});
    expect(rule).toMatchObject({ origin: 'managed', action: 'block' });
    expect(await host.window('rule.remove', { id: rule?.id ?? '' })).toMatchObject({
      ok: false,
      code: 'refused',
    });
  });

  it('keeps approving to some people: the person here can only tighten', async () => {
    const host = await managedBy(
      says({ approvals: { whoMayApprove: 'groups', groups: ['nobody-has-this'] } }),
    );
    for (const [name, input] of [
      ['approval.allow', { id: 'x' }],
      ['server.approve', { id: 'files' }],
      ['rule.add', { action: 'allow' }],
      ['preset.set', { preset: 'observe' }],
    ] as const)
      expect(await host.window(name, input), name).toMatchObject({ ok: false, code: 'refused' });
    expect((await host.window('rule.add', { action: 'block', effects: ['run'] })).ok).toBe(true);
    expect((await host.window('guard.block', {})).ok).toBe(true);
    // Nobody is locked out of the way back to what is managed.
    expect((await host.window('guard.usual', {})).ok).toBe(true);
  });

  it('lets nothing pass when it cannot be read and never could be', async () => {
    const host = await managedBy({ kind: 'malformed', said: cannotBeUsed('/etc/x', 'it is not JSON') });
    expect(host.context.policy.stop()).toMatchObject({
      sentence: expect.stringContaining('locked') as string,
    });
    expect(await host.must('status', {})).toMatchObject({ managed: 'locked-down' });
    expect(host.notices().length + (await host.must('status', {})).notices.length).toBeGreaterThan(0);
  });

  it('holds on as it was when it was damaged later, over a restart too', async () => {
    const first = await managedBy(says({ presets: { minimum: 'strict' } }));
    await first.close();
    const second = await managedBy({ kind: 'malformed', said: cannotBeUsed('/etc/x', 'it is not JSON') });
    expect(await second.must('status', {})).toMatchObject({ preset: 'strict', managed: 'managed' });
    await second.close();
    const third = await managedBy({
      kind: 'wrongly-owned',
      said: cannotBeUsed('/etc/x', 'anybody could have written it'),
    });
    expect(await third.must('status', {})).toMatchObject({ managed: 'locked-down' });
    await third.close();
    const fourth = await managedBy({ kind: 'absent' });
    expect(await fourth.must('status', {})).toMatchObject({ preset: 'guarded', managed: 'unmanaged' });
  });

  it('keeps AI apps away that it does not name', async () => {
    const host = await managedBy(says({ clients: { allowed: ['Claude Desktop'] } }));
    expect(host.context.policy.allowsClient('Claude Desktop')).toBe(true);
    expect(host.context.policy.allowsClient('Cursor')).toBe(false);
  });
});
