/** How fast tokens come back, and how many there are at most. */
export interface BucketSize {
  /** Milliseconds from one token to the next. */
  readonly intervalMs: number;
  readonly burst: number;
}

/** Times are sums of fractions; what is off by less than this is a rounding of them. */
const ROUNDING_MS = 1e-6;

/**
 * A token bucket, kept as one moment: the one at which it would be full. In any stretch of T milliseconds it gives at
 * most `burst + T / intervalMs` tokens, also when its clock goes back (then it gives none until that has passed).
 */
export class TokenBucket {
  #fullAt = -Infinity;

  /** Milliseconds until a token can be taken; 0: now. */
  wait({ intervalMs, burst }: BucketSize, now: number): number {
    const ms = this.#fullAt - intervalMs * (burst - 1) - now;
    return ms <= ROUNDING_MS ? 0 : ms;
  }

  /** Takes one; only when `wait` is 0. */
  take({ intervalMs }: BucketSize, now: number): void {
    this.#fullAt = Math.max(this.#fullAt, now) + intervalMs;
  }

  /** Puts one back that was not used. */
  giveBack({ intervalMs }: BucketSize): void {
    this.#fullAt -= intervalMs;
  }

  /** How many are missing now. */
  missing({ intervalMs }: BucketSize, now: number): number {
    return this.isFull(now) ? 0 : Math.ceil((this.#fullAt - now - ROUNDING_MS) / intervalMs);
  }

  isFull(now: number): boolean {
    return this.#fullAt <= now + ROUNDING_MS;
  }
}
