import { type SealedRows, sealedTable } from '../sealed/sealed-rows.ts';

const FIRST_PORT = 7411;
const TRIED = 40;

/** Which ports the endpoint may take, in order, and what to do once one is taken. */
export interface PortChoice {
  readonly candidates: readonly number[];
  /** Keeps the port for the next starts, when it was chosen freely. */
  taken(port: number): void;
}

/**
 * The port is chosen once and kept, because apps have it in their configuration: one that is taken later is an
 * alarm, never a silent move (whoever sits on it receives the apps' tokens). `once` is for this run only.
 */
export function choosePort(rows: SealedRows, once: number | undefined, set: number | undefined): PortChoice {
  const fixed = once ?? set;
  if (fixed !== undefined) return { candidates: [fixed], taken: () => {} };
  const table = sealedTable('choices');
  const row = rows.load(table).find(({ keys }) => keys[0] === 'port');
  const kept = row?.counts === true ? Number(row.values[0]) : Number.NaN;
  if (Number.isInteger(kept) && kept > 0 && kept < 65_536) return { candidates: [kept], taken: () => {} };
  return {
    candidates: Array.from({ length: TRIED }, (_, i) => FIRST_PORT + i),
    taken: (port) => rows.put(table, ['port'], [String(port)]),
  };
}
