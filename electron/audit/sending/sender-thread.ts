import { Worker } from 'node:worker_threads';
import type { FromSender, SenderStart, ToSender } from './sender-messages.ts';

/** One run of the sender's thread. */
export interface SenderThread {
  send(message: ToSender): void;
  /** Ends the thread whatever it does; `onEnd` is still called. */
  end(): Promise<void>;
}

/**
 * Starts the thread that sends the log. It inherits neither arguments nor environment, and its memory is bounded: beyond
 * the bound it ends, and nothing but sending with it. `onEnd` is called exactly once.
 */
export function startSenderThread(
  url: URL,
  start: SenderStart,
  onMessage: (message: FromSender) => void,
  onEnd: () => void,
): SenderThread {
  const worker = new Worker(url, {
    name: 'log-sender',
    workerData: start,
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
