import { fileURLToPath } from 'node:url';
import { posix, win32 } from 'node:path';

/** What the path of a file may have; a longer one means nothing. */
export const MAX_PATH_CHARS = 4096;
/** Files that are looked at when the system has many opened at once. */
export const MAX_OPENED = 50;
const ENDING = '.mcpb';
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

/** Where a word of a command line counts from. */
export interface WordPlace {
  readonly platform: NodeJS.Platform;
  /** Folder in which the app was started; without it a relative path means nothing. */
  readonly cwd?: string | undefined;
}

/**
 * The whole path of a bundle that a word of the command line, or an event of the system, names; undefined when it names
 * none. File managers on Linux write `file:` addresses. Nothing is looked at here.
 *
 * Attacks: a file that is called like an option (`--inspect.mcpb`); a link (`doorward:C:\x.mcpb`, which may come from any
 * web page); a stream behind the name of another file (`a.txt:b.mcpb`); control characters.
 */
export function bundlePath(word: string, { platform, cwd }: WordPlace): string | undefined {
  if (word.startsWith('-') || word.length > MAX_PATH_CHARS * 3) return undefined;
  const windows = platform === 'win32';
  const flavour = windows ? win32 : posix;
  const named = /^file:/i.test(word) ? pathOfAddress(word, windows) : word;
  if (named === undefined || CONTROL.test(named) || !named.toLowerCase().endsWith(ENDING)) return undefined;
  if (!flavour.isAbsolute(named) && (cwd === undefined || hasScheme(named, windows))) return undefined;
  const path = cwd === undefined ? flavour.normalize(named) : flavour.resolve(cwd, named);
  if (path.length > MAX_PATH_CHARS) return undefined;
  return windows && path.indexOf(':', 2) !== -1 && !isRemote(path, platform) ? undefined : path;
}

/**
 * Whether a path leads to another computer or past the file system. Only looking at such a file would sign the person in
 * at that computer, with what their password can be found out from (attack: `\\evil.example\share\x.mcpb`).
 */
export function isRemote(path: string, platform: NodeJS.Platform): boolean {
  return platform === 'win32' && !/^[A-Za-z]:\\/.test(path);
}

const hasScheme = (word: string, windows: boolean): boolean =>
  /^[A-Za-z][\w+.-]*:/.test(word) && !(windows && /^[A-Za-z]:/.test(word));

function pathOfAddress(address: string, windows: boolean): string | undefined {
  try {
    return fileURLToPath(address, { windows });
  } catch {
    return undefined;
  }
}
