import { hold, type HeldText, sizeOf } from './held-text.ts';
import { Queue } from './queue.ts';

/** One text of one call, for as long as there is room for it. */
export interface Slot {
  /** Undefined: it had to make room for newer ones, or its call is held no more. */
  held: HeldText | undefined;
}

const SLACK = 1024;

/** Keeps texts of calls, together at most `limit` bytes; the oldest go first. */
export class TextShelf {
  readonly #limit: number;
  /** Those that are dropped out of turn stay here, empty, until they are too many. */
  readonly #slots = new Queue<Slot>();
  #full = 0;
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get bytes(): number {
    return this.#bytes;
  }

  put(text: Buffer): Slot {
    const held = hold(text);
    const slot: Slot = { held };
    this.#slots.push(slot);
    this.#full++;
    if (this.#slots.size > 2 * this.#full + SLACK) this.#slots.keep((one) => one.held !== undefined);
    this.#bytes += sizeOf(held);
    while (this.#bytes > this.#limit) {
      const oldest = this.#slots.shift();
      if (oldest === undefined) break;
      this.drop(oldest);
    }
    return slot;
  }

  drop(slot: Slot | undefined): void {
    if (slot?.held === undefined) return;
    this.#bytes -= sizeOf(slot.held);
    slot.held = undefined;
    this.#full--;
  }
}
