import { closeSync, constants, fchmodSync, openSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { foldedCall } from './folded-call.ts';
import { quarterMs } from './quarter.ts';
import { effectOf, indexedText } from './search-words.ts';
import type { StoredRow } from './worker-messages.ts';

/** A place in the order of calls: the number of a call's first row. */
type First = number;

/**
 * What makes the log quick to search. It lies in a file of its own, is made of the log alone, and is begun anew
 * whenever it does not fit it; nothing is believed because of it: what it names is read from the log again.
 */
export interface SearchIndex {
  /** Takes in the next rows, at most `rows` of them; false when there are none left. */
  fill(rows: number): boolean;
  /** The newest row that was taken in. */
  upTo(): number;
  /** The first rows of calls of which no end was taken in, newest first, below `high`, at most `most`. */
  unfinished(high: First, most: number): First[];
  /** The first rows of ended calls that may match, newest first, below `high`; undefined without full-text search. */
  matching(match: string, high: First, most: number): First[] | undefined;
  /** Counts ended calls; undefined for a `match` without full-text search. */
  counts(of: CountedCalls): Count[] | undefined;
  /** Rows before this one are all from before `since`. */
  since(since: number): number;
  /** Rows after this one are all from after `until`; undefined when there may be such rows to the end. */
  until(until: number): number | undefined;
  /** Forgets some of what is about rows before `first`; false when there was nothing to forget. */
  forget(first: number): boolean;
  /** Bytes that it takes. */
  bytes(): number;
  close(): void;
}

/** Which ended calls are counted. */
export interface CountedCalls {
  readonly match: string | undefined;
  /** Their first rows: from `low` on, and before `high`. */
  readonly low: First;
  readonly high: First;
  /** Only calls whose end was among the rows up to this one. */
  readonly endedBy: number;
  /** Milliseconds since the epoch; `until` is exclusive. */
  readonly since: number;
  readonly until: number;
}

/** Calls of a quarter of an hour (counted from the epoch) with one outcome. */
export interface Count {
  readonly quarter: number;
  readonly outcome: string;
  readonly calls: number;
}

const format = 2;
const knownTexts = 2000;
const searched = [
  'clientId',
  'clientName',
  'server',
  'method',
  'name',
  'reason',
  'found',
  'outcome',
] as const;
const applicationId = 0x44574c49;

const tables = `
  CREATE TABLE meta (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
  CREATE TABLE spans (last INTEGER PRIMARY KEY, least INTEGER NOT NULL, most INTEGER NOT NULL) STRICT;
  CREATE TABLE unfinished (first INTEGER PRIMARY KEY, call TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE ended (
    first INTEGER PRIMARY KEY, last INTEGER NOT NULL, at INTEGER NOT NULL, outcome TEXT NOT NULL) STRICT;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${format};`;
const fullText = `CREATE VIRTUAL TABLE search USING fts5(
  words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '_'")`;

function tryOpen(file: string, log: DatabaseSync): DatabaseSync | undefined {
  let db: DatabaseSync | undefined;
  try {
    const fd = openSync(file, constants.O_RDWR | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0), 0o600);
    fchmodSync(fd, 0o600);
    closeSync(fd);
    db = new DatabaseSync(file, { timeout: 1000 });
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA trusted_schema = OFF');
    db.exec('PRAGMA journal_size_limit = 16777216');
    const known = db.prepare('PRAGMA application_id').get()?.['application_id'];
    if (known === applicationId && db.prepare('PRAGMA user_version').get()?.['user_version'] === format) {
      const at = db.prepare('SELECT seq, hash FROM meta').get();
      const stored = log.prepare('SELECT hash FROM legs WHERE seq = ?').get(Number(at?.['seq'] ?? 0));
      if (at === undefined || stored?.['hash'] === at['hash']) return db;
    } else if (db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined) {
      db.exec(tables);
      return db;
    }
  } catch {
    // It is begun anew below.
  }
  if (db?.isOpen === true) db.close();
  return undefined;
}

