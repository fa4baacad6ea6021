import type { PastedServer } from '../../../../shared/ipc/window.ts';
import { isNamed, SERVER_NAME } from '../../../../shared/model/names.ts';
import { isWholePath, relativeWords } from '../../../../shared/relative-paths.ts';

/** One server of a pasted text, with what the person decided about it. */
export interface Found extends PastedServer {
  readonly key: number;
  readonly taken: boolean;
  /** It has been added; it cannot be added again. */
  readonly added: boolean;
  /** Why the host did not add it. */
  readonly refused?: string | undefined;
}

/** What a person pasted, and what was found in it so far. */
export interface PasteDraft {
  readonly text: string;
  readonly found: readonly Found[] | undefined;
  /** A link brought the text; the person has not typed or pasted it. */
  readonly fromLink?: boolean;
}

export const emptyPaste: PasteDraft = { text: '', found: undefined };

export function foundOf(servers: readonly PastedServer[]): Found[] {
  return servers.map((server, key) => ({ ...server, key, taken: true, added: false }));
}

/** Those that would be added now. */
export function chosenOf(found: readonly Found[]): Found[] {
  return found.filter(({ taken, added }) => taken && !added);
}

/** What is wrong with one, as the name of a sentence: its name, or a path that is not whole. */
export function problemOf(
  one: Found,
  found: readonly Found[],
): 'name' | 'duplicate' | 'relative' | undefined {
  if (!one.taken || one.added) return undefined;
  if (!isNamed(SERVER_NAME, one.id)) return 'name';
  const twin = found.some(
    (other) => other.key !== one.key && other.id === one.id && (other.taken || other.added),
  );
  if (twin) return 'duplicate';
  return isRelative(one.launch) ? 'relative' : undefined;
}

/** Whether it is started by a path that means another file, or none, where Doorward starts it. */
function isRelative(launch: Found['launch']): boolean {
  if (launch.transport !== 'stdio') return false;
  if (launch.cwd !== undefined) return !isWholePath(launch.cwd);
  const { command, args } = relativeWords(launch);
  return command || args.length > 0;
}
