import { win32 } from 'node:path';
import { fail, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { CommandFiles, Invocation } from './resolve-command.ts';

/** cmd.exe takes no longer line. */
const LINE_LIMIT = 8_191;

/**
 * How a `.cmd` or `.bat` file is run without handing its arguments to a shell (CVE-2024-27980).
 *
 * `npm` and `npx`, which most servers are started with, are a small batch file around a script: the script is run
 * with Node itself and cmd.exe has no part in it. Any other batch file needs cmd.exe, with a line in which nothing
 * of the arguments is interpreted.
 */
export async function batchInvocation(
  script: string,
  args: readonly string[],
  folders: readonly string[],
  files: CommandFiles,
  systemRoot: string,
): Promise<Result<Invocation, 'bad-argument'>> {
  const direct = await nodeScript(script, folders, files);
  if (direct !== undefined) return ok({ file: direct.node, args: [direct.script, ...args], verbatim: false });
  const line = batchLine(script, args);
  if (!line.ok) return line;
  return ok({
    file: win32.join(systemRoot, 'System32', 'cmd.exe'),
    args: ['/e:ON', '/v:OFF', '/d', '/s', '/c', line.value],
    verbatim: true,
  });
}

async function nodeScript(
  script: string,
  folders: readonly string[],
  files: CommandFiles,
): Promise<{ readonly node: string; readonly script: string } | undefined> {
  const name = win32
    .basename(script)
    .toLowerCase()
    .replace(/\.(cmd|bat)$/, '');
  if (name !== 'npx' && name !== 'npm') return undefined;
  const folder = win32.dirname(script);
  const cli = win32.join(folder, 'node_modules', 'npm', 'bin', `${name}-cli.js`);
  if ((await files.kind(cli)) === 'missing') return undefined;
  for (const place of [folder, ...folders]) {
    const node = win32.join(place, 'node.exe');
    if ((await files.kind(node)) === 'runnable') return { node, script: cli };
  }
  return undefined;
}

/**
 * The argument of `cmd.exe /e:ON /v:OFF /d /s /c` that runs `script` with exactly these arguments, also after the
 * batch file has put them into lines of its own with `%*`.
 *
 * Every argument stands in quotes, in which cmd.exe knows no operator; a quote inside is doubled, which leaves and
 * enters the quotes at once and is read back as one quote; backslashes before a quote are doubled for the program
 * that parses the line in the end. `%` expands even in quotes: each becomes a `%` followed by a substring expansion
 * that is always empty, so that no name can form. Line breaks and NUL end a line whatever surrounds them and are
 * refused.
 */
export function batchLine(script: string, args: readonly string[]): Result<string, 'bad-argument'> {
  if (/["\0\r\n]/.test(script))
    return fail('bad-argument', 'The path of the program has a quote or a line break in it.');
  for (const [index, arg] of args.entries()) {
    if (!/[\0\r\n]/.test(arg)) continue;
    return fail(
      'bad-argument',
      `Argument ${index + 1} has a line break in it, which a batch file cannot be given. Use the program that "${script}" starts instead.`,
    );
  }
  const bare = args.reduce((sum, arg) => sum + arg.length, script.length);
  // Measured before escaping as well, which takes quadratic time at worst.
  const line = bare > LINE_LIMIT ? undefined : `"${[script, ...args].map(quoted).join(' ')}"`;
  if (line !== undefined && line.length <= LINE_LIMIT) return ok(line);
  return fail(
    'bad-argument',
    `The arguments are longer than the ${LINE_LIMIT} characters that Windows takes for a batch file.`,
  );
}

function quoted(arg: string): string {
  const escaped = arg
    .replace(/(\\*)"/g, '$1$1""')
    .replace(/(\\+)$/, '$1$1')
    .replaceAll('%', '%%cd:~,%');
  return `"${escaped}"`;
}
