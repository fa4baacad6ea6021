import { eraFor, type ServerRecord } from '../../shared/model/server.ts';
import type { Catalog, Directory } from '../catalog/catalog.ts';
import type { Aggregates } from '../catalog/aggregate.ts';
import type { Trust } from '../catalog/trust.ts';
import { AskDesk } from './ask-desk.ts';
import type { Call } from './call.ts';
import { Connections, tellListsChanged } from './connections.ts';
import { type Crossing, SameEra } from './crossing.ts';
import { headersOfEdit } from './edited-headers.ts';
import type { ClientIdentity, DownstreamSession, Exchange, RelayPort } from './exchange.ts';
import { answerRefusal, ForwardedRequest, type ForwardPorts } from './forwarded-request.ts';
import { stringAt } from './framing/json-scan.ts';
import { serverHello } from './hello.ts';
import { type After, Holding, systemAfter } from './holding.ts';
import type { Ledger } from './ledger.ts';
import { Listener } from './listener.ts';
import { LOG_LEVELS, tellLevel } from './log-levels.ts';
import { capabilitiesOf, LocalAnswers, type LocalPorts, type ReadOn } from './local-answers.ts';
import { type Message, readId, rescan } from './message.ts';
import { ParkingLot } from './parking-lot.ts';
import type { Peer } from './peer.ts';
import type { PeerPool } from './peer-pool.ts';
import type { Pipeline } from './pipeline.ts';
import { QuestionGate } from './question-gate.ts';
import { QuestionRoad } from './question-road.ts';
import { errorReply, INVALID_PARAMS, INVALID_REQUEST, resultReply, toolReply } from './replies.ts';
import { resumeParked } from './resume.ts';
import type { ResultWatch } from './result-watch.ts';
import { SessionRelay } from './session-relay.ts';
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
  /** The clock by which those who wait for held messages are told so; the system's unless a test has its own. */
  readonly after?: After;
  /** How long a call waits for a client that was asked a question on behalf of a session-era server. */
  readonly parkMs: number;
  readonly version: string;
  /** Answers AI apps that find their tools on demand, and whether one does. */
  readonly demand?: LocalPorts['demand'];
  readonly onDemand?: LocalPorts['onDemand'];
  /** Lets AI apps read on in answers that were cut. */
  readonly reading?: LocalPorts['reading'];
  /** Counts what AI apps are given. */
  readonly meter?: LocalPorts['meter'];
  /** The lists of this connection may have changed: read them again. */
  readonly refresh: (peer: Peer, client: ClientIdentity) => void;
  /** Starts, in the background, what this client may use, so that lists become exact. */
  readonly warm: (servers: readonly ServerRecord[], start: (server: ServerRecord) => void) => void;
}

/** Everything between the endpoint and the servers: the way in for each message, and the choice of its road. */
export class Relay implements RelayPort {
  readonly #ports: RelayPorts;
  readonly #desk: AskDesk;
  readonly #lot: ParkingLot;
  readonly #gate: QuestionGate;
  readonly #connections: Connections;
  readonly #local: LocalAnswers;
  readonly #sessions = new Map<DownstreamSession, SessionRelay>();
  readonly #listeners = new Set<Listener>();
  readonly #forward: ForwardPorts;

