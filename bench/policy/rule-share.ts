import { median } from '../measure/statistics.ts';
import { addedP50 } from '../report/figures.ts';
import type { Matrix } from '../report/ratios.ts';
import type { RuleCost } from './rules-cost.ts';

/** Calls one after the other with a short answer: where a decision weighs most. */
export const LINE_CELLS = ['http-line-1', 'stdio-line-1'] as const;

/** What 1,000 rules add to a decision beside what Doorward as a whole adds to a call. */
export interface RuleShare {
  readonly cost: RuleCost;
  /** Added p50 of a call in one of the line cells, the smaller of them, in microseconds. Absent: neither was measured. */
  readonly addedMicros?: number;
  /** Whether that was measured in the cells of this run or in a few rounds of its own. */
  readonly measuredIn: 'this run' | 'a short run';
  /** Percent of it that the rules add: the greater of a read and a write. Absent like the above. */
  readonly percent?: number;
}

/** Doorward's added p50 in the line cells, the smaller, in microseconds. Undefined when neither was measured. */
export function lineAddedMicros(matrix: Matrix): number | undefined {
  const added = LINE_CELLS.flatMap((cell) => {
    const rounds = addedP50(matrix.get(cell) ?? [], 'doorward');
    return rounds.length === 0 ? [] : [median(rounds) * 1000];
  });
  return added.length === 0 ? undefined : Math.min(...added);
}

/** Relates the two. A difference below zero is noise and counts as it is. */
export function ruleShare(
  cost: RuleCost,
  addedMicros: number | undefined,
  measuredIn: RuleShare['measuredIn'],
): RuleShare {
  if (addedMicros === undefined || !(addedMicros > 0)) return { cost, measuredIn };
  const worst = Math.max(cost.read.added.median, cost.write.added.median) / 1000;
  return { cost, addedMicros, measuredIn, percent: (worst * 100) / addedMicros };
}
