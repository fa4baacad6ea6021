/** Runs something soon, once; gives back what calls it off. */
export type Schedule = (run: () => void) => () => void;

/** The next frame, or a quarter of a second while the window draws none because it is hidden. */
export const nextFrame: Schedule = (run) => {
  const once = (): void => {
    off();
    run();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, 250);
  const off = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  return off;
};
