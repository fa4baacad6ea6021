import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { sampleFolder, serverCommand, startRemote } from './demo-servers.ts';

/** Where the tour writes and how it starts Doorward itself. */
export interface DemoPorts {
  readonly say: (line: string) => void;
  /** Node and script of the running command line. */
  readonly self: readonly [string, string];
}

interface Ready {
  readonly url: string;
  readonly port: number;
}

const OPERATOR_KEY = 'demo-operator-key';

/**
 * A tour of about a minute on real servers in a throw-away profile: needs no configuration, touches nothing of the
 * person's own, and says at every step what it shows. Resolves to the exit code; leaves no process and no file.
 */
export async function demo(ports: DemoPorts): Promise<number> {
  const { say } = ports;
  const home = await mkdtemp(join(tmpdir(), 'doorward-demo-'));
  const env = { ...process.env, DOORWARD_HOME: join(home, 'profile'), DOORWARD_OPERATOR_KEY: OPERATOR_KEY };
  const [node, script] = ports.self;

  const run = (args: readonly string[]): Promise<{ code: number; out: string }> =>
    new Promise((resolve, reject) => {
      const child = spawn(node, [script, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      let out = '';
      const add = (chunk: Buffer): void => {
        out += chunk.toString();
      };
      child.stdout.on('data', add);
      child.stderr.on('data', add);
      child.once('error', reject);
      child.once('close', (code) => resolve({ code: code ?? 1, out }));
    });
  const show = async (...args: string[]): Promise<string> => {
    say(
      `  $ doorward ${args.map((arg) => (/^[\w@./:=-]+$/.test(arg) ? arg : JSON.stringify(arg))).join(' ')}`,
    );
    const { code, out } = await run(args);
    for (const line of out.trimEnd().split('\n').slice(0, 24)) say(`    ${line}`);
    if (code !== 0) throw new Error(`that ended with code ${code}`);
    return out;
  };

  const host = spawn(node, [script, 'serve', '--port', '0', '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const remote = await startRemote(import.meta.dirname);
  const clients: Client[] = [];
  try {
    const ready = await firstLine(host.stdout);
    say('1. Doorward runs in a throw-away profile. AI apps reach it at one address:');
    say(`    ${ready.url}\n`);

    say('2. A server is added. Nothing is downloaded or started before you say so:');
    const folder = await sampleFolder(home);
    await show(
      'server',
      'add',
      'files',
      '--',
      ...serverCommand(import.meta.dirname, 'server-filesystem'),
      folder,
    );
    if (remote !== undefined) await show('server', 'add', 'example', '--url', remote.url);
    await show('server', 'list');

    say('\n3. You look at what it offers, then let AI apps use it:');
    await show('server', 'inspect', 'files');
    await show('server', 'approve', 'files');
    if (remote !== undefined) {
      await run(['server', 'inspect', 'example']);
      await show('server', 'approve', 'example');
    }

    say('\n4. Every AI app gets a token of its own. Without one the door stays shut:');
    const first = await token(run, 'Demo app');
    const second = await token(run, 'Newer app');
    const shut = await fetch(ready.url, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    say(`    without a token: HTTP ${shut.status}`);
    const foreign = await fetch(ready.url, { method: 'POST', headers: { origin: 'https://evil.example' } });
    say(`    from a web page: HTTP ${foreign.status}`);

    say('\n5. A real MCP client connects (session era) and uses the tools of all servers:');
    const app = await connect(ready.url, first, undefined, clients);
    const { tools } = await app.listTools();
    say(
      `    ${tools.length} tools, for example ${tools
        .slice(0, 4)
        .map((tool) => tool.name)
        .join(', ')}`,
    );
    const path = join(folder, 'spring.txt');
    const read = await app.callTool({ name: 'files__read_text_file', arguments: { path } });
    say(`    files__read_text_file: ${textOf(read)}`);
    if (remote !== undefined) {
      const echo = await app.callTool({
        name: 'example__echo',
        arguments: { message: 'hello through the door' },
      });
      say(`    example__echo: ${textOf(echo)}`);
    }

    say('\n6. A client of the 2026-07-28 revision uses the same servers, though they are older:');
    const newer = await connect(ready.url, second, '2026-07-28', clients);
    const list = await newer.callTool({ name: 'files__list_directory', arguments: { path: folder } });
    say(`    files__list_directory: ${textOf(list).replaceAll('\n', ', ')}`);

    say('\n7. You block a server. The next call is refused with a sentence the model can read:');
    await show('server', 'block', 'files');
    const refused = await app.callTool({ name: 'files__read_text_file', arguments: { path } }).then(
      (result) => textOf(result),
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    say(`    ${refused}`);

    say(
      '\n8. Everything was recorded before it was sent: who called what, when, how it ended, how long it took.',
    );
    await show('log', 'list');
    await show('log', 'verify');
    say('\nThat was the tour. Start for yourself with: npm start');
    return 0;
  } catch (error) {
    say(`The tour stopped: ${error instanceof Error ? error.message : String(error)}.`);
    return 1;
  } finally {
    for (const client of clients) await client.close().catch(() => undefined);
    remote?.stop();
    await ended(host);
    await rm(home, { recursive: true, force: true });
  }
}

async function token(
  run: (args: readonly string[]) => Promise<{ out: string }>,
  name: string,
): Promise<string> {
  const { out } = await run(['client', 'add', name, '--json']);
  return (JSON.parse(out) as { token: string }).token;
}

async function connect(
  url: string,
  bearer: string,
  revision: '2026-07-28' | undefined,
  clients: Client[],
): Promise<Client> {
  const client = new Client(
    { name: 'demo', version: '1' },
    revision === undefined ? {} : { versionNegotiation: { mode: { pin: revision } } },
  );
  const headers = { authorization: `Bearer ${bearer}` };
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }));
  clients.push(client);
  return client;
}

function textOf(result: { content?: unknown }): string {
  const [block] = Array.isArray(result.content) ? (result.content as { text?: string }[]) : [];
  return (block?.text ?? '').trimEnd();
}

function firstLine(stream: NodeJS.ReadableStream): Promise<Ready> {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const end = text.indexOf('\n');
      if (end >= 0) resolve(JSON.parse(text.slice(0, end)) as Ready);
    });
    stream.once('end', () => reject(new Error('Doorward did not start')));
  });
}

function ended(child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
