import { chmodSync, existsSync, lstatSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { KeyNotes } from '../../vault/seal-key.ts';
import { reasonOf } from '../profile.ts';

/** Tells this file from databases of other programs ("DwSt"). */
const APPLICATION = 0x44775374;

/**
 * One row per thing; its values, the generation in which it was written, and the seal over all of it. `manifest`
 * says which rows there are and of which generation, so that an old row with its old, valid seal does not count.
 */
const FIRST = [
  `CREATE TABLE servers(id TEXT PRIMARY KEY, record TEXT NOT NULL, generation INTEGER NOT NULL, seal BLOB) STRICT`,
  `CREATE TABLE clients(id TEXT PRIMARY KEY, record TEXT NOT NULL, token_hash TEXT NOT NULL, generation INTEGER NOT NULL, seal BLOB) STRICT`,
  `CREATE TABLE choices(name TEXT PRIMARY KEY, record TEXT NOT NULL, generation INTEGER NOT NULL, seal BLOB) STRICT`,
  `CREATE TABLE catalog(server TEXT NOT NULL, capabilities TEXT NOT NULL, at INTEGER NOT NULL, hello BLOB NOT NULL, tools BLOB NOT NULL, prompts BLOB NOT NULL, resources BLOB NOT NULL, templates BLOB NOT NULL, generation INTEGER NOT NULL, seal BLOB, PRIMARY KEY(server, capabilities)) STRICT`,
  `CREATE TABLE manifest(id INTEGER PRIMARY KEY CHECK(id = 1), generation INTEGER NOT NULL, body TEXT NOT NULL, seal BLOB) STRICT`,
  `CREATE TABLE seen(client TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT`,
  `CREATE TABLE notes(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`,
];

/** Version 2: what was approved of each server, piece by piece, and what else a person decided about it. */
const SECOND = [
  `CREATE TABLE pins(server TEXT PRIMARY KEY, identity TEXT NOT NULL, items BLOB NOT NULL, generation INTEGER NOT NULL, seal BLOB) STRICT`,
  `CREATE TABLE trust(server TEXT PRIMARY KEY, record TEXT NOT NULL, generation INTEGER NOT NULL, seal BLOB) STRICT`,
];

/** Version 3: what a person lets pass and refuses, the roles of AI apps, and answers that a retry may still use. */
const THIRD = [
  `CREATE TABLE rules(id TEXT PRIMARY KEY, record TEXT NOT NULL, generation INTEGER NOT NULL, seal BLOB) STRICT`,
  `CREATE TABLE roles(id TEXT PRIMARY KEY, record TEXT NOT NULL, generation INTEGER NOT NULL, seal BLOB) STRICT`,
  `CREATE TABLE decisions(id TEXT PRIMARY KEY, record TEXT NOT NULL, generation INTEGER NOT NULL, seal BLOB) STRICT`,
  `CREATE TABLE uses(rule TEXT PRIMARY KEY, uses INTEGER NOT NULL, at INTEGER NOT NULL) STRICT`,
];

/** Version 4: about how many tokens AI apps were given on which day. */
const FOURTH = [
  `CREATE TABLE tokens(day TEXT NOT NULL, client TEXT NOT NULL, lists INTEGER NOT NULL, answers INTEGER NOT NULL, saved_lists INTEGER NOT NULL, saved_answers INTEGER NOT NULL, PRIMARY KEY(day, client)) STRICT`,
];

/** What each version added; version `n` has the first `n` of them. */
const STEPS = [FIRST, SECOND, THIRD, FOURTH];
const VERSION = STEPS.length;
const tablesOf = (version: number): string[] => STEPS.slice(0, version).flat();

/**
 * Opens `state.db`, making it (0600) when there is none. Every commit is on disk when it returns
 * (`synchronous=FULL`). Refused with a sentence, and left as it is: a newer format, another program's file, one
 * whose tables, triggers or views are not ours (they could rewrite what we write), one that is damaged.
 */
export function openStateDb(file: string): Result<DatabaseSync, Refusal> {
  const first = tryOpen(file);
  // SQLite takes a disk that could not be read once for damage of the file, too.
  return !first.ok && first.code === 'damaged' ? tryOpen(file) : first;
}

type Refusal = 'newer' | 'foreign' | 'damaged' | 'denied';

function tryOpen(file: string): Result<DatabaseSync, Refusal> {
  let db: DatabaseSync | undefined;
  const refuse = <Code extends string>(code: Code, message: string) => {
    if (db?.isOpen === true) db.close();
    return fail(code, message);
  };
  try {
    if (existsSync(file) && !lstatSync(file).isFile())
      return fail('foreign', `${file} is not a plain file. Move it elsewhere and start again.`);
    db = new DatabaseSync(file, { timeout: 2000 });
    chmodSync(file, 0o600);
    db.exec('PRAGMA trusted_schema = OFF; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL');
    const version = numberOf(db, 'user_version');
    const application = numberOf(db, 'application_id');
    if (version === 0 && application === 0 && schemaOf(db).length === 0) {
      db.exec(
        `BEGIN IMMEDIATE; ${tablesOf(VERSION).join('; ')}; PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${VERSION}; COMMIT`,
      );
      return ok(db);
    }
    if (application !== APPLICATION)
      return refuse(
        'foreign',
        `${file} is a database of another program. Move it elsewhere and start again.`,
      );
    if (version > VERSION)
      return refuse(
        'newer',
        `${file} was written by a newer Doorward (its format is ${version}, this one knows ${VERSION}). Update Doorward; nothing was changed.`,
      );
    const expected = tablesOf(version).toSorted().join('\n');
    if (
      schemaOf(db).toSorted().join('\n') !== expected ||
      db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] !== 'ok'
    )
      return refuse('damaged', damaged(file));
    if (version < VERSION)
      db.exec(
        `BEGIN IMMEDIATE; ${STEPS.slice(version).flat().join('; ')}; PRAGMA user_version = ${VERSION}; COMMIT`,
      );
    return ok(db);
  } catch (error) {
    const errcode = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
    // SQLITE_CORRUPT, SQLITE_NOTADB
    if (errcode === 11 || errcode === 26) return refuse('damaged', damaged(file));
    return refuse('denied', `${file} cannot be opened: ${reasonOf(error)}.`);
  }
}

function damaged(file: string): string {
  return `${file} is damaged or was changed outside Doorward. Put a backup in its place, or move it elsewhere: then servers have to be reviewed and AI apps added again.`;
}

function numberOf(db: DatabaseSync, pragma: string): number {
  return Number(db.prepare(`PRAGMA ${pragma}`).get()?.[pragma] ?? 0);
}

function schemaOf(db: DatabaseSync): string[] {
  return db
    .prepare('SELECT sql FROM sqlite_master WHERE sql IS NOT NULL')
    .all()
    .map((row) => String(row['sql']));
}

/** The unsealed notes that belong to finding the key. */
export function keyNotes(db: DatabaseSync): KeyNotes {
  return {
    get(name) {
      const value = db.prepare('SELECT value FROM notes WHERE name = ?').get(name)?.['value'];
      return typeof value === 'string' ? value : undefined;
    },
    set(name, value) {
      // Said again at every start, which has to be possible with a full disk.
      if (this.get(name) === value) return;
      db.prepare(
        'INSERT INTO notes(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value',
      ).run(name, value);
    },
  };
}
