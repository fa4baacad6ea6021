/** How the page knows time and drawing; tests give their own. */
export interface PageClock {
  /** Runs once what is there now has been drawn, with the time of that; gives back what takes it off. */
  readonly drawn: (run: (at: number) => void) => () => void;
  /** When an event was made, on the same clock. */
  readonly madeAt: (event: Event) => number;
  /** Now, on the same clock. */
  readonly now: () => number;
}

/** The clock of the page itself. */
export const pageClock: PageClock = {
  drawn: (run) => {
    // The first frame draws; when the second one begins, the first can be seen. A hidden window draws no frames.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => run(performance.now()));
    });
    return () => cancelAnimationFrame(frame);
  },
  madeAt: (event) => event.timeStamp,
  now: () => performance.now(),
};
