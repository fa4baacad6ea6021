import type { OverviewBar } from '../../../../shared/model/history.ts';

/** What bars are made of, from the bottom: shapes that can be told apart also without colours. */
export const kinds = ['ok', 'held', 'broken', 'other'] as const;
export type Kind = (typeof kinds)[number];

/** How many calls of a bar are of each kind. */
export const partsOf = ({ outcomes }: Pick<OverviewBar, 'outcomes'>): Readonly<Record<Kind, number>> => ({
  ok: outcomes.ok,
  held: outcomes.refused + outcomes['tool-error'],
  broken: outcomes.failed + outcomes.error,
  other: outcomes.cancelled + outcomes.open,
});

/** The sum of bars. */
export function sumOf(bars: readonly OverviewBar[]): Readonly<Record<Kind, number>> {
  const sum = { ok: 0, held: 0, broken: 0, other: 0 };
  for (const bar of bars) for (const kind of kinds) sum[kind] += partsOf(bar)[kind];
  return sum;
}

/** The end of the scale: the least of 1, 2, 5, 10, 20, 50 … that no bar is beyond. */
export function scaleOf(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  return [1, 2, 5, 10].map((step) => step * power).find((end) => end >= most) ?? most;
}
