import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { verifyFile } from '../../electron/audit/verify.ts';
import { startChild } from '../fixtures/child.ts';
import { controlOf, type TestControl } from '../fixtures/control.ts';
import { startHost, type TestHost } from '../fixtures/host.ts';
import { pidsIn, until, untilGone } from '../fixtures/process-facts.ts';
import { openRaw } from '../fixtures/raw-client.ts';
import { isMoving, startStateLoad } from './state-load.ts';

const serverFile = fileURLToPath(new URL('../fixtures/hostile/server.ts', import.meta.url));

/** What was found after one SIGKILL. */
export interface KillReport {
  /** Calls that a server had seen, by its own file. */
  readonly seen: number;
  /** Those of them that the log does not know; empty when all is well. */
  readonly lost: readonly string[];
  /** Processes of servers and of their children that there were; all of them are gone. */
  readonly processes: number;
  /** What checking the chain of the log said, of the file as it was left and of the running host. */
  readonly chain: readonly { readonly ok: boolean; readonly sentence: string }[];
  /** What counts now and did not before, or the other way round; empty when all is well. */
  readonly changed: readonly string[];
  /** Milliseconds from the start of the next host until every call had an end on record. */
  readonly repairedMs: number;
  /** The same of the first start, with nothing to repair: what this machine takes for a start. */
  readonly plainMs: number;
}

/** How hard the host is worked before each kill. */
export interface KillLoad {
  /** Calls under way at once, per connection of an AI app. */
  readonly lanes: number;
  /** Each server has seen so many calls before the kill comes. */
  readonly calls: number;
  /** And it comes within so many milliseconds after that. */
  readonly withinMs: number;
}

interface Load {
  readonly stop: () => Promise<void>;
}

/** Reads without pause until it is stopped; each has an address of its own, which both sides write down. */
async function startLoad(
  host: TestHost,
  tokens: readonly string[],
  run: number,
  { lanes }: KillLoad,
): Promise<Load> {
  let over = false;
  const clients = await Promise.all(
    tokens.flatMap((token, i) =>
      ['pipe', 'web', 'asked'].map(async (server) => ({
        server,
        client: await openRaw({
          url: `${host.url}/mcp/s/${server}`,
          token,
          era: i % 2 === 0 ? 'session' : 'stateless',
          sockets: 2 * lanes,
        }),
      })),
    ),
  );
  const working = clients.flatMap(({ server, client }, c) =>
    // What a person is asked about waits; one of each is enough.
    Array.from({ length: server === 'asked' ? 1 : lanes }, async (_, lane) => {
      for (let i = 0; !over; i++) {
        await client
          .request('resources/read', {
            uri: `${server === 'asked' ? 'asked' : 'n'}:${run}-${c}-${lane}-${i}`,
          })
          .catch(() => undefined);
        if (over) return;
      }
    }),
  );
  return {
    async stop() {
      over = true;
      await Promise.all(working);
      for (const { client } of clients) client.close();
    },
  };
}

/** Reads the log beside the host that writes it. */
function readLog<T>(home: string, read: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(join(home, 'log.db'), { readOnly: true, timeout: 5000 });
  try {
    return read(db);
  } finally {
    db.close();
  }
}

const newestRow = (home: string): number =>
  readLog(home, (db) => Number(db.prepare('SELECT max(seq) AS seq FROM legs').get()?.['seq'] ?? 0));

/** The names of the calls that were recorded as sent after a row. */
const sentAfter = (home: string, row: number): Set<string> =>
  readLog(
    home,
    (db) =>
      new Set(
        db
          .prepare("SELECT name FROM legs WHERE seq > ? AND leg = 'sent'")
          .all(row)
          .map(({ name }) => String(name)),
      ),
  );

/** Whether a call is without an end on record. */
const anyOpen = (home: string): boolean =>
  readLog(
    home,
    (db) =>
      db
        .prepare(
          `SELECT 1 FROM legs f WHERE f.leg = 'sent'
              AND NOT EXISTS (SELECT 1 FROM legs l WHERE l.call = f.call AND l.leg <> 'sent') LIMIT 1`,
        )
        .get() !== undefined,
  );

