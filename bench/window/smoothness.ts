import type { Page } from 'playwright/test';

/** What one page went through while it was watched. Milliseconds. */
export interface Smoothness {
  /** The longest task that blocked the page; 0 when none took 50 ms. */
  readonly longestTask: number;
  readonly longTasks: number;
  readonly frames: number;
  /** The longest time between two frames. */
  readonly longestFrame: number;
}

interface Watched extends Window {
  __watch?: { tasks: number[]; frames: number; last: number; longestFrame: number; stop: boolean };
}

/** Begins to watch a page. */
export async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const state = { tasks: [] as number[], frames: 0, last: performance.now(), longestFrame: 0, stop: false };
    (window as Watched).__watch = state;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) state.tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
    const frame = (): void => {
      const now = performance.now();
      state.frames += 1;
      state.longestFrame = Math.max(state.longestFrame, now - state.last);
      state.last = now;
      if (!state.stop) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** Ends the watch and tells what was seen. */
export async function seen(page: Page): Promise<Smoothness> {
  return page.evaluate(() => {
    const state = (window as Watched).__watch;
    if (state === undefined) throw new Error('The page was not watched.');
    state.stop = true;
    return {
      longestTask: Math.max(0, ...state.tasks),
      longTasks: state.tasks.length,
      frames: state.frames,
      longestFrame: state.longestFrame,
    };
  });
}

/**
 * A piece of work of about `ms` on this machine when nothing else goes on, as a number of turns of a loop. An empty
 * page that does it during the load shows how much longer everything takes because others use the processors.
 */
export async function turnsFor(page: Page, ms: number): Promise<number> {
  return page.evaluate((wanted) => {
    const spin = (turns: number): number => {
      const began = performance.now();
      let x = 1;
      for (let i = 0; i < turns; i++) x = (x * 1103515245 + 12345) % 2147483648;
      return x < 0 ? 0 : performance.now() - began;
    };
    let turns = 100_000;
    while (spin(turns) < wanted) turns *= 2;
    const samples = Array.from({ length: 15 }, () => spin(turns)).sort((a, b) => a - b);
    return Math.round((turns * wanted) / (samples[7] ?? wanted));
  }, ms);
}

/** How long the same work takes now: every sample of a page that does it five times a second until it is stopped. */
export async function sampleTurns(page: Page, turns: number, seconds: number): Promise<number[]> {
  return page.evaluate(
    ([count, length]) =>
      new Promise<number[]>((resolve) => {
        const samples: number[] = [];
        const ends = performance.now() + length * 1000;
        const once = (): void => {
          const began = performance.now();
          let x = 1;
          for (let i = 0; i < count; i++) x = (x * 1103515245 + 12345) % 2147483648;
          if (x >= 0) samples.push(performance.now() - began);
          if (performance.now() < ends) setTimeout(once, 200);
          else resolve(samples);
        };
        once();
      }),
    [turns, seconds] as const,
  );
}

/** Bytes of the page's live objects, after a collection. */
export async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize;
  } finally {
    await session.detach();
  }
}
