import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { spawn } from 'node:child_process';

/** Time as this folder needs it. Injected, so that waits and back-off can be tested without waiting. */
export interface Clock {
  /** Milliseconds since the epoch, for what people read. */
  now(): number;
  /** Milliseconds that never run backwards, for every decision: a clock set back a day must stop nothing. */
  monotonic(): number;
  /** Runs `run` once after `ms`; the answer takes it back. */
  after(ms: number, run: () => void): () => void;
}

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Starts one program from an argument list. Never given `shell`, so nothing in the arguments is interpreted. */
export type SpawnPort = (file: string, args: readonly string[], options: SpawnOptions) => ChildProcess;

/** The real thing. */
export const systemSpawn: SpawnPort = (file, args, options) => spawn(file, [...args], options);

/** Resolves to true when `event` settles within `ms`, to false when the time is over first. */
export function within(event: Promise<unknown>, ms: number, clock: Clock): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, () => resolve(false));
    void event
      .catch(() => undefined)
      .then(() => {
        cancel();
        return resolve(true);
      });
  });
}

/** Resolves after `ms`. */
export function pause(ms: number, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    clock.after(ms, resolve);
  });
}
