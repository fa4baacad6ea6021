import { copyFileSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { LogAnchor } from '../../electron/audit/anchor.ts';
import { openDatabase } from '../../electron/audit/database.ts';
import { createExports } from '../../electron/audit/export.ts';
import { createKeeper } from '../../electron/audit/keeper.ts';
import type { VerifyReport } from '../../electron/audit/log.ts';
import { type Cell, chainHash, columns, pushCells } from '../../electron/audit/row.ts';
import { signerOf } from '../../electron/audit/signer.ts';
import { verifyAny } from '../../electron/audit/verify-any.ts';
import { createWriter } from '../../electron/audit/writer.ts';
import type { LegRecord } from '../../shared/model/log.ts';
import { type Dice, diceOf, toLines } from './log-line-mutations.ts';

// Logs and exports changed at random, each of which has to be detected and located.

const signer = signerOf(Buffer.alloc(32, 7));
const runs = 6;
const rowsOfRun = 12;
const rows = runs * rowsOfRun;

/** A log of several runs, an older copy of it, and its export. */
interface Base {
  readonly folder: string;
  readonly file: string;
  readonly older: string;
  readonly anchor: LogAnchor;
  readonly lines: readonly string[];
}

function leg(index: number): LegRecord {
  const ended = index % 2 === 1;
  return {
    call: `call-${Math.floor(index / 2)}`,
    leg: ended ? 'answered' : 'sent',
    at: 1_790_000_000_000 + index * 1000,
    clientId: 'claude',
    clientName: 'Claude Desktop',
    direction: 'client',
    server: 'files',
    method: 'tools/call',
    name: `tool_${index % 7}`,
    argsDigest: 'a'.repeat(64),
    argsBytes: index,
    outcome: ended ? 'ok' : 'open',
    ...(ended ? { durationMs: index / 8, resultBytes: index * 3 } : {}),
  };
}

async function makeBase(): Promise<Base> {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-mutations-'));
  const file = join(folder, 'log.db');
  let anchor: LogAnchor | undefined;
  let lines: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    const opened = openDatabase({ file, now: 0, suspect: false });
    if (!opened.ok) throw new Error(opened.message);
    const { db } = opened.value;
    const writer = createWriter(opened.value, file, () => 0);
    const keeper = createKeeper({
      db,
      head: () => writer.head(),
      signer,
      before: undefined,
      now: () => 1_790_000_000_000 + run,
      found: anchor === undefined ? {} : { anchor },
    });
    keeper.begin();
    const batch: Cell[] = [];
    for (let index = 0; index < rowsOfRun; index += 1) pushCells(batch, leg(run * rowsOfRun + index));
    writer.write(batch);
    keeper.mark('close');
    anchor = keeper.reached();
    if (run === runs - 1) {
      const exports = createExports(
        db,
        signer,
        () => 1_790_000_000_000,
        () => 0,
      );
      lines = (await exports.piece({ format: 'jsonl' }))?.text.trimEnd().split('\n') ?? [];
    }
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
    if (run === runs - 3) copyFileSync(file, join(folder, 'older.db'));
  }
  if (anchor === undefined) throw new Error('no anchor');
  return { folder, file, older: join(folder, 'older.db'), anchor, lines };
}

/** What was done: to which row, the first one that is not what it was. */
interface Done {
  readonly what: string;
  /** Undefined when it is not about rows. */
  readonly row?: number;
}

const all = (db: DatabaseSync, from: number): unknown[][] => {
  const page = db.prepare(`SELECT seq, hash, ${columns.join(', ')} FROM legs WHERE seq >= ? ORDER BY seq`);
  page.setReturnArrays(true);
  return page.all(from) as unknown as unknown[][];
};
const hashOf = (db: DatabaseSync, seq: number): string =>
  String(db.prepare('SELECT hash FROM legs WHERE seq = ?').get(seq)?.['hash']);

/** The chain from a row on, as somebody makes it who knows how it is made. */
function rehash(db: DatabaseSync, from: number): void {
  let previous = from === 1 ? chainGenesis(db) : hashOf(db, from - 1);
  for (const [seq, , ...cells] of all(db, from)) {
    previous = chainHash(previous, Number(seq), cells);
    db.prepare('UPDATE legs SET hash = ? WHERE seq = ?').run(previous, Number(seq));
  }
}
const chainGenesis = (db: DatabaseSync): string =>
  String(db.prepare('SELECT base FROM checkpoints WHERE n = 1').get()?.['base']);

const shift = (db: DatabaseSync, from: number, by: number): void => {
  db.prepare('UPDATE legs SET seq = -seq WHERE seq >= ?').run(from);
  db.prepare('UPDATE legs SET seq = -seq + ? WHERE seq < 0').run(by);
};
const copyRow = (db: DatabaseSync, from: number, to: number): void => {
  const names = ['hash', ...columns].join(', ');
  db.prepare(`INSERT INTO legs (seq, ${names}) SELECT ?, ${names} FROM legs WHERE seq = ?`).run(to, from);
};

