import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkProfile, makeProfile } from '../fixtures/faults/small-profile.ts';

const child = fileURLToPath(new URL('../fixtures/faults/limited-child.ts', import.meta.url));
const FILES = [
  'state.db',
  'state.db-journal',
  'log.db',
  'log.db-wal',
  'log.db-shm',
  'vault.json',
  'vault.json.new',
];
/** Calls of the system that files are worked on with, and how each may fail. */
const CALLS: readonly (readonly [string, readonly string[]])[] = [
  ['pwrite64', ['ENOSPC', 'EIO']],
  ['write', ['ENOSPC', 'EIO']],
  ['pread64', ['EIO']],
  ['fsync', ['EIO']],
  ['fdatasync', ['EIO']],
  ['openat', ['EACCES', 'ENOSPC']],
  ['unlink', ['EIO', 'EACCES']],
  ['rename', ['EIO', 'EACCES']],
  ['ftruncate', ['EIO']],
];

/** One failed call of the system, and what was wrong afterwards. */
export interface SyscallFault {
  readonly call: string;
  readonly error: string;
  readonly at: number;
  readonly wrong: readonly string[];
}

/** Whether this machine has what makes calls of the system fail. */
export const canFailCalls = (): boolean => spawnSync('strace', ['-V']).status === 0;

/**
 * Works on the files of a profile with each call of the system failed once in turn, in each of the ways in which it may
 * fail, inside SQLite and Node (by `strace`, Linux). Then the process is killed, and a next start looks at what is left.
 */
export async function failEachCall(
  report: (fault: SyscallFault) => void,
  wanted: (call: string) => boolean = () => true,
): Promise<number> {
  const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'doorward-calls-'));
  const [original, home, trace] = ['original', 'home', 'trace'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  let tried = 0;
  try {
    makeProfile(original);
    for (const [call, errors] of CALLS.filter(([name]) => wanted(name)))
      for (const error of errors)
        for (let at = 1; ; at++) {
          rmSync(home, { recursive: true, force: true });
          cpSync(original, home, { recursive: true });
          const { stdout } = spawnSync(
            'strace',
            [
              '-f',
              '-qq',
              '-o',
              trace,
              '-e',
              `trace=${call}`,
              '-e',
              `inject=${call}:error=${error}:when=${at}`,
              ...FILES.flatMap((name) => ['-P', join(home, name)]),
              process.execPath,
              child,
              home,
              '2',
            ],
            { encoding: 'utf8' },
          );
          // There is no such call any more.
          if (!readFileSync(trace, 'utf8').includes('(INJECTED)')) break;
          tried++;
          const { done } = JSON.parse(stdout || '{"done":[]}') as { done: string[] };
          report({ call, error, at, wrong: await checkProfile(home, done) });
        }
    return tried;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
