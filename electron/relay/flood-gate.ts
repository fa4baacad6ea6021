import type { Message } from './message.ts';

const MAX_KEPT = 500;
const MAX_KEPT_BYTES = 4 * 1024 * 1024;
/** What tells two notifications of one method apart. */
const SUBJECTS = ['uri', 'progressToken', 'requestId', 'elicitationId', 'taskId'];

interface Kept {
  readonly message: Message;
  readonly origin: number | undefined;
}

/**
 * Lets a number of notifications a second of one server through (200 unless set). Beyond that the newest of each kind (method with
 * URI or progress token) is kept and passed on with the next second's allowance: a flood costs the flooder its
 * detail, and nobody else anything (attack 33, notification floods).
 */
export class FloodGate {
  readonly #now: () => number;
  readonly #perSecond: number;
  readonly #late: (message: Message, origin: number | undefined) => void;
  readonly #kept = new Map<string, Kept>();
  #keptBytes = 0;
  #allowance: number;
  #filledAt: number;
  #timer: NodeJS.Timeout | undefined;

  /** `now` is monotonic milliseconds; `late` gets what was held back, with the stream that it came on. */
  constructor(
    now: () => number,
    perSecond: number,
    late: (message: Message, origin: number | undefined) => void,
  ) {
    this.#now = now;
    this.#perSecond = perSecond;
    this.#allowance = perSecond;
    this.#late = late;
    this.#filledAt = now();
  }

  /** True when the message may go at once; otherwise it is kept, or dropped for a newer one. */
  admits(message: Message, origin: number | undefined): boolean {
    const now = this.#now();
    const refill = ((now - this.#filledAt) / 1000) * this.#perSecond;
    if (refill >= 1) {
      this.#allowance = Math.min(this.#perSecond, this.#allowance + refill);
      this.#filledAt = now;
    }
    if (this.#allowance >= 1 && this.#kept.size === 0) {
      this.#allowance--;
      return true;
    }
    const subject = SUBJECTS.map((name) => message.params?.get(name)).find((span) => span !== undefined);
    const what = subject
      ? message.bytes.toString('utf8', subject.start, Math.min(subject.end, subject.start + 512))
      : '';
    const key = `${message.method} ${origin ?? ''} ${what}`;
    this.#drop(key);
    this.#kept.set(key, { message, origin });
    this.#keptBytes += message.bytes.length;
    while (this.#kept.size > MAX_KEPT || this.#keptBytes > MAX_KEPT_BYTES)
      this.#drop(this.#kept.keys().next().value as string);
    this.#timer ??= setTimeout(() => this.#flush(), 1000).unref();
    return false;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#kept.clear();
    this.#keptBytes = 0;
  }

  #drop(key: string): void {
    this.#keptBytes -= this.#kept.get(key)?.message.bytes.length ?? 0;
    this.#kept.delete(key);
  }

  #flush(): void {
    this.#timer = undefined;
    const kept = [...this.#kept].slice(0, this.#perSecond);
    for (const [key] of kept) this.#drop(key);
    this.#allowance = 0;
    this.#filledAt = this.#now();
    if (this.#kept.size > 0) this.#timer = setTimeout(() => this.#flush(), 1000).unref();
    for (const [, { message, origin }] of kept) this.#late(message, origin);
  }
}
