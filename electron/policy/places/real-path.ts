import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** What following links needs of a file system. None of them throws for what is not there. */
export interface LinkReader {
  readonly kind: (path: string) => 'link' | 'other' | 'nothing';
  /** Undefined when a link on the way leads nowhere. */
  readonly real: (path: string) => string | undefined;
  readonly target: (path: string) => string | undefined;
}

const MAX_LINKS = 40;

/**
 * The real path of what a path names, also where its last parts are not there yet: links on the way are followed, also
 * those that dangle (writing through one makes the file it points to), and the rest is kept as it is. The path itself
 * where nothing can be told. Synchronous; the port of the policy.
 */
export function createRealPath(
  platform: NodeJS.Platform = process.platform,
  files: LinkReader = nodeLinks,
): (path: string) => string {
  const paths = platform === 'win32' ? win32 : posix;
  const follow = (path: string, links: number): string => {
    const kind = files.kind(path);
    const real = kind === 'nothing' ? undefined : files.real(path);
    if (real !== undefined) return real;
    const parent = paths.dirname(path);
    if (parent === path) return path;
    const target = kind === 'link' ? files.target(path) : undefined;
    // Round in a circle nothing is opened either.
    if (target !== undefined && links < MAX_LINKS)
      return follow(paths.resolve(follow(parent, links), target), links + 1);
    return paths.join(follow(parent, links), paths.basename(path));
  };
  return (path) => follow(path, 0);
}

function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

const nodeLinks: LinkReader = {
  // Asked first: an error for what is not there costs many times as much.
  kind: (path) => {
    const found = attempt(() => lstatSync(path, { throwIfNoEntry: false }));
    return found === undefined ? 'nothing' : found.isSymbolicLink() ? 'link' : 'other';
  },
  real: (path) => attempt(() => realpathSync.native(path)),
  target: (path) => attempt(() => readlinkSync(path)),
};
