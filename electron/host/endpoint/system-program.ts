import { execFile } from 'node:child_process';

/** What a program printed. `ended`: it ran to its end and said that all went well. */
export interface Ran {
  readonly ended: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

const MOST_MS = 3000;
const MAX_OUTPUT = 4 * 1024 * 1024;

/**
 * Runs a program of the system that tells of processes and connections, without a shell, for three seconds and 4 MiB of
 * output at most; then it is killed. Never rejects.
 */
export const runSystemProgram = (file: string, args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const options = {
      timeout: MOST_MS,
      maxBuffer: MAX_OUTPUT,
      windowsHide: true,
      encoding: 'utf8' as const,
      killSignal: 'SIGKILL' as const,
    };
    execFile(file, args, options, (error, stdout, stderr) =>
      resolve({ ended: error === null, stdout, stderr }),
    );
  });
