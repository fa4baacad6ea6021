import { hash } from 'node:crypto';

const MAX_TOKEN_CHARS = 512;
const SCHEME = 'bearer ';

/**
 * SHA-256 (hex) of the bearer token in an `Authorization` header; undefined when there is none. Looking up the
 * digest, not the token, leaves nothing to learn from timing: whoever can choose digests can break SHA-256.
 */
export function bearerDigest(header: string | undefined): string | undefined {
  if (header === undefined || header.length > SCHEME.length + MAX_TOKEN_CHARS) return undefined;
  if (header.slice(0, SCHEME.length).toLowerCase() !== SCHEME) return undefined;
  const token = header.slice(SCHEME.length).trim();
  return token === '' ? undefined : hash('sha256', token, 'hex');
}

/**
 * A bucket of attempts that fills again with time. It counts only attempts that failed, so a program that guesses
 * slows down its own guesses and never the app with the right token.
 */
export class FailureBucket {
  readonly #burst: number;
  readonly #perSecond: number;
  #left: number;
  #at: number;

  constructor(burst: number, perSecond: number, nowMs: number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#left = burst;
    this.#at = nowMs;
  }

  /** Counts one failure; false when there were too many. `nowMs` is monotonic. */
  allows(nowMs: number): boolean {
    const refilled = this.#left + ((nowMs - this.#at) / 1_000) * this.#perSecond;
    this.#left = Math.min(this.#burst, refilled);
    this.#at = nowMs;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
