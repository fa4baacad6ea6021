import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FoundRow, SealedRows } from '../../../electron/host/sealed/sealed-rows.ts';
import { openShapingBook } from '../../../electron/host/shaping/shaping-book.ts';
import { GOOD_SHAPING, NO_SHAPING, type Shaping } from '../../../shared/model/shaping.ts';
import { type OpenHost, socket, testProfile, type TestProfile } from '../../fixtures/host-in-process.ts';

let profile: TestProfile;
beforeEach(() => {
  profile = testProfile();
});
afterEach(() => profile.remove());

const launch = { transport: 'stdio' as const, command: 'files', args: [], env: {} };
async function withServer(): Promise<OpenHost> {
  const host = await profile.open();
  if ((await host.must('server.list', {})).length === 0)
    await host.must('server.add', { id: 'files', launch });
  return host;
}
const of = (host: OpenHost, tool = 'read'): Shaping | undefined => host.context.shaping?.of('files', tool);

describe('what was chosen for smaller answers', () => {
  it('is nothing at first, stays over a restart, and may be chosen by anybody', async () => {
    const host = await withServer();
    expect([of(host), host.context.shaping?.cuts(), host.context.shaping?.of('other', 'read')]).toEqual([
      undefined,
      false,
      undefined,
    ]);
    expect(await host.run('server.shape', { server: 'files', shaping: 'good' }, socket())).toMatchObject({
      ok: true,
    });
    expect(of(host)).toEqual(GOOD_SHAPING);
    expect([undefined, 'files', 'other'].map((server) => host.context.shaping?.cuts(server))).toEqual([
      true,
      true,
      false,
    ]);
    await host.close();
    const next = await withServer();
    expect(of(next)).toEqual(GOOD_SHAPING);
    await next.must('server.shape', { server: 'files', shaping: 'off' });
    expect([of(next), next.context.shaping?.cuts()]).toEqual([undefined, false]);
  });

  it('is chosen for a tool beside its server', async () => {
    const host = await withServer();
    const set = (shaping: Shaping | 'off' | 'good' | 'usual', tool?: string) =>
      host.must('server.shape', { server: 'files', shaping, ...(tool === undefined ? {} : { tool }) });
    await set('good');
    await set('off', 'raw');
    const links = { ...NO_SHAPING, links: true };
    const view = await set(links, '__proto__');
    expect(view.tools).toEqual([
      { tool: 'raw', shaping: NO_SHAPING },
      { tool: '__proto__', shaping: links },
    ]);
    expect([of(host, 'raw'), of(host, '__proto__'), of(host, 'other'), of(host, 'constructor')]).toEqual([
      undefined,
      links,
      GOOD_SHAPING,
      GOOD_SHAPING,
    ]);
    await set('off');
    expect([of(host, 'raw'), of(host, '__proto__'), of(host, 'other')]).toEqual([
      undefined,
      links,
      undefined,
    ]);
    expect(host.context.shaping?.cuts('files')).toBe(false);
    await set({ ...links, budget: 500 }, 'raw');
    expect(host.context.shaping?.cuts('files')).toBe(true);
    await set('usual', 'raw');
    await set('usual', '__proto__');
    expect(await host.must('server.shaping', { server: 'files' })).toEqual({ server: 'files', tools: [] });
    expect(await host.window('server.shape', { server: 'files', shaping: 'usual' })).toMatchObject({
      code: 'usage',
    });
    expect(await host.window('server.shaping', { server: 'gone' })).toMatchObject({ code: 'unknown' });
  });

  it('is bounded, and nothing is thrown away while the keychain is locked', () => {
    const written: unknown[] = [];
    const rows = (found: FoundRow[]): SealedRows => ({
      load: () => found,
      put: (_table, _keys, values) => void written.push(values),
      remove: () => undefined,
      together: (change) => change(),
      missing: () => false,
      anyMissing: () => false,
      notices: [],
      settled: () => Promise.resolve(),
    });
    const book = openShapingBook({ rows: rows([]), locked: false });
    for (let n = 0; n < 500; n++) expect(book.set('files', `tool-${n}`, GOOD_SHAPING).ok).toBe(true);
    expect(book.set('files', 'more', GOOD_SHAPING)).toMatchObject({ ok: false, code: 'invalid' });
    expect(book.set('files', 'tool-7', NO_SHAPING).ok).toBe(true);
    written.length = 0;
    const sealed = [{ keys: ['shaping'], values: ['what nobody can read now'], counts: false }];
    const locked = openShapingBook({ rows: rows(sealed), locked: true });
    expect([locked.of('files', 'read'), locked.notices]).toEqual([undefined, []]);
    expect(locked.set('files', undefined, GOOD_SHAPING)).toMatchObject({ ok: false, code: 'locked' });
    expect(written).toEqual([]);
  });

  it.each([
    ['deleted', `DELETE FROM choices WHERE name = 'shaping'`],
    ['changed', `UPDATE choices SET record = replace(record, '10000', '20000') WHERE name = 'shaping'`],
  ])('is nothing once it was %s outside Doorward, and a person hears of it', async (_how, sql) => {
    const host = await withServer();
    await host.must('server.shape', { server: 'files', shaping: 'good' });
    await host.close();
    const db = new DatabaseSync(join(profile.home, 'state.db'));
    db.exec(sql);
    db.close();
    const next = await withServer();
    expect(of(next)).toBeUndefined();
    expect(next.notices().join(' ')).toContain('made smaller was changed or removed outside Doorward');
  });

  it('is not inherited by another server of the same name', async () => {
    const host = await withServer();
    await host.must('server.shape', { server: 'files', shaping: 'good' });
    await host.must('server.remove', { id: 'files' });
    await host.must('server.add', { id: 'files', launch });
    expect(of(host)).toBeUndefined();
  });

  it('takes a tool that nobody knows for one that promises a form', async () => {
    const host = await withServer();
    expect(host.context.shaping?.hasOutputSchema('files', 'read')).toBe(true);
  });
});
