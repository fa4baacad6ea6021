import type { Steps } from '../steps.ts';

/** About a hundredth of a second of the slowest reading. */
const SLICE = 128 * 1024;
/** Some ten seconds, with pauses. */
const BUDGET = 1024 * 1024 * 1024;

/** What is answered instead of a result when the budget is used up. */
export const GIVEN_UP = Symbol('given up');

/**
 * Does it with pauses in which others have their turn, so that a long message holds up nobody; given up when it is
 * too much.
 */
export async function inSlices<T>(
  steps: Steps<T>,
  pause: () => Promise<void>,
  budget = BUDGET,
): Promise<T | typeof GIVEN_UP> {
  let all = 0;
  for (let read = 0; ;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    read += value;
    if (read < SLICE) continue;
    all += read;
    if (all > budget) return GIVEN_UP;
    read = 0;
    // oxlint-disable-next-line no-await-in-loop -- one slice after the other is the purpose
    await pause();
  }
}
