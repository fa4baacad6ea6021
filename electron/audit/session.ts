import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { folded } from './folded-call.ts';
import type { StoredRow } from './worker-messages.ts';

/** Calls of one AI app that belong together, as far as they were looked for. */
export interface SessionRows {
  /** Folded calls, oldest first. */
  readonly rows: readonly StoredRow[];
  /** A longer time without a call ends it; absent when the app has named its session. */
  readonly pauseMs?: number;
  /** It goes on beyond `rows`. */
  readonly before: boolean;
  readonly after: boolean;
}

/** A longer time from the end of one call to the beginning of the next ends a session that has no name. */
export const sessionPauseMs = 30 * 60_000;
/** Calls before, and calls after the one that was asked about. */
export const mostOnASide = 250;
/** A call that began before a quiet time may have run in it, hardly for longer than this. */
const longestMs = 60 * 60_000;
/** Rows looked through between two turns of the worker, and on one side altogether. */
const slice = 1000;
const mostRows = 200_000;

/**
 * The calls of an AI app around one call: those of its session of the protocol, where it has one, or else those without
 * one (revision 2026-07-28 has none), one after the other without a long pause. Undefined when the call is not in the
 * log. Read from the log itself, without an index. Throws what SQLite throws.
 */
export async function sessionOf(db: DatabaseSync, call: string): Promise<SessionRows | undefined> {
  const seq = db.prepare('SELECT min(seq) AS seq FROM legs WHERE call = ?').get(call)?.['seq'];
  if (typeof seq !== 'number') return undefined;
  const middle = db.prepare(`${folded} AND f.seq = ?`).get(seq);
  if (middle === undefined) return undefined;
  const named = sessionNames(db);
  const session = named(middle);
  const belongs = (row: StoredRow): boolean => named(row) === session;
  const pauseMs = session === undefined ? sessionPauseMs : Infinity;
  const earlier = await walk(db, middle, { way: -1, belongs, pauseMs });
  const later = await walk(db, middle, { way: 1, belongs, pauseMs });
  return {
    rows: [...earlier.rows.toReversed(), middle, ...later.rows],
    ...(session === undefined && { pauseMs }),
    before: earlier.more,
    after: later.more,
  };
}

/** What stands for the session of a call. What an app itself says in its context is escaped there, and cannot pass for it. */
function sessionNames(db: DatabaseSync): (row: StoredRow) => string | undefined {
  const context = db.prepare('SELECT context FROM legs WHERE seq = ?');
  return (row) => {
    const text = context.get(Number(row['seq']))?.['context'];
    return typeof text === 'string' ? /"session":"([^"\\]{1,200})"/.exec(text)?.[1] : undefined;
  };
}

interface Walk {
  readonly way: 1 | -1;
  readonly belongs: (row: StoredRow) => boolean;
  readonly pauseMs: number;
}

async function walk(
  db: DatabaseSync,
  start: StoredRow,
  { way, belongs, pauseMs }: Walk,
): Promise<{ rows: StoredRow[]; more: boolean }> {
  const page = db.prepare(
    `${folded} AND f.seq >= ? AND f.seq < ? AND f.client_id = ? ORDER BY f.seq ${way > 0 ? 'ASC' : 'DESC'}`,
  );
  const timeAt = db.prepare('SELECT at FROM legs WHERE seq >= ? ORDER BY seq LIMIT 1');
  // Asked for both at once, SQLite would read the whole table.
  const end = Number(db.prepare('SELECT max(seq) AS seq FROM legs').get()?.['seq'] ?? 0);
  const begin = Number(db.prepare('SELECT min(seq) AS seq FROM legs').get()?.['seq'] ?? 0);
  const rows: StoredRow[] = [];
  let last = start;
  let at = Number(start['seq']) + (way > 0 ? 1 : 0);
  for (let looked = 0; way > 0 ? at <= end : at > begin; looked += slice, at += way * slice) {
    if (looked >= mostRows) return { rows, more: true };
    const [low, high] = way > 0 ? [at, at + slice] : [at - slice, at];
    for (const row of page.all(low, high, String(start['clientId']))) {
      if (!belongs(row)) continue;
      if ((way > 0 ? pauseBetween(last, row) : pauseBetween(row, last)) > pauseMs)
        return { rows, more: false };
      if (rows.length >= mostOnASide) return { rows, more: true };
      rows.push(row);
      last = row;
    }
    // Where nobody called for so long, this app did not either.
    const edge = Number(timeAt.get(way > 0 ? high : Math.max(low, begin))?.['at'] ?? NaN);
    const quiet = way > 0 ? edge - endOf(last) : Number(last['at']) - edge - longestMs;
    if (quiet > pauseMs) return { rows, more: false };
    await nextTurn();
  }
  return { rows, more: false };
}

const endOf = (row: StoredRow): number => Number(row['at']) + Math.max(Number(row['durationMs'] ?? 0), 0);
const pauseBetween = (earlier: StoredRow, later: StoredRow): number => Number(later['at']) - endOf(earlier);
