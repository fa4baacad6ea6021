import { hash } from 'node:crypto';
import type { ServerRecord } from '../../shared/model/server.ts';
import { memberOf } from '../relay/envelope.ts';
import { type Item, LISTS, type ListName, sameLists, type Snapshot } from './snapshot.ts';
import type { Trust } from './trust.ts';

/** Keeps snapshots across restarts. */
export interface SnapshotStore {
  load(server: string): Map<string, Snapshot>;
  save(server: string, capabilities: string, snapshot: Snapshot): void;
  /** Removes the snapshot of one set of capabilities, or all of the server. */
  remove(server: string, capabilities?: string): void;
}

/** Told when what clients would be listed may have changed. */
export type OnChange = (server: string) => void;

/** The snapshot a person has seen at `server inspect`, made with no client capabilities. */
export const REVIEWED = 'reviewed';
const MAX_SETS = 16;

/** Names a set of client capabilities: servers of the session era may offer more to some than to others. */
export function capabilitySet(initializeParams: Buffer): string {
  return hash('sha256', memberOf(initializeParams, 'capabilities') ?? Buffer.from('{}')).slice(0, 16);
}

/**
 * What servers offer, as last seen, so that lists are answered while servers are stopped. `get` is what clients may
 * be listed: the approved part. What is on hold comes out only through `offered`, for people and for judging.
 */
export class Catalog {
  readonly #store: SnapshotStore;
  readonly #trust: Pick<Trust, 'view'>;
  readonly #snapshots = new Map<string, Map<string, Snapshot>>();
  readonly #listeners = new Set<OnChange>();
  readonly #watchers = new Set<OnChange>();
  /** Rises with every change; answers made from the catalogue are kept by it. */
  version = 0;

  constructor(store: SnapshotStore, trust: Pick<Trust, 'view'>) {
    this.#store = store;
    this.#trust = trust;
  }

  /** Calls `watcher` whenever a server's lists have been read, whether or not anything of them is new. */
  onOffer(watcher: OnChange): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  onChange(listener: OnChange): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What clients of this set of capabilities may be listed; from the snapshot for it, else from that of the review. */
  get(server: string, capabilities: string): Snapshot | undefined {
    const snapshot = this.offered(server, capabilities);
    return snapshot && this.#trust.view(server, snapshot);
  }

  /** The same with what is on hold in it: never for a client. */
  offered(server: string, capabilities: string): Snapshot | undefined {
    const sets = this.#sets(server);
    return sets.get(capabilities) ?? sets.get(REVIEWED);
  }

  /** Everything that is known of what a server offers, by set of capabilities: never for a client. */
  all(server: string): ReadonlyMap<string, Snapshot> {
    return this.#sets(server);
  }

  /** True when there is a snapshot for exactly this set of capabilities. */
  has(server: string, capabilities: string): boolean {
    return this.#sets(server).has(capabilities);
  }

  /** Stores a snapshot; listeners hear of it when it differs from what was served until now. */
  put(server: string, capabilities: string, snapshot: Snapshot): void {
    const before = this.offered(server, capabilities);
    const listed = this.get(server, capabilities);
    const sets = this.#sets(server);
    if (!sets.has(capabilities) && sets.size >= MAX_SETS) {
      this.#dropOldest(server, sets);
    }
    const next = before === undefined ? snapshot : reusing(before, snapshot);
    sets.set(capabilities, next);
    if (before === undefined || !same(before, next)) {
      this.#store.save(server, capabilities, next);
      const view = this.#trust.view(server, next);
      // A tool that is on hold is no news for clients.
      if (listed === undefined || !same(listed, view)) this.changed(server);
    }
    for (const watcher of this.#watchers) watcher(server);
  }

  /** A person accepted a new version of an item: whatever still has the old one is out of date and gets the new one. */
  replace(server: string, list: ListName, isOld: (item: Item) => boolean, item: Item): void {
    for (const [capabilities, snapshot] of this.#sets(server)) {
      if (!snapshot.lists[list].some((one) => one.key === item.key && isOld(one))) continue;
      const items = snapshot.lists[list].map((one) => (one.key === item.key && isOld(one) ? item : one));
      const next = { ...snapshot, lists: { ...snapshot.lists, [list]: items } };
      this.#sets(server).set(capabilities, next);
      this.#store.save(server, capabilities, next);
    }
  }

  forget(server: string): void {
    this.#snapshots.delete(server);
    this.#store.remove(server);
    this.changed(server);
  }

  /** Also called when a server is approved, blocked, switched on or off. */
  changed(server: string): void {
    this.version++;
    for (const listener of this.#listeners) listener(server);
  }

  /** What clients may be listed of all these servers may be other than before, at once: lists are made anew only once. */
  relisted(servers: readonly string[]): void {
    this.version++;
    for (const server of servers) for (const listener of this.#listeners) listener(server);
  }

  /** An app that varies its capabilities fills neither the memory nor the state on disk. */
  #dropOldest(server: string, sets: Map<string, Snapshot>): void {
    const oldest = [...sets.keys()].find((key) => key !== REVIEWED);
    if (oldest === undefined) return;
    sets.delete(oldest);
    this.#store.remove(server, oldest);
  }

  #sets(server: string): Map<string, Snapshot> {
    let sets = this.#snapshots.get(server);
    if (sets === undefined) {
      sets = this.#store.load(server);
      while (sets.size > MAX_SETS) this.#dropOldest(server, sets);
      this.#snapshots.set(server, sets);
    }
    return sets;
  }
}

function same(a: Snapshot, b: Snapshot): boolean {
  return a === b || (a.hello.equals(b.hello) && sameLists(a, b));
}

/** The new snapshot with the items of the old one where they are the same, so that what is known of them stays known. */
function reusing(before: Snapshot, after: Snapshot): Snapshot {
  const lists = {} as Record<ListName, readonly Item[]>;
  for (const list of LISTS) {
    const known = new Map(before.lists[list].map((item) => [item.key, item]));
    lists[list] = after.lists[list].map((item) => {
      const was = known.get(item.key);
      return was?.bytes.equals(item.bytes) === true ? was : item;
    });
  }
  return { ...after, lists };
}

/** Which servers there are, and which of them a client may see. */
export interface Directory {
  get(id: string): ServerRecord | undefined;
  /** Approved, switched on, and allowed for this client; in a stable order. */
  visible(client: { readonly id: string; readonly role: string }): readonly ServerRecord[];
}
