import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Finding } from './findings.ts';
import { chainHash } from './row.ts';

/** A row as it was read: its number, its hash, its cells. */
export interface ReadRow {
  readonly seq: unknown;
  readonly hash: unknown;
  readonly cells: readonly unknown[];
}

/** Reads rows in the order of their numbers, `limit` of them behind `after` and up to `end`. */
export function rowReader(
  db: DatabaseSync,
  columns: readonly string[],
  width: number,
): (after: number, end: number, limit: number) => ReadRow[] {
  const page = db.prepare(
    `SELECT seq, hash, ${columns.join(', ')} FROM legs WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?`,
  );
  page.setReturnArrays(true);
  const missing = Array.from({ length: width - columns.length }, () => null);
  return (after, end, limit) => {
    const found: unknown[] = page.all(after, end, limit);
    return found.map((row) => {
      const [seq, hash, ...cells]: unknown[] = Array.isArray(row) ? row : [];
      return { seq, hash, cells: missing.length === 0 ? cells : [...cells, ...missing] };
    });
  };
}

/**
 * What happened to row `expected`, in whose place `found` was: gone, somewhere else, pushed aside by a row that was
 * put in, or changed. It looks for the row through the whole log, in slices between which other work runs.
 */
export async function diagnose(
  read: ReturnType<typeof rowReader>,
  expected: number,
  previous: string,
  found: ReadRow,
  slice: number,
): Promise<Finding> {
  const firstBad = expected;
  if (typeof found.seq !== 'number' || found.seq < expected) return { problem: 'added', firstBad };
  let after = expected;
  for (;;) {
    const rows = read(after, Number.MAX_SAFE_INTEGER, slice);
    for (const row of rows) {
      if (row.hash !== chainHash(previous, expected, row.cells)) continue;
      const swapped = found.seq === expected && found.hash === chainHash(row.hash, expected + 1, found.cells);
      const pushed = found.seq === expected && row.seq === expected + 1 && !swapped;
      return { problem: pushed ? 'added' : 'reordered', firstBad };
    }
    if (rows.length < slice) return { problem: found.seq > expected ? 'deleted' : 'changed', firstBad };
    after = Number(rows.at(-1)?.seq);
    await nextTurn();
  }
}
