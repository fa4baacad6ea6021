import { LINUX_FOLDER, MACOS_FOLDER } from './places.ts';

/** What watching needs. */
export interface WatchPorts {
  /** Tells of changes in a folder until the answer is called. Throws where that cannot be done. */
  readonly watchFolder: (folder: string, onEvent: () => void) => () => void;
  /** Calls `run` every `ms` until the answer is called. */
  readonly every: (ms: number, run: () => void) => () => void;
}

/** A change is seen within this time, also where folders cannot be watched. */
export const POLL_MS = 60_000;

const FOLDERS: Partial<Record<NodeJS.Platform, string>> = { linux: LINUX_FOLDER, darwin: MACOS_FOLDER };

/**
 * Calls `onMaybe` when managed settings may have changed: at once where the system tells, and every minute anyway, since
 * a folder that does not exist yet, and the registry, cannot be watched. Answers what ends it.
 */
export function watchManaged(platform: NodeJS.Platform, ports: WatchPorts, onMaybe: () => void): () => void {
  const folder = FOLDERS[platform];
  let endFolder: (() => void) | undefined;
  const follow = (): void => {
    if (folder === undefined || endFolder !== undefined) return;
    try {
      endFolder = ports.watchFolder(folder, onMaybe);
    } catch {
      // It is not there yet; the next minute tries again.
    }
  };
  follow();
  const endPoll = ports.every(POLL_MS, () => {
    follow();
    onMaybe();
  });
  return () => {
    endPoll();
    endFolder?.();
  };
}
