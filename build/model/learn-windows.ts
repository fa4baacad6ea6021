import { WEIGHTS, type Features, sumOf } from '../../electron/inspection/injection/results-judge/features.ts';

/** A row to learn from: its windows, of which one at least is bad when the row is. */
export interface Bag {
  readonly windows: readonly Features[];
  readonly bad: boolean;
  readonly weight: number;
  readonly source: string;
}

export interface LearntWindows {
  readonly bias: number;
  readonly weights: Float64Array;
}

const EPOCHS = 20;
const RATE = 0.6;
const PENALTY = 3e-3;
/** Learned in so many orders of the rows, and averaged: which comes first matters too much otherwise. */
const SEEDS = 4;
/** Of an honest row the windows that sound worst are learned from. */
const WORST = 4;
/** A feature that fewer rows have says something of the row. */
const ROWS = 3;
/** In the first rounds all windows of a bad row count: what sounds worst is not known yet. */
const WARM = 2;
/** From this round on the weights are averaged, so that the order of rows matters little. */
const SETTLED = 8;

/**
 * Logistic regression over windows of which only the row is labelled, starting from what rules make of each: of a bad row
 * the window that sounds worst counts, of an honest one the few that do. Gradient descent, in an order that is the same
 * every time.
 */
export function learnWindows(bags: readonly Bag[]): LearntWindows {
  const weights = new Float64Array(WEIGHTS);
  let bias = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const one = learnOnce(bags, seed);
    bias += one.bias / SEEDS;
    for (let i = 0; i < WEIGHTS; i++)
      weights[i] = (weights[i] as number) + (one.weights[i] as number) / SEEDS;
  }
  return { bias, weights };
}

function learnOnce(bags: readonly Bag[], seed: number): LearntWindows {
  const weights = new Float64Array(WEIGHTS);
  const usable = usableFeatures(bags);
  const order = shuffled(bags.length, seed);
  let bias = 0;
  const mean = new Float64Array(WEIGHTS);
  let meanBias = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = RATE / Math.sqrt(1 + epoch / 4);
    for (const at of order) {
      const { windows, bad, weight } = bags[at] as Bag;
      if (windows.length === 0) continue;
      const scored = windows.map((one) => ({ one, odds: bias + one.prior + sumOf(weights, one) }));
      scored.sort((a, b) => b.odds - a.odds);
      const chosen = bad ? (epoch < WARM ? scored.slice(0, 6) : scored.slice(0, 1)) : scored.slice(0, WORST);
      for (const { one, odds } of chosen) {
        const error =
          ((bad ? 1 : 0) - 1 / (1 + Math.exp(-odds))) *
          weight *
          (bad && epoch < WARM ? 1 / chosen.length : 1);
        if (Math.abs(error) < 1e-3) continue;
        bias += rate * error * 0.05;
        step(one, error, rate, weights, usable);
      }
    }
    if (epoch < SETTLED) continue;
    for (let i = 0; i < WEIGHTS; i++)
      mean[i] = (mean[i] as number) + (weights[i] as number) / (EPOCHS - SETTLED);
    meanBias += bias / (EPOCHS - SETTLED);
  }
  return { bias: meanBias, weights: mean };
}

function step(
  { traits, words, places }: Features,
  error: number,
  rate: number,
  weights: Float64Array,
  usable: Uint8Array,
): void {
  const first = traits === 0 ? 0 : error / Math.sqrt(traits);
  const second = words === 0 ? 0 : error / Math.sqrt(words);
  for (let i = 0; i < traits + words; i++) {
    const place = places[i] as number;
    if (usable[place] === 0) continue;
    const slope = (i < traits ? first : second) - PENALTY * (weights[place] as number);
    weights[place] = (weights[place] as number) + rate * slope;
  }
}

function usableFeatures(bags: readonly Bag[]): Uint8Array {
  const rows = new Int32Array(WEIGHTS);
  const last = new Int32Array(WEIGHTS).fill(-1);
  bags.forEach(({ windows }, row) => {
    for (const { places, traits, words } of windows)
      for (let i = 0; i < traits + words; i++) {
        const place = places[i] as number;
        if (last[place] === row) continue;
        last[place] = row;
        rows[place] = (rows[place] as number) + 1;
      }
  });
  return Uint8Array.from(rows, (count) => (count >= ROWS ? 1 : 0));
}

function shuffled(size: number, seed: number): number[] {
  const order = Array.from({ length: size }, (_, i) => i);
  let state = 12_345 * seed;
  for (let i = size - 1; i > 0; i--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    const k = state % (i + 1);
    [order[i], order[k]] = [order[k] as number, order[i] as number];
  }
  return order;
}
