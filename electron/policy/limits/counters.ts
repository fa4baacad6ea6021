import type { Limit, LimitMost, LimitUse } from '../../../shared/model/limits.ts';
import { MICRO } from './amounts.ts';
import type { Day, SpentToday } from './spent.ts';
import { type BucketSize, TokenBucket } from './token-bucket.ts';

/** The clocks of limits. */
export interface LimitClock {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly today: () => Day;
  /** Milliseconds since the epoch, for what is left of a day. */
  readonly clock: () => number;
}

/**
 * Why a call does not fit. `freeInMs`: when one will; absent: when a running one ends. `never`: this one is above the
 * whole. `unknown`: what was used up is lost. `unread`: what it costs cannot be read.
 */
export interface Full {
  readonly why: 'full' | 'never' | 'unknown' | 'unread';
  readonly freeInMs?: number;
}

export type Over = (sent: boolean) => void;

/** What one limit counts; each `key` is counted by itself. */
export interface Counter {
  /** Undefined: it fits. `amount`: in millionths; undefined when it cannot be read. */
  full(key: string, amount: number | undefined): Full | undefined;
  /**
   * Counts a call that fits; gives back what ends that, once: the call is over, and was sent or not. Throws, and has
   * counted nothing, when it cannot be kept.
   */
  take(key: string, amount: number): Over;
  use(): LimitUse[];
}

/** What is beyond is counted together: names of tools are the AI app's choice, and memory is not its to fill. */
const MAX_KEYS = 2000;
const OTHERS = '(others)';
const PERIOD_MS = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const MOST_SHOWN = 20;

/** The counter of a limit; one that counted for it before, in the same manner, goes on. */
export function counterFor(
  { id, most }: Limit,
  clock: LimitClock,
  spent: SpentToday,
  before: Counter | undefined,
): Counter {
  if (most.kind === 'rate') {
    const old = before instanceof Rates ? before : undefined;
    return new Rates(most, clock, old?.buckets);
  }
  if (most.kind === 'at-once') {
    const old = before instanceof Places ? before : undefined;
    return new Places(most.calls, old?.taken);
  }
  return new Budget(id, most, clock, spent);
}

const sorted = (uses: LimitUse[]): LimitUse[] =>
  uses.toSorted((a, b) => b.used / b.most - a.used / a.most).slice(0, MOST_SHOWN);

class Rates implements Counter {
  readonly buckets: Map<string, TokenBucket>;
  readonly #size: BucketSize;
  readonly #clock: LimitClock;

  constructor(
    { calls, per, burst = calls }: Extract<LimitMost, { kind: 'rate' }>,
    clock: LimitClock,
    buckets: Map<string, TokenBucket> = new Map<string, TokenBucket>(),
  ) {
    this.buckets = buckets;
    this.#size = { intervalMs: PERIOD_MS[per] / calls, burst };
    this.#clock = clock;
  }

  full(key: string): Full | undefined {
    const freeInMs = this.#of(key).wait(this.#size, this.#clock.now());
    return freeInMs === 0 ? undefined : { why: 'full', freeInMs };
  }

