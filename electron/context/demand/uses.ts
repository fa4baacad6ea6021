const MOST_CLIENTS = 200;
const MOST_TOOLS = 500;
const HALF_LIFE_MS = 3 * 24 * 60 * 60 * 1000;

/** How often an AI app used which tool, in memory; what was long ago counts less: half after three days. */
export class Uses {
  readonly #now: () => number;
  readonly #clients = new Map<string, Map<string, { count: number; at: number }>>();

  /** `now`: monotonic milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  add(client: string, tool: string): void {
    const tools = this.#clients.get(client) ?? new Map<string, { count: number; at: number }>();
    const count = this.of(client, tool) + 1;
    // Last in the order of the map: what was not used for longest goes first.
    tools.delete(tool);
    tools.set(tool, { count, at: this.#now() });
    dropFirst(tools, MOST_TOOLS);
    this.#clients.delete(client);
    this.#clients.set(client, tools);
    dropFirst(this.#clients, MOST_CLIENTS);
  }

  of(client: string, tool: string): number {
    const one = this.#clients.get(client)?.get(tool);
    return one === undefined ? 0 : one.count * 0.5 ** (Math.max(0, this.#now() - one.at) / HALF_LIFE_MS);
  }

  forget(client: string): void {
    this.#clients.delete(client);
  }
}

function dropFirst(map: Map<string, unknown>, most: number): void {
  if (map.size > most) map.delete(map.keys().next().value as string);
}
