import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { presetAct } from '../../shared/model/inspection.ts';
import { type OpenHost, socket, testProfile, type TestProfile } from '../fixtures/host-in-process.ts';

// Attack: a program of the same user wants a secret to cross. It edits the state, or it asks nicely.

let profile: TestProfile;
beforeEach(() => {
  profile = testProfile();
});
afterEach(() => profile.remove());

function tamper(sql: string): void {
  const db = new DatabaseSync(join(profile.home, 'state.db'));
  db.exec(sql);
  db.close();
}

const MASK = {
  name: 'Customers',
  find: { words: ['Miller'] },
  way: 'reversible',
  direction: 'both',
  restoreFor: ['crm'],
} as const;
const launch = { transport: 'stdio', command: 'x', args: [], env: {} } as const;
const add = (id: string) => ({ id, launch: { ...launch, args: [], env: {} } });

/** Everything strict: secrets blocked, a mask, a label. */
async function fill(host: OpenHost): Promise<void> {
  await host.must('server.add', add('crm'));
  await host.must('server.add', add('files'));
  await host.must('inspection.set', { choices: [{ watch: 'secret', act: 'block' }] });
  await host.must('mask.put', {
    mask: { ...MASK, find: { words: [...MASK.find.words] }, restoreFor: [...MASK.restoreFor] },
  });
  await host.must('server.label', { id: 'crm', label: 'public', holds: 'yes' });
}

async function filledProfile(): Promise<void> {
  const host = await profile.open();
  await fill(host);
  await host.close();
}

describe('what was chosen about inspection, in the sealed state', () => {
  it('comes back as it was', async () => {
    await filledProfile();
    const host = await profile.open();
    expect(await host.must('inspection.show', {})).toMatchObject({
      acts: [{ watch: 'secret', act: 'block' }],
      masks: [{ mask: MASK, managed: false }],
    });
    expect(await host.must('status', {})).toMatchObject({ guard: 'usual' });
  });

  it.each([
    [
      'is loosened',
      `UPDATE choices SET record = replace(record, '"block"', '"pass"') WHERE name = 'inspection'`,
    ],
    ['loses its seal', `UPDATE choices SET seal = NULL WHERE name = 'inspection'`],
    ['is deleted', `DELETE FROM choices WHERE name = 'inspection'`],
    [
      'is put in place of by the row of the masks',
      `UPDATE choices SET record = (SELECT record FROM choices WHERE name = 'masks') WHERE name = 'inspection'`,
    ],
  ])('asks about every finding and every call when it %s outside Doorward', async (_what, sql) => {
    await filledProfile();
    tamper(sql);
    const host = await profile.open();
    const { acts, masks } = await host.must('inspection.show', {});
    expect(acts.map(({ act }) => act)).toEqual(['ask', 'ask', 'ask', 'ask', 'ask', 'ask']);
    expect(masks).toHaveLength(1);
    expect(await host.must('status', {})).toMatchObject({ guard: 'ask' });
    await host.close();
    // It stays so after another start: nothing looks as if it were meant.
    const next = await profile.open();
    expect((await next.must('inspection.show', {})).acts).toEqual(acts);
  });

  it.each([
    ['deleted', `DELETE FROM choices WHERE name = 'masks'`],
    ['changed', `UPDATE choices SET record = replace(record, '"crm"', '"evil"') WHERE name = 'masks'`],
  ])('masks that were %s hide nothing any more, so everything is asked about', async (_what, sql) => {
    await filledProfile();
    tamper(sql);
    const host = await profile.open();
    expect(await host.must('mask.list', {})).toEqual([]);
    expect(await host.must('status', {})).toMatchObject({ guard: 'ask' });
  });

  it.each([
    `DELETE FROM choices WHERE name = 'labels'`,
    `UPDATE choices SET record = '{"crm":{"public":false}}' WHERE name = 'labels'`,
  ])('every server counts as everything when labels were changed: %s', async (sql) => {
    await filledProfile();
    tamper(sql);
    const { labels } = await (await profile.open()).must('inspection.show', {});
    expect(labels.map(({ server }) => server)).toEqual(['crm', 'files']);
    for (const one of labels) expect(one.labels.map(({ holds }) => holds)).toEqual([true, true, true]);
  });

  it('does not go back to an older state with its old, valid seal', async () => {
    await filledProfile();
    const copy = new DatabaseSync(join(profile.home, 'state.db'));
    const old = copy.prepare(`SELECT * FROM choices WHERE name = 'inspection'`).get();
    copy.close();
    const host = await profile.open();
    await host.must('inspection.set', { choices: [{ watch: 'flow', act: 'block' }] });
    await host.close();
    const db = new DatabaseSync(join(profile.home, 'state.db'));
    db.prepare(`UPDATE choices SET record = ?, generation = ?, seal = ? WHERE name = 'inspection'`).run(
      String(old?.['record']),
      Number(old?.['generation']),
      old?.['seal'] as Uint8Array,
    );
    db.close();
    const { acts } = await (await profile.open()).must('inspection.show', {});
    expect(acts.map(({ act }) => act)).toEqual(['ask', 'ask', 'ask', 'ask', 'ask', 'ask']);
  });
});

