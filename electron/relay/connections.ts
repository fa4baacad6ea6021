import { eraFor, type ServerRecord } from '../../shared/model/server.ts';
import type { DownstreamSession, Exchange } from './exchange.ts';
import { helloFor } from './hello.ts';
import { LOG_LEVELS, tellLevel } from './log-levels.ts';
import type { Message } from './message.ts';
import type { Peer, PeerOwner } from './peer.ts';
import type { PeerPool } from './peer-pool.ts';
import type { SessionRelay } from './session-relay.ts';
import { subscribe } from './subscriptions.ts';

/** Connections taken for one stateless exchange have nobody to tell what belongs to no request. */
const NOBODY: PeerOwner = {
  notification: () => undefined,
  ask: (peer, request) => peer.refuse(request, 'No AI app can be asked outside a call.'),
  closed: () => undefined,
};

/** Takes connections to servers for sessions and for single exchanges, in the way of each generation. */
export class Connections {
  readonly #pool: PeerPool;
  readonly #version: string;

  /** `version` is Doorward's own, for handshakes in its name. */
  constructor(pool: PeerPool, version: string) {
    this.#pool = pool;
    this.#version = version;
  }

  release(peer: Peer, owner: PeerOwner): void {
    this.#pool.release(peer, owner);
  }

  /** One for the handshake of a session that does not stand yet; `owner` holds it until the session does. */
  opening(exchange: Exchange, server: ServerRecord, params: Buffer): { peer: Peer; owner: PeerOwner } {
    const owner: PeerOwner = { ...NOBODY };
    const era = eraFor(server, 'session');
    const hello = helloFor(server, era, params, this.#version);
    const { client } = exchange;
    return { peer: this.#pool.acquire({ server, client, hello, owner, sessionBound: true, era }), owner };
  }

  /** The session's own; one that is gone is replaced, and hears what the session wants of it. */
  ofSession(session: SessionRelay, server: ServerRecord): Peer {
    const known = session.peers.get(server.id);
    if (known !== undefined && known.state !== 'closed') return known;
    const { client, initializeParams } = session.session;
    const era = eraFor(server, 'session');
    const hello = helloFor(server, era, initializeParams, this.#version);
    const peer = this.#pool.acquire({ server, client, hello, owner: session, sessionBound: true, era });
    session.peers.set(server.id, peer);
    peer.whenReady((failure) => {
      if (failure !== undefined || session.over) return;
      if (peer.server.era === 'stateless') session.listenTo(peer);
      if (session.logLevel !== undefined) tellLevel(peer, session.logLevel);
      for (const uri of session.subscriptions.of(server.id)) subscribe(peer, uri, 'resources/subscribe');
    });
    return peer;
  }

  /** One for `owner`, who acts for a stateless client. */
  forOwner(exchange: Exchange, server: ServerRecord, owner: PeerOwner): Peer {
    const era = eraFor(server, 'stateless');
    const { client } = exchange;
    const hello = helloFor(server, era, exchange.envelope ?? client, this.#version);
    return this.#pool.acquire({ server, client, hello, owner, sessionBound: false, era });
  }

  /** One for a single call of a stateless client, until that is over. `takenBack` hears of questions taken back. */
  forCall(
    exchange: Exchange,
    server: ServerRecord,
    takenBack: (peer: Peer, message: Message) => void,
  ): { peer: Peer; owner: PeerOwner } {
    const level = exchange.envelope?.logLevel;
    const logLevel = level !== undefined && LOG_LEVELS.includes(level) ? level : undefined;
    const notification = (peer: Peer, message: Message): void => {
      if (message.method === 'notifications/cancelled') takenBack(peer, message);
    };
    const owner: PeerOwner = { ...NOBODY, notification, logLevel, calls: true };
    return { peer: this.forOwner(exchange, server, owner), owner };
  }

  /** Holds a connection until its handshake is over and `then` has looked at it. */
  whileReady(exchange: Exchange, server: ServerRecord, then: (peer: Peer) => void): void {
    const owner = { ...NOBODY };
    const peer = this.forOwner(exchange, server, owner);
    peer.whenReady(() => {
      then(peer);
      this.#pool.release(peer, owner);
    });
  }
}

/** What a session-era client is told when lists that it was given are others now. */
export function tellListsChanged(downstream: DownstreamSession): void {
  for (const list of ['tools', 'prompts', 'resources'])
    downstream.send(Buffer.from(`{"jsonrpc":"2.0","method":"notifications/${list}/list_changed"}`));
}
