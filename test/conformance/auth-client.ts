// The client under test of the official suite's auth scenarios: a Doorward with one upstream, whose address the suite
// appends, and an AI app that lists tools and calls one. The person's browser is played by following redirects.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { logWorkerUrl } from '../../electron/audit/worker-location.ts';
import { createHost } from '../../electron/host/create-host.ts';
import type { Host } from '../../electron/host/host.ts';
import { engineFactory } from '../../electron/host/engine.ts';
import { profilePaths, systemSurroundings } from '../../electron/host/profile.ts';
import { fileSettings } from '../../electron/host/settings/settings.ts';
import type { CommandInput, CommandName, CommandOutput } from '../../shared/ipc/contract.ts';
import type { Result } from '../../shared/result.ts';
import { memoryKeychain } from '../fixtures/memory-keychain.ts';
import { browse } from '../fixtures/oauth-server.ts';

const ID = 'fixture';
/** As often as a person would go along with it in a row. */
const MAX_SIGN_INS = 5;
/** What the suite calls its client in the scenario about public documents. */
const DOCUMENT = 'https://conformance-test.local/client-metadata.json';
const KEY = 'conformance-key';

const scenario = process.env['MCP_CONFORMANCE_SCENARIO'] ?? '';
const stateless = process.env['MCP_CONFORMANCE_PROTOCOL_VERSION'] === '2026-07-28';
const context = z
  .object({ client_id: z.string().optional(), client_secret: z.string().optional() })
  .parse(JSON.parse(process.env['MCP_CONFORMANCE_CONTEXT'] ?? '{}'));
const url = process.argv.at(-1) ?? '';

const home = mkdtempSync(join(tmpdir(), 'doorward-conformance-'));
const paths = profilePaths(home, systemSurroundings(home));

/** Fails the scenario with the sentence that a person would read. */
function need<T>(result: Result<T>, what: string): T {
  if (!result.ok) throw new Error(`${what}: ${result.message}`);
  return result.value;
}

async function run(host: Host): Promise<void> {
  const command = async <N extends CommandName>(
    name: N,
    input: CommandInput<N>,
  ): Promise<Result<CommandOutput<N>>> =>
    (await host.run(name, input, {
      kind: 'terminal',
      operatorKey: KEY,
      onProgress: () => undefined,
    })) as Result<CommandOutput<N>>;
  const must = async <N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> =>
    need(await command(name, input), name);

  let signIns = 0;
  /** Tries until it works, signing in whenever Doorward says that this is what it needs. */
  async function signedIn<T>(act: () => Promise<Result<T>>): Promise<T> {
    for (;;) {
      const result = await act();
      if (result.ok) return result.value;
      const { signIn } = await must('server.show', { id: ID });
      const wanted = signIn?.state === 'needed' || signIn?.state === 'more-rights';
      if (!wanted || ++signIns > MAX_SIGN_INS) return need(result, `after ${signIns} sign-ins`);
      await login();
    }
  }

  async function login(): Promise<void> {
    const { client_id: id, client_secret: secret } = context;
    await must('server.signIn', {
      id: ID,
      grant: scenario.startsWith('auth/client-credentials') ? 'client-credentials' : 'person',
      ...(id === undefined ? {} : { client: { id, ...(secret === undefined ? {} : { secret }) } }),
    });
  }

  await must('preset.set', { preset: 'observe' });
  await must('server.add', { id: ID, launch: { transport: 'http', url, headers: {} } });
  await signedIn(() => command('server.inspect', { id: ID }));
  await must('server.approve', { id: ID, all: true });
  const { token } = await must('client.add', { name: 'suite' });

  const app = stateless ? statelessApp(host.port, token) : await sessionApp(host.port, token);
  const { tools } = listSchema.parse(await signedIn(() => app('tools/list', {})));
  for (const { name } of tools) await signedIn(() => app('tools/call', { name, arguments: { a: 1, b: 2 } }));
}

const listSchema = z.object({ tools: z.array(z.object({ name: z.string() })) });
const answerSchema = z.object({
  result: z.looseObject({ isError: z.boolean().optional() }).optional(),
  error: z.object({ message: z.string() }).optional(),
});
type App = (method: string, params: Record<string, unknown>) => Promise<Result<unknown>>;

async function post(
  port: number,
  headers: Record<string, string>,
  message: object,
): Promise<{ answer: Result<unknown>; session: string | null }> {
  const response = await fetch(`http://127.0.0.1:${port}/mcp/s/${ID}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
    body: JSON.stringify({ jsonrpc: '2.0', ...message }),
  });
  const text = await response.text();
  const session = response.headers.get('mcp-session-id');
  if (text === '') return { answer: { ok: true, value: undefined }, session };
  const data = /^data: (.*)$/m.exec(text)?.[1] ?? text;
  const { result, error } = answerSchema.parse(JSON.parse(data));
  const failed = error !== undefined || result?.isError === true;
  const message_ = error?.message ?? JSON.stringify(result);
  return {
    answer: failed ? { ok: false, code: 'refused', message: message_ } : { ok: true, value: result },
    session,
  };
}

async function sessionApp(port: number, token: string): Promise<App> {
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  const { answer, session } = await post(port, headers, {
    id: 1,
    method: 'initialize',
    params: {
      protocolVersion: '2025-11-25',
      capabilities: {},
      clientInfo: { name: 'suite', version: '1' },
    },
  });
  need(answer, 'initialize');
  headers['mcp-session-id'] = session ?? '';
  headers['mcp-protocol-version'] = '2025-11-25';
  await post(port, headers, { method: 'notifications/initialized' });
  let ids = 1;
  return async (method, params) => (await post(port, headers, { id: ++ids, method, params })).answer;
}

function statelessApp(port: number, token: string): App {
  let ids = 0;
  return async (method, params) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': method,
      ...(typeof params['name'] === 'string' ? { 'mcp-name': params['name'] } : {}),
    };
    const _meta = {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientInfo': { name: 'suite', version: '1' },
      'io.modelcontextprotocol/clientCapabilities': {},
    };
    return (await post(port, headers, { id: ++ids, method, params: { ...params, _meta } })).answer;
  };
}

const host = await createHost({
  paths,
  version: '0.1.0',
  front: 'headless',
  settings: fileSettings(paths.settings),
  launcher: [process.execPath],
  keychain: memoryKeychain(),
  passphrase: undefined,
  operatorKey: KEY,
  port: 0,
  logWorker: logWorkerUrl(),
  engine: engineFactory({
    version: '0.1.0',
    nodePath: process.execPath,
    env: process.env,
    ...(scenario === 'auth/basic-cimd' ? { clientDocument: DOCUMENT } : {}),
  }),
  readManaged: () => Promise.resolve({ kind: 'absent' }),
  openUrl: (page) => void browse(page).catch(() => undefined),
  now: () => Date.now(),
});
try {
  const running = need(host, 'start');
  try {
    await run(running);
  } finally {
    await running.close();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
