import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { eachLine } from '../wire/lines.ts';

const KEPT = 2000;
const alive = new Set<Running>();

/** A process that the benchmark started. */
export interface Running {
  readonly pid: number;
  readonly child: ChildProcess;
  /** The last of what it wrote on standard error, at most 2,000 characters. */
  complaint(): string;
  /** Asks it to end and makes it end after five seconds; resolves when it is gone. */
  end(): Promise<void>;
}

interface Start {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** A channel on which the process can be asked something. */
  readonly channel?: boolean;
}

/** Starts the running Node with these arguments. */
export async function startNode({ args, env, cwd, channel }: Start): Promise<Running> {
  const child = spawn(process.execPath, args, {
    stdio: channel ? ['pipe', 'pipe', 'pipe', 'ipc'] : ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  await once(child, 'spawn');
  let tail = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    tail = (tail + chunk.toString()).slice(-KEPT);
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const running: Running = {
    pid: child.pid ?? 0,
    child,
    complaint: () => tail.trim(),
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
      await gone;
      clearTimeout(timer);
    },
  };
  alive.add(running);
  void gone.then(() => alive.delete(running));
  return running;
}

/** Ends every process that still runs, for when the benchmark itself is cut short. */
export async function endAll(): Promise<void> {
  await Promise.all([...alive].map((running) => running.end()));
}

/**
 * The first line of standard output that is JSON, within ten seconds unless given more. Rejects with what the process
 * complained of. What follows on standard output is read and dropped, so that the process is never blocked.
 */
export async function firstJson(running: Running, withinMs = 10_000): Promise<Record<string, unknown>> {
  const found = Promise.withResolvers<Record<string, unknown>>();
  const give = (why: string) => found.reject(new Error(`${why} ${running.complaint()}`.trim()));
  const timer = setTimeout(() => give('It did not say that it is ready.'), withinMs);
  running.child.once('exit', () => give('It ended at once.'));
  if (running.child.stdout) {
    eachLine(running.child.stdout, (line) => {
      if (line[0] === 123) found.resolve(JSON.parse(line.toString()) as Record<string, unknown>);
    });
  }
  try {
    return await found.promise;
  } finally {
    clearTimeout(timer);
  }
}

/** A loopback port that is free now, for programs that cannot choose one themselves. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}

/** Waits until `ready` says yes, at most 20 seconds. Rejects when the process ends before, or does not get there. */
export async function waitUntil(running: Running, ready: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    if (running.child.exitCode !== null) throw new Error(`It ended at once. ${running.complaint()}`);
    if (await ready().catch(() => false)) return;
    await pause(100);
  }
  throw new Error(`It was not ready after 20 seconds. ${running.complaint()}`);
}

/** Reads and drops what a process writes, so that it never waits for a reader. */
export function drain(running: Running): void {
  running.child.stdout?.resume();
}
