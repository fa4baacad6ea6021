import type { DatabaseSync } from 'node:sqlite';

/** Marks a SQLite file as a call log of ours ("DWLG"), so that another program's database is never written to. */
export const applicationId = 0x44574c47;

/** What one step changes; step `n` takes schema version `n` to `n + 1`. Released steps never change. */
const steps: readonly string[] = [
  `CREATE TABLE legs (
     seq           INTEGER PRIMARY KEY,
     call          TEXT NOT NULL,
     leg           TEXT NOT NULL,
     at            INTEGER NOT NULL,
     client_id     TEXT NOT NULL,
     client_name   TEXT NOT NULL,
     direction     TEXT NOT NULL,
     server        TEXT NOT NULL,
     method        TEXT NOT NULL,
     name          TEXT NOT NULL,
     args_digest   TEXT,
     args_bytes    INTEGER,
     result_digest TEXT,
     result_bytes  INTEGER,
     outcome       TEXT NOT NULL,
     duration_ms   REAL,
     reason        TEXT,
     hash          TEXT NOT NULL
   ) STRICT;
   CREATE INDEX legs_call ON legs (call);
   PRAGMA application_id = ${applicationId};`,
  `ALTER TABLE legs ADD COLUMN ruling TEXT;`,
  `ALTER TABLE legs ADD COLUMN found TEXT;`,
  `CREATE TABLE checkpoints (
     n         INTEGER PRIMARY KEY,
     kind      TEXT NOT NULL,
     at        INTEGER NOT NULL,
     seq       INTEGER NOT NULL,
     hash      TEXT NOT NULL,
     first     INTEGER NOT NULL,
     base      TEXT NOT NULL,
     note      TEXT,
     previous  TEXT NOT NULL,
     key       TEXT,
     signature TEXT
   ) STRICT;`,
  `ALTER TABLE legs ADD COLUMN context TEXT;`,
  `ALTER TABLE legs ADD COLUMN text TEXT;`,
];

/** The schema version that this program reads and writes. */
export const schemaVersion = steps.length;

const pragmaNumber = (db: DatabaseSync, name: 'user_version' | 'application_id'): number => {
  const value = db.prepare(`PRAGMA ${name}`).get()?.[name];
  return typeof value === 'number' ? value : 0;
};

/** Which kind of file an open database is: ours and of which version, still empty, or somebody else's. */
export function identify(
  db: DatabaseSync,
): { kind: 'ours'; version: number } | { kind: 'empty' } | { kind: 'foreign' } {
  if (pragmaNumber(db, 'application_id') === applicationId) {
    return { kind: 'ours', version: pragmaNumber(db, 'user_version') };
  }
  const empty = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  return empty ? { kind: 'empty' } : { kind: 'foreign' };
}

/** Brings a database of version `from` to `schemaVersion` in one transaction: all of it or nothing. Throws what SQLite throws. */
export function migrate(db: DatabaseSync, from: number): void {
  if (from >= schemaVersion) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const step of steps.slice(from)) db.exec(step);
    db.exec(`PRAGMA user_version = ${schemaVersion}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