  take(key: string): Over {
    const bucket = this.#of(key);
    bucket.take(this.#size, this.#clock.now());
    return (sent) => {
      if (!sent) bucket.giveBack(this.#size);
    };
  }

  use(): LimitUse[] {
    const now = this.#clock.now();
    return sorted(
      [...this.buckets].flatMap(([of, bucket]) => {
        const used = Math.min(this.#size.burst, bucket.missing(this.#size, now));
        const freeInMs = Math.ceil(bucket.wait(this.#size, now));
        return used === 0 ? [] : [{ of, used, most: this.#size.burst, what: 'calls' as const, freeInMs }];
      }),
    );
  }

  #of(key: string): TokenBucket {
    const known = this.buckets.get(key);
    if (known !== undefined) return known;
    if (this.buckets.size >= MAX_KEYS) {
      const now = this.#clock.now();
      // A full one says as much as none.
      for (const [one, bucket] of this.buckets) if (bucket.isFull(now)) this.buckets.delete(one);
    }
    const name = this.buckets.size >= MAX_KEYS ? OTHERS : key;
    const bucket = this.buckets.get(name) ?? new TokenBucket();
    this.buckets.set(name, bucket);
    return bucket;
  }
}

class Places implements Counter {
  /** Only what has a place is in it: it cannot grow beyond the calls that are open. */
  readonly taken: Map<string, number>;
  readonly #most: number;

  constructor(most: number, taken: Map<string, number> = new Map<string, number>()) {
    this.#most = most;
    this.taken = taken;
  }

  full(key: string): Full | undefined {
    return (this.taken.get(key) ?? 0) < this.#most ? undefined : { why: 'full' };
  }

  take(key: string): Over {
    this.taken.set(key, (this.taken.get(key) ?? 0) + 1);
    return () => {
      const left = (this.taken.get(key) ?? 0) - 1;
      if (left > 0) this.taken.set(key, left);
      else this.taken.delete(key);
    };
  }

  use(): LimitUse[] {
    return sorted(
      [...this.taken].map(([of, used]) => ({
        of,
        used,
        most: this.#most,
        what: 'calls',
        ...(used < this.#most ? { freeInMs: 0 } : {}),
      })),
    );
  }
}

class Budget implements Counter {
  readonly #prefix: string;
  readonly #most: Extract<LimitMost, { kind: 'budget' }>;
  readonly #clock: LimitClock;
  readonly #spent: SpentToday;

  constructor(
    id: string,
    most: Extract<LimitMost, { kind: 'budget' }>,
    clock: LimitClock,
    spent: SpentToday,
  ) {
    this.#prefix = `${id} `;
    this.#most = most;
    this.#clock = clock;
    this.#spent = spent;
  }

  full(key: string, amount: number | undefined): Full | undefined {
    const { calls, amount: sum } = this.#most;
    if (amount === undefined && sum !== undefined) return { why: 'unread' };
    const day = this.#clock.today();
    const freeInMs = Math.max(0, day.endsAt - this.#clock.clock());
    const used = this.#spent.of(this.#prefix + this.#known(key, day), day);
    if (used === undefined) return { why: 'unknown', freeInMs };
    if (calls !== undefined && used.calls >= calls) return { why: 'full', freeInMs };
    if (sum === undefined || amount === undefined) return undefined;
    const whole = Math.round(sum * MICRO);
    if (amount > whole) return { why: 'never' };
    return used.amount + amount > whole ? { why: 'full', freeInMs } : undefined;
  }

  take(key: string, amount: number): Over {
    const day = this.#clock.today();
    const name = this.#prefix + this.#known(key, day);
    const sum = this.#most.amount === undefined ? 0 : amount;
    this.#spent.add(name, { calls: 1, amount: sum }, day);
    return (sent) => {
      // What was counted yesterday is not given back to today.
      const now = this.#clock.today();
      if (!sent && now.name === day.name) this.#spent.add(name, { calls: -1, amount: -sum }, now);
    };
  }

  use(): LimitUse[] {
    const day = this.#clock.today();
    const freeInMs = Math.max(0, day.endsAt - this.#clock.clock());
    return sorted(
      this.#spent.entries(this.#prefix, day).flatMap(([key, used]): LimitUse[] => {
        const of = key.slice(this.#prefix.length);
        const { calls, amount } = this.#most;
        const use = (what: LimitUse['what'], n: number, most: number): LimitUse[] =>
          n === 0 ? [] : [{ of, used: n, most, what, freeInMs: n < most ? 0 : freeInMs }];
        return [
          ...(calls === undefined ? [] : use('calls', used.calls, calls)),
          ...(amount === undefined ? [] : use('amount', used.amount / MICRO, amount)),
        ];
      }),
    );
  }

  #known(key: string, day: Day): string {
    const all = this.#spent.entries(this.#prefix, day);
    return all.length < MAX_KEYS || all.some(([one]) => one === this.#prefix + key) ? key : OTHERS;
  }
}
