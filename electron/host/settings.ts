import { lstatSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Conf from 'conf';
import type { z } from 'zod';
import { type Settings, settings } from '../../shared/model/settings.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { reasonOf } from './profile.ts';

/** What a person chose. The desktop shell and the headless host have different stores behind the same file. */
export interface SettingsStore {
  /** The settings as they are now, with presets filled in. */
  read(): Result<Settings, 'malformed'>;
  /** Changes some of them; what is not valid is refused and nothing is written. */
  change(patch: z.input<typeof settings>): Result<Settings, 'malformed'>;
}

const MAX_BYTES = 1024 * 1024;

/**
 * Keeps settings in `file` (`settings.json`). A file that cannot be understood is never replaced or filled up with
 * presets: reading says what is wrong with it, and changing is refused until it is mended or moved away.
 */
export function fileSettings(file: string): SettingsStore {
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
      return malformed(error instanceof SyntaxError ? `it is not JSON (${error.message})` : reasonOf(error));
    }
  }

  function check(raw: unknown): Result<Settings, 'malformed'> {
    const parsed = settings.safeParse(raw);
    return parsed.success ? ok(parsed.data) : malformed(issueOf(parsed.error));
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
      const after = check({ ...(raw.value as Record<string, unknown>), ...patch });
      if (!after.ok) return after;
      const store = new Conf<Record<string, unknown>>({
        cwd: dirname(file),
        configName: basename(file, '.json'),
        configFileMode: 0o600,
        clearInvalidConfig: false,
      });
      store.set({ ...patch });
      return after;
    },
  };
}

/** The first thing that a check found, with where it is. */
export function issueOf(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'it is not valid';
  const where = issue.path.map((part) => String(part)).join('.');
  return where === '' ? issue.message : `"${where}": ${issue.message}`;
}
