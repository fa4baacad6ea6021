import type { Sentence } from '../injection/lex.ts';

/** How many weights a model has. */
export const DIMENSIONS = 1 << 14;
const PARTS = 32;

/**
 * The features of a sentence, as places in the table of weights; the same place may come twice. Words, pairs of
 * neighbours, the parts that words play in an order, pairs of parts, and what the sentence begins with. Parts make the
 * model know a sentence whose words it never saw. At most a few hundred, whatever the sentence.
 */
export function featuresOf(sentence: Sentence, into: Int32Array): number {
  const { count, hashes, parts } = sentence;
  let size = 0;
  const add = (hash: number): void => {
    if (size < into.length) into[size++] = place(hash);
  };
  for (let i = 0; i < count; i++) {
    add(mix(hashes[i] as number, 1));
    if (i > 0) add(mix(mix(hashes[i - 1] as number, 2), hashes[i] as number));
  }
  let all = 0;
  for (let i = 0; i < count; i++) all |= parts[i] as number;
  for (let rest = all; rest !== 0; rest &= rest - 1) {
    const a = lowest(rest);
    add(mix(a, 3));
    for (let more = rest & (rest - 1); more !== 0; more &= more - 1) add(mix(a * PARTS + lowest(more), 4));
  }
  // What stands next to what: the order of parts.
  for (let i = 1; i < count; i++) {
    const before = parts[i - 1] as number;
    const here = parts[i] as number;
    if (before !== 0 && here !== 0) add(mix(lowest(before) * PARTS + lowest(here), 5));
  }
  add(mix(lowest(parts[0] as number), 6));
  return size;
}

/** The most telling part of a word that plays several: the lowest, by the order of the vocabulary. */
function lowest(parts: number): number {
  return parts === 0 ? PARTS : 31 - Math.clz32(parts & -parts);
}

function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x27d4eb2f);
}

function place(hash: number): number {
  return (hash ^ (hash >>> 16)) & (DIMENSIONS - 1);
}

/** Many features say no more than few: a long sentence is scaled to a short one. */
export function scaleOf(features: number): number {
  return features === 0 ? 0 : 1 / Math.sqrt(features);
}
