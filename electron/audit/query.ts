import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { troubles } from '../../shared/model/history.ts';
import { folded } from './folded-call.ts';
import type { LogQuery } from './log.ts';
import type { SearchIndex } from './search-index.ts';
import { askedWords, effectIn, fieldWord, hasWords, matchOf } from './search-words.ts';
import type { StoredRow } from './worker-messages.ts';

/** Most calls that one page holds, whatever was asked for. */
export const maxPage = 1000;
/** Most legs of one call that are shown. The road writes two; more are another program's doing. */
const maxLegs = 64;
/** Rows looked through between two turns of the worker, so that a search never holds up writing for long. */
const slice = 2000;
/** Calls that the index names, looked at between two turns. */
const named = 250;

/**
 * The newest calls first, by the order in which they came into the log, not by their time: a clock that jumps back
 * changes nothing. Every call's legs are folded into one row, placed where its first leg is; a call of which only
 * `sent` is there is `open`. With an index, what it has taken in is found by it, and what is newer is looked through;
 * without one everything is looked through. Throws what SQLite throws.
 */
export async function listCalls(
  db: DatabaseSync,
  query: LogQuery,
  index?: SearchIndex,
): Promise<StoredRow[]> {
  const limit = Math.min(Math.max(Math.trunc(query.limit) || 0, 1), maxPage);
  // Asked for both at once, SQLite would read the whole table.
  let high = numberOf(db.prepare('SELECT max(seq) AS seq FROM legs').get()?.['seq']);
  if (query.before !== undefined) {
    high =
      numberOf(db.prepare('SELECT min(seq) AS seq FROM legs WHERE call = ?').get(query.before)?.['seq']) - 1;
  }
  let low = Math.max(numberOf(db.prepare('SELECT min(seq) AS seq FROM legs').get()?.['seq']), 1);
  if (index !== undefined && query.until !== undefined)
    high = Math.min(high, index.until(query.until) ?? high);
  if (index !== undefined && query.since !== undefined) low = Math.max(low, index.since(query.since));

  const { where, values } = filters(query);
  const words = askedWords(query.search ?? '');
  const match = matchOf(fieldsOf(query), words);
  const quick = match !== undefined && index?.matching(match, 0, 1) !== undefined ? index : undefined;
  const calls: StoredRow[] = [];
  const add = (found: readonly StoredRow[]) => {
    for (const { seq: _, ...call } of found)
      if (calls.length < limit && hasWords(call, words)) calls.push(call);
  };

  const page = db.prepare(`${folded} AND f.seq <= ? AND f.seq > ? ${where} ORDER BY f.seq DESC LIMIT ?`);
  const floor = Math.max(low - 1, quick?.upTo() ?? 0);
  while (high > floor && calls.length < limit) {
    const next = Math.max(high - slice, floor);
    // Words are judged here, not by the database, so as many as there are have to come.
    add(page.all(high, next, ...values, words.length > 0 ? slice : limit - calls.length));
    high = next;
    await nextTurn();
  }
  if (quick === undefined || match === undefined) return calls;

  const one = db.prepare(`${folded} AND f.seq = ? ${where}`);
  let below = high + 1;
  while (calls.length < limit) {
    const most = Math.max(limit - calls.length, named);
    const ended = quick.matching(match, below, most) ?? [];
    const open = quick.unfinished(below, most);
    // Of two lists only what is above the lower of their ends is known to be whole.
    const whole = Math.max(
      ended.length === most ? (ended.at(-1) ?? 0) : 0,
      open.length === most ? (open.at(-1) ?? 0) : 0,
    );
    const firsts = [...new Set([...ended, ...open])].toSorted((a, b) => b - a);
    for (const first of firsts) {
      if (first < Math.max(whole, low) || calls.length >= limit) break;
      const call = one.get(first, ...values);
      if (call !== undefined) add([call]);
    }
    if (whole <= low) break;
    below = whole;
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
              result_bytes AS resultBytes, outcome, duration_ms AS durationMs, reason, ruling, found,
              context, text
         FROM legs WHERE call = ? ORDER BY seq LIMIT ${maxLegs}`,
    )
    .all(call);
}

/** Most calls of earlier runs without an end that are told of at once. */
const maxUnfinished = 10_000;

/** Calls up to row `upTo` of which only `sent` is there, oldest first: the computer or Doorward ended before they did. */
export async function unfinishedCalls(
  db: DatabaseSync,
  upTo: number,
  index: SearchIndex | undefined,
): Promise<StoredRow[]> {
  const one = db.prepare(`${folded} AND f.seq = ? AND l.leg = 'sent'`);
  if (index !== undefined) {
    while (index.fill(slice) && index.upTo() < upTo) await nextTurn();
    return index
      .unfinished(upTo + 1, maxUnfinished)
      .toReversed()
      .flatMap((first) => {
        const call = one.get(first);
        return call === undefined ? [] : [call];
      });
  }
  const page = db.prepare(
    `SELECT f.seq AS seq FROM legs f WHERE f.seq > ? AND f.seq <= ? AND f.leg = 'sent'
        AND NOT EXISTS (SELECT 1 FROM legs l WHERE l.call = f.call AND l.leg <> 'sent')`,
  );
  const calls: StoredRow[] = [];
  for (let low = 0; low < upTo && calls.length < maxUnfinished; low += slice) {
    for (const { seq } of page.all(low, Math.min(low + slice, upTo))) {
      const call = one.get(numberOf(seq));
      if (call !== undefined) calls.push(call);
    }
    await nextTurn();
  }
  return calls;
}

/** What of a query is about single calls. */
export type Fields = Omit<LogQuery, 'limit' | 'before' | 'search'>;

/** The conditions that a query adds, and the values they are bound to. */
export function filters(query: Fields): { where: string; values: SQLInputValue[] } {
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
  if (query.outcome === 'trouble') add(`l.outcome IN (${troubles.map(() => '?').join(', ')})`, ...troubles);
  else if (query.outcome !== undefined) add('l.outcome = ?', query.outcome);
  if (query.effect !== undefined)
    add("instr(coalesce(l.ruling, f.ruling, ''), ?) > 0", effectIn(query.effect));
  if (query.found === true) add('coalesce(l.found, f.found) IS NOT NULL');
  if (query.since !== undefined) add('f.at >= ?', query.since);
  if (query.until !== undefined) add('f.at < ?', query.until);
  return { where: conditions.join(' '), values };
}

/** The same for the index, of what it knows. */
export const fieldsOf = (query: Fields): string[] => [
  ...(['client', 'server', 'name', 'outcome', 'effect'] as const).flatMap((field) => {
    const value = query[field];
    return value === undefined ? [] : [fieldWord(field, value)];
  }),
  ...(query.found === true ? [fieldWord('found', '')] : []),
];

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