  constructor(ports: RelayPorts) {
    this.#ports = ports;
    const { pipeline, ledger, directory } = ports;
    const holding = new Holding(ports.after ?? systemAfter);
    const road = new QuestionRoad({ pipeline, ledger, directory, holding });
    this.#desk = new AskDesk(road);
    this.#lot = new ParkingLot(ports.now, ports.parkMs);
    this.#gate = new QuestionGate(road, this.#lot);
    this.#connections = new Connections(ports.pool, ports.version);
    this.#local = new LocalAnswers(ports);
    this.#forward = {
      pipeline,
      ledger,
      holding,
      questions: this.#gate,
      route: (request) => this.#route(request),
      hello: (peer) => ports.trust.hello(peer.server.id, peer.hello),
      screen: ports.screen,
      diverted: (request) => resumeParked(request, this.#lot, ledger, pipeline),
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
    const { peer, owner } = this.#connections.opening(exchange, server, params);
    let gone = false;
    exchange.oncancel = () => {
      gone = true;
      this.#connections.release(peer, owner);
    };
    peer.whenReady((failure) => {
      if (gone) return;
      if (failure !== undefined) {
        this.#connections.release(peer, owner);
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
    const meant = this.#local.meant(exchange);
    if (meant?.kind === 'read') return this.#readOn(exchange, session, meant);
    if (meant?.kind === 'answer') {
      this.#ports.meter?.answered(exchange.client.id, '', meant.result);
      return exchange.answer(toolReply(id.raw, meant.result, envelope !== undefined));
    }
    const asked = meant?.message ?? message;
    // Headers that go with parameters are those of the tool that was named to the client.
    const headers = meant === undefined ? exchange.paramHeaders : undefined;
    const call = this.#openCall(exchange, session, asked, headers);
    const request = new ForwardedRequest(this.#forward, call, exchange, session);
    if (session !== undefined) session.inFlight.set(id.key, request);
    exchange.oncancel = () => request.cancel(undefined);
    exchange.onlost = () => request.lost();
    if (envelope !== undefined && ParkingLot.isResume(asked)) call.continues = this.#lot.await(request);
    request.start();
  }

  #openCall(
    exchange: Exchange,
    session: SessionRelay | undefined,
    message: Message,
    clientHeaders: Exchange['paramHeaders'],
  ): Call {
    return this.#ports.ledger.open({
      direction: 'client',
      client: exchange.client,
      scope: exchange.scope,
      envelope: exchange.envelope,
      message,
      capabilities: session?.capabilities ?? capabilitiesOf(exchange),
      clientHeaders,
      connection: exchange.connection,
      session: exchange.session,
    });
  }

  /** What an AI app reads on in was said by a server: it is on record like the answer that it was given before. */
  #readOn(exchange: Exchange, session: SessionRelay | undefined, { tool, result, server }: ReadOn): void {
    const bytes = toolReply(exchange.message.id?.raw ?? 'null', result, exchange.envelope !== undefined);
    const call = this.#openCall(exchange, session, exchange.message, undefined);
    call.name = tool;
    call.server = server === undefined ? undefined : this.#ports.directory.get(server);
    this.#ports.ledger.answered(call, rescan(bytes));
    exchange.answer(bytes);
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
    this.#ports.reading?.forget(downstream);
  }

  /** A client was removed or its token replaced: nothing of it goes on. */
  dropClient(clientId: string): void {
    this.#lot.dropClient(clientId);
    this.#ports.watch.forgetClient(clientId);
    this.#ports.demand?.forgetClient(clientId);
    this.#ports.reading?.forget(clientId);
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
      if (peer.hello.includes('"listChanged"')) tellListsChanged(downstream);
    }
  }

  #open(downstream: DownstreamSession): SessionRelay {
    const session = new SessionRelay(downstream, {
      desk: this.#desk,
      listChanged: (peer) => this.#ports.refresh(peer, downstream.client),
      release: (peer, owner) => this.#connections.release(peer, owner),
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
      return this.#local.answersForOne(exchange, (server, then) =>
        this.#connections.whileReady(exchange, server, then),
      );
    const answered = this.#local.answersForAll(exchange, session);
    if (answered && message.method === 'tools/list')
      this.#ports.warm(this.#ports.directory.visible(exchange.client), (server) =>
        this.#warm(exchange, session, server),
      );
    return answered;
  }

  #warm(exchange: Exchange, session: SessionRelay | undefined, server: ServerRecord): void {
    if (session === undefined) this.#connections.whileReady(exchange, server, () => undefined);
    else if (this.#sessions.get(session.session) === session) this.#connections.ofSession(session, server);
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
      peerFor: (record, owner) => this.#connections.forOwner(exchange, record, owner),
      release: (peer, owner) => this.#connections.release(peer, owner),
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
    const { call, session, exchange } = request;
    const { server } = call;
    if (server === undefined) throw new Error('resolve sets the server');
    if (call.edited !== undefined) call.paramHeaders = headersOfEdit(call, this.#ports.catalog);
    if (session !== undefined) {
      const peer = this.#connections.ofSession(session, server);
      return { peer, crossing: peer.server.era === 'session' ? this.#same() : new ToStateless(this.#desk) };
    }
    const { peer, owner } = this.#connections.forCall(exchange, server, (from, message) =>
      this.#gate.cancelledByServer(from, message),
    );
    request.owner = owner;
    return { peer, crossing: peer.server.era === 'stateless' ? this.#same() : new ToSession(this.#gate) };
  }

  #same(): Crossing {
    return new SameEra(this.#desk, this.#gate);
  }

  #done(request: ForwardedRequest, response: Message | undefined): void {
    const { session, exchange, peer } = request;
    const id = exchange.message.id;
    if (session !== undefined && id !== undefined && session.inFlight.get(id.key) === request)
      session.inFlight.delete(id.key);
    if (request.owner !== undefined && peer !== undefined) this.#connections.release(peer, request.owner);
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
        if (peer !== undefined) this.#connections.release(peer, session);
      }
      if (this.#local.listsDiffer(session)) tellListsChanged(downstream);
    }
  }
}
