import { closeSync, existsSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Takes one line at a time, without its line end. */
export interface LineSink {
  write(line: string): void;
  close(): void;
}

/**
 * Appends lines to `<folder>/doorward.log` (0600). At `bytes` the file becomes `doorward.1.log` and older ones move
 * on; beyond `files` the oldest goes. A disk that refuses never stops the host: lines are lost instead, and how
 * many is said with the next one that is kept.
 */
export function rotatingFile(
  folder: string,
  limits: { readonly bytes: number; readonly files: number },
): LineSink {
  const path = (n: number) => join(folder, n === 0 ? 'doorward.log' : `doorward.${n}.log`);
  let fd: number | undefined;
  let size = 0;
  let lost = 0;

  function open(): number {
    fd = openSync(path(0), 'a', 0o600);
    size = fstatSync(fd).size;
    return fd;
  }

  function rotate(): void {
    const full = fd;
    // Whatever closing says, there is no such file any more.
    fd = undefined;
    if (full !== undefined) closeSync(full);
    // The rename onto the last one is what removes the oldest.
    for (let n = limits.files - 1; n > 0; n--) if (existsSync(path(n - 1))) renameSync(path(n - 1), path(n));
  }

  return {
    write(line) {
      try {
        const notice =
          lost === 0
            ? ''
            : `${JSON.stringify({ level: 'warn', message: `${lost} lines could not be written` })}\n`;
        const bytes = Buffer.from(`${notice}${line}\n`);
        if (fd === undefined) open();
        if (size > 0 && size + bytes.length > limits.bytes) rotate();
        const to = fd ?? open();
        for (let rest = bytes; rest.length > 0;) {
          const written = writeSync(to, rest);
          if (written < 1) throw new Error('the disk took nothing');
          size += written;
          rest = rest.subarray(written);
        }
        lost = 0;
      } catch {
        lost++;
      }
    },
    close() {
      const open = fd;
      fd = undefined;
      try {
        if (open !== undefined) closeSync(open);
      } catch {
        // What was written is as safe as it will be, and the host goes on ending.
      }
    },
  };
}
