import { NO_TOKENS, type TokenCounts, type TokenReport } from '../../../shared/model/tokens.ts';
import { dayOf } from '../reports/report-times.ts';
import { type DayTokens, sumOf, type TokenBook } from './token-book.ts';

/** Apps by name; the others are only in the sums. */
const MOST_APPS = 20;

/**
 * Sums up the whole days of a span, beside as many days before. Milliseconds since the epoch, `until` exclusive; `nameOf`
 * gives the name of an AI app, undefined when it is not there any more.
 */
export function tokenReport(
  book: Pick<TokenBook, 'days'>,
  { since, until }: { readonly since: number; readonly until: number },
  nameOf: (client: string) => string | undefined,
): TokenReport {
  const days = daysOf(since, until);
  const past = daysBefore(days[0] ?? since, days.length);
  const rows = book.days(dayOf(past[0] ?? since), dayOf(days.at(-1) ?? until));
  const byDay = Map.groupBy(rows, ({ day }) => day);
  const on = (at: number): DayTokens[] => byDay.get(dayOf(at)) ?? [];
  const now = days.flatMap(on);
  const before = past.flatMap(on);
  const clients = new Map<string, { counts: TokenCounts; before: number }>();
  const of = (client: string) => {
    let one = clients.get(client);
    if (one === undefined) clients.set(client, (one = { counts: NO_TOKENS, before: 0 }));
    return one;
  };
  for (const row of now) {
    const one = of(row.client);
    one.counts = sumOf(one.counts, row);
  }
  for (const row of before) of(row.client).before += given(row);
  return {
    now: total(now),
    past: total(before),
    apps: [...clients]
      .map(([id, one]) => ({ id, name: nameOf(id) ?? '', ...one.counts, before: one.before }))
      .toSorted((a, b) => given(b) - given(a) || b.before - a.before || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_APPS),
    days: days.map((at, place) => ({ at, ...total(on(at)), before: given(total(on(past[place] ?? at))) })),
  };
}

const given = ({ lists, answers }: TokenCounts): number => lists + answers;
const total = (rows: readonly DayTokens[]): TokenCounts => rows.reduce<TokenCounts>(sumOf, NO_TOKENS);

/** Noon of each local day of a span: no change of the clock moves it to another day. */
function daysOf(since: number, until: number): number[] {
  const last = dayOf(Math.max(since, until - 1));
  const days = [noon(since, 0)];
  while (dayOf(days.at(-1) as number) < last) days.push(noon(days.at(-1) as number, 1));
  return days;
}

function daysBefore(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, place) => noon(first, place - count));
}

function noon(at: number, days: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 12).getTime();
}
