import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DOORWARD_CLI } from './paths.ts';
import { firstJson, startNode, type Running } from './processes.ts';

const run = promisify(execFile);

/** A headless host that runs on a profile of its own. */
export interface DoorwardHost extends Running {
  /** Where clients connect, for example `http://127.0.0.1:7411/mcp`. */
  readonly url: string;
  /** Runs one command against the host and resolves with its standard output. Rejects when the command fails. */
  cli(...args: string[]): Promise<string>;
}

/** The operator's key of every host of the benchmark. */
export const BENCH_OPERATOR = 'bench-operator';

/**
 * Starts a host on the profile folder `home`; `node` are further arguments for Node itself, `more` is added to the
 * environment.
 */
export async function startDoorward(
  home: string,
  node: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Promise<DoorwardHost> {
  const env = { ...more, DOORWARD_HOME: home, DOORWARD_OPERATOR_KEY: BENCH_OPERATOR };
  const running = await startNode({
    args: [...node, DOORWARD_CLI, 'serve', '--port', '0', '--json'],
    env,
    channel: node.length > 0,
  });
  try {
    const ready = await firstJson(running);
    return {
      ...running,
      url: String(ready['url']),
      async cli(...args) {
        const options = { env: { ...process.env, ...env }, timeout: 60_000 };
        const { stdout } = await run(process.execPath, [DOORWARD_CLI, ...args], options);
        return stdout;
      },
    };
  } catch (error) {
    await running.end();
    throw error;
  }
}

/** Registers a server, has it inspected and approves it. `how` is what follows the id in `server add`. */
export async function addServer(host: DoorwardHost, id: string, how: readonly string[]): Promise<void> {
  await host.cli('server', 'add', id, ...how);
  await host.cli('server', 'inspect', id);
  await host.cli('server', 'approve', id);
}

/** Creates the client of the benchmark and resolves with the headers that identify it. */
export async function addClient(host: DoorwardHost): Promise<Record<string, string>> {
  const { token } = JSON.parse(await host.cli('client', 'add', 'bench', '--json')) as { token: string };
  return { authorization: `Bearer ${token}` };
}
