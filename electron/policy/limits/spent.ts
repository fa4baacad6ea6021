import { z } from 'zod';

/** What was used up of budgets on one day. Amounts are in millionths, so that sums are exact. */
export const spentShape = z.strictObject({
  /** `YYYY-MM-DD` of this computer. */
  day: z.string().max(10),
  /** What was kept is lost: nothing can be known of this day, so nothing is left of it. */
  lost: z.boolean().optional(),
  used: z.record(z.string(), z.strictObject({ calls: z.int(), amount: z.int() })),
});
export type Spent = z.infer<typeof spentShape>;

/** The day of a moment, and when it ends; milliseconds since the epoch. */
export interface Day {
  readonly name: string;
  readonly endsAt: number;
}

/** Days of this computer's calendar. */
export function localDay(at: number): Day {
  const date = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  const name = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return { name, endsAt: new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime() };
}

export interface SpentStore {
  load(): Spent | undefined;
  /** On disk when it returns; throws when it cannot be. */
  save(spent: Spent): void;
}

export interface Use {
  readonly calls: number;
  readonly amount: number;
}

const NONE: Use = { calls: 0, amount: 0 };

/**
 * What was used up today, across restarts. A clock that is set back gives nothing back: what was counted stays until the
 * next midnight.
 */
export class SpentToday {
  readonly #store: SpentStore;
  #spent: Spent;

  constructor(store: SpentStore) {
    this.#store = store;
    this.#spent = store.load() ?? { day: '', used: {} };
  }

  /** Undefined: it cannot be known, so nothing is left. */
  of(key: string, day: Day): Use | undefined {
    this.#turn(day);
    if (this.#spent.lost === true) return undefined;
    return Object.hasOwn(this.#spent.used, key) ? this.#spent.used[key] : NONE;
  }

  /** Adds to what is used up; on disk when it returns. Throws, and has changed nothing, when it cannot be kept. */
  add(key: string, { calls, amount }: Use, day: Day): void {
    const before = this.of(key, day) ?? NONE;
    const next = {
      calls: Math.max(0, before.calls + calls),
      amount: Math.max(0, before.amount + amount),
    };
    const used = { ...this.#spent.used, [key]: next };
    if (next.calls === 0 && next.amount === 0) delete used[key];
    const spent = { ...this.#spent, used };
    this.#store.save(spent);
    this.#spent = spent;
  }

  /** What is used up of the budgets whose key begins so. */
  entries(prefix: string, day: Day): [string, Use][] {
    this.#turn(day);
    return Object.entries(this.#spent.used).filter(([key]) => key.startsWith(prefix));
  }

  #turn({ name }: Day): void {
    const { day } = this.#spent;
    if (day === name) return;
    this.#spent = day > name ? { ...this.#spent, day: name } : { day: name, used: {} };
  }
}
