import type { Effect, PinKind, Place } from '../../shared/model/review.ts';
import type { HistoryEntry } from '../../shared/model/trust.ts';
import { effectOf } from './effects/effect.ts';
import { placesOf } from './effects/places.ts';
import { guardHello } from './hello-items.ts';
import type { ServerIdentity } from './identity/identity.ts';
import type { PackageFacts } from './identity/registry.ts';
import { type Offered, type Pin, pinKey, pinOf } from './pins/pin.ts';
import { treeOf } from './pins/review.ts';
import { type Json, member } from './pins/tree.ts';
import type { Item, Snapshot } from './snapshot.ts';
import type { Standing, Trust } from './trust.ts';

/** One approved version of one item. */
export interface Approved extends Pin {
  /** As the server sent it when it was approved: for showing differences, and for comparing without a digest. */
  readonly bytes: Buffer;
  /** What the tool does, as computed when it was approved; `unknown` for other items. */
  readonly effect: Effect;
  /** Offered to AI apps without any capability, as at the first look; others see more. */
  readonly base: boolean;
}

/** A look at what versions of a package there are. */
export interface VersionLook {
  /** Which package of which registry was asked for. */
  readonly key: string;
  /** When, ms since the epoch. */
  readonly at: number;
  readonly newest?: PackageFacts | undefined;
}

/** What a person decided about one server besides the items themselves. */
export interface TrustRecord {
  /** What the server was when it was approved, and the digest of that, to which the items are bound. */
  readonly identity?: ServerIdentity | undefined;
  readonly identityDigest?: string | undefined;
  /** What it was at the last inspection. */
  readonly inspected?: ServerIdentity | undefined;
  /** The arguments with the version that was looked at in them; approving keeps to it. */
  readonly proposed?: readonly string[] | undefined;
  /** What its registry said last about its package. */
  readonly versions?: VersionLook | undefined;
  /** Items that were left off, by `pinKey`. */
  readonly blocked: readonly string[];
  /** Effects of tools as a person corrected them. */
  readonly effects: Readonly<Record<string, Effect>>;
  /** Oldest first. */
  readonly history: readonly HistoryEntry[];
}

/** What is known of one server. Several versions of one item: servers offer more to some AI apps than to others. */
export interface ServerTrust {
  readonly record: TrustRecord;
  readonly items: ReadonlyMap<string, readonly Approved[]>;
}

/** Keeps approvals, sealed. What does not verify is not there. */
export interface ApprovalStore {
  load(): Map<string, ServerTrust>;
  saveItems(server: string, trust: ServerTrust): void;
  saveRecord(server: string, record: TrustRecord): void;
  remove(server: string): void;
}

const MAX_HISTORY = 300;
/** What is known of a server that nobody has decided anything about. */
export const NO_RECORD: TrustRecord = { blocked: [], effects: {}, history: [] };
const NO_VERSIONS: readonly Approved[] = [];
const NO_PLACES: readonly Place[] = [];
const NOTHING: ServerTrust = { record: NO_RECORD, items: new Map() };
const KINDS = { tools: 'tool', prompts: 'prompt', templates: 'template' } as const;

/** The approved version that an item becomes; undefined when it cannot be read in one way only. */
export function approvedFrom(item: Offered, base: boolean): Approved | undefined {
  const pin = pinOf(item);
  if (!pin.ok) return undefined;
  return { ...pin.value, bytes: Buffer.from(item.bytes), base, effect: effectFor(item) };
}

/** What a tool does by its own words; `unknown` for everything else. */
export function effectFor({ kind, bytes }: Offered): Effect {
  if (kind !== 'tool') return 'unknown';
  const tree = treeOf(bytes);
  return typeof tree === 'object' && tree !== null && 'why' in tree ? 'unknown' : effectOf(tree).effect;
}

/**
 * What people have approved, in memory and in the store behind it. The one judge of what may be listed and called:
 * whatever is not found here, byte for byte or in canonical form, is on hold.
 */
export class Approvals implements Trust {
  readonly #store: ApprovalStore;
  readonly #servers: Map<string, ServerTrust>;
  readonly #views = new WeakMap<Snapshot, { readonly epoch: number; readonly view: Snapshot }>();
  readonly #hellos = new Map<string, { epoch: number; given: Buffer; seen: Buffer }>();
  /** Calls by server and tool, counted within one run of good listings. */
  readonly #calls = new Map<string, Map<string, { run: number; calls: number }>>();
  readonly #runs = new Map<string, number>();
  readonly #places = new WeakMap<Approved, readonly Place[]>();
  epoch = 1;

  constructor(store: ApprovalStore) {
    this.#store = store;
    this.#servers = store.load();
  }

  of(server: string): ServerTrust {
    return this.#servers.get(server) ?? NOTHING;
  }

  /** Whether anything of this server was approved and still counts. */
  has(server: string): boolean {
    return this.#servers.get(server)?.record.identityDigest !== undefined;
  }

  standing(server: string, kind: PinKind, key: string, bytes: Buffer): Standing {
    const { record, items } = this.of(server);
    const at = pinKey(kind, key);
    if (record.blocked.length > 0 && record.blocked.includes(at)) return 'blocked';
    const approved = items.get(at);
    if (approved === undefined) return 'new';
    for (const one of approved) if (one.bytes.equals(bytes)) return 'approved';
    const pin = pinOf({ kind, key, bytes });
    return pin.ok && approved.some(({ digest }) => digest === pin.value.digest) ? 'approved' : 'changed';
  }

