import { type Caps } from '../../../shared/model/caps.ts';
import { systemReason } from '../../../shared/system-reason.ts';
import { type Catalog, capabilitySet, REVIEWED } from '../../catalog/catalog.ts';
import { type Offer, plainParams, readOffer } from '../../catalog/read-offer.ts';
import { type Item, type ListName, sameItems } from '../../catalog/snapshot.ts';
import { membersOf } from '../../relay/framing/json-scan.ts';
import { json } from '../../relay/framing/splice.ts';
import { type Peer, whole } from '../../relay/peer.ts';
import type { SendFailure } from '../../upstream/connection.ts';

/** A snapshot this young needs no second reading when another connection opens. */
const FRESH_MS = 60_000;
/** Between two readings of one connection after it has said that its lists changed (attack 33, list_changed floods). */
const REST_MS = 2000;

/** Reads what servers offer over open connections and keeps the catalogue up to date. */
export class Offers {
  readonly #catalog: Catalog;
  readonly #clock: () => number;
  readonly #note: (server: string, sentence: string) => void;
  readonly #caps: Caps;
  /** When connections greeted, ms since the epoch. */
  readonly #greeted = new WeakMap<Peer, number>();
  readonly #reading = new Map<Peer, { again: boolean }>();
  /** Servers whose connection ended before a change could be read. */
  readonly #stale = new Set<string>();

  /** `clock` is milliseconds since the epoch; `note` gets what was left out of a list and why. */
  constructor(
    catalog: Catalog,
    clock: () => number,
    note: (server: string, sentence: string) => void,
    caps: Caps,
  ) {
    this.#catalog = catalog;
    this.#clock = clock;
    this.#note = note;
    this.#caps = caps;
  }

  /** A connection has opened: read its lists unless they are known and young. */
  opened(peer: Peer): void {
    this.#greeted.set(peer, this.#clock());
    const known = this.#catalog.offered(peer.server.id, setOf(peer));
    if (
      this.#stale.delete(peer.server.id) ||
      known === undefined ||
      !known.hello.equals(peer.hello) ||
      this.#clock() - known.at > FRESH_MS ||
      !this.#catalog.has(peer.server.id, setOf(peer))
    )
      this.#start(peer, 0);
  }

  /**
   * The lists of this connection may have changed. Readings of one connection never overlap, and after each it has a
   * rest; however often it says so meanwhile, that is one reading more, which is never left out.
   */
  refresh(peer: Peer): void {
    const running = this.#reading.get(peer);
    if (running !== undefined) running.again = true;
    else this.#start(peer, REST_MS);
  }

  /** A connection listed this just now; whole lists are read again when it is not what is kept. */
  listed(peer: Peer, list: ListName, items: readonly Item[]): void {
    const known = this.#catalog.offered(peer.server.id, setOf(peer));
    if (known === undefined || !sameItems(known.lists[list], items)) this.refresh(peer);
  }

  #start(peer: Peer, restMs: number): void {
    const state = { again: false };
    this.#reading.set(peer, state);
    this.read(peer)
      .then((offer) => {
        if ('snapshot' in offer) this.#catalog.put(peer.server.id, setOf(peer), offer.snapshot);
        else this.#note(peer.server.id, offer.message);
      })
      .catch((error: unknown) =>
        this.#note(peer.server.id, `Its lists could not be kept: ${systemReason(error)}`),
      )
      .finally(() => {
        if (restMs === 0) this.#rested(peer, state);
        else setTimeout(() => this.#rested(peer, state), restMs).unref();
      });
  }

  #rested(peer: Peer, { again }: { readonly again: boolean }): void {
    this.#reading.delete(peer);
    if (!again) return;
    if (peer.state === 'ready') this.#start(peer, REST_MS);
    else this.#stale.add(peer.server.id);
  }

  /** Reads all lists once. */
  async read(peer: Peer): Promise<Offer | SendFailure> {
    const offer = await readOffer(peer, (extra) => listParams(peer, extra), this.#clock(), this.#caps);
    if (!('snapshot' in offer)) return offer;
    for (const warning of offer.warnings) this.#note(peer.server.id, warning);
    const helloAt = this.#greeted.get(peer) ?? offer.snapshot.at;
    return { ...offer, snapshot: { ...offer.snapshot, helloAt } };
  }
}

/** Lists of a stateless server are the same for everybody (2026-07-28); of others they follow the capabilities. */
function setOf(peer: Peer): string {
  return peer.server.era === 'stateless' ? REVIEWED : capabilitySet(peer.greeting);
}

/** Parameters of a list request of our own on this connection. */
export function listParams(peer: Peer, extra: Record<string, unknown>): Buffer {
  if (peer.server.era !== 'stateless') return plainParams(extra);
  const span = membersOf(peer.greeting, whole(peer.greeting))?.get('_meta');
  const meta: unknown =
    span === undefined ? {} : JSON.parse(peer.greeting.toString('utf8', span.start, span.end));
  return json({ ...extra, _meta: meta });
}