function flip(db: DatabaseSync, dice: Dice, seq: number): void {
  const column = columns[dice(columns.length)] ?? 'name';
  const value = db.prepare(`SELECT ${column} AS v FROM legs WHERE seq = ?`).get(seq)?.['v'];
  const next =
    typeof value === 'number'
      ? value + 1 + dice(9)
      : /_bytes$|_ms$|^at$/.test(column)
        ? 1 + dice(99)
        : `${typeof value === 'string' ? value.slice(0, -1) : ''}${dice(10)}x`;
  db.prepare(`UPDATE legs SET ${column} = ? WHERE seq = ?`).run(next, seq);
}

/** Changes to a database, each as an attacker would make them. */
const toRows: Readonly<Record<string, (db: DatabaseSync, dice: Dice, seq: number) => number | undefined>> = {
  flip: (db, dice, seq) => (flip(db, dice, seq), seq),
  'flip with its hash': (db, dice, seq) => {
    flip(db, dice, seq);
    const before = seq === 1 ? chainGenesis(db) : hashOf(db, seq - 1);
    const [, , ...cells] = all(db, seq)[0] ?? [];
    db.prepare('UPDATE legs SET hash = ? WHERE seq = ?').run(chainHash(before, seq, cells), seq);
    return seq;
  },
  'flip with all hashes': (db, dice, seq) => (flip(db, dice, seq), rehash(db, seq), seq),
  delete: (db, _, seq) => (db.prepare('DELETE FROM legs WHERE seq = ?').run(seq), seq),
  'delete several': (db, dice, seq) => (
    db.prepare('DELETE FROM legs WHERE seq >= ? AND seq <= ?').run(seq, seq + dice(5)),
    seq
  ),
  'delete and close the gap': (db, _, seq) => (
    db.prepare('DELETE FROM legs WHERE seq = ?').run(seq),
    shift(db, seq + 1, -1),
    seq
  ),
  'delete and make it fit': (db, _, seq) => (
    db.prepare('DELETE FROM legs WHERE seq = ?').run(seq),
    shift(db, seq + 1, -1),
    rehash(db, seq),
    seq
  ),
  insert: (db, dice, seq) => (
    shift(db, seq, 1),
    copyRow(db, dice(2) === 0 && seq > 1 ? seq - 1 : seq + 1, seq),
    seq
  ),
  'insert and make it fit': (db, _, seq) => (
    shift(db, seq, 1),
    copyRow(db, seq + 1, seq),
    rehash(db, seq),
    seq
  ),
  'append that fits': (db) => {
    copyRow(db, rows, rows + 1);
    rehash(db, rows + 1);
    return rows + 1;
  },
  swap: (db, dice, seq) => {
    const other = 1 + ((seq + dice(rows - 1)) % rows);
    if (other === seq) return undefined;
    db.exec(`UPDATE legs SET seq = 100000 WHERE seq = ${seq}`);
    db.exec(`UPDATE legs SET seq = ${seq} WHERE seq = ${other}`);
    db.exec(`UPDATE legs SET seq = ${other} WHERE seq = 100000`);
    return Math.min(seq, other);
  },
  'move to the end': (db, _, seq) =>
    seq === rows ? undefined : (db.exec(`UPDATE legs SET seq = ${rows + 1} WHERE seq = ${seq}`), seq),
  'cut off the end': (db, _, seq) => (db.prepare('DELETE FROM legs WHERE seq >= ?').run(seq), seq),
  'cut off the end, checkpoints too': (db, _, seq) => {
    db.prepare('DELETE FROM legs WHERE seq >= ?').run(seq);
    db.prepare('DELETE FROM checkpoints WHERE seq >= ?').run(seq);
    return seq;
  },
  'forge without checkpoints': (db, dice, seq) => (
    flip(db, dice, seq),
    rehash(db, seq),
    db.exec('DELETE FROM checkpoints'),
    undefined
  ),
  'pretend to have cut': (db, _, seq) => {
    if (seq === 1) return undefined;
    const base = hashOf(db, seq - 1);
    db.prepare('DELETE FROM legs WHERE seq < ?').run(seq);
    db.prepare('UPDATE checkpoints SET first = ?, base = ?').run(seq, base);
    return undefined;
  },
  'flip a checkpoint': (db, dice) => {
    const n = 1 + dice(12);
    const column =
      ['at', 'seq', 'first', 'kind', 'hash', 'base', 'previous', 'key', 'signature'][dice(9)] ?? 'at';
    const value = ['at', 'seq', 'first'].includes(column)
      ? String(1 + dice(1_000_000))
      : column === 'kind'
        ? "'key'"
        : `'${String(dice(10)).repeat(column === 'signature' ? 128 : 64)}'`;
    db.exec(`UPDATE checkpoints SET ${column} = ${value} WHERE n = ${n}`);
    return undefined;
  },
  'delete a checkpoint': (db, dice) => (
    db.exec(`DELETE FROM checkpoints WHERE n = ${1 + dice(12)}`),
    undefined
  ),
};

