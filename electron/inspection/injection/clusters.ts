import type { Place } from '../decode/part.ts';
import type { Signal, SignalName } from './signal.ts';

/** Signals that stand together: one order, over a sentence or several. */
export interface Cluster extends Place {
  readonly signals: ReadonlyMap<SignalName, number>;
  readonly sum: number;
}

/** Sentences further apart, in characters, are not one order. */
const GAP = 260;
/** An order is not longer: signals scattered over pages do not add up. */
const LONGEST = 1600;

/**
 * Gathers the signals of sentences that stand together. Each name counts once, by its heaviest: saying one thing ten
 * times is a habit of documents, saying five things once is an order.
 */
export class Clusters {
  readonly found: Cluster[] = [];
  #start = -1;
  #end = -1;
  #signals = new Map<SignalName, number>();

  add(start: number, end: number, signals: readonly Signal[]): void {
    if (signals.length === 0) return;
    if (this.#start === -1 || start - this.#end > GAP || end - this.#start > LONGEST) {
      this.close();
      this.#start = start;
    }
    this.#end = end;
    for (const { name, weight } of signals) {
      if (weight > (this.#signals.get(name) ?? 0)) this.#signals.set(name, weight);
    }
  }

  close(): void {
    if (this.#start !== -1) {
      let sum = 0;
      for (const weight of this.#signals.values()) sum += weight;
      this.found.push({ start: this.#start, end: this.#end, signals: this.#signals, sum });
    }
    this.#start = -1;
    this.#signals = new Map();
  }
}
