import { homedir } from 'node:os';
import { join } from 'node:path';
import { ok, type Result } from '../../shared/result.ts';
import {
  ownFolder,
  profileHome,
  type ProfilePaths,
  profilePaths,
  systemSurroundings,
} from '../host/profile.ts';
import type { LaunchArguments } from './launch-arguments.ts';
import { throwAwayHome } from './self-test.ts';

/** The profile of this run. */
export interface ProfilePlace {
  readonly paths: ProfilePaths;
  /** Electron's own files (caches, cookies, the lock of the single instance): a folder inside the profile. */
  readonly electronData: string;
  /** Where the app remembers its window. */
  readonly windowFile: string;
  /** What was used last from the search, and when somebody last looked for a new version. */
  readonly usedFile: string;
  readonly updateFile: string;
  /** Words that lead another start to the same profile; none for the usual one. */
  readonly words: readonly string[];
}

/** Finds the profile by the same function as the command line, so that both always mean the same folder. */
export function profilePlace({ home, selfTest }: LaunchArguments): Result<ProfilePlace> {
  const around = systemSurroundings(homedir());
  const chosen = selfTest ? throwAwayHome() : profileHome(home, around);
  const usual = profileHome(undefined, { ...around, env: { ...around.env, DOORWARD_HOME: undefined } });
  const electronData = join(chosen, 'electron');
  for (const folder of [chosen, electronData]) {
    const made = ownFolder(folder);
    if (!made.ok) return made;
  }
  return ok({
    paths: profilePaths(chosen, around),
    electronData,
    windowFile: join(chosen, 'window.json'),
    usedFile: join(chosen, 'used.json'),
    updateFile: join(chosen, 'update.json'),
    words: chosen === usual ? [] : ['--home', chosen],
  });
}
