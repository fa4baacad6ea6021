import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openAuditLog } from '../../electron/audit/audit-log.ts';
import { openDatabase } from '../../electron/audit/database.ts';
import { type Cell, pushCells } from '../../electron/audit/row.ts';
import { logWorkerUrl } from '../../electron/audit/worker-location.ts';
import { createWriter } from '../../electron/audit/writer.ts';
import type { LegRecord } from '../../shared/model/log.ts';

// What a report of a large log costs: node bench/audit/report.ts [--rows 1000000].
// Says how long a report of everything takes, and how long a durable row waits while it is made and while none is.
// The bar: of a hundred rows, ninety-nine wait less than 50 ms while a report is made.

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' } } });
const calls = Number(values.rows) / 2;
const start = 1_790_000_000_000;
const apart = 1200;

const ruling = JSON.stringify({
  decision: 'ask',
  layer: 'preset',
  code: 'preset-effect',
  kind: 'tool',
  effect: 'send',
  role: 'default',
  answer: 'allowed',
});
const found = JSON.stringify([
  { source: 'secret', type: 'github-token', where: 'arguments', act: 'noted', count: 1 },
]);

function legsOf(call: number): [LegRecord, LegRecord] {
  const mixed = (call * 2_654_435_761) >>> 0;
  const sent: LegRecord = {
    call: `call-${String(call).padStart(12, '0')}`,
    leg: 'sent',
    at: start + call * apart,
    clientId: `app-${mixed % 5}`,
    clientName: `App ${mixed % 5}`,
    direction: 'client',
    server: `server-${mixed % 12}`,
    method: 'tools/call',
    name: `tool_${(mixed >>> 4) % 300}`,
    argsDigest: 'a'.repeat(64),
    argsBytes: 1234,
    outcome: 'open',
    ...(mixed % 40 === 0
      ? { ruling }
      : { ruling: ruling.replace('ask', 'allow').replace(/,"answer.*/, '}') }),
    ...(mixed % 50 === 0 ? { found } : {}),
  };
  const ended: LegRecord = {
    ...sent,
    leg: 'answered',
    outcome: mixed % 20 === 0 ? 'error' : 'ok',
    durationMs: (mixed % 9999) / 8,
  };
  return [sent, ended];
}

const folder = mkdtempSync(join(tmpdir(), 'doorward-bench-'));
const file = join(folder, 'log.db');
try {
  const made = openDatabase({ file, now: 0, suspect: false });
  if (!made.ok) throw new Error(made.message);
  const writer = createWriter(made.value, file, () => performance.now());
  for (let call = 0; call < calls;) {
    const batch: Cell[] = [];
    for (let each = 0; each < 1000 && call < calls; each += 1, call += 1)
      for (const leg of legsOf(call)) pushCells(batch, leg);
    const trouble = writer.write(batch);
    if (trouble !== undefined) throw new Error(trouble.message);
  }
  made.value.db.close();

  const opened = await openAuditLog({ file, workerUrl: logWorkerUrl() });
  if (!opened.ok) throw new Error(opened.message);
  const log = opened.value;
  const until = start + calls * apart;
  const middle = start + (calls / 2) * apart;
  const stepsOf = (since: number, end: number): number[] =>
    Array.from({ length: Math.ceil((end - since) / 86_400_000) }, (_, day) => since + day * 86_400_000);

  const waits = async (during: Promise<unknown>): Promise<number[]> => {
    const all: number[] = [];
    let over = false;
    void during.then(() => (over = true));
    do {
      const began = performance.now();
      await new Promise<void>((resolve, reject) => {
        log.appendDurable({ ...legsOf(0)[0], call: randomBytes(8).toString('hex') }, (error) =>
          error === undefined ? resolve() : reject(error),
        );
      });
      all.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 5));
    } while (!over);
    return all.toSorted((a, b) => a - b);
  };
  const say = (all: readonly number[]): string =>
    `${all.length} rows waited ${at(all, 0.5)} ms (median), ${at(all, 0.99)} ms (p99), ${at(all, 1)} ms (worst)`;
  const at = (all: readonly number[], share: number): string =>
    (all[Math.min(Math.floor(share * all.length), all.length - 1)] ?? 0).toFixed(1);

  console.log(`no report: ${say(await waits(new Promise((resolve) => setTimeout(resolve, 3000))))}`);
  const began = performance.now();
  let took = 0;
  const report = log.report({
    at: until,
    step: 'day',
    now: { since: middle, until, starts: stepsOf(middle, until) },
    past: { since: start, until: middle, starts: stepsOf(start, middle) },
  });
  const loaded = await waits(report.then(() => (took = performance.now() - began)));
  const { now, past } = await report;
  console.log(`a report of ${now.calls + past.calls} calls took ${(took / 1000).toFixed(1)} s`);
  console.log(`meanwhile: ${say(loaded)}`);
  const wait = Number(at(loaded, 0.99));
  console.log(`p99 ${wait.toFixed(0)} ms, bar 50 ms: ${wait < 50 ? 'met' : 'MISSED'}`);
  process.exitCode = wait < 50 ? 0 : 1;
  await log.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
