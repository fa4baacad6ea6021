import type { ChildProcess } from 'node:child_process';
import { fail, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { Clock, SpawnPort } from './ports.ts';
import { pause, within } from './ports.ts';
import type { Invocation } from './resolve-command.ts';
import type { TreeSignal, Watchdog } from './watchdog.ts';

export interface TreePorts {
  readonly spawn: SpawnPort;
  readonly clock: Clock;
  readonly watchdog: Watchdog;
  readonly platform: NodeJS.Platform;
}

/** How a process ended: its exit code, or the signal that ended it. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A program and everything it has started. */
export interface ProcessTree {
  readonly pid: number;
  readonly child: ChildProcess;
  /** Resolves when the program itself is over; what it started may live on until `end`. */
  readonly exited: Promise<Ending>;
  /**
   * Ends all of it: closes stdin, after 2 s SIGTERM, after 2 s more SIGKILL, each to the whole process group and to
   * everything that left the group but still carries the mark. Resolves when nothing is left, or when the operating
   * system has been told everything there is to tell. Safe to call again.
   */
  end(): Promise<void>;
}

const GRACE_MS = 2_000;
const POLLS_MS = [20, 40, 80, 160, 300, 400, 500, 500];

/**
 * Starts a program as the leader of its own process group, under the watchdog's eye. Refused when there is no
 * watchdog, or when the operating system will not start it; the sentence says which.
 *
 * Windows has no process groups: there `end`, and the watchdog when the host was killed, use `taskkill /T /F`. It does
 * not find a process whose parent has ended, and no job object holds those.
 */
export async function startTree(
  invocation: Invocation,
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
  ports: TreePorts,
): Promise<Result<ProcessTree, 'unguarded' | 'refused'>> {
  const guarded = await ports.watchdog.ready();
  if (!guarded.ok) return guarded;
  const { tag, env } = ports.watchdog.mark();
  let child: ChildProcess;
  try {
    child = ports.spawn(invocation.file, invocation.args, {
      cwd: options.cwd,
      env: { ...options.env, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: ports.platform !== 'win32',
      windowsHide: true,
      windowsVerbatimArguments: invocation.verbatim,
    });
  } catch (error) {
    return fail('refused', refusal(invocation.file, error));
  }
  // Registered before anything else can happen: no turn of the event loop lies between start and registration.
  const pid = child.pid;
  if (pid !== undefined) ports.watchdog.register(tag, pid);
  const exited = new Promise<Ending>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const started = await new Promise<Result<void, 'refused'>>((resolve) => {
    child.once('spawn', () => resolve(ok(undefined)));
    child.on('error', (error) => resolve(fail('refused', refusal(invocation.file, error))));
  });
  if (pid === undefined || !started.ok) {
    return started.ok ? fail('refused', refusal(invocation.file, undefined)) : started;
  }
  let ending: Promise<void> | undefined;
  const end = () => {
    ending ??= endTree(child, pid, tag, exited, ports);
    return ending;
  };
  return ok({ pid, child, exited, end });
}

async function endTree(
  child: ChildProcess,
  pid: number,
  tag: number,
  exited: Promise<Ending>,
  ports: TreePorts,
): Promise<void> {
  child.stdin?.end();
  await within(exited, GRACE_MS, ports.clock);
  if (ports.platform === 'win32') await endOnWindows(child, pid, exited, ports);
  else await endOnPosix(child, pid, tag, exited, ports);
  ports.watchdog.release(tag);
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy();
}

async function endOnPosix(
  child: ChildProcess,
  pid: number,
  tag: number,
  exited: Promise<Ending>,
  ports: TreePorts,
): Promise<void> {
  const strike = async (signal: TreeSignal) => {
    const count = await ports.watchdog.strike(tag, signal);
    return count ?? (signalGroup(pid, signal, child) ? 1 : 0);
  };
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if ((await strike(0)) === 0) break;
    await strike(signal);
    for (const wait of POLLS_MS) {
      await pause(wait, ports.clock);
      // What is started while the signal goes round gets one of its own at the next look.
      if ((await strike(signal === 'SIGKILL' ? signal : 0)) === 0) break;
    }
  }
  await within(exited, GRACE_MS, ports.clock);
}

/**
 * Without a watchdog to ask: the group alone. Only while its leader is ours to wait for or members remain, because
 * afterwards the number may belong to somebody else. True when there was somebody to signal.
 */
function signalGroup(pid: number, signal: TreeSignal, child: ChildProcess): boolean {
  try {
    return process.kill(-pid, signal);
  } catch {
    return child.exitCode === null && child.signalCode === null && child.kill(signal === 0 ? 0 : signal);
  }
}

async function endOnWindows(
  child: ChildProcess,
  pid: number,
  exited: Promise<Ending>,
  ports: TreePorts,
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const killer = ports.spawn('taskkill', ['/PID', String(pid), '/T', '/F'], {
    stdio: 'ignore',
    windowsHide: true,
  });
  killer.once('error', () => child.kill());
  await within(exited, GRACE_MS, ports.clock);
}

function refusal(file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'it, or the interpreter that its first line names, is not there',
    EACCES: 'it may not be run',
    ENOEXEC: 'it is not a program for this machine',
    E2BIG: 'its arguments and environment are too long',
    EAGAIN: 'this user may start no more processes',
    EMFILE: 'too many files are open',
    ENOMEM: 'there is not enough memory',
  };
  const reason = Object.hasOwn(reasons, code) ? reasons[code] : `the operating system refused it (${code})`;
  return `"${file}" could not be started: ${reason}.`;
}
