import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { connectControl } from '../../electron/cli/control-client.ts';
import { profilePaths, systemSurroundings } from '../../electron/host/profile.ts';
import type { CommandInput, CommandName, CommandOutput } from '../../shared/ipc/contract.ts';
import { type OtlpCollector, otlpCollector } from '../fixtures/collectors/otlp-collector.ts';
import { type SyslogCollector, syslogCollector } from '../fixtures/collectors/syslog-collector.ts';
import { startHost, type TestHost } from '../fixtures/host.ts';
import { until } from '../fixtures/process-facts.ts';
import { openRaw } from '../fixtures/raw-client.ts';

const serverFile = fileURLToPath(new URL('../fixtures/hostile/server.ts', import.meta.url));
const TRACE = '0af7651916cd43dd8448eb211c80319c';

/** A command of a running host, without the cost of a process for it. */
async function must<N extends CommandName>(
  { home }: TestHost,
  name: N,
  input: CommandInput<N>,
): Promise<CommandOutput<N>> {
  const client = await connectControl(profilePaths(home, systemSurroundings(home)));
  if (!client.ok) throw new Error(client.message);
  const answer = await client.value.call(name, input, { operatorKey: 'test-key' });
  client.value.close();
  if (!answer.ok) throw new Error(`${name}: ${answer.message}`);
  return answer.value;
}

/** Every row as the log has it: number, hash, and what it says. */
function rowsOf(home: string): Record<string, unknown>[] {
  const db = new DatabaseSync(join(home, 'log.db'), { readOnly: true, timeout: 5000 });
  try {
    return db
      .prepare(
        'SELECT seq, hash, call, leg, at, name, outcome, args_digest AS argsDigest FROM legs ORDER BY seq',
      )
      .all()
      .map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
  } finally {
    db.close();
  }
}

/** What arrived, each row once, in the order of the log; what came twice came with the same id and the same contents. */
function distinct(texts: readonly string[]): Record<string, unknown>[] {
  const byId = new Map<string, { readonly seq: number; readonly text: string }>();
  for (const text of texts) {
    const row = JSON.parse(text) as { hash: string; seq: number };
    const before = byId.get(row.hash);
    if (before !== undefined) expect(text).toBe(before.text);
    byId.set(row.hash, { seq: row.seq, text });
  }
  return [...byId.values()]
    .toSorted((a, b) => a.seq - b.seq)
    .map(({ text }) => {
      const { seq, hash, call, leg, at, name, outcome, argsDigest } = JSON.parse(text) as Record<
        string,
        unknown
      >;
      return { seq, hash, call, leg, at, name, outcome, ...(argsDigest === undefined ? {} : { argsDigest }) };
    });
}

async function callMany(host: TestHost, token: string, calls: number): Promise<void> {
  const client = await openRaw({ url: `${host.url}/mcp`, token, sockets: 8 });
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < calls) {
      next += 1;
      await client.request('tools/call', {
        name: 'good__echo',
        arguments: { nonce: `n-${next}` },
        _meta: { traceparent: `00-${TRACE}-${String(next).padStart(16, '0')}-01` },
      });
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  client.close();
}

test('every row arrives exactly as it was logged, though collectors were down and Doorward was killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-sending-'));
  let collector: OtlpCollector = await otlpCollector();
  const syslog: SyslogCollector = await syslogCollector();
  const file = join(folder, 'calls.jsonl');
  let host = await startHost();
  try {
    const launch = { transport: 'stdio', command: process.execPath, args: [serverFile], env: {} } as const;
    await must(host, 'server.add', { id: 'good', launch: { ...launch, args: [...launch.args] } });
    await must(host, 'server.inspect', { id: 'good' });
    await must(host, 'server.approve', { id: 'good' });
    const { token } = await must(host, 'client.add', { name: 'app' });
    await host.must(['log', 'send', 'add', 'otel', '--otlp', collector.url]);
    await must(host, 'send.add', {
      destination: { kind: 'syslog', name: 'siem', url: syslog.url, ca: syslog.ca },
    });
    await must(host, 'send.add', { destination: { kind: 'file', name: 'disk', path: file } });
    const tested = await must(host, 'send.test', { name: 'otel' });
    expect(tested).toEqual({ ok: true, sentence: 'The test record was taken.' });
    const tests = collector.records.length;
    expect(tests).toBe(1);

    // Up, busy, then gone, while calls go on.
    await callMany(host, token, 60);
    await until('the first rows', () => collector.records.length > tests && syslog.messages.length > 0);
    collector.answer = (_, response) => {
      response.writeHead(503, { 'retry-after': '1' }).end();
      return true;
    };
    syslog.meet = (socket) => {
      socket.destroy();
      return true;
    };
    await callMany(host, token, 70);
    const { port } = collector;
    const before = collector;
    await collector.close();
    await callMany(host, token, 70);
    await until('rows that wait', async () => {
      const { destinations } = await must(host, 'send.list', {});
      return (destinations.find(({ name }) => name === 'otel')?.waiting ?? 0) > 0;
    });
    await until('a word about the trouble', async () => {
      const { destinations } = await must(host, 'send.list', {});
      return destinations.some(({ name, trouble }) => name === 'siem' && trouble !== undefined);
    });

    // Killed in the middle of it, and started anew with both collectors back.
    const { home } = host;
    await host.kill9();
    collector = await otlpCollector(port);
    syslog.meet = undefined;
    host = await startHost({ home });
    const all = rowsOf(home);
    expect(all.length).toBeGreaterThanOrEqual(400);
    const newest = Number(all.at(-1)?.['seq']);
    const bodies = () => [...before.records.slice(tests), ...collector.records].map(({ body }) => body);
    await until('everything', async () => {
      const { destinations } = await must(host, 'send.list', {});
      return destinations.every(
        ({ waiting, state: now, sent }) => waiting === 0 && now === 'done' && sent > 0,
      );
    });

    const logged = rowsOf(home).filter(({ seq }) => Number(seq) <= newest);
    const upTo = (rows: readonly Record<string, unknown>[]) =>
      rows.filter(({ seq }) => Number(seq) <= newest);
    expect(upTo(distinct(bodies()))).toEqual(logged);
    expect(syslog.problems).toEqual([]);
    expect(upTo(distinct(syslog.messages.map(({ text }) => text ?? '')))).toEqual(logged);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(upTo(distinct(lines))).toEqual(logged);
    // The calls are spans below those of the AI app.
    const spans = [...before.spans, ...collector.spans].filter(
      ({ attributes }) => attributes['gen_ai.tool.name'] === 'echo',
    );
    expect(new Set(spans.map(({ spanId }) => spanId)).size).toBe(200);
    for (const span of spans) {
      expect([span.traceId, span.name]).toEqual([TRACE, 'tools/call echo']);
      expect(span.parentSpanId).toMatch(/^0{13}\d{3}$/);
      expect(span.attributes).toMatchObject({
        'network.transport': 'tcp',
        'mcp.protocol.version': '2025-11-25',
      });
    }
    const { destinations } = await must(host, 'send.list', {});
    expect(destinations.map(({ lost, refused }) => [lost, refused])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  } finally {
    await host.stop();
    await collector.close();
    await syslog.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 300_000);
