import { fsync, openSync, closeSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { LogAnchor } from './anchor.ts';
import { clockTrust } from './clock-trust.ts';
import type { Keeper } from './keeper.ts';
import type { SearchIndex } from './search-index.ts';
import type { Keep } from './worker-messages.ts';

/** What is done beside the road, in steps of a few milliseconds with room between them. */
export interface Chores {
  /** Something was written. */
  stir(): void;
  /** How much is kept from now on. */
  keep(keep: Keep): void;
  /** While `reading` runs, no row is removed. */
  during<T>(reading: () => Promise<T>): Promise<T>;
  /** Ends them; nothing is done any more. */
  end(): void;
}

/** What the chores work on. */
export interface ChorePorts {
  readonly db: DatabaseSync;
  readonly file: string;
  readonly keeper: Keeper;
  readonly index: SearchIndex | undefined;
  /** Whether rows are being exported. */
  readonly exporting: () => boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly onReached: (anchor: LogAnchor) => void;
  /** What was found when the log was opened is noted only now, for the disk would not take it then. */
  readonly onBegun: (notice: string | undefined) => void;
}

/** Between two steps while there is more to do: what is to be written comes first. */
const pauseMs = 15;
/** From a row to the first step after it: one step for many rows costs a fraction of a step for each few. */
const settleMs = 250;
/** For so long at most, the index waits for the end of a burst of calls: filling it takes from what is on the road. */
const patienceMs = 2000;
/** Rows that the index takes in at once. */
const fillRows = 400;
/** How often it is looked whether a checkpoint is due or something is old. */
const lookMs = 2000;
/** The keychain is not written more often. */
const reachMs = 5000;
const dayMs = 86_400_000;
const megabyte = 1024 * 1024;

/** Starts the chores of an open log. What goes wrong in one is tried again later: none of them may stop the log. */
export function startChores(ports: ChorePorts): Chores {
  const { db, keeper, index, now } = ports;
  const clock = clockTrust(db, now, () => performance.now());
  let keep: Keep = {};
  let readers = 0;
  let next: NodeJS.Timeout | undefined;
  let reachedAt = -Infinity;
  let noted: LogAnchor = { seq: -1, hash: '', n: -1 };
  let ended = false;
  let writtenAt = -Infinity;
  /** Since when the index is behind; undefined: it is not. */
  let behindSince: number | undefined;

  const pragma = (name: string): number => Number(db.prepare(`PRAGMA ${name}`).get()?.[name] ?? 0);
  const bytes = (): number =>
    (pragma('page_count') - pragma('freelist_count')) * pragma('page_size') + (index?.bytes() ?? 0);

  /** One piece of what is too old or too much; false when there is none. */
  const retire = (): boolean => {
    if (readers > 0 || ports.exporting()) return false;
    const before = keep.days === undefined || !clock.settled() ? undefined : now() - keep.days * dayMs;
    const tooMuch = keep.megabytes !== undefined && bytes() > keep.megabytes * megabyte;
    if (before === undefined && !tooMuch) return false;
    if (keeper.cut(({ at }) => tooMuch || (before !== undefined && at < before)) > 0) return true;
    return false;
  };
  const forget = (): boolean => {
    const first = Number(db.prepare('SELECT min(seq) AS first FROM legs').get()?.['first'] ?? 1);
    if (first > 1 && index?.forget(first) === true) return true;
    if (pragma('freelist_count') < 256 || pragma('auto_vacuum') !== 2) return false;
    db.exec('PRAGMA incremental_vacuum(256)');
    return true;
  };

  /** Tells how far the log has come, once that is safe on the disk. */
  const reach = (): void => {
    if (!keeper.begun()) return;
    const anchor = keeper.reached();
    if (anchor.n === 0 || (anchor.seq === noted.seq && anchor.n === noted.n)) return;
    if (performance.now() - reachedAt < reachMs) return;
    reachedAt = performance.now();
    onDisk([`${ports.file}-wal`, ports.file], (well) => {
      if (!well || ended) return;
      noted = anchor;
      ports.onReached(anchor);
    });
  };

  /** One piece of the index; false when there is none, or when it waits. */
  const fill = (): boolean => {
    const at = performance.now();
    if (behindSince !== undefined && at - writtenAt < settleMs && at - behindSince < patienceMs) return false;
    if (index?.fill(fillRows) === true) return true;
    behindSince = undefined;
    return false;
  };

  const steps: readonly (() => boolean)[] = [
    () => {
      if (!keeper.begun()) ports.onBegun(keeper.begin());
      if (keeper.due()) keeper.mark('mark');
      return false;
    },
    retire,
    forget,
    fill,
    () => {
      reach();
      return false;
    },
  ];

  const work = (): void => {
    next = undefined;
    let more = false;
    for (const step of steps) {
      try {
        more = step() || more;
      } catch {
        // A full or failing disk: writing tells of it, and this comes again.
      }
    }
    if (more) soon();
    else if (behindSince !== undefined) after(settleMs);
  };
  const after = (ms: number): void => {
    if (!ended) next ??= setTimeout(work, ms);
  };
  const soon = (): void => after(pauseMs);
  const look = setInterval(soon, lookMs);
  soon();

  return {
    stir() {
      writtenAt = performance.now();
      behindSince ??= writtenAt;
      after(settleMs);
    },
    keep(given) {
      keep = given;
      soon();
    },
    async during(reading) {
      readers += 1;
      try {
        return await reading();
      } finally {
        readers -= 1;
      }
    },
    end() {
      ended = true;
      clearInterval(look);
      clearTimeout(next);
    },
  };
}

/** Waits until files are on the disk and not only in memory; those that are not there are not waited for. */
function onDisk(files: readonly string[], then: (well: boolean) => void): void {
  const [file, ...rest] = files;
  if (file === undefined) {
    then(true);
    return;
  }
  let fd: number;
  try {
    fd = openSync(file, 'r+');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    // What could not be opened for another reason may be there, and not on the disk.
    if (isMissing) onDisk(rest, then);
    else then(false);
    return;
  }
  fsync(fd, (error) => {
    try {
      closeSync(fd);
    } catch {
      // It was written through, or that failed, before.
    }
    if (error === null) onDisk(rest, then);
    else then(false);
  });
}
