import { Worker } from 'node:worker_threads';
import type { FromContentWorker, ToContentWorker } from './worker-messages.ts';

/** One run of the worker. */
export interface ContentThread {
  send(message: ToContentWorker): void;
  /** Ends the thread; nothing is heard from it any more. */
  end(): Promise<void>;
}

export interface ThreadEvents {
  readonly answered: (message: FromContentWorker) => void;
  /** It is gone and was not told to go. */
  readonly died: () => void;
}

export type StartThread = (events: ThreadEvents) => ContentThread;

/**
 * How the worker is started. It inherits neither arguments nor environment, which may hold secrets, and its memory is
 * bounded; beyond the bound it ends like after any crash.
 */
export function contentThread(url: URL): StartThread {
  return ({ answered, died }) => {
    const worker = new Worker(url, {
      name: 'inspection',
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8 },
    });
    let ended = false;
    worker.on('message', (message: FromContentWorker) => {
      if (!ended) answered(message);
    });
    // The exit that follows is what counts; without a listener the error would end the whole process.
    worker.on('error', () => {});
    worker.once('exit', () => {
      if (!ended) died();
    });
    return {
      send: (message) => worker.postMessage(message, [message.bytes.buffer as ArrayBuffer]),
      end: async () => {
        ended = true;
        await worker.terminate();
      },
    };
  };
}
