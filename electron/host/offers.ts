import { type Catalog, capabilitySet, REVIEWED } from '../catalog/catalog.ts';
import { type Offer, plainParams, readOffer } from '../catalog/read-offer.ts';
import { membersOf } from '../relay/framing/json-scan.ts';
import { json } from '../relay/framing/splice.ts';
import { type Peer, whole } from '../relay/peer.ts';
import type { SendFailure } from '../upstream/connection.ts';

/** A snapshot this young needs no second reading when another connection opens. */
const FRESH_MS = 60_000;

/** Reads what servers offer over open connections and keeps the catalogue up to date. */
export class Offers {
  readonly #catalog: Catalog;
  readonly #clock: () => number;
  readonly #note: (server: string, sentence: string) => void;
  readonly #reading = new Map<Peer, { again: boolean }>();

  /** `clock` is milliseconds since the epoch; `note` gets what was left out of a list and why. */
  constructor(catalog: Catalog, clock: () => number, note: (server: string, sentence: string) => void) {
    this.#catalog = catalog;
    this.#clock = clock;
    this.#note = note;
  }

  /** A connection has opened: read its lists unless they are known and young. */
  opened(peer: Peer): void {
    const known = this.#catalog.get(peer.server.id, setOf(peer));
    if (
      known === undefined ||
      this.#clock() - known.at > FRESH_MS ||
      !this.#catalog.has(peer.server.id, setOf(peer))
    )
      this.refresh(peer);
  }

  /** The lists of this connection may have changed. Readings of one connection never overlap. */
  refresh(peer: Peer): void {
    const running = this.#reading.get(peer);
    if (running !== undefined) {
      running.again = true;
      return;
    }
    const state = { again: false };
    this.#reading.set(peer, state);
    this.read(peer)
      .then((offer) => {
        if ('snapshot' in offer) this.#catalog.put(peer.server.id, setOf(peer), offer.snapshot);
        else this.#note(peer.server.id, offer.message);
      })
      .catch((error: unknown) => this.#note(peer.server.id, `Its lists could not be kept: ${String(error)}`))
      .finally(() => {
        this.#reading.delete(peer);
        if (state.again && peer.state === 'ready') this.refresh(peer);
      });
  }

  /** Reads all lists once. */
  async read(peer: Peer): Promise<Offer | SendFailure> {
    const offer = await readOffer(
      peer,
      peer.server.era === 'stateless' ? envelopeParams(peer) : plainParams,
      this.#clock(),
    );
    if ('snapshot' in offer) for (const warning of offer.warnings) this.#note(peer.server.id, warning);
    return offer;
  }
}

/** Lists of a stateless server are the same for everybody (2026-07-28); of others they follow the capabilities. */
function setOf(peer: Peer): string {
  return peer.server.era === 'stateless' ? REVIEWED : capabilitySet(peer.greeting);
}

function envelopeParams(peer: Peer): (extra: Record<string, unknown>) => Buffer {
  const span = membersOf(peer.greeting, whole(peer.greeting))?.get('_meta');
  const meta: unknown =
    span === undefined ? {} : JSON.parse(peer.greeting.toString('utf8', span.start, span.end));
  return (extra) => json({ ...extra, _meta: meta });
}
