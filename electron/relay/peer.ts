import type { Caps } from '../../shared/model/caps.ts';
import type {
  ConnectionEvents,
  Connector,
  SendFailure,
  ServerTarget,
  UpstreamConnection,
} from '../upstream/connection.ts';
import { BROADCAST } from './broadcast.ts';
import { FloodGate } from './flood-gate.ts';
import { bytesAt, membersOf, stringAt } from './framing/json-scan.ts';
import { applySplices, type Splice } from './framing/splice.ts';
import { type Message, scanMessage } from './message.ts';
import { errorReply, errorText, METHOD_NOT_FOUND, ownRequest, resultReply } from './replies.ts';
import { Silence } from './silence.ts';
import { countsAsCall, type Waiting } from './waiting.ts';
import { LISTEN, markedFor, markOf } from './subscription-mark.ts';

/** Gets what comes back for one request. After `answer` or `failed` nothing more comes. */
export interface PendingRequest {
  answer(response: Message): void;
  failed(failure: SendFailure): void;
  /** A notification that belongs to this request; its progress token is the client's own again. */
  interim(notification: Message): void;
  /** A request of the server that belongs to this request (session era). */
  ask(request: Message): void;
  detached(retryMs: number | undefined): void;
}

/** Gets what a server sends that belongs to no request. */
export interface PeerOwner {
  /** The severity from which on this owner wants log messages; undefined: it did not say. */
  readonly logLevel?: string | undefined;
  /** Holds the connection for one call of a stateless client, until that is over. */
  readonly calls?: boolean;
  notification(peer: Peer, notification: Message): void;
  ask(peer: Peer, request: Message): void;
  /** Whether this owner has subscribed to a resource of the server. */
  holds?(peer: Peer, uri: string): boolean;
  closed(peer: Peer, failure: SendFailure): void;
}

export interface RequestHeaders {
  readonly name?: string;
  readonly paramHeaders?: Readonly<Record<string, string>>;
  readonly protocolVersion?: string;
}

export interface PeerPorts {
  readonly connector: Pick<Connector, 'connect'>;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly startTimeoutMs: number;
  readonly caps: Pick<Caps, 'callsPerServer' | 'notificationsPerSecond' | 'silentSeconds'>;
  /** Called once when the connection has ended, after every pending request has been failed. */
  readonly onClosed: (peer: Peer, failure: SendFailure) => void;
  readonly onReady: (peer: Peer) => void;
  /** What a notification becomes; undefined: it, or what is none, stays as it is. Null: it goes nowhere. */
  readonly notice?: ((message: Message) => Message | null | undefined) | undefined;
  /** Something a well-behaved server does not send; for the server's own log. */
  readonly oddity: (server: string, what: string) => void;
}

const MAX_OPEN_ASKS = 64;
export const STATELESS_VERSION = '2026-07-28';

/**
 * One connection to one server with its own id space. It gives every request an id and progress token of ours
 * (unique on this connection, so that clients' ids can never meet), and routes what comes back by them.
 * What a server answers to an id that is not pending (late, twice, made up) goes nowhere.
 */
export class Peer implements ConnectionEvents {
  readonly server: ServerTarget;
  /** What the handshake was made with. */
  readonly greeting: Buffer;
  readonly owners = new Set<PeerOwner>();
  state: 'starting' | 'ready' | 'closed' = 'starting';
  /** Session era: the result of `initialize`; stateless era: the result of `server/discover`. Raw JSON. */
  hello: Buffer = Buffer.from('{}');
  failure: SendFailure | undefined;
  /** Monotonic milliseconds. */
  usedAt: number;
  /** What the server was told last with `logging/setLevel`. */
  toldLevel: string | undefined;

  readonly #ports: PeerPorts;
  readonly #connection: UpstreamConnection;
  readonly #waiting = new Map<number, Waiting>();
  readonly #openAsks = new Set<string>();
  readonly #gate: FloodGate;
  readonly #silence: Silence;
  readonly #queue: (() => void)[] = [];
  /** Calls of clients in flight; requests of our own and listen streams, which stay open, are not among them. */
  #calls = 0;
  #nextId = 1;
  #startTimer: NodeJS.Timeout | undefined;
  #whenReady: ((failure?: SendFailure) => void)[] = [];

