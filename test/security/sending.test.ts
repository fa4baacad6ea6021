import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandInput } from '../../shared/ipc/contract.ts';
import { addressTrouble, destination as shape } from '../../shared/model/sending.ts';
import type { ManagedPolicy } from '../../shared/model/managed.ts';
import type { LegRecord } from '../../shared/model/log.ts';
import { type OtlpCollector, otlpCollector } from '../fixtures/collectors/otlp-collector.ts';
import { type OpenHost, testProfile, type TestProfile } from '../fixtures/host-in-process.ts';
import { until } from '../fixtures/process-facts.ts';

// Whoever can have the log sent somewhere has everything that every AI app does; whoever can have a header filled in from
// the vault has the vault.

let profile: TestProfile;
let collector: OtlpCollector;
beforeEach(async () => {
  profile = testProfile();
  collector = await otlpCollector();
});
afterEach(async () => {
  await profile.remove();
  await collector.close();
});

const row = (call: string, given: Partial<LegRecord> = {}): LegRecord => ({
  call,
  leg: 'answered',
  at: Date.now(),
  clientId: 'app',
  clientName: 'App',
  direction: 'client',
  server: 'files',
  method: 'tools/call',
  name: 'read',
  outcome: 'ok',
  ...given,
});
const toCollector = (more: object = {}): CommandInput<'send.add'> => ({
  destination: { kind: 'otlp', name: 'corp', url: collector.url, ...more },
});
const calls = () => collector.records.map(({ attributes }) => attributes['doorward.call']);

/** Does something to the state behind Doorward's back. */
function tamper(sql: string): void {
  const db = new DatabaseSync(join(profile.home, 'state.db'));
  db.exec(sql);
  db.close();
}

/** A log that has had time to be sent: what comes after it in another destination has arrived. */
async function afterAWhile(host: OpenHost): Promise<void> {
  const file = join(tmpdir(), `doorward-other-${process.pid}-${Math.random().toString(36).slice(2)}.jsonl`);
  await host.must('send.add', { destination: { kind: 'file', name: 'other', path: file }, fromStart: true });
  host.context.audit.append(row('later'));
  await host.context.audit.flush();
  await until('the other destination', async () => {
    const { destinations } = await host.must('send.list', {});
    const other = destinations.find(({ name }) => name === 'other');
    return other !== undefined && other.sent > 0 && other.waiting === 0;
  });
  rmSync(file, { force: true });
}

describe('where the log is sent', () => {
  it('is what a person chose, with a key out of the vault that is shown nowhere', async () => {
    const host = await profile.open();
    await host.must('secret.set', { name: 'OTLP', value: 'k3y-of-the-collector' });
    host.context.audit.append(row('before'));
    const added = await host.must(
      'send.add',
      toCollector({ headers: { Authorization: 'Bearer ${vault:OTLP}' } }),
    );
    expect(added).toMatchObject({ name: 'corp', headers: ['Authorization'], managed: false });
    host.context.audit.append(row('after', { name: 'uses k3y-of-the-collector' }));
    await until('the row', () => collector.records.length > 0);
    // Only from then on, and what is secret is hidden.
    expect(calls()).toEqual(['after']);
    expect(collector.records[0]?.body).not.toContain('k3y-of');
    expect(collector.requests[0]?.headers.authorization).toBe('Bearer k3y-of-the-collector');
    expect(JSON.stringify(await host.must('send.list', {}))).not.toContain('k3y-of');
    const db = new DatabaseSync(join(profile.home, 'state.db'), { readOnly: true });
    expect(JSON.stringify(db.prepare('SELECT * FROM choices').all())).not.toContain('k3y-of');
    db.close();
  });

  it('survives a restart, and is not sent again what is there', async () => {
    const host = await profile.open();
    await host.must('send.add', toCollector());
    host.context.audit.append(row('one'));
    await until('the first', () => collector.records.length === 1);
    await host.close();
    const again = await profile.open();
    again.context.audit.append(row('two'));
    await until('the second', () => collector.records.length >= 2);
    expect(calls()).toEqual(['one', 'two']);
  });

  it.each([
    [
      'led elsewhere',
      (url: string) =>
        `UPDATE choices SET record = replace(record, '/corp', '${url}') WHERE name = 'sending'`,
    ],
    ['removed', () => "DELETE FROM choices WHERE name = 'sending'"],
    ['made up', () => "UPDATE choices SET record = record || ' ' WHERE name = 'sending'"],
  ])('that was %s behind its back gets nothing, and a person is told', async (_, sql) => {
    const host = await profile.open();
    await host.must('send.add', toCollector({ url: `${collector.url}/corp` }));
    await host.close();
    tamper(sql('/evil'));
    const again = await profile.open();
    expect(again.notices().join(' ')).toContain(
      'Where your log is sent was changed or removed outside Doorward',
    );
    expect((await again.must('send.list', {})).destinations).toEqual([]);
    again.context.audit.append(row('secret'));
    await afterAWhile(again);
    expect(collector.requests).toEqual([]);
  });

  it('can be neither added nor ended by a program', async () => {
    const host = await profile.open();
    await host.must('send.add', toCollector());
    for (const [name, input] of [
      ['send.add', toCollector({ name: 'evil' })],
      ['send.remove', { name: 'corp' }],
      ['send.test', { name: 'corp' }],
    ] as const)
      expect(
        await host.run(name, input, { kind: 'socket', operatorKey: undefined, onProgress: () => undefined }),
      ).toMatchObject({ ok: false, code: 'operator' });
    expect((await host.must('send.list', {})).destinations).toMatchObject([{ name: 'corp' }]);
  });
});

