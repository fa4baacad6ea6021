import { win32, posix } from 'node:path';
import type { AppMachine } from './app-ports.ts';

/** From the first event of a burst to the look; well under the two seconds in which a person is told. */
const SOON_MS = 250;
/** How often it is looked without an event: a file system may tell nothing (network drives). */
const SLOW_MS = 60_000;
/** More folders than this are not followed; they are looked at with the slow look. */
const MAX_FOLDERS = 100;

/** What follows the files of apps. */
export interface AppWatch {
  close(): void;
}

interface WatchPorts {
  readonly machine: Pick<AppMachine, 'around' | 'files' | 'watchFolder' | 'after'>;
  readonly files: () => readonly string[];
  readonly onChange: () => void;
}

/**
 * Follows files that may not be there yet, may be replaced by another file of their name, or be links. What is
 * followed is the nearest folder that is there, and in it only the name that leads to the file, for home folders are
 * busy places.
 */
export function watchApps({ machine, files, onChange }: WatchPorts): AppWatch {
  const paths = machine.around.platform === 'win32' ? win32 : posix;
  const dirname = (path: string) => paths.dirname(path);
  const basename = (path: string) => paths.basename(path);
  let followed = new Map<string, { readonly names: ReadonlySet<string>; readonly stop: () => void }>();
  let cancelSoon: (() => void) | undefined;
  let cancelSlow: (() => void) | undefined;
  let closed = false;

  const happened = (): void => {
    if (closed || cancelSoon !== undefined) return;
    cancelSoon = machine.after(SOON_MS, () => {
      cancelSoon = undefined;
      if (closed) return;
      // Before the look: what comes meanwhile is heard.
      arm();
      onChange();
    });
  };

  /** The folders to follow, each with the names in it that matter. */
  function wanted(): Map<string, Set<string>> {
    const found = new Map<string, Set<string>>();
    const add = (file: string): void => {
      let name = basename(file);
      let folder = dirname(file);
      while (!machine.files.exists(folder) && dirname(folder) !== folder) {
        name = basename(folder);
        folder = dirname(folder);
      }
      const names = found.get(folder) ?? new Set<string>();
      names.add(name);
      found.set(folder, names);
    };
    for (const file of files()) {
      add(file);
      const real = machine.files.read(file);
      if (real.ok && real.value !== undefined && real.value.real !== file) add(real.value.real);
    }
    return found;
  }

  function arm(): void {
    const next: typeof followed = new Map();
    for (const [folder, names] of [...wanted()].slice(0, MAX_FOLDERS)) {
      const before = followed.get(folder);
      // A folder that was made anew under its old name has to be followed anew, so all of them are.
      before?.stop();
      followed.delete(folder);
      try {
        const stop = machine.watchFolder(folder, (name) => {
          if (name === undefined || names.has(name)) happened();
        });
        next.set(folder, { names, stop });
      } catch {
        // It is gone again; the slow look finds what comes.
      }
    }
    for (const { stop } of followed.values()) stop();
    followed = next;
  }

  const slowly = (): void => {
    cancelSlow = machine.after(SLOW_MS, () => {
      if (closed) return;
      arm();
      onChange();
      slowly();
    });
  };

  arm();
  slowly();
  return {
    close() {
      closed = true;
      cancelSoon?.();
      cancelSlow?.();
      for (const { stop } of followed.values()) stop();
      followed.clear();
    },
  };
}
