import { readdir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { Clock } from './ports.ts';

/** Runs one program to its end and gives back what it printed, or undefined when it failed in any way. */
export type Capture = (
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  limits: { readonly timeoutMs: number; readonly maxBytes: number },
) => Promise<string | undefined>;

/** What the search for PATH needs to know of this machine. */
export interface PathPorts {
  readonly platform: NodeJS.Platform;
  /** The gateway's own PATH. */
  readonly path: string;
  /** The person's login shell; nothing is asked when it is unknown. */
  readonly shell: string | undefined;
  readonly home: string;
  /** Environment for the shell: the short list that every child gets. */
  readonly env: Readonly<Record<string, string>>;
  readonly capture: Capture;
  readonly clock: Clock;
  /** Random text that a shell's start-up files cannot print by chance. */
  readonly marker: string;
}

/** The PATH for servers, asked for once and remembered. */
export interface PathFinder {
  /** Resolves to PATH; never rejects. The first call may take up to five seconds, later ones nothing. */
  pathFor(): Promise<string>;
  /** Looks again, at most once a minute: somebody may have installed what was missing. True when PATH changed. */
  refresh(): Promise<boolean>;
}

const TIMEOUT_MS = 5_000;
const MAX_BYTES = 256 * 1024;
const MAX_FOLDERS = 200;
const REFRESH_MS = 60_000;

/** Folders that every session has; they say nothing about what the person has set up. */
const SYSTEM_FOLDERS = new Set(
  '/bin /sbin /usr/bin /usr/sbin /usr/local/bin /usr/local/sbin /usr/games /usr/local/games /snap/bin'.split(
    ' ',
  ),
);

/**
 * Gives servers the PATH that the person has in a terminal. A program started from a desktop gets a poor one, in
 * which neither Homebrew nor fnm, nvm, uv or pyenv occur. On Windows PATH is the same everywhere and is left alone.
 */
export function createPathFinder(ports: PathPorts): PathFinder {
  let asked: Promise<string> | undefined;
  let askedAt = 0;
  const look = () => {
    askedAt = ports.clock.monotonic();
    asked = ports.platform === 'win32' ? Promise.resolve(ports.path) : fullPath(ports);
    return asked;
  };
  return {
    pathFor: () => asked ?? look(),
    async refresh() {
      if (ports.platform === 'win32') return false;
      const before = asked === undefined ? undefined : await asked;
      if (before !== undefined && ports.clock.monotonic() - askedAt < REFRESH_MS) return false;
      return (await look()) !== before;
    },
  };
}

async function fullPath(ports: PathPorts): Promise<string> {
  const [login, usual] = await Promise.all([askLoginShell(ports), usualFolders(ports.home)]);
  return mergePaths(ports.path, login ?? '', usual);
}

/**
 * One PATH out of three. First what somebody put into the gateway's own PATH on purpose, then the login shell's
 * order, then the system's folders, then the usual places of installers. Each folder once; relative ones never.
 */
export function mergePaths(own: string, login: string, usual: readonly string[]): string {
  const ownFolders = own.split(':');
  const all = [
    ...ownFolders.filter((folder) => !SYSTEM_FOLDERS.has(folder)),
    ...login.split(':'),
    ...ownFolders,
    ...usual,
  ].filter((folder) => isAbsolute(folder));
  return [...new Set(all)].slice(0, MAX_FOLDERS).join(':');
}

/**
 * Asks the login shell for its PATH: an interactive login shell, because that is when fnm, nvm and pyenv come into
 * play. Only PATH is printed, so no secret of the person's shell passes through here; it stands between two markers,
 * because start-up files print as they like. Works for zsh, bash, fish and POSIX shells; any other outcome is
 * undefined.
 */
export async function askLoginShell(ports: PathPorts): Promise<string | undefined> {
  if (ports.shell === undefined || !isAbsolute(ports.shell)) return undefined;
  const printed = await ports.capture(
    ports.shell,
    // Built into every one of these shells, so it works with whatever PATH the start-up files leave.
    ['-ilc', `printf %s ${ports.marker} "$PATH" ${ports.marker}`],
    // No colours, no update questions: there is nobody to answer.
    { ...ports.env, PATH: ports.path, TERM: 'dumb', DISABLE_AUTO_UPDATE: 'true' },
    { timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES },
  );
  const [, found, after] = printed?.split(ports.marker) ?? [];
  const path = after === undefined ? undefined : found?.trim();
  return path === undefined || path.length === 0 || /[\0\r\n]/.test(path) ? undefined : path;
}

/** The places where installers put commands, as far as they exist here. */
export async function usualFolders(home: string): Promise<readonly string[]> {
  const at = (...parts: readonly string[]) => join(home, ...parts);
  const places = [
    at('.local', 'bin'),
    ...['.local/share/fnm', '.fnm', 'Library/Application Support/fnm'].map((fnm) =>
      at(fnm, 'aliases/default/bin'),
    ),
    ...(await nvmFolder(at('.nvm'))),
    at('.volta', 'bin'),
    at('.local', 'share', 'mise', 'shims'),
    at('.asdf', 'shims'),
    at('.pyenv', 'shims'),
    at('.cargo', 'bin'),
    at('.bun', 'bin'),
    at('.deno', 'bin'),
    '/opt/homebrew/bin',
    '/home/linuxbrew/.linuxbrew/bin',
    '/usr/local/bin',
    '/usr/bin',
    '/bin',
    '/Applications/Docker.app/Contents/Resources/bin',
  ];
  const there = await Promise.all(places.map(isFolder));
  return places.filter((_, index) => there[index]);
}

/** nvm has no fixed folder: the version that `default` names, or else the newest one. */
async function nvmFolder(nvm: string): Promise<readonly string[]> {
  const versions = await readdir(join(nvm, 'versions', 'node')).catch(() => []);
  const newestFirst = versions
    .filter((name) => /^v\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(name))
    .toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  const alias = await readFile(join(nvm, 'alias', 'default'), 'utf8').catch(() => '');
  const wanted = `v${alias.trim().replace(/^v/, '')}`;
  const chosen =
    newestFirst.find((name) => name === wanted || name.startsWith(`${wanted}.`)) ?? newestFirst[0];
  return chosen === undefined ? [] : [join(nvm, 'versions', 'node', chosen, 'bin')];
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
