import { constants } from 'node:fs';
import { posix } from 'node:path';
import { codeOf, type FileFacts, type ManagedFiles } from './ports.ts';
import { MAX_POLICY_BYTES } from './places.ts';

/** What became of reading a file that only the system's administrator may write. `what` is the end of a sentence. */
export type TrustedRead =
  | { readonly kind: 'absent' }
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'unreadable'; readonly what: string }
  | { readonly kind: 'wrongly-owned'; readonly what: string };

const ROOT = 0;
const OTHERS_WRITE = 0o022;
const STICKY = 0o1000;
/** A link is not followed, and a pipe in place of the file does not hold us up. Windows has neither flag. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a whole file of the administrator: its owner is root and nobody else may write it, the same for its folder,
 * and no folder above lets others exchange what is in it. Facts are taken of the open file, not of its name. The
 * attack: a user's own file, or a link to one, in place of the organisation's.
 */
export function readTrusted(files: ManagedFiles, path: string): TrustedRead {
  try {
    const folders = foldersTo(path);
    for (const folder of folders) {
      const wrong = judgeFolder(files.lstat(folder), folder, folder === folders.at(-1));
      if (wrong !== undefined) return wrong;
    }
    const descriptor = files.open(path, FLAGS);
    try {
      return judgeFile(files.fstat(descriptor)) ?? readAll(files, descriptor);
    } finally {
      files.close(descriptor);
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return { kind: 'absent' };
    if (code === 'ELOOP' || code === 'EMLINK') return { kind: 'wrongly-owned', what: 'the file is a link' };
    return { kind: 'unreadable', what: `it cannot be read (${code})` };
  }
}

function foldersTo(path: string): string[] {
  const folders: string[] = [];
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    folders.unshift(folder);
    if (folder === posix.dirname(folder)) return folders;
  }
}

function judgeFolder(facts: FileFacts, folder: string, last: boolean): TrustedRead | undefined {
  if (facts.isSymbolicLink()) return { kind: 'wrongly-owned', what: `the folder ${folder} is a link` };
  if (!facts.isDirectory()) return { kind: 'unreadable', what: `${folder} is not a folder` };
  if (facts.uid !== ROOT)
    return { kind: 'wrongly-owned', what: `the folder ${folder} does not belong to root` };
  const others = (facts.mode & OTHERS_WRITE) !== 0;
  // In a sticky folder others can add entries, and cannot exchange root's.
  if (others && (last || (facts.mode & STICKY) === 0))
    return { kind: 'wrongly-owned', what: `others than root may write in the folder ${folder}` };
  return undefined;
}

function judgeFile(facts: FileFacts): TrustedRead | undefined {
  if (facts.uid !== ROOT) return { kind: 'wrongly-owned', what: 'the file does not belong to root' };
  if ((facts.mode & OTHERS_WRITE) !== 0)
    return { kind: 'wrongly-owned', what: 'others than root may write the file' };
  if (!facts.isFile()) return { kind: 'unreadable', what: 'it is not a plain file' };
  if (facts.size > MAX_POLICY_BYTES) return { kind: 'unreadable', what: 'it is larger than 1 MiB' };
  return undefined;
}

function readAll(files: ManagedFiles, descriptor: number): TrustedRead {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for (;;) {
    const chunk = Buffer.alloc(64 * 1024);
    const count = files.read(descriptor, chunk);
    if (count === 0) return { kind: 'bytes', bytes: Buffer.concat(chunks) };
    bytes += count;
    // It may have grown since its size was looked at.
    if (bytes > MAX_POLICY_BYTES) return { kind: 'unreadable', what: 'it is larger than 1 MiB' };
    chunks.push(chunk.subarray(0, count));
  }
}
