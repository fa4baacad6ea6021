import { DIMENSIONS, scaleOf } from '../../electron/inspection/model/features.ts';
import type { Sample } from './samples.ts';

export interface Model {
  readonly bias: number;
  readonly weights: Float64Array;
}

const EPOCHS = 25;
const RATE = 0.5;
const PENALTY = 1e-3;
/** A feature that fewer sources have says something of the source. */
const SOURCES = 2;
/** Bad sentences are few. */
const BAD_WEIGHT = 6;

/** Logistic regression by gradient descent, in an order that is the same every time. */
export function learn(samples: readonly Sample[]): Model {
  const weights = new Float64Array(DIMENSIONS);
  const usable = usableFeatures(samples);
  const order = shuffled(samples.length);
  let bias = -2;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = RATE / (1 + epoch / 2);
    for (const at of order) {
      const { features, bad, weight } = samples[at] as Sample;
      const scale = scaleOf(features.length);
      let sum = bias;
      for (const place of features) sum += (weights[place] as number) * scale;
      const error = ((bad ? 1 : 0) - 1 / (1 + Math.exp(-sum))) * weight * (bad ? BAD_WEIGHT : 1);
      if (Math.abs(error) < 1e-4) continue;
      bias += rate * error * 0.1;
      for (const place of features)
        if (usable[place] === 1)
          weights[place] = (weights[place] as number) * (1 - rate * PENALTY) + rate * error * scale;
    }
  }
  return { bias, weights };
}

export function scoreOf({ bias, weights }: Model, features: Int32Array): number {
  const scale = scaleOf(features.length);
  let sum = bias;
  for (const place of features) sum += (weights[place] as number) * scale;
  return sum;
}

function usableFeatures(samples: readonly Sample[]): Uint8Array {
  const sources = new Map<number, Set<string>>();
  for (const { features, source, row } of samples) {
    for (const place of features) {
      const seen = sources.get(place) ?? new Set();
      // Rows without a common source count each for itself.
      seen.add(
        source.startsWith('catalog') || source === 'authored' || source === 'templates'
          ? `${source} ${row}`
          : source,
      );
      sources.set(place, seen);
    }
  }
  const usable = new Uint8Array(DIMENSIONS);
  for (const [place, seen] of sources) if (seen.size >= SOURCES) usable[place] = 1;
  return usable;
}

function shuffled(size: number): number[] {
  const order = Array.from({ length: size }, (_, i) => i);
  let state = 12_345;
  for (let i = size - 1; i > 0; i--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    const k = state % (i + 1);
    [order[i], order[k]] = [order[k] as number, order[i] as number];
  }
  return order;
}
