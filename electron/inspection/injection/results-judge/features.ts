import { CONCEPT_NAMES } from './concepts.ts';
import { BUILD_COUNT } from './build.ts';
import { type Facts, mix } from './facts.ts';
import type { SignalName } from '../signal.ts';
import { CORE_COUNT, type Prior } from './prior.ts';

/** Signals of the grammar that the judge weighs, too. */
const SIGNALS: readonly SignalName[] = [
  'override',
  'new-task',
  'task-over',
  'lifted',
  'first',
  'deceit',
  'persona',
  'voice',
  'address',
  'impersonation',
  'concealment',
  'theft',
  'sending',
  'phishing',
  'coercion',
  'obedience',
  'steering',
  'exfiltration',
  'elsewhere',
  'command',
  'tampering',
  'veiled',
];
/** Traits: concepts, how sentences are built, and what the grammar found. */
const CONCEPTS = CONCEPT_NAMES.length;
export const TRAITS = CONCEPTS + BUILD_COUNT + SIGNALS.length + CORE_COUNT;
const PAIRS = (TRAITS * (TRAITS + 1)) / 2;
const WORDS = 1 << 13;
/** How many weights the judge has. */
export const WEIGHTS = PAIRS + WORDS;

/** Up to three sentences that follow each other, with what is known of the text around them. */
export interface Window {
  readonly facts: readonly Facts[];
  /** Bits of `BUILD` for the text around. */
  readonly around: number;
  /** With their weights. */
  readonly signals: ReadonlyMap<SignalName, number>;
}

export interface Features {
  /** How many there are of the traits and their pairs, and of the words behind them. */
  traits: number;
  words: number;
  /** What rules make of the window, in odds: the model starts from there. */
  prior: number;
  readonly places: Int32Array;
}

const MOST = 8192;
export const newFeatures = (): Features => ({ traits: 0, words: 0, prior: 0, places: new Int32Array(MOST) });

const set = new Int32Array(TRAITS);

/** The features of a window, as places in the table of weights: its traits, each pair of them, and hashed words. */
export function featuresOf({ facts, around, signals }: Window, { core, odds }: Prior, into: Features): void {
  into.prior = odds;
  let low = 0;
  let high = 0;
  let build = around;
  for (const one of facts) {
    low |= one.low;
    high |= one.high;
    build |= one.build;
  }
  let size = 0;
  for (let rest = low; rest !== 0; rest &= rest - 1) set[size++] = 31 - Math.clz32(rest & -rest);
  for (let rest = high; rest !== 0; rest &= rest - 1) set[size++] = 63 - Math.clz32(rest & -rest);
  for (let rest = build; rest !== 0; rest &= rest - 1) set[size++] = CONCEPTS + 31 - Math.clz32(rest & -rest);
  for (let i = 0; i < SIGNALS.length; i++)
    if (signals.has(SIGNALS[i] as SignalName)) set[size++] = CONCEPTS + BUILD_COUNT + i;
  for (let rest = core; rest !== 0; rest &= rest - 1)
    set[size++] = CONCEPTS + BUILD_COUNT + SIGNALS.length + 31 - Math.clz32(rest & -rest);
  let at = 0;
  for (let i = 0; i < size; i++) {
    const a = set[i] as number;
    for (let k = 0; k <= i; k++) into.places[at++] = (a * (a + 1)) / 2 + (set[k] as number);
  }
  into.traits = at;
  for (const { words } of facts)
    for (let i = 0; i < words.length && at < MOST; i++)
      into.places[at++] = PAIRS + (mix(words[i] as number, 11) & (WORDS - 1));
  into.words = at - into.traits;
}

/** Traits and words count alike, however many there are of each. */
export function sumOf(weights: ArrayLike<number>, { traits, words, places }: Features): number {
  let first = 0;
  let second = 0;
  for (let i = 0; i < traits; i++) first += weights[places[i] as number] as number;
  for (let i = traits; i < traits + words; i++) second += weights[places[i] as number] as number;
  return (traits === 0 ? 0 : first / Math.sqrt(traits)) + (words === 0 ? 0 : second / Math.sqrt(words));
}
