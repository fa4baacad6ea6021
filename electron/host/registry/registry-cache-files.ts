import { lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CacheFs } from '../../onboarding/registry/cache.ts';
import { ownFolder, writeOwnerOnly } from '../profile.ts';

/** The files of a cache in one folder of the profile. */
export function cacheFiles(folder: string): CacheFs {
  const about = (name: string) => {
    const info = lstatSync(join(folder, name), { throwIfNoEntry: false });
    return info?.isFile() === true ? { at: info.mtimeMs, bytes: info.size } : undefined;
  };
  return {
    list() {
      try {
        return readdirSync(folder);
      } catch {
        return [];
      }
    },
    read(name, max) {
      const info = about(name);
      return info === undefined || info.bytes > max ? undefined : readFileSync(join(folder, name), 'utf8');
    },
    write(name, text) {
      const made = ownFolder(folder);
      if (!made.ok) throw new Error(made.message);
      writeOwnerOnly(join(folder, name), text);
    },
    remove: (name) => rmSync(join(folder, name), { force: true }),
    about,
  };
}
