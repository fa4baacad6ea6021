import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isWholePath, relativeWords } from '../../shared/relative-paths.ts';
import type { StdioLaunch } from '../../shared/model/server.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

/** What is asked of the file system. */
export type KindOf = (path: string) => 'file' | 'folder' | 'missing';

/** Looks at the real file system. */
export const systemKind: KindOf = (path) => {
  try {
    const found = statSync(path);
    return found.isDirectory() ? 'folder' : 'file';
  } catch {
    return 'missing';
  }
};

export interface WholeLaunch {
  readonly launch: StdioLaunch;
  /** Words that were taken as files of the folder in which the command was typed: as typed, and whole. */
  readonly taken: readonly (readonly [string, string])[];
  /** Words that look like such files, but there are none. */
  readonly absent: readonly string[];
}

/**
 * A server runs later and elsewhere than the command that adds it, so what was typed as a path of this folder is made
 * whole here: the program, and arguments that name a file that is there. A word without a folder in it stays as it is
 * (`npx`, the name of a package): a file that happens to lie here must not take its place. With `--cwd` that folder alone
 * is made whole, and everything counts from it.
 */
export function withWholePaths(
  launch: StdioLaunch,
  cwd: string,
  kind: KindOf = systemKind,
): Result<WholeLaunch> {
  if (launch.cwd !== undefined)
    return ok({ launch: { ...launch, cwd: resolve(cwd, launch.cwd) }, taken: [], absent: [] });
  const relative = relativeWords(launch);
  const taken: (readonly [string, string])[] = [];
  const absent: string[] = [];
  let { command } = launch;
  if (relative.command && !command.startsWith('~')) {
    command = resolve(cwd, launch.command);
    if (kind(command) !== 'file')
      return fail(
        'usage',
        `There is no file "${command}". Give the path of the program that starts the server.`,
      );
    taken.push([launch.command, command]);
  }
  const args = launch.args.map((word, index) => {
    if (word.startsWith('~') || isWholePath(word)) return word;
    const whole = resolve(cwd, word);
    const found = kind(whole);
    if (relative.args.includes(index)) {
      if (found === 'missing') absent.push(word);
    } else if (!namesFile(word) || found !== 'file') return word;
    if (found === 'missing') return word;
    taken.push([word, whole]);
    return whole;
  });
  return ok({ launch: { ...launch, command, args }, taken, absent });
}

/** A word that may well be a file below this folder: `data/config.yaml`, but no option, address or scoped package. */
const namesFile = (word: string): boolean => /^[^-@:\s][^:]*[/\\][^/\\:]+\.\w{1,8}$/.test(word);
