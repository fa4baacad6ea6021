import type { StatusReport } from '../../shared/ipc/shapes.ts';
import { type SealedRows, sealedTable } from './sealed/sealed-rows.ts';

/** `block`: everything is refused. `ask`: a person is asked about every call. */
export type GuardState = StatusReport['guard'];

/** What a person has chosen for all calls at once, for now. */
export interface Guard {
  state(): GuardState;
  /** Counts from now on, also after a restart. On disk when it returns. */
  set(state: GuardState): void;
  onChange(listener: () => void): void;
}

/**
 * Opens the guard. Its row is there exactly while something other than usual is chosen, and whatever happened to the
 * row outside Doorward, the answer that lets less pass is taken: one that does not count blocks, and so does one that
 * was taken away (attack: delete the row and restart the host). A person is never locked out, they can lift it.
 */
export function openGuard(rows: SealedRows): Guard {
  const table = sealedTable('choices');
  const keys = ['guard'];
  const listeners: (() => void)[] = [];
  const found = rows.load(table).find((row) => row.keys[0] === 'guard');
  const taken = found === undefined && rows.missing(table, keys);
  const keep = (state: GuardState): void => rows.put(table, keys, [state]);
  let state: GuardState = 'usual';
  if (found !== undefined) state = found.counts && found.values[0] === 'ask' ? 'ask' : 'block';
  else if (taken) {
    state = 'block';
    // Put back at once: the next thing that is written would make its absence look as if it were meant.
    keep(state);
  }
  const tell = (): void => listeners.forEach((listener) => listener());
  return {
    state: () => state,
    set(next) {
      const tightens = next === 'block' || (next === 'ask' && state === 'usual');
      // From this moment, also if it cannot be kept; what loosens counts only once it is kept.
      if (tightens) {
        state = next;
        tell();
      }
      if (next === 'usual') rows.remove(table, keys);
      else keep(next);
      state = next;
      if (!tightens) tell();
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
