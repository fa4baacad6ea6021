import { priorOf } from './prior.ts';
import { type Window, WEIGHTS, featuresOf, newFeatures, sumOf } from './features.ts';

/** Weights of the judge, in whole steps of `unit`. */
export interface WindowModel {
  readonly bias: number;
  readonly unit: number;
  readonly weights: Int8Array;
}

/** Reads weights from how they are committed: base64 of one signed byte each. Throws when they are not whole: a bug. */
export function readWindowModel(bias: number, unit: number, base64: string): WindowModel {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== WEIGHTS)
    throw new Error(`The judge has ${bytes.length} weights instead of ${WEIGHTS}.`);
  return { bias, unit, weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
}

const features = newFeatures();

/** From rules alone so little that nothing learned makes an order of it. */
const HOPELESS = -4;

/** How much a window sounds like an order to a model by somebody else: log-odds. */
export function oddsOf(window: Window, { bias, unit, weights }: WindowModel): number {
  const prior = priorOf(window);
  if (prior.odds < HOPELESS && window.signals.size === 0) return prior.odds;
  featuresOf(window, prior, features);
  return bias + features.prior + unit * sumOf(weights, features);
}
