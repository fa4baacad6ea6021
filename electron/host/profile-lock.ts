import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type ProfilePaths, reasonOf, writeOwnerOnly } from './profile.ts';

/** A held lock. */
export interface ProfileLock {
  release(): void;
}

const holder = z.object({ pid: z.number() });
const SQLITE_BUSY = 5;

/**
 * Takes the profile for this process, or says who has it. The lock is SQLite's exclusive lock on a file of its own:
 * the operating system frees it when the process ends, however it ends, so there is no stale lock to recognise
 * (a process id alone would be taken for running when the number is given out again).
 */
export function lockProfile(paths: ProfilePaths): Result<ProfileLock, 'taken' | 'denied'> {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(paths.lock, { timeout: 0 });
    chmodSync(paths.lock, 0o600);
    db.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    if (db?.isOpen === true) db.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY)
      return fail(
        'taken',
        `Doorward is already running with this profile${whoHolds(paths)}. Use it, or stop it first, or give another folder with --home.`,
      );
    return fail('denied', `The profile ${paths.home} cannot be locked: ${reasonOf(error)}.`);
  }
  const held = db;
  try {
    writeOwnerOnly(paths.holder, `${JSON.stringify({ pid: process.pid })}\n`);
  } catch {
    // Only a message would say it; a full disk is no reason not to run.
  }
  return ok({
    release() {
      if (!held.isOpen) return;
      rmSync(paths.holder, { force: true });
      held.close();
    },
  });
}

function whoHolds(paths: ProfilePaths): string {
  try {
    return ` (process ${holder.parse(JSON.parse(readFileSync(paths.holder, 'utf8'))).pid})`;
  } catch {
    return '';
  }
}
