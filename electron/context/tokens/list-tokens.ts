import type { Aggregate } from '../../catalog/aggregate.ts';
import { estimateTokensOf } from './estimate-tokens.ts';

/** A list is estimated once, so more of it is read. */
const READ_BYTES = 64 * 1024;

/** What a list of tools costs a model, about. */
export interface ListCost {
  /** Tokens of the tools that are listed. */
  readonly listed: number;
  /** What is left out of the list though it can be called: tools that are found on demand. */
  readonly saved: number;
}

/** Estimates lists of tools; each is looked at once, for it is given many times. */
export class ListTokens {
  readonly #known = new WeakMap<Aggregate, ListCost>();

  of(aggregate: Aggregate): ListCost {
    let cost = this.#known.get(aggregate);
    if (cost === undefined) {
      cost = costOf(aggregate);
      this.#known.set(aggregate, cost);
    }
    return cost;
  }

  /** Of one page of the tools of a server, as it is given. */
  static ofPage(result: Buffer): number {
    return estimateTokensOf(result, READ_BYTES);
  }
}

function costOf({ pages, targets }: Aggregate): ListCost {
  const listed = pages.tools.reduce((sum, page) => sum + estimateTokensOf(page, READ_BYTES), 0);
  const all = [...targets.tools.values()].map(({ item }) => item.bytes);
  // A whole list is longer than its tools: the names in it are those that it gives them.
  const isWhole = lengthOf(pages.tools) >= lengthOf(all);
  return {
    listed,
    saved: isWhole ? 0 : Math.max(0, estimateTokensOf(Buffer.concat(all), READ_BYTES) - listed),
  };
}

const lengthOf = (parts: readonly Buffer[]): number => parts.reduce((sum, part) => sum + part.length, 0);
