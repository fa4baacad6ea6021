import { fail, ok, type Result } from '../../../shared/result.ts';
import type { ReportQuery, ReportSpan } from '../../audit/report.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** A shorter span is shown by the hour. */
const byHour = 2 * dayMs;
/** The longest span, and so many hours or days at most. */
const longest = 366 * dayMs;

/** What a report was asked for. `until` is exclusive and now unless given. */
export interface AskedSpan {
  /** The last `weeks` weeks, today among them; 1 unless `since` is given. */
  readonly weeks?: number | undefined;
  readonly since?: number | undefined;
  readonly until?: number | undefined;
}

/**
 * The span that is meant, and the one before. Of weeks, both begin at midnight (local time) and end on the same weekday
 * at the same time of day, so that a day that is not over is held against as much of the one before.
 */
export function reportSpans(asked: AskedSpan, at: number): Result<ReportQuery> {
  const until = asked.until ?? at;
  if (Number.isNaN(new Date(until).getTime())) return fail('usage', 'This time does not exist.');
  if (asked.since === undefined) {
    const days = (asked.weeks ?? 1) * 7;
    const since = midnight(until, 1 - days);
    const [sinceBefore, untilBefore] = [shifted(since, -days), shifted(until, -days)];
    return ok({
      at,
      step: 'day',
      now: daysOf(since, until),
      past: daysOf(sinceBefore, untilBefore),
    });
  }
  const { since } = asked;
  const long = until - since;
  if (!(long > 0)) return fail('usage', 'The report ends before it begins. Give an earlier "since".');
  if (long > longest) return fail('usage', 'A report spans a year at most. Give a later "since".');
  const step = long <= byHour ? 'hour' : 'day';
  const steps = step === 'hour' ? hoursOf : daysOf;
  return ok({ at, step, now: steps(since, until), past: steps(since - long, since) });
}

/** Midnight of the day of `at`, so many days later; a midnight that a clock change leaves out is the first moment of its day. */
function midnight(at: number, days = 0): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

/** The same time of day, so many days later. */
function shifted(at: number, days: number): number {
  const date = new Date(at);
  date.setDate(date.getDate() + days);
  return date.getTime();
}

function daysOf(since: number, until: number): ReportSpan {
  const starts = [since];
  for (let next = midnight(since, 1); next < until; next = midnight(next, 1)) starts.push(next);
  return { since, until, starts };
}

function hoursOf(since: number, until: number): ReportSpan {
  const starts = [since];
  for (let next = Math.floor(since / hourMs) * hourMs + hourMs; next < until; next += hourMs)
    starts.push(next);
  return { since, until, starts };
}
