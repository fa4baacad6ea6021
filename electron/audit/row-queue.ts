import type { LegRecord } from '../../shared/model/log.ts';
import { type Cell, pushCells, width } from './row.ts';
import { type RawText, withoutText } from './texts/raw-text.ts';

/** Called once: without an error when the row is committed, with one when it is not. */
export type Then = (error?: Error) => void;

/** What the queue holds at most, rows on their way to the worker included. */
export interface QueueLimits {
  /** Rows of any kind; beyond it durable rows are refused. */
  readonly rows: number;
  /** Further rows that only rows nobody waits for may take, so that calls already under way can still end on record. */
  readonly reserve: number;
  /** UTF-16 units of text. */
  readonly chars: number;
  /** Beyond it rows come without the texts of their calls (a quarter of `chars`): no call is refused for those. */
  readonly texts?: number;
}

/** Rows per transaction: one batch keeps the worker busy for about ten milliseconds at most. */
const batchRows = 2000;

interface Batch {
  cells: Cell[];
  /** Per row: who waits; undefined for a row nobody waits for; null for one that was refused meanwhile. */
  thens: (Then | undefined | null)[];
  /** Who waits for the batch as a whole. */
  barriers: Then[];
  urgent: boolean;
  chars: number;
}

/**
 * Rows between the road and the worker. One batch is under way at a time and what arrives meanwhile forms the next,
 * so the size of a commit follows the load. Refused rows leave; rows nobody waits for stay until they are written.
 * Callbacks run in the order of their rows, after the queue's own state is settled, so they may append.
 */
export interface RowQueue {
  /** False when the queue is full and the row was not taken. */
  add(row: LegRecord, then?: Then, raw?: RawText): boolean;
  /** Calls back when everything added so far is committed, at once if it is. */
  barrier(then: Then): void;
  /** The next batch, which is under way from now on. Undefined when nothing waits or one is under way already. */
  next(): readonly Cell[] | undefined;
  /** Rows of the batch under way; 0 when there is none. */
  underWay(): number;
  /** Rows not yet committed, those under way included. */
  size(): number;
  /** Whether somebody waits for a row that is not under way, or enough rows have gathered. */
  urgent(): boolean;
  /** The batch under way is on disk. */
  committed(): void;
  /** Answers everybody who waits with the error. What is under way stays under way: it may still be written. */
  refuse(error: Error): void;
  /** The batch under way was not written: its rows that nobody waited for are first in line again. */
  requeue(): void;
}

const emptyBatch = (): Batch => ({ cells: [], thens: [], barriers: [], urgent: false, chars: 0 });

/** An empty queue. */
export function createRowQueue(limits: QueueLimits): RowQueue {
  let waiting: Batch[] = [];
  let sent: Batch | undefined;
  const { texts = limits.chars / 4 } = limits;
  let rows = 0;
  let chars = 0;

  /** The batch that takes the next row. */
  const open = (): Batch => {
    const last = waiting.at(-1);
    if (last !== undefined && last.thens.length < batchRows) return last;
    const batch = emptyBatch();
    waiting.push(batch);
    return batch;
  };

  const forget = (batch: Batch) => {
    rows -= batch.thens.length;
    chars -= batch.chars;
  };

  /** Only the rows that nobody waits for, counted anew. */
  const plainOf = (batch: Batch): Batch => {
    const kept = emptyBatch();
    kept.barriers = batch.barriers;
    for (let index = 0; index < batch.thens.length; index += 1) {
      if (batch.thens[index] !== undefined) continue;
      for (let at = index * width; at < (index + 1) * width; at += 1) {
        const cell = batch.cells[at] ?? null;
        kept.cells.push(cell);
        if (typeof cell === 'string') kept.chars += cell.length;
      }
      kept.thens.push(undefined);
    }
    return kept;
  };

  return {
    add(row, then, raw) {
      const most = then === undefined ? limits.rows + limits.reserve : limits.rows;
      if (rows >= most || chars >= limits.chars) return false;
      const batch = open();
      const whole = raw === undefined || chars < texts;
      const size = pushCells(batch.cells, row, whole ? raw : withoutText(raw));
      batch.thens.push(then);
      if (then !== undefined) batch.urgent = true;
      batch.chars += size;
      chars += size;
      rows += 1;
      return true;
    },

    barrier(then) {
      const last = waiting.at(-1) ?? sent;
      if (last === undefined) {
        then();
        return;
      }
      last.barriers.push(then);
      last.urgent = true;
    },

    next() {
      if (sent !== undefined) return undefined;
      sent = waiting.shift();
      return sent?.cells;
    },

    underWay: () => sent?.thens.length ?? 0,
    size: () => rows,
    urgent: () =>
      waiting.length > 1 ||
      (waiting[0] !== undefined && (waiting[0].urgent || waiting[0].thens.length >= 256)),

    committed() {
      if (sent === undefined) return;
      const { thens, barriers } = sent;
      forget(sent);
      sent = undefined;
      run(thens, undefined);
      run(barriers, undefined);
    },

    refuse(error) {
      const answers: (Then | undefined | null)[] = [];
      if (sent !== undefined) {
        answers.push(...sent.thens, ...sent.barriers);
        sent.thens = sent.thens.map((then) => (then === undefined ? undefined : null));
        sent.barriers = [];
      }
      const kept: Batch[] = [];
      for (const batch of waiting) {
        answers.push(...batch.thens, ...batch.barriers);
        batch.barriers = [];
        forget(batch);
        const plain = plainOf(batch);
        rows += plain.thens.length;
        chars += plain.chars;
        if (plain.thens.length > 0) kept.push(plain);
      }
      waiting = kept;
      run(answers, error);
    },

    requeue() {
      if (sent === undefined) return;
      forget(sent);
      const plain = plainOf(sent);
      sent = undefined;
      rows += plain.thens.length;
      chars += plain.chars;
      if (plain.thens.length > 0 || plain.barriers.length > 0) waiting.unshift(plain);
    },
  };
}

/** Calls everybody. One that throws has a bug; it surfaces as an uncaught exception and the others still hear. */
function run(thens: readonly (Then | undefined | null)[], error: Error | undefined): void {
  for (const then of thens) {
    try {
      then?.(error);
    } catch (bug) {
      process.nextTick(() => {
        throw bug;
      });
    }
  }
}
