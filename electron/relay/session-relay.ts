import { capabilitySet } from '../catalog/catalog.ts';
import type { SendFailure } from '../upstream/connection.ts';
import type { AskDesk } from './ask-desk.ts';
import type { DownstreamSession } from './exchange.ts';
import { envelopeMembers } from './envelope.ts';
import { stringAt } from './framing/json-scan.ts';
import { LOG_LEVELS } from './log-levels.ts';
import type { Message } from './message.ts';
import { withoutSmuggled } from './plain-notices.ts';
import type { Peer, PeerOwner } from './peer.ts';
import { listenAt } from './server-stream.ts';
import { heldByOthers, subscribe, Subscriptions } from './subscriptions.ts';

export interface Cancellable {
  cancel(reason: string | undefined): void;
}

/** What a session has done that a restarted server must hear again. */
export interface SessionPorts {
  readonly desk: AskDesk;
  /** A list of this server changed: what is stored of it is stale. */
  readonly listChanged: (peer: Peer, session: SessionRelay) => void;
  readonly release: (peer: Peer, owner: PeerOwner) => void;
}

/** The relay's side of one session-era session: its connections, requests in flight, subscriptions, log level. */
export class SessionRelay implements PeerOwner {
  readonly session: DownstreamSession;
  readonly capabilities: string;
  readonly peers = new Map<string, Peer>();
  /** Requests in flight by the key of the client's id. */
  readonly inFlight = new Map<string, Cancellable>();
  readonly subscriptions = new Subscriptions();
  /** The session has ended: nothing may be opened or asked for it any more. */
  over = false;
  logLevel: string | undefined;
  /** Digest of the aggregated lists as this client last heard them. */
  listed: string | undefined;
  readonly #listens = new Map<Peer, () => void>();
  readonly #ports: SessionPorts;

  constructor(session: DownstreamSession, ports: SessionPorts) {
    this.session = session;
    this.capabilities = capabilitySet(session.initializeParams);
    this.#ports = ports;
  }

  notification(peer: Peer, message: Message): void {
    switch (message.method) {
      case 'notifications/tools/list_changed':
      case 'notifications/prompts/list_changed':
      case 'notifications/resources/list_changed':
        this.#ports.listChanged(peer, this);
        // On `/mcp` the lists come from the catalogue: the client hears of the change once that has it.
        if (this.session.scope.kind === 'server') this.session.send(withoutSmuggled(message).bytes);
        return;
      case 'notifications/resources/updated': {
        const updated = this.subscriptions.updated(peer.server.id, message);
        if (updated !== undefined) this.session.send(updated.bytes);
        return;
      }
      case 'notifications/message':
        if (this.wantsLog(message)) this.session.send(message.bytes);
        return;
      case 'notifications/cancelled':
        return this.#ports.desk.cancelledByServer(peer, message);
      default:
        this.session.send(message.bytes);
    }
  }

  /** True unless the client asked for more severe log messages only. */
  wantsLog(message: Message): boolean {
    if (this.logLevel === undefined) return true;
    const level = stringAt(message.bytes, message.params?.get('level')) ?? 'info';
    return LOG_LEVELS.indexOf(level) >= LOG_LEVELS.indexOf(this.logLevel);
  }

  /**
   * Opens (again) the stream on which a 2026-07-28 server tells about changed lists and subscribed resources;
   * a session-era client expects to hear of both without asking anew.
   */
  listenTo(peer: Peer): void {
    this.#listens.get(peer)?.();
    this.#listens.delete(peer);
    let over = false;
    const stop = listenAt(peer, {
      lists: ['tools', 'prompts', 'resources'],
      uris: this.subscriptions.of(peer.server.id),
      envelope: envelopeMembers(this.session.initializeParams, undefined),
      heard: (message) => this.notification(peer, message),
      ended: () => {
        over = true;
        this.#listens.delete(peer);
      },
    });
    // A connection that has just died fails the request before it returns.
    if (!over) this.#listens.set(peer, stop);
  }

  holds(peer: Peer, uri: string): boolean {
    return this.subscriptions.has(peer.server.id, uri);
  }

  ask(peer: Peer, request: Message): void {
    this.#ports.desk.ask(this, peer, request, undefined);
  }

  closed(peer: Peer, _failure: SendFailure): void {
    if (this.peers.get(peer.server.id) === peer) this.peers.delete(peer.server.id);
    this.#ports.desk.peerClosed(peer);
  }

  /** The session is over: requests are cancelled at their servers and connections given back. */
  end(): void {
    this.over = true;
    for (const request of this.inFlight.values()) request.cancel('The session ended.');
    this.inFlight.clear();
    this.#ports.desk.sessionEnded(this);
    for (const peer of this.peers.values()) {
      // A process that goes on to another session of this app must not go on telling about this one's resources.
      for (const uri of this.subscriptions.of(peer.server.id))
        if (!heldByOthers(peer, uri, this)) subscribe(peer, uri, 'resources/unsubscribe');
      this.#listens.get(peer)?.();
      this.#ports.release(peer, this);
    }
    this.#listens.clear();
    this.peers.clear();
    this.subscriptions.clear();
  }
}
