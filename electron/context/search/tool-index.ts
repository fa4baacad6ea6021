import { type FindableTool, type Fields, fieldsOf } from './fields.ts';
import { Meanings } from './meanings.ts';
import { Postings } from './postings.ts';
import { spokenOf } from './spoken.ts';
import { termsFor } from './terms.ts';
import type { WordVectors } from './word-vectors.ts';
import { wordsOf } from './words.ts';

export type { FindableTool } from './fields.ts';

/** A tool that was found; of two, the one with the higher score fits better. */
export interface Found {
  readonly id: string;
  readonly score: number;
}

export interface FindOptions {
  /** So many at most. */
  readonly limit: number;
  /** How often a tool was used lately, for tools that were. */
  readonly uses?: ((id: string) => number) | undefined;
  /** Only these; all, unless given. */
  readonly within?: ((id: string) => boolean) | undefined;
}

/** What it counts to be about the same, beside having all the words of the query. */
const ABOUT = 0.7;
/** A tool that has no word of the query and is not as near as this does not fit. */
const NEAR = 0.2;
/** For each time that the number of uses doubles. */
const USED = 0.15;
const MOST_WORDS = 64;

/** The best of many, in order: the highest score first, then by id. */
class Best {
  readonly found: Found[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(id: string, score: number): void {
    const { found } = this;
    const before = (one: Found): boolean => one.score > score || (one.score === score && one.id < id);
    let at = found.length;
    while (at > 0 && !before(found[at - 1] as Found)) at--;
    if (at >= this.#limit) return;
    found.splice(at, 0, { id, score });
    if (found.length > this.#limit) found.pop();
  }
}

/**
 * Finds tools by what a person or a model says that it wants to do: by the words of their definitions, each part with its
 * weight, over stems, synonyms and near misses, and by what the words mean, as soon as `vectors` gives them.
 * Deterministic: equal scores are ordered by id. Texts of servers are only read, never run; the longest are cut
 * (`MOST_TEXT`).
 */
export class ToolIndex {
  readonly #ids: readonly string[];
  readonly #postings: Postings;
  readonly #vectors: (() => WordVectors | undefined) | undefined;
  /** Until the meanings are made of them. */
  #fields: readonly Fields[] | undefined;
  #meanings: Meanings | undefined;

  constructor(tools: Iterable<FindableTool>, vectors?: () => WordVectors | undefined) {
    const all = [...tools];
    const fields = all.map(fieldsOf);
    this.#ids = all.map(({ id }) => id);
    this.#postings = new Postings(fields);
    this.#vectors = vectors;
    if (vectors !== undefined) this.#fields = fields;
  }

  find(query: string, { limit, uses, within }: FindOptions): Found[] {
    const asked = [...new Set(wordsOf(spokenOf(query)))].slice(0, MOST_WORDS);
    if (asked.length === 0) return [];
    const said = this.#said(asked);
    const near = this.#meaningsNow()?.near(asked);
    const best = new Best(limit);
    this.#ids.forEach((id, tool) => {
      const words = said[tool] as number;
      const about = near?.[tool] ?? 0;
      if ((words === 0 && about < NEAR) || within?.(id) === false) return;
      const used = uses === undefined ? 1 : 1 + USED * Math.log2(1 + Math.max(0, uses(id)));
      best.offer(id, (words + ABOUT * about) * used);
    });
    return best.found;
  }

  /** How much of what was asked for each tool says: 0 to 1, by its place. */
  #said(asked: readonly string[]): Float64Array {
    const said = new Float64Array(this.#ids.length);
    const best = new Float64Array(this.#ids.length);
    let all = 0;
    for (const word of asked) {
      const rarity = this.#postings.rarityOf(word);
      all += rarity;
      const touched: number[] = [];
      // Of all that means the same, only the best counts: a tool that says ten words for one thing is no better.
      for (const [term, weight] of termsFor(word, this.#postings)) {
        const posting = this.#postings.get(term);
        if (posting === undefined) continue;
        const most = weight * Math.min(rarity, posting.rarity);
        posting.tools.forEach((tool, at) => {
          const score = most * (posting.counts[at] as number);
          const before = best[tool] as number;
          if (score <= before) return;
          if (before === 0) touched.push(tool);
          best[tool] = score;
        });
      }
      for (const tool of touched) {
        said[tool] = (said[tool] as number) + (best[tool] as number);
        best[tool] = 0;
      }
    }
    return all === 0 ? said : said.map((sum) => sum / all);
  }

  #meaningsNow(): Meanings | undefined {
    if (this.#meanings === undefined && this.#fields !== undefined) {
      const vectors = this.#vectors?.();
      if (vectors === undefined) return undefined;
      this.#meanings = new Meanings(this.#fields, vectors, (stem) => this.#postings.rarityOf(stem));
      this.#fields = undefined;
    }
    return this.#meanings;
  }
}
