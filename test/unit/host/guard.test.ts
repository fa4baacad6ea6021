import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testProfile, type TestProfile } from '../../fixtures/host-in-process.ts';

let profile: TestProfile;
beforeEach(() => {
  profile = testProfile();
});
afterEach(() => profile.remove());

/** Does something to the state behind Doorward's back. */
function tamper(sql: string): void {
  const db = new DatabaseSync(join(profile.home, 'state.db'));
  db.exec(sql);
  db.close();
}

async function blockedAfter(sql: string | undefined): Promise<boolean> {
  const first = await profile.open();
  await first.must('guard.block', {});
  await first.close();
  if (sql !== undefined) tamper(sql);
  const second = await profile.open();
  return second.context.policy.stop() === 'blocked';
}

describe('"Block everything"', () => {
  it('counts at once, is told, and is kept over a restart', async () => {
    const first = await profile.open();
    expect(first.context.policy.stop() === 'blocked').toBe(false);
    expect(await first.must('guard.block', {})).toMatchObject({ guard: 'block' });
    expect(first.context.policy.stop() === 'blocked').toBe(true);
    await first.close();
    const second = await profile.open();
    expect(second.context.policy.stop() === 'blocked').toBe(true);
    expect(await second.must('guard.usual', {})).toMatchObject({ guard: 'usual' });
    expect(second.context.policy.stop() === 'blocked').toBe(false);
    await second.close();
    expect((await profile.open()).context.policy.stop() === 'blocked').toBe(false);
  });

  it.each([
    ['the row is changed', "UPDATE choices SET record = 'usual' WHERE name = 'guard'"],
    ['its seal is taken away', "UPDATE choices SET seal = NULL WHERE name = 'guard'"],
    ['the row is deleted', "DELETE FROM choices WHERE name = 'guard'"],
  ])('stays when %s outside Doorward, and a person can lift it', async (_what, sql) => {
    expect(await blockedAfter(sql)).toBe(true);
  });

  it('stays when the row was deleted and Doorward has written something since', async () => {
    const first = await profile.open();
    await first.must('guard.block', {});
    await first.close();
    tamper("DELETE FROM choices WHERE name = 'guard'");
    const second = await profile.open();
    await second.must('client.add', { name: 'App' });
    await second.close();
    const third = await profile.open();
    expect(third.context.policy.stop() === 'blocked').toBe(true);
    await third.must('guard.usual', {});
    await third.close();
    const fourth = await profile.open();
    expect(fourth.context.policy.stop() === 'blocked').toBe(false);
  });

  it('works without a keychain, and can be lifted there', async () => {
    profile.keychain.available = false;
    expect(await blockedAfter(undefined)).toBe(true);
  });
});
