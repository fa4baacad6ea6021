import { parentPort, workerData } from 'node:worker_threads';
import type { SenderStart, ToSender } from './sender-messages.ts';
import { openSenders } from './senders.ts';

// The program of the thread that sends the log. It has the log open only while it reads, and writes nothing to it: what
// hangs, fails or runs out of memory here costs no call a moment.

if (parentPort !== null) {
  const port = parentPort;
  const start: SenderStart = workerData;
  const senders = openSenders({
    start,
    send: (message) => port.postMessage(message),
    now: Date.now,
    random: Math.random,
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  port.on('message', (message: ToSender) => {
    if (message.ask === 'close') void senders.close().then(() => port.close());
    else senders.receive(message);
  });
}
