import { lstatSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Conf from 'conf';
import type { z } from 'zod';
import { issueWords } from '../../../shared/issue-words.ts';
import { type Settings, settings } from '../../../shared/model/settings.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { replaceFile, systemVaultFs } from '../../vault/vault-file.ts';
import { reasonOf } from '../profile.ts';

/** What a person chose. The desktop shell and the headless host have different stores behind the same file. */
export interface SettingsStore {
  /** The settings as they are now, with presets filled in. */
  read(): Result<Settings, 'malformed'>;
  /** Changes some of them; what is not valid is refused and nothing is written. */
  change(patch: z.input<typeof settings>): Result<Settings, 'malformed'>;
  /** Tells `listener` the settings after each change; gives back what ends that. */
  watch(listener: (after: Settings) => void): () => void;
}

/** Writes some values into the settings' file and leaves the others; whole or not at all. */
export interface SettingsFile {
  set(values: Record<string, unknown>): void;
}

/** Opens the file for one change: `conf` headless, `electron-store` (the same engine) in the desktop app. */
export type OpenSettingsFile = (file: string) => SettingsFile;

const confFile: OpenSettingsFile = (file) =>
  new Conf<Record<string, unknown>>({
    cwd: dirname(file),
    configName: basename(file, '.json'),
    configFileMode: 0o600,
    clearInvalidConfig: false,
  });

const MAX_BYTES = 1024 * 1024;

/**
 * Keeps settings in `file` (`settings.json`). A file that cannot be understood is never replaced or filled up with
 * presets: reading says what is wrong with it, and changing is refused until it is mended or moved away.
 */
export function fileSettings(file: string, openFile: OpenSettingsFile = confFile): SettingsStore {
  const listeners = new Set<(after: Settings) => void>();
  const malformed = (what: string) =>
    fail('malformed', `${file} cannot be used: ${what}. Mend it, or move it away to start with the presets.`);

  function readRaw(): Result<unknown, 'malformed'> {
    try {
      const info = lstatSync(file, { throwIfNoEntry: false });
      if (info === undefined) return ok({});
      if (!info.isFile()) return malformed('it is not a plain file');
      if (info.size > MAX_BYTES) return malformed('it is larger than 1 MiB');
      return ok(JSON.parse(readFileSync(file, 'utf8')));
    } catch (error) {
      return malformed(reasonOf(error));
    }
  }

  function check(raw: unknown): Result<Settings, 'malformed'> {
    const parsed = settings.safeParse(raw);
    return parsed.success ? ok(parsed.data) : malformed(issueOf(parsed.error));
  }

  /**
   * Writes, and reads what was written: a disk may take half of it and say nothing. Then the file from before is put
   * back, or the next start could not read it.
   */
  function write(given: Record<string, unknown>, wanted: Settings): Result<void, 'malformed'> {
    let reason = 'the disk did not keep what was written';
    let before: Buffer | undefined;
    try {
      before = systemVaultFs.read(file);
      openFile(file).set(given);
    } catch (error) {
      reason = reasonOf(error);
    }
    const raw = readRaw();
    const found = raw.ok ? check(raw.value) : raw;
    if (found.ok && isDeepStrictEqual(found.value, wanted)) return ok(undefined);
    try {
      if (!found.ok && before !== undefined) replaceFile(systemVaultFs, file, before.toString('utf8'));
      else if (!found.ok) systemVaultFs.remove(file);
    } catch {
      // Reading says what is wrong with it.
    }
    return fail('malformed', `${file} cannot be written: ${reason}. Nothing was changed.`);
  }

  return {
    read() {
      const raw = readRaw();
      return raw.ok ? check(raw.value) : raw;
    },
    change(patch) {
      const raw = readRaw();
      if (!raw.ok) return raw;
      const before = check(raw.value);
      if (!before.ok) return before;
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const after = check({ ...(raw.value as Record<string, unknown>), ...given });
      if (!after.ok) return after;
      const kept = write(given, after.value);
      if (!kept.ok) return kept;
      for (const listener of listeners) listener(after.value);
      return after;
    },
    watch(listener) {
      const mine = (after: Settings): void => listener(after);
      listeners.add(mine);
      return () => void listeners.delete(mine);
    },
  };
}

/** The first thing that a check found, with where it is. */
export function issueOf(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'it is not valid';
  const where = issue.path.map((part) => String(part)).join('.');
  const what = issueWords(issue);
  return where === '' ? what : `"${where}": ${what}`;
}
