import type { Result } from '../../../shared/result.ts';

/** A file as it was read. */
export interface FoundFile {
  /** As it was asked for. */
  readonly path: string;
  /** Where it is, with links followed. */
  readonly real: string;
  readonly bytes: Buffer;
  /** Its rights, as in `0o600`. */
  readonly mode: number;
}

/**
 * The files of apps. Everything that is refused is refused with the rest of a sentence whose subject is the file
 * ("is a folder"). Nothing throws for what is on the disk.
 */
export interface AppFiles {
  /**
   * Undefined when there is none. Refused: what is no plain file of this user, what lies outside the home folder once
   * links are followed, what is too large, what cannot be read. Never waits for a file that is a pipe.
   */
  read(path: string): Result<FoundFile | undefined>;
  /**
   * Puts bytes in the place of `before` (undefined: there was none), whole or not at all, with the rights that it had.
   * Refused with code `changed` when the file is another one by now.
   */
  write(path: string, bytes: Buffer, before: FoundFile | undefined): Result<void>;
  /** Takes a file away, unless it is another one than `before` by now. */
  remove(path: string, before: FoundFile): Result<void>;
  /** Whether a file or folder of this name is there. */
  exists(path: string): boolean;
}

/** Bytes of a file that is read at all. */
export const MAX_APP_FILE = 20 * 1024 * 1024;