/** Everything that lets something pass, as a running host tells it, one line for each. */
async function whatCounts(control: TestControl): Promise<Set<string>> {
  const servers = await control.must('server.list', {});
  const rules = await control.must('rule.list', {});
  const status = await control.must('status', {});
  return new Set([
    ...servers.map(({ id, state }) => `server ${id}: ${state}`),
    ...rules.filter((rule) => !isMoving(rule)).map(({ id, action }) => `rule ${id}: ${action}`),
    `guard: ${status.guard}`,
    `preset: ${status.preset}`,
    `apps: ${status.clients}`,
    `waiting: ${status.questions.pending}`,
  ]);
}

/** Lines of one and not of the other. */
const differences = (before: ReadonlySet<string>, after: ReadonlySet<string>): string[] => [
  ...[...after].filter((line) => !before.has(line)).map((line) => `new: ${line}`),
  ...[...before].filter((line) => !after.has(line)).map((line) => `gone: ${line}`),
];

/**
 * Kills the host with SIGKILL under load, `times` times on one profile, and looks each time at what is left:
 * - no process of a server or of its children;
 * - in the log every call that a server saw ("durable before sent"; the servers write a call down before they answer);
 * - a chain that is whole;
 * - nothing that counts as approved and was not: not the server that was only looked at, not the one that nobody looked
 *   at, not a call that waited for a person, and of the rules that were being written exactly those that were.
 */
export async function killUnderLoad(
  times: number,
  report: (found: KillReport) => void,
  load: KillLoad = { lanes: 8, calls: 50, withinMs: 500 },
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-kill-'));
  const home = mkdtempSync(join(tmpdir(), 'doorward-kill-home-'));
  const [ledger, pids, webLedger] = ['ledger', 'pids', 'web-ledger'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const web = await startChild(serverFile, ['--transport', 'http', '--eras', 'both', '--ledger', webLedger]);
  // Under the usual questions reads pass, which is all that is sent here.
  const first = performance.now();
  let host = await startHost({ home, guarded: true });
  const plainMs = performance.now() - first;
  try {
    const setUp = await controlOf(home);
    const tokens: string[] = [];
    for (const name of ['a', 'b'])
      tokens.push((await setUp.must('client.add', { name, role: 'default' })).token);
    const args = [serverFile, '--ledger', ledger, '--pids', pids, '--grandchild'];
    const { url } = web.ready as { url: string };
    const sharing = 'client' as const;
    await setUp.must('server.add', {
      id: 'pipe',
      launch: { transport: 'stdio', command: process.execPath, args, env: {} },
      sharing,
    });
    for (const id of ['web', 'asked', 'looked-at', 'new'])
      await setUp.must('server.add', { id, launch: { transport: 'http', url, headers: {} }, sharing });
    for (const id of ['pipe', 'web', 'asked', 'looked-at']) await setUp.must('server.inspect', { id });
    for (const id of ['pipe', 'web', 'asked']) await setUp.must('server.approve', { id });
    await setUp.must('rule.add', { server: 'asked', action: 'ask' });
    setUp.close();
    for (let run = 0; run < times; run++) {
      writeFileSync(ledger, '');
      writeFileSync(webLedger, '');
      writeFileSync(pids, '');
      const from = newestRow(home);
      const control = await controlOf(home);
      const before = await whatCounts(control);
      // One connection has one question at a time.
      const state = startStateLoad(control.client, run);
      const calls = await startLoad(host, tokens, run, load);
      await until(
        'the servers are busy',
        () => lines(ledger).length >= load.calls && lines(webLedger).length >= load.calls && state.busy(),
      );
      await pause(Math.random() * load.withinMs);
      await host.kill9();
      await calls.stop();
      await state.stop();
      control.close();
      const processes = pidsIn(pids);
      await untilGone(processes);
      const seen = [...lines(ledger), ...lines(webLedger)];
      const left = await verifyFile(join(home, 'log.db'));
      const started = performance.now();
      host = await startHost({ home, guarded: true });
      await until('every call has an end on record', () => !anyOpen(home));
      const repairedMs = performance.now() - started;
      const logged = sentAfter(home, from);
      const again = await controlOf(home);
      const running = await again.must('log.verify', {});
      const changed = [
        ...differences(before, await whatCounts(again)),
        ...(await state.check(again.client)),
        ...seen.filter((name) => name.startsWith('asked:')).map((name) => `sent without an answer: ${name}`),
      ];
      again.close();
      report({
        seen: seen.length,
        lost: seen.filter((name) => !logged.has(name)),
        processes: processes.length,
        chain: [left, running],
        changed,
        repairedMs,
        plainMs,
      });
    }
  } finally {
    await host.stop();
    await web.stop();
    rmSync(folder, { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  }
}

function lines(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