  /** Connects and shakes hands with `initializeParams` (session era) or the envelope's `_meta` in it (stateless era). */
  constructor(ports: PeerPorts, server: ServerTarget, initializeParams: Buffer) {
    this.#ports = ports;
    this.usedAt = ports.now();
    this.server = server;
    this.greeting = initializeParams;
    this.#gate = new FloodGate(ports.now, ports.caps.notificationsPerSecond, (message, origin) =>
      this.#routeNotification(message, origin),
    );
    this.#silence = new Silence(ports, server.id, this.#waiting, (id, { request }, failure) => {
      this.cancel(id, 'No answer came in time.');
      request.failed(failure);
    });
    this.#connection = ports.connector.connect(server, this);
    this.#startTimer = setTimeout(() => {
      this.#end({
        code: 'timeout',
        message: `"${server.id}" did not answer within ${ports.startTimeoutMs / 1000} seconds of its start.`,
      });
    }, ports.startTimeoutMs);
    this.#startTimer.unref();
    this.#greet(initializeParams);
  }

  get inFlight(): number {
    return this.#waiting.size;
  }

  /** Calls of clients in flight. */
  get calls(): number {
    return this.#calls;
  }

  /**
   * Calls back when one more call may go out (`caps.callsPerServer` at once per connection); in the order of asking, and when the
   * connection has ended. Whoever is called back sends at once or not at all, so that no place is taken twice.
   */
  whenFree(then: () => void): void {
    if (
      this.state === 'closed' ||
      (this.#queue.length === 0 && this.#calls < this.#ports.caps.callsPerServer)
    )
      return then();
    this.#queue.push(then);
  }

  /** Calls back once the handshake is done, or with the reason why it never will be. */
  whenReady(then: (failure?: SendFailure) => void): void {
    if (this.state === 'starting') this.#whenReady.push(then);
    else then(this.failure);
  }

  /** Sends a client's request under an id of ours, which is returned. Only ids and progress token change. */
  request(message: Message, request: PendingRequest, headers: RequestHeaders = {}, own = false): number {
    const id = this.#nextId++;
    if (this.state === 'closed') {
      request.failed(this.failure as SendFailure);
      return id;
    }
    const ours = Buffer.from(String(id));
    const splices: Splice[] = [];
    if (message.idSpan !== undefined) splices.push({ span: message.idSpan, bytes: ours });
    const tokenSpan = message.meta?.get('progressToken');
    let token: Buffer | undefined;
    if (tokenSpan !== undefined) {
      token = Buffer.from(bytesAt(message.bytes, tokenSpan));
      splices.push({ span: tokenSpan, bytes: ours });
    }
    const { method } = message;
    const waiting: Waiting = { request, method, id: message.id?.raw ?? '0', token, own, silentMs: 0 };
    this.#waiting.set(id, waiting);
    if (countsAsCall(waiting)) this.#calls++;
    this.#silence.watch(() => this.#openAsks.size > 0);
    this.usedAt = this.#ports.now();
    this.#connection.send({
      bytes: applySplices(message.bytes, splices),
      id,
      method,
      ...(this.server.era === 'stateless' ? { protocolVersion: STATELESS_VERSION, ...headers } : {}),
    });
    return id;
  }

  /** A request of our own; `params` is JSON. */
  ask(method: string, params: Buffer, request: PendingRequest, headers: RequestHeaders = {}): number {
    return this.request(ownRequest(method, params), request, headers, true);
  }

  notify(bytes: Buffer): void {
    if (this.state !== 'closed') this.#connection.send({ bytes });
  }

  /** The answer to a request of the server; `bytes` carries the server's own id. */
  reply(askKey: string, bytes: Buffer): void {
    if (this.#openAsks.delete(askKey) && this.state !== 'closed') this.#connection.send({ bytes });
  }

  /** A question that the server took back: its id is free again. */
  forget(askKey: string): void {
    this.#openAsks.delete(askKey);
  }

  /** Tells the server that its question goes to nobody. */
  refuse(request: Message, sentence: string): void {
    this.#openAsks.delete(request.id?.key ?? '');
    if (this.state !== 'closed')
      this.#connection.send({ bytes: errorReply(request.id?.raw ?? 'null', METHOD_NOT_FOUND, sentence) });
  }

  /** Gives a request up: nothing of it is heard any more, and the server is told in the way of its era. */
  cancel(id: number, reason?: string): void {
    if (!this.#release(id) || this.state === 'closed') return;
    if (this.server.era === 'session' || this.#connection.transport === 'stdio') {
      const params = reason === undefined ? { requestId: id } : { requestId: id, reason };
      this.notify(Buffer.from(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/cancelled', params })));
    }
    this.#connection.abort(id);
  }

  async close(): Promise<void> {
    const closing = this.#connection.close();
    this.#end({ code: 'closed', message: `"${this.server.id}" was stopped.` });
    await closing;
  }

  #greet(initializeParams: Buffer): void {
    const stateless = this.server.era === 'stateless';
    const done = (result: Buffer): void => {
      clearTimeout(this.#startTimer);
      this.hello = result;
      this.state = 'ready';
      if (!stateless) {
        const version =
          stringAt(result, membersOf(result, whole(result))?.get('protocolVersion')) ?? '2025-03-26';
        this.#connection.initialized(version);
        this.notify(Buffer.from('{"jsonrpc":"2.0","method":"notifications/initialized"}'));
      }
      this.#ports.onReady(this);
      for (const then of this.#whenReady.splice(0)) then();
    };
    const failed = (failure: SendFailure): void => {
      void this.#connection.close();
      this.#end(failure);
    };
    this.ask(stateless ? 'server/discover' : 'initialize', initializeParams, {
      answer: (response) => {
        if (response.resultSpan !== undefined)
          return done(Buffer.from(bytesAt(response.bytes, response.resultSpan)));
        const said = errorText(response);
        failed({ code: 'protocol', message: `"${this.server.id}" refused the connection: ${said}` });
      },
      failed,
      interim: () => undefined,
      ask: (request) => this.refuse(request, 'Not before the handshake.'),
      detached: () => undefined,
    });
  }

  message(bytes: Buffer, origin: number | undefined): void {
    const scanned = scanMessage(bytes);
    if (!scanned.ok) {
      this.#ports.oddity(this.server.id, scanned.message);
      if (origin !== undefined)
        this.#fail(origin, {
          code: 'protocol',
          message: `"${this.server.id}" sent a broken answer: ${scanned.message}`,
        });
      return;
    }
    const noticed = this.#ports.notice?.(scanned.value);
    if (noticed === null) return;
    const message = noticed ?? scanned.value;
    if (message.kind === 'response') this.#routeAnswer(message, origin);
    else if (message.kind === 'request') this.#routeAsk(message, origin);
    else if (this.#gate.admits(message, origin)) this.#routeNotification(message, origin);
  }

  #routeAnswer(response: Message, origin: number | undefined): void {
    const named = response.id === undefined ? origin : Number(response.id.raw);
    const id =
      named !== undefined && String(named) === (response.id?.raw ?? String(named)) ? named : undefined;
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || waiting === undefined || (origin !== undefined && origin !== id)) {
      this.#ports.oddity(this.server.id, 'An answer to a request that is not open was dropped.');
      return;
    }
    this.#release(id);
    waiting.request.answer(waiting.method === LISTEN ? markedFor(response, waiting.id) : response);
  }

  #routeNotification(message: Message, origin: number | undefined): void {
    if (message.method === 'notifications/progress') {
      const span = message.params?.get('progressToken');
      const raw = span === undefined ? '' : message.bytes.toString('latin1', span.start, span.end);
      const waiting = /^[1-9]\d{0,15}$/.test(raw) ? this.#waiting.get(Number(raw)) : undefined;
      if (span === undefined || waiting?.token === undefined) return;
      waiting.silentMs = 0;
      const restored = scanMessage(applySplices(message.bytes, [{ span, bytes: waiting.token }]));
      if (restored.ok) waiting.request.interim(restored.value);
      return;
    }
    const stream = this.server.era === 'stateless' ? this.#listen(message, origin) : undefined;
    if (stream !== undefined) return stream.request.interim(markedFor(message, stream.id));
    if (!BROADCAST.has(message.method)) {
      // What came on the stream of a call that is over is nobody's: others must not hear of it.
      if (origin !== undefined && !this.#waiting.has(origin)) return;
      const related = this.#related(origin);
      if (related !== undefined) return related.request.interim(message);
    }
    for (const owner of this.owners) owner.notification(this, message);
  }

  #routeAsk(request: Message, origin: number | undefined): void {
    if (request.method === 'ping') {
      this.#connection.send({ bytes: resultReply(request.id?.raw ?? 'null', '{}') });
      return;
    }
    const key = request.id?.key ?? '';
    // An error for it would be taken for the answer to the question that has this id already.
    if (this.#openAsks.has(key))
      return this.#ports.oddity(this.server.id, 'A question whose id is in use was dropped.');
    if (this.#openAsks.size >= MAX_OPEN_ASKS) return this.refuse(request, 'Too many questions are open.');
    if (this.state === 'starting') return this.refuse(request, 'Not before the handshake.');
    if (origin !== undefined && !this.#waiting.has(origin))
      return this.refuse(request, 'The call that this question is about is over.');
    const related = this.#related(origin);
    if (related !== undefined) {
      this.#openAsks.add(key);
      return related.request.ask(request);
    }
    // Nothing says whose question this is. With one owner it is theirs; with several, asking the wrong person
    // would show one app's data to another (threat: cross-client leak), so the server hears a refusal.
    const [owner, ...others] = this.owners;
    if (owner === undefined || others.length > 0)
      return this.refuse(request, 'Doorward cannot tell which AI app this question is for.');
    this.#openAsks.add(key);
    owner.ask(this, request);
  }

  /** The call that a message belongs to: by its HTTP stream, else the only one there is. */
  #related(origin: number | undefined): Waiting | undefined {
    let found: Waiting | undefined;
    if (origin !== undefined) found = this.#waiting.get(origin);
    else if (this.#calls === 1)
      for (const waiting of this.#waiting.values()) if (countsAsCall(waiting)) found = waiting;
    if (found !== undefined) found.silentMs = 0;
    return found?.own === true ? undefined : found;
  }

  /** The listen stream of a stateless server that a notification came on or names. */
  #listen(message: Message, origin: number | undefined): Waiting | undefined {
    const waiting = this.#waiting.get(origin ?? markOf(message) ?? 0);
    return waiting?.method === LISTEN ? waiting : undefined;
  }

  #fail(id: number, failure: SendFailure): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#release(id);
    waiting.request.failed(failure);
  }

  #release(id: number): boolean {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return false;
    this.#waiting.delete(id);
    if (countsAsCall(waiting)) this.#calls--;
    // Whoever was called back may have been cancelled meanwhile and send nothing: the next one gets the place.
    while (this.#calls < this.#ports.caps.callsPerServer && this.#queue.length > 0) this.#queue.shift()?.();
    return true;
  }

  failed(id: number, failure: SendFailure): void {
    this.#fail(id, failure);
  }

  detached(id: number, retryMs: number | undefined): void {
    this.#waiting.get(id)?.request.detached(retryMs);
  }

  closed(failure: SendFailure): void {
    this.#end(failure);
  }

  #end(failure: SendFailure): void {
    if (this.state === 'closed') return;
    this.state = 'closed';
    this.failure = failure;
    clearTimeout(this.#startTimer);
    this.#gate.stop();
    this.#silence.stop();
    for (const id of this.#waiting.keys()) this.#fail(id, failure);
    for (const then of this.#queue.splice(0)) then();
    for (const then of this.#whenReady.splice(0)) then(failure);
    for (const owner of this.owners) owner.closed(this, failure);
    if (failure.code === 'timeout') void this.#connection.close();
    this.#ports.onClosed(this, failure);
  }
}

export const whole = (bytes: Buffer): { start: number; end: number } => ({ start: 0, end: bytes.length });
