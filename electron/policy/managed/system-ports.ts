import { execFile } from 'node:child_process';
import { closeSync, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { AccountPorts } from './account.ts';
import type { ManagedFiles, ManagedPorts, RunProgram } from './ports.ts';

const systemFiles: ManagedFiles = {
  lstat: (path) => lstatSync(path),
  open: (path, flags) => openSync(path, flags),
  fstat: (descriptor) => fstatSync(descriptor),
  read: (descriptor, into) => readSync(descriptor, into),
  close: (descriptor) => closeSync(descriptor),
};

interface Bounds {
  readonly timeout: number;
  readonly maxBuffer: number;
  /** In place of the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

const runWithin =
  (bounds: Bounds): RunProgram =>
  (file, args) =>
    new Promise((resolve, reject) => {
      execFile(file, [...args], { encoding: 'buffer', windowsHide: true, ...bounds }, (error, stdout) => {
        if (error === null) resolve({ code: 0, stdout });
        else if (typeof error.code === 'number') resolve({ code: error.code, stdout });
        else reject(error);
      });
    });

const runProgram = runWithin({ timeout: 15_000, maxBuffer: 8 * 1024 * 1024 });

/** The system itself. */
export function systemManagedPorts(): ManagedPorts {
  return { files: systemFiles, run: runProgram, user: userInfo().username };
}

/** The account that runs this. Words of `id` are in the language of the environment, so it gets one without. */
export function systemAccountPorts(): AccountPorts {
  const { platform } = process;
  return {
    platform,
    run: runWithin({
      timeout: 5000,
      maxBuffer: 1024 * 1024,
      ...(platform === 'win32' ? {} : { env: { LC_ALL: 'C' } }),
    }),
    user: () => userInfo().username,
    now: Date.now,
  };
}
