import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { connectControl } from '../../electron/cli/control-client.ts';
import { profilePaths, systemSurroundings } from '../../electron/host/profile.ts';
import type { CommandInput, CommandName, CommandOutput } from '../../shared/ipc/contract.ts';
import { BENCH_OPERATOR, startDoorward } from '../systems/doorward-host.ts';
import type { Scene } from './person.ts';
import { type Desk, FILES, PEOPLE } from './week.ts';

const here = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const official = (name: string): string =>
  here(`node_modules/@modelcontextprotocol/server-${name}/dist/index.js`);

const MEMORY = 'memory.jsonl';

/** A running host with approved servers, a person's files, and an AI app that is connected. */
export interface OpenScene extends Scene {
  readonly desk: Desk;
  /** A command with the operator's key that must succeed. */
  must<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>>;
  close(): Promise<void>;
}

/** The files of the person, below a home folder of their own: nobody's real keys are near. */
function furnish(folder: string): Desk {
  const home = join(folder, 'home', 'ada');
  const documents = join(home, 'Documents');
  const desk: Desk = {
    home,
    given: [join(documents, 'Campaigns'), join(documents, 'Reports')],
    outside: join(documents, 'Handbook'),
  };
  const put = (root: string, names: readonly string[]): void => {
    for (const name of names) {
      const path = join(root, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `# ${name.slice(name.lastIndexOf('/') + 1)}\nStatus: open.\n`);
    }
  };
  put(desk.given[0], FILES.first);
  put(desk.given[1], FILES.second);
  put(desk.outside, FILES.outside);
  put(join(home, '.ssh'), ['id_ed25519']);
  put(join(home, '.aws'), ['credentials']);
  const known = PEOPLE.map((name) => ({ type: 'entity', name, entityType: 'person', observations: [] }));
  writeFileSync(join(folder, MEMORY), known.map((one) => `${JSON.stringify(one)}\n`).join(''));
  return desk;
}

/** Starts everything in a folder. Whoever opens it closes it. */
export async function openScene(folder: string): Promise<OpenScene> {
  const desk = furnish(folder);
  const profile = join(folder, 'profile');
  mkdirSync(profile, { mode: 0o700 });
  const host = await startDoorward(profile, [], {
    HOME: desk.home,
    USERPROFILE: desk.home,
    // The keychain of whoever measures is none of its business.
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  });
  try {
    const control = await connectControl(profilePaths(profile, systemSurroundings(desk.home)));
    if (!control.ok) throw new Error(control.message);
    const must: OpenScene['must'] = async (name, input) => {
      const done = await control.value.call(name, input, { operatorKey: BENCH_OPERATOR });
      if (!done.ok) throw new Error(`${name}: ${done.message}`);
      return done.value;
    };
    const env = { MEMORY_FILE_PATH: join(folder, MEMORY) };
    const servers = {
      files: { args: [official('filesystem'), ...desk.given], env: {} },
      memory: { args: [official('memory')], env },
      everything: { args: [official('everything')], env: {} },
      office: { args: [here('test/e2e/fixtures/office-server.mjs'), join(folder, 'office.jsonl')], env: {} },
    };
    for (const [id, { args, env: own }] of Object.entries(servers)) {
      const launch = { transport: 'stdio' as const, command: process.execPath, args, env: own };
      await must('server.add', { id, launch, sharing: 'client' });
      await must('server.inspect', { id, withSecrets: false });
      await must('server.approve', { id, all: true });
    }
    const { token } = await must('client.add', { name: 'Desk App', role: 'default' });
    const app = await connect(host.url, token, desk);
    return {
      desk,
      app,
      control: control.value,
      operatorKey: BENCH_OPERATOR,
      must,
      async close() {
        await app.close();
        control.value.close();
        await host.end();
      },
    };
  } catch (error) {
    await host.end();
    throw error;
  }
}

/** Connects an AI app that, like many, tells servers which folders are open in it: also one they were not given. */
async function connect(url: string, token: string, { given, outside }: Desk): Promise<Client> {
  const app = new Client({ name: 'desk-app', version: '1.0.0' }, { capabilities: { roots: {} } });
  const roots = [...given, outside].map((path) => ({ uri: pathToFileURL(path).href }));
  app.setRequestHandler('roots/list', () => ({ roots }));
  await app.connect(
    new StreamableHTTPClientTransport(new URL(url), {
      requestInit: { headers: { authorization: `Bearer ${token}` } },
    }),
  );
  return app;
}
