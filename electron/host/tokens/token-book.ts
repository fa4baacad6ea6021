import type { DatabaseSync } from 'node:sqlite';
import { NO_TOKENS, type TokenCounts } from '../../../shared/model/tokens.ts';
import { dayOf } from '../reports/report-times.ts';

/** So many days are kept on which something was counted. */
export const DAYS_KEPT = 400;
/** An unclean end loses what was counted since then. */
export const FLUSH_MS = 60_000;
const MOST_APPS = 1000;

export interface TokenBookPorts {
  readonly db: DatabaseSync;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Runs it once after so many milliseconds; answers how to take that back. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** The counts could not be written; they are kept and tried again. */
  readonly fault: (error: unknown) => void;
}

/** What one AI app was given on one day, by the calendar of this computer (2026-11-27). */
export interface DayTokens extends TokenCounts {
  readonly day: string;
  readonly client: string;
}

export type TokenKind = keyof TokenCounts;

/** Counts tokens per AI app and day. Only ids of apps, days and numbers are kept. */
export interface TokenBook {
  /** Counts in memory; on disk within a minute. */
  add(client: string, kind: TokenKind, tokens: number): void;
  /** From one day to another, both of them included; what is not on disk yet, too. */
  days(from: string, to: string): DayTokens[];
  /** Writes what is not on disk yet. */
  flush(): void;
  /** The same, and counts no more. */
  close(): void;
}

type Counts = { -readonly [Kind in TokenKind]: number };

/**
 * Opens the counts. The clock may jump: a count belongs to the day that the clock shows, each write adds to what is
 * there, and old days go by how many there are and not by the date. Attack: none needed; it is an estimate, and what
 * somebody writes into the file is a wrong number in the report.
 */
export function openTokenBook({ db, now, after, fault }: TokenBookPorts): TokenBook {
  let counted = new Map<string, Counts>();
  let today = dayOf(now());
  let span = spanOf(now());
  let cancel: (() => void) | undefined;
  let closed = false;

  const add = db.prepare(
    `INSERT INTO tokens(day, client, lists, answers, saved_lists, saved_answers) VALUES(?, ?, ?, ?, ?, ?)
     ON CONFLICT(day, client) DO UPDATE SET lists = lists + excluded.lists, answers = answers + excluded.answers,
       saved_lists = saved_lists + excluded.saved_lists, saved_answers = saved_answers + excluded.saved_answers`,
  );
  const read = db.prepare(
    'SELECT day, client, lists, answers, saved_lists, saved_answers FROM tokens WHERE day >= ? AND day <= ? ORDER BY day, client',
  );
  const forget = db.prepare(
    `DELETE FROM tokens WHERE day < (SELECT min(day) FROM (SELECT DISTINCT day FROM tokens ORDER BY day DESC LIMIT ${DAYS_KEPT}))`,
  );

  function flush(): void {
    cancel?.();
    cancel = undefined;
    if (counted.size === 0) return;
    try {
      db.exec('BEGIN IMMEDIATE');
      for (const [client, one] of counted)
        add.run(today, client, one.lists, one.answers, one.savedLists, one.savedAnswers);
      forget.run();
      db.exec('COMMIT');
      counted = new Map();
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      fault(error);
      arm();
    }
  }

  function arm(): void {
    if (!closed) cancel ??= after(FLUSH_MS, flush);
  }

  /** The counts of the day that the clock shows now. */
  function turn(): void {
    const at = now();
    if (at >= span.from && at < span.until) return;
    flush();
    // What could not be written counts on the new day: better there than nowhere.
    today = dayOf(at);
    span = spanOf(at);
  }

  return {
    add(client, kind, tokens) {
      if (closed || !(tokens > 0)) return;
      turn();
      let one = counted.get(client);
      if (one === undefined) {
        if (counted.size >= MOST_APPS) return;
        one = { ...NO_TOKENS };
        counted.set(client, one);
      }
      one[kind] += tokens;
      arm();
    },
    days(from, to) {
      const found = new Map<string, DayTokens>();
      for (const row of read.all(from, to)) {
        const day = String(row['day']);
        const client = String(row['client']);
        found.set(`${day} ${client}`, {
          day,
          client,
          lists: countOf(row['lists']),
          answers: countOf(row['answers']),
          savedLists: countOf(row['saved_lists']),
          savedAnswers: countOf(row['saved_answers']),
        });
      }
      if (today >= from && today <= to)
        for (const [client, one] of counted) {
          const key = `${today} ${client}`;
          found.set(key, { day: today, client, ...sumOf(found.get(key) ?? NO_TOKENS, one) });
        }
      return [...found.values()];
    },
    flush,
    close() {
      flush();
      closed = true;
      cancel?.();
    },
  };
}

/** Both together, number by number. */
export const sumOf = (a: TokenCounts, b: TokenCounts): TokenCounts => ({
  lists: a.lists + b.lists,
  answers: a.answers + b.answers,
  savedLists: a.savedLists + b.savedLists,
  savedAnswers: a.savedAnswers + b.savedAnswers,
});

/** The file may have been changed by anybody. */
const countOf = (value: unknown): number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;

/** The local day of a time: its first moment, and that of the next. */
function spanOf(at: number): { readonly from: number; readonly until: number } {
  const date = new Date(at);
  const day = (days: number): number =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
  return { from: day(0), until: day(1) };
}
