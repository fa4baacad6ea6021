// Preloaded (`node --expose-gc --expose-internals --import …`) into the host of the soak: asked over the process channel,
// it tells how late the event loop was, what is held after a collection of garbage, and which timers wait. It keeps
// nothing, does not keep the host alive, and is no part of Doorward.
import { createRequire } from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';

/** What the host is asked. `lag`: tell, and begin anew. */
export type ProbeOrder = 'lag' | 'held';

export interface Lag {
  /** Milliseconds beyond what was asked for. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export interface Held {
  readonly heapMiB: number;
  /** Waiting timers, also those that do not keep the process alive. */
  readonly timers: number;
  /** Open handles by kind. */
  readonly handles: Readonly<Record<string, number>>;
}

const MIB = 1024 * 1024;
const RESOLUTION_MS = 10;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

interface Node {
  _idleNext?: Node;
}

/** Node keeps one circular list for each length of a timer; there is no public way to count them. */
function timers(): number {
  const { timerListMap } = createRequire(import.meta.url)('internal/timers') as {
    timerListMap: Readonly<Record<string, Node>>;
  };
  let count = 0;
  for (const list of Object.values(timerListMap))
    for (let node = list._idleNext; node !== undefined && node !== list; node = node._idleNext) count++;
  return count;
}

function lag(): Lag {
  const over = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  const told = { p50: over(delay.percentile(50)), p99: over(delay.percentile(99)), max: over(delay.max) };
  delay.reset();
  return told;
}

async function held(): Promise<Held> {
  // The collection is ours: it is not counted as the host's own lateness.
  delay.disable();
  globalThis.gc?.();
  // Finalizers free native memory after a first collection; a second one then sees it gone.
  await pause(50);
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  const handles: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) handles[kind] = (handles[kind] ?? 0) + 1;
  delay.enable();
  return { heapMiB: (heapUsed + external) / MIB, timers: timers(), handles };
}

if (isMainThread && process.send !== undefined) {
  delay.enable();
  process.on('message', (order: ProbeOrder) => {
    if (order === 'lag') process.send?.(lag());
    else void held().then((told) => process.send?.(told));
  });
  process.channel?.unref();
}