/** Opens the index of a log; undefined when it cannot be had, and the log is searched without it. */
export function openSearchIndex(file: string, log: DatabaseSync): SearchIndex | undefined {
  let db = tryOpen(file, log);
  try {
    if (db === undefined) {
      for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
      db = tryOpen(file, log);
    }
    return db === undefined ? undefined : searchIndex(db, log);
  } catch {
    if (db?.isOpen === true) db.close();
    return undefined;
  }
}

function hasFullText(db: DatabaseSync): boolean {
  try {
    if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'search'").get() === undefined)
      db.exec(fullText);
    db.prepare('SELECT rowid FROM search WHERE search MATCH ? LIMIT 1').all('"x"');
    return true;
  } catch {
    return false;
  }
}

function searchIndex(db: DatabaseSync, log: DatabaseSync): SearchIndex {
  const searchable = hasFullText(db);
  let upTo = Number(db.prepare('SELECT seq FROM meta').get()?.['seq'] ?? 0);
  const rowsAfter = log.prepare(
    `SELECT seq, call, leg, at, hash, client_id AS clientId, client_name AS clientName, server, method, name, outcome,
            reason, ruling, found FROM legs WHERE seq > ? ORDER BY seq LIMIT ?`,
  );
  const firstOf = log.prepare('SELECT min(seq) AS seq FROM legs WHERE call = ?');
  const folded = foldedCall(log);
  const begun = db.prepare('INSERT OR IGNORE INTO unfinished (first, call) VALUES (?, ?)');
  const known = db.prepare('SELECT first FROM unfinished WHERE call = ?');
  const ended = db.prepare('DELETE FROM unfinished WHERE first = ?');
  const span = db.prepare('INSERT OR REPLACE INTO spans (last, least, most) VALUES (?, ?, ?)');
  const over = db.prepare('INSERT OR REPLACE INTO ended (first, last, at, outcome) VALUES (?, ?, ?, ?)');
  const counted = (from: string, where: string) =>
    db.prepare(
      `SELECT c.at / ${quarterMs} AS quarter, c.outcome AS outcome, count(*) AS calls FROM ${from}
        WHERE ${where} AND c.last <= ? AND c.at >= ? AND c.at < ? GROUP BY 1, 2`,
    );
  const countAll = counted('ended c', 'c.first >= ? AND c.first < ?');
  const countFound = searchable
    ? counted(
        'search CROSS JOIN ended c ON c.first = search.rowid',
        'search MATCH ? AND search.rowid >= ? AND search.rowid < ?',
      )
    : undefined;
  const meta = db.prepare('INSERT OR REPLACE INTO meta (id, seq, hash) VALUES (1, ?, ?)');
  const insert = searchable
    ? db.prepare('INSERT OR REPLACE INTO search (rowid, words) VALUES (?, ?)')
    : undefined;
  const below = searchable
    ? db.prepare('SELECT rowid FROM search WHERE search MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?')
    : undefined;
  const openBelow = db.prepare('SELECT first FROM unfinished WHERE first < ? ORDER BY first DESC LIMIT ?');
  const pages = (name: 'page_count' | 'page_size') => Number(db.prepare(`PRAGMA ${name}`).get()?.[name] ?? 0);

  const inOne = (act: () => void): void => {
    db.exec('BEGIN IMMEDIATE');
    try {
      act();
      db.exec('COMMIT');
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };

  /** What the index keeps of texts that come again and again, which most do. */
  const texts = new Map<string, string>();
  const textOf = (call: StoredRow): string => {
    const effect = effectOf(call['ruling']);
    const given = JSON.stringify([effect, ...searched.map((name) => call[name] ?? null)]);
    const known = texts.get(given);
    if (known !== undefined) return known;
    const text = indexedText({ ...call, effect });
    if (texts.size >= knownTexts) texts.clear();
    texts.set(given, text);
    return text;
  };

  /** The calls that ended among these rows, folded where both ends are here, and those that began and did not end. */
  function sort(rows: readonly StoredRow[]): {
    finished: Map<First, StoredRow | undefined>;
    open: Map<string, StoredRow>;
  } {
    const finished = new Map<First, StoredRow | undefined>();
    const open = new Map<string, StoredRow>();
    for (const row of rows) {
      const call = String(row['call']);
      if (row['leg'] === 'sent') {
        if (!open.has(call)) open.set(call, row);
        continue;
      }
      const begun = open.get(call);
      if (begun !== undefined) {
        const server = row['server'] === '' ? begun['server'] : row['server'];
        const { outcome, reason } = row;
        finished.set(Number(begun['seq']), {
          ...begun,
          server: server ?? null,
          outcome: outcome ?? null,
          reason: reason ?? null,
          ruling: row['ruling'] ?? begun['ruling'] ?? null,
          found: row['found'] ?? begun['found'] ?? null,
        });
      } else
        finished.set(
          Number(known.get(call)?.['first'] ?? firstOf.get(call)?.['seq'] ?? row['seq']),
          undefined,
        );
      open.delete(call);
    }
    return { finished, open };
  }

  return {
    fill(most) {
      const rows = rowsAfter.all(upTo, most);
      const last = rows.at(-1);
      if (last === undefined) return false;
      const times = rows.map((row) => Number(row['at']));
      inOne(() => {
        const { finished, open } = sort(rows);
        for (const [call, { seq }] of open) begun.run(Number(seq), call);
        // The full-text index is quick only for numbers that rise.
        for (const [first, here] of [...finished].toSorted(([a], [b]) => a - b)) {
          if (here === undefined) ended.run(first);
          const call = here ?? folded.at(first);
          if (call === undefined) continue;
          insert?.run(first, textOf(call));
          over.run(first, Number(last['seq']), Number(call['at']), String(call['outcome']));
        }
        span.run(Number(last['seq']), Math.min(...times), Math.max(...times));
        meta.run(Number(last['seq']), String(last['hash']));
      });
      upTo = Number(last['seq']);
      return rows.length === most;
    },
    upTo: () => upTo,
    unfinished: (high, most) => openBelow.all(high, most).map((row) => Number(row['first'])),
    matching: (match, high, most) => below?.all(match, high, most).map((row) => Number(row['rowid'])),
    counts({ match, low, high, endedBy, since, until }) {
      const found =
        match === undefined
          ? countAll.all(low, high, endedBy, since, until)
          : countFound?.all(match, low, high, endedBy, since, until);
      return found?.map((row) => ({
        quarter: Number(row['quarter']),
        outcome: String(row['outcome']),
        calls: Number(row['calls']),
      }));
    },
    since(since) {
      const early = db.prepare('SELECT last FROM spans WHERE most >= ? ORDER BY last LIMIT 1').get(since);
      const from = early === undefined ? upTo : Number(early['last']);
      const before = db.prepare('SELECT max(last) AS last FROM spans WHERE last < ?').get(from)?.['last'];
      return early === undefined ? upTo + 1 : Number(before ?? 0) + 1;
    },
    until(until) {
      const late = db.prepare('SELECT max(last) AS last FROM spans WHERE least <= ?').get(until)?.['last'];
      // Rows that were not taken in yet may be of any time.
      const last = Number(late ?? 0);
      return last >= upTo ? undefined : last;
    },
    forget(first) {
      const old = searchable
        ? db
            .prepare('SELECT rowid FROM search WHERE rowid < ? ORDER BY rowid LIMIT 500')
            .all(first)
            .map((row) => Number(row['rowid']))
        : [];
      const spans = db.prepare('SELECT 1 FROM spans WHERE last < ? LIMIT 1').get(first);
      const ends = db.prepare('SELECT 1 FROM ended WHERE first < ? LIMIT 1').get(first);
      if (old.length === 0 && spans === undefined && ends === undefined) return false;
      inOne(() => {
        const gone = old.length === 0 ? undefined : db.prepare('DELETE FROM search WHERE rowid = ?');
        for (const rowid of old) gone?.run(rowid);
        db.prepare('DELETE FROM spans WHERE last < ?').run(first);
        db.prepare(
          'DELETE FROM ended WHERE first IN (SELECT first FROM ended WHERE first < ? LIMIT 500)',
        ).run(first);
        db.prepare('DELETE FROM unfinished WHERE first < ?').run(first);
      });
      return true;
    },
    bytes: () => pages('page_count') * pages('page_size'),
    close() {
      if (db.isOpen) db.close();
    },
  };
}
