import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../electron/relay/call.ts';
import { rescan } from '../../electron/relay/message.ts';
import {
  type OpenHost,
  socket,
  terminal,
  testProfile,
  type TestProfile,
} from '../fixtures/host-in-process.ts';

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

const DAILY = { id: 'daily', about: { server: 'files' }, most: { kind: 'budget', calls: 2 } } as const;

async function withServer(): Promise<OpenHost> {
  const host = await profile.open();
  await host.must('server.add', {
    id: 'files',
    launch: { transport: 'stdio', command: 'files', args: [], env: {} },
  });
  return host;
}

/** A call as the relay would hand it to the stages. */
function aCall(host: OpenHost): Call {
  const server = host.context.servers.get('files');
  return {
    id: 'c',
    at: Date.now(),
    startedAt: 0,
    direction: 'client',
    client: { id: 'app', name: 'App', role: 'default' },
    scope: { kind: 'aggregate' },
    envelope: undefined,
    message: rescan(
      Buffer.from('{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"read","arguments":{}}}'),
    ),
    capabilities: '',
    clientHeaders: undefined,
    server,
    name: 'read',
    rewrites: [],
    paramHeaders: undefined,
    cancelled: false,
  };
}

const take = (host: OpenHost) => host.context.limits!.take(aCall(host));

describe('limits in the sealed state', () => {
  it('hold from the moment they are kept, also after a restart, with what was used up of them', async () => {
    const host = await withServer();
    expect(host.context.limits?.any).toBe(false);
    await host.must('limit.put', { ...DAILY });
    for (let i = 0; i < 2; i++) expect(take(host)).toBeTypeOf('object');
    const used = 'It allows 2 calls from midnight to midnight. It counts calls to the server "files".';
    expect(take(host)).toContain(used);
    await host.close();
    const next = await profile.open();
    expect(take(next)).toContain(used);
    expect(await next.must('limit.list', {})).toMatchObject({
      loops: 'ask',
      limits: [{ limit: DAILY, use: [{ of: '', used: 2, most: 2, what: 'calls' }] }],
    });
  });

  it.each([
    ['they are deleted', `DELETE FROM choices WHERE name = 'limits'`],
    [
      'one is raised',
      `UPDATE choices SET record = replace(record, '"calls":2', '"calls":900') WHERE name = 'limits'`,
    ],
    ['the seal is taken away', `UPDATE choices SET seal = NULL WHERE name = 'limits'`],
  ])('ask about everything when %s outside Doorward, and say so', async (_what, sql) => {
    const host = await withServer();
    await host.must('limit.put', { ...DAILY });
    await host.close();
    tamper(sql);
    const next = await profile.open();
    expect(await next.must('status', {})).toMatchObject({ guard: 'ask' });
    expect(next.notices().join(' ')).toContain('Your limits were changed or removed outside Doorward');
  });

  it.each([
    ['deleted', `DELETE FROM choices WHERE name = 'limits-used'`],
    [
      'set back',
      `UPDATE choices SET record = replace(record, '"calls":1', '"calls":0') WHERE name = 'limits-used'`,
    ],
  ])('leave nothing of a budget for today when what was used up is %s', async (_what, sql) => {
    const host = await withServer();
    await host.must('limit.put', { ...DAILY });
    expect(take(host)).toBeTypeOf('object');
    await host.close();
    tamper(sql);
    const next = await profile.open();
    expect(take(next)).toContain('is not known');
    await next.close();
    expect(take(await profile.open())).toContain('is not known');
  });
});

describe('commands about limits', () => {
  it('add and tighten for everybody; raise, move and remove for the person only', async () => {
    const host = await withServer();
    const program = (input: object) => host.run('limit.put', input, socket('a guessed key'));
    expect(await program(DAILY)).toMatchObject({ ok: true });
    expect(await program({ ...DAILY, most: { kind: 'budget', calls: 1 } })).toMatchObject({ ok: true });
    for (const looser of [
      DAILY,
      { ...DAILY, about: {} },
      { ...DAILY, each: 'client', most: { kind: 'budget', calls: 1 } },
      { ...DAILY, most: { kind: 'at-once', calls: 1 } },
    ])
      for (const caller of [socket(), terminal()])
        expect(await host.run('limit.put', looser, caller)).toMatchObject({ ok: false, code: 'operator' });
    expect(await host.run('limit.remove', { id: 'daily' }, socket())).toMatchObject({ code: 'operator' });
    expect((await host.must('limit.list', {})).limits).toMatchObject([{ limit: { most: { calls: 1 } } }]);
    await host.must('limit.put', { ...DAILY });
    await host.must('limit.remove', { id: 'daily' });
    expect(host.context.limits?.any).toBe(false);
  });

  it('name AI apps, servers and roles that are there', async () => {
    const host = await withServer();
    const app = await host.must('client.add', { name: 'Claude' });
    const most = { kind: 'at-once', calls: 1 } as const;
    expect((await host.must('limit.put', { about: { client: 'Claude' }, most })).limit.about).toEqual({
      client: app.id,
    });
    for (const about of [{ client: 'nobody' }, { server: 'nothing' }, { role: 'none' }])
      expect(await host.window('limit.put', { about, most })).toMatchObject({ ok: false, code: 'unknown' });
    for (const bad of [
      { kind: 'budget' },
      { kind: 'rate', calls: 0, per: 'minute' },
      { kind: 'at-once', calls: 1.5 },
    ])
      expect(await host.window('limit.put', { about: {}, most: bad as never })).toMatchObject({ ok: false });
  });

  it('have no more than a hundred', async () => {
    const host = await withServer();
    for (let i = 0; i < 100; i++)
      await host.must('limit.put', { about: {}, most: { kind: 'at-once', calls: 1 + i } });
    expect(await host.window('limit.put', { about: {}, most: { kind: 'at-once', calls: 1 } })).toMatchObject({
      ok: false,
      code: 'full',
    });
  });
});
