import { useCallback, useLayoutEffect, useMemo, useReducer, useRef, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useScrollPlace } from '../../ui/use-scroll-place.ts';

/** A box is at least so high, in pixels, also where nothing was laid out yet. */
const LEAST_HEIGHT = 480;
const STEP = 16;

export interface MeasuredRow {
  readonly key: string;
  readonly index: number;
  /** In pixels. */
  readonly top: number;
}

/** Where each row begins, and where the last one ends; a row that was never seen is as high as most are. */
export function placesOf(
  keys: readonly string[],
  heights: ReadonlyMap<string, number>,
  usual: number,
): readonly number[] {
  const places = [0];
  for (const [index, key] of keys.entries()) places.push((places[index] ?? 0) + (heights.get(key) ?? usual));
  return places;
}

/** The row in which a place is: the last one that begins at or above it. */
export function rowAt(places: readonly number[], place: number): number {
  let [low, high] = [0, Math.max(0, places.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((places[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Which rows of a long list are in the page, where each is as high as what is in it. `keys` are unique. `measure` is the
 * `ref` of each row, which has its key as `data-row`. What is above the rows in sight can turn out higher than it was
 * taken for without moving them.
 */
export function useMeasuredRows(options: {
  readonly element: RefObject<HTMLElement | null>;
  readonly keys: readonly string[];
  /** How high most rows are, in pixels. */
  readonly usual: number;
  readonly overscan: number;
}): {
  readonly rows: readonly MeasuredRow[];
  readonly height: number;
  readonly measure: (row: HTMLElement | null) => (() => void) | undefined;
} {
  const { element, keys, usual, overscan } = options;
  const { top, height } = useScrollPlace(element, STEP);
  const heights = useRef(new Map<string, number>());
  const [version, anew] = useReducer((count: number) => count + 1, 0);
  const places = useMemo(() => placesOf(keys, heights.current, usual), [keys, usual, version]);
  const latest = useRef({ keys, places });
  useLayoutEffect(() => {
    latest.current = { keys, places };
  });

  const note = useCallback(
    (rows: readonly HTMLElement[]) => {
      let [changed, above] = [false, 0];
      for (const row of rows) {
        const { row: key = '' } = row.dataset;
        const now = row.offsetHeight;
        const before = heights.current.get(key) ?? usual;
        // Nothing is laid out in it.
        if (now === 0 || now === before) continue;
        heights.current.set(key, now);
        changed = true;
        const index = latest.current.keys.indexOf(key);
        const end = latest.current.places[index + 1] ?? Number.POSITIVE_INFINITY;
        if (end <= (element.current?.scrollTop ?? 0)) above += now - before;
      }
      // Before it is painted, or rows would be seen on top of each other.
      if (changed) flushSync(anew);
      if (above !== 0 && element.current !== null) element.current.scrollTop += above;
    },
    [element, usual],
  );
  const sizes = useRef<ResizeObserver>(undefined);
  const measure = useCallback(
    (row: HTMLElement | null) => {
      if (row === null || typeof ResizeObserver === 'undefined') return undefined;
      const observer = (sizes.current ??= new ResizeObserver((entries) =>
        note(entries.map(({ target }) => target as HTMLElement)),
      ));
      observer.observe(row);
      return () => observer.unobserve(row);
    },
    [note],
  );

  const from = Math.max(0, rowAt(places, top) - overscan);
  const to = Math.min(keys.length, rowAt(places, top + STEP + Math.max(height, LEAST_HEIGHT)) + 1 + overscan);
  return {
    rows: keys.slice(from, to).map((key, place) => ({
      key,
      index: from + place,
      top: places[from + place] ?? 0,
    })),
    height: places.at(-1) ?? 0,
    measure,
  };
}
