import {
  type ContentInspector,
  contentInspector,
} from '../../electron/inspection/content/content-inspector.ts';
import { contentThread } from '../../electron/inspection/content/worker-link.ts';
import { contentWorkerUrl } from '../../electron/inspection/content/worker-location.ts';
import { workerQueue } from '../../electron/inspection/content/worker-queue.ts';
import { detectText } from '../../electron/inspection/detect-text.ts';
import { walkJson } from '../../electron/inspection/walk/json-texts.ts';
import { presetAct } from '../../shared/model/inspection.ts';
import type { Call } from '../../electron/relay/call.ts';
import { rescan } from '../../electron/relay/message.ts';

// What looking at clean answers costs on the road, by size, and how much of the main thread's time a large one takes.
// Prints one JSON line for each size. node bench/inspection/content-cost.ts

const WORDS =
  'The quarterly figures for the northern region are flat. Sales rose by three percent in June, and stock is low. ';

const inspector: ContentInspector = contentInspector({
  policy: {
    act: (watch, direction) => presetAct('guarded', watch, direction, true),
    personal: () => ['email', 'phone', 'iban', 'card', 'national-id', 'ip'],
  },
  nonce: () => 'a1b2c3d4',
  redact: (text) => text,
  now: () => performance.now(),
  worker: workerQueue({ start: contentThread(contentWorkerUrl()) }),
});
const request = rescan(Buffer.from('{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"a"}}'));
const call = { direction: 'client', message: request, client: { id: 'app' }, server: { id: 'files' } };
const answerOf = (text: string) =>
  rescan(
    Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: 1, result: { content: [{ type: 'text', text }] } })),
  );

function best(work: () => unknown, rounds: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 9; round++) {
    const from = process.cpuUsage();
    for (let i = 0; i < rounds; i++) work();
    const { user, system } = process.cpuUsage(from);
    least = Math.min(least, (user + system) / 1000 / rounds);
  }
  return least;
}

const prose = (size: number): string => WORDS.repeat(Math.ceil(size / WORDS.length)).slice(0, size);
for (const size of [1024, 16 * 1024, 60 * 1024]) {
  const text = prose(size);
  const response = answerOf(text);
  const json = response.bytes.toString();
  const rounds = Math.max(5, Math.round(2_000_000 / size));
  const all = best(() => inspector.incoming(call as Call, response), rounds);
  const detectors = best(() => detectText(text, { kind: 'result', personal: [] }), rounds);
  const walk = best(() => walkJson(json, { skipBytes: true, text: () => undefined }), rounds);
  console.log(JSON.stringify({ size, ms: all, detectorsMs: detectors, walkMs: walk }));
}
const rowsText = JSON.stringify(
  Array.from({ length: 200 }, (_, id) => ({
    id,
    name: `Item number ${id}`,
    state: 'open',
    url: `https://example.org/i/${id}`,
  })),
);
const structured = rescan(
  Buffer.from(`{"jsonrpc":"2.0","id":1,"result":{"content":[],"structuredContent":{"rows":${rowsText}}}}`),
);
console.log(
  JSON.stringify({
    structured: structured.bytes.length,
    ms: best(() => inspector.incoming(call as Call, structured), 100),
  }),
);
for (const megabytes of [1, 10]) {
  const response = answerOf(prose(megabytes * 1024 * 1024));
  const from = performance.now();
  const own = process.threadCpuUsage();
  const seen = await inspector.incoming(call as Call, response);
  const { user, system } = process.threadCpuUsage(own);
  console.log(
    JSON.stringify({
      megabytes,
      ms: Math.round(performance.now() - from),
      mainThreadMs: (user + system) / 1000,
      asks: seen?.ask,
    }),
  );
}
await inspector.close();
