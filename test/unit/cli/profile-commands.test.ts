import { realpathSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadyChild } from '../../fixtures/child.ts';
import { fakeProfile, type Profile } from './fake-host.ts';

let profile: Profile;
let host: ReadyChild;
beforeAll(async () => {
  profile = fakeProfile();
  host = await profile.serve();
}, 240_000);
afterAll(async () => {
  await host.stop();
  profile.remove();
}, 240_000);

describe('profiles on the command line', () => {
  it('are added, used and shown; what gives tools back needs the operator', async () => {
    expect((await profile.run(['profile', 'list'])).stdout).toContain('There are no profiles');
    const added = await profile.run(['profile', 'add', 'Work', 'files__*', 'mail__read']);
    expect([added.code, added.stdout]).toEqual([0, expect.stringMatching(/Work\s+files__\*, mail__read/)]);
    const folder = await profile.run(['profile', 'folder', 'Work', '.', '--json']);
    expect(JSON.parse(folder.stdout)).toMatchObject({ profiles: [{ folders: [realpathSync('.')] }] });
    const used = await profile.run(['profile', 'use', 'work']);
    expect([used.code, used.stdout]).toEqual([0, expect.stringMatching(/Work\s+in use/)]);
    expect((await profile.run(['profile', 'use', 'None'])).code).toBe(4);
    const role = await profile.run(['role', 'tools', 'default', 'chosen', 'files__*']);
    expect(role.stdout).toContain('"default" that has no choice of its own is listed only these tools now');
    expect((await profile.run(['role', 'tools', 'default', 'all'])).code).toBe(4);
  }, 240_000);

  it('take nothing that says nothing', async () => {
    for (const words of [
      ['profile', 'add', 'Home'],
      ['profile', 'add', 'Home', 'files'],
      ['profile', 'use', 'a', 'b'],
      ['role', 'tools', 'default', 'role'],
    ])
      expect((await profile.run(words)).code, words.join(' ')).toBe(2);
  }, 240_000);
});
