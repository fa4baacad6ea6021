import type { DatabaseSync } from 'node:sqlite';
import type { StoredRow } from './worker-messages.ts';

/**
 * Every call's legs folded into one row, placed where its first leg is (`f`), with what its last leg (`l`) says; a
 * condition on `f.seq` has to follow.
 */
export const folded = `
  SELECT f.seq AS seq, f.call, f.at, f.client_id AS clientId, f.client_name AS clientName, f.direction,
         coalesce(nullif(l.server, ''), f.server) AS server, f.method, f.name, l.outcome AS outcome,
         l.duration_ms AS durationMs, coalesce(f.args_bytes, l.args_bytes) AS argsBytes,
         l.result_bytes AS resultBytes, l.reason AS reason, coalesce(l.ruling, f.ruling) AS ruling,
         coalesce(l.found, f.found) AS found
    FROM legs f
    CROSS JOIN legs l ON l.seq = (SELECT max(x.seq) FROM legs x WHERE x.call = f.call)
   WHERE NOT EXISTS (SELECT 1 FROM legs e WHERE e.call = f.call AND e.seq < f.seq)`;

/** Reads single calls by the number of their first row. */
export function foldedCall(db: DatabaseSync): { at(first: number): StoredRow | undefined } {
  const one = db.prepare(`${folded} AND f.seq = ?`);
  return { at: (first) => one.get(first) };
}
