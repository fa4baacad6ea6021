import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { posix } from 'node:path';
import { writeOwnerOnly } from '../host/profile.ts';

const MARK = 'X-Doorward=true';

/**
 * The words of a command as one `Exec` line. The desktop splits and expands it again: inside quotation marks a
 * backslash goes before `"`, `` ` ``, `$` and `\`, `%` is doubled, and the whole is then escaped once more as a value
 * of the file. A folder named `$(x)` or `%f` must stay a folder. A line break cannot be written at all.
 */
export function execLine(words: readonly string[]): string | undefined {
  if (words.length === 0 || words.some((word) => /[\p{Cc}]/u.test(word))) return undefined;
  const quoted = words.map(
    (word) => `"${word.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%')}"`,
  );
  return quoted.join(' ').replaceAll('\\', '\\\\');
}

export function desktopEntry(words: readonly string[]): string | undefined {
  const exec = execLine(words);
  return exec === undefined
    ? undefined
    : [
        '[Desktop Entry]',
        'Type=Application',
        'Version=1.5',
        'Name=Doorward',
        `Exec=${exec}`,
        'Terminal=false',
        'X-GNOME-Autostart-enabled=true',
        MARK,
        '',
      ].join('\n');
}

/** Where desktops look for what starts with a session. */
export function autostartFile(env: Readonly<Record<string, string | undefined>>, homedir: string): string {
  const config = env['XDG_CONFIG_HOME'];
  const folder = config?.startsWith('/') === true ? config : posix.join(homedir, '.config');
  return posix.join(folder, 'autostart', 'doorward.desktop');
}

/** Writes or removes the entry; a file of that name that is not ours is left alone. Answers whether it is as wanted. */
export function setAutostart(file: string, words: readonly string[] | undefined): boolean {
  try {
    const now = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    if (now !== undefined && !now.includes(MARK)) return words === undefined;
    if (words === undefined) {
      rmSync(file, { force: true });
      return true;
    }
    const entry = desktopEntry(words);
    if (entry === undefined) return false;
    if (entry === now) return true;
    mkdirSync(posix.dirname(file), { recursive: true });
    writeOwnerOnly(file, entry);
    return true;
  } catch {
    return false;
  }
}
