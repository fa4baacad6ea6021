import { verifyFile } from '../../../electron/audit/verify.ts';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAuditLog } from '../../../electron/audit/audit-log.ts';
import { logWorkerUrl } from '../../../electron/audit/worker-location.ts';
import { workerUrl } from './child-support.ts';
import { behindItsBack, callsIn, durable, freshFile, openLog, row } from './support.ts';

const clock = { now: () => Date.UTC(2026, 10, 23, 9, 8, 7) };
const open = (file: string) => openAuditLog({ file, workerUrl, clock });
const userVersion = (file: string) =>
  behindItsBack(file, (db) => db.prepare('PRAGMA user_version').get()?.['user_version']);

async function someRows(file: string, count = 3): Promise<void> {
  const log = await openLog({ file });
  for (let index = 0; index < count; index += 1) log.append(row({ call: `old-${index}` }));
  await log.close();
}

describe('opening the log', () => {
  it('makes files that only their owner can read, and leaves only one behind', async () => {
    const file = freshFile();
    const log = await openLog({ file });
    expect(await durable(log, row())).toBeUndefined();
    for (const suffix of ['', '-wal', '-shm']) expect(statSync(file + suffix).mode & 0o777).toBe(0o600);
    await log.close();
    expect(readdirSync(dirname(file))).toEqual([basename(file)]);
    expect(log.notice).toBeUndefined();
  });

  it('takes the rights of others from a file that had them', async () => {
    const file = freshFile();
    writeFileSync(file, '', { mode: 0o644 });
    await openLog({ file });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('goes on after the rows of an earlier run', async () => {
    const file = freshFile();
    await someRows(file);
    const log = await openLog({ file });
    log.append(row({ call: 'new' }));
    expect(await log.verify()).toMatchObject({ ok: true, rows: 4 });
    expect((await log.show('new'))[0]?.seq).toBe(4);
  });

  it('brings an empty database forward and refuses one of a newer Doorward without touching it', async () => {
    const file = freshFile();
    behindItsBack(file, (db) => db.exec('PRAGMA user_version = 0'));
    await someRows(file);
    expect(userVersion(file)).toBe(6);

    behindItsBack(file, (db) => db.exec('PRAGMA user_version = 7'));
    const before = readFileSync(file);
    expect(await open(file)).toEqual({
      ok: false,
      code: 'newer',
      message:
        'The call log was written by a newer Doorward (its format is 7, this one knows 6). Update Doorward; nothing was changed.',
    });
    expect(readFileSync(file)).toEqual(before);
    expect(userVersion(file)).toBe(7);
    expect(callsIn(file)).toHaveLength(3);
  });

  it('brings a log of the first format forward: its rows keep their hashes, and new ones hold what was decided', async () => {
    const file = freshFile();
    await someRows(file);
    behindItsBack(file, (db) =>
      db.exec(
        `DROP TABLE checkpoints; ${['text', 'context', 'found', 'ruling'].map((name) => `ALTER TABLE legs DROP COLUMN ${name};`).join(' ')} PRAGMA user_version = 1`,
      ),
    );
    const log = await openLog({ file });
    log.append(row({ call: 'new', ruling: '{"decision":"allow"}' }));
    expect(await log.verify()).toMatchObject({ ok: true, rows: 4 });
    expect((await log.show('new'))[0]?.ruling).toBe('{"decision":"allow"}');
    await log.close();
    behindItsBack(file, (db) => db.exec('UPDATE legs SET ruling = NULL WHERE seq = 4'));
    expect(await verifyFile(file)).toMatchObject({ ok: false, firstBad: 4 });
  });

  it("refuses another program's database, a folder and a link, and leaves them alone", async () => {
    const file = freshFile();
    behindItsBack(file, (db) => db.exec('CREATE TABLE recipes (name)'));
    const before = readFileSync(file);
    expect(await open(file)).toMatchObject({ ok: false, code: 'foreign' });
    expect(readFileSync(file)).toEqual(before);

    const folder = freshFile();
    mkdirSync(folder);
    expect(await open(folder)).toMatchObject({ ok: false, code: 'denied' });

    const link = freshFile();
    symlinkSync(file, link);
    expect(await open(link)).toMatchObject({ ok: false, code: 'denied' });
    expect(await open(`${freshFile()}/missing/log.db`)).toMatchObject({ ok: false });
  });

  it.each([
    ['garbage', (file: string) => writeFileSync(file, 'x'.repeat(50_000))],
    ['half a file', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ['a torn header', (file: string) => truncateSync(file, 50)],
  ])('sets %s aside under another name, says so and begins a new log', async (_, damage) => {
    const file = freshFile();
    await someRows(file, 200);
    damage(file);
    const damaged = readFileSync(file);

    for (const suffix of ['', '-2']) {
      const opened = await open(file);
      if (!opened.ok) throw new Error(opened.message);
      const aside = `${file}.damaged-20261123T090807Z${suffix}`;
      expect(opened.value.notice).toBe(
        `The call log was damaged and could not be read. It was kept as ${aside} and a new log was begun.`,
      );
      expect(readFileSync(aside)).toEqual(damaged);
      expect(await durable(opened.value, row())).toBeUndefined();
      expect(await opened.value.verify()).toMatchObject({ ok: true, rows: 1 });
      await opened.value.close();
      writeFileSync(file, damaged);
    }
  });

  it('keeps committed rows that are only in the -wal when the host was killed', async () => {
    const file = freshFile();
    const log = await openLog({ file });
    expect(await durable(log, row({ call: 'kept' }))).toBeUndefined();
    const copy = freshFile();
    for (const suffix of ['', '-wal']) writeFileSync(copy + suffix, readFileSync(file + suffix));
    const again = await openLog({ file: copy });
    expect((await again.list({ limit: 5 })).map(({ call }) => call)).toEqual(['kept']);
    expect(existsSync(`${copy}-wal`)).toBe(true);
  });

  it('says why when the thread cannot start', async () => {
    const opened = await openAuditLog({ file: freshFile(), workerUrl: new URL('missing.ts', workerUrl) });
    expect(opened).toMatchObject({ ok: false, code: 'io' });
  });

  it('finds the program of its thread beside the running file', () => {
    expect(logWorkerUrl('file:///a/electron/audit/audit-log.ts').href).toBe(
      'file:///a/electron/audit/log-worker.ts',
    );
    expect(logWorkerUrl('file:///a/dist/electron/cli.mjs').href).toBe(
      'file:///a/dist/electron/log-worker.mjs',
    );
    expect(logWorkerUrl('file:///a/dist/electron/serve-Ab3.mjs').href).toBe(
      'file:///a/dist/electron/log-worker.mjs',
    );
  });
});
