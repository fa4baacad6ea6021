import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { root } from '../../test/e2e/fixtures/binary.ts';
import { median, spread, type Spread } from '../measure/statistics.ts';

const ROUNDS = 9;
const EMPTY = 'empty-for-measuring.html';
const file = join(root, 'dist/renderer', EMPTY);

/** Puts the empty page beside the built ones, before the app starts: it serves what was there then. Removes it again. */
export function placeEmptyPage(): () => void {
  writeFileSync(file, '<!doctype html><meta charset="utf-8"><title>empty</title><p>empty</p>');
  return () => rmSync(file, { force: true });
}

/** Milliseconds from the beginning of a load to the first text or shape on the page. */
export interface FirstPaint {
  readonly window: Spread;
  readonly empty: Spread;
  /** Of both, what passes before the document is there: the app's handler, and whatever runs the window. */
  readonly before: number;
}

interface Painted {
  readonly first: number;
  readonly before: number;
}

const painted = (page: Page): Promise<Painted> =>
  page.evaluate(
    () =>
      new Promise<Painted>((resolve) => {
        new PerformanceObserver((list, observer) => {
          const entry = list.getEntries().find(({ name }) => name === 'first-contentful-paint');
          if (entry === undefined) return;
          observer.disconnect();
          const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
          resolve({ first: entry.startTime, before: load?.responseEnd ?? Number.NaN });
        }).observe({ type: 'paint', buffered: true });
      }),
  );

/**
 * Loads the app's window and a page of one word by turns, in the same window and through the same handler. The window
 * asks its host for everything anew each time.
 */
export async function measureFirstPaint(page: Page): Promise<FirstPaint> {
  const home = page.url();
  const ours: Painted[] = [];
  const theirs: Painted[] = [];
  // The first load of each warms what is kept of compiled code, as it is warm for whoever opens the window again.
  for (let round = 0; round <= ROUNDS; round++) {
    await page.goto(new URL(`/${EMPTY}`, home).href);
    const nothing = await painted(page);
    await page.goto(home);
    const window = await painted(page);
    if (round === 0) continue;
    ours.push(window);
    theirs.push(nothing);
  }
  return {
    window: spread(ours.map(({ first }) => first)),
    empty: spread(theirs.map(({ first }) => first)),
    before: median([...ours, ...theirs].map(({ before }) => before)),
  };
}
