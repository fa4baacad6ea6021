import { Worker } from 'node:worker_threads';
import { takeEarlyThread, threadOptions } from './early-thread.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts';

/** One run of the worker. */
export interface WorkerLink {
  send(message: ToWorker): void;
  /** Ends the thread; `onEnd` is still called. */
  end(): Promise<void>;
}

/**
 * Starts the worker. `onMessage` gets what it says; `onEnd` is called exactly once when the thread is gone, for
 * whatever reason, also because it went beyond the bound of its memory.
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
  worker.on('message', onMessage);
  // The exit that follows is what counts; without a listener the error would end the whole process.
  worker.on('error', () => {});
  worker.once('exit', onEnd);
  return {
    send: (message) => worker.postMessage(message),
    end: async () => {
      await worker.terminate();
    },
  };
}
