import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { type LogAnchor } from '../../electron/audit/anchor.ts';
import { signerOf } from '../../electron/audit/signer.ts';
import { verifyFile } from '../../electron/audit/verify.ts';
import { openSealedRows, sealedTable } from '../../electron/host/sealed/sealed-rows.ts';
import { openStateDb } from '../../electron/host/sealed/state-db.ts';
import { keyedSeals } from '../../electron/vault/seals.ts';
import { fastFolder } from '../fixtures/faults/fast-folder.ts';
import { seed } from '../unit/audit/child-support.ts';
import { callsIn, durable, openLog, row, untilRecorded } from '../unit/audit/support.ts';

// A power cut or a bad disk that takes the end of a file along (S11): what is left is the old or the new, never a mixture.

const LAST = 1000;

/** Both files of a database as they were at one moment, which may be put back with the end of the second cut off. */
function taken(from: string, suffix: '-wal' | '-journal') {
  const [main, side] = [readFileSync(from), readFileSync(from + suffix)];
  return {
    length: side.length,
    /** Puts them into `to` with `cut` bytes missing. */
    put(to: string, cut: number): void {
      for (const old of ['', '-wal', '-shm', '-journal']) rmSync(to + old, { force: true });
      writeFileSync(to, main);
      writeFileSync(to + suffix, side.subarray(0, Math.max(0, side.length - cut)));
    },
  };
}

describe('the write-ahead file of the log, cut', () => {
  const KEPT = 5;
  const NEW = 40;
  const { key } = signerOf(seed);

  /** A log of which `KEPT` rows are in the database itself and `NEW` in the file beside it, each committed alone. */
  async function aLog(at: string) {
    const file = join(at, 'log.db');
    const first = await openLog({ file, seed });
    for (let i = 0; i < KEPT; i++) await durable(first, row({ leg: 'answered', outcome: 'ok' }));
    let anchor: LogAnchor | undefined;
    await first.close();
    const log = await openLog({ file, seed, onReached: (reached) => (anchor ??= reached) });
    for (let i = 0; i < NEW; i++)
      expect(await durable(log, row({ leg: 'answered', outcome: 'ok' }))).toBeUndefined();
    const files = taken(file, '-wal');
    const calls = callsIn(file);
    await log.close();
    return { files, calls, anchor: () => anchor };
  }

  it('at each of its last 1,000 bytes leaves every row but those of the last commit, and a chain that is whole', async () => {
    const at = fastFolder();
    const { files, calls } = await aLog(at);
    const copy = join(at, 'copy.db');
    expect(files.length).toBeGreaterThan(LAST);
    for (let cut = 0; cut <= LAST; cut++) {
      files.put(copy, cut);
      const report = await verifyFile(copy, undefined, { keys: [key] });
      if (!report.ok || report.rows !== KEPT + NEW - (cut === 0 ? 0 : 1))
        expect.fail(`${cut} bytes missing: ${JSON.stringify(report)}`);
      if (cut % 100 === 0) expect(callsIn(copy)).toEqual(calls.slice(0, report.rows));
    }
  });

  it('anywhere leaves a first part of its rows, never a row without those before it', async () => {
    const at = fastFolder();
    const { files, calls } = await aLog(at);
    const copy = join(at, 'copy.db');
    let before = KEPT + NEW;
    for (let cut = 0; cut < files.length; cut += 1013) {
      files.put(copy, cut);
      const report = await verifyFile(copy, undefined, { keys: [key] });
      expect(report, `${cut} bytes missing`).toMatchObject({ ok: true });
      expect(report.rows).toBeLessThanOrEqual(before);
      expect(callsIn(copy)).toEqual(calls.slice(0, report.rows));
      before = report.rows;
    }
    expect(before).toBe(KEPT);
  });

  it('opens, goes on, and verifies; what had been safe on the disk before is missed when it is gone', async () => {
    const at = fastFolder();
    const { files, calls } = await aLog(at);
    const copy = join(at, 'copy.db');
    for (const cut of [1, 500, LAST]) {
      files.put(copy, cut);
      const log = await openLog({ file: copy, seed });
      expect(log.notice).toBeUndefined();
      await untilRecorded(log, () => row({ call: 'after', leg: 'answered', outcome: 'ok' }));
      expect(await log.verify()).toMatchObject({ ok: true, rows: KEPT + NEW });
      await log.close();
      expect(callsIn(copy)).toEqual([...calls.slice(0, -1), 'after']);
    }
    // The keychain is told of a row only once it is on the disk: then a cut is no power cut but somebody's doing.
    files.put(copy, 0);
    let safe: LogAnchor | undefined;
    const whole = await openLog({ file: copy, seed, onReached: (reached) => (safe = reached) });
    await whole.close();
    expect(safe?.seq).toBe(KEPT + NEW);
    files.put(copy, 1);
    const log = await openLog({ file: copy, seed, ...(safe === undefined ? {} : { anchor: safe }) });
    expect(log.notice).toContain('is not the one that Doorward left');
    expect(await log.verify()).toMatchObject({ ok: false, firstBad: KEPT + NEW });
  });
});

