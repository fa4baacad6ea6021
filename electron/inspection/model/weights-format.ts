import { DIMENSIONS } from './features.ts';

/** Weights of a linear model in whole steps of `unit`. */
export interface LinearModel {
  readonly bias: number;
  readonly unit: number;
  readonly weights: Int8Array;
}

/** Reads weights from how they are committed: base64 of one signed byte each. Throws when they are not whole: a bug. */
export function readModel(bias: number, unit: number, base64: string): LinearModel {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== DIMENSIONS)
    throw new Error(`The model has ${bytes.length} weights instead of ${DIMENSIONS}.`);
  return { bias, unit, weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
}

/** Weights in whole steps: the largest becomes 127. */
export function packModel(
  bias: number,
  weights: Float64Array,
): { bias: number; unit: number; base64: string } {
  let most = 0;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const unit = most === 0 ? 1 : most / 127;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / unit));
  return { bias, unit, base64: Buffer.from(bytes.buffer).toString('base64') };
}
