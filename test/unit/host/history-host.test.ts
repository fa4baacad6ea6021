import { afterEach, beforeEach, expect, it } from 'vitest';
import { testProfile, type TestProfile } from '../../fixtures/host-in-process.ts';
import { wholeCall } from '../audit/support.ts';

let profile: TestProfile;
beforeEach(() => {
  profile = testProfile();
});
afterEach(() => profile.remove());

it('a host counts, lists and groups what is in its log, and keeps as much of it as the window says', async () => {
  const host = await profile.open();
  const at = Date.now() - 60_000;
  for (const each of [0, 1, 2]) {
    const server = each === 0 ? 'mail' : 'files';
    for (const leg of wholeCall({ call: `call-${each}`, at: at + each, server }))
      host.context.audit.append(leg);
  }
  const overview = await host.must('log.overview', { server: 'files' });
  expect(overview).toMatchObject({ step: 'hour', calls: 2 });
  expect(overview.bars.reduce((sum, { outcomes }) => sum + outcomes.ok, 0)).toBe(2);
  expect((await host.must('log.list', { server: 'files' })).map(({ call }) => call)).toEqual([
    'call-2',
    'call-1',
  ]);
  const session = await host.must('log.session', { call: 'call-1' });
  expect(session.calls.map(({ server }) => server)).toEqual(['mail', 'files', 'files']);
  expect(await host.window('log.overview', { since: 5, until: 4 })).toMatchObject({
    ok: false,
    message: expect.stringMatching(/ends before it begins/),
  });

  const kept = await host.must('settings.change', { log: { keepDays: 30 } });
  expect(kept).toMatchObject({ settings: { log: { keepDays: 30 } }, restartNeeded: false });
  expect(await host.window('settings.change', { log: { keepDays: 0 } })).toMatchObject({ ok: false });
  expect((await host.must('settings.change', { log: {} })).settings.log.keepDays).toBeUndefined();
});
