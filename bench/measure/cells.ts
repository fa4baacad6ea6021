import type { Size, Upstream } from '../systems/system.ts';

/** One cell of the table: which upstream, how long an answer, how many calls at once. */
export interface Cell {
  readonly id: string;
  readonly upstream: Upstream;
  readonly size: Size;
  readonly atOnce: 1 | 32;
  readonly tool: string;
  readonly atLeastBytes: number;
  /** Calls that are measured in each round. */
  readonly calls: number;
}

const SIZES = [
  { size: 'line', tool: 'echo', atLeastBytes: 0, calls: { 1: 500, 32: 3000 } },
  { size: 'kb', tool: 'kb', atLeastBytes: 1024, calls: { 1: 300, 32: 1500 } },
  { size: 'big', tool: 'big', atLeastBytes: 100 * 1024, calls: { 1: 100, 32: 300 } },
] as const;

/** All twelve cells, for example `http-line-1` or `stdio-big-32`. */
export const CELLS: readonly Cell[] = (['http', 'stdio'] as const).flatMap((upstream) =>
  SIZES.flatMap(({ size, tool, atLeastBytes, calls }) =>
    ([1, 32] as const).map((atOnce) => ({
      id: `${upstream}-${size}-${atOnce}`,
      upstream,
      size,
      atOnce,
      tool,
      atLeastBytes,
      calls: calls[atOnce],
    })),
  ),
);
