import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A stem, how far down it stands in a list of English words by how common they are, and where its meaning lies. */
export interface WordVector {
  readonly stem: string;
  readonly rank: number;
  readonly vector: ArrayLike<number>;
}

const HEAD = 12;
/** Steps of a logarithm in one byte. */
const RANKS = 20;
/** A number of a vector is four bits: -7 to 7, in steps of the vector's own. */
const MOST = 7;

/** Where the meanings of words lie: those near each other mean nearly the same. Read-only; about 1 MB. */
export class WordVectors {
  readonly dimensions: number;
  readonly #places: ReadonlyMap<string, number>;
  readonly #ranks: Uint8Array;
  readonly #steps: Uint8Array;
  readonly #numbers: Uint8Array;

  /** Reads what `packVectors` made. Throws when it is not whole: a bug. */
  constructor(packed: string) {
    const bytes = inflateRawSync(Buffer.from(packed, 'base64'));
    const count = bytes.readUInt32LE(0);
    this.dimensions = bytes.readUInt32LE(4);
    const stems = bytes
      .subarray(HEAD, HEAD + bytes.readUInt32LE(8))
      .toString('latin1')
      .split('\n');
    const half = this.dimensions / 2;
    let at = HEAD + bytes.readUInt32LE(8);
    if (stems.length !== count || bytes.length !== at + count * (2 + half))
      throw new Error('The vectors of words are not whole.');
    this.#places = new Map(stems.map((stem, place) => [stem, place]));
    const take = (length: number): Uint8Array => new Uint8Array(bytes.subarray(at, (at += length)));
    this.#ranks = take(count);
    this.#steps = take(count);
    this.#numbers = take(count * half);
  }

  /**
   * Adds the vector of a stem to a sum, times `weight` and the more the less common the stem is in English. A stem that
   * is not known adds nothing.
   */
  add(stem: string, weight: number, sum: Float64Array): void {
    const place = this.#places.get(stem);
    if (place === undefined) return;
    const factor =
      (weight * (this.#ranks[place] as number) * (this.#steps[place] as number)) / (RANKS * 10 * 255);
    const half = this.dimensions / 2;
    for (let i = 0, from = place * half; i < half; i++, from++) {
      const both = this.#numbers[from] as number;
      sum[2 * i] = (sum[2 * i] as number) + factor * ((both & 15) - 8);
      sum[2 * i + 1] = (sum[2 * i + 1] as number) + factor * ((both >> 4) - 8);
    }
  }
}

/** Vectors as they are committed: stems in order, one byte of rank and one of step each, four bits for each number. */
export function packVectors(words: readonly WordVector[]): string {
  const dimensions = words[0]?.vector.length ?? 0;
  const ordered = words.toSorted((a, b) => (a.stem < b.stem ? -1 : 1));
  const steps = ordered.map(({ vector }) => Math.max(...Array.from(vector, Math.abs)) / MOST);
  const most = Math.max(...steps);
  const stems = Buffer.from(ordered.map(({ stem }) => stem).join('\n'), 'latin1');
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(words.length, 0);
  head.writeUInt32LE(dimensions, 4);
  head.writeUInt32LE(stems.length, 8);
  const stepBytes = steps.map((step) => Math.max(1, Math.round((255 * step) / most)));
  const numbers = ordered.flatMap(({ vector }, n) => {
    const step = ((stepBytes[n] as number) * most) / 255;
    const four = Array.from(vector, (value) => Math.max(-MOST, Math.min(MOST, Math.round(value / step))) + 8);
    return Array.from(
      { length: dimensions / 2 },
      (_, i) => (four[2 * i] as number) | ((four[2 * i + 1] as number) << 4),
    );
  });
  const bytes = Buffer.concat([
    head,
    stems,
    Buffer.from(ordered.map(({ rank }) => Math.min(255, Math.round(RANKS * Math.log(1 + rank))))),
    Buffer.from(stepBytes),
    Buffer.from(numbers),
  ]);
  return deflateRawSync(bytes, { level: 9 }).toString('base64');
}
