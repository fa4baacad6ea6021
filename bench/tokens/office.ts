import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { connectControl } from '../../electron/cli/control-client.ts';
import { profilePaths, systemSurroundings } from '../../electron/host/profile.ts';
import type { CommandInput, CommandName, CommandOutput } from '../../shared/ipc/contract.ts';
import { firstJson, startNode } from '../systems/processes.ts';
import { catalogue } from './servers/catalogue.ts';

const path = (place: string): string => fileURLToPath(new URL(place, import.meta.url));
const CLI = path('../../electron/cli.ts');
const SCRIPTED = path('servers/scripted.ts');
const OPERATOR = 'bench-operator';
const START_MS = 60_000;
const MEMORY = 'memory.jsonl';
const need = createRequire(import.meta.url);
/** The program of an official server that is there for tests. */
const official = (name: string): string => {
  const manifest = need.resolve(`@modelcontextprotocol/server-${name}/package.json`);
  return join(manifest, '..', 'dist', 'index.js');
};

/** A running host with its servers approved. */
export interface Office {
  /** Servers that were added, with how many tools each is listed. */
  readonly tools: number;
  command<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>>;
  /** An AI app of this name, connected to all servers. */
  app(name: string): Promise<Client>;
  close(): Promise<void>;
}

interface Launched {
  readonly id: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts Doorward itself on a new profile in `home`, with the servers of a scene. `catalog`: more servers, as lines. */
export async function openOffice(
  home: string,
  folder: string,
  scene: 'office' | 'small',
  catalog: string | undefined,
): Promise<Office> {
  mkdirSync(home, { recursive: true });
  const running = await startNode({
    args: [CLI, 'serve', '--port', '0', '--json'],
    env: { DOORWARD_HOME: home, DOORWARD_OPERATOR_KEY: OPERATOR },
  });
  const ready = await firstJson(running, START_MS);
  const paths = profilePaths(home, systemSurroundings(home));
  const control = await connectControl(paths);
  if (!control.ok) throw new Error(control.message);
  const clients: Client[] = [];
  const command: Office['command'] = async (name, input) => {
    const answer = await control.value.call(name, input, { operatorKey: OPERATOR });
    if (!answer.ok) throw new Error(`${name}: ${answer.message}`);
    return answer.value;
  };
  const servers = scene === 'small' ? [memory(folder)] : [...officeServers(folder), ...moreServers(catalog)];
  let tools = 0;
  for (const { id, args, env = {} } of servers) {
    const launch = {
      transport: 'stdio' as const,
      command: process.execPath,
      args: [...args],
      env: { ...env },
    };
    await command('server.add', { id, launch });
    const inspected = await command('server.inspect', { id });
    tools += inspected.tools.length;
    await command('server.approve', { id, all: true });
    await command('rule.add', { action: 'allow', server: id, kind: 'tool' });
  }
  return {
    tools,
    command,
    async app(name) {
      const { token } = await command('client.add', { name });
      const client = new Client({ name: 'task-tokens', version: '1' });
      await client.connect(
        new StreamableHTTPClientTransport(new URL(String(ready['url'])), {
          requestInit: { headers: { authorization: `Bearer ${token}` } },
        }),
      );
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) await client.close();
      control.value.close();
      await running.end();
    },
  };
}

const memory = (folder: string): Launched => ({
  id: 'memory',
  args: [official('memory')],
  env: { MEMORY_FILE_PATH: join(folder, MEMORY) },
});

function officeServers(folder: string): Launched[] {
  return [
    ...Object.keys(catalogue).map((id) => ({ id, args: [SCRIPTED, id] })),
    { id: 'files', args: [official('filesystem'), folder] },
    memory(folder),
    { id: 'thinking', args: [official('sequential-thinking')] },
    { id: 'everything', args: [official('everything')] },
  ];
}

/** Servers out of a file of lines `{"server","tool"}`, which only stand in the list. */
function moreServers(catalog: string | undefined): Launched[] {
  if (catalog === undefined) return [];
  const names = readFileSync(catalog, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { server: string }).server);
  return [...new Set(names)].map((name, i) => ({ id: `more-${i}`, args: [SCRIPTED, name, catalog] }));
}

/** Makes the folder of the file server, and what the memory holds, as they are before a task. */
export function fillFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'notes'), { recursive: true });
  const ben = { type: 'entity', name: 'Ben', entityType: 'person', observations: ['drinks tea'] };
  writeFileSync(join(folder, MEMORY), `${JSON.stringify(ben)}\n`);
  const services = ['login', 'cart', 'search', 'mail', 'stock', 'prices', 'pictures', 'reports'];
  writeFileSync(
    join(folder, 'service.yaml'),
    `# Settings of the services\nversion: 3\nservices:\n${services.map((name, i) => `  ${name}:\n    image: registry.brightwater.example/${name}:4.${i}.2\n    replicas: ${2 + (i % 3)}\n    timeout: 30 # ${name}\n    memory: 512Mi\n    environment:\n      LOG_LEVEL: info\n      REGION: eu-central\n      FEATURE_FLAGS: ""\n    health:\n      path: /healthz\n      every: 10s\n`).join('')}`,
  );
}
