import { type Field, type Fields, FIELDS, WEIGHTS } from './fields.ts';

/** How much the second and third time of a word count: less with each. */
const SATURATION = 1.2;
/** How much the words of a long text count less than those of a short one. */
const LENGTH = 0.6;

/** In which tools a word stands. */
export interface Posting {
  readonly tools: readonly number[];
  /** What it counts in each of them: 0 to 1. */
  readonly counts: readonly number[];
  /** How much it tells: the more, the fewer tools have it. */
  readonly rarity: number;
}

/**
 * Where words stand in the definitions of tools (BM25F). What a word counts in the parts of one definition is added up
 * before it saturates, and its rarity is that in the whole catalogue: a library that scores part by part takes a common
 * word for a rare one wherever few tools have such a part. Attack: a tool says every word, or one word many times. Its
 * length divides each, and no word counts for more than 1.
 */
export class Postings {
  readonly #postings = new Map<string, Posting>();
  /** All words, in order: for what begins alike. */
  #words: readonly string[] | undefined;
  readonly #size: number;

  constructor(tools: readonly Fields[]) {
    this.#size = tools.length;
    const usual = usualLengths(tools);
    const all = new Map<string, { tools: number[]; counts: number[] }>();
    tools.forEach((fields, tool) => {
      for (const [word, weight] of weightsIn(fields, usual)) {
        let one = all.get(word);
        if (one === undefined) all.set(word, (one = { tools: [], counts: [] }));
        one.tools.push(tool);
        one.counts.push(weight / (SATURATION + weight));
      }
    });
    for (const [word, one] of all)
      this.#postings.set(word, { ...one, rarity: this.#rarity(one.tools.length) });
  }

  get(word: string): Posting | undefined {
    return this.#postings.get(word);
  }

  /** How much a word tells here; of one that no tool has, what the rarest tells. */
  rarityOf(word: string): number {
    return this.#postings.get(word)?.rarity ?? this.#rarity(0);
  }

  /** All words, in order of their letters. */
  words(): readonly string[] {
    this.#words ??= [...this.#postings.keys()].toSorted();
    return this.#words;
  }

  #rarity(tools: number): number {
    return Math.log(1 + (this.#size - tools + 0.5) / (tools + 0.5));
  }
}

function usualLengths(tools: readonly Fields[]): Readonly<Record<Field, number>> {
  const of = (field: Field): number =>
    tools.reduce((sum, fields) => sum + fields[field].length, 0) / Math.max(1, tools.length) || 1;
  return Object.fromEntries(FIELDS.map((field) => [field, of(field)])) as Record<Field, number>;
}

function weightsIn(fields: Fields, usual: Readonly<Record<Field, number>>): Map<string, number> {
  const weights = new Map<string, number>();
  for (const field of FIELDS) {
    const words = fields[field];
    const each = WEIGHTS[field] / (1 - LENGTH + (LENGTH * words.length) / usual[field]);
    for (const word of words) weights.set(word, (weights.get(word) ?? 0) + each);
  }
  return weights;
}
