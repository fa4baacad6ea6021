import { constants } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { rowText, type SentRow } from './sent-row.ts';
import { type SendResult, type Transport, troubleWords } from './transport.ts';

export interface FileSettings {
  readonly path: string;
  /** Bytes of one file; a batch is never cut in two. */
  readonly maxBytes: number;
  /** Files that are kept, the one that is written among them: `path`, `path.1`, `path.2` … */
  readonly files: number;
}

const MEGABYTE = 1024 * 1024;
/** How a file of ours begins; any other is left as it is. */
const BEGINNING = '{"seq":';

/** The settings of a file in bytes. */
export const fileSettings = (path: string, megabytes: number, files: number): FileSettings => ({
  path,
  maxBytes: megabytes * MEGABYTE,
  files,
});

/**
 * Appends rows to a file (0600), one line of JSON each, and begins the next file when it is large. Rows count as taken when
 * they are on the disk. A line that a crash tore is ended first, and its row comes again behind it. A link, a folder and
 * a file that somebody else began are not written (attack: a destination that is somebody's start-up script).
 */
export function fileTransport(settings: FileSettings): Transport {
  return {
    async send(rows: readonly SentRow[]): Promise<SendResult> {
      const bytes = Buffer.from(rows.map((row) => `${rowText(row)}\n`).join(''));
      try {
        if (!(await append(settings, bytes)))
          return {
            kind: 'failed',
            sentence:
              'There is a file of this name that Doorward did not write. Choose another name, or move it away.',
          };
        return { kind: 'taken', refused: 0 };
      } catch (error) {
        return { kind: 'failed', sentence: `The file was not written: ${troubleWords(error)}.` };
      }
    },
    close: () => undefined,
  };
}

async function append(settings: FileSettings, bytes: Buffer): Promise<boolean> {
  let file = await openFile(settings.path);
  try {
    const stat = await file.stat();
    if (!stat.isFile()) return false;
    let { size } = stat;
    if (size > 0 && !(await isOurs(file))) return false;
    if (size > 0 && size + bytes.length > settings.maxBytes) {
      await file.close();
      await rotate(settings);
      file = await openFile(settings.path);
      ({ size } = await file.stat());
    }
    const torn = size > 0 && (await byteAt(file, size - 1)) !== 0x0a;
    await file.appendFile(torn ? Buffer.concat([Buffer.from('\n'), bytes]) : bytes);
    await file.datasync();
    return true;
  } finally {
    await file.close().catch(() => undefined);
  }
}

function openFile(path: string): Promise<FileHandle> {
  const { O_RDWR, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;
  // A pipe would be waited for until somebody reads it.
  return open(path, O_RDWR | O_APPEND | O_CREAT | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0), 0o600);
}

async function isOurs(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING.length), 0, BEGINNING.length, 0);
  return BEGINNING.startsWith(buffer.toString('latin1', 0, bytesRead));
}

async function byteAt(file: FileHandle, place: number): Promise<number | undefined> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(1), 0, 1, place);
  return bytesRead === 1 ? buffer[0] : undefined;
}

/** Every file moves on by one; what is beyond the last goes. */
async function rotate({ path, files }: FileSettings): Promise<void> {
  const name = (n: number): string => (n === 0 ? path : `${path}.${n}`);
  if (files === 1) {
    await rm(path);
    return;
  }
  for (let n = files - 1; n > 0; n -= 1) {
    await rename(name(n - 1), name(n)).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    });
  }
}
