import type { Finding } from '../../finding.ts';
import type { Place } from '../../decode/part.ts';
import type { Opinion } from './judge.ts';

// What the judge changes in what was found. Chosen on texts of authors that it was not trained with
// (docs/injection-model.md).

/** From here on a piece is an order although nothing else found it. */
const ADDS = 2;
/** What the grammar finds stands from here on: short texts have little to say for themselves. */
const KEEPS = { plain: 0.63, other: 0.75 };
/** The grammar is as good as sure. */
const PLAIN = 0.85;
const SCORE = 0.55;
const STEP = 0.06;
const MOST = 0.85;

/** Whether a finding of the grammar stands: it is plain, or the piece that it is in does not sound honest. */
export function stands({ start, end }: Place, score: number, opinions: readonly Opinion[]): boolean {
  let mean = Number.NEGATIVE_INFINITY;
  for (const one of opinions) if (one.start < end && one.end > start) mean = Math.max(mean, one.mean);
  if (mean === Number.NEGATIVE_INFINITY) return true;
  return mean >= (score >= PLAIN ? KEEPS.plain : KEEPS.other);
}

/** What the judge finds by itself, at the sentence that says most of it. */
export function findingsOf(opinions: readonly Opinion[]): Finding[] {
  return opinions
    .filter(({ odds }) => odds >= ADDS)
    .map(({ odds, said, about }) => ({
      detector: 'injection',
      type: 'model',
      start: said.start,
      end: Math.max(said.end, said.start + 1),
      score: Math.min(MOST, SCORE + (odds - ADDS) * STEP),
      signals: ['model', ...about],
    }));
}
