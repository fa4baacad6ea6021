import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { policyDigest } from '../../electron/policy/managed/parse.ts';
import type { ManagedRead } from '../../electron/policy/managed/read.ts';
import { managedPolicy } from '../../shared/model/managed.ts';
import { type OpenHost, socket, testProfile, type TestProfile } from '../fixtures/host-in-process.ts';

// Attack: a program of the same user has the log keep what nobody wanted kept, or an organisation has ruled out.

let profile: TestProfile;
beforeEach(() => {
  profile = testProfile();
});
afterEach(() => profile.remove());

const launch = { transport: 'stdio' as const, command: 'files', args: [], env: {} };
async function withServer(over: Parameters<TestProfile['open']>[0] = {}): Promise<OpenHost> {
  const host = await profile.open(over);
  if ((await host.must('server.list', {})).length === 0)
    await host.must('server.add', { id: 'files', launch });
  return host;
}
const says = (text: Record<string, unknown>): ManagedRead => {
  const policy = managedPolicy.parse({ version: 1, organisation: { name: 'Acme' }, ...text });
  return { kind: 'valid', policy, digest: policyDigest(policy), source: '/etc/doorward/policy.json' };
};
const managedBy = (text: Record<string, unknown>): Promise<OpenHost> =>
  withServer({ readManaged: () => Promise.resolve(says(text)) });
const keeps = (host: OpenHost): string | undefined => host.context.texts?.keep('files');

describe('what the log keeps of texts', () => {
  it('is redacted until somebody chooses, and the choice stays', async () => {
    const host = await withServer();
    expect([keeps(host), host.context.texts?.keep('')]).toEqual(['redacted', 'redacted']);
    await host.must('texts.set', { server: 'files', keep: 'digests' });
    expect(keeps(host)).toBe('digests');
    await host.close();
    const next = await withServer();
    expect([keeps(next), next.context.texts?.keep('other')]).toEqual(['digests', 'redacted']);
    await next.must('texts.set', { server: 'files', keep: 'usual' });
    expect(keeps(next)).toBe('redacted');
  });

  it('gets less for everybody, and more for the person only', async () => {
    const host = await withServer();
    const program = (input: object) => host.run('texts.set', input, socket('a guessed key'));
    expect(await program({ keep: 'full' })).toMatchObject({ ok: false, code: 'operator' });
    expect(await program({ server: 'files', keep: 'full' })).toMatchObject({ ok: false, code: 'operator' });
    expect(await program({ server: 'files', keep: 'digests' })).toMatchObject({ ok: true });
    // Taking a choice back may keep more as well.
    expect(await program({ server: 'files', keep: 'usual' })).toMatchObject({ ok: false, code: 'operator' });
    expect(await program({ keep: 'digests' })).toMatchObject({ ok: true });
    expect(await program({ server: 'files', keep: 'usual' })).toMatchObject({ ok: true });
    expect(await program({ keep: 'usual' })).toMatchObject({ ok: false, code: 'usage' });
    expect(await program({ server: 'nobody', keep: 'digests' })).toMatchObject({
      ok: false,
      code: 'unknown',
    });
    expect(await host.must('texts.set', { keep: 'full' })).toMatchObject({ usual: 'full' });
  });

  it.each([
    ['deleted', `DELETE FROM choices WHERE name = 'log-texts'`],
    ['changed', `UPDATE choices SET record = replace(record, 'digests', 'full') WHERE name = 'log-texts'`],
  ])('is nothing once the choice was %s outside Doorward, until somebody chooses anew', async (_how, sql) => {
    const host = await withServer();
    await host.must('texts.set', { server: 'files', keep: 'digests' });
    await host.close();
    const db = new DatabaseSync(join(profile.home, 'state.db'));
    db.exec(sql);
    db.close();
    const next = await withServer();
    expect([keeps(next), next.context.texts?.keep('other')]).toEqual(['digests', 'digests']);
    expect(next.notices().join(' ')).toContain('What the log keeps of texts was changed or removed');
    await next.close();
    expect(keeps(await withServer())).toBe('digests');
  });

  it('is not inherited by another server of the same name', async () => {
    const host = await withServer();
    await host.must('texts.set', { server: 'files', keep: 'full' });
    await host.must('server.remove', { id: 'files' });
    await host.must('server.add', { id: 'files', launch });
    expect(keeps(host)).toBe('redacted');
  });

  it('is never more than an organisation lets it be, whatever was chosen before', async () => {
    const before = await withServer();
    await before.must('texts.set', { keep: 'full' });
    await before.close();
    const host = await managedBy({
      log: { texts: 'redacted', serverTexts: [{ server: 'files', texts: 'digests' }] },
    });
    expect([keeps(host), host.context.texts?.keep('other')]).toEqual(['digests', 'redacted']);
    for (const input of [{ keep: 'full' }, { server: 'files', keep: 'redacted' }] as const)
      expect(await host.window('texts.set', input)).toMatchObject({ ok: false, code: 'refused' });
    expect(await host.must('texts.set', { keep: 'digests' })).toMatchObject({
      usual: 'digests',
      most: 'redacted',
    });
  });
});

describe('limits of an organisation', () => {
  const policy = { limits: [{ server: 'files', most: { kind: 'rate', calls: 2, per: 'hour' } }] };

  it('stand beside those of the person, who can neither change nor remove them', async () => {
    const host = await managedBy(policy);
    expect(host.context.limits?.any).toBe(true);
    await host.must('limit.put', { about: {}, most: { kind: 'at-once', calls: 1000 } });
    const { limits } = await host.must('limit.list', {});
    expect(limits.map(({ managed = false }) => managed)).toEqual([true, false]);
    const id = limits[0]?.limit.id ?? '';
    expect(await host.window('limit.remove', { id })).toMatchObject({ ok: false, code: 'refused' });
    expect(
      await host.window('limit.put', { id, about: {}, most: { kind: 'at-once', calls: 9999 } }),
    ).toMatchObject({ ok: false, code: 'refused' });
    expect((await host.must('limit.list', {})).limits[0]).toMatchObject({ managed: true, limit: { id } });
  });
});
