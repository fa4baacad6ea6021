import { backOffMs } from './back-off.ts';
import type { Page, Place } from './read-rows.ts';
import { isNotable, type SentRow } from './sent-row.ts';
import type { SendResult } from './transport.ts';

/** How far a destination has come. This is all that is kept of a queue: the rows themselves lie in the log. */
export interface Progress {
  readonly place: Place;
  /** Rows that it took, that it will not take, and that were gone before they could be sent. */
  readonly sent: number;
  readonly refused: number;
  readonly lost: number;
  /** When it last took some: milliseconds since the epoch. */
  readonly lastAt?: number;
}

/** How sending goes at present. It is forgotten at the end of a run, which costs nothing but a first attempt. */
export interface Attempts {
  /** Failures in a row. */
  readonly failures: number;
  /** Rows that are sent at once. */
  readonly size: number;
  /**
   * A row was not taken, even alone. `test`: a record of ours tells whether that is the row's fault. `again`: that one was
   * taken, and the row has its last chance. No other row could tell: whoever made one that is not taken can make many.
   */
  readonly probing: false | 'test' | 'again';
  readonly trouble?: string;
}

/** Most rows that are sent at once. */
export const mostRows = 256;

/** A destination that nothing was sent to yet. */
export const begun = (place: Place): Progress => ({ place, sent: 0, refused: 0, lost: 0 });
/** No attempt yet. */
export const fresh: Attempts = { failures: 0, size: mostRows, probing: false };

/** What is to be sent of a page: everything, what is notable, or, while probing, one record alone. */
export function batchOf(
  page: Page,
  what: 'all' | 'notable',
  { probing }: Attempts,
  test: () => SentRow,
): readonly SentRow[] {
  const wanted = what === 'all' ? page.rows : page.rows.filter(isNotable);
  return probing === 'test' && wanted.length > 0 ? [test()] : wanted;
}

/** The place behind a page of which nothing is to be sent. */
export const passed = (progress: Progress, page: Page): Progress => ({
  ...progress,
  place: page.to,
  lost: progress.lost + page.lost,
});

/** What follows from what became of a batch; `waitMs` is 0 when it goes on at once. */
export interface Outcome {
  readonly progress: Progress;
  readonly attempts: Attempts;
  readonly waitMs: number;
}

/**
 * One step. A place only moves behind rows that are known to be there, or that are known to be unfit: a row is unfit when
 * it was not taken alone, a test record was, and then it was not again. When neither is taken the fault is not the
 * row's, and nothing moves, so that a collector with a wrong address or a wrong key never eats the log.
 */
export function after(
  before: { readonly progress: Progress; readonly attempts: Attempts },
  page: Page,
  batch: readonly SentRow[],
  result: SendResult,
  ports: { readonly now: number; readonly random: () => number },
): Outcome {
  const { progress, attempts } = before;
  const { failures, size, probing } = attempts;
  if (result.kind === 'taken' && probing === 'test') {
    const { trouble } = attempts;
    return {
      progress,
      attempts: { failures, size: 1, probing: 'again', ...(trouble === undefined ? {} : { trouble }) },
      waitMs: 0,
    };
  }
  if (result.kind === 'taken' || (result.kind === 'unfit' && probing === 'again')) {
    const note = result.kind === 'taken' ? result.note : result.sentence;
    const rows = batch.length;
    const refused = result.kind === 'taken' ? Math.min(result.refused, rows) : rows;
    return {
      progress: {
        place: page.to,
        sent: progress.sent + rows - refused,
        refused: progress.refused + refused,
        lost: progress.lost + page.lost,
        lastAt: ports.now,
      },
      attempts: {
        failures: 0,
        size: Math.min(size * 2, mostRows),
        probing: false,
        ...(note === undefined ? {} : { trouble: note }),
      },
      waitMs: 0,
    };
  }
  if (result.kind === 'unfit' && probing === false) {
    const trouble = result.sentence;
    // Fewer rows first: among many the one that is unfit is found by halves.
    if (batch.length > 1)
      return {
        progress,
        attempts: { failures, size: Math.ceil(batch.length / 2), probing, trouble },
        waitMs: 0,
      };
    return { progress, attempts: { failures, size: 1, probing: 'test', trouble }, waitMs: 0 };
  }
  const asked = result.kind === 'failed' ? (result.askedMs ?? 0) : 0;
  return {
    progress,
    attempts: { failures: failures + 1, size, probing: false, trouble: result.sentence },
    waitMs: backOffMs(failures + 1, ports.random, asked),
  };
}

/** Rows to read for the next batch. */
export const rowsToRead = ({ size, probing }: Attempts): number => (probing === false ? size : 1);
