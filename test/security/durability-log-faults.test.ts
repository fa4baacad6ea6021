// First, for what is tested takes the database and the file system as it finds them.
import { FS_FAULTS, fsCallsOf, withFsFault } from '../fixtures/faults/fs-faults.ts';
import {
  SQL_FAULTS,
  type SqlFault,
  sqlCallsOf,
  UNREAD,
  withSqlFault,
} from '../fixtures/faults/sql-faults.ts';
import { fastFolder } from '../fixtures/faults/fast-folder.ts';
import { closeSync, copyFileSync, existsSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { LogAnchor } from '../../electron/audit/anchor.ts';
import { openDatabase } from '../../electron/audit/database.ts';
import { createKeeper } from '../../electron/audit/keeper.ts';
import { type Cell, pushCells } from '../../electron/audit/row.ts';
import { signerOf } from '../../electron/audit/signer.ts';
import { verifyChain, verifyFile } from '../../electron/audit/verify.ts';
import { createWriter } from '../../electron/audit/writer.ts';
import { seed } from '../unit/audit/child-support.ts';
import { row } from '../unit/audit/support.ts';

// Every call of the log's database and of its files failed once in turn (S11): what was said to be recorded is there,
// what was said not to be is not, and the chain and its signatures stay whole.

const signer = signerOf(seed);
let clock = 1_790_000_000_000;

function openRoom(file: string, anchor: LogAnchor | undefined, suspect = false) {
  const opened = openDatabase({ file, now: clock, suspect });
  if (!opened.ok) throw new Error(opened.message);
  const { db, aside } = opened.value;
  const writer = createWriter(opened.value, file, () => 0);
  const keeper = createKeeper({
    db,
    head: () => writer.head(),
    signer,
    before: undefined,
    now: () => ++clock,
    found: { ...(anchor === undefined ? {} : { anchor }), ...(aside === undefined ? {} : { aside }) },
  });
  return { db, writer, keeper };
}
type Room = ReturnType<typeof openRoom>;

const batchOf = (...calls: string[]): Cell[] => {
  const cells: Cell[] = [];
  for (const call of calls) pushCells(cells, row({ call, leg: 'answered', outcome: 'ok', at: clock }));
  return cells;
};
const callsOf = (db: DatabaseSync): string[] =>
  db
    .prepare('SELECT call FROM legs ORDER BY seq')
    .all()
    .map(({ call }) => String(call));

/** A log of two runs, closed in order, and copies of it. */
function scene() {
  const home = fastFolder();
  const [original, file] = [join(home, 'original.db'), join(home, 'log.db')];
  let anchor: LogAnchor | undefined;
  for (const run of [1, 2]) {
    const room = openRoom(original, anchor);
    room.keeper.begin();
    room.writer.write(batchOf(`${run}-a`, `${run}-b`, `${run}-c`));
    room.keeper.mark('close');
    anchor = room.keeper.reached();
    room.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    room.db.close();
    if (run === 1) copyFileSync(original, `${original}.older`);
  }
  const put = (from: string): void => {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
    copyFileSync(from, file);
  };
  return {
    home,
    file,
    anchor,
    fresh: () => put(original),
    /** The log as it was before its second run. */
    rolledBack: () => put(`${original}.older`),
  };
}

const OLD = ['1-a', '1-b', '1-c', '2-a', '2-b', '2-c'];

describe('each call of the database of the log, failed once', () => {
  it('rows are written or are said not to be', async () => {
    const { file, anchor, fresh } = scene();
    const batch = batchOf('new-1', 'new-2', 'new-3');
    fresh();
    const whole = openRoom(file, anchor);
    whole.keeper.begin();
    const calls = sqlCallsOf(() => void whole.writer.write(batch));
    whole.db.close();
    let failed = 0;
    for (let at = 0; at < calls; at++)
      for (const fault of SQL_FAULTS) {
        fresh();
        const room = openRoom(file, anchor);
        room.keeper.begin();
        let trouble: unknown;
        const { hit, thrown } = withSqlFault(at, fault, () => void (trouble = room.writer.write(batch)));
        if (!hit) {
          room.db.close();
          continue;
        }
        const what = `call ${at}: ${fault.name}`;
        expect(thrown, what).toBeUndefined();
        if (trouble !== undefined) failed++;
        expect(callsOf(room.db), what).toEqual(
          trouble === undefined ? [...OLD, 'new-1', 'new-2', 'new-3'] : OLD,
        );
        // And it goes on with the same writer.
        expect(room.writer.write(batchOf('later')), what).toBeUndefined();
        expect(callsOf(room.db).at(-1)).toBe('later');
        expect(
          await verifyChain(room.db, undefined, { keys: [signer.key], ...(anchor && { anchor }) }),
          what,
        ).toMatchObject({ ok: true });
        room.db.close();
      }
    expect(failed).toBeGreaterThan(calls);
  });

  const CHORES: Readonly<Record<string, (room: Room) => unknown>> = {
    'a checkpoint is written': ({ keeper }) => keeper.mark('mark'),
    'old rows are removed': ({ keeper }) => keeper.cut(() => true),
    'it is closed': ({ keeper, db }) => {
      keeper.mark('close');
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
  };
  it.each(Object.entries(CHORES))('%s, or not, and the log verifies', async (_, act) => {
    const { file, anchor, fresh } = scene();
    const begin = (): Room => {
      fresh();
      const room = openRoom(file, anchor);
      room.keeper.begin();
      room.writer.write(batchOf('new-1'));
      return room;
    };
    const whole = begin();
    const calls = sqlCallsOf(() => void act(whole));
    whole.db.close();
    for (let at = 0; at < calls; at++)
      for (const fault of SQL_FAULTS) {
        const room = begin();
        const { hit } = withSqlFault(at, fault, () => void act(room));
        const what = `call ${at}: ${fault.name}`;
        if (hit) {
          // What was not done is done later, by the same keeper.
          act(room);
          room.writer.write(batchOf('later'));
          room.keeper.mark('mark');
        }
        const reached = room.keeper.reached();
        room.db.close();
        if (!hit) continue;
        const report = await verifyFile(file, undefined, { keys: [signer.key], anchor: reached });
        expect(report, what).toMatchObject({ ok: true });
        const next = openRoom(file, reached);
        expect(next.keeper.begin(), what).toBeUndefined();
        next.db.close();
      }
  });

  const openingCalls = (file: string, anchor: LogAnchor | undefined): number =>
    sqlCallsOf(() => {
      const room = openRoom(file, anchor);
      room.keeper.begin();
      room.db.close();
    });
  /** Opens as the log's thread does: what cannot be noted is noted before the first row. */
  function opening(
    file: string,
    anchor: LogAnchor | undefined,
    at: number,
    fault: SqlFault,
  ): string | undefined {
    let room: Room | undefined;
    let notice: string | undefined;
    withSqlFault(at, fault, () => {
      room = openRoom(file, anchor);
      notice = room.keeper.begin();
    });
    room ??= openRoom(file, anchor);
    if (!room.keeper.begun()) {
      // Nothing is vouched for, and nothing is told to the keychain, before that.
      expect(room.keeper.due()).toBe(false);
      room.keeper.mark('close');
      expect(room.keeper.cut(() => true)).toBe(0);
      notice = room.keeper.begin();
    }
    expect(room.writer.write(batchOf('after'))).toBeUndefined();
    room.keeper.mark('close');
    room.db.close();
    return notice;
  }

  it('it is opened, and nothing of it is lost', async () => {
    const { home, file, anchor, fresh } = scene();
    fresh();
    const calls = openingCalls(file, anchor);
    for (let at = 0; at < calls; at++)
      for (const fault of [...SQL_FAULTS, UNREAD]) {
        fresh();
        const what = `call ${at}: ${fault.name}`;
        expect(opening(file, anchor, at, fault), what).toBeUndefined();
        const report = await verifyFile(file, undefined, {
          keys: [signer.key],
          ...(anchor === undefined ? {} : { anchor }),
        });
        expect(report, what).toMatchObject({ ok: true, rows: OLD.length + 1 });
      }
    expect(readdirSync(home).filter((name) => name.includes('damaged'))).toEqual([]);
  });

  it('it is made', async () => {
    const { file } = scene();
    const gone = (): void => {
      for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
    };
    gone();
    const calls = openingCalls(file, undefined);
    for (let at = 0; at < calls; at++)
      for (const fault of SQL_FAULTS) {
        gone();
        const what = `call ${at}: ${fault.name}`;
        expect(opening(file, undefined, at, fault), what).toBeUndefined();
        expect(await verifyFile(file, undefined, { keys: [signer.key] }), what).toMatchObject({
          ok: true,
          rows: 1,
        });
      }
  });

  it('an older copy that is put in its place is noticed, however the disk fails while it is opened', async () => {
    const { file, anchor, rolledBack } = scene();
    rolledBack();
    const calls = openingCalls(file, anchor);
    for (let at = 0; at < calls; at++)
      for (const fault of SQL_FAULTS) {
        rolledBack();
        const what = `call ${at}: ${fault.name}`;
        expect(opening(file, anchor, at, fault), what).toContain('is not the one that Doorward left');
        expect(await verifyFile(file, undefined, { keys: [signer.key] }), what).toMatchObject({
          ok: false,
          problem: 'rolled-back',
        });
      }
  });
});

describe('a damaged log that is set aside, with each call of the file system failed once', () => {
  it('is kept whole under one name, and the one that follows names it', async () => {
    const { home, file, anchor, fresh } = scene();
    let reader: DatabaseSync | undefined;
    /** A log with a damaged page and rows beside it; somebody reads it, so that they stay there. */
    const damaged = (): void => {
      reader?.close();
      for (const name of readdirSync(home)) if (name.startsWith('log.db')) rmSync(join(home, name));
      fresh();
      const room = openRoom(file, anchor);
      room.keeper.begin();
      const page = room.db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'legs_call'").get();
      const fd = openSync(file, 'r+');
      writeSync(fd, Buffer.alloc(4096, 0xee), 0, 4096, (Number(page?.['rootpage']) - 1) * 4096);
      closeSync(fd);
      reader = new DatabaseSync(file, { readOnly: true });
      reader.prepare('SELECT seq FROM legs NOT INDEXED').get();
      room.db.close();
    };
    const closed = (): void => {
      const opened = openDatabase({ file, now: clock, suspect: true });
      if (opened.ok) opened.value.db.close();
    };
    damaged();
    const calls = fsCallsOf(closed);
    expect(calls.filter((name) => name === 'renameSync')).toHaveLength(3);
    for (let at = 0; at < calls.length; at++)
      for (const fault of FS_FAULTS) {
        damaged();
        const { hit } = withFsFault(at, fault, closed);
        if (!hit) continue;
        const what = `${calls[at]} (call ${at}): ${fault}`;
        const asides = () =>
          readdirSync(home).filter((name) => /^log\.db\.damaged-[^-]*Z(-\d+)?$/.test(name));
        // With the disk well again it is opened, and what was damaged is there once, with what belongs to it.
        const room = openRoom(file, anchor, true);
        room.keeper.begin();
        expect(asides(), what).toHaveLength(1);
        expect(existsSync(join(home, `${asides()[0]}-wal`)), what).toBe(true);
        room.db.close();
        // It is said in the new log, also after that.
        const report = await verifyFile(file, undefined, { keys: [signer.key] });
        if (room.keeper.reached().n > 0)
          expect(report.sentence, what).toMatch(/set aside|removed outside Doorward/);
      }
  });
});
