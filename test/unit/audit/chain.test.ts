import fc from 'fast-check';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { chainHash, columns } from '../../../electron/audit/row.ts';
import { verifyFile } from '../../../electron/audit/verify.ts';
import { behindItsBack, freshFile, openLog, row, wholeCall } from './support.ts';

const rows = 40;

/** A closed log of `rows` rows. */
async function closedLog(): Promise<string> {
  const file = freshFile();
  const log = await openLog({ file });
  for (let index = 0; index < rows / 2; index += 1) for (const leg of wholeCall()) log.append(leg);
  await log.close();
  return file;
}

/** Everything that can be read from a file, by the table and by the index. */
function contents(db: DatabaseSync): string {
  // By their names, which are the same to SQLite in capitals.
  const page = db.prepare(`SELECT seq, hash, ${columns.join(', ')} FROM legs ORDER BY seq`);
  page.setReturnArrays(true);
  const table: unknown[] = page.all();
  const index = db.prepare('SELECT call, seq FROM legs INDEXED BY legs_call ORDER BY call, seq').all();
  return JSON.stringify([table, index]);
}

describe('the chain of rows', () => {
  it('is whole after an ordinary run, also when it is looked at while the log is open', async () => {
    const file = freshFile();
    const log = await openLog({ file });
    for (let index = 0; index < 2500; index += 1) log.append(row());
    expect(await log.verify()).toEqual({
      ok: true,
      rows: 2500,
      sentence: 'The call log is complete and unchanged: 2500 rows.',
    });
    const progress: number[] = [];
    expect(await verifyFile(file, (done) => progress.push(done))).toMatchObject({ ok: true, rows: 2500 });
    expect(progress).toEqual([1000, 2000, 2500]);
    await log.close();
    expect(await verifyFile(file)).toMatchObject({ ok: true, rows: 2500 });
  });

  it('lets rows be written while it is walked', async () => {
    const log = await openLog({ file: freshFile() });
    const total = 20_000;
    for (let index = 0; index < total; index += 1) log.append(row());
    await log.flush();
    // On a busy machine the row may arrive only after the walk, so there are several attempts; were the walk done in
    // one piece, none of them could succeed.
    let between = false;
    for (let attempt = 0; attempt < 10 && !between; attempt += 1) {
      let verified = false;
      const report = log.verify().finally(() => (verified = true));
      await new Promise<void>((resolve) => log.appendDurable(row(), () => resolve()));
      between = !verified;
      expect((await report).ok).toBe(true);
    }
    expect(between).toBe(true);
  });

  it('shows a row that was changed together with its own hash by the row after it', async () => {
    const file = await closedLog();
    behindItsBack(file, (db) => {
      const cellsOf = (seq: number): unknown[] =>
        columns.map((column) => db.prepare(`SELECT ${column} AS v FROM legs WHERE seq = ?`).get(seq)?.['v']);
      const hashOf = (seq: number) =>
        String(db.prepare('SELECT hash FROM legs WHERE seq = ?').get(seq)?.['hash']);
      // The test knows how to compute what the log computes …
      expect(chainHash(hashOf(8), 9, cellsOf(9))).toBe(hashOf(9));
      db.exec("UPDATE legs SET name = 'harmless' WHERE seq = 9");
      db.prepare('UPDATE legs SET hash = ? WHERE seq = 9').run(chainHash(hashOf(8), 9, cellsOf(9)));
    });
    // … so the forged row fits, and the next one does not.
    expect(await verifyFile(file)).toMatchObject({ ok: false, firstBad: 10, rows: 9 });
  });

  it('shows any change of any column of any row', async () => {
    const original = await closedLog();
    const changed = join(dirname(original), 'changed.db');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: rows }),
        fc.constantFrom(...columns, 'hash'),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (seq, column, position, flip) => {
          copyFileSync(original, changed);
          const did = behindItsBack(changed, (db) => {
            const value = db.prepare(`SELECT ${column} AS v FROM legs WHERE seq = ?`).get(seq)?.['v'];
            let next: string | number = 'x';
            if (typeof value === 'number') next = value + flip;
            else if (column.endsWith('_bytes') || column.endsWith('_ms')) next = 0;
            else if (typeof value === 'string' && value !== '') {
              const bytes = Buffer.from(value);
              const at = position % bytes.length;
              bytes[at] = ((bytes[at] ?? 0) ^ flip) & 0x7f || 0x21;
              next = bytes.toString();
            }
            if (next === value) return false;
            db.prepare(`UPDATE legs SET ${column} = ? WHERE seq = ?`).run(next, seq);
            return true;
          });
          fc.pre(did);
          expect(await verifyFile(changed)).toMatchObject({ ok: false, firstBad: seq, rows: seq - 1 });
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    ['a deleted row', 'DELETE FROM legs WHERE seq = 7', 7],
    ['a deleted first row', 'DELETE FROM legs WHERE seq = 1', 1],
    ['a row moved to the end', 'UPDATE legs SET seq = 41 WHERE seq = 12', 12],
    [
      'two swapped rows',
      'UPDATE legs SET seq = 100 WHERE seq = 7; UPDATE legs SET seq = 7 WHERE seq = 9; UPDATE legs SET seq = 9 WHERE seq = 100',
      7,
    ],
    [
      'a row added at the end',
      "INSERT INTO legs SELECT 41, 'forged', leg, at, client_id, client_name, direction, server, method, name, args_digest, args_bytes, result_digest, result_bytes, outcome, duration_ms, reason, hash, ruling, found, context, text FROM legs WHERE seq = 40",
      41,
    ],
    [
      'a row added before the first',
      "INSERT INTO legs SELECT -1, 'forged', leg, at, client_id, client_name, direction, server, method, name, args_digest, args_bytes, result_digest, result_bytes, outcome, duration_ms, reason, hash, ruling, found, context, text FROM legs WHERE seq = 40",
      1,
    ],
    [
      'a text moved over to the next column',
      "UPDATE legs SET method = 'tools/callread', name = '_text_file' WHERE seq = 5",
      5,
    ],
    ['a nothing made an empty text', "UPDATE legs SET reason = '' WHERE seq = 5", 5],
  ])('shows %s', async (_, sql, firstBad) => {
    const file = await closedLog();
    behindItsBack(file, (db) => db.exec(sql));
    expect(await verifyFile(file)).toMatchObject({ ok: false, firstBad });
    const log = await openLog({ file });
    expect(await log.verify()).toMatchObject({ ok: false, firstBad });
    expect(log.notice).toContain('changed outside Doorward');
  });

  it('never calls a log whole of which something else can be read after one byte of the file changed', async () => {
    const file = await closedLog();
    const bytes = readFileSync(file);
    const before = behindItsBack(file, contents);
    let noticed = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const flipped = Buffer.from(bytes);
          flipped[at] = (flipped[at] ?? 0) ^ flip;
          writeFileSync(file, flipped);
          const report = await verifyFile(file);
          if (!report.ok) noticed += 1;
          else expect(behindItsBack(file, contents) === before, 'reads the same').toBe(true);
        },
      ),
      { numRuns: 400 },
    );
    expect(noticed).toBeGreaterThan(0);
  });

  it('says what is wrong with a path that is no log', async () => {
    const file = freshFile();
    expect(await verifyFile(file)).toMatchObject({
      ok: false,
      rows: 0,
      sentence: expect.stringContaining('no call log'),
    });
    writeFileSync(file, 'not a database at all, but long enough to be read as a header of one. '.repeat(20));
    expect(await verifyFile(file)).toMatchObject({ ok: false, sentence: expect.stringContaining('damaged') });
    behindItsBack(`${file}2`, (db) => db.exec('CREATE TABLE t (x)'));
    expect(await verifyFile(`${file}2`)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('not a call log'),
    });
  });
});
