import type { LiveCall } from '../../../../shared/model/live.ts';

/** More apps or servers than a person could choose from are not remembered. */
const MOST = 200;

/** An AI app that has called. */
export interface AppFacet {
  readonly id: string;
  readonly name: string;
}

/** The apps and servers that calls were seen of. The arrays are the same ones until something is added. */
export class Facets {
  #apps: readonly AppFacet[] = [];
  #servers: readonly string[] = [];
  readonly #known = new Map<string, string>();
  readonly #seen = new Set<string>();

  get apps(): readonly AppFacet[] {
    return this.#apps;
  }

  get servers(): readonly string[] {
    return this.#servers;
  }

  take({ clientId, clientName, server }: LiveCall): void {
    const held = this.#known.get(clientId);
    if (held !== clientName && (held !== undefined || this.#known.size < MOST)) {
      this.#known.set(clientId, clientName);
      this.#apps = Array.from(this.#known, ([id, name]) => ({ id, name }));
    }
    if (this.#seen.has(server) || this.#seen.size >= MOST) return;
    this.#seen.add(server);
    this.#servers = [...this.#seen];
  }
}
