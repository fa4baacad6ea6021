import type { ListName } from './snapshot.ts';

/** What the role of an AI app lets it be listed. */
export interface RoleView {
  /** Names what it sees: apps with the same are listed the same. Empty: it sees everything. */
  key(clientId: string): string;
  sees(clientId: string, server: string, list: ListName, key: string): boolean;
}

/** Every app is listed everything. */
export const seesEverything: RoleView = { key: () => '', sees: () => true };
