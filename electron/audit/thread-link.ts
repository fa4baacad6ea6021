import type { Worker } from 'node:worker_threads';

/** One run of a thread, from the side that started it. */
export interface ThreadLink<To> {
  send(message: To): void;
  /** Ends the thread whatever it does; `onEnd` is still called. */
  end(): Promise<void>;
}

/**
 * Links a thread that was just started. `onMessage` gets what it says; `onEnd` is called exactly once when the thread is
 * gone, for whatever reason, also because it went beyond the bound of its memory.
 */
export function linkThread<To, From>(
  worker: Worker,
  onMessage: (message: From) => void,
  onEnd: () => void,
): ThreadLink<To> {
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
