import type { Latency } from '../../shared/model/report.ts';

/** Each bucket ends 2 % behind the one before, so that its middle is within 1 % of whatever is in it. */
const growth = Math.log(1.02);
/** A microsecond; what is quicker counts as that. */
const least = 0.001;
/** About a month. */
const buckets = 1500;

/** How often something took how long, in little room whatever comes. */
export interface Histogram {
  /** Milliseconds. What is no duration is not counted. */
  add(ms: number): void;
  /** Undefined when there is nothing in it. */
  latency(): Latency | undefined;
}

/** An empty histogram. */
export function createHistogram(): Histogram {
  const counts = new Map<number, number>();
  let calls = 0;
  let [low, high] = [Infinity, 0];

  /** The value of rank `share`, and never one beyond what was seen. */
  const quantile = (share: number): number => {
    const rank = Math.max(Math.ceil(share * calls), 1);
    let seen = 0;
    let bucket = 0;
    for (const [place, count] of [...counts].toSorted(([a], [b]) => a - b)) {
      seen += count;
      bucket = place;
      if (seen >= rank) break;
    }
    const middle = least * Math.exp((bucket + 0.5) * growth);
    return Math.round(Math.min(Math.max(middle, low), high) * 1000) / 1000;
  };

  return {
    add(ms) {
      if (!Number.isFinite(ms) || ms < 0) return;
      const place = Math.min(Math.floor(Math.log(Math.max(ms, least) / least) / growth), buckets);
      counts.set(place, (counts.get(place) ?? 0) + 1);
      calls += 1;
      low = Math.min(low, ms);
      high = Math.max(high, ms);
    },
    latency: () =>
      calls === 0 ? undefined : { calls, p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99) },
  };
}
