import { stringAt } from './framing/json-scan.ts';
import type { Message } from './message.ts';

const PER_SECOND = 200;
const MAX_KEPT = 500;

/**
 * Lets at most 200 notifications a second of one server through. Beyond that the newest of each kind (method with
 * URI or progress token) is kept and passed on with the next second's allowance: a flood costs the flooder its
 * detail, and nobody else anything (attack 33, notification floods).
 */
export class FloodGate {
  readonly #now: () => number;
  readonly #late: (message: Message) => void;
  readonly #kept = new Map<string, Message>();
  #allowance = PER_SECOND;
  #filledAt: number;
  #timer: NodeJS.Timeout | undefined;

  /** `now` is monotonic milliseconds; `late` gets what was held back. */
  constructor(now: () => number, late: (message: Message) => void) {
    this.#now = now;
    this.#late = late;
    this.#filledAt = now();
  }

  /** True when the message may go at once; otherwise it is kept, or dropped for a newer one. */
  admits(message: Message): boolean {
    const now = this.#now();
    const refill = ((now - this.#filledAt) / 1000) * PER_SECOND;
    if (refill >= 1) {
      this.#allowance = Math.min(PER_SECOND, this.#allowance + refill);
      this.#filledAt = now;
    }
    if (this.#allowance >= 1 && this.#kept.size === 0) {
      this.#allowance--;
      return true;
    }
    const subject = message.params?.get('uri') ?? message.params?.get('progressToken');
    const what = subject
      ? message.bytes.toString('utf8', subject.start, Math.min(subject.end, subject.start + 512))
      : '';
    const key = `${message.method} ${what}`;
    this.#kept.delete(key);
    this.#kept.set(key, message);
    if (this.#kept.size > MAX_KEPT) this.#kept.delete(this.#kept.keys().next().value as string);
    this.#timer ??= setTimeout(() => this.#flush(), 1000).unref();
    return false;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#kept.clear();
  }

  #flush(): void {
    this.#timer = undefined;
    const kept = [...this.#kept.values()].slice(-PER_SECOND);
    this.#kept.clear();
    this.#allowance = 0;
    this.#filledAt = this.#now();
    for (const message of kept) this.#late(message);
  }
}

/** The URI that a `resources/updated` notification is about. */
export function updatedUri(message: Message): string | undefined {
  return stringAt(message.bytes, message.params?.get('uri'));
}
