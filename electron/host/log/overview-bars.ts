import type { LogOverview, OverviewBar } from '../../../shared/model/history.ts';
import type { Outcome } from '../../../shared/model/log.ts';
import type { OverviewCounts } from '../../audit/overview.ts';
import { quarterMs } from '../../audit/quarter.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Up to so long, bars are hours; up to so long, days; and longer than that, months. One day is so long at most. */
const byHour = 26 * hourMs;
const byDay = 100 * dayMs;
/** Older calls have no bar: they are of a clock that was wrong, or nobody asked about a time. */
const longest = 10 * 366 * dayMs;

type Step = LogOverview['step'];

/** Midnight of the day of `at`; one that a clock change leaves out is the first moment of its day. */
const dayOf = (at: number, days = 0): number => {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
};
const monthOf = (at: number, months = 0): number => {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth() + months).getTime();
};
/** The beginning of the hour that the clock shows at `at`, or of what a clock change left of it. */
const hourOf = (at: number): number => {
  const date = new Date(at);
  return at - ((date.getMinutes() * 60 + date.getSeconds()) * 1000 + date.getMilliseconds());
};

function nextOf(at: number, step: Step): number {
  if (step === 'month') return monthOf(at, 1);
  if (step === 'day') return dayOf(at, 1);
  // Where clocks are put back or on by half an hour, the hour that the clock shows then may have begun before `at`.
  const next = hourOf(at + hourMs);
  return next > at ? next : at + hourMs;
}

/**
 * Counts as bars of the local calendar. Without `since` they begin with the day or month of the oldest call that
 * matches, without `until` they end now. Both ends of a span may lie within a bar, which is then counted in part.
 */
export function barsOf(
  { begins, counts }: OverviewCounts,
  asked: { readonly since?: number | undefined; readonly until?: number | undefined },
  now: number,
): LogOverview {
  const until = asked.until ?? now + 1;
  const known = counts.map(({ quarter }) => quarter * quarterMs).filter((at) => at < until);
  const oldest = known.reduce((least, at) => Math.min(least, at), begins ?? until);
  const from = Math.max(asked.since ?? Math.min(oldest, until - 1), until - longest);
  const long = until - from;
  const step: Step = long <= byHour ? 'hour' : long <= byDay ? 'day' : 'month';
  const since = asked.since !== undefined && asked.since >= from ? asked.since : startOf(from, step);

  const bars: OverviewBar[] = [{ at: since, calls: 0, outcomes: none() }];
  for (let at = nextOf(since, step); at < until; at = nextOf(at, step))
    bars.push({ at, calls: 0, outcomes: none() });
  let calls = 0;
  for (const count of counts) {
    calls += count.calls;
    // A quarter in which the span begins has only calls within the span.
    const at = Math.max(count.quarter * quarterMs, asked.since ?? -Infinity);
    const bar = at < since || at >= until ? undefined : bars[placeOf(bars, at)];
    if (bar === undefined) continue;
    bar.calls += count.calls;
    bar.outcomes[outcomeOf(count.outcome)] += count.calls;
  }
  return { step, since, until, calls, bars };
}

const startOf = (at: number, step: Step): number =>
  step === 'month' ? monthOf(at) : step === 'day' ? dayOf(at) : hourOf(at);

const none = (): Record<Outcome, number> => ({
  ok: 0,
  'tool-error': 0,
  error: 0,
  refused: 0,
  failed: 0,
  cancelled: 0,
  open: 0,
});

/** What a row says that Doorward would never write counts as a failure. */
const outcomeOf = (text: string): Outcome => (Object.hasOwn(none(), text) ? (text as Outcome) : 'failed');

/** The last bar that is not behind `at`. */
function placeOf(bars: readonly OverviewBar[], at: number): number {
  let [low, high] = [0, bars.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((bars[middle]?.at ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}
