import { realpath, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';

/** The real path of a folder, without links and `..`; undefined where there is none, or the path is not whole. */
export async function realFolder(path: string): Promise<string | undefined> {
  if (!isAbsolute(path) || path.includes('\0')) return undefined;
  try {
    const real = await realpath(path);
    return (await stat(real)).isDirectory() ? real : undefined;
  } catch {
    return undefined;
  }
}

/** How long it is waited for a file system that does not answer. */
const PATIENCE_MS = 3000;

/**
 * The same for what a bridge says of where it was started. A file system that hangs keeps nobody waiting for long:
 * whoever names such a folder is in none.
 */
export async function folderOfBridge(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  try {
    return await Promise.race([realFolder(path), late]);
  } finally {
    clearTimeout(timer);
  }
}
