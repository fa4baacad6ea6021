import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename, win32 } from 'node:path';
import {
  holder,
  holderInLsof,
  inodesIn,
  nameInTasklist,
  pidInNetstat,
  type PortHolder,
} from './listening-tables.ts';
import { runSystemProgram } from './system-program.ts';

export type { PortHolder } from './listening-tables.ts';

/** What looking for the holder of a port uses; injected so that the other systems can be tested. */
export interface LookPorts {
  readonly platform: NodeJS.Platform;
  readonly systemRoot: string;
  /** The standard output of a program, run without a shell; undefined when it fails or takes too long. */
  readonly run: (file: string, args: readonly string[]) => Promise<string | undefined>;
}

const system: LookPorts = {
  platform: process.platform,
  systemRoot: process.env['SystemRoot'] ?? 'C:\\Windows',
  run: async (file, args) => {
    const { ended, stdout } = await runSystemProgram(file, args);
    return ended ? stdout : undefined;
  },
};

/**
 * The process that listens on a port of this computer, as far as the system tells this user: processes of others are
 * not shown everywhere. Asks the system's tables only; nothing is ever sent to the port itself, where somebody may
 * wait for the apps' keys. Never rejects.
 */
export async function whoListens(port: number, ports: LookPorts = system): Promise<PortHolder | undefined> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return undefined;
  try {
    if (ports.platform === 'win32') return await onWindows(port, ports);
    if (ports.platform === 'linux') return await onLinux(port);
    const args = ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-F', 'pc'];
    return holderInLsof((await ports.run('/usr/sbin/lsof', args)) ?? '');
  } catch {
    return undefined;
  }
}

async function onWindows(port: number, { run, systemRoot }: LookPorts): Promise<PortHolder | undefined> {
  const program = (name: string) => win32.join(systemRoot, 'System32', name);
  const pid = pidInNetstat((await run(program('netstat.exe'), ['-ano', '-p', 'TCP'])) ?? '', port);
  if (pid === undefined) return undefined;
  const listed = await run(program('tasklist.exe'), ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']);
  return holder(pid, nameInTasklist(listed ?? '', pid) ?? '');
}

async function onLinux(port: number): Promise<PortHolder | undefined> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => '')),
  );
  const wanted = new Set(
    tables.flatMap((table) => inodesIn(table, port)).map((inode) => `socket:[${inode}]`),
  );
  if (wanted.size === 0) return undefined;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    // Processes of others cannot be looked into, and some end meanwhile.
    const open = await readdir(`/proc/${pid}/fd`).catch(() => []);
    const links = await Promise.all(open.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')));
    if (links.some((link) => wanted.has(link))) return holder(Number(pid), await linuxName(pid));
  }
  return undefined;
}

/** The file that runs: the other name is the main thread's, which programs rename. */
async function linuxName(pid: string): Promise<string> {
  const file = await readlink(`/proc/${pid}/exe`).catch(() => '');
  if (file !== '') return basename(file.replace(/ \(deleted\)$/, ''));
  return readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
}
