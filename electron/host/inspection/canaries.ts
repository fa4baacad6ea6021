import { z } from 'zod';
import { type CanaryView, MAX_CANARIES } from '../../../shared/model/inspection.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { type CanaryFinder, createCanaryFinder } from '../../inspection/flow/canary-finder.ts';
import type { Vault } from '../../vault/vault.ts';
import type { InspectionBook } from './inspection-book.ts';
import type { CanariesPort } from './inspection-ports.ts';

export interface CanaryPorts {
  readonly vault: Pick<Vault, 'own' | 'state'>;
  /** Where names and dates are kept beside the values, and can be read while the vault is shut. */
  readonly book: Pick<InspectionBook, 'canaries' | 'putCanary' | 'removeCanary'>;
  /** So many random bytes. */
  readonly random: (bytes: number) => Uint8Array;
  /** Told all values, so that they are hidden in logs and on screens. */
  readonly know: (values: readonly string[]) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The canaries of a profile. Values leave it once, when they are made. */
export interface Canaries extends CanariesPort {
  /** Who looks for them; undefined: there is nothing to look for. */
  finder(): CanaryFinder | undefined;
  /** One of this name was seen now. `left`: on its way to a server. */
  seen(name: string, left: boolean): void;
  /** Why they cannot be looked for, though there may be some. */
  trouble(): string | undefined;
}

const KEPT = 'canaries';
const keptShape = z.strictObject({
  format: z.literal(1),
  canaries: z.array(z.strictObject({ name: z.string(), value: z.string().min(20), createdAt: z.number() })),
});
type Kept = z.infer<typeof keptShape>['canaries'];

/** Characters that nobody confuses and no encoding has to escape. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const PREFIXES = ['key', 'api', 'tok', 'svc'] as const;
const LENGTH = 36;
/** How often it is written down that an answer has one; that one was about to leave is written at once. */
const WRITE_MS = 60_000;

/**
 * Keeps canaries in the vault, as a secret of the host's own (`:canaries`), and their names and dates in the sealed
 * state. A canary looks like the key of some service: long enough that nothing else has a piece of it by chance, of
 * letters and digits only, and without the mark of a real service, which would look it up.
 *
 * Once read, the values stay in memory when the vault is locked: what was hidden stays hidden, and an agent must not be
 * free because a screen is locked. A host that starts with a locked vault has none to look for; it says so (`trouble`)
 * and looks again with every call, and until then the flow of data is asked about earlier.
 */
export function openCanaries({ vault, book, random, know, now }: CanaryPorts): Canaries {
  const finder = createCanaryFinder();
  const written = new Map<string, number>();
  const lastSeen = new Map<string, number>();
  let kept: Kept | undefined;
  let problem: string | undefined;
  load();

  function load(): void {
    const found = vault.own.get(KEPT);
    if (!found.ok) {
      // Without a keychain nothing was ever kept.
      if (found.code === 'none') take([]);
      else problem = 'Doorward cannot look for canaries while its vault is locked.';
      return;
    }
    const read = found.value === undefined ? { format: 1, canaries: [] } : parsed(found.value);
    const shape = keptShape.safeParse(read);
    if (shape.success) take(shape.data.canaries);
    else
      problem =
        'The canaries were kept by another version of Doorward, so it cannot look for them. Update Doorward.';
  }

  function take(canaries: Kept): void {
    kept = canaries;
    problem = undefined;
    finder.set(canaries);
    know(canaries.map(({ value }) => value));
  }

  function keep(canaries: Kept): Result<void> {
    const stored = vault.own.set(KEPT, JSON.stringify({ format: 1, canaries }));
    if (stored.ok) take(canaries);
    return stored;
  }

  /** The values, read again where they could not be read before. */
  function current(): Kept | undefined {
    if (kept === undefined) load();
    return kept;
  }

  function make(): string {
    const prefix = PREFIXES[(random(1)[0] ?? 0) % PREFIXES.length] as string;
    let text = '';
    while (text.length < LENGTH)
      for (const byte of random(LENGTH))
        // A byte beyond the last whole alphabet would make some characters more likely than others.
        if (byte < 256 - (256 % ALPHABET.length) && text.length < LENGTH)
          text += ALPHABET[byte % ALPHABET.length] as string;
    return `${prefix}_${text}`;
  }

  function view(name: string, createdAt: number): CanaryView {
    const at = lastSeen.get(name) ?? book.canaries().find((one) => one.name === name)?.lastSeenAt;
    return { name, createdAt, ...(at === undefined ? {} : { lastSeenAt: at }) };
  }

  return {
    add(name) {
      const before = current();
      if (before === undefined) return fail('locked', problem ?? 'The vault is not open.');
      if (before.some((one) => one.name === name))
        return fail('usage', `There is a canary "${name}" already. Remove it first, or choose another name.`);
      if (before.length >= MAX_CANARIES)
        return fail('full', `There are ${MAX_CANARIES} canaries already. Remove some first.`);
      const value = make();
      const createdAt = now();
      const stored = keep([...before, { name, value, createdAt }]);
      if (!stored.ok) return stored;
      book.putCanary({ name, createdAt });
      return ok({ name, value });
    },
    list: () => current()?.map(({ name, createdAt }) => view(name, createdAt)) ?? book.canaries(),
    remove(name) {
      const before = current();
      if (before === undefined) return fail('locked', problem ?? 'The vault is not open.');
      if (!before.some((one) => one.name === name)) return fail('unknown', `There is no canary "${name}".`);
      const stored = keep(before.filter((one) => one.name !== name));
      if (!stored.ok) return stored;
      lastSeen.delete(name);
      written.delete(name);
      book.removeCanary(name);
      return stored;
    },
    finder() {
      const all = current();
      return all === undefined || all.length === 0 ? undefined : finder;
    },
    seen(name, left) {
      const found = current()?.find((one) => one.name === name);
      if (found === undefined) return;
      const at = now();
      lastSeen.set(name, at);
      const before = written.get(name);
      if (!left && before !== undefined && at - before < WRITE_MS) return;
      written.set(name, at);
      book.putCanary({ name, createdAt: found.createdAt, lastSeenAt: at });
    },
    trouble() {
      current();
      return problem;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
