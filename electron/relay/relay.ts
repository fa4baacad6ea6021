import { eraFor, type ServerRecord } from '../../shared/model/server.ts';
import type { Catalog, Directory } from '../catalog/catalog.ts';
import type { Aggregates } from '../catalog/aggregate.ts';
import type { Trust } from '../catalog/trust.ts';
import { AskDesk } from './ask-desk.ts';
import type { Call } from './call.ts';
import { type Crossing, SameEra } from './crossing.ts';
import type { ClientIdentity, DownstreamSession, Exchange, RelayPort } from './exchange.ts';
import { answerRefusal, ForwardedRequest, type ForwardPorts } from './forwarded-request.ts';
import { stringAt } from './framing/json-scan.ts';
import { json } from './framing/splice.ts';
import { helloFor, serverHello } from './hello.ts';
import type { Ledger } from './ledger.ts';
import { Listener } from './listener.ts';
import { LOG_LEVELS, tellLevel } from './log-levels.ts';
import { capabilitiesOf, LocalAnswers } from './local-answers.ts';
import { type Message, readId } from './message.ts';
import { ParkingLot } from './parking-lot.ts';
import type { Peer, PeerOwner } from './peer.ts';
import type { PeerPool } from './peer-pool.ts';
import type { Pipeline } from './pipeline.ts';
import { errorReply, INVALID_PARAMS, INVALID_REQUEST, resultReply } from './replies.ts';
import { resumeParked } from './resume.ts';
import type { ResultWatch } from './result-watch.ts';
import { SessionRelay } from './session-relay.ts';
import { subscribe } from './subscriptions.ts';
import { ToSession } from './to-session.ts';
import { ToStateless } from './to-stateless.ts';

export interface RelayPorts {
  readonly pipeline: Pipeline;
  readonly ledger: Ledger;
  readonly pool: PeerPool;
  readonly directory: Directory;
  readonly catalog: Catalog;
  readonly aggregates: Aggregates;
  readonly watch: ResultWatch;
  readonly trust: Pick<Trust, 'hello'>;
  /** What a client may see of a server's answer. */
  readonly screen: ForwardPorts['screen'];
  readonly now: () => number;
  /** How long a call waits for a client that was asked a question on behalf of a session-era server. */
  readonly parkMs: number;
  readonly version: string;
  /** The lists of this connection may have changed: read them again. */
  readonly refresh: (peer: Peer, client: ClientIdentity) => void;
  /** Starts, in the background, what this client may use, so that lists become exact. */
  readonly warm: (servers: readonly ServerRecord[], start: (server: ServerRecord) => void) => void;
}

/** Connections taken for one stateless exchange have nobody to tell what belongs to no request. */
const NOBODY: PeerOwner = {
  notification: () => undefined,
  ask: (peer, request) => peer.refuse(request, 'No AI app can be asked outside a call.'),
  closed: () => undefined,
};

/** Everything between the endpoint and the servers: the way in for each message, and the choice of its road. */
export class Relay implements RelayPort {
  readonly #ports: RelayPorts;
  readonly #desk: AskDesk;
  readonly #lot: ParkingLot;
  readonly #local: LocalAnswers;
  readonly #sessions = new Map<DownstreamSession, SessionRelay>();
  readonly #listeners = new Set<Listener>();
  readonly #forward: ForwardPorts;

