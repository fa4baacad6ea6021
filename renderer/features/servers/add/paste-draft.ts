import type { PastedServer } from '../../../../shared/ipc/window.ts';
import { serverId } from '../../../../shared/model/server.ts';

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

/** What is wrong with the name of one, as the name of a sentence. */
export function nameProblem(one: Found, found: readonly Found[]): 'name' | 'duplicate' | undefined {
  if (!one.taken || one.added) return undefined;
  if (!serverId.safeParse(one.id).success) return 'name';
  const twin = found.some(
    (other) => other.key !== one.key && other.id === one.id && (other.taken || other.added),
  );
  return twin ? 'duplicate' : undefined;
}
