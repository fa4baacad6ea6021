import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenHost, socket, testProfile, type TestProfile } from '../fixtures/host-in-process.ts';

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

const BLOCK = { action: 'block', effects: ['destroy'] } as const;

/** A profile with *Strict* and a rule that blocks; closed again. */
async function strictProfile(): Promise<void> {
  const host = await profile.open();
  await host.must('rule.add', { ...BLOCK, effects: [...BLOCK.effects] });
  await host.must('preset.set', { preset: 'strict' });
  await host.close();
}

const reopened = async (sql: string): Promise<OpenHost> => {
  tamper(sql);
  return profile.open();
};

describe('rules and preset in the sealed state', () => {
  it('come back as they were', async () => {
    await strictProfile();
    const host = await profile.open();
    expect(await host.must('status', {})).toMatchObject({ preset: 'strict', guard: 'usual' });
    expect(await host.must('rule.list', {})).toMatchObject([BLOCK]);
  });

  it.each([
    ['a rule is deleted', 'DELETE FROM rules'],
    ['a rule is changed', `UPDATE rules SET record = replace(record, 'block', 'allow')`],
    ['the seal of a rule is taken away', 'UPDATE rules SET seal = NULL'],
    [
      'a rule is added',
      `INSERT INTO rules SELECT 'x', replace(replace(record, '"id":"', '"id":"x'), 'block', 'allow'), generation, seal FROM rules LIMIT 1`,
    ],
  ])('ask about everything when %s outside Doorward, until a person lifts it', async (_what, sql) => {
    await strictProfile();
    const host = await reopened(sql);
    expect(await host.must('status', {})).toMatchObject({ guard: 'ask' });
    // A rule that does not count lets nothing pass.
    const rules = await host.must('rule.list', {});
    expect(rules.filter(({ action }) => action === 'allow')).toEqual([]);
    await host.must('guard.usual', {});
    await host.close();
    expect(await (await profile.open()).must('status', {})).toMatchObject({ guard: 'usual' });
  });

  it.each([
    ['loosened', `UPDATE choices SET record = '"observe"' WHERE name = 'preset'`],
    ['deleted', `DELETE FROM choices WHERE name = 'preset'`],
  ])('take the strictest preset when that of the person is %s outside Doorward', async (_what, sql) => {
    await strictProfile();
    expect(await (await reopened(sql)).must('status', {})).toMatchObject({ preset: 'strict', guard: 'ask' });
  });

  it('do not go back to an older state with its old, valid seals', async () => {
    const first = await profile.open();
    const { id } = await first.must('rule.add', { action: 'allow', server: undefined });
    await first.close();
    const db = new DatabaseSync(join(profile.home, 'state.db'));
    const old = db.prepare('SELECT * FROM rules').all()[0];
    db.close();
    const second = await profile.open();
    await second.must('rule.remove', { id });
    await second.close();
    const behind = new DatabaseSync(join(profile.home, 'state.db'));
    behind
      .prepare('INSERT INTO rules(id, record, generation, seal) VALUES(?, ?, ?, ?)')
      .run(
        String(old?.['id']),
        String(old?.['record']),
        Number(old?.['generation']),
        old?.['seal'] as Uint8Array,
      );
    behind.close();
    const third = await profile.open();
    expect(await third.must('rule.list', {})).toEqual([]);
    expect(await third.must('status', {})).toMatchObject({ guard: 'ask' });
  });
});

describe('who may loosen', () => {
  const withKey = { operatorKey: 'a good key', front: 'headless' } as const;

  it('is not a program without the key, by any way', async () => {
    const host = await profile.open(withKey);
    const agent = (name: string, input: unknown) => host.run(name, input, socket());
    const asked = await agent('rule.add', { action: 'allow' });
    expect(asked).toMatchObject({ ok: false, code: 'operator' });
    expect(await agent('rule.add', { action: 'report' })).toMatchObject({ ok: false, code: 'operator' });
    expect(await agent('preset.set', { preset: 'observe' })).toMatchObject({ ok: false, code: 'operator' });
    expect(await agent('approval.allow', { id: 'x' })).toMatchObject({ ok: false, code: 'operator' });
    expect(await agent('role.put', { id: 'r', name: 'R' })).toMatchObject({ ok: false, code: 'operator' });
    expect(await agent('client.role', { client: 'x', role: 'default' })).toMatchObject({
      ok: false,
      code: 'operator',
    });

    // What tightens needs nobody; what takes it back does.
    expect((await host.run('client.add', { name: 'App' }, socket(withKey.operatorKey))).ok).toBe(true);
    const tools = (mode: string, ...names: string[]) =>
      agent('client.tools', { client: 'App', mode, tools: names });
    expect((await tools('on-demand')).ok).toBe(true);
    expect((await tools('chosen', 'files__*', 'mail__read')).ok).toBe(true);
    expect((await tools('chosen', 'files__read_file')).ok).toBe(true);
    for (const more of [
      tools('all'),
      tools('on-demand'),
      tools('chosen', 'files__*'),
      tools('chosen', 'mail__read'),
    ])
      expect(await more).toMatchObject({ ok: false, code: 'operator' });
    const blocked = await agent('rule.add', { action: 'block', effects: ['run'] });
    expect(blocked.ok).toBe(true);
    const { id } = blocked.ok ? (blocked.value as { id: string }) : { id: '' };
    expect(await agent('rule.remove', { id })).toMatchObject({ ok: false, code: 'operator' });
    // A narrower question about what is refused would let it be asked for.
    expect(await agent('rule.add', { action: 'ask', effects: ['run'], tool: 'x' })).toMatchObject({
      ok: false,
      code: 'operator',
    });
    expect((await agent('preset.set', { preset: 'strict' })).ok).toBe(true);
    expect(await agent('preset.set', { preset: 'guarded' })).toMatchObject({ ok: false, code: 'operator' });
    expect((await agent('guard.block', {})).ok).toBe(true);
    expect(await agent('guard.ask', {})).toMatchObject({ ok: false, code: 'operator' });
    expect((await host.run('guard.ask', {}, socket('a good key'))).ok).toBe(true);
  });

  it('is only the window in the desktop app, whatever key a program has', async () => {
    const host = await profile.open({ operatorKey: undefined });
    expect(await host.run('rule.add', { action: 'allow' }, socket('a good key'))).toMatchObject({
      ok: false,
      code: 'operator',
    });
    expect((await host.window('rule.add', { action: 'allow' })).ok).toBe(true);
  });
});