  constructor(ports: RelayPorts) {
    this.#ports = ports;
    this.#desk = new AskDesk(ports.pipeline, ports.ledger, ports.directory);
    this.#lot = new ParkingLot(ports.now, ports.parkMs);
    this.#local = new LocalAnswers(ports);
    this.#forward = {
      pipeline: ports.pipeline,
      ledger: ports.ledger,
      route: (request) => this.#route(request),
      hello: (peer) => ports.trust.hello(peer.server.id, peer.hello),
      screen: ports.screen,
      diverted: (request) => resumeParked(request, this.#lot, ports.ledger, ports.pipeline),
      done: (request, response) => this.#done(request, response),
    };
    ports.catalog.onChange((server) => this.#catalogChanged(server));
  }

  initialize(exchange: Exchange, accept: (protocolVersion: string) => DownstreamSession): void {
    const id = exchange.message.id?.raw ?? 'null';
    const { scope, message } = exchange;
    if (message.paramsSpan === undefined)
      return exchange.answer(errorReply(id, INVALID_PARAMS, 'initialize needs params.'));
    if (scope.kind === 'aggregate') {
      const { version, result } = this.#local.initialize(exchange);
      const session = this.#open(accept(version));
      exchange.answer(resultReply(id, result));
      // The lists come next: they are put together while the client reads this.
      setImmediate(() => this.#local.prepare(session));
      return;
    }
    // The server's own handshake is the answer: its capabilities, instructions and name, untouched.
    const server = this.#ports.directory
      .visible(exchange.client)
      .find((record) => record.id === scope.server);
    if (server === undefined)
      return answerRefusal(exchange, { kind: 'hidden', sentence: `There is no server "${scope.server}".` });
    const params = Buffer.from(message.bytes.subarray(message.paramsSpan.start, message.paramsSpan.end));
    const owner: PeerOwner = { ...NOBODY };
    const era = eraFor(server, 'session');
    const peer = this.#ports.pool.acquire({
      server,
      client: exchange.client,
      hello: helloFor(server, era, params, this.#ports.version),
      owner,
      sessionBound: true,
      era,
    });
    let gone = false;
    exchange.oncancel = () => {
      gone = true;
      this.#ports.pool.release(peer, owner);
    };
    peer.whenReady((failure) => {
      if (gone) return;
      if (failure !== undefined) {
        this.#ports.pool.release(peer, owner);
        return answerRefusal(exchange, { kind: 'protocol', code: -32603, sentence: failure.message });
      }
      const hello = this.#ports.trust.hello(server.id, peer.hello);
      const { version, result } = serverHello(peer, hello, server, params);
      const session = this.#open(accept(version));
      peer.owners.delete(owner);
      peer.owners.add(session);
      session.peers.set(server.id, peer);
      if (peer.server.era === 'stateless') session.listenTo(peer);
      exchange.answer(resultReply(id, result));
    });
  }

  request(exchange: Exchange): void {
    const { message, envelope } = exchange;
    const session = exchange.session && this.#sessions.get(exchange.session);
    const id = message.id;
    if (id === undefined) return;
    if (exchange.session !== undefined && session === undefined) return exchange.abandon();
    if (message.method === 'ping' && envelope === undefined)
      return exchange.answer(resultReply(id.raw, '{}'));
    if (session?.inFlight.has(id.key))
      return exchange.answer(errorReply(id.raw, INVALID_REQUEST, 'A request with this id is still open.'));
    if (this.#answeredHere(exchange, session)) return;
    const call = this.#ports.ledger.open({
      direction: 'client',
      client: exchange.client,
      scope: exchange.scope,
      envelope,
      message,
      capabilities: session?.capabilities ?? capabilitiesOf(exchange),
      clientHeaders: exchange.paramHeaders,
    });
    const request = new ForwardedRequest(this.#forward, call, exchange, session);
    if (session !== undefined) session.inFlight.set(id.key, request);
    exchange.oncancel = () => request.cancel(undefined);
    request.start();
  }

  notification(downstream: DownstreamSession, message: Message): void {
    const session = this.#sessions.get(downstream);
    if (session === undefined) return;
    const { bytes, params } = message;
    if (message.method === 'notifications/cancelled') {
      const span = params?.get('requestId');
      const id = span && readId(bytes, span);
      if (id === undefined) return;
      session.inFlight.get(id.key)?.cancel(stringAt(bytes, params?.get('reason')));
    } else if (message.method === 'notifications/progress') {
      this.#desk.progress(session, message);
    } else if (message.method !== 'notifications/initialized') {
      // On `/mcp` nothing says for which server a notification of another kind is meant; it is not shown to all.
      const forAll = message.method === 'notifications/roots/list_changed';
      if (downstream.scope.kind === 'aggregate' && !forAll) return;
      for (const peer of session.peers.values())
        if (peer.server.era === 'session' && peer.state === 'ready') peer.notify(bytes);
    }
  }

  response(downstream: DownstreamSession, message: Message): void {
    const session = this.#sessions.get(downstream);
    if (session !== undefined) this.#desk.response(session, message);
  }

  sessionClosed(downstream: DownstreamSession): void {
    this.#sessions.get(downstream)?.end();
    this.#sessions.delete(downstream);
  }

  /** A client was removed or its token replaced: nothing of it goes on. */
  dropClient(clientId: string): void {
    this.#lot.dropClient(clientId);
    this.#ports.watch.forgetClient(clientId);
    void this.#ports.pool.closeClient(clientId);
  }

  /** A person decided about what a server offers: who is listed it on its own endpoint hears so. */
  decided(server: string): void {
    for (const listener of this.#listeners) listener.decided(server);
    for (const [downstream, session] of this.#sessions) {
      const { scope } = downstream;
      const peer = session.peers.get(server);
      if (scope.kind !== 'server' || scope.server !== server || peer === undefined) continue;
      // Only a server that may tell of changes is expected to.
      if (!peer.hello.includes('"listChanged"')) continue;
      for (const list of ['tools', 'prompts', 'resources'])
        downstream.send(json({ jsonrpc: '2.0', method: `notifications/${list}/list_changed` }));
    }
  }

  #open(downstream: DownstreamSession): SessionRelay {
    const session = new SessionRelay(downstream, {
      desk: this.#desk,
      listChanged: (peer) => this.#ports.refresh(peer, downstream.client),
      release: (peer, owner) => this.#ports.pool.release(peer, owner),
    });
    this.#sessions.set(downstream, session);
    return session;
  }

  /** Requests that need no server, or several at once. */
  #answeredHere(exchange: Exchange, session: SessionRelay | undefined): boolean {
    const { message, scope } = exchange;
    if (message.method === 'logging/setLevel' && session !== undefined && this.#setLevel(exchange, session))
      return true;
    if (message.method === 'subscriptions/listen' && exchange.envelope !== undefined)
      return this.#listen(exchange);
    if (scope.kind === 'server')
      return this.#local.answersForOne(exchange, (server, then) => this.#whileReady(exchange, server, then));
    const answered = this.#local.answersForAll(exchange, session);
    if (answered && message.method === 'tools/list')
      this.#ports.warm(this.#ports.directory.visible(exchange.client), (server) =>
        this.#warm(exchange, session, server),
      );
    return answered;
  }

