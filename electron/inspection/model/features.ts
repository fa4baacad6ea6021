import type { Sentence } from '../injection/lex.ts';
import { NOTION_COUNT, SUBJECTS } from './notions.ts';

/** Words and what is made of them share a table; each pair of notions has its own place behind it. */
const HASHED = 1 << 14;
const PAIRS = NOTION_COUNT * NOTION_COUNT;
/** How many weights a model has. */
export const DIMENSIONS = HASHED + 2 * PAIRS;
const PARTS = 32;

/** What a sentence is about, in notions, and what the text around it is about. */
export interface Stance {
  readonly notions: number;
  /** The notions of the first sentence; undefined for that sentence itself. */
  readonly subject: number | undefined;
}

/**
 * The features of a sentence, as places in the table of weights; the same place may come twice. Words, pairs of
 * neighbours, the parts that words play in an order, pairs of parts, what the sentence begins with, and which notions
 * stand together. Parts and notions make the model know a sentence whose words it never saw. At most a thousand or so,
 * whatever the sentence: what does not fit is left.
 */
export function featuresOf(sentence: Sentence, stance: Stance, into: Int32Array): number {
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
  return addNotions(stance, into, size);
}

/** Each notion, each pair, and again those with a subject that the text did not begin with. */
function addNotions({ notions, subject }: Stance, into: Int32Array, from: number): number {
  const foreign = subject === undefined ? 0 : notions & SUBJECTS & ~subject;
  let size = from;
  const add = (at: number): void => {
    if (size < into.length) into[size++] = HASHED + at;
  };
  for (let rest = notions; rest !== 0; rest &= rest - 1) {
    const a = lowest(rest);
    const isForeign = ((foreign >>> a) & 1) === 1;
    add(a * NOTION_COUNT + a);
    if (isForeign) add(PAIRS + a * NOTION_COUNT + a);
    for (let more = rest & (rest - 1); more !== 0; more &= more - 1) {
      const b = lowest(more);
      add(a * NOTION_COUNT + b);
      if (!isForeign) continue;
      // Both foreign stands above the diagonal, one below.
      if (((foreign >>> b) & 1) === 1) add(PAIRS + a * NOTION_COUNT + b);
      else add(PAIRS + b * NOTION_COUNT + a);
    }
  }
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
  return (hash ^ (hash >>> 16)) & (HASHED - 1);
}

/** Many features say no more than few: a long sentence is scaled to a short one. */
export function scaleOf(features: number): number {
  return features === 0 ? 0 : 1 / Math.sqrt(features);
}
