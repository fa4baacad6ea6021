import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../electron/audit/database.ts';
import type { LogQuery } from '../../electron/audit/log.ts';
import { countCalls, type OverviewQuery } from '../../electron/audit/overview.ts';
import { listCalls } from '../../electron/audit/query.ts';
import { type Cell, pushCells } from '../../electron/audit/row.ts';
import { openSearchIndex } from '../../electron/audit/search-index.ts';
import { createWriter } from '../../electron/audit/writer.ts';
import type { LegRecord } from '../../shared/model/log.ts';

// How long it takes to find something in a large log: node bench/audit/search.ts [--rows 1000000].
// Says for each search the time of its first page of 50, the median and the worst of several; the bar is 200 ms. Then how
// long it takes to count the calls of the window's bars, and the longest time for which writing would have waited.

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' } } });
const rows = Number(values.rows);
const times = 7;

const servers = [
  'files',
  'git',
  'github',
  'mail',
  'calendar',
  'browser',
  'postgres',
  'notes',
  'slack',
  'shell',
];
const verbs = ['read', 'write', 'list', 'search', 'send', 'delete', 'run', 'get', 'create', 'update'];
const things = [
  'file',
  'text_file',
  'issue',
  'message',
  'event',
  'page',
  'row',
  'note',
  'channel',
  'command',
];
const endings = [
  ['answered', 'ok', undefined],
  ['answered', 'tool-error', undefined],
  ['refused', 'refused', 'The rule "No mail to strangers" blocks this call.'],
  ['failed', 'failed', 'The server ended before it answered.'],
] as const;

function legsOf(call: number): [LegRecord, LegRecord] {
  const mixed = (call * 2_654_435_761) >>> 0;
  const sent: LegRecord = {
    call: `call-${String(call).padStart(12, '0')}`,
    leg: 'sent',
    at: 1_790_000_000_000 + call * 500,
    clientId: `app-${mixed % 5}`,
    clientName: ['Claude Desktop', 'Cursor', 'VS Code', 'Zed', 'Windsurf'][mixed % 5] ?? '',
    direction: 'client',
    server: servers[mixed % 10] ?? '',
    method: 'tools/call',
    name: `${verbs[(mixed >>> 4) % 10] ?? ''}_${things[(mixed >>> 8) % 10] ?? ''}`,
    argsDigest: mixed.toString(16).padStart(64, '0'),
    argsBytes: mixed % 4096,
    outcome: 'open',
  };
  const [leg, outcome, reason] = endings[mixed % 100 < 90 ? 0 : (mixed % 3) + 1] ?? endings[0];
  const ended: LegRecord = {
    ...sent,
    leg,
    outcome,
    durationMs: (mixed % 9999) / 8,
    resultDigest: mixed.toString(16).padStart(64, '1'),
    resultBytes: mixed % 65_536,
    ...(reason === undefined ? {} : { reason: call === 12_345 ? `${reason} Needle.` : reason }),
  };
  return [sent, call === 12_345 ? { ...ended, reason: 'A needle in the hay.' } : ended];
}

const folder = mkdtempSync(join(tmpdir(), 'doorward-bench-'));
try {
  const file = join(folder, 'log.db');
  const opened = openDatabase({ file, now: 0, suspect: false });
  if (!opened.ok) throw new Error(opened.message);
  const { db } = opened.value;
  const writer = createWriter(opened.value, file, () => performance.now());
  let began = performance.now();
  for (let call = 0; call < rows / 2;) {
    const batch: Cell[] = [];
    for (let each = 0; each < 1000 && call < rows / 2; each += 1, call += 1)
      for (const leg of legsOf(call)) pushCells(batch, leg);
    const trouble = writer.write(batch);
    if (trouble !== undefined) throw new Error(trouble.message);
  }
  const wrote = performance.now() - began;
  const index = openSearchIndex(join(folder, 'index.db'), db);
  if (index === undefined) throw new Error('no index');
  began = performance.now();
  while (index.fill(400));
  const filled = performance.now() - began;
  console.log(
    `${rows} rows: written at ${Math.round(rows / (wrote / 1000))}/s, taken in at ${Math.round(rows / (filled / 1000))}/s (${(filled / wrote).toFixed(2)} of writing); log ${megabytes(file)} MB, index ${megabytes(join(folder, 'index.db'))} MB`,
  );

  const last = 1_790_000_000_000 + (rows / 2) * 500;
  const queries: readonly [string, Partial<LogQuery>][] = [
    ['newest', {}],
    ['one word of one call', { search: 'needle' }],
    ['a frequent word', { search: 'read' }],
    ['two frequent words', { search: 'read file' }],
    ['words that never meet', { search: 'postgres strangers needle' }],
    ['a beginning of many words', { search: 're' }],
    ['one letter', { search: 's' }],
    ['nothing', { search: 'xyzzy' }],
    ['a server', { server: 'mail' }],
    ['a server and an outcome', { server: 'mail', outcome: 'failed' }],
    ['a rare combination', { server: 'mail', outcome: 'refused', client: 'Zed', name: 'read_note' }],
    ['an outcome that no call has', { outcome: 'cancelled' }],
    ['open calls', { outcome: 'open' }],
    ['the last hour', { since: last - 3_600_000 }],
    ['an hour long ago', { since: last - 50 * 3_600_000, until: last - 49 * 3_600_000 }],
    [
      'a word of an hour long ago',
      { search: 'needle', since: last - 50 * 3_600_000, until: last - 49 * 3_600_000 },
    ],
    ['a frequent word, page in the middle', { search: 'read', before: legsOf(Math.floor(rows / 4))[0].call }],
  ];
  let worst = 0;
  for (const [name, query] of queries) {
    const took: number[] = [];
    let found = 0;
    for (let time = 0; time < times; time += 1) {
      began = performance.now();
      found = (await listCalls(db, { limit: 50, ...query }, index)).length;
      took.push(performance.now() - began);
    }
    took.sort((a, b) => a - b);
    worst = Math.max(worst, took.at(-1) ?? 0);
    console.log(
      `${name.padEnd(38)} ${String(found).padStart(3)} found  ${(took[times >> 1] ?? 0).toFixed(1).padStart(7)} ms, worst ${(took.at(-1) ?? 0).toFixed(1)} ms`,
    );
  }
  const overviews: readonly [string, OverviewQuery][] = [
    ['bars of all', {}],
    ['bars of a month', { since: last - 30 * 86_400_000 }],
    ['bars of a server', { server: 'mail' }],
    ['bars of trouble', { outcome: 'trouble' }],
    ['bars of a frequent word', { search: 'read file' }],
    ['bars of a beginning of many words', { search: 're' }],
  ];
  for (const [name, query] of overviews) {
    let longest = 0;
    let turn = performance.now();
    const look = setInterval(() => {
      longest = Math.max(longest, performance.now() - turn);
      turn = performance.now();
    }, 1);
    began = performance.now();
    const { counts } = await countCalls(db, query, index);
    const took = performance.now() - began;
    clearInterval(look);
    const calls = counts.reduce((sum, each) => sum + each.calls, 0);
    console.log(
      `${name.padEnd(38)} ${String(calls).padStart(6)} calls ${took.toFixed(0).padStart(5)} ms, at a stretch ${longest.toFixed(0)} ms`,
    );
  }
  index.close();
  db.close();
  console.log(`worst ${worst.toFixed(0)} ms, bar 200 ms: ${worst < 200 ? 'met' : 'MISSED'}`);
  process.exitCode = worst < 200 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function megabytes(path: string): number {
  return Math.round(
    (statSync(path).size + (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0)) / 1_048_576,
  );
}
