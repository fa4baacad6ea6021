import { tokensOfResult } from './result-tokens.ts';

/** Shorter answers are looked at each time: that is quicker than to remember anything of them. */
const SHORT = 64;
/** So many of a tool are looked at first, and then every so many. */
const FIRST = 4;
const EVERY = 16;
const MOST_TOOLS = 2000;

/** Answers of one tool of about one length: how many there were, and tokens for each byte. */
interface Known {
  answers: number;
  ratio: number;
}

/**
 * About how many tokens answers of tools are, at the price of a look at some of them: others of the same tool and about
 * the same length have as many for each byte. An answer alone may be some way off; their sum is not.
 */
export class AnswerTokens {
  readonly #tools = new Map<string, (Known | undefined)[]>();

  /** `tool`: names it among those of all servers. `result`: JSON of `CallToolResult`. */
  of(tool: string, result: Buffer): number {
    const { length } = result;
    if (length <= SHORT) return tokensOfResult(result);
    let lengths = this.#tools.get(tool);
    if (lengths === undefined) {
      if (this.#tools.size >= MOST_TOOLS) this.#tools.delete(this.#tools.keys().next().value as string);
      lengths = [];
      this.#tools.set(tool, lengths);
    }
    const doublings = 31 - Math.clz32(length);
    const known = (lengths[doublings] ??= { answers: 0, ratio: 0 });
    const turn = known.answers++;
    if (turn >= FIRST && turn % EVERY !== 0) return Math.ceil(known.ratio * length);
    const tokens = tokensOfResult(result);
    known.ratio += (tokens / length - known.ratio) / Math.min(turn + 1, FIRST);
    return tokens;
  }
}
