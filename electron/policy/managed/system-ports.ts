import { execFile } from 'node:child_process';
import { closeSync, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { ManagedFiles, ManagedPorts, RunProgram } from './ports.ts';

const systemFiles: ManagedFiles = {
  lstat: (path) => lstatSync(path),
  open: (path, flags) => openSync(path, flags),
  fstat: (descriptor) => fstatSync(descriptor),
  read: (descriptor, into) => readSync(descriptor, into),
  close: (descriptor) => closeSync(descriptor),
};

const runProgram: RunProgram = (file, args) =>
  new Promise((resolve, reject) => {
    execFile(
      file,
      [...args],
      { encoding: 'buffer', timeout: 15_000, maxBuffer: 8 * 1024 * 1024, windowsHide: true },
      (error, stdout) => {
        if (error === null) resolve({ code: 0, stdout });
        else if (typeof error.code === 'number') resolve({ code: error.code, stdout });
        else reject(error);
      },
    );
  });

/** The system itself. */
export function systemManagedPorts(): ManagedPorts {
  return { files: systemFiles, run: runProgram, user: userInfo().username };
}
