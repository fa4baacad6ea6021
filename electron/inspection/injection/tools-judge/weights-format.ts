import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { PLACES } from './features.ts';

/** Weights of the judge: most places have none. */
export interface JudgeWeights {
  readonly bias: number;
  readonly unit: number;
  /** In whole steps of `unit`. */
  readonly weights: Int8Array;
}

/** Weights that count this little are left out: so many steps. */
const LEAST = 3;

/**
 * Weights as they are committed: the distances between places that have one, in groups of seven bits, then one signed
 * byte for each; deflated, in base64.
 */
export function packWeights(
  bias: number,
  weights: Float64Array,
): { bias: number; unit: number; packed: string } {
  const sizes = Array.from(weights, Math.abs)
    .filter((weight) => weight > 0)
    .toSorted((a, b) => b - a);
  // A few outliers must not coarsen all others.
  const unit = (sizes[Math.floor(sizes.length / 500)] ?? 127) / 127;
  const gaps: number[] = [];
  const steps: number[] = [];
  let before = -1;
  for (let place = 0; place < weights.length; place++) {
    const step = Math.max(-127, Math.min(127, Math.round((weights[place] as number) / unit)));
    if (Math.abs(step) < LEAST) continue;
    let gap = place - before;
    for (; gap > 127; gap >>>= 7) gaps.push((gap & 127) | 128);
    gaps.push(gap);
    steps.push(step & 255);
    before = place;
  }
  const count = Buffer.alloc(4);
  count.writeUInt32LE(steps.length);
  const bytes = Buffer.concat([count, Buffer.from(gaps), Buffer.from(steps)]);
  return { bias, unit, packed: deflateRawSync(bytes, { level: 9 }).toString('base64') };
}

/** Reads what `packWeights` made. Throws when it is not whole: a bug. */
export function readWeights(bias: number, unit: number, packed: string): JudgeWeights {
  const bytes = inflateRawSync(Buffer.from(packed, 'base64'));
  const count = bytes.readUInt32LE(0);
  const weights = new Int8Array(PLACES);
  let place = -1;
  let at = 4;
  const steps = bytes.length - count;
  for (let i = 0; i < count; i++) {
    let gap = 0;
    let shift = 0;
    for (; (bytes[at] as number) > 127; shift += 7) gap |= ((bytes[at++] as number) & 127) << shift;
    gap |= (bytes[at++] as number) << shift;
    place += gap;
    if (!(place < PLACES)) throw new Error('The weights of the judge name a place that is none.');
    weights[place] = bytes.readInt8(steps + i);
  }
  if (at !== steps) throw new Error('The weights of the judge are not whole.');
  return { bias, unit, weights };
}
