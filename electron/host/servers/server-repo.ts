import { type ServerRecord, serverRecord } from '../../../shared/model/server.ts';
import { parseRecord, type SealedRows, sealedTable } from '../sealed/sealed-rows.ts';

/** The servers of a profile. Reads come from memory; a change is on disk when it returns. */
export interface ServerRepo {
  get(id: string): ServerRecord | undefined;
  /** In order of their ids; the same array until a record changes. */
  all(): readonly ServerRecord[];
  put(record: ServerRecord): void;
  remove(id: string): void;
  /** A review that was there does not count any more, for this reason: the server is unreviewed until somebody looks. */
  distrust(id: string, note: string): void;
  /** Why a review that was there does not count, until the server is reviewed again; undefined when all is well. */
  note(id: string): string | undefined;
}

export const MAX_SERVERS = 500;
const DISTRUST =
  'Its record was changed outside Doorward or its seal cannot be checked, so it counts as unreviewed.';

/** Opens the servers; one whose row does not count falls back to `unreviewed`, one that cannot be read is left out. */
export function openServerRepo(rows: SealedRows, onUnreadable: (id: string) => void = () => {}): ServerRepo {
  const table = sealedTable('servers');
  const records = new Map<string, ServerRecord>();
  const notes = new Map<string, string>();
  let sorted: readonly ServerRecord[] | undefined;
  for (const row of rows.load(table)) {
    const [id = ''] = row.keys;
    const parsed = parseRecord(serverRecord, row.values[0]);
    if (parsed === undefined || parsed.id !== id || records.size >= MAX_SERVERS) {
      onUnreadable(id);
      continue;
    }
    records.set(
      id,
      row.counts ? parsed : { ...parsed, state: parsed.state === 'blocked' ? 'blocked' : 'unreviewed' },
    );
    if (!row.counts) notes.set(id, DISTRUST);
  }
  return {
    get: (id) => records.get(id),
    all() {
      sorted ??= [...records.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
      return sorted;
    },
    put(record) {
      rows.put(table, [record.id], [JSON.stringify(record)]);
      sorted = undefined;
      // A row that did not count keeps saying so until a person has looked at it again.
      if (record.state !== 'unreviewed' && record.state !== 'blocked') notes.delete(record.id);
      records.set(record.id, record);
    },
    remove(id) {
      sorted = undefined;
      rows.remove(table, [id]);
      records.delete(id);
      notes.delete(id);
    },
    distrust(id, note) {
      const record = records.get(id);
      if (record === undefined || record.state === 'blocked') return;
      sorted = undefined;
      records.set(id, { ...record, state: 'unreviewed' });
      if (!notes.has(id)) notes.set(id, note);
    },
    note: (id) => notes.get(id),
  };
}
