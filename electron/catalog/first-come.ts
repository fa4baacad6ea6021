interface Claims {
  /** What was claimed, and by which server. */
  readonly owner: Map<string, string>;
  /** The same by server, oldest first. */
  readonly by: Map<string, Set<string>>;
}

/**
 * Which server spoke first of a thing that a client may come back for. The first one keeps it: a server that names
 * another's resource or task gets none of its calls (attack: takeover by mention). Bounded for each pair of client
 * and server, so that a server that names very many things pushes out only its own.
 */
export class FirstCome {
  readonly #max: number;
  readonly #clients = new Map<string, Claims>();

  /** `max`: things of one server that are remembered for one client. */
  constructor(max: number) {
    this.#max = max;
  }

  /** Notes that `server` spoke of `what` to this client, unless another server did before. */
  claim(client: string, what: string, server: string): void {
    let claims = this.#clients.get(client);
    if (claims === undefined) this.#clients.set(client, (claims = { owner: new Map(), by: new Map() }));
    const { owner, by } = claims;
    if ((owner.get(what) ?? server) !== server) return;
    let theirs = by.get(server);
    if (theirs === undefined) by.set(server, (theirs = new Set()));
    theirs.delete(what);
    theirs.add(what);
    owner.set(what, server);
    if (theirs.size <= this.#max) return;
    const [oldest = ''] = theirs;
    theirs.delete(oldest);
    owner.delete(oldest);
  }

  get(client: string, what: string): string | undefined {
    return this.#clients.get(client)?.owner.get(what);
  }

  /** A server was removed: what it spoke of is free again. */
  forgetServer(server: string): void {
    for (const { owner, by } of this.#clients.values()) {
      for (const what of by.get(server) ?? []) owner.delete(what);
      by.delete(server);
    }
  }

  forgetClient(client: string): void {
    this.#clients.delete(client);
  }
}
