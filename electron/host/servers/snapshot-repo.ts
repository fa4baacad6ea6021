import type { SnapshotStore } from '../../catalog/catalog.ts';
import {
  type Item,
  LISTS,
  type ListName,
  packItems,
  type Snapshot,
  unpackItems,
} from '../../catalog/snapshot.ts';
import { type SealedRows, sealedTable } from '../sealed/sealed-rows.ts';

/**
 * Keeps what servers offered, sealed: a tool's text must not be changed between its review and its listing.
 * `maxDepth`: entries of lists that are nested deeper are left out.
 */
export function snapshotRepo(rows: SealedRows, maxDepth: number): SnapshotStore {
  const table = sealedTable('catalog');
  return {
    load(server) {
      const found = new Map<string, Snapshot>();
      for (const { keys, values, counts } of rows.load(table, server)) {
        const [at, hello, ...lists] = values;
        const [, capabilities = ''] = keys;
        if (!counts || typeof at !== 'number' || !Buffer.isBuffer(hello)) continue;
        const items = (list: ListName): Item[] => {
          const packed = lists[LISTS.indexOf(list)];
          return Buffer.isBuffer(packed) ? unpackItems(list, packed, maxDepth) : [];
        };
        found.set(capabilities, {
          at,
          hello,
          lists: {
            tools: items('tools'),
            prompts: items('prompts'),
            resources: items('resources'),
            templates: items('templates'),
          },
        });
      }
      return found;
    },
    save(server, capabilities, snapshot) {
      const lists = LISTS.map((list: ListName) => packItems(snapshot.lists[list]));
      rows.put(table, [server, capabilities], [snapshot.at, snapshot.hello, ...lists]);
    },
    remove(server, capabilities) {
      if (capabilities !== undefined) rows.remove(table, [server, capabilities]);
      else for (const { keys } of rows.load(table, server)) rows.remove(table, keys);
    },
  };
}
