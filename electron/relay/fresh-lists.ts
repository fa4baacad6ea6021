import { type Caps } from '../../shared/model/caps.ts';
import { calledThing, type CalledThing } from '../catalog/called-thing.ts';
import { once } from '../catalog/read-offer.ts';
import { addPage, type Item, LIST_METHOD, type ListName } from '../catalog/snapshot.ts';
import type { Standing, Trust } from '../catalog/trust.ts';
import { onHold, unchecked } from '../catalog/withheld.ts';
import type { SendFailure } from '../upstream/connection.ts';
import type { Call, Refusal } from './call.ts';
import { bytesAt, membersOf, stringAt } from './framing/json-scan.ts';
import { type Peer, whole } from './peer.ts';
import type { Verdict } from './pipeline.ts';

export interface FreshPorts {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly caps: Caps;
  readonly trust: Trust;
  /** Parameters of a list request to this server. */
  readonly params: (peer: Peer, extra: Record<string, unknown>) => Buffer;
  /** A connection listed something else than before: what is kept of the server may be out of date. */
  readonly listed: (peer: Peer, list: ListName, items: readonly Item[]) => void;
}

/** A page as it came, so that an unchanged one costs one comparison. */
interface Page {
  readonly cursor: string | undefined;
  readonly result: Buffer;
  readonly next: string | undefined;
}

/** What one connection listed last. Times are monotonic milliseconds. */
interface Kept {
  began: number;
  ended: number;
  readonly pages: readonly Page[];
  readonly items: ReadonlyMap<string, Item>;
  readonly standings: Map<string, Standing>;
  epoch: number;
  /** Every item is as approved. */
  unchanged: boolean;
}

interface Reading {
  readonly began: number;
  readonly done: Promise<SendFailure | undefined>;
}

interface State {
  kept: Kept | undefined;
  running: Reading | undefined;
  next: Reading | undefined;
}

/** For what only reads, a listing this young is good enough. */
const READ_MS = 60_000;
/** For everything else: between the listing and the bytes of the call. */
const WRITE_MS = 5000;
/** A server that works on one thing at a time lists only when its last call is done. */
const LIST_TIMEOUT_MS = 120_000;
const MAX_BYTES = 16 * 1024 * 1024;
/** Pages of one connection that are kept for comparing; larger ones are read anew each time. */
const MAX_KEPT_BYTES = 4 * 1024 * 1024;

/**
 * What each connection lists now, for the look right before a call (attack 4). A call that does more than read waits
 * for a listing that was asked for after the call came; calls that wait at the same time share one. A read takes a
 * listing of the last minute. A server that does not list is not called.
 */
export class FreshLists {
  readonly #ports: FreshPorts;
  readonly #states = new WeakMap<Peer, Map<ListName, State>>();

  constructor(ports: FreshPorts) {
    this.#ports = ports;
  }

