import { hash } from 'node:crypto';
import type { ServerRecord } from '../../shared/model/server.ts';
import { memberOf } from '../relay/envelope.ts';
import { sameLists, type Snapshot } from './snapshot.ts';

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

/** What servers offer, as last seen, so that lists are answered while servers are stopped. */
export class Catalog {
  readonly #store: SnapshotStore;
  readonly #snapshots = new Map<string, Map<string, Snapshot>>();
  readonly #listeners = new Set<OnChange>();
  /** Rises with every change; answers made from the catalogue are kept by it. */
  version = 0;

  constructor(store: SnapshotStore) {
    this.#store = store;
  }

  onChange(listener: OnChange): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The snapshot for this set of capabilities, else what was seen at review. */
  get(server: string, capabilities: string): Snapshot | undefined {
    const sets = this.#sets(server);
    return sets.get(capabilities) ?? sets.get(REVIEWED);
  }

  /** True when there is a snapshot for exactly this set of capabilities. */
  has(server: string, capabilities: string): boolean {
    return this.#sets(server).has(capabilities);
  }

  /** Stores a snapshot; listeners hear of it when it differs from what was served until now. */
  put(server: string, capabilities: string, snapshot: Snapshot): void {
    const before = this.get(server, capabilities);
    const sets = this.#sets(server);
    if (!sets.has(capabilities) && sets.size >= MAX_SETS) {
      this.#dropOldest(server, sets);
    }
    sets.set(capabilities, snapshot);
    if (before !== undefined && before.hello.equals(snapshot.hello) && sameLists(before, snapshot)) return;
    this.#store.save(server, capabilities, snapshot);
    this.changed(server);
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

/** Which servers there are, and which of them a client may see. */
export interface Directory {
  get(id: string): ServerRecord | undefined;
  /** Approved, switched on, and allowed for this client; in a stable order. */
  visible(client: { readonly id: string; readonly role: string }): readonly ServerRecord[];
}
