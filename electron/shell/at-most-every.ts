/** What starts and ends a wait; injected so that tests need not wait. */
export interface Timers {
  now(): number;
  after: (ms: number, run: () => void) => () => void;
}

export const systemTimers: Timers = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Runs `work` when asked, but at most once in `ms`; the last request of a burst is always followed by a run. */
export function atMostEvery(ms: number, work: () => void, timers: Timers = systemTimers) {
  let last = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | undefined;
  const run = (): void => {
    cancel = undefined;
    last = timers.now();
    work();
  };
  return {
    ask(): void {
      if (cancel !== undefined) return;
      const wait = last + ms - timers.now();
      if (wait <= 0) run();
      else cancel = timers.after(wait, run);
    },
    end(): void {
      cancel?.();
      cancel = undefined;
    },
  };
}
