import type { ResponseHeaders } from './exchange.ts';

const SECONDS = /^\d{1,10}$/;
/** IMF-fixdate, the only form of dates that may be sent (RFC 9110, 5.6.7); `Date.parse` alone would take far more. */
const DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
/** Nobody is left alone for longer without being asked once more: a wrong clock must not shut a server out. */
const MAX_PAUSE_MS = 3_600_000;
const TOO_MANY = 429;
const UNAVAILABLE = 503;

/**
 * How long a server asks to be left alone by `Retry-After` (RFC 9110, 10.2.3): ms from now, at most an hour; undefined
 * when it does not, or in no valid form. A date counts from the server's own `Date`, so that clocks which differ do no
 * harm; `wallNow` (ms since the epoch) stands in where it sends none.
 */
export function retryAfterMs(headers: ResponseHeaders, wallNow: number): number | undefined {
  const value = headers['retry-after'];
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (SECONDS.test(text)) return Math.min(Number(text) * 1000, MAX_PAUSE_MS);
  const until = dateOf(text);
  if (until === undefined) return undefined;
  const { date } = headers;
  const from = (typeof date === 'string' ? dateOf(date.trim()) : undefined) ?? wallNow;
  return Math.min(Math.max(0, until - from), MAX_PAUSE_MS);
}

function dateOf(text: string): number | undefined {
  const at = DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** Milliseconds: monotonic ones, and those since the epoch. */
export interface Clocks {
  readonly now: () => number;
  readonly wallNow: () => number;
}

/**
 * When one server may be asked again, over all of its connections: what it wishes with 429 or 503 is kept to, or a
 * hundred sessions of ours would go on asking one that is overloaded.
 */
export class Pause {
  readonly #clocks: Clocks;
  #until = 0;
  #status = 0;

  constructor(clocks: Clocks) {
    this.#clocks = clocks;
  }

  /** What the server answered last with 429 or 503 and a wish. */
  get status(): number {
    return this.#status;
  }

  /** ms until it may be asked again; 0 when it may be now. */
  get left(): number {
    return this.#until === 0 ? 0 : Math.max(0, this.#until - this.#clocks.now());
  }

  /** Takes note of an answer. A longer wish from before still counts. */
  hear(status: number, headers: ResponseHeaders): void {
    if (status !== TOO_MANY && status !== UNAVAILABLE) return;
    const wish = retryAfterMs(headers, this.#clocks.wallNow());
    if (wish === undefined || wish === 0) return;
    this.#status = status;
    this.#until = Math.max(this.#until, this.#clocks.now() + wish);
  }

  /** A person wants to try again now. */
  end(): void {
    this.#until = 0;
  }
}
