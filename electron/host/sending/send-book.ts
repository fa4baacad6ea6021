import { z } from 'zod';
import { type Destination, destination, MAX_DESTINATIONS } from '../../../shared/model/sending.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { type SealedRows, sealedTable } from '../sealed-rows.ts';

/** A destination as it is kept. */
export interface KeptDestination {
  /** Made when it was added: one of the same name that is added later is another one. */
  readonly id: string;
  /** The row behind which it begins; -1: at the oldest. */
  readonly after: number;
  readonly destination: Destination;
}

/** Where the log is sent. Reads come from memory; a change is on disk when it returns. */
export interface SendBook {
  all(): readonly KeptDestination[];
  add(one: KeptDestination): Result<void>;
  remove(name: string): Result<void>;
  /** Where the destination of the organisation begins; kept so that no restart passes rows over. */
  managed(): { readonly id: string; readonly after: number } | undefined;
  setManaged(one: { readonly id: string; readonly after: number } | undefined): void;
  /** What is kept cannot be read at present: nothing is sent, and nothing is thrown away. */
  readonly locked: boolean;
  /** What a person should know about how it was found, one sentence each. */
  readonly notices: readonly string[];
}

const beginning = { id: z.string().max(80), after: z.int().min(-1) };
const shape = z.strictObject({
  destinations: z.array(z.strictObject({ ...beginning, destination })).max(MAX_DESTINATIONS),
  managed: z.strictObject(beginning).optional(),
});
type Kept = z.infer<typeof shape>;
const NOTHING: Kept = { destinations: [] };
const KEYS = ['sending'];

/**
 * Opens it. It lies in the sealed state and not in the settings, because whoever could write it could have the log, and
 * with a header of theirs any secret of the vault, sent wherever they like. One that was changed outside Doorward sends
 * nothing; that is said, because a collector that hears nothing any more is what somebody may want.
 */
export function openSendBook({
  rows,
  locked,
}: {
  readonly rows: SealedRows;
  readonly locked: boolean;
}): SendBook {
  const table = sealedTable('choices');
  const row = rows.load(table).find(({ keys }) => keys[0] === KEYS[0]);
  const found = row === undefined ? undefined : row.counts ? parsed(row.values[0]) : 'lost';
  const lost = found === 'lost' || (found === undefined && rows.missing(table, KEYS));
  let kept: Kept = found === undefined || found === 'lost' ? NOTHING : found;
  const keep = (next: Kept): void => {
    rows.put(table, KEYS, [JSON.stringify(next)]);
    kept = next;
  };
  const notices: string[] = [];
  if (lost && !locked) {
    notices.push(
      'Where your log is sent was changed or removed outside Doorward, so it is sent nowhere. Add the destinations again in Settings.',
    );
    keep(NOTHING);
  }
  const shut = lost && locked;
  const cannot = (): Result<void> =>
    fail('locked', 'Where the log is sent cannot be read while the keychain is locked.');
  return {
    all: () => kept.destinations,
    add(one) {
      if (shut) return cannot();
      if (kept.destinations.some(({ destination: { name } }) => same(name, one.destination.name)))
        return fail('usage', `There is a destination "${one.destination.name}" already.`);
      if (kept.destinations.length >= MAX_DESTINATIONS)
        return fail('full', `There are ${MAX_DESTINATIONS} destinations already. Remove one first.`);
      keep({ ...kept, destinations: [...kept.destinations, one] });
      return ok(undefined);
    },
    remove(name) {
      if (shut) return cannot();
      const destinations = kept.destinations.filter((one) => !same(one.destination.name, name));
      if (destinations.length === kept.destinations.length)
        return fail('unknown', `There is no destination "${name}".`);
      keep({ ...kept, destinations });
      return ok(undefined);
    },
    managed: () => kept.managed,
    setManaged(one) {
      if (shut) return;
      const { managed: _managed, ...rest } = kept;
      keep(one === undefined ? rest : { ...rest, managed: one });
    },
    locked: shut,
    notices,
  };
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function parsed(text: unknown): Kept | 'lost' {
  try {
    const found = shape.safeParse(JSON.parse(String(text)));
    return found.success ? found.data : 'lost';
  } catch {
    return 'lost';
  }
}
