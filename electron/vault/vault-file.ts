import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { SaidReason } from '../../shared/system-reason.ts';

/** The steps of the file system that a vault file is written with, each of which may be the last before a crash. */
export interface VaultFs {
  /** Undefined when there is no such file; throws when it cannot be read. */
  read(file: string): Buffer | undefined;
  exists(file: string): boolean;
  remove(file: string): void;
  /** A new file that only this user may read; throws when there is one. */
  create(file: string): number;
  /** Writes some of the bytes and answers how many. */
  write(fd: number, bytes: Buffer): number;
  sync(fd: number): void;
  close(fd: number): void;
  rename(from: string, to: string): void;
  /** Makes the names in a folder last. */
  syncFolder(folder: string): void;
}

/** The file system of this machine. */
export const systemVaultFs: VaultFs = {
  read(file) {
    try {
      return readFileSync(file);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  },
  exists: existsSync,
  remove: (file) => rmSync(file, { force: true }),
  create: (file) => openSync(file, 'wx', 0o600),
  write: (fd, bytes) => writeSync(fd, bytes),
  sync: fsyncSync,
  close: closeSync,
  rename: renameSync,
  syncFolder(folder) {
    // Windows has no handle of a folder to synchronise; its rename is in the journal.
    if (process.platform === 'win32') return;
    const fd = openSync(folder, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  },
};

/**
 * Puts a text in the place of a file: whoever reads it, at any moment and after any crash, finds the old one or the
 * new one, whole. Throws when the disk refuses; the old one is then still there.
 */
export function replaceFile(fs: VaultFs, file: string, text: string): void {
  const temporary = `${file}.new`;
  fs.remove(temporary);
  writeNew(fs, temporary, Buffer.from(text));
  fs.rename(temporary, file);
  fs.syncFolder(dirname(file));
}

/** Keeps a copy of a file beside it, over no other one, and answers its name. The file stays until it is replaced. */
export function setAside(fs: VaultFs, file: string): string | undefined {
  const bytes = fs.read(file);
  if (bytes === undefined) return undefined;
  for (let n = 1; ; n++) {
    const aside = `${file}.aside-${n}`;
    if (fs.exists(aside)) continue;
    writeNew(fs, aside, bytes);
    fs.syncFolder(dirname(file));
    return aside;
  }
}

function writeNew(fs: VaultFs, file: string, bytes: Buffer): void {
  const fd = fs.create(file);
  try {
    for (let rest = bytes; rest.length > 0;) {
      const written = fs.write(fd, rest);
      if (written < 1) throw new SaidReason('the disk took nothing');
      rest = rest.subarray(written);
    }
    fs.sync(fd);
  } finally {
    fs.close(fd);
  }
}
