import { existsSync, lstatSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { VerifyReport } from './log.ts';
import { identify, schemaVersion } from './migrations.ts';
import { chainHash, columns, genesis } from './row.ts';
import { troubleFrom } from './trouble.ts';

/** Rows per slice: a few milliseconds, which is how long a write may wait for a check that runs beside it. */
const slice = 1000;

const plural = (rows: number): string => (rows === 1 ? '1 row' : `${rows} rows`);

const broken = (rows: number, firstBad: number): VerifyReport => ({
  ok: false,
  rows,
  firstBad,
  sentence: `The call log was changed outside Doorward: row ${firstBad} does not fit the rows before it. Rows before it are unchanged.`,
});

/**
 * Walks the chain from the first row to the one that is newest now, and checks that the index leads to every row and
 * to nothing else. It detects any changed, missing, swapped or added row, but not rows cut off at the end, nor a
 * chain that was computed anew as a whole: for that the head must be known from elsewhere. It lets other work run
 * between slices. Damaged pages are a report too; throws what else SQLite throws when the file cannot be read.
 */
export async function verifyChain(
  db: DatabaseSync,
  onProgress: (rows: number) => void = () => {},
): Promise<VerifyReport> {
  let rows = 0;
  try {
    const newest = db.prepare('SELECT max(seq) AS seq FROM legs').get()?.['seq'];
    const end = typeof newest === 'number' ? newest : 0;
    for await (const checked of walkChain(db, end)) {
      rows = checked.rows;
      if (checked.firstBad !== undefined) return broken(rows, checked.firstBad);
      onProgress(rows);
    }
    if ((await countIndex(db, end)) === rows) {
      return { ok: true, rows, sentence: `The call log is complete and unchanged: ${plural(rows)}.` };
    }
  } catch (error) {
    if (troubleFrom(error).code !== 'corrupt') throw error;
  }
  return {
    ok: false,
    rows,
    sentence: `The call log is damaged: ${plural(rows)} could be read and fit together.`,
  };
}

/** Checks the rows up to `end` slice by slice; the last thing it gives has `firstBad` when a row does not fit. */
async function* walkChain(
  db: DatabaseSync,
  end: number,
): AsyncGenerator<{ readonly rows: number; readonly firstBad?: number }> {
  const page = db.prepare(
    `SELECT seq, hash, ${columns.join(', ')} FROM legs WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${slice}`,
  );
  page.setReturnArrays(true);
  const byCall = db.prepare('SELECT 1 FROM legs INDEXED BY legs_call WHERE call = ? AND seq = ?');
  let previous = genesis;
  let rows = 0;
  // Rows numbered zero or less, which Doorward never writes, are met as well.
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const found: unknown[] = page.all(after, end);
    for (const row of found) {
      const [seq, hash, ...cells]: unknown[] = Array.isArray(row) ? row : [];
      const call = cells[0];
      const fits =
        seq === rows + 1 &&
        hash === chainHash(previous, seq, cells) &&
        typeof call === 'string' &&
        byCall.get(call, seq) !== undefined;
      if (!fits) {
        yield { rows, firstBad: rows + 1 };
        return;
      }
      previous = hash;
      rows += 1;
    }
    yield { rows };
    if (found.length < slice) return;
    after = rows;
    await nextTurn();
  }
}

/**
 * How many entries of the index of calls lead to their rows up to `end`; entries are in strict order, so none is
 * counted twice. -1 when one leads elsewhere or is out of order. Walking the index and searching in it read
 * different bytes of a damaged page, hence both this and the search for every row.
 */
async function countIndex(db: DatabaseSync, end: number): Promise<number> {
  const page = db.prepare(
    `SELECT i.call, i.seq, (SELECT t.call FROM legs t NOT INDEXED WHERE t.seq = i.seq) AS stored
       FROM legs i INDEXED BY legs_call WHERE (i.call, i.seq) > (?, ?) ORDER BY i.call, i.seq LIMIT ${slice}`,
  );
  let count = 0;
  let call = '';
  let seq = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const found = page.all(call, seq);
    for (const entry of found) {
      const next = { call: String(entry['call']), seq: Number(entry['seq']) };
      const rises = Buffer.compare(Buffer.from(call), Buffer.from(next.call)) || seq - next.seq;
      if (rises >= 0 || entry['stored'] !== next.call) return -1;
      ({ call, seq } = next);
      if (seq <= end) count += 1;
    }
    if (found.length < slice) return count;
    await nextTurn();
  }
}

/**
 * Verifies a log file with no host running; it is opened read-only and left as it was. Never throws: what cannot be
 * read is a report that says why. `onProgress` is called after every thousand rows, and at the end, with how many are checked.
 */
export async function verifyFile(path: string, onProgress?: (rows: number) => void): Promise<VerifyReport> {
  const no = (sentence: string): VerifyReport => ({ ok: false, rows: 0, sentence });
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
    return no(`There is no call log at ${path}. Give the path of a log.db file.`);
  }
  let db: DatabaseSync | undefined;
  try {
    const url = pathToFileURL(path);
    // A log that nobody has open and that was closed in order has no -wal. Opened as immutable, no side files appear
    // beside it, and it may lie on a read-only medium.
    if (!existsSync(`${path}-wal`)) url.searchParams.set('immutable', '1');
    db = new DatabaseSync(url, { readOnly: true, timeout: 5000 });
    const kind = identify(db);
    if (kind.kind !== 'ours') return no(`${path} is not a call log of Doorward.`);
    if (kind.version !== schemaVersion) {
      return no(
        kind.version > schemaVersion
          ? 'This call log was written by a newer Doorward. Update Doorward and verify it again.'
          : 'This call log was written by an older Doorward. Start Doorward once with it, then verify it again.',
      );
    }
    return await verifyChain(db, onProgress);
  } catch (error) {
    const { code } = troubleFrom(error);
    if (code === 'busy') return no(`${path} is locked by another program. Close it and verify again.`);
    if (code === 'corrupt') return no(`${path} is damaged: it cannot be read as a database.`);
    return no(`${path} cannot be read. Check that your account may read it and that the disk is well.`);
  } finally {
    if (db?.isOpen === true) db.close();
  }
}
