import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openAuditLog, type OpenAuditLog } from '../../electron/audit/audit-log.ts';
import { rawText } from '../../electron/audit/texts/raw-text.ts';
import { logWorkerUrl } from '../../electron/audit/worker-location.ts';
import type { LegRecord } from '../../shared/model/log.ts';

// What the log costs the road: node bench/audit/append.ts [--seconds 3] [--work 400] [--legs 4].
// A call is so many microseconds of work on the main thread and so many rows, the first of which is waited for on
// disk. Four ways in turn, several rounds: without a log, with one, with one that is signed and indexed, and with one that
// keeps texts redacted, too. The bar: signed and indexed it costs at most a fifth of the calls per second without a log.

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    work: { type: 'string', default: '400' },
    legs: { type: 'string', default: '4' },
  },
});
const [seconds, work, legs] = [Number(values.seconds), Number(values.work), Number(values.legs)];
const rounds = 3;
const atOnce = 64;

const spin = (us: number): void => {
  for (const end = performance.now() + us / 1000; performance.now() < end;);
};
const rowOf = (call: string, leg: LegRecord['leg']): LegRecord => ({
  call,
  leg,
  at: Date.now(),
  clientId: 'claude',
  clientName: 'Claude Desktop',
  direction: 'client',
  server: 'files',
  method: 'tools/call',
  name: 'read_text_file',
  argsDigest: 'a'.repeat(64),
  argsBytes: 1234,
  outcome: leg === 'sent' ? 'open' : 'ok',
});

const asked = Buffer.from(JSON.stringify({ path: '/home/me/project/readme.md', limit: 20 }));
const said = Buffer.from(
  JSON.stringify({
    content: [{ type: 'text', text: 'The quick brown fox jumps over the lazy dog. '.repeat(30) }],
  }),
);

async function callsPerSecond(log: OpenAuditLog | undefined, texts: boolean): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let calls = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() < end) {
      const call = randomBytes(8).toString('hex');
      spin(work / 2);
      if (log !== undefined)
        await new Promise<void>((resolve, reject) => {
          log.appendDurable(
            rowOf(call, 'sent'),
            (error) => (error === undefined ? resolve() : reject(error)),
            texts ? rawText('redacted', asked) : undefined,
          );
        });
      else await new Promise(setImmediate);
      spin(work / 2);
      for (let leg = 1; leg < legs; leg += 1)
        log?.append(
          rowOf(call, leg === legs - 1 ? 'answered' : 'sent'),
          texts && leg === legs - 1 ? rawText('redacted', said) : undefined,
        );
      calls += 1;
      await new Promise(setImmediate);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, caller));
  return calls / seconds;
}

const folder = mkdtempSync(join(tmpdir(), 'doorward-bench-'));
const median = (of: number[]): number => of.toSorted((a, b) => a - b)[of.length >> 1] ?? 0;
try {
  const open = async (name: string, more: object): Promise<OpenAuditLog> => {
    const opened = await openAuditLog({
      file: join(folder, `${name}.db`),
      workerUrl: logWorkerUrl(),
      ...more,
    });
    if (!opened.ok) throw new Error(opened.message);
    return opened.value;
  };
  const ways = [
    ['without a log', undefined, false],
    ['with a log', await open('plain', {}), false],
    [
      'signed and indexed',
      await open('whole', { seed: Buffer.alloc(32, 1), index: join(folder, 'index.db') }),
      false,
    ],
    [
      'and with texts',
      await open('texts', { seed: Buffer.alloc(32, 1), index: join(folder, 'texts-index.db') }),
      true,
    ],
  ] as const;
  const found = new Map<string, number[]>(ways.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, log, texts] of ways) found.get(name)?.push(await callsPerSecond(log, texts));
  const bare = median(found.get('without a log') ?? []);
  for (const [name, each] of found)
    console.log(
      `${name.padEnd(20)} ${median(each).toFixed(0).padStart(6)} calls/s, ${(100 * (1 - median(each) / bare)).toFixed(1)} % less`,
    );
  for (const [, log] of ways) await log?.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