  /** Nothing when this connection lists what is called as it was approved; else why the call does not go on. */
  check(call: Call, peer: Peer): Verdict {
    const thing = calledThing(call);
    if (thing === undefined) return undefined;
    const state = this.#state(peer, thing.list);
    if (this.#isFresh(call, peer, thing, state.kept)) return this.#judge(peer, thing, state.kept as Kept);
    return this.#after(peer, thing.list, state, call.startedAt).then((failure) => {
      if (failure !== undefined) return unchecked(peer.server.id, failure.message);
      return state.kept === undefined
        ? unchecked(peer.server.id, 'It did not list anything.')
        : this.#judge(peer, thing, state.kept);
    });
  }

  /** The server said that something changed: what it listed before says nothing any more. */
  changed(peer: Peer): void {
    for (const { kept } of this.#states.get(peer)?.values() ?? [])
      if (kept !== undefined) kept.ended = -Infinity;
  }

  #isFresh(call: Call, peer: Peer, { kind, key }: CalledThing, kept: Kept | undefined): kept is Kept {
    if (kept === undefined) return false;
    const age = this.#ports.now() - kept.ended;
    const reads = kind !== 'tool' || this.#ports.trust.effect(peer.server.id, key) === 'read';
    return reads ? age <= READ_MS : kept.began >= call.startedAt && age <= WRITE_MS;
  }

  #judge(peer: Peer, { kind, key }: CalledThing, kept: Kept): Refusal | undefined {
    const { trust } = this.#ports;
    if (kept.epoch !== trust.epoch) {
      kept.standings.clear();
      kept.epoch = trust.epoch;
    }
    let standing = kept.standings.get(key);
    if (standing === undefined) {
      const item = kept.items.get(key);
      if (item === undefined) return onHold(peer.server.id, kind, key, 'gone');
      standing = trust.standing(peer.server.id, kind, key, item.bytes);
      kept.standings.set(key, standing);
    }
    return standing === 'approved' ? undefined : onHold(peer.server.id, kind, key, standing);
  }

  /** Resolves when a listing that was asked for at `since` or later has come. */
  #after(peer: Peer, list: ListName, state: State, since: number): Promise<SendFailure | undefined> {
    if (state.running === undefined) return this.#start(peer, list, state);
    if (state.running.began >= since) return state.running.done;
    state.next ??= {
      began: Infinity,
      done: state.running.done.then(() => {
        state.next = undefined;
        return this.#start(peer, list, state);
      }),
    };
    return state.next.done;
  }

  #start(peer: Peer, list: ListName, state: State): Promise<SendFailure | undefined> {
    const began = this.#ports.now();
    const done = this.#read(peer, list, state, began)
      .catch((error: unknown): SendFailure => ({ code: 'protocol', message: String(error) }))
      .finally(() => {
        state.running = undefined;
      });
    state.running = { began, done };
    return done;
  }

  async #read(peer: Peer, list: ListName, state: State, began: number): Promise<SendFailure | undefined> {
    const { kept } = state;
    const fetched = await this.#pages(peer, list, kept?.pages ?? []);
    if (!Array.isArray(fetched)) return fetched;
    const { now, caps, trust, listed } = this.#ports;
    if (
      kept !== undefined &&
      fetched.length === kept.pages.length &&
      fetched.every((page, i) => page === kept.pages[i])
    ) {
      kept.began = began;
      kept.ended = now();
      if (list === 'tools' && kept.unchanged) trust.seenUnchanged(peer.server.id);
      return undefined;
    }
    const items = new Map<string, Item>();
    for (const { result } of fetched) if (!addPage(list, result, items, [], caps)) break;
    const all = [...items.values()];
    const kind = list === 'tools' ? 'tool' : list === 'prompts' ? 'prompt' : 'template';
    const standings = new Map(
      all.map(({ key, bytes }) => [key, trust.standing(peer.server.id, kind, key, bytes)]),
    );
    const unchanged = [...standings.values()].every((standing) => standing === 'approved');
    state.kept = {
      began,
      ended: now(),
      pages: sizeOf(fetched) <= MAX_KEPT_BYTES ? fetched : [],
      items,
      standings,
      epoch: trust.epoch,
      unchanged,
    };
    if (list === 'tools' && unchanged) trust.seenUnchanged(peer.server.id);
    listed(peer, list, all);
    return undefined;
  }

  /** Every page; the very objects of `before` where nothing differs. */
  async #pages(peer: Peer, list: ListName, before: readonly Page[]): Promise<Page[] | SendFailure> {
    const pages: Page[] = [];
    const seen = new Set<string>();
    let cursor: string | undefined;
    let bytes = 0;
    for (let n = 0; n < this.#ports.caps.pagesPerList; n++) {
      const params = this.#ports.params(peer, cursor === undefined ? {} : { cursor });
      const answer = await once(peer, LIST_METHOD[list], params, LIST_TIMEOUT_MS);
      if (!('bytes' in answer)) return answer;
      if (answer.resultSpan === undefined)
        return { code: 'protocol', message: `"${peer.server.id}" refused ${LIST_METHOD[list]}.` };
      const result = bytesAt(answer.bytes, answer.resultSpan);
      const was = before[n];
      if (was !== undefined && was.cursor === cursor && was.result.equals(result)) pages.push(was);
      else {
        const next = stringAt(result, membersOf(result, whole(result))?.get('nextCursor'));
        pages.push({ cursor, result: Buffer.from(result), next });
      }
      bytes += result.length;
      cursor = pages.at(-1)?.next;
      if (cursor === undefined || seen.has(cursor) || bytes > MAX_BYTES) return pages;
      seen.add(cursor);
    }
    return pages;
  }

  #state(peer: Peer, list: ListName): State {
    let lists = this.#states.get(peer);
    if (lists === undefined) this.#states.set(peer, (lists = new Map()));
    let state = lists.get(list);
    if (state === undefined)
      lists.set(list, (state = { kept: undefined, running: undefined, next: undefined }));
    return state;
  }
}

function sizeOf(pages: readonly Page[]): number {
  return pages.reduce((sum, { result }) => sum + result.length, 0);
}