  #warm(exchange: Exchange, session: SessionRelay | undefined, server: ServerRecord): void {
    if (session !== undefined) {
      if (this.#sessions.get(session.session) === session) this.#sessionPeer(session, server);
      return;
    }
    this.#whileReady(exchange, server, () => undefined);
  }

  /** Holds a connection until its handshake is over and `then` has looked at it. */
  #whileReady(exchange: Exchange, server: ServerRecord, then: (peer: Peer) => void): void {
    const owner = { ...NOBODY };
    const peer = this.#statelessPeer(exchange, server, owner);
    peer.whenReady(() => {
      then(peer);
      this.#ports.pool.release(peer, owner);
    });
  }

  /** The level counts for the session; servers of the session era are told as well. */
  #setLevel(exchange: Exchange, session: SessionRelay): boolean {
    const { message, scope } = exchange;
    const level = stringAt(message.bytes, message.params?.get('level'));
    const valid = level !== undefined && LOG_LEVELS.includes(level);
    if (valid) session.logLevel = level;
    const [peer] = session.peers.values();
    if (scope.kind === 'server' && peer?.server.era === 'session') return false;
    const id = message.id?.raw ?? 'null';
    if (!valid) exchange.answer(errorReply(id, INVALID_PARAMS, 'There is no such log level.'));
    else {
      for (const other of session.peers.values()) tellLevel(other, level);
      exchange.answer(resultReply(id, '{}'));
    }
    return true;
  }

  #listen(exchange: Exchange): boolean {
    const { scope } = exchange;
    const server = scope.kind === 'server' ? this.#ports.directory.get(scope.server) : undefined;
    if (server !== undefined && eraFor(server, 'stateless') === 'stateless') return false;
    const listener = new Listener(exchange, {
      now: this.#ports.now,
      visible: () => {
        const servers = this.#ports.directory.visible(exchange.client);
        return scope.kind === 'server' ? servers.filter((record) => record.id === scope.server) : servers;
      },
      peerFor: (record, owner) => this.#statelessPeer(exchange, record, owner),
      release: (peer, owner) => this.#ports.pool.release(peer, owner),
      refresh: (peer) => this.#ports.refresh(peer, exchange.client),
      warm: this.#ports.warm,
      uri: (uri) => this.#local.uriTarget(exchange, uri),
      ended: (ended) => this.#listeners.delete(ended),
    });
    this.#listeners.add(listener);
    listener.start();
    return true;
  }

  #route(request: ForwardedRequest): { peer: Peer; crossing: Crossing } {
    const { server } = request.call;
    if (server === undefined) throw new Error('resolve sets the server');
    const { session, exchange } = request;
    if (session !== undefined) {
      const peer = this.#sessionPeer(session, server);
      return {
        peer,
        crossing: peer.server.era === 'session' ? new SameEra(this.#desk) : new ToStateless(this.#desk),
      };
    }
    const level = exchange.envelope?.logLevel;
    const logLevel = level !== undefined && LOG_LEVELS.includes(level) ? level : undefined;
    const owner: PeerOwner = { ...NOBODY, logLevel, calls: true };
    request.owner = owner;
    const peer = this.#statelessPeer(exchange, server, owner);
    return {
      peer,
      crossing: peer.server.era === 'stateless' ? new SameEra(this.#desk) : new ToSession(this.#lot),
    };
  }

  #sessionPeer(session: SessionRelay, server: ServerRecord): Peer {
    const known = session.peers.get(server.id);
    if (known !== undefined && known.state !== 'closed') return known;
    const { client, initializeParams } = session.session;
    const era = eraFor(server, 'session');
    const hello = helloFor(server, era, initializeParams, this.#ports.version);
    const peer = this.#ports.pool.acquire({ server, client, hello, owner: session, sessionBound: true, era });
    session.peers.set(server.id, peer);
    peer.whenReady((failure) => {
      if (failure !== undefined || session.over) return;
      if (peer.server.era === 'stateless') session.listenTo(peer);
      if (session.logLevel !== undefined) tellLevel(peer, session.logLevel);
      for (const uri of session.subscriptions.of(server.id)) subscribe(peer, uri, 'resources/subscribe');
    });
    return peer;
  }

  #statelessPeer(exchange: Exchange, server: ServerRecord, owner: PeerOwner): Peer {
    const era = eraFor(server, 'stateless');
    const hello = helloFor(server, era, exchange.envelope ?? exchange.client, this.#ports.version);
    return this.#ports.pool.acquire({
      server,
      client: exchange.client,
      hello,
      owner,
      sessionBound: false,
      era,
    });
  }

  #done(request: ForwardedRequest, response: Message | undefined): void {
    const { session, exchange, peer } = request;
    const id = exchange.message.id;
    if (session !== undefined && id !== undefined && session.inFlight.get(id.key) === request)
      session.inFlight.delete(id.key);
    if (request.owner !== undefined && peer !== undefined) this.#ports.pool.release(peer, request.owner);
    if (response !== undefined) this.#learn(request.call, session, response);
  }

  #learn(call: Call, session: SessionRelay | undefined, response: Message): void {
    const server = call.server?.id;
    if (server === undefined || response.resultSpan === undefined) return;
    const { message } = call;
    if (session !== undefined && message.method === 'resources/subscribe')
      session.subscriptions.add(
        server,
        call.name,
        stringAt(message.bytes, message.params?.get('uri')) ?? call.name,
      );
    if (session !== undefined && message.method === 'resources/unsubscribe')
      session.subscriptions.delete(server, call.name);
    if (call.scope.kind === 'aggregate') this.#ports.watch.see(call.client.id, server, response);
  }

  /** Aggregated lists changed: whoever was given them hears so, in the manner of its era. */
  #catalogChanged(server: string): void {
    if (this.#ports.directory.get(server) === undefined) this.#ports.watch.forgetServer(server);
    for (const listener of this.#listeners) listener.listsChanged(server);
    for (const [downstream, session] of this.#sessions) {
      const gone = !this.#ports.directory.visible(downstream.client).some((record) => record.id === server);
      if (gone) {
        const peer = session.peers.get(server);
        session.peers.delete(server);
        if (peer !== undefined) this.#ports.pool.release(peer, session);
      }
      if (!this.#local.listsDiffer(session)) continue;
      for (const list of ['tools', 'prompts', 'resources'])
        downstream.send(json({ jsonrpc: '2.0', method: `notifications/${list}/list_changed` }));
    }
  }
}
