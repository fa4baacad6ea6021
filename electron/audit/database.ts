import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fstatSync,
  lstatSync,
  openSync,
  renameSync,
} from 'node:fs';
import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fail, ok, type Result } from '../../shared/result.ts';
import { findCheckpoint } from './checkpoint.ts';
import { identify, migrate, schemaVersion } from './migrations.ts';
import { chainHash, columns, genesis } from './row.ts';
import { troubleFrom } from './trouble.ts';

/** The end of the chain: the newest row's number and hash; 0 and `genesis` when there is none. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** An open log database. */
export interface OpenDatabase {
  readonly db: DatabaseSync;
  /** Inode of the file that was opened, to notice when it is moved or deleted. */
  readonly inode: number;
  /** What a person should know about this opening; absent when there is nothing. */
  readonly notice?: string;
  /** Name of the damaged file that was set aside for this one. */
  readonly aside?: string;
}

export interface DatabaseSettings {
  readonly file: string;
  readonly now: number;
  readonly suspect: boolean;
  readonly maxPages?: number;
}

/** How many of the newest rows are checked at every opening; `verify` checks all. */
const tail = 500;

/** Reads the end of the chain. Throws what SQLite throws. */
export function readHead(db: DatabaseSync): Head {
  const row = db.prepare('SELECT seq, hash FROM legs ORDER BY seq DESC LIMIT 1').get();
  return row === undefined
    ? { seq: 0, hash: genesis }
    : { seq: typeof row['seq'] === 'number' ? row['seq'] : 0, hash: String(row['hash']) };
}

/**
 * Opens the log for writing, creating it (mode 0600, which SQLite gives to -wal and -shm too) when there is none.
 * Refused with a sentence: a log of a newer Doorward, a database of another program, a file that cannot be written.
 * A file that cannot be read as a database is never deleted: it is renamed to `<file>.damaged-<time>`, a new log
 * begins, and `notice` says so.
 */
export function openDatabase(settings: DatabaseSettings): Result<OpenDatabase> {
  let first = tryOpen(settings);
  // SQLite takes a disk that could not be read once for damage of the file, too.
  if (!first.ok && first.code === 'corrupt') first = tryOpen(settings);
  if (first.ok || first.code !== 'corrupt') return first;
  let aside: string;
  try {
    aside = setAside(settings.file, settings.now);
  } catch (error) {
    const { code } = troubleFrom(error);
    return fail(
      code,
      `The call log is damaged and could not be set aside. Move ${settings.file} elsewhere and start again.`,
    );
  }
  const second = tryOpen({ ...settings, suspect: false });
  if (!second.ok) return second;
  return ok({
    ...second.value,
    aside: basename(aside),
    notice: `The call log was damaged and could not be read. It was kept as ${aside} and a new log was begun.`,
  });
}

function tryOpen(settings: DatabaseSettings): Result<OpenDatabase> {
  let db: DatabaseSync | undefined;
  try {
    const inode = createOwnerOnly(settings.file);
    if (inode === undefined) {
      return fail('denied', `${settings.file} is not a plain file. Move it elsewhere and start again.`);
    }
    db = new DatabaseSync(settings.file, { timeout: 1000 });
    const kind = identify(db);
    if (kind.kind === 'foreign') {
      db.close();
      return fail(
        'foreign',
        `${settings.file} is a database of another program. Move it elsewhere and start again.`,
      );
    }
    if (kind.kind === 'ours' && kind.version > schemaVersion) {
      db.close();
      return fail(
        'newer',
        `The call log was written by a newer Doorward (its format is ${kind.version}, this one knows ${schemaVersion}). Update Doorward; nothing was changed.`,
      );
    }
    // Only takes effect in a file that is still empty: what was removed by age gives its room back piece by piece.
    db.exec('PRAGMA auto_vacuum = INCREMENTAL');
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA trusted_schema = OFF');
    // What was removed is overwritten where that costs no further writing.
    db.exec('PRAGMA secure_delete = FAST');
    // A checkpoint syncs the disk, and calls wait for it: fewer and larger ones, with a bound on what stays behind.
    db.exec('PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864');
    if (settings.maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${Math.trunc(settings.maxPages)}`);
    migrate(db, kind.kind === 'ours' ? kind.version : 0);
    if (settings.suspect && !isSound(db)) {
      db.close();
      return fail('corrupt', 'The call log is damaged.');
    }
    const notice = tailFits(db)
      ? undefined
      : 'The newest rows of the call log do not fit together: they were changed outside Doorward. New calls are still recorded. Run "doorward log verify" to see where.';
    return ok(notice === undefined ? { db, inode } : { db, inode, notice });
  } catch (error) {
    if (db?.isOpen === true) db.close();
    const trouble = troubleFrom(error);
    return fail(trouble.code, trouble.message);
  }
}

/** Creates the file if it is missing, takes every right from others, and gives its inode; undefined if it is no plain file. */
function createOwnerOnly(file: string): number | undefined {
  const known = lstatSync(file, { throwIfNoEntry: false });
  if (known !== undefined && !known.isFile()) return undefined;
  const fd = openSync(file, constants.O_RDWR | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0), 0o600);
  try {
    const stat = fstatSync(fd);
    if ((stat.mode & 0o077) !== 0) fchmodSync(fd, 0o600);
    return stat.ino;
  } finally {
    closeSync(fd);
  }
}

/** SQLite's own check of pages and trees. */
function isSound(db: DatabaseSync): boolean {
  return db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
}

/** Whether the newest rows are chained; also reads them, so that a torn end is met here and not with the first call. */
function tailFits(db: DatabaseSync): boolean {
  const statement = db.prepare(
    `SELECT seq, hash, ${columns.join(', ')} FROM legs ORDER BY seq DESC LIMIT ${tail}`,
  );
  statement.setReturnArrays(true);
  const rows: unknown[][] = [];
  for (const row of statement.all()) if (Array.isArray(row)) rows.push(row);
  // What is older was removed by age; whether that was recorded rightly, `verify` tells.
  const kept = findCheckpoint(db, 'ORDER BY n DESC');
  return rows.every(([seq, hash, ...cells], index) => {
    const older = rows[index + 1];
    // The oldest row looked at has nothing to be compared with, unless it is the first of all.
    if (older === undefined && rows.length === tail) return true;
    const [olderSeq, olderHash] = older ?? [(kept?.first ?? 1) - 1, kept?.base ?? genesis];
    return seq === Number(olderSeq) + 1 && hash === chainHash(String(olderHash), seq, cells);
  });
}

/** Renames the file and what belongs to it; gives the new name. Nobody has it open. */
export function setAside(file: string, now: number, why: 'damaged' | 'kept' = 'damaged'): string {
  const stamp = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  let aside = `${file}.${why}-${stamp}`;
  for (let again = 2; existsSync(aside); again += 1) aside = `${file}.${why}-${stamp}-${again}`;
  // The -wal may hold rows that the main file lacks, so it keeps its name beside it; -shm is only an index of it.
  const moved: string[] = [];
  try {
    for (const suffix of ['-wal', '-shm', '']) {
      if (!existsSync(file + suffix)) continue;
      renameSync(file + suffix, aside + suffix);
      moved.push(suffix);
    }
  } catch (error) {
    // All of it or nothing: a log without the end that lay beside it would be another one.
    for (const suffix of moved.toReversed()) renameSync(aside + suffix, file + suffix);
    throw error;
  }
  return aside;
}
