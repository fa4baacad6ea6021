import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative, isAbsolute, sep } from 'node:path';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { type AppFiles, type FoundFile, MAX_APP_FILE } from './app-files.ts';

/** What this machine's files are judged by. */
export interface FilePorts {
  /** Outside of it nothing is read or written. */
  readonly home: string;
  /** The user whose files these are; undefined where files have no such owner (Windows). */
  readonly uid: number | undefined;
  /** Called before the last look at a file that is about to be replaced; for tests. */
  readonly beforeSwap?: () => void;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'cannot be used: your account has no right to it',
  EPERM: 'cannot be used: your account has no right to it',
  EROFS: 'cannot be written: the disk is read-only',
  ENOSPC: 'cannot be written: the disk is full',
  EDQUOT: 'cannot be written: your space on the disk is used up',
  ELOOP: 'is a link that leads in a circle',
  EISDIR: 'is a folder',
  ENOTDIR: 'lies in something that is no folder',
  ENAMETOOLONG: 'has too long a name',
};

const refused = (error: unknown) =>
  fail('unusable', REASONS[codeOf(error)] ?? `cannot be used (${codeOf(error) || 'unknown error'})`);

/**
 * The files of this machine. What the attacks are: a link that leads out of the home folder or to somebody else's
 * file, a pipe or device that never answers, a file that is exchanged between the look and the write.
 */
export function systemAppFiles(ports: FilePorts): AppFiles {
  const home = realHome(ports.home);

  const isInside = (path: string): boolean => {
    const way = relative(home, path);
    return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  };

  /** The path with links followed; undefined when there is nothing. */
  function realOf(path: string): Result<string | undefined> {
    try {
      const real = realpathSync(path);
      return isInside(real)
        ? ok(real)
        : fail('unusable', 'leads out of your home folder, so it is left alone');
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') return refused(error);
      try {
        lstatSync(path);
      } catch {
        return ok(undefined);
      }
      return fail('unusable', 'is a link that leads nowhere');
    }
  }

  function read(path: string): Result<FoundFile | undefined> {
    const real = realOf(path);
    if (!real.ok) return real;
    if (real.value === undefined) return ok(undefined);
    let fd: number;
    try {
      // A pipe would wait for somebody who writes.
      fd = openSync(
        real.value,
        constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0),
      );
    } catch (error) {
      return codeOf(error) === 'ENOENT' ? ok(undefined) : refused(error);
    }
    try {
      const info = fstatSync(fd);
      if (info.isDirectory()) return fail('unusable', 'is a folder');
      if (!info.isFile()) return fail('unusable', 'is no plain file');
      if (ports.uid !== undefined && info.uid !== ports.uid)
        return fail('unusable', 'belongs to another user, so it is left alone');
      if (info.size > MAX_APP_FILE) return fail('unusable', 'is too large to be settings');
      const bytes = readAll(fd, info.size);
      return bytes === undefined
        ? fail('unusable', 'is too large to be settings')
        : ok({ path, real: real.value, bytes, mode: info.mode & 0o777 });
    } catch (error) {
      return refused(error);
    } finally {
      closeSync(fd);
    }
  }

  const unchanged = (path: string, before: FoundFile | undefined): Result<void> => {
    const now = read(path);
    if (!now.ok) return now;
    const same =
      before === undefined
        ? now.value === undefined
        : now.value !== undefined && now.value.real === before.real && now.value.bytes.equals(before.bytes);
    return same ? ok(undefined) : fail('changed', 'was changed meanwhile');
  };

  /** Where a new file goes: its folder is made, and must be inside the home folder, links followed. */
  function newPlace(path: string): Result<string> {
    const parts: string[] = [];
    for (let at = dirname(path); ; at = dirname(at)) {
      const real = realOf(at);
      if (!real.ok && realHome(at) !== home) return real;
      if (real.ok && real.value === undefined) {
        parts.push(basename(at));
        if (dirname(at) === at) return fail('unusable', 'has no folder');
        continue;
      }
      const base = real.ok && real.value !== undefined ? real.value : home;
      const folder = join(base, ...parts.toReversed());
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return ok(join(folder, basename(path)));
    }
  }

  return {
    read,
    write(path, bytes, before) {
      const first = unchanged(path, before);
      if (!first.ok) return first;
      let temporary: string | undefined;
      try {
        const place = before === undefined ? newPlace(path) : ok(before.real);
        if (!place.ok) return place;
        temporary = join(
          dirname(place.value),
          `.${basename(place.value)}.${randomBytes(6).toString('hex')}.doorward`,
        );
        writeWhole(temporary, bytes, before?.mode ?? 0o600);
        ports.beforeSwap?.();
        const last = unchanged(path, before);
        if (!last.ok) return last;
        renameSync(temporary, place.value);
        temporary = undefined;
        syncFolder(dirname(place.value));
        return ok(undefined);
      } catch (error) {
        return refused(error);
      } finally {
        if (temporary !== undefined) rmSync(temporary, { force: true });
      }
    },
    remove(path, before) {
      const same = unchanged(path, before);
      if (!same.ok) return same;
      try {
        unlinkSync(before.real);
        syncFolder(dirname(before.real));
        return ok(undefined);
      } catch (error) {
        return refused(error);
      }
    },
    exists(path) {
      try {
        lstatSync(path);
        return true;
      } catch {
        return false;
      }
    },
  };
}

function realHome(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** At most the cap, also when the file grows while it is read. */
function readAll(fd: number, size: number): Buffer | undefined {
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const chunk = Buffer.alloc(Math.max(4096, size - length + 1));
    const got = readSync(fd, chunk, 0, chunk.length, null);
    if (got === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, got));
    length += got;
    if (length > MAX_APP_FILE) return undefined;
  }
}

function writeWhole(file: string, bytes: Buffer, mode: number): void {
  const fd = openSync(file, 'wx', 0o600);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
    if (process.platform !== 'win32') fchmodSync(fd, mode);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function syncFolder(folder: string): void {
  // Windows has no handle of a folder to synchronise.
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
