import { Worker } from 'node:worker_threads';
import { threadOptions } from '../early-thread.ts';
import { linkThread, type ThreadLink } from '../thread-link.ts';
import type { FromSender, SenderStart, ToSender } from './sender-messages.ts';

/** One run of the sender's thread. */
export type SenderThread = ThreadLink<ToSender>;

/**
 * Starts the thread that sends the log, shut in like that of the log: beyond the bound of its memory it ends, and
 * nothing but sending with it. `onEnd` is called exactly once.
 */
export function startSenderThread(
  url: URL,
  start: SenderStart,
  onMessage: (message: FromSender) => void,
  onEnd: () => void,
): SenderThread {
  const worker = new Worker(url, { ...threadOptions, name: 'log-sender', workerData: start });
  return linkThread(worker, onMessage, onEnd);
}