  named(server: string, kind: PinKind, key: string): 'approved' | 'new' | 'blocked' {
    const { record, items } = this.of(server);
    const at = pinKey(kind, key);
    if (record.blocked.length > 0 && record.blocked.includes(at)) return 'blocked';
    return items.has(at) ? 'approved' : 'new';
  }

  effect(server: string, tool: string): Effect {
    const { record, items } = this.of(server);
    if (Object.hasOwn(record.effects, tool)) return record.effects[tool] ?? 'unknown';
    return items.get(pinKey('tool', tool))?.at(-1)?.effect ?? 'unknown';
  }

  view(server: string, snapshot: Snapshot): Snapshot {
    const known = this.#views.get(snapshot);
    if (known?.epoch === this.epoch) return known.view;
    let whole = true;
    const kept = (list: keyof typeof KINDS): readonly Item[] => {
      const items = snapshot.lists[list];
      const good = items.filter(
        ({ key, bytes }) => this.standing(server, KINDS[list], key, bytes) === 'approved',
      );
      if (good.length === items.length) return items;
      whole = false;
      return good;
    };
    const lists = {
      ...snapshot.lists,
      tools: kept('tools'),
      prompts: kept('prompts'),
      templates: kept('templates'),
    };
    const hello = this.hello(server, snapshot.hello);
    const view = whole && hello.equals(snapshot.hello) ? snapshot : { ...snapshot, hello, lists };
    this.#views.set(snapshot, { epoch: this.epoch, view });
    return view;
  }

  hello(server: string, hello: Buffer): Buffer {
    const known = this.#hellos.get(server);
    if (known?.epoch === this.epoch && known.given.equals(hello)) return known.seen;
    const seen = guardHello(hello, {
      server,
      isApproved: ({ kind, key, bytes }) => this.standing(server, kind, key, bytes) === 'approved',
      approved: (kind) =>
        this.named(server, kind, '') === 'blocked'
          ? undefined
          : this.of(server).items.get(pinKey(kind, ''))?.at(-1)?.bytes,
    });
    this.#hellos.set(server, { epoch: this.epoch, given: hello, seen });
    return seen;
  }

  /** Arguments of the approved versions of a tool that say where a call acts; read once for each version. */
  places(server: string, tool: string): readonly Place[] {
    const versions = this.of(server).items.get(pinKey('tool', tool)) ?? NO_VERSIONS;
    const [only, ...more] = versions;
    if (only === undefined) return NO_PLACES;
    const found = this.#placesOf(only);
    return more.length === 0 ? found : [...found, ...more.flatMap((one) => this.#placesOf(one))];
  }

  /** Names what is approved under this name: another text after every change of it; empty for what is not approved. */
  pin(server: string, kind: PinKind, key: string): string {
    const versions = this.of(server).items.get(pinKey(kind, key)) ?? NO_VERSIONS;
    return versions.map(({ digest }) => digest).join(' ');
  }

  /** Digest of what the server was when it was approved. */
  identity(server: string): string {
    return this.of(server).record.identityDigest ?? '';
  }

  #placesOf(one: Approved): readonly Place[] {
    let found = this.#places.get(one);
    if (found === undefined) {
      const tree = treeOf(one.bytes);
      const readable = typeof tree !== 'object' || tree === null || !('why' in tree);
      found = readable ? placesOf(member(tree as Json, 'inputSchema')) : NO_PLACES;
      this.#places.set(one, found);
    }
    return found;
  }

  called(server: string, tool: string): void {
    const run = this.#runs.get(server) ?? 0;
    let tools = this.#calls.get(server);
    if (tools === undefined) this.#calls.set(server, (tools = new Map()));
    const count = tools.get(tool);
    if (count?.run === run) count.calls++;
    else tools.set(tool, { run, calls: 1 });
  }

  seenUnchanged(server: string): void {
    this.#runs.set(server, (this.#runs.get(server) ?? 0) + 1);
  }

  /** Calls of a tool since its server was last seen unchanged. */
  callsSince(server: string, tool: string): number {
    const count = this.#calls.get(server)?.get(tool);
    return count !== undefined && count.run === (this.#runs.get(server) ?? 0) ? count.calls : 0;
  }

  /** What the server is now approved as, in place of everything before. On disk when it returns. */
  approve(server: string, trust: ServerTrust): void {
    // What the disk did not take is not approved for the rest of this run either.
    this.#store.saveItems(server, trust);
    this.#servers.set(server, trust);
    this.epoch++;
  }

  /** Changes the approved items of a server and what else was decided. */
  change(server: string, items: ServerTrust['items'], record: TrustRecord): void {
    this.approve(server, { items, record });
  }

  /** Changes what was decided besides the items. */
  decide(server: string, change: Partial<TrustRecord>): void {
    const trust = this.of(server);
    const record = { ...trust.record, ...change };
    try {
      this.#store.saveRecord(server, record);
    } catch (error) {
      // What takes away holds for this run, also when the disk does not take it.
      const blocked = [...new Set([...trust.record.blocked, ...record.blocked])];
      this.#servers.set(server, { ...trust, record: { ...trust.record, blocked } });
      this.epoch++;
      throw error;
    }
    this.#servers.set(server, { ...trust, record });
    this.epoch++;
  }

  forget(server: string): void {
    this.#servers.delete(server);
    this.#hellos.delete(server);
    this.#calls.delete(server);
    this.epoch++;
    this.#store.remove(server);
  }
}

/** The history with one more entry, without its oldest when it grows too long. */
export function withEntry(record: TrustRecord, entry: HistoryEntry): TrustRecord {
  return { ...record, history: [...record.history, entry].slice(-MAX_HISTORY) };
}
