import { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts';

/** One run of the worker. */
export interface WorkerLink {
  send(message: ToWorker): void;
  /** Ends the thread; `onEnd` is still called. */
  end(): Promise<void>;
}

/**
 * Starts the worker. `onMessage` gets what it says; `onEnd` is called exactly once when the thread is gone, for
 * whatever reason. The thread inherits neither arguments nor environment, which may hold secrets, and its memory
 * is bounded; beyond the bound it ends like after any crash.
 */
export function startWorker(
  url: URL,
  settings: WorkerStart,
  onMessage: (message: FromWorker) => void,
  onEnd: () => void,
): WorkerLink {
  const worker = new Worker(url, {
    name: 'call-log',
    workerData: settings,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 },
  });
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
