/** What the readers need to know of a file or folder. */
export interface FileFacts {
  readonly uid: number;
  readonly mode: number;
  readonly size: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** The file system, synchronous; errors are thrown with the `code` of Node's. */
export interface ManagedFiles {
  /** Without following a link at the end. */
  lstat(path: string): FileFacts;
  open(path: string, flags: number): number;
  fstat(descriptor: number): FileFacts;
  /** How many bytes were read into `into`, from where the last read ended; 0 at the end. */
  read(descriptor: number, into: Buffer): number;
  close(descriptor: number): void;
}

/** What a program printed. Rejects when it cannot be started, runs too long or prints too much. */
export type RunProgram = (
  file: string,
  args: readonly string[],
) => Promise<{ readonly code: number; readonly stdout: Buffer }>;

/** What the readers of managed settings need. Nothing of it comes from the environment of the process. */
export interface ManagedPorts {
  readonly files: ManagedFiles;
  readonly run: RunProgram;
  /** Name of the account, as the system knows it. */
  readonly user: string;
}

/** The code of a file system error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
