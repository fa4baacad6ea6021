import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, watch } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { AppPlatform } from '../../onboarding/apps/app-spec.ts';
import { systemAppFiles } from '../../onboarding/apps/system-files.ts';
import type { AppMachine } from './app-ports.ts';

const TOOL_MS = 5000;
const MAX_OUTPUT = 8 * 1024 * 1024;

/** This machine, for AI apps: its files, its processes, its git. */
export function systemAppMachine(): AppMachine {
  const home = homedir();
  const platform: AppPlatform =
    process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
  return {
    around: { platform, home, env: process.env },
    files: systemAppFiles({ home, uid: process.getuid?.() }),
    running: (names) => anyRuns(platform, names),
    gitTracks,
    watchFolder(folder, onEvent) {
      const watcher = watch(folder, { persistent: false }, (_kind, name) => onEvent(name ?? undefined));
      // The folder may go; whoever follows it looks again by itself.
      watcher.on('error', () => watcher.close());
      return () => watcher.close();
    },
    after(ms, run) {
      const timer = setTimeout(run, ms).unref();
      return () => clearTimeout(timer);
    },
  };
}

/** What a tool of the system prints, and how it ended; undefined when it could not be started or took too long. */
function tool(command: string, args: readonly string[]): Promise<{ code: number; text: string } | undefined> {
  return new Promise((resolve) => {
    const options = { timeout: TOOL_MS, maxBuffer: MAX_OUTPUT, windowsHide: true, encoding: 'utf8' } as const;
    execFile(command, args, options, (error, stdout) => {
      if (error === null) resolve({ code: 0, text: stdout });
      else resolve(typeof error.code === 'number' ? { code: error.code, text: stdout } : undefined);
    });
  });
}

async function anyRuns(platform: AppPlatform, names: readonly string[]): Promise<boolean | undefined> {
  const found = platform === 'linux' ? linuxProcesses() : await listedProcesses(platform);
  if (found === undefined) return undefined;
  // Windows takes either case for the same name.
  const plain = (name: string) => (platform === 'win32' ? name.toLowerCase() : name);
  const wanted = new Set(names.map(plain));
  return found.some((name) => wanted.has(plain(name)));
}

/** The names of this user's programs: as the kernel has them, as they call themselves, and the scripts that they run. */
function linuxProcesses(): string[] | undefined {
  try {
    const uid = process.getuid?.();
    return readdirSync('/proc').flatMap((pid) => (/^\d+$/.test(pid) ? namesOf(pid, uid) : []));
  } catch {
    return undefined;
  }
}

function namesOf(pid: string, uid: number | undefined): string[] {
  try {
    if (!new RegExp(`^Uid:\\t${uid ?? 0}\\t`, 'm').test(readFileSync(`/proc/${pid}/status`, 'utf8')))
      return [];
    const [first = '', second = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const script = /^(?:node|bun|deno)$/.test(basename(first))
      ? [basename(second).replace(/\.[cm]?js$/, '')]
      : [];
    return [readFileSync(`/proc/${pid}/comm`, 'utf8').trimEnd(), basename(first), ...script];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

async function listedProcesses(platform: AppPlatform): Promise<string[] | undefined> {
  if (platform === 'darwin') {
    const listed = await tool('/bin/ps', ['-axo', 'comm=']);
    return listed?.text.split('\n').map((line) => basename(line.trim()));
  }
  const root = process.env['SystemRoot'] ?? 'C:\\Windows';
  const listed = await tool(join(root, 'System32', 'tasklist.exe'), ['/fo', 'csv', '/nh']);
  return listed?.text.split('\n').map((line) => (/^"([^"]*)"/.exec(line)?.[1] ?? '').replace(/\.exe$/i, ''));
}

/**
 * Whether git keeps a file or would take it. Outside of every repository the answer needs no git; inside of one it is
 * yes unless git says that it ignores the file. Settings of the repository that would start programs are off.
 */
async function gitTracks(file: string): Promise<boolean> {
  let folder = dirname(file);
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) break;
    if (dirname(at) === at) return false;
  }
  while (!existsSync(folder)) folder = dirname(folder);
  const safe = ['-C', folder, '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath='];
  const kept = await tool('git', [...safe, 'ls-files', '--error-unmatch', '--', file]);
  if (kept === undefined || kept.code === 0) return true;
  const ignored = await tool('git', [...safe, 'check-ignore', '-q', '--', file]);
  return ignored?.code !== 0;
}
