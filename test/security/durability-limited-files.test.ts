import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { fastFolder } from '../fixtures/faults/fast-folder.ts';
import { checkProfile, makeProfile } from '../fixtures/faults/small-profile.ts';

// Real failures of writing in the middle of whatever SQLite and we write (S11): the system lets no file of a process grow
// beyond a limit, takes a part of the write that crosses it, and refuses the rest. Then the process is killed.

const child = fileURLToPath(new URL('../fixtures/faults/limited-child.ts', import.meta.url));

/** Runs the child under a limit in units of the shell (512 or 1024 bytes); what it said that it had done. */
function runLimited(home: string, limit: number): readonly string[] {
  const { stdout } = spawnSync(
    'sh',
    ['-c', `trap '' XFSZ; ulimit -f ${limit}; exec "$0" "$@"`, process.execPath, child, home],
    { encoding: 'utf8' },
  );
  return (JSON.parse(stdout) as { done: string[] }).done;
}

it.skipIf(process.platform === 'win32')(
  'a limit on the size of files, anywhere in what is written: what was said to be done is there, and nothing half done',
  async () => {
    const root = fastFolder();
    const [original, home] = [join(root, 'original'), join(root, 'home')];
    makeProfile(original);

    const seen = new Set<number>();
    for (const limit of [0, 1, 3, 8, 9, 13, 25, 40, 60, 85, 110, 130, 160, 4000]) {
      rmSync(home, { recursive: true, force: true });
      cpSync(original, home, { recursive: true });
      const done = runLimited(home, limit);
      seen.add(done.length);
      expect(await checkProfile(home, done), `limit ${limit}, said to be done: ${done.join(', ')}`).toEqual(
        [],
      );
    }
    // Nothing was done at one end, everything at the other, and much in between.
    expect(Math.min(...seen)).toBe(0);
    expect(Math.max(...seen)).toBe(26);
    expect(seen.size).toBeGreaterThan(4);
  },
  300_000,
);
