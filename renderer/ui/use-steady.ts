import { useCallback, useLayoutEffect, useRef } from 'react';
import { DEAD_MS } from '../popup/state/guard.ts';
import { pageClock } from './page-clock.ts';

/** Whether an act can be meant for what is shown. */
export type Steady = (act: { readonly timeStamp: number }) => boolean;

/**
 * Tells whether a click can be meant for what is shown, which `shown` names: for a moment after that has changed it was
 * meant for what stood there before. Judged by when the click was made, and from when the change could be seen: on a busy
 * computer the second half of a double click waits behind the drawing, and would then pass for a second thought.
 */
export function useSteady(shown = ''): Steady {
  const seen = useRef(Infinity);
  useLayoutEffect(() => {
    seen.current = Infinity;
    return pageClock.drawn((at) => {
      seen.current = at;
    });
  }, [shown]);
  return useCallback(
    // No event is of the future: one that says so is judged by now.
    ({ timeStamp }) => Math.min(timeStamp, pageClock.now()) - seen.current >= DEAD_MS,
    [],
  );
}
