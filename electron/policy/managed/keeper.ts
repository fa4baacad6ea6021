import { z } from 'zod';
import { type ManagedPolicy, managedPolicy } from '../../../shared/model/managed.ts';
import type { Saying } from '../../../shared/model/words.ts';
import { systemReason } from '../../../shared/system-reason.ts';
import { lastOnesHold, lockedDown, managedWords } from '../../../shared/texts/managed.ts';
import { policyDigest, readJson } from './parse.ts';
import { MAX_POLICY_BYTES } from './places.ts';
import type { ManagedRead } from './read.ts';

/**
 * What holds on this computer. `managed` with something said: the settings that are there now cannot be used, and the last
 * ones that could still hold. `locked-down`: every call of a server is refused.
 */
export type ManagedState = {
  /** Since when, ms since the epoch. */
  readonly since: number;
} & (
  | { readonly kind: 'unmanaged' }
  | {
      readonly kind: 'managed';
      readonly policy: ManagedPolicy;
      readonly digest: string;
      readonly source: string;
      /** What a person should know, when something is wrong: words of `managedTexts`. */
      readonly said?: Saying;
    }
  | { readonly kind: 'locked-down'; readonly said: Saying }
);

/** Where the last policy that could be used is kept. Its owner seals it: what was changed by others is not there. */
export interface ManagedStore {
  load(): string | undefined;
  /** On disk when it returns. */
  save(text: string): void;
  remove(): void;
}

export interface KeeperPorts {
  readonly read: () => Promise<ManagedRead>;
  readonly store: ManagedStore;
  readonly now: () => number;
}

export interface ManagedKeeper {
  state(): ManagedState;
  /** Reads the source again. Never rejects. */
  refresh(): Promise<ManagedState>;
  /** Tells every change of what holds; gives back what ends that. */
  onChange(listener: (state: ManagedState) => void): () => void;
}

const keptPolicy = z.strictObject({
  version: z.literal(1),
  source: z.string(),
  digest: z.string(),
  policy: managedPolicy,
});
type Kept = z.infer<typeof keptPolicy>;

/**
 * Reads the managed settings of this computer and keeps to them (DESIGN §4): no source, unmanaged; unreadable or
 * malformed, the last ones that could be used hold, and this is said; none of those, or a source that others could have
 * written, locked down. Resolves when it is known what holds.
 */
export async function openManaged(ports: KeeperPorts): Promise<ManagedKeeper> {
  const listeners = new Set<(state: ManagedState) => void>();
  let state: ManagedState = judge(await readSafely(ports), ports);
  let running: Promise<ManagedState> | undefined;
  let again = false;

  async function round(): Promise<ManagedState> {
    do {
      again = false;
      const after = judge(await readSafely(ports), ports);
      if (!sameState(state, after)) {
        state = after;
        for (const listener of listeners) listener(after);
      }
    } while (again);
    running = undefined;
    return state;
  }

  return {
    state: () => state,
    refresh() {
      // A change while reading would be missed by the reading that is under way.
      if (running !== undefined) again = true;
      return (running ??= round());
    },
    onChange(listener) {
      const mine = (after: ManagedState): void => listener(after);
      listeners.add(mine);
      return () => void listeners.delete(mine);
    },
  };
}

async function readSafely({ read }: KeeperPorts): Promise<ManagedRead> {
  try {
    return await read();
  } catch (error) {
    return { kind: 'malformed', said: [managedWords('trouble.read', { what: systemReason(error) })] };
  }
}

function judge(read: ManagedRead, { store, now }: KeeperPorts): ManagedState {
  const since = now();
  switch (read.kind) {
    case 'absent': {
      if (attempt(() => store.load()) !== undefined) attempt(() => store.remove());
      return { kind: 'unmanaged', since };
    }
    case 'valid': {
      const { policy, digest, source } = read;
      const kept = lastKept(store);
      const saved = kept?.digest === digest || keep(store, { version: 1, source, digest, policy });
      const said = saved ? {} : { said: [managedWords('trouble.kept')] };
      return { kind: 'managed', since, policy, digest, source, ...said };
    }
    case 'malformed': {
      const kept = lastKept(store);
      if (kept === undefined) return { kind: 'locked-down', since, said: lockedDown(read.said) };
      const { policy, digest, source } = kept;
      return { kind: 'managed', since, policy, digest, source, said: lastOnesHold(read.said) };
    }
    case 'wrongly-owned':
      return { kind: 'locked-down', since, said: lockedDown(read.said) };
  }
}

function lastKept(store: ManagedStore): Kept | undefined {
  const text = attempt(() => store.load());
  if (text === undefined) return undefined;
  // Wrapped, it may be larger than the largest policy.
  const read = readJson(Buffer.from(text), 2 * MAX_POLICY_BYTES);
  const kept = read.ok ? keptPolicy.safeParse(read.value) : undefined;
  return kept?.success === true && policyDigest(kept.data.policy) === kept.data.digest
    ? kept.data
    : undefined;
}

function keep(store: ManagedStore, kept: Kept): boolean {
  return attempt(() => (store.save(JSON.stringify(kept)), true)) ?? false;
}

/** What a store answers; undefined when it cannot. Without a kept policy, everything that follows is stricter. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function sameState(a: ManagedState, b: ManagedState): boolean {
  return JSON.stringify({ ...a, since: 0 }) === JSON.stringify({ ...b, since: 0 });
}
