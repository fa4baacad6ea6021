import { z } from 'zod';
import { type Destination, destination, MAX_DESTINATIONS } from '../../../shared/model/sending.ts';
import { fail, type Result } from '../../../shared/result.ts';
import { openSealedChoice, type SealedChoicePorts } from '../sealed/sealed-choice.ts';

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

/**
 * Opens it. It lies in the sealed state and not in the settings, because whoever could write it could have the log, and
 * with a header of theirs any secret of the vault, sent wherever they like. One that was changed outside Doorward sends
 * nothing; that is said, because a collector that hears nothing any more is what somebody may want.
 */
export function openSendBook(ports: SealedChoicePorts): SendBook {
  const choice = openSealedChoice(ports, {
    name: 'sending',
    shape,
    usual: NOTHING,
    lost: () => NOTHING,
    notice:
      'Where your log is sent was changed or removed outside Doorward, so it is sent nowhere. Add the destinations again in Settings.',
    lockedSentence: 'Where the log is sent cannot be read while the keychain is locked.',
  });
  return {
    all: () => choice.current().destinations,
    add(one) {
      const kept = choice.current();
      if (choice.shut) return choice.set(kept);
      if (kept.destinations.some(({ destination: { name } }) => same(name, one.destination.name)))
        return fail('usage', `There is a destination "${one.destination.name}" already.`);
      if (kept.destinations.length >= MAX_DESTINATIONS)
        return fail('full', `There are ${MAX_DESTINATIONS} destinations already. Remove one first.`);
      return choice.set({ ...kept, destinations: [...kept.destinations, one] });
    },
    remove(name) {
      const kept = choice.current();
      if (choice.shut) return choice.set(kept);
      const destinations = kept.destinations.filter((one) => !same(one.destination.name, name));
      if (destinations.length === kept.destinations.length)
        return fail('unknown', `There is no destination "${name}".`);
      return choice.set({ ...kept, destinations });
    },
    managed: () => choice.current().managed,
    setManaged(one) {
      const { managed: _managed, ...rest } = choice.current();
      choice.set(one === undefined ? rest : { ...rest, managed: one });
    },
    locked: choice.shut,
    notices: choice.notices,
  };
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