describe('an agent over the control socket', () => {
  const withKey = { operatorKey: 'a good key', front: 'headless' } as const;
  const REFUSED = { ok: false, code: 'operator' };

  it('can tighten and never loosen', async () => {
    const host = await profile.open(withKey);
    const agent = (name: string, input: unknown) => host.run(name, input, socket());
    for (const id of ['crm', 'files']) await agent('server.add', add(id));
    const set = (choice: object) => agent('inspection.set', { choices: [choice] });
    expect((await set({ watch: 'secret', act: 'block' })).ok).toBe(true);
    expect(presetAct('guarded', 'flow', 'to-server', false)).toBe('ask');
    for (const choice of [
      { watch: 'flow', act: 'note' },
      { watch: 'secret', act: 'ask' },
      { watch: 'secret', server: 'crm', act: 'ask' },
      { watch: 'secret', role: 'default', direction: 'to-app', act: 'mask' },
      { watch: 'hidden', act: 'pass' },
    ])
      expect(await set(choice), JSON.stringify(choice)).toMatchObject(REFUSED);
    for (const [name, input] of [
      ['inspection.unset', {}],
      ['inspection.unset', { watch: 'secret', exact: true }],
      ['inspection.personal', { types: ['email'] }],
      ['mask.put', { mask: { ...MASK, name: 'Evil', restoreFor: ['files'] } }],
      ['mask.remove', { name: 'Customers' }],
      ['server.label', { id: 'crm', label: 'private', holds: 'no' }],
      ['flow.reset', { client: 'x' }],
      ['canary.add', { name: 'x' }],
      ['canary.remove', { name: 'x' }],
    ] as const)
      expect(await agent(name, input), name).toMatchObject(REFUSED);
    expect((await agent('mask.put', { mask: { ...MASK, way: 'remove', restoreFor: [] } })).ok).toBe(true);
    expect(await agent('mask.put', { mask: { ...MASK, way: 'partial', restoreFor: [] } })).toMatchObject(
      REFUSED,
    );
    expect((await agent('server.label', { id: 'crm', label: 'private', holds: 'yes' })).ok).toBe(true);
    expect(await agent('server.label', { id: 'crm', label: 'private', holds: 'guess' })).toMatchObject(
      REFUSED,
    );
    expect(await host.must('inspection.show', {})).toMatchObject({
      acts: [{ watch: 'secret', act: 'block' }],
    });
    expect((await host.run('inspection.unset', {}, socket('a good key'))).ok).toBe(true);
  });

  it('does not get the values of a server by removing it and adding its own under that name', async () => {
    const host = await profile.open();
    await fill(host);
    await host.must('inspection.set', { choices: [{ watch: 'secret', server: 'crm', act: 'pass' }] });
    const agent = (name: string, input: unknown) => host.run(name, input, socket());
    expect((await agent('server.remove', { id: 'crm' })).ok).toBe(true);
    expect((await agent('server.add', add('crm'))).ok).toBe(true);
    const view = await host.must('inspection.show', {});
    expect(view.acts).toEqual([{ watch: 'secret', act: 'block' }]);
    expect(view.masks).toMatchObject([{ mask: { name: 'Customers', restoreFor: [] } }]);
    expect(view.labels.flatMap(({ labels }) => labels.filter(({ chosen }) => chosen))).toEqual([]);
  });
});
