import { parentPort } from 'node:worker_threads';
import { judge } from './judge.ts';
import type { FromContentWorker, ToContentWorker } from './worker-messages.ts';

// The program of the inspection's thread: what is too large to be looked at between two calls is looked at here.

parentPort?.on('message', ({ id, bytes, task }: ToContentWorker) => {
  const judged = judge(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), task);
  const changed = judged?.changed;
  // A buffer of the pool would take its neighbours along.
  const copy = changed && new Uint8Array(changed);
  const answer: FromContentWorker = {
    id,
    judged: judged && { ...judged, ...(copy === undefined ? {} : { changed: copy }) },
  };
  parentPort?.postMessage(answer, copy === undefined ? [] : [copy.buffer]);
});
parentPort?.postMessage({ id: 0, judged: undefined } satisfies FromContentWorker);
