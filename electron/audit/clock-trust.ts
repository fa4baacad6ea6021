import type { DatabaseSync } from 'node:sqlite';

const dayMs = 86_400_000;
/** A longer stretch without a checkpoint is a computer that was not used, or a clock that jumped ahead. */
const gapMs = 8 * dayMs;

/**
 * Whether the clock may say what is old. Accident: it jumps ahead by years, and everything would be older than what is
 * kept. After a stretch in which nothing was recorded, as after such a jump, nothing is removed by its age until the clock
 * has gone on from there for a day: by the times of checkpoints, which stay over a restart, or in this run by a clock that
 * nobody sets. `now`: milliseconds since the epoch; `monotonic`: milliseconds.
 */
export function clockTrust(
  db: DatabaseSync,
  now: () => number,
  monotonic: () => number,
): { readonly settled: () => boolean } {
  const times = db.prepare('SELECT at FROM checkpoints ORDER BY n');
  times.setReturnArrays(true);
  let doubtedSince: number | undefined;

  /** When recording went on after the last such stretch; undefined when there was none. */
  const resumedAt = (at: number): number | undefined => {
    let before: number | undefined;
    let resumed: number | undefined;
    const found: unknown[] = times.all();
    for (const row of [...found, [at]]) {
      const time = Number(Array.isArray(row) ? row[0] : Number.NaN);
      if (before !== undefined && time - before > gapMs) resumed = time;
      before = time;
    }
    return resumed;
  };

  return {
    settled() {
      const at = now();
      const resumed = resumedAt(at);
      // A clock that was set back since has nothing that is too old.
      if (resumed === undefined || at - resumed >= dayMs || at < resumed) {
        doubtedSince = undefined;
        return true;
      }
      doubtedSince ??= monotonic();
      return monotonic() - doubtedSince >= dayMs;
    },
  };
}