describe('the journal of the state, cut', () => {
  const table = sealedTable('servers');
  const seals = keyedSeals(Buffer.alloc(32, 3));
  const sealed = (db: DatabaseSync, reached: number) =>
    openSealedRows(db, {
      seals,
      report: { state: 'sealed', sentence: '' },
      adopt: false,
      anchor: { reached, raise: () => Promise.resolve() },
      vault: { kind: 'none', sentence: '' },
    });
  const open = (file: string): DatabaseSync => {
    const db = openStateDb(file);
    if (!db.ok) throw new Error(db.message);
    return db.value;
  };
  const SERVERS = 60;
  const name = (i: number): string => `server-${i}`;
  const record = (state: string, i: number): string => JSON.stringify({ state, i, note: 'n'.repeat(600) });

  it('at each of its last 1,000 bytes leaves what was, what is new, or what does not count; never more that counts', () => {
    const at = fastFolder();
    const file = join(at, 'state.db');
    const db = open(file);
    // As little memory as a large change of a busy machine: pages go to the file before the end of the change.
    db.exec('PRAGMA cache_size = 1');
    const rows = sealed(db, 0);
    for (let i = 0; i < SERVERS; i++) rows.put(table, [name(i)], [record('unreviewed', i)]);
    const copy = join(at, 'copy.db');
    // The moment right before the end of a change that approves one of them, with pages of it in the file already.
    const exec = db.exec.bind(db);
    let moment: ReturnType<typeof taken> | undefined;
    db.exec = (sql: string) => {
      if (sql === 'COMMIT') {
        db.prepare('UPDATE servers SET record = record || ? WHERE id > ?').run(' ', name(1));
        db.prepare('UPDATE servers SET record = rtrim(record) WHERE id > ?').run(name(1));
        moment = taken(file, '-journal');
        copyFileSync(file, `${copy}.whole`);
      }
      exec(sql);
    };
    rows.put(table, [name(0)], [record('approved', 0)]);
    db.close();
    if (moment === undefined) throw new Error('no change was seen');
    expect(moment.length).toBeGreaterThan(LAST);

    const outcomes = { old: 0, refused: 0, less: 0 };
    for (let cut = 0; cut <= LAST; cut++) {
      moment.put(copy, cut);
      const opened = openStateDb(copy);
      if (!opened.ok) {
        expect(opened.message).toMatch(/damaged|cannot be opened/);
        outcomes.refused++;
        continue;
      }
      const found = sealed(opened.value, SERVERS).load(table);
      opened.value.close();
      const counting = found.filter(({ counts }) => counts);
      for (const { keys, values } of counting)
        if (String(values[0]) !== record('unreviewed', Number(keys[0]?.split('-')[1])))
          expect.fail(`${cut} bytes missing: ${keys[0]} counts as ${String(values[0]).slice(0, 40)}`);
      outcomes[counting.length === SERVERS ? 'old' : 'less']++;
      if (cut === 0) expect(counting).toHaveLength(SERVERS);
    }
    expect(outcomes.old + outcomes.refused + outcomes.less).toBe(LAST + 1);
  });
});
