import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connectControl } from '../../electron/cli/control-client.ts';
import { profilePaths, systemSurroundings } from '../../electron/host/profile.ts';
import { processTree, residentMiB } from '../measure/process-table.ts';
import { median, spread, type Spread } from '../measure/statistics.ts';
import { BENCH_OPERATOR, startDoorward } from '../systems/doorward-host.ts';
import { STDIO_UPSTREAM } from '../systems/paths.ts';
import { startNode } from '../systems/processes.ts';

const IDLE_SERVERS = 200;
const REST_MS = 3000;

/** What the start of a headless host costs, from the start of its process until it says that it is ready. */
export interface StartCost {
  /** Milliseconds. */
  readonly host: Spread;
  readonly node: Spread;
  /** With 200 approved servers that nobody uses. */
  readonly hostWithServers: Spread;
  /** The host beside the middle `node -e 0`. */
  readonly ratio: Spread;
  readonly ratioWithServers: Spread;
  readonly servers: number;
  /** Processes below the host with these servers, some seconds after its start. */
  readonly processes: number;
  /** Resident MiB then, without and with them. */
  readonly resident: number;
  readonly residentWithServers: number;
}

/** Registers, looks at and approves the idle servers. */
async function prepare(home: string): Promise<void> {
  const host = await startDoorward(home);
  try {
    const control = await connectControl(profilePaths(home, systemSurroundings(homedir())));
    if (!control.ok) throw new Error(control.message);
    const { value } = control;
    const options = { operatorKey: BENCH_OPERATOR };
    const done = <T extends { ok: boolean; message?: string }>(result: T): void => {
      if (!result.ok) throw new Error(result.message);
    };
    for (let n = 1; n <= IDLE_SERVERS; n++) {
      const id = `s${n}`;
      const launch = {
        transport: 'stdio' as const,
        command: process.execPath,
        args: [STDIO_UPSTREAM],
        env: {},
      };
      done(await value.call('server.add', { id, launch }, options));
      done(await value.call('server.inspect', { id }, options));
      done(await value.call('server.approve', { id }, options));
    }
    value.close();
  } finally {
    await host.end();
  }
}

async function hostStart(home: string, rest?: (pid: number) => void): Promise<number> {
  const began = performance.now();
  const host = await startDoorward(home);
  const ms = performance.now() - began;
  if (rest !== undefined) {
    await pause(REST_MS);
    rest(host.pid);
  }
  await host.end();
  return ms;
}

async function nodeStart(): Promise<number> {
  const began = performance.now();
  const node = await startNode({ args: ['-e', '0'] });
  if (node.child.exitCode === null) await new Promise((resolve) => node.child.once('exit', resolve));
  return performance.now() - began;
}

/** Measures in turn, each time with new processes; the first turn warms the caches of the disk and is dropped. */
export async function measureStart(folder: string, turns: number): Promise<StartCost> {
  const [empty, full] = ['start-home', 'start-home-200'].map((name) => {
    const home = join(folder, name);
    mkdirSync(home, { mode: 0o700 });
    return home;
  }) as [string, string];
  await prepare(full);
  let processes = 0;
  let resident = Number.NaN;
  let residentWithServers = Number.NaN;
  await hostStart(empty, (pid) => (resident = residentMiB(pid)));
  await hostStart(full, (pid) => {
    processes = processTree(pid).length - 1;
    residentWithServers = residentMiB(pid);
  });
  const rows: { node: number; host: number; full: number }[] = [];
  for (let turn = 0; turn <= turns; turn++) {
    const row = { node: await nodeStart(), host: await hostStart(empty), full: await hostStart(full) };
    if (turn > 0) rows.push(row);
  }
  const node = median(rows.map((row) => row.node));
  return {
    host: spread(rows.map((row) => row.host)),
    node: spread(rows.map((row) => row.node)),
    hostWithServers: spread(rows.map((row) => row.full)),
    ratio: spread(rows.map((row) => row.host / node)),
    ratioWithServers: spread(rows.map((row) => row.full / node)),
    servers: IDLE_SERVERS,
    processes,
    resident,
    residentWithServers,
  };
}
