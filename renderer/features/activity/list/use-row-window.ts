import type { RefObject } from 'react';
import { useScrollPlace } from '../../../ui/use-scroll-place.ts';

/** The height of a row, in pixels. */
export const ROW = 36;
/** The height of the names of the columns, in pixels; they stay in sight above the rows. */
export const HEAD = 32;

export interface RowWindow {
  readonly count: number;
  /** The list, which scrolls. */
  readonly element: RefObject<HTMLDivElement | null>;
  /** The row that the list refers to as the active one; -1 while there is none. */
  readonly activeIndex: number;
  /** So many rows are in the page beyond those in sight, at either end. */
  readonly overscan: number;
}

export interface RowInWindow {
  readonly index: number;
  /** How far below the beginning of the rows it is, in pixels. */
  readonly top: number;
}

/** Which rows of a long list are in the page: those in sight, and the active one, because the list refers to it. */
export function useRowWindow({ count, element, activeIndex, overscan }: RowWindow): {
  readonly rows: readonly RowInWindow[];
  /** The height of all rows, in pixels. */
  readonly height: number;
} {
  const { top, height } = useScrollPlace(element, ROW);
  const from = Math.max(0, Math.floor((top - HEAD) / ROW) - overscan);
  const to = Math.min(count, Math.ceil((top + height - HEAD) / ROW) + 1 + overscan);
  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place);
  if (activeIndex >= 0 && activeIndex < from) indexes.unshift(activeIndex);
  if (activeIndex >= to && activeIndex < count) indexes.push(activeIndex);
  return { rows: indexes.map((index) => ({ index, top: index * ROW })), height: count * ROW };
}

/** How much of the list its rows have, in pixels; of a list that is not in the page, nothing. */
export const rowsHeight = (list: HTMLElement | null): number => (list?.clientHeight ?? HEAD) - HEAD;