describe('a destination that is refused', () => {
  const bad: readonly [string, object][] = [
    ['a key in clear', { headers: { Authorization: 'Bearer abc' } }],
    ['a key beside a reference', { headers: { Authorization: 'abc ${vault:A} def' } }],
    ['a header of the transport', { headers: { Host: 'vault:A' } }],
    ['a header with a line end', { headers: { 'X-A\r\nHost': 'vault:A' } }],
    ['an address in the open', { url: 'http://collector.example.com' }],
    ['an address that looks like this computer', { url: 'http://127.0.0.1.example.com' }],
    ['a login in the address', { url: 'https://user:pass@collector.example.com' }],
    ['a query', { url: 'https://collector.example.com/?key=1' }],
    ['another protocol', { url: 'file:///etc/passwd' }],
    ['a secret that is not there', { headers: { Authorization: 'vault:NOWHERE' } }],
    ['the name of the organisation', { name: 'Organisation' }],
    ['a name with a line end', { name: 'a\nb' }],
    ['no certificate', { ca: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' }],
  ];
  it(`has ${bad.map(([what]) => what).join(', or ')}`, async () => {
    const host = await profile.open();
    for (const [what, more] of bad)
      expect((await host.window('send.add', toCollector(more))).ok, what).toBe(false);
    expect((await host.must('send.list', {})).destinations).toEqual([]);
  });

  it('is a file among those of Doorward, however its path leads there', async () => {
    const host = await profile.open();
    const elsewhere = mkdtempSync(join(tmpdir(), 'doorward-elsewhere-'));
    const paths = ['settings.json', 'log.db', join('logs', 'x.jsonl'), join('logs', '..', 'vault.json')].map(
      (name) => join(profile.home, name),
    );
    if (process.platform !== 'win32') {
      symlinkSync(profile.home, join(elsewhere, 'link'));
      paths.push(join(elsewhere, 'link', 'state.db'));
    }
    mkdirSync(join(elsewhere, 'folder'));
    paths.push(join(elsewhere, 'folder'), join(elsewhere, 'no', 'file'), 'relative.jsonl');
    for (const path of paths)
      expect(
        await host.window('send.add', { destination: { kind: 'file', name: 'disk', path } }),
        path,
      ).toMatchObject({ ok: false, code: 'usage' });
    rmSync(elsewhere, { recursive: true });
  });

  it('is syslog in the open to another computer, unless an organisation says so', () => {
    for (const url of ['tcp://logs.example.com', 'udp://10.0.0.1:514', 'tcp://[2001:db8::1]:601']) {
      expect(addressTrouble('syslog', url, false)).toContain('could be read on the way');
      expect(addressTrouble('syslog', url, true)).toBeUndefined();
    }
    for (const url of ['tls://logs.example.com', 'tcp://127.0.0.1:601', 'udp://[::1]:514', 'tcp://localhost'])
      expect(addressTrouble('syslog', url, false)).toBeUndefined();
    for (const url of ['tls://a/path', 'https://a', 'tls://', 'tls://u@a', 'nonsense'])
      expect(addressTrouble('syslog', url, true)).toBeDefined();
    expect(shape.safeParse({ kind: 'syslog', name: 'a', url: 'tls://a', headers: {} }).success).toBe(false);
  });
});

describe('the destination of an organisation', () => {
  const managed = (url = collector.url): (() => Promise<never>) => {
    const policy: ManagedPolicy = { version: 1, log: { destination: { kind: 'otlp', url } } };
    return () => Promise.resolve({ kind: 'valid', policy, digest: 'd', source: 'test' } as never);
  };

  it('gets every record from then on, is listed, and nobody here can remove it', async () => {
    const unmanaged = await profile.open();
    unmanaged.context.audit.append(row('private'));
    await unmanaged.close();
    const host = await profile.open({ readManaged: managed() });
    host.context.audit.append(row('managed'));
    await until('the row', () => collector.records.length > 0);
    expect(calls()).toEqual(['managed']);
    expect((await host.must('send.list', {})).destinations).toMatchObject([
      { name: 'organisation', managed: true, to: collector.url, what: 'all' },
    ]);
    expect(await host.window('send.remove', { name: 'organisation' })).toMatchObject({
      ok: false,
      code: 'refused',
    });
    await host.close();
    // Calls that came while it was not at hand are not passed over.
    const again = await profile.open({ readManaged: managed() });
    again.context.audit.append(row('later'));
    await until('the later row', () => calls().includes('later'));
    expect(calls()).toEqual(['managed', 'later']);
  });

  it('gets nothing any more when it is not set any more', async () => {
    const host = await profile.open({ readManaged: managed() });
    host.context.audit.append(row('managed'));
    await until('the row', () => collector.records.length > 0);
    await host.close();
    const after = await profile.open();
    after.context.audit.append(row('private'));
    await afterAWhile(after);
    expect(calls()).toEqual(['managed']);
  });
});
