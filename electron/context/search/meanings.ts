import type { Field, Fields } from './fields.ts';
import type { WordVectors } from './word-vectors.ts';

/** What the parts of a definition count for what a tool is about; each as a whole, however long. */
const PARTS: readonly (readonly [field: Field, weight: number])[] = [
  ['name', 1],
  ['says', 1],
  ['labels', 0.5],
  ['server', 0.4],
  ['rest', 0.4],
  ['keys', 0.3],
];
/** Of a long part, so many words. */
const MOST_WORDS = 60;
const UNIT = 127;

/** What each tool of a catalogue is about, as a direction: the sum of what its words mean, the rarer the more. */
export class Meanings {
  readonly #vectors: WordVectors;
  readonly #rarityOf: (stem: string) => number;
  readonly #tools: Int8Array;
  readonly #size: number;

  constructor(tools: readonly Fields[], vectors: WordVectors, rarityOf: (stem: string) => number) {
    this.#vectors = vectors;
    this.#rarityOf = rarityOf;
    this.#size = tools.length;
    this.#tools = new Int8Array(tools.length * vectors.dimensions);
    tools.forEach((fields, place) => {
      const sum = new Float64Array(vectors.dimensions);
      for (const [field, weight] of PARTS) addTo(sum, this.#direction(fields[field]), weight);
      const whole = toUnit(sum);
      for (let i = 0; i < whole.length; i++)
        this.#tools[place * whole.length + i] = Math.round((whole[i] as number) * UNIT);
    });
  }

  /** How near each tool is to what is asked for: 0 (nothing in common) to 1, by the tool's place in the catalogue. */
  near(stems: readonly string[]): Float64Array {
    const asked = this.#direction(stems);
    const near = new Float64Array(this.#size);
    const { dimensions } = this.#vectors;
    for (let tool = 0, at = 0; tool < this.#size; tool++) {
      let sum = 0;
      for (let i = 0; i < dimensions; i++, at++) sum += (asked[i] as number) * (this.#tools[at] as number);
      near[tool] = Math.max(0, sum / UNIT);
    }
    return near;
  }

  #direction(stems: readonly string[]): Float64Array {
    const sum = new Float64Array(this.#vectors.dimensions);
    for (const stem of new Set(stems.slice(0, MOST_WORDS)))
      this.#vectors.add(stem, this.#rarityOf(stem), sum);
    return toUnit(sum);
  }
}

function addTo(sum: Float64Array, other: Float64Array, weight: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + weight * (other[i] as number);
}

/** Makes the length of a vector 1, in place; that of nothing stays 0. */
function toUnit(vector: Float64Array): Float64Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  if (length > 0) for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) / length;
  return vector;
}
