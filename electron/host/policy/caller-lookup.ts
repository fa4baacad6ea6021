import { opendir, readdir, readFile, readlink, stat } from 'node:fs/promises';
import { join, win32 } from 'node:path';
import type { CallerProcess } from '../../../shared/model/approval.ts';
import {
  type Ends,
  type Image,
  image,
  imageInBase64,
  imageInCodesign,
  imageScript,
  inodesAt,
  pidOf,
  pidsInLsof,
  pidsInNetstat,
} from './caller-tables.ts';
import { type Ran, runSystemProgram } from '../endpoint/system-program.ts';

/** What looking for a caller uses; injected so that the other systems can be tested. */
export interface LookupPorts {
  readonly platform: NodeJS.Platform;
  readonly systemRoot: string;
  /** Where the kernel of Linux tells of processes. */
  readonly proc: string;
  /** Runs a program without a shell, for three seconds at most. */
  readonly run: (file: string, args: readonly string[]) => Promise<Ran>;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** A process with more open files than these is looked at no further. */
  readonly mostFiles: number;
}

/** For everything that is looked at of one caller. */
const LOOK_MS = 3000;

const system: LookupPorts = {
  platform: process.platform,
  systemRoot: process.env['SystemRoot'] ?? 'C:\\Windows',
  proc: '/proc',
  run: runSystemProgram,
  now: () => performance.now(),
  mostFiles: 4096,
};

/**
 * The process at the other end of a connection, as far as the system tells this user: nothing that the AI app says is
 * asked. Undefined when several processes hold that end, for then nobody can tell which of them speaks, and when it is
 * gone, or another one has its place, before all is read. It is for a person to read and never proof: a program may
 * start another one and hand it its connection. Never rejects.
 */
export async function whoConnects(
  ends: Ends,
  ports: LookupPorts = system,
): Promise<CallerProcess | undefined> {
  if (![ends.theirs, ends.ours].every((port) => Number.isInteger(port) && port > 0 && port < 65_536))
    return undefined;
  try {
    if (ports.platform === 'linux') return await onLinux(ends, ports);
    const [holders, imageOf] = ports.platform === 'win32' ? windows(ends, ports) : macos(ends, ports);
    const pid = only(await holders());
    if (pid === undefined) return undefined;
    const found = await imageOf(pid);
    // Numbers are given anew: what was read is of this process only if it still holds the connection.
    return only(await holders()) === pid ? { pid, ...found } : undefined;
  } catch {
    return undefined;
  }
}

type Ways = readonly [() => Promise<readonly number[]>, (pid: number) => Promise<Image>];

function macos(ends: Ends, { run }: LookupPorts): Ways {
  const args = ['-nP', `-iTCP@127.0.0.1:${ends.theirs}`, '-F', 'pn'];
  return [
    async () => pidsInLsof((await run('/usr/sbin/lsof', args)).stdout, ends),
    async (pid) => {
      const codesign = '/usr/bin/codesign';
      // Anybody can sign in anybody's name: only a valid signature that Apple vouches for names the signer.
      const [valid, shown] = await Promise.all([
        run(codesign, ['--verify', '-R=anchor apple generic', String(pid)]),
        run(codesign, ['--display', '--verbose=2', String(pid)]),
      ]);
      if (!shown.ended) return {};
      const { path, signer } = imageInCodesign(shown.stderr);
      return valid.ended ? image(path, signer) : image(path, undefined);
    },
  ];
}

function windows(ends: Ends, { run, systemRoot }: LookupPorts): Ways {
  const program = (...names: string[]): string => win32.join(systemRoot, 'System32', ...names);
  const powershell = program('WindowsPowerShell', 'v1.0', 'powershell.exe');
  return [
    async () => pidsInNetstat((await run(program('netstat.exe'), ['-ano', '-p', 'TCP'])).stdout, ends),
    // What was printed before it failed holds: the path comes first, and a signer only when it is valid.
    async (pid) =>
      imageInBase64(
        (await run(powershell, ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', imageScript(pid)]))
          .stdout,
      ),
  ];
}

/** What there is exactly one of. */
function only<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}

async function onLinux(
  ends: Ends,
  { proc, now, mostFiles }: LookupPorts,
): Promise<CallerProcess | undefined> {
  const until = now() + LOOK_MS;
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(join(proc, 'net', name), 'utf8').catch(() => '')),
  );
  const inode = only(tables.flatMap((table) => inodesAt(table, ends)));
  if (inode === undefined) return undefined;
  const socket = `socket:[${inode}]`;
  const holders: { readonly pid: number; readonly link: string }[] = [];
  for (const name of await readdir(proc)) {
    const pid = pidOf(name);
    if (pid === undefined) continue;
    if (now() > until) return undefined;
    const link = await linkTo(socket, join(proc, name, 'fd'), mostFiles);
    if (link !== undefined) holders.push({ pid, link });
  }
  const holder = only(holders);
  if (holder === undefined) return undefined;
  const path = await pathOf(join(proc, String(holder.pid), 'exe'));
  const still = (await readlink(holder.link).catch(() => '')) === socket;
  return still ? { pid: holder.pid, ...image(path, undefined) } : undefined;
}

/** The open file of a process that is this socket. Processes of others cannot be looked into, and some end meanwhile. */
async function linkTo(socket: string, folder: string, most: number): Promise<string | undefined> {
  const names: string[] = [];
  try {
    for await (const { name } of await opendir(folder, { bufferSize: 512 })) {
      names.push(name);
      if (names.length > most) return undefined;
    }
  } catch {
    return undefined;
  }
  const links = names.map((name) => join(folder, name));
  const found = await Promise.all(links.map(async (link) => readlink(link).catch(() => '')));
  return links[found.indexOf(socket)];
}

/**
 * The path of the file that runs, while that very file is there: one that was replaced, or that another view of the
 * file system has in that place, would have a person look at the wrong program.
 */
async function pathOf(exe: string): Promise<string | undefined> {
  try {
    const path = await readlink(exe);
    // One after the other: a file system that never answers then holds up one thread and not two.
    const runs = await stat(exe, { bigint: true });
    const there = await stat(path, { bigint: true });
    return runs.dev === there.dev && runs.ino === there.ino ? path : undefined;
  } catch {
    return undefined;
  }
}
