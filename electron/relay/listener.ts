import type { ServerRecord } from '../../shared/model/server.ts';
import type { UriTarget } from '../catalog/uris.ts';
import { withMeta } from './envelope.ts';
import type { Exchange } from './exchange.ts';
import { elementsOf, type Members, membersOf, stringAt } from './framing/json-scan.ts';
import { type Message, rescan } from './message.ts';
import type { Peer, PeerOwner } from './peer.ts';
import { errorReply, INVALID_PARAMS, notification } from './replies.ts';
import { SUBSCRIPTION_KEY } from './subscription-mark.ts';
import { heldByOthers, subscribe, Subscriptions } from './subscriptions.ts';

export interface ListenerPorts {
  readonly visible: () => readonly ServerRecord[];
  readonly peerFor: (server: ServerRecord, owner: PeerOwner) => Peer;
  readonly release: (peer: Peer, owner: PeerOwner) => void;
  readonly refresh: (peer: Peer) => void;
  /** Where a URI leads on `/mcp`. */
  readonly uri: (uri: string) => UriTarget | undefined;
  readonly ended: (listener: Listener) => void;
}

const CHANGES = ['tools', 'prompts', 'resources'] as const;
const MAX_URIS = 500;

/**
 * One `subscriptions/listen` stream of a 2026-07-28 client that Doorward serves itself: on `/mcp`, and in front of
 * session-era servers. It acknowledges first, tells only what was asked for, and marks each message with the id of
 * the listen request.
 */
export class Listener implements PeerOwner {
  readonly #exchange: Exchange;
  readonly #ports: ListenerPorts;
  readonly #wants = new Set<string>();
  readonly #subscriptions = new Subscriptions();
  readonly #peers = new Set<Peer>();
  readonly #mark: ReadonlyMap<string, Buffer>;

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
    for (const { server, target } of routed) {
      const peer = this.#ports.peerFor(server, this);
      this.#peers.add(peer);
      peer.whenReady((failure) => {
        if (failure === undefined && this.#peers.has(peer))
          subscribe(peer, target.uri, 'resources/subscribe');
      });
    }
    // On `/mcp/s/<server>` the server's own notifications are wanted, so it has to run.
    if (this.#exchange.scope.kind === 'server' && this.#wants.size > 0)
      for (const server of this.#ports.visible()) this.#peers.add(this.#ports.peerFor(server, this));
  }

  /** The catalogue saw a change in what this server offers. */
  listsChanged(server: string): void {
    // On `/mcp/s/<server>` the server's own notification is passed on.
    if (this.#exchange.scope.kind === 'server') return;
    if (!this.#ports.visible().some((record) => record.id === server)) return;
    for (const list of this.#wants) this.#send(rescan(notification(`notifications/${list}/list_changed`)));
  }

  notification(peer: Peer, message: Message): void {
    const changed = /^notifications\/(tools|prompts|resources)\/list_changed$/.exec(message.method);
    if (changed?.[1] !== undefined) {
      this.#ports.refresh(peer);
      if (this.#exchange.scope.kind === 'server' && this.#wants.has(changed[1])) this.#send(message);
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
    this.#peers.delete(peer);
  }

  #route(uri: string): { uri: string; target: UriTarget; server: ServerRecord }[] {
    const { scope } = this.#exchange;
    const target = scope.kind === 'server' ? { server: scope.server, uri } : this.#ports.uri(uri);
    const server = this.#ports.visible().find((record) => record.id === target?.server);
    if (target === undefined || server === undefined) return [];
    this.#subscriptions.add(target.server, target.uri, uri);
    return [{ uri, target, server }];
  }

  #send(message: Message): void {
    this.#exchange.interim(withMeta(message, this.#mark).bytes);
  }

  #end(): void {
    for (const peer of this.#peers) {
      for (const uri of this.#subscriptions.of(peer.server.id))
        if (!heldByOthers(peer, uri, this)) subscribe(peer, uri, 'resources/unsubscribe');
      this.#ports.release(peer, this);
    }
    this.#peers.clear();
    this.#ports.ended(this);
  }
}

function wantedUris(bytes: Buffer, filter: Members): string[] {
  const span = filter.get('resourceSubscriptions');
  const elements = (span && elementsOf(bytes, span, MAX_URIS)) ?? [];
  return elements.flatMap((element) => stringAt(bytes, element) ?? []);
}
