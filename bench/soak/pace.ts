import { setTimeout as pause } from 'node:timers/promises';

const TICK_MS = 10;

export interface Paced {
  /** Calls that were meant to be made. */
  readonly due: number;
  readonly made: number;
  /** Not made, because too many were open: the machine cannot hold the rate. */
  readonly heldBack: number;
  readonly seconds: number;
}

/**
 * Makes calls at a rate that does not depend on how fast they are answered (open loop), for so many seconds; resolves
 * when the last of them has ended. With `room` calls open those that are due meanwhile are not made, and counted.
 */
export async function pace(
  rate: number,
  seconds: number,
  room: number,
  call: () => Promise<void>,
): Promise<Paced> {
  const begun = performance.now();
  const open = new Set<Promise<void>>();
  let due = 0;
  let heldBack = 0;
  for (;;) {
    const elapsed = Math.min((performance.now() - begun) / 1000, seconds);
    for (const now = Math.floor(elapsed * rate); due < now; due++) {
      if (open.size >= room) {
        heldBack++;
        continue;
      }
      const one: Promise<void> = call().finally(() => open.delete(one));
      open.add(one);
    }
    if (elapsed >= seconds) break;
    await pause(TICK_MS);
  }
  const took = (performance.now() - begun) / 1000;
  await Promise.all(open);
  return { due, made: due - heldBack, heldBack, seconds: took };
}