const named = <T>(table: Readonly<Record<string, T>>, dice: Dice): [string, T] => {
  const entries = Object.entries(table);
  const entry = entries[dice(entries.length)];
  if (entry === undefined) throw new Error('nothing to choose from');
  return entry;
};

/** Mutates a copy of the log; undefined when nothing came of it. */
function mutateLog(base: Base, copy: string, dice: Dice): Done | undefined {
  copyFileSync(base.file, copy);
  if (dice(40) === 0) {
    copyFileSync(base.older, copy);
    return { what: 'an older copy', row: (runs - 2) * rowsOfRun + 1 };
  }
  if (dice(40) === 0) {
    truncateSync(copy, dice(statSync(copy).size));
    return { what: 'the file cut short' };
  }
  const [what, change] = named(toRows, dice);
  const db = new DatabaseSync(copy);
  try {
    const before = JSON.stringify([all(db, -1), db.prepare('SELECT * FROM checkpoints').all()]);
    const row = change(db, dice, 1 + dice(rows));
    const after = JSON.stringify([all(db, -1), db.prepare('SELECT * FROM checkpoints').all()]);
    return before === after ? undefined : { what, ...(row === undefined ? {} : { row }) };
  } finally {
    db.close();
  }
}

function mutateExport(base: Base, copy: string, dice: Dice): Done | undefined {
  const lines = [...base.lines];
  const [what, change] = named(toLines, dice);
  const at = dice(lines.length);
  change(lines, dice, at);
  if (lines.join('\n') === base.lines.join('\n')) return undefined;
  writeFileSync(copy, `${lines.join('\n')}\n`);
  // The first row whose line is not where it was.
  const first = base.lines.findIndex((line, index) => index > 0 && line !== lines[index]);
  const seqs = base.lines.slice(0, first).flatMap((line) => /^\{"seq":(\d+),/.exec(line)?.[1] ?? []);
  return { what: `export: ${what}`, row: Number(seqs.at(-1) ?? 0) + 1 };
}

/** A mutation that was not detected, or whose place was named wrongly. */
export interface Missed {
  readonly number: number;
  readonly what: string;
  readonly row: number | undefined;
  readonly report: VerifyReport;
}

/**
 * Makes `count` mutations of a log and of an export of it, and verifies each against the key and the anchor. A named
 * row has to lie behind everything that was signed before the change, and not behind the first row after it.
 */
export async function mutateLogs(
  count: number,
  seed: number,
  onKind: (what: string) => void = () => {},
): Promise<{ readonly tried: number; readonly missed: readonly Missed[] }> {
  const dice = diceOf(seed);
  const base = await makeBase();
  const missed: Missed[] = [];
  let tried = 0;
  try {
    for (let number = 0; tried < count; number += 1) {
      const isExport = number % 3 === 2;
      const copy = join(base.folder, isExport ? 'copy.jsonl' : 'copy.db');
      const done = isExport ? mutateExport(base, copy, dice) : mutateLog(base, copy, dice);
      if (done === undefined) continue;
      tried += 1;
      onKind(done.what);
      const report = await verifyAny(copy, () => {}, {
        keys: [signer.key],
        ...(isExport ? {} : { anchor: base.anchor }),
      });
      if (report.ok || !isLocated(done, report, isExport))
        missed.push({ number, what: done.what, row: done.row, report });
      for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true });
    }
  } finally {
    rmSync(base.folder, { recursive: true, force: true });
  }
  return { tried, missed };
}

function isLocated(
  { row }: Done,
  { firstBad, problem, signedTo = 0 }: VerifyReport,
  isExport: boolean,
): boolean {
  // What is not about a row, or says so little of it that it cannot be read, has none to name.
  if (row === undefined || problem === 'damaged') return true;
  if (problem === 'signature') return isExport;
  // Every run ended with a signed checkpoint; an export of this size has its only seal at the end.
  const vouched = isExport ? 0 : Math.floor((row - 1) / rowsOfRun) * rowsOfRun;
  // Of rows before a missing end that nothing signed vouches for, the report says just that.
  if (problem === 'cut-off') return firstBad !== undefined && signedTo < row && row <= firstBad;
  return firstBad !== undefined && firstBad > vouched && firstBad <= row + 1;
}

/** That the base itself verifies, or nothing else would mean anything. */
export async function unchangedIsWell(): Promise<readonly VerifyReport[]> {
  const base = await makeBase();
  try {
    const file = join(base.folder, 'copy.jsonl');
    writeFileSync(file, `${base.lines.join('\n')}\n`);
    const keys = [signer.key];
    const log = await verifyAny(base.file, () => {}, { keys, anchor: base.anchor });
    return [log, await verifyAny(file, () => {}, { keys })];
  } finally {
    rmSync(base.folder, { recursive: true, force: true });
  }
}
