import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connectControl } from '../../electron/cli/control-client.ts';
import { profilePaths, systemSurroundings } from '../../electron/host/profile.ts';
import type { CommandInput, CommandName, CommandOutput } from '../../shared/ipc/contract.ts';
import type { Launch } from '../../shared/model/server.ts';
import { BENCH_OPERATOR } from '../systems/doorward-host.ts';
import { DOORWARD_CLI } from '../systems/paths.ts';
import { firstJson, type Running, startNode } from '../systems/processes.ts';
import { openApp, type SoakApp } from './app.ts';
import type { Held, Lag, ProbeOrder } from './probe.ts';
import { SICK_HTTP, SICK_STDIO, sickId } from './sick-kinds.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const SERVERS = 20;
const APPS = 10;
/** Short, so that calls which hang end within the run; in use half an hour unless set. */
const SILENT_SECONDS = 12;
const RESULT_BYTES = 4 * 1024 * 1024;
/** For a machine that is very busy. */
const PATIENCE_MS = 60_000;

/** A running host between ten AI apps and its servers, well-behaved and sick. */
export interface SoakScene {
  readonly host: Running;
  readonly good: readonly string[];
  readonly apps: readonly SoakApp[];
  /** Ids of every process that a server or its child was. */
  pids(): number[];
  lag(): Promise<Lag>;
  held(): Promise<Held>;
  /** Lets the sick servers run, or stops them and everything that belongs to them. */
  sick(run: boolean): Promise<void>;
  /** Ends everything; resolves with the exit code of the host. */
  end(): Promise<number | null>;
}

interface Plan {
  readonly folder: string;
  /** Well-behaved servers on pipes; the others of the twenty speak HTTP. */
  readonly stdio: number;
  readonly sources: boolean;
  readonly progress: (sentence: string) => void;
}

async function startHost(home: string, sources: boolean): Promise<{ host: Running; url: string }> {
  mkdirSync(home, { mode: 0o700 });
  const limits = { silentSeconds: SILENT_SECONDS, resultBytes: RESULT_BYTES };
  writeFileSync(join(home, 'settings.json'), JSON.stringify({ limits }), { mode: 0o600 });
  const cli = sources ? here('../../electron/cli.ts') : DOORWARD_CLI;
  // The young generation has a fixed size, as when growth is measured: V8 would double it under load, by tens of MiB
  // that nothing holds.
  const young = ['--min-semi-space-size=4', '--max-semi-space-size=4'];
  const probe = [...young, '--expose-gc', '--expose-internals', '--import', here('probe.ts')];
  const host = await startNode({
    args: [...probe, cli, 'serve', '--port', '0', '--json'],
    env: {
      DOORWARD_HOME: home,
      DOORWARD_OPERATOR_KEY: BENCH_OPERATOR,
      // The keychain of whoever measures is none of its business.
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    },
    channel: true,
  });
  host.child.setMaxListeners(0);
  const { url } = await firstJson(host, PATIENCE_MS);
  return { host, url: String(url) };
}

async function startServers(
  file: string,
  names: readonly string[],
): Promise<{
  running: Running;
  urls: Readonly<Record<string, string>>;
}> {
  const running = await startNode({ args: [here(`servers/${file}`), ...names] });
  const { urls } = await firstJson(running, PATIENCE_MS);
  return { running, urls: urls as Record<string, string> };
}

/** Gives it more time to end than `end` does; whoever takes longer is killed, and has no exit code. */
async function inGoodOrder(host: Running): Promise<void> {
  const { child } = host;
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit', { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => undefined);
    child.kill('SIGTERM');
    await gone;
  }
  await host.end();
}

/** Starts everything. Whoever opens it ends it. */
export async function openSoak({ folder, stdio, sources, progress }: Plan): Promise<SoakScene> {
  const home = join(folder, 'home');
  const pidFile = join(folder, 'pids');
  const startFile = join(folder, 'start');
  writeFileSync(pidFile, '');
  writeFileSync(startFile, '');
  const good = Array.from({ length: SERVERS }, (_, i) => `good-${String(i).padStart(2, '0')}`);
  const onPipes = good.slice(0, stdio);

  const goodHttp = await startServers('good-http.ts', good.slice(stdio));
  const sickHttp = await startServers('sick-http.ts', []);
  const { host, url } = await startHost(home, sources);
  const upstreams = [goodHttp.running, sickHttp.running];
  try {
    const control = await connectControl(profilePaths(home, systemSurroundings(folder)));
    if (!control.ok) throw new Error(control.message);
    const must = async <N extends CommandName>(
      name: N,
      input: CommandInput<N>,
    ): Promise<CommandOutput<N>> => {
      const done = await control.value.call(name, input, { operatorKey: BENCH_OPERATOR });
      if (!done.ok) throw new Error(`${name}: ${done.message}`);
      return done.value;
    };
    const add = async (id: string, launch: Launch): Promise<void> => {
      await must('server.add', { id, launch, sharing: launch.transport === 'stdio' ? 'shared' : 'client' });
      await must('server.inspect', { id, withSecrets: false });
      await must('server.approve', { id, all: true });
    };
    const program = (file: string, ...args: string[]): Launch => ({
      transport: 'stdio',
      command: process.execPath,
      args: [here(`servers/${file}`), ...args],
      env: {},
    });
    const remote = (address: string | undefined): Launch => ({
      transport: 'http',
      url: address ?? '',
      headers: {},
    });

    progress(`Adding ${SERVERS} servers, and one of each sick one…`);
    // What this measures is the road, not the questions on it.
    await must('preset.set', { preset: 'observe' });
    for (const id of onPipes) await add(id, program('good-stdio.ts', id, pidFile));
    for (const id of good.slice(stdio)) await add(id, remote(goodHttp.urls[id]));
    for (const kind of Object.keys(SICK_STDIO)) {
      const start = kind === 'crash-at-start' ? [startFile] : [];
      await add(sickId(kind), program('sick-stdio.ts', kind, pidFile, ...start));
    }
    for (const kind of Object.keys(SICK_HTTP)) await add(sickId(kind), remote(sickHttp.urls[kind]));
    writeFileSync(startFile, 'crash');

    const apps: SoakApp[] = [];
    for (let i = 0; i < APPS; i++) {
      const { token } = await must('client.add', { name: `Soak ${i}`, role: 'default' });
      apps.push(await openApp(url, token, i % 2 === 0 ? 'session' : 'stateless'));
    }

    async function ask<T>(order: ProbeOrder): Promise<T> {
      const answer = once(host.child, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) });
      host.child.send(order);
      return ((await answer) as [T])[0];
    }
    const sickIds = [...Object.keys(SICK_STDIO), ...Object.keys(SICK_HTTP)].map(sickId);
    return {
      host,
      good,
      apps,
      pids: () => readFileSync(pidFile, 'utf8').split('\n').filter(Boolean).map(Number),
      lag: () => ask<Lag>('lag'),
      held: () => ask<Held>('held'),
      async sick(run) {
        for (const id of sickIds) await must(run ? 'server.enable' : 'server.disable', { id });
      },
      async end() {
        await Promise.all(apps.map((app) => app.close()));
        control.value.close();
        await inGoodOrder(host);
        await Promise.all(upstreams.map((running) => running.end()));
        return host.child.exitCode;
      },
    };
  } catch (error) {
    await host.end();
    await Promise.all(upstreams.map((running) => running.end()));
    throw error;
  }
}
