import type { Catalog } from './catalog.ts';
import { type Offered, pinKey } from './pins/pin.ts';
import type { ListName } from './snapshot.ts';

/** A version of an item that was seen on a list which somebody asked for. */
export interface Glimpse {
  readonly offered: Offered;
  /** All lists have been read since, and it was not on them. */
  readonly takenBack: boolean;
}

interface Seen extends Glimpse {
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Of one server; what came first stays. A server that shows ever new texts fills nothing. */
const MAX_SEEN = 20;
const MAX_BYTES = 4 * 1024 * 1024;
const LISTS = { tool: 'tools', prompt: 'prompts', template: 'templates' } as const;

/**
 * Versions that were listed between two readings of a server's lists. One that the next reading finds too is like any
 * other from then on, and forgotten here; one that it does not find has been taken back. Kept in memory alone.
 */
export class Glimpses {
  readonly #catalog: Pick<Catalog, 'all'>;
  readonly #servers = new Map<string, Map<string, Seen>>();

  constructor(catalog: Pick<Catalog, 'all'>) {
    this.#catalog = catalog;
  }

  /** Remembers these; false when all of them were known. */
  add(server: string, offered: readonly Offered[], at: number): boolean {
    const seen = this.#servers.get(server) ?? new Map<string, Seen>();
    let bytes = [...seen.values()].reduce((sum, one) => sum + one.offered.bytes.length, 0);
    let added = false;
    for (const one of offered) {
      const key = keyOf(one);
      bytes += one.bytes.length;
      if (seen.has(key) || this.#isOffered(server, one)) continue;
      if (seen.size >= MAX_SEEN || bytes > MAX_BYTES) break;
      seen.set(key, { offered: { ...one, bytes: Buffer.from(one.bytes) }, at, takenBack: false });
      added = true;
    }
    if (added) this.#servers.set(server, seen);
    return added;
  }

  of(server: string): readonly Glimpse[] {
    return [...(this.#servers.get(server)?.values() ?? [])];
  }

  /** The lists of a server have been read. */
  read(server: string): void {
    const seen = this.#servers.get(server);
    if (seen === undefined) return;
    const newest = Math.max(...[...this.#catalog.all(server).values()].map(({ at }) => at));
    for (const [key, one] of seen) {
      if (this.#isOffered(server, one.offered)) seen.delete(key);
      // A reading that began before it was seen says nothing about it.
      else if (newest >= one.at) seen.set(key, { ...one, takenBack: true });
    }
    if (seen.size === 0) this.#servers.delete(server);
  }

  drop(server: string, offered: Offered): void {
    this.#servers.get(server)?.delete(keyOf(offered));
  }

  removed(server: string): void {
    this.#servers.delete(server);
  }

  #isOffered(server: string, { kind, key, bytes }: Offered): boolean {
    const list: ListName | undefined = kind in LISTS ? LISTS[kind as keyof typeof LISTS] : undefined;
    if (list === undefined) return false;
    return [...this.#catalog.all(server).values()].some(({ lists }) =>
      lists[list].some((item) => item.key === key && item.bytes.equals(bytes)),
    );
  }
}

function keyOf({ kind, key, bytes }: Offered): string {
  return `${pinKey(kind, key)} ${bytes.toString('latin1')}`;
}
