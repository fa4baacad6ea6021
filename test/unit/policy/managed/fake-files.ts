import { posix } from 'node:path';
import { constants } from 'node:fs';
import type { FileFacts, ManagedFiles } from '../../../../electron/policy/managed/ports.ts';

export interface FakeEntry {
  readonly kind: 'file' | 'folder' | 'link' | 'pipe';
  readonly uid?: number;
  readonly mode?: number;
  readonly bytes?: Buffer | string;
  /** Says another size than it has. */
  readonly size?: number;
  /** Thrown when it is opened or looked at. */
  readonly error?: string;
}

const failure = (code: string): Error => Object.assign(new Error(code), { code });

function factsOf(entry: FakeEntry): FileFacts {
  const { kind } = entry;
  return {
    uid: entry.uid ?? 0,
    mode: entry.mode ?? (kind === 'folder' ? 0o755 : 0o644),
    size: entry.size ?? Buffer.from(entry.bytes ?? '').length,
    isFile: () => kind === 'file',
    isDirectory: () => kind === 'folder',
    isSymbolicLink: () => kind === 'link',
  };
}

/** A file system with the folders of these paths in it, root's unless something else is said. */
export function fakeFiles(
  entries: Readonly<Record<string, FakeEntry>>,
): ManagedFiles & { readonly flags: number[] } {
  const all = new Map<string, FakeEntry>();
  for (const path of Object.keys(entries))
    for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
      all.set(folder, { kind: 'folder' });
      if (folder === posix.dirname(folder)) break;
    }
  for (const [path, entry] of Object.entries(entries)) all.set(path, entry);
  const open = new Map<number, { readonly entry: FakeEntry; at: number }>();
  const flags: number[] = [];
  const find = (path: string): FakeEntry => {
    const entry = all.get(path);
    if (entry === undefined) throw failure('ENOENT');
    if (entry.error !== undefined) throw failure(entry.error);
    return entry;
  };
  return {
    flags,
    lstat: (path) => factsOf(find(path)),
    open(path, how) {
      flags.push(how);
      const entry = find(path);
      if (entry.kind === 'link' && (how & constants.O_NOFOLLOW) !== 0) throw failure('ELOOP');
      open.set(open.size + 3, { entry, at: 0 });
      return open.size + 2;
    },
    fstat: (descriptor) => factsOf((open.get(descriptor) as { entry: FakeEntry }).entry),
    read(descriptor, into) {
      const file = open.get(descriptor);
      if (file === undefined) throw failure('EBADF');
      const bytes = Buffer.from(file.entry.bytes ?? '');
      const count = bytes.copy(into, 0, file.at);
      file.at += count;
      return count;
    },
    close: () => {},
  };
}
