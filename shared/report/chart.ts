import type { Section } from './sections.ts';

/** How a mark is drawn: filled, as an outline, or of a range: the whole, the middle, the upper part. */
export type MarkRole = 'now' | 'before' | 'span' | 'middle' | 'upper';

export interface Mark {
  readonly role: MarkRole;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A chart without its texts, in units of its own; whoever draws it puts names beside the marks. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  /** Lines across, each with a number: horizontal ones for columns, vertical ones for ranges. */
  readonly lines: readonly { readonly at: number; readonly value: number }[];
  /** Where the name of a row of the table stands; not every column of a chart has one. */
  readonly names: readonly { readonly at: number; readonly row: number }[];
}

/** Room of a chart for what stands beside its marks. */
export const plot = {
  left: 44,
  top: 8,
  right: 4,
  bottom: 20,
  bar: 22,
  width: 560,
  columns: 180,
  bars: 360,
} as const;
const mostNames = 8;

/** The drawing of a part; undefined when it has no chart or there is nothing to draw. */
export function drawingOf({ chart, rows }: Section): Drawing | undefined {
  if (chart === undefined || rows.length === 0) return undefined;
  const numbers = (column: number): number[] =>
    rows.map((row) => {
      const value = row[column];
      return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;
    });
  const now = numbers(chart.value[0] ?? 0);
  const before = chart.before === undefined ? now.map(() => 0) : numbers(chart.before);
  if (Math.max(...now, ...before) === 0) return undefined;
  if (chart.kind === 'columns') return columns(now, before);
  if (chart.kind === 'bars') return bars(now, before);
  return ranges(now, numbers(chart.value[1] ?? 0), numbers(chart.value[2] ?? 0));
}

/** The next round number: 1, 2 or 5 with zeros; so that a line in the middle of a count is a whole number or ends in .5. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  for (const step of [1, 2, 4, 5, 10]) if (step * power >= value) return step * power;
  return 10 * power;
}

function columns(now: readonly number[], before: readonly number[]): Drawing {
  const most = roundUp(Math.max(...now, ...before));
  const { left, top, right, bottom, width, columns: high } = plot;
  const room = (width - left - right) / now.length;
  const thick = Math.min(room * 0.36, 28);
  const floor = high - bottom;
  const mark = (role: 'now' | 'before', value: number, x: number): Mark => {
    const height = ((floor - top) * value) / most;
    return { role, x, y: floor - height, width: thick, height };
  };
  const middle = (place: number): number => left + room * (place + 0.5);
  const every = Math.ceil(now.length / mostNames);
  return {
    width,
    height: high,
    marks: now.flatMap((value, place) =>
      [
        mark('before', before[place] ?? 0, middle(place) - thick - 1),
        mark('now', value, middle(place) + 1),
      ].filter(({ height }) => height > 0),
    ),
    lines: [0, most / 2, most].map((value) => ({ value, at: floor - ((floor - top) * value) / most })),
    names: now.flatMap((_, row) => (row % every === 0 ? [{ row, at: middle(row) }] : [])),
  };
}

function bars(now: readonly number[], before: readonly number[]): Drawing {
  const most = Math.max(...now, ...before);
  const { bar, bars: width } = plot;
  const mark = (role: 'now' | 'before', value: number, y: number, height: number): Mark => ({
    role,
    x: 0,
    y,
    width: (width * value) / most,
    height,
  });
  return {
    width,
    height: bar * now.length,
    marks: now.flatMap((value, row) =>
      [mark('now', value, row * bar + 3, 9), mark('before', before[row] ?? 0, row * bar + 13, 5)].filter(
        (one) => one.width > 0,
      ),
    ),
    lines: [],
    names: now.map((_, row) => ({ row, at: row * bar + bar / 2 })),
  };
}

/** Short and long times side by side need a scale on which each line is ten times the one before. */
function ranges(low: readonly number[], high: readonly number[], highest: readonly number[]): Drawing {
  const { bar, bars: width, bottom } = plot;
  const first = Math.floor(Math.log10(Math.max(Math.min(...low.filter((ms) => ms > 0)), 0.1)));
  const last = Math.max(Math.ceil(Math.log10(Math.max(...highest, 1))), first + 1);
  const at = (ms: number): number => {
    const share = (Math.log10(Math.max(ms, 10 ** first)) - first) / (last - first);
    return width * Math.min(Math.max(share, 0), 1);
  };
  const mark = (role: MarkRole, from: number, to: number, y: number, height: number): Mark => ({
    role,
    x: from,
    y,
    width: Math.max(to - from, 2),
    height,
  });
  return {
    width,
    height: bar * low.length + bottom,
    marks: low.flatMap((ms, row) => {
      const [from, to, end] = [at(ms), at(high[row] ?? ms), at(highest[row] ?? ms)];
      return [
        mark('upper', to, end, row * bar + 10, 2),
        mark('span', from, to, row * bar + 7, 8),
        mark('middle', Math.max(from - 1.5, 0), Math.max(from - 1.5, 0) + 3, row * bar + 4, 14),
      ];
    }),
    lines: Array.from({ length: last - first + 1 }, (_, step) => ({
      value: 10 ** (first + step),
      at: (width * step) / (last - first),
    })),
    names: low.map((_, row) => ({ row, at: row * bar + bar / 2 })),
  };
}
