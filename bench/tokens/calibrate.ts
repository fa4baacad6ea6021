import { writeFileSync } from 'node:fs';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import {
  CLASS_OF_BYTE,
  CLASSES,
  NEXT,
  pairName,
  STATES,
} from '../../electron/context/tokens/character-walk.ts';
import { randomSamples, type Sample, samplesBelow } from './corpus.ts';

// Fits the weights of the estimate of tokens to what o200k_base counts, and tells how far off they are on texts that the
// fit has not seen. `node bench/tokens/calibrate.ts [--write] FOLDER…`; folders of texts, JSON lines, code.

const WEIGHTS = new URL('../../electron/context/tokens/weights.ts', import.meta.url);
const SIZE = STATES * CLASSES;
const ROUNDS = 400;
const RIDGE = 0.02;
const SCALE = 1000;
const HEAD = '// Written by bench/tokens/calibrate.ts.\n';
const TAIL = `
/** Thousandths of a token for a character, by \`state * CLASSES + class\`. */
export const THOUSANDTHS: Int32Array = Int32Array.from(ROWS.join(' ').split(' '), Number);
`;

interface Point {
  readonly sample: Sample;
  readonly tokens: number;
  readonly places: Uint16Array;
  readonly counts: Float64Array;
}

const args = process.argv.slice(2);
const folders = args.filter((arg) => !arg.startsWith('--'));
const samples = [...folders.flatMap((folder) => samplesBelow(folder, 300)), ...randomSamples(40)];
const points = samples.map(pointOf);
report(
  points.filter(({ sample }) => sample.heldOut),
  fitted(points.filter(({ sample }) => !sample.heldOut)),
);
// What is written knows all of them.
if (args.includes('--write')) write(fitted(points));

function pointOf(sample: Sample): Point {
  const counts = new Map<number, number>();
  let state = 0;
  for (const byte of Buffer.from(sample.text)) {
    const place = state * CLASSES + (CLASS_OF_BYTE[byte] ?? 0);
    if (pairName(place) !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1);
    state = NEXT[place] ?? 0;
  }
  return {
    sample,
    tokens: countTokens(sample.text, { allowedSpecial: 'all' }),
    places: Uint16Array.from(counts.keys()),
    counts: Float64Array.from(counts.values()),
  };
}

/** Weights of at least nothing with the least squares of the relative error, drawn to what is usual for the class. */
function fitted(known: readonly Point[]): Float64Array {
  const gram = Array.from({ length: SIZE }, () => new Float64Array(SIZE));
  const right = new Float64Array(SIZE);
  const kinds = new Map<string, number>();
  for (const { sample } of known) kinds.set(sample.kind, (kinds.get(sample.kind) ?? 0) + 1);
  for (const { places, counts, tokens, sample } of known) {
    // Kinds of which there are many texts do not drown the others.
    const weight = 1 / (tokens * tokens) / Math.sqrt(kinds.get(sample.kind) ?? 1);
    places.forEach((a, i) => {
      const row = gram[a] as Float64Array;
      const scaled = (counts[i] ?? 0) * weight;
      right[a] = (right[a] ?? 0) + scaled * tokens;
      places.forEach((b, j) => (row[b] = (row[b] ?? 0) + scaled * (counts[j] ?? 0)));
    });
  }
  const prior = (place: number): number =>
    [
      0.15, 0.2, 0.35, 0.4, 0.4, 0.1, 0.3, 0.3, 0.5, 0.5, 0.6, 0.5, 0.6, 0.6, 0.6, 0.5, 0.6, 0.7, 0.6, 0.5,
      0.3, 0.5, 0.6, 1, 0.7, 0.8, 0.8, 2, 1,
    ][place % CLASSES] ?? 0;
  const mean = gram.reduce((sum, row, i) => sum + (row[i] ?? 0), 0) / SIZE;
  const ridge = RIDGE * mean;
  const solved = Float64Array.from({ length: SIZE }, (_, place) =>
    pairName(place) === undefined ? 0 : prior(place),
  );
  const used = [...solved.keys()].filter((place) => (gram[place]?.[place] ?? 0) > 0);
  for (let round = 0; round < ROUNDS; round++)
    for (const place of used) {
      const row = gram[place] as Float64Array;
      let rest = right[place] ?? 0;
      for (const other of used) rest -= (row[other] ?? 0) * (solved[other] ?? 0);
      const own = row[place] ?? 0;
      solved[place] = Math.max(0, (rest + own * (solved[place] ?? 0) + ridge * prior(place)) / (own + ridge));
    }
  return solved;
}

function estimate({ places, counts }: Point, weights: Float64Array): number {
  return places.reduce((sum, place, i) => sum + (counts[i] ?? 0) * (weights[place] ?? 0), 0);
}

function report(unseen: readonly Point[], weights: Float64Array): void {
  const byKind = Map.groupBy(unseen, ({ sample }) => sample.kind);
  console.log(
    'kind'.padEnd(28),
    'texts'.padStart(6),
    'mean |e|'.padStart(9),
    'bias'.padStart(7),
    'worst'.padStart(7),
    ' chars/token',
  );
  for (const [kind, all] of byKind) {
    const errors = all
      .filter(({ tokens }) => tokens >= 50)
      .map((point) => estimate(point, weights) / point.tokens - 1);
    if (errors.length === 0) continue;
    const tokens = all.reduce((sum, one) => sum + one.tokens, 0);
    const whole = all.reduce((sum, one) => sum + estimate(one, weights), 0) / tokens - 1;
    const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;
    console.log(
      kind.padEnd(28),
      String(errors.length).padStart(6),
      percent(errors.reduce((sum, one) => sum + Math.abs(one), 0) / errors.length).padStart(9),
      percent(whole).padStart(7),
      percent(errors.reduce((worst, one) => (Math.abs(one) > Math.abs(worst) ? one : worst), 0)).padStart(7),
      (all.reduce((sum, one) => sum + one.sample.text.length, 0) / tokens).toFixed(2).padStart(8),
    );
  }
}

function write(weights: Float64Array): void {
  const thousandths = [...weights].map((weight) => Math.round(weight * SCALE));
  const rows = Array.from({ length: STATES }, (_, state) =>
    thousandths.slice(state * CLASSES, (state + 1) * CLASSES).join(' '),
  );
  writeFileSync(WEIGHTS, `${HEAD}const ROWS = [\n${rows.map((row) => `  '${row}',\n`).join('')}];\n${TAIL}`);
}
