import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LogQuery } from './log.ts';
import type { StoredRow } from './worker-messages.ts';

/** Most calls that one page holds, whatever was asked for. */
export const maxPage = 1000;
/** Most legs of one call that are shown. The road writes two; more are another program's doing. */
const maxLegs = 64;
/** Rows looked through between two turns of the worker, so that a search never holds up writing for long. */
const slice = 2000;

/**
 * The newest calls first, by the order in which they came into the log, not by their time: a clock that jumps back
 * changes nothing. Every call's legs are folded into one row, placed where its first leg is; a call of which only
 * `sent` is there is `open`. Throws what SQLite throws.
 */
export async function listCalls(db: DatabaseSync, query: LogQuery): Promise<StoredRow[]> {
  const limit = Math.min(Math.max(Math.trunc(query.limit) || 0, 1), maxPage);
  let high = numberOf(db.prepare('SELECT max(seq) AS seq FROM legs').get()?.['seq']);
  if (query.before !== undefined) {
    high =
      numberOf(db.prepare('SELECT min(seq) AS seq FROM legs WHERE call = ?').get(query.before)?.['seq']) - 1;
  }
  const { where, values } = filters(query);
  const page = db.prepare(
    `SELECT f.call, f.at, f.client_id AS clientId, f.client_name AS clientName, f.direction,
            coalesce(nullif(l.server, ''), f.server) AS server, f.method, f.name, l.outcome AS outcome,
            l.duration_ms AS durationMs, coalesce(f.args_bytes, l.args_bytes) AS argsBytes,
            l.result_bytes AS resultBytes, l.reason AS reason, coalesce(l.ruling, f.ruling) AS ruling,
            coalesce(l.found, f.found) AS found
       FROM legs f
       CROSS JOIN legs l ON l.seq = (SELECT max(x.seq) FROM legs x WHERE x.call = f.call)
      WHERE f.seq <= ? AND f.seq > ?
        AND NOT EXISTS (SELECT 1 FROM legs e WHERE e.call = f.call AND e.seq < f.seq)
        ${where}
      ORDER BY f.seq DESC LIMIT ?`,
  );
  const calls: StoredRow[] = [];
  while (high > 0 && calls.length < limit) {
    const low = Math.max(high - slice, 0);
    calls.push(...page.all(high, low, ...values, limit - calls.length));
    high = low;
    await nextTurn();
  }
  return calls;
}

/** All legs of one call in the order in which they happened; empty when the call is not in the log. */
export function showCall(db: DatabaseSync, call: string): StoredRow[] {
  return db
    .prepare(
      `SELECT seq, hash, call, leg, at, client_id AS clientId, client_name AS clientName, direction, server, method,
              name, args_digest AS argsDigest, args_bytes AS argsBytes, result_digest AS resultDigest,
              result_bytes AS resultBytes, outcome, duration_ms AS durationMs, reason, ruling, found
         FROM legs WHERE call = ? ORDER BY seq LIMIT ${maxLegs}`,
    )
    .all(call);
}

/** The conditions that a query adds, and the values they are bound to. */
function filters(query: LogQuery): { where: string; values: SQLInputValue[] } {
  const conditions: string[] = [];
  const values: SQLInputValue[] = [];
  const add = (condition: string, ...bound: SQLInputValue[]) => {
    conditions.push(`AND ${condition}`);
    values.push(...bound);
  };
  // People name an app by what they called it, programs by its identifier.
  if (query.client !== undefined) add('(f.client_id = ? OR f.client_name = ?)', query.client, query.client);
  if (query.server !== undefined) add("coalesce(nullif(l.server, ''), f.server) = ?", query.server);
  if (query.name !== undefined) add('f.name = ?', query.name);
  if (query.outcome !== undefined) add('l.outcome = ?', query.outcome);
  if (query.since !== undefined) add('f.at >= ?', query.since);
  return { where: conditions.join(' '), values };
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
