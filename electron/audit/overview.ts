import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { folded } from './folded-call.ts';
import { type Fields, fieldsOf, filters } from './query.ts';
import { quarterMs } from './quarter.ts';
import type { Count, SearchIndex } from './search-index.ts';
import { askedWords, hasWords, matchOf } from './search-words.ts';
import type { StoredRow } from './worker-messages.ts';

/** Which calls are counted. */
export interface OverviewQuery extends Fields {
  /** Words, each of which begins a word of the call's texts. */
  readonly search?: string;
}

/** What was counted: nothing of it is about a single call. */
export interface OverviewCounts {
  /** When the oldest row of the log was written; absent when there is none. */
  readonly begins?: number;
  readonly counts: readonly Count[];
}

/** Rows that the index counts, and rows that are read one by one, between two turns of the worker. */
const counted = 10_000;
const slice = 250;
/** Calls without an end that are looked at; there are few. */
const maxUnfinished = 10_000;
/** Every time that a number can hold. */
const ever = { since: Number.MIN_SAFE_INTEGER, until: Number.MAX_SAFE_INTEGER };

/** Counts one after the other, so that many who ask at once never take the worker from the road. */
export function createOverviews(
  db: DatabaseSync,
  index?: SearchIndex,
): { count(query: OverviewQuery): Promise<OverviewCounts> } {
  let last: Promise<unknown> = Promise.resolve();
  return {
    count(query) {
      const made = last.then(() => countCalls(db, query, index));
      last = made.catch(() => undefined);
      return made;
    },
  };
}

/**
 * Counts the calls that are in the log when it begins, each once, at the time of its first leg, with what its last leg
 * says. With an index the ended ones that it knows are counted there and not read; all others are read. Throws what
 * SQLite throws.
 */
export async function countCalls(
  db: DatabaseSync,
  query: OverviewQuery,
  index?: SearchIndex,
): Promise<OverviewCounts> {
  const first = db.prepare('SELECT seq, at FROM legs ORDER BY seq LIMIT 1').get();
  const newest = db.prepare('SELECT seq FROM legs ORDER BY seq DESC LIMIT 1').get();
  if (first === undefined) return { counts: [] };
  const begins = Number(first['at']);
  const tally = createTally();
  const words = askedWords(query.search ?? '');
  const { where, values } = filters(query);
  const read = (row: StoredRow): void => {
    if (hasWords(row, words)) tally.add(Math.trunc(Number(row['at']) / quarterMs), String(row['outcome']), 1);
  };

  let low = Number(first['seq']);
  let high = Number(newest?.['seq']);
  if (index !== undefined) {
    if (query.since !== undefined) low = Math.max(low, index.since(query.since));
    if (query.until !== undefined) high = Math.min(high, index.until(query.until) ?? high);
  }
  let from = low;
  const match = matchOf(fieldsOf(query), words);
  if (index?.counts({ match, low: 0, high: 0, endedBy: 0, ...ever }) !== undefined) {
    // What ends from now on would be counted twice.
    const endedBy = index.upTo();
    from = Math.max(low, Math.min(endedBy, high) + 1);
    const one = db.prepare(`${folded} AND f.seq = ? ${where}`);
    const open = index.unfinished(from, maxUnfinished).filter((call) => call >= low);
    for (const [place, call] of open.entries()) {
      const row = one.get(call, ...values);
      if (row !== undefined) read(row);
      if (place % slice === slice - 1) await nextTurn();
    }
    const span = { ...ever, ...(query.since !== undefined && { since: query.since }) };
    const until = query.until ?? ever.until;
    for (let at = low; at < from; at += counted) {
      const of = { match, low: at, high: Math.min(at + counted, from), endedBy, ...span, until };
      for (const { quarter, outcome, calls } of index.counts(of) ?? []) tally.add(quarter, outcome, calls);
      await nextTurn();
    }
  }

  const page = db.prepare(`${folded} AND f.seq >= ? AND f.seq < ? ${where}`);
  for (; from <= high; from += slice) {
    for (const row of page.all(from, Math.min(from + slice, high + 1), ...values)) read(row);
    await nextTurn();
  }
  return { begins, counts: tally.counts() };
}

function createTally() {
  const byQuarter = new Map<number, Map<string, number>>();
  return {
    add(quarter: number, outcome: string, calls: number): void {
      const here = byQuarter.get(quarter) ?? new Map<string, number>();
      byQuarter.set(quarter, here.set(outcome, (here.get(outcome) ?? 0) + calls));
    },
    counts: (): Count[] =>
      [...byQuarter].flatMap(([quarter, all]) =>
        Array.from(all, ([outcome, calls]) => ({ quarter, outcome, calls })),
      ),
  };
}
