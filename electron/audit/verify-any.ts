import { closeSync, lstatSync, openSync, readSync } from 'node:fs';
import type { VerifyAgainst, VerifyReport } from './log.ts';
import { verifyExport } from './verify-export.ts';
import { verifyFile } from './verify.ts';

/** Whether a file begins as an export in JSON lines does. */
function beginsAsExport(path: string): boolean {
  const head = Buffer.alloc(1);
  let fd: number | undefined;
  try {
    if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
    fd = openSync(path, 'r');
    return readSync(fd, head, 0, 1, 0) === 1 && head[0] === 0x7b;
  } catch {
    return false;
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

/** Verifies a log.db, a copy of one, or an export, each for what it can prove. Never throws. */
export const verifyAny = (
  path: string,
  onProgress: (rows: number) => void,
  against: VerifyAgainst,
): Promise<VerifyReport> =>
  beginsAsExport(path) ? verifyExport(path, onProgress, against) : verifyFile(path, onProgress, against);
