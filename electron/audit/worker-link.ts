import { Worker } from 'node:worker_threads';
import { takeEarlyThread, threadOptions } from './early-thread.ts';
import { linkThread, type ThreadLink } from './thread-link.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts';

/** One run of the worker. */
export type WorkerLink = ThreadLink<ToWorker>;

/**
 * Starts the worker, or takes the one that was started early. `onMessage` gets what it says; `onEnd` is called exactly
 * once when the thread is gone, for whatever reason, also because it went beyond the bound of its memory.
 */
export function startWorker(
  url: URL,
  settings: WorkerStart,
  onMessage: (message: FromWorker) => void,
  onEnd: () => void,
): WorkerLink {
  const early = takeEarlyThread(url);
  const worker = early ?? new Worker(url, { ...threadOptions, workerData: settings });
  early?.postMessage(settings);
  return linkThread(worker, onMessage, onEnd);
}
