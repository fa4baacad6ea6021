import { compileMask, type Mask } from '../../electron/inspection/masks/mask.ts';
import { maskInspectors } from '../../electron/inspection/masks/mask-inspector.ts';
import type { Call } from '../../electron/relay/call.ts';
import { rescan } from '../../electron/relay/message.ts';

// How long masks hold up the main thread while they look at an answer of ten megabytes: the longest piece of work
// between two pauses, in milliseconds of processor time, and all of it. Prints one JSON line for each kind of text.
// node bench/inspection/mask-cost.ts

const SIZE = 10_000_000;
const compiled = (find: Mask['find'], name: string) => {
  const mask = compileMask({ name, find, way: 'reversible', direction: 'both' });
  if (!mask.ok) throw new Error(mask.message);
  return mask.value;
};
const masks = [
  compiled({ pattern: 'CASE-\\d+' }, 'case'),
  compiled({ words: ['Jane Doe', 'Acme'] }, 'words'),
];
const filled = (unit: string): string => unit.repeat(Math.ceil(SIZE / unit.length));
/** Between the quotes of JSON. */
const TEXTS: Readonly<Record<string, string>> = {
  prose: filled('The quick brown fox jumps over the lazy dog, again and again. '),
  'escapes of JSON': filled('\\u0041'),
  'line ends': filled('\\n'),
  backslashes: filled('\\\\'),
  'escapes in the text': filled('\\\\u0041'),
  'percent escapes': filled('%41'),
  entities: filled('&#65;'),
};
const request = rescan(Buffer.from('{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"a"}}'));
const call = {
  direction: 'client',
  message: request,
  name: 'a',
  client: { id: 'app' },
  server: { id: 'crm' },
};

for (const [kind, text] of Object.entries(TEXTS)) {
  const pieces: number[] = [];
  let since = process.threadCpuUsage();
  const note = (): void => {
    const { user, system } = process.threadCpuUsage(since);
    pieces.push((user + system) / 1000);
  };
  const { in: into } = maskInspectors({
    policy: { masks: () => masks },
    key: () => Buffer.alloc(32, 1),
    pause: async () => {
      note();
      await new Promise((resolve) => setImmediate(resolve));
      since = process.threadCpuUsage();
    },
  });
  const response = rescan(
    Buffer.from(`{"jsonrpc":"2.0","id":1,"result":{"content":[{"type":"text","text":"${text}"}]}}`),
  );
  since = process.threadCpuUsage();
  // oxlint-disable-next-line no-await-in-loop -- one after the other, or they would be measured together
  await into.incoming?.(call as Call, response);
  note();
  console.log(
    JSON.stringify({
      kind,
      longestMs: Math.round(Math.max(...pieces)),
      allMs: Math.round(pieces.reduce((sum, one) => sum + one, 0)),
      pieces: pieces.length,
    }),
  );
}
