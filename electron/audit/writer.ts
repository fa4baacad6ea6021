import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { readHead, type Head, type OpenDatabase } from './database.ts';
import { type Cell, chainHash, columns, storedCells, width } from './row.ts';
import { createTextKeeper, type TextKeeper } from './texts/text-keeper.ts';
import { troubleFrom, troubleOf, type Trouble } from './trouble.ts';

/** Writes batches of rows, each as one transaction. */
export interface Writer {
  /** Sequence number of the newest committed row. */
  seq(): number;
  /** That row with its hash. */
  head(): Head;
  /** Writes all rows of a flat batch or none. Undefined when they are committed. */
  write(batch: readonly Cell[]): Trouble | undefined;
}

/**
 * A writer for an open log. It looks at most once per `checkEveryMs` whether the file is still the one that was
 * opened: a deleted file would otherwise go on taking rows that nobody can ever read.
 */
export function createWriter(
  { db, inode }: OpenDatabase,
  file: string,
  monotonicMs: () => number,
  texts: Pick<TextKeeper, 'keep'> = createTextKeeper(),
  checkEveryMs = 1000,
): Writer {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const insert = db.prepare(
    `INSERT INTO legs (seq, ${columns.join(', ')}, hash) VALUES (?, ${columns.map(() => '?').join(', ')}, ?)`,
  );
  let head = readHead(db);
  let checkedAt = monotonicMs();

  const insertAll = (batch: readonly Cell[]): Head => {
    let { seq, hash } = head;
    const rows = batch.length / width;
    for (let index = 0; index < rows; index += 1) {
      const cells = storedCells(batch, index);
      texts.keep(cells);
      seq += 1;
      hash = chainHash(hash, seq, cells);
      insert.run(seq, ...cells, hash);
    }
    return { seq, hash };
  };

  const isStillThere = (): boolean => {
    const now = monotonicMs();
    if (now - checkedAt < checkEveryMs) return true;
    checkedAt = now;
    return statSync(file, { throwIfNoEntry: false })?.ino === inode;
  };

  return {
    seq: () => head.seq,
    head: () => head,
    write(batch) {
      let next: Head | undefined;
      try {
        if (!isStillThere()) return troubleOf('removed');
        begin.run();
        next = insertAll(batch);
        commit.run();
        head = next;
        return undefined;
      } catch (error) {
        const trouble = troubleFrom(error);
        undo(db);
        try {
          // Another program may have written rows meanwhile; `verify` tells of them, and writing goes on after them.
          head = readHead(db);
          // Whatever the commit answered: all of it is there, and written once more it would be there twice.
          if (next !== undefined && head.seq === next.seq && head.hash === next.hash) return undefined;
        } catch {
          // Unreadable as well: the trouble at hand already says so.
        }
        return trouble;
      }
    },
  };
}

/** SQLite has already rolled back after some failures, and a second rollback would throw. */
function undo(db: DatabaseSync): void {
  try {
    if (db.isTransaction) db.exec('ROLLBACK');
  } catch {
    // The transaction is gone either way; the next BEGIN tells if it is not.
  }
}
