import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { posix, win32 } from 'node:path';
import { fail, ok, type Result } from '../../shared/result.ts';
import { SaidReason, systemReason } from '../../shared/system-reason.ts';

/** Where things of one profile lie. */
export interface ProfilePaths {
  readonly home: string;
  readonly settings: string;
  readonly state: string;
  /** Secrets, sealed. */
  readonly vault: string;
  readonly log: string;
  readonly logs: string;
  readonly lock: string;
  /** Who holds the lock, for messages only. */
  readonly holder: string;
  /** The control channel's shared key; new at every start of a host. */
  readonly controlKey: string;
  /** Socket or named pipe of the control channel. */
  readonly socket: string;
}

/** What profile paths depend on; injected so that the other systems can be tested. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homedir: string;
  readonly cwd: string;
  readonly uid: number;
  /** Whether this folder is there and belongs to this user alone. */
  readonly ownFolder: (path: string) => boolean;
}

/** This process's surroundings. */
export function systemSurroundings(homedir: string): Surroundings {
  const uid = process.getuid?.() ?? 0;
  return {
    platform: process.platform,
    env: process.env,
    homedir,
    cwd: process.cwd(),
    uid,
    ownFolder(path) {
      const info = statSync(path, { throwIfNoEntry: false });
      return info !== undefined && info.isDirectory() && info.uid === uid && (info.mode & 0o077) === 0;
    },
  };
}

/**
 * The profile folder: `--home`, else `DOORWARD_HOME`, else what Electron calls `userData`. Symbolic links are not
 * resolved: the name of the keychain entry hangs on this path, and whoever can replace the folder by a link must
 * not thereby choose another key.
 */
export function profileHome(given: string | undefined, around: Surroundings): string {
  const { platform, env, homedir, cwd } = around;
  const flavour = platform === 'win32' ? win32 : posix;
  const named = given ?? env['DOORWARD_HOME'];
  if (named !== undefined && named !== '') return flavour.resolve(cwd, named);
  if (platform === 'win32')
    return flavour.join(env['APPDATA'] ?? flavour.join(homedir, 'AppData', 'Roaming'), 'Doorward');
  if (platform === 'darwin') return flavour.join(homedir, 'Library', 'Application Support', 'Doorward');
  const config = env['XDG_CONFIG_HOME'];
  return flavour.join(
    config !== undefined && config.startsWith('/') ? config : flavour.join(homedir, '.config'),
    'Doorward',
  );
}

/** The longest socket path that every system takes: macOS has 104 bytes with the ending NUL, Linux 108. */
const LONGEST_SOCKET = 103;

/**
 * The paths of a profile. A socket path beyond the limit of the operating system would be cut silently, so a short
 * one in a runtime folder takes its place. Which one hangs on the file system, not on the environment, so that a
 * host and an app started elsewhere (a desktop, cron) agree.
 */
export function profilePaths(home: string, around: Surroundings): ProfilePaths {
  const { platform, uid, ownFolder } = around;
  const join = (...parts: string[]): string => (platform === 'win32' ? win32 : posix).join(...parts);
  const digest = createHash('sha256').update(home).digest('hex').slice(0, 24);
  let socket = join(home, 'control.sock');
  if (platform === 'win32') socket = `\\\\.\\pipe\\doorward-${digest}`;
  else if (Buffer.byteLength(socket) > LONGEST_SOCKET) {
    const runtime = `/run/user/${uid}`;
    socket = join(ownFolder(runtime) ? runtime : '/tmp', `doorward-${uid}`, `${digest}.sock`);
  }
  return {
    home,
    settings: join(home, 'settings.json'),
    state: join(home, 'state.db'),
    vault: join(home, 'vault.json'),
    log: join(home, 'log.db'),
    logs: join(home, 'logs'),
    lock: join(home, 'host.lock'),
    holder: join(home, 'host.json'),
    controlKey: join(home, 'control.key'),
    socket,
  };
}

/**
 * Makes a folder that is this user's alone (0700), or takes every right from others. Refused: a folder of somebody
 * else, who could replace what is in it.
 */
export function ownFolder(path: string, uid: number | undefined = process.getuid?.()): Result<void> {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const info = statSync(path);
    if (uid !== undefined && info.uid !== uid)
      return fail('foreign', `The folder ${path} belongs to another user. Give one of your own with --home.`);
    if (process.platform !== 'win32' && (info.mode & 0o077) !== 0) chmodSync(path, 0o700);
    return ok(undefined);
  } catch (error) {
    return fail(
      'denied',
      `The folder ${path} cannot be used: ${reasonOf(error)}. Give another one with --home.`,
    );
  }
}

/** Makes the profile's folders and takes every right from others. */
export function prepareProfile(paths: ProfilePaths): Result<void> {
  for (const folder of [paths.home, paths.logs]) {
    const made = ownFolder(folder);
    if (!made.ok) return made;
  }
  if (process.platform === 'win32' || paths.socket.startsWith(paths.home)) return ok(undefined);
  return ownFolder(posix.dirname(paths.socket));
}

/** Writes a file that only this user may read, whole or not at all (temporary file, fsync, rename). */
export function writeOwnerOnly(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.new`;
  try {
    const fd = openSync(temporary, 'w', 0o600);
    try {
      writeWhole(fd, Buffer.from(text));
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(temporary, file);
  } catch (error) {
    discard(temporary);
    throw error;
  }
}

/** Writes all bytes, however few the disk takes at once; throws when it takes none. */
export function writeWhole(fd: number, bytes: Buffer): void {
  for (let rest = bytes; rest.length > 0;) {
    const written = writeSync(fd, rest);
    if (written < 1) throw new SaidReason('the disk took nothing');
    rest = rest.subarray(written);
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What went wrong before is what is told; the next one takes its place.
  }
}

/** The words for an error of the file system. */
export const reasonOf = systemReason;
