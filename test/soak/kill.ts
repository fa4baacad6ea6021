import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { verifyFile } from '../../electron/audit/verify.ts';
import { startChild } from '../fixtures/child.ts';
import { startHost, type TestHost } from '../fixtures/host.ts';
import { pidsIn, until, untilGone } from '../fixtures/process-facts.ts';
import { openRaw } from '../fixtures/raw-client.ts';

const serverFile = fileURLToPath(new URL('../fixtures/hostile/server.ts', import.meta.url));
const PAGE = 1000;

/** What was found after one SIGKILL. */
export interface KillReport {
  /** Calls that a server had seen, by its own file. */
  readonly seen: number;
  /** Those of them that the log does not know; empty when all is well. */
  readonly lost: readonly string[];
  /** Processes of servers and of their children that there were. */
  readonly processes: number;
  /** What checking the chain of the log said, of the file as it was left and of the running host. */
  readonly chain: readonly { readonly ok: boolean; readonly sentence: string }[];
}

interface Load {
  readonly stop: () => Promise<void>;
}

/** Reads without pause until it is stopped; each has an address of its own, which both sides write down. */
async function startLoad(host: TestHost, tokens: readonly string[], run: number): Promise<Load> {
  let over = false;
  const clients = await Promise.all(
    tokens.flatMap((token, i) =>
      ['pipe', 'web'].map((server) =>
        openRaw({
          url: `${host.url}/mcp/s/${server}`,
          token,
          era: i % 2 === 0 ? 'session' : 'stateless',
          sockets: 16,
        }),
      ),
    ),
  );
  const lanes = clients.flatMap((client, c) =>
    Array.from({ length: 8 }, async (_, lane) => {
      for (let i = 0; !over; i++) {
        await client.request('resources/read', { uri: `n:${run}-${c}-${lane}-${i}` }).catch(() => undefined);
        if (over) return;
      }
    }),
  );
  return {
    async stop() {
      over = true;
      await Promise.all(lanes);
      for (const client of clients) client.close();
    },
  };
}

/** The names of all calls in the log, by way of the command line. */
async function loggedNames(host: TestHost): Promise<Set<string>> {
  const names = new Set<string>();
  let before: string | undefined;
  for (;;) {
    const page = (await host.must([
      'log',
      'list',
      '--limit',
      String(PAGE),
      ...(before === undefined ? [] : ['--before', before]),
    ])) as { call: string; name: string }[];
    for (const { name } of page) names.add(name);
    before = page.at(-1)?.call;
    if (page.length < PAGE) return names;
  }
}

/**
 * Kills the host with SIGKILL under load, `times` times on one profile, and looks each time at what is left: no
 * process of a server or of its children, and in the log every call that a server saw ("durable before sent").
 * The servers write a call down before they answer it.
 */
export async function killUnderLoad(times: number, report: (found: KillReport) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-kill-'));
  const home = mkdtempSync(join(tmpdir(), 'doorward-kill-home-'));
  const [ledger, pids, webLedger] = ['ledger', 'pids', 'web-ledger'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const web = await startChild(serverFile, ['--transport', 'http', '--eras', 'both', '--ledger', webLedger]);
  let host = await startHost({ home });
  try {
    const tokens: string[] = [];
    for (const name of ['a', 'b'])
      tokens.push(((await host.must(['client', 'add', name])) as { token: string }).token);
    const command = ['--', process.execPath, serverFile, '--ledger', ledger, '--pids', pids, '--grandchild'];
    await host.must(['server', 'add', 'pipe', ...command]);
    await host.must(['server', 'add', 'web', '--url', (web.ready as { url: string }).url]);
    for (const id of ['pipe', 'web']) {
      await host.must(['server', 'inspect', id]);
      await host.must(['server', 'approve', id]);
    }
    for (let run = 0; run < times; run++) {
      writeFileSync(ledger, '');
      writeFileSync(webLedger, '');
      writeFileSync(pids, '');
      const load = await startLoad(host, tokens, run);
      await until('the servers are busy', () => lines(ledger).length > 50 && lines(webLedger).length > 50);
      await pause(Math.random() * 500);
      await host.kill9();
      await load.stop();
      const processes = pidsIn(pids);
      await untilGone(processes);
      const seen = [...lines(ledger), ...lines(webLedger)];
      const left = await verifyFile(join(home, 'log.db'));
      host = await startHost({ home });
      const logged = await loggedNames(host);
      const running = (await host.must(['log', 'verify'])) as { ok: boolean; sentence: string };
      report({
        seen: seen.length,
        lost: seen.filter((name) => !logged.has(name)),
        processes: processes.length,
        chain: [left, running],
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
