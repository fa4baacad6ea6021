import { PLACES } from '../../electron/inspection/injection/tools-judge/features.ts';
import { scaleOf } from '../../electron/inspection/injection/tools-judge/judge.ts';
import {
  type JudgeWeights,
  packWeights,
  readWeights,
} from '../../electron/inspection/injection/tools-judge/weights-format.ts';
import type { Piece } from './tools-samples.ts';

const EPOCHS = 6;
const RATE = 0.5;
const PENALTY = 1e-3;
/** So many features of a hundred are left out of each look, others each time: no single one is relied on. */
const LEFT_OUT = 40;
/** The mean of so many rounds, each in an order of its own. */
const ROUNDS = 6;
/** A feature that fewer pieces have says nothing. */
const FEWEST = 2;

/** Logistic regression with a step of its own for each weight (AdaGrad), in orders that are the same every time. */
export function learnTools(pieces: readonly Piece[]): { bias: number; weights: Float64Array } {
  const counts = new Uint32Array(PLACES);
  for (const { places } of pieces) for (const place of places) counts[place] = (counts[place] as number) + 1;
  const mean = new Float64Array(PLACES);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const one = learnOnce(pieces, counts, numbers(1 + round * 77));
    bias += one.bias / ROUNDS;
    for (let place = 0; place < PLACES; place++)
      mean[place] = (mean[place] as number) + (one.weights[place] as number) / ROUNDS;
  }
  return { bias, weights: mean };
}

function learnOnce(
  pieces: readonly Piece[],
  counts: Uint32Array,
  next: (below: number) => number,
): { bias: number; weights: Float64Array } {
  const weights = new Float64Array(PLACES);
  const squares = new Float64Array(PLACES).fill(0.01);
  let bias = 0;
  let biasSquares = 1;
  const order = pieces.map((_, i) => i);
  const taken = new Int32Array(1 << 15);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, next);
    for (const at of order) {
      const { places, bad, weight } = pieces[at] as Piece;
      let size = 0;
      for (const place of places)
        if ((counts[place] as number) >= FEWEST && next(100) >= LEFT_OUT) taken[size++] = place;
      const scale = scaleOf(size);
      let sum = bias;
      for (let i = 0; i < size; i++) sum += (weights[taken[i] as number] as number) * scale;
      const error = ((bad ? 1 : 0) - 1 / (1 + Math.exp(-sum))) * weight;
      biasSquares += error * error;
      bias += (RATE * error) / Math.sqrt(biasSquares);
      for (let i = 0; i < size; i++) {
        const place = taken[i] as number;
        const slope = error * scale - PENALTY * weight * (weights[place] as number);
        squares[place] = (squares[place] as number) + slope * slope;
        weights[place] = (weights[place] as number) + (RATE * slope) / Math.sqrt(squares[place] as number);
      }
    }
  }
  return { bias, weights };
}

/** What is used: packed and read again, as it is committed. */
export function learntWeights(pieces: readonly Piece[]): JudgeWeights {
  const { bias, weights } = learnTools(pieces);
  const packed = packWeights(bias, weights);
  return readWeights(packed.bias, packed.unit, packed.packed);
}

function shuffle(order: number[], next: (below: number) => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const k = next(i + 1);
    [order[i], order[k]] = [order[k] as number, order[i] as number];
  }
}

function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}
