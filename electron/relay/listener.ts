import type { ServerRecord } from '../../shared/model/server.ts';
import type { UriTarget } from '../catalog/uris.ts';
import { envelopeOf, withMeta } from './envelope.ts';
import type { Exchange } from './exchange.ts';
import { elementsOf, type Members, membersOf, stringAt } from './framing/json-scan.ts';
import { type Message, rescan } from './message.ts';
import { withoutSmuggled } from './plain-notices.ts';
import type { Peer, PeerOwner } from './peer.ts';
import { errorReply, INVALID_PARAMS, notification } from './replies.ts';
import { listenAt } from './server-stream.ts';
import { SUBSCRIPTION_KEY } from './subscription-mark.ts';
import { heldByOthers, subscribe, Subscriptions } from './subscriptions.ts';

export interface ListenerPorts {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly visible: () => readonly ServerRecord[];
  readonly peerFor: (server: ServerRecord, owner: PeerOwner) => Peer;
  readonly release: (peer: Peer, owner: PeerOwner) => void;
  readonly refresh: (peer: Peer) => void;
  /** Calls `start` for one server after the other, so that the machine stays usable. */
  readonly warm: (servers: readonly ServerRecord[], start: (server: ServerRecord) => void) => void;
  /** Where a URI leads on `/mcp`. */
  readonly uri: (uri: string) => UriTarget | undefined;
  readonly ended: (listener: Listener) => void;
}

/** A connection that is held for the stream. */
interface Held {
  readonly peer: Peer;
  readonly since: number;
  /** Closes the stream at a 2026-07-28 server. */
  stop: (() => void) | undefined;
}

const CHANGES = ['tools', 'prompts', 'resources'] as const;
const MAX_URIS = 500;
/** A server that is gone is tried again after 1, 2, 4 … 60 seconds; one that ran for a minute starts from 1 again. */
const RETRY_MS = 1000;
const MAX_RETRY_MS = 60_000;

/**
 * One `subscriptions/listen` stream of a 2026-07-28 client that Doorward serves itself: on `/mcp`, and in front of
 * session-era servers. It acknowledges first, tells only what was asked for, and marks each message with the id of
 * the listen request. It outlives its servers: one that comes back is subscribed to anew.
 */
export class Listener implements PeerOwner {
  readonly #exchange: Exchange;
  readonly #ports: ListenerPorts;
  readonly #wants = new Set<string>();
  readonly #subscriptions = new Subscriptions();
  readonly #held = new Map<string, Held>();
  readonly #waits = new Map<string, number>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #mark: ReadonlyMap<string, Buffer>;
  #over = false;
  #telling = false;

  constructor(exchange: Exchange, ports: ListenerPorts) {
    this.#exchange = exchange;
    this.#ports = ports;
    this.#mark = new Map([[SUBSCRIPTION_KEY, Buffer.from(exchange.message.id?.raw ?? 'null')]]);
  }

