import type { ListName } from './snapshot.ts';

/** Whose view it is: an AI app, and the real path of the folder in which its bridge was started, where it has one. */
export interface Viewer {
  readonly id: string;
  readonly folder?: string | undefined;
}

/** What the role of an AI app lets it be listed, and what of that a person chose to list. */
export interface RoleView {
  /** Names what it sees: apps with the same are listed the same. Empty: it sees everything. */
  key(viewer: Viewer): string;
  sees(viewer: Viewer, server: string, list: ListName, key: string): boolean;
  /** What stands in its list of tools on `/mcp`, where that is not simply what it may use; part of the key. */
  shown?(viewer: Viewer): ShownTools | undefined;
}

/** A list of tools that does not hold all that can be called. */
export interface ShownTools {
  /** Tools of our own that stand before all others, as they are listed. */
  readonly own: readonly Buffer[];
  /** Whether a tool is listed, by the name that it is listed under. */
  lists(name: string): boolean;
}

/** Every app is listed everything. */
export const seesEverything: RoleView = { key: () => '', sees: () => true };
