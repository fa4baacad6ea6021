import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import { fail, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { missingCommand } from './missing-command.ts';
import { batchInvocation } from './windows-command.ts';

/** What to give to the operating system: a whole path and an argument list, never a line for a shell. */
export interface Invocation {
  readonly file: string;
  readonly args: readonly string[];
  /** Windows: the arguments are escaped already and must be joined as they are. */
  readonly verbatim: boolean;
}

/** The only question that is asked of the file system. Folders count as missing. */
export interface CommandFiles {
  kind(path: string): Promise<'runnable' | 'not-runnable' | 'missing'>;
}

/** Where a command is looked up. */
export interface CommandSurroundings {
  readonly platform: NodeJS.Platform;
  /** The PATH that the server will have. */
  readonly path: string;
  /** Windows: PATHEXT and SystemRoot; their usual values when absent. */
  readonly pathExt?: string | undefined;
  readonly systemRoot?: string | undefined;
  /** The folder that the server is started in, when it has one of its own. */
  readonly cwd?: string | undefined;
  readonly files: CommandFiles;
}

export type ResolveFailure = 'not-found' | 'not-runnable' | 'bad-argument';

/** What CreateProcess or cmd.exe can run; other entries of PATHEXT name script hosts. */
const RUNNABLE_EXTENSIONS = ['.com', '.exe', '.bat', '.cmd'];

/**
 * Finds the program of a server without a shell. A bare name is looked up in PATH (on Windows with PATHEXT), a path
 * is taken as it is, a relative path counts from the server's own folder. The current folder and relative entries of
 * PATH are never searched: a program must not be replaced by a file that happens to lie there. What is wrong is said
 * in sentences for people.
 */
export async function resolveCommand(
  command: string,
  args: readonly string[],
  around: CommandSurroundings,
): Promise<Result<Invocation, ResolveFailure>> {
  if (command.length === 0 || [command, ...args].some((text) => text.includes('\0'))) {
    return fail(
      'bad-argument',
      'The command is empty or has a NUL character in it, so it cannot be started.',
    );
  }
  return around.platform === 'win32' ? onWindows(command, args, around) : onPosix(command, args, around);
}

/** Looks at the real file system. */
export function systemFiles(platform: NodeJS.Platform): CommandFiles {
  return {
    async kind(path) {
      try {
        if (!(await stat(path)).isFile()) return 'missing';
        if (platform === 'win32') return 'runnable';
      } catch {
        return 'missing';
      }
      return access(path, constants.X_OK).then(
        () => 'runnable',
        () => 'not-runnable',
      );
    },
  };
}

async function onPosix(
  command: string,
  args: readonly string[],
  around: CommandSurroundings,
): Promise<Result<Invocation, ResolveFailure>> {
  if (command.includes('/')) {
    const whole = fromFolder(command, around.cwd, posix);
    if (!whole.ok) return whole;
    const kind = await around.files.kind(whole.value);
    if (kind === 'runnable') return ok({ file: whole.value, args, verbatim: false });
    return kind === 'missing' ? noSuchFile(whole.value) : notRunnable(whole.value);
  }
  const folders = searchFolders(around.path, around.platform);
  let unrunnable: string | undefined;
  for (const folder of folders) {
    const file = posix.join(folder, command);
    const kind = await around.files.kind(file);
    if (kind === 'runnable') return ok({ file, args, verbatim: false });
    if (kind === 'not-runnable') unrunnable ??= file;
  }
  return unrunnable === undefined
    ? fail('not-found', missingCommand(command, folders))
    : notRunnable(unrunnable);
}

async function onWindows(
  command: string,
  args: readonly string[],
  around: CommandSurroundings,
): Promise<Result<Invocation, ResolveFailure>> {
  const folders = searchFolders(around.path, around.platform);
  const endings = windowsEndings(command, around.pathExt);
  const places: string[] = [];
  if (/[\\/:]/.test(command)) {
    const whole = fromFolder(command, around.cwd, win32);
    if (!whole.ok) return whole;
    places.push(whole.value);
  } else {
    for (const folder of folders) places.push(win32.join(folder, command));
  }
  for (const place of places) {
    for (const ending of endings) {
      const file = place + ending;
      if ((await around.files.kind(file)) !== 'runnable') continue;
      if (!/\.(bat|cmd)$/i.test(file)) return ok({ file, args, verbatim: false });
      return batchInvocation(file, args, folders, around.files, around.systemRoot ?? 'C:\\Windows');
    }
  }
  const [only] = places;
  if (!/[\\/:]/.test(command) || only === undefined)
    return fail('not-found', missingCommand(command, folders));
  return (await around.files.kind(only)) === 'missing' ? noSuchFile(only) : notRunnable(only);
}

function windowsEndings(command: string, pathExt: string | undefined): readonly string[] {
  const listed = (pathExt ?? '.COM;.EXE;.BAT;.CMD')
    .split(';')
    .map((ending) => ending.trim().toLowerCase())
    .filter((ending) => RUNNABLE_EXTENSIONS.includes(ending));
  const endings = listed.length > 0 ? listed : RUNNABLE_EXTENSIONS;
  return RUNNABLE_EXTENSIONS.includes(win32.extname(command).toLowerCase()) ? ['', ...endings] : endings;
}

/** The folders of a PATH that may be searched, each once. */
export function searchFolders(path: string, platform: NodeJS.Platform): readonly string[] {
  const flavour = platform === 'win32' ? win32 : posix;
  const folders = path
    .split(flavour.delimiter)
    .map((folder) => (platform === 'win32' ? folder.trim().replace(/^"(.*)"$/, '$1') : folder))
    .filter((folder) => flavour.isAbsolute(folder));
  return [...new Set(folders)];
}

function fromFolder(
  command: string,
  cwd: string | undefined,
  flavour: typeof posix,
): Result<string, 'not-found'> {
  if (flavour.isAbsolute(command)) return ok(flavour.normalize(command));
  if (command.startsWith('~')) {
    return fail(
      'not-found',
      `The command "${command}" begins with "~", which only a shell understands. Give the whole path.`,
    );
  }
  if (cwd !== undefined && flavour.isAbsolute(cwd)) return ok(flavour.join(cwd, command));
  return fail(
    'not-found',
    `The command "${command}" is a relative path, and the server has no folder of its own to start from. Give the whole path, or set the folder.`,
  );
}

function noSuchFile(path: string): Result<never, 'not-found'> {
  return fail(
    'not-found',
    `There is no file "${path}". Check the path of the command, then start the server again.`,
  );
}

function notRunnable(path: string): Result<never, 'not-runnable'> {
  return fail(
    'not-runnable',
    `"${path}" is there but may not be run as a program. Allow that (chmod +x), or start it with its interpreter, such as node or python3.`,
  );
}
