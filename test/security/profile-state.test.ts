import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { socket, testProfile, type TestProfile } from '../fixtures/host-in-process.ts';

// Attack: a program of the same user edits what is kept of profiles and of what roles are listed, so that AI apps have
// tools that a person took away.

let profile: TestProfile;
beforeEach(() => {
  profile = testProfile();
});
afterEach(() => profile.remove());

const who = { id: 'claude' };

describe('profiles in the state', () => {
  it('stay, with the one in use and what roles are listed', async () => {
    const host = await profile.open();
    await host.must('profile.add', { name: 'Work', tools: ['files__*', 'files__*'] });
    await host.must('role.tools', { role: 'default', mode: 'chosen', tools: ['files__read'] });
    const before = await host.must('profile.use', { name: 'WORK' });
    expect(before).toEqual({
      profiles: [{ name: 'Work', tools: ['files__*'], folders: [] }],
      inUse: 'Work',
      roles: [{ role: 'default', tools: { mode: 'chosen', tools: ['files__read'] } }],
    });
    expect(host.state.snapshot().state.profiles).toEqual(before);
    await host.close();
    const next = await profile.open();
    expect(await next.must('profile.list', {})).toEqual(before);
    expect(next.context.sets?.has(who, 'mail', 'send')).toBe(false);
    expect(next.context.sets?.has(who, 'files', 'read')).toBe(true);
    expect(next.context.roleTools?.('default')).toEqual({ mode: 'chosen', tools: ['files__read'] });
  });

  it.each([
    ['deleted', `DELETE FROM choices WHERE name = 'tool-profiles'`],
    ['changed', `UPDATE choices SET record = replace(record, 'files', 'mail') WHERE name = 'tool-profiles'`],
    ['emptied', `UPDATE choices SET record = '{"profiles":[],"roles":[]}' WHERE name = 'tool-profiles'`],
    ['made unreadable', `UPDATE choices SET record = '[]' WHERE name = 'tool-profiles'`],
  ])('leave nothing once they were %s outside Doorward, until a person chooses', async (_how, sql) => {
    const host = await profile.open();
    await host.must('profile.add', { name: 'Work', tools: ['files__*'] });
    await host.must('profile.use', { name: 'Work' });
    await host.close();
    const db = new DatabaseSync(join(profile.home, 'state.db'));
    db.exec(sql);
    db.close();
    for (let start = 0; start < 2; start++) {
      const next = await profile.open();
      expect(next.context.sets?.has(who, 'files', 'read')).toBe(false);
      expect(next.context.sets?.hasServer(who, 'files')).toBe(false);
      if (start === 0)
        expect(next.notices().join(' ')).toContain('profiles of tools were changed or removed');
      // Nor does a program get rid of that.
      for (const [name, input] of [
        ['profile.use', {}],
        ['profile.add', { name: 'Mine', tools: ['mail__*'] }],
        ['profile.use', { name: 'Mine' }],
      ] as const)
        await next.run(name, input, socket());
      expect(next.context.sets?.hasServer(who, 'mail')).toBe(false);
      await next.close();
    }
    const last = await profile.open();
    await last.must('profile.use', {});
    expect(last.context.sets?.has(who, 'files', 'read')).toBe(true);
  });
});