  start(): void {
    const { bytes, params, id } = this.#exchange.message;
    const span = params?.get('notifications');
    const filter = span && membersOf(bytes, span);
    if (filter === undefined) {
      this.#ports.ended(this);
      const sentence = 'subscriptions/listen needs "notifications".';
      return this.#exchange.answer(errorReply(id?.raw ?? 'null', INVALID_PARAMS, sentence));
    }
    this.#exchange.oncancel = () => this.#end();
    const granted: Record<string, unknown> = {};
    for (const list of CHANGES) {
      const flag = filter.get(`${list}ListChanged`);
      if (flag === undefined || bytes[flag.start] !== 0x74) continue;
      this.#wants.add(list);
      granted[`${list}ListChanged`] = true;
    }
    const uris = wantedUris(bytes, filter);
    const routed = uris.flatMap((uri) => this.#route(uri));
    if (uris.length > 0) granted['resourceSubscriptions'] = routed.map(({ uri }) => uri);
    this.#send(rescan(notification('notifications/subscriptions/acknowledged', { notifications: granted })));
    for (const { server } of routed) this.#hold(server);
    if (this.#wants.size === 0) return;
    // What tells about changed lists has to run; on `/mcp` that is every server.
    if (this.#exchange.scope.kind === 'server')
      for (const server of this.#ports.visible()) this.#hold(server);
    else this.#ports.warm(this.#ports.visible(), (server) => this.#hold(server));
  }

  /** The catalogue saw a change in what this server offers, or in whether clients may use it. */
  listsChanged(server: string): void {
    const record = this.#ports.visible().find(({ id }) => id === server);
    if (record !== undefined) this.#hold(record);
    else if (!this.#letGo(server)) return;
    // On `/mcp/s/<server>` the server's own notification is passed on.
    if (this.#exchange.scope.kind === 'aggregate') this.#tellListsOnce();
  }

  /** A person decided about what a server offers; on `/mcp` the catalogue tells of it. */
  decided(server: string): void {
    const { scope } = this.#exchange;
    if (scope.kind === 'server' && scope.server === server) this.#tellLists();
  }

  notification(peer: Peer, message: Message): void {
    const changed = /^notifications\/(tools|prompts|resources)\/list_changed$/.exec(message.method);
    if (changed?.[1] !== undefined) {
      this.#ports.refresh(peer);
      if (this.#exchange.scope.kind === 'server' && this.#wants.has(changed[1]))
        this.#send(withoutSmuggled(message));
      return;
    }
    if (message.method !== 'notifications/resources/updated') return;
    const updated = this.#subscriptions.updated(peer.server.id, message);
    if (updated !== undefined) this.#send(updated);
  }

  ask(peer: Peer, request: Message): void {
    peer.refuse(request, 'No AI app can be asked outside a call.');
  }

  holds(peer: Peer, uri: string): boolean {
    return this.#subscriptions.has(peer.server.id, uri);
  }

  closed(peer: Peer): void {
    const { id } = peer.server;
    const held = this.#held.get(id);
    if (held?.peer !== peer) return;
    this.#held.delete(id);
    this.#later(id, held.since);
  }

  #route(uri: string): { uri: string; server: ServerRecord }[] {
    const { scope } = this.#exchange;
    const target = scope.kind === 'server' ? { server: scope.server, uri } : this.#ports.uri(uri);
    const server = this.#ports.visible().find((record) => record.id === target?.server);
    if (target === undefined || server === undefined) return [];
    this.#subscriptions.add(target.server, target.uri, uri);
    return [{ uri, server }];
  }

  /** Takes a connection to a server that something is wanted of, unless there is one. */
  #hold(server: ServerRecord, again = false): void {
    const { id } = server;
    if (this.#over || this.#held.has(id) || !this.#isWanted(id)) return;
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    const peer = this.#ports.peerFor(server, this);
    const held: Held = { peer, since: this.#ports.now(), stop: undefined };
    if (peer.state === 'closed') return this.#later(id, held.since);
    this.#held.set(id, held);
    peer.whenReady((failure) => {
      if (failure !== undefined || this.#held.get(id) !== held) return;
      this.#open(id, held);
      if (!again) return;
      // Whatever the server told meanwhile, nobody heard.
      this.#ports.refresh(peer);
      if (this.#exchange.scope.kind === 'server') this.#tellLists();
    });
  }

  #open(id: string, held: Held): void {
    const uris = this.#subscriptions.of(id);
    if (held.peer.server.era === 'session') {
      for (const uri of uris) subscribe(held.peer, uri, 'resources/subscribe');
      return;
    }
    held.stop = listenAt(held.peer, {
      lists: [...this.#wants],
      uris,
      envelope: envelopeOf(this.#exchange.envelope),
      heard: (message) => this.notification(held.peer, message),
      ended: (refused) => {
        if (!refused && this.#held.get(id) === held) this.#later(id, held.since);
      },
    });
  }

  /** Tries again after a while: to connect, or only to listen where the connection stands. */
  #later(id: string, since: number): void {
    if (this.#over || this.#timers.has(id)) return;
    const lasted = this.#ports.now() - since >= MAX_RETRY_MS;
    const wait = lasted ? RETRY_MS : (this.#waits.get(id) ?? RETRY_MS);
    this.#waits.set(id, Math.min(wait * 2, MAX_RETRY_MS));
    const retry = (): void => {
      this.#timers.delete(id);
      const held = this.#held.get(id);
      if (held !== undefined) return this.#open(id, held);
      // One that clients may not use now is taken up by `listsChanged` when they may again.
      const server = this.#ports.visible().find((record) => record.id === id);
      if (server !== undefined) this.#hold(server, true);
    };
    this.#timers.set(id, setTimeout(retry, wait).unref());
  }

  #isWanted(id: string): boolean {
    return this.#wants.size > 0 || this.#subscriptions.of(id).length > 0;
  }

  /** Gives the connection to a server back; false when there is none. */
  #letGo(id: string): boolean {
    const held = this.#held.get(id);
    clearTimeout(this.#timers.get(id));
    if (!this.#timers.delete(id) && held === undefined) return false;
    if (held === undefined) return true;
    this.#held.delete(id);
    held.stop?.();
    for (const uri of this.#subscriptions.of(id))
      if (!heldByOthers(held.peer, uri, this)) subscribe(held.peer, uri, 'resources/unsubscribe');
    this.#ports.release(held.peer, this);
    return true;
  }

  /** Once for all servers of which something changed in the same moment. */
  #tellListsOnce(): void {
    if (this.#telling) return;
    this.#telling = true;
    queueMicrotask(() => {
      this.#telling = false;
      if (!this.#over) this.#tellLists();
    });
  }

  #tellLists(): void {
    for (const list of this.#wants) this.#send(rescan(notification(`notifications/${list}/list_changed`)));
  }

  #send(message: Message): void {
    this.#exchange.interim(withMeta(message, this.#mark).bytes);
  }

  #end(): void {
    this.#over = true;
    for (const id of [...this.#held.keys(), ...this.#timers.keys()]) this.#letGo(id);
    this.#ports.ended(this);
  }
}

function wantedUris(bytes: Buffer, filter: Members): string[] {
  const span = filter.get('resourceSubscriptions');
  const elements = (span && elementsOf(bytes, span, MAX_URIS)) ?? [];
  return elements.flatMap((element) => stringAt(bytes, element) ?? []);
}
