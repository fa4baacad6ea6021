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

describe('what the log keeps, on the command line', () => {
  it('is chosen for one server or for all, and shown', async () => {
    await profile.run(['server', 'add', 'files', '--', 'files']);
    const chosen = await profile.run(['server', 'texts', 'files', 'digests']);
    expect([chosen.code, chosen.stdout]).toEqual([0, expect.stringMatching(/files\s+digests/)]);
    expect((await profile.run(['server', 'texts', '--all', 'digests'])).code).toBe(0);
    const shown = await profile.run(['log', 'texts', '--json']);
    expect(JSON.parse(shown.stdout)).toEqual({
      usual: 'digests',
      servers: [{ server: 'files', keep: 'digests', chosen: 'digests' }],
    });
    // Keeping more is a person's act.
    expect((await profile.run(['server', 'texts', 'files', 'full'])).code).toBe(4);
  }, 240_000);

  it('takes nothing that says nothing', async () => {
    for (const words of [
      ['server', 'texts', 'files', 'everything'],
      ['server', 'texts', 'files'],
      ['server', 'texts', '--all', 'files', 'full'],
      ['log', 'texts', 'full'],
    ])
      expect((await profile.run(words)).code, words.join(' ')).toBe(2);
  }, 240_000);
});
