import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

/** Listens on 127.0.0.1 whatever the program asks for: a demo must not open a port to the network. */
const LOOPBACK_ONLY = `data:text/javascript,${encodeURIComponent(`
import net from 'node:net';
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  if (typeof port === 'number') return listen.call(this, port, '127.0.0.1', ...rest.filter((x) => typeof x === 'function'));
  return listen.call(this, port, ...rest);
};`)}`;

/** The start command of a published server: the installed package, or npx where it is not installed. */
export function serverCommand(from: string, name: string): readonly string[] {
  for (let folder = from; ; folder = dirname(folder)) {
    const script = join(folder, 'node_modules', '@modelcontextprotocol', name, 'dist', 'index.js');
    if (existsSync(script)) return [process.execPath, script];
    if (dirname(folder) === folder) return ['npx', '-y', `@modelcontextprotocol/${name}`];
  }
}

/** A folder with something to read. */
export async function sampleFolder(home: string): Promise<string> {
  const folder = join(home, 'Campaigns');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'spring.txt'), 'Spring campaign: 3 e-mails, 2 posters. Budget 4,200.\n');
  await writeFile(join(folder, 'summer.txt'), 'Summer campaign: not started.\n');
  return folder;
}

export interface RemoteServer {
  readonly url: string;
  readonly stop: () => void;
}

/** The official example server as a remote over Streamable HTTP, on a free port of this machine. */
export async function startRemote(from: string): Promise<RemoteServer | undefined> {
  const [command, ...args] = serverCommand(from, 'server-everything');
  if (command === undefined || command === 'npx') return undefined;
  const port = await freePort();
  const child = spawn(command, ['--import', LOOPBACK_ONLY, ...args, 'streamableHttp'], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (!(await heard(child, 'listening'))) return undefined;
  return { url: `http://127.0.0.1:${port}/mcp`, stop: () => child.kill() };
}

function heard(child: ChildProcess, word: string): Promise<boolean> {
  return new Promise((resolve) => {
    let text = '';
    const timer = setTimeout(() => resolve(false), 20_000);
    const settle = (found: boolean): void => {
      clearTimeout(timer);
      resolve(found);
    };
    child.stderr?.setEncoding('utf8');
    child.stderr?.on('data', (chunk: string) => {
      text = (text + chunk).slice(-4096);
      if (text.includes(word)) settle(true);
    });
    child.once('exit', () => settle(false));
    child.once('error', () => settle(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
