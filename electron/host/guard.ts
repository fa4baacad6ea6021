import { type SealedRows, sealedTable } from './sealed-rows.ts';

/** Whether a person has everything refused for now. */
export interface Guard {
  blocked(): boolean;
  /** Refuses every call from now on, also after a restart. On disk when it returns. */
  block(): void;
  /** Lets calls pass again as usual. */
  usual(): void;
}

/**
 * Opens the guard. Its row is there exactly while everything is blocked, and whatever happened to the row outside
 * Doorward, the answer that lets less pass is taken: one that does not count still blocks, and so does one that was
 * taken away (attack: delete the row and restart the host). A person is never locked out, they can lift it.
 */
export function openGuard(rows: SealedRows): Guard {
  const table = sealedTable('choices');
  const keys = ['guard'];
  const found = rows.load(table).some((row) => row.keys[0] === 'guard');
  const taken = !found && rows.missing(table, keys);
  let blocked = found || taken;
  const keep = (): void => rows.put(table, keys, ['block']);
  // Put back at once: the next thing that is written would make its absence look as if it were meant.
  if (taken) keep();
  return {
    blocked: () => blocked,
    block() {
      // From this moment, also if it cannot be kept.
      blocked = true;
      keep();
    },
    usual() {
      rows.remove(table, keys);
      blocked = false;
    },
  };
}
