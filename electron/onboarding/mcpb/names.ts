const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\..*)?$/i;
const MAX_PATH = 400;
const MAX_DEPTH = 40;

/**
 * Why the name of a file in an archive is refused, undefined when it is not. Attack (zip slip): a name that leads out
 * of the folder it is unpacked into, on any system: `..`, a root, a drive, a stream (`a:b`), a device, a back slash, or
 * an ending that Windows cuts off.
 */
export function nameProblem(name: string): string | undefined {
  const parts = name.replace(/\/$/, '').split('/');
  if (name === '' || name.length > MAX_PATH || parts.length > MAX_DEPTH) return 'a name that is too long';
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u.test(name) || !name.isWellFormed())
    return 'a name with hidden characters';
  if (/^[/\\~]|^[A-Za-z]:/.test(name)) return 'a name that begins at the root of the disk';
  if (name.includes('\\') || name.includes(':')) return 'a name that other systems read as a place elsewhere';
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    return 'a name that leads out of its folder';
  if (parts.some((part) => /[ .]$/.test(part) || RESERVED.test(part) || /[<>"|?*]/.test(part)))
    return 'a name that Windows cannot keep';
  return undefined;
}

/** Names that one disk or another takes for the same file are one. */
const folded = (name: string): string => name.normalize('NFKC').toLowerCase().normalize('NFKC');

/** Remembers the names of an archive, and tells of those that would overwrite another. */
export class NameBook {
  readonly #files = new Set<string>();
  /** Folders as they were spelt first. */
  readonly #folders = new Map<string, string>();

  /** Why this file or folder cannot be beside those before it. */
  take(name: string, isFolder: boolean): string | undefined {
    const plain = name.replace(/\/$/, '');
    const parts = plain.split('/');
    for (let depth = 1; depth <= parts.length - (isFolder ? 0 : 1); depth++) {
      const folder = parts.slice(0, depth).join('/');
      const key = folded(folder);
      const before = this.#folders.get(key);
      if (this.#files.has(key)) return 'a file and a folder of one name';
      if (before !== undefined && before !== folder) return 'two names that differ only in their case';
      this.#folders.set(key, folder);
    }
    if (isFolder) return undefined;
    const key = folded(plain);
    if (this.#files.has(key) || this.#folders.has(key))
      return 'two files of one name, or of names that differ only in their case';
    this.#files.add(key);
    return undefined;
  }
}
