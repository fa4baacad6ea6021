import { stringAt } from './framing/json-scan.ts';
import { applySplices, json } from './framing/splice.ts';
import { type Message, rescan } from './message.ts';
import type { Peer, PeerOwner } from './peer.ts';

interface Subscription {
  readonly server: string;
  readonly uri: string;
  /** The URI as the client knows it: on `/mcp` another one where two servers share a URI. */
  readonly exposed: string;
}

/** The resources that one session or listen stream wants to hear of. */
export class Subscriptions {
  readonly #all = new Map<string, Subscription>();

  add(server: string, uri: string, exposed: string): void {
    this.#all.set(`${server} ${uri}`, { server, uri, exposed });
  }

  delete(server: string, uri: string): void {
    this.#all.delete(`${server} ${uri}`);
  }

  has(server: string, uri: string): boolean {
    return this.#all.has(`${server} ${uri}`);
  }

  /** The URIs at one server, as the server knows them. */
  of(server: string): string[] {
    return [...this.#all.values()].filter((one) => one.server === server).map(({ uri }) => uri);
  }

  clear(): void {
    this.#all.clear();
  }

  /**
   * A `resources/updated` of `server` with the URI as the client knows it; undefined when nobody asked for it.
   * Some servers report a sub-resource of what was subscribed to; the specification allows it.
   */
  updated(server: string, message: Message): Message | undefined {
    const span = message.params?.get('uri');
    const uri = stringAt(message.bytes, span);
    if (span === undefined || uri === undefined) return undefined;
    const found = this.#all.get(`${server} ${uri}`) ?? this.#above(server, uri);
    if (found === undefined) return undefined;
    if (found.exposed === found.uri) return message;
    const prefix = found.exposed.slice(0, found.exposed.length - found.uri.length);
    return rescan(applySplices(message.bytes, [{ span, bytes: json(`${prefix}${uri}`) }]));
  }

  #above(server: string, uri: string): Subscription | undefined {
    for (const one of this.#all.values())
      if (one.server === server && uri.startsWith(one.uri.endsWith('/') ? one.uri : `${one.uri}/`))
        return one;
    return undefined;
  }
}

/** True when somebody else on this connection wants to hear of a resource: then the server must go on telling. */
export function heldByOthers(peer: Peer, uri: string, except: PeerOwner): boolean {
  for (const owner of peer.owners) if (owner !== except && owner.holds?.(peer, uri) === true) return true;
  return false;
}

/** Nobody waits for what comes of it: for requests of our own whose answer changes nothing. */
export const SILENT = {
  answer: () => undefined,
  failed: () => undefined,
  interim: () => undefined,
  ask: () => undefined,
  detached: () => undefined,
};

/** Tells a session-era server that a resource is wanted, or not any more. */
export function subscribe(
  peer: Peer,
  uri: string,
  method: 'resources/subscribe' | 'resources/unsubscribe',
): void {
  if (peer.server.era === 'session' && peer.state === 'ready') peer.ask(method, json({ uri }), SILENT);
}
