import type { ClientIdentity, Scope } from '../relay/exchange.ts';
import type { Account } from './account.ts';
import type { Dispatch } from './dispatch.ts';
import { namesStateless } from './era.ts';
import { corsHeaders, type GuardVerdict, preflightHeaders, type Provenance } from './guard.ts';
import type { GatewayRequest, GatewayResponse } from './http-message.ts';
import { Intake } from './intake.ts';
import type { GatewayLimits } from './limits.ts';
import { acceptsBoth, acceptsEvents, isJson } from './media.ts';
import { badRequest, INVALID_REQUEST, ownRefusal, refuse, type Refusal } from './refusal.ts';
import { routeOf } from './route.ts';
import { primingEvent, STREAM_HEADERS } from './sse.ts';
import { StreamWriter } from './stream-writer.ts';
import { bearerDigest, FailureBucket } from './tokens.ts';

export interface EndpointPorts {
  readonly guard: (from: Provenance) => GuardVerdict;
  readonly dispatch: Dispatch;
  readonly authenticate: (tokenSha256Hex: string) => ClientIdentity | undefined;
  readonly scopeExists: (serverId: string, client: ClientIdentity) => boolean;
  readonly limits: GatewayLimits;
  readonly monotonic: () => number;
}

const BEARER = ['WWW-Authenticate', 'Bearer'];
const NOT_FOUND = ownRefusal(
  404,
  'There is nothing here. The endpoint is /mcp, or /mcp/s/ and the name of a server.',
);
const NO_TOKEN = ownRefusal(401, 'A client token is needed: Authorization: Bearer, then the token.', BEARER);
const WRONG_TOKEN = ownRefusal(
  401,
  'This client token is not valid. It may have been replaced or removed; create a new one.',
  BEARER,
);
const TOO_MANY_TRIES = ownRefusal(429, 'Too many wrong client tokens. Wait, then use the right one.', [
  'Retry-After',
  '1',
]);
const NOT_JSON = ownRefusal(415, 'The body must be application/json.');
const NOT_ACCEPTABLE = ownRefusal(406, 'Accept must list application/json and text/event-stream.');
const NO_EVENTS = ownRefusal(406, 'Accept must list text/event-stream.');
const WRONG_METHOD = ownRefusal(405, 'Only GET, POST and DELETE are answered here.', [
  'Allow',
  'GET, POST, DELETE',
]);
const POST_ONLY = ownRefusal(405, 'Revision 2026-07-28 knows only POST.', ['Allow', 'POST']);
const HEALTH_METHOD = ownRefusal(405, 'Only GET is answered here.', ['Allow', 'GET, HEAD']);
const LOST_STREAM = badRequest(
  INVALID_REQUEST,
  'Last-Event-ID names no stream of this session that is still kept.',
);
const TOO_MANY_STREAMS = ownRefusal(
  429,
  'This app has too many GET streams open at Doorward. Close some, then try again.',
);
const HEALTHY = Buffer.from('{"status":"ok"}');

/** The order of checks between a socket and a message: each request passes all of them, cheapest and safest first. */
export class Endpoint {
  readonly #ports: EndpointPorts;
  readonly #failures: FailureBucket;
  /** Set when the gateway closes: every further request is told so. */
  closing: Refusal | undefined = undefined;
  #getStreams = 0;

  constructor(ports: EndpointPorts) {
    this.#ports = ports;
    const { limits } = ports;
    this.#failures = new FailureBucket(limits.wrongTokens, limits.wrongTokensPerSecond, ports.monotonic());
  }

  get getStreams(): number {
    return this.#getStreams;
  }

  /** `awaited`: the client sent `Expect: 100-continue` and waits for leave to send its body. */
  handle(req: GatewayRequest, res: GatewayResponse, awaited: boolean): void {
    const verdict = this.#ports.guard({
      host: req.header('host'),
      origin: req.header('origin'),
      fetchSite: req.header('sec-fetch-site'),
    });
    if (!verdict.passed) return refuse(res, verdict.refusal);
    if (verdict.origin !== undefined && this.#cors(req, res, verdict.origin)) return;
    const route = routeOf(req.url);
    if (route.kind === 'health') return this.#health(req, res);
    if (route.kind === 'unknown') return refuse(res, NOT_FOUND);
    const account = this.#authenticated(req, res);
    if (account === undefined) return;
    if (route.scope.kind === 'server' && !this.#ports.scopeExists(route.scope.server, account.identity))
      return refuse(
        res,
        ownRefusal(404, `There is no server "${route.scope.server}" that this app may use.`),
      );
    if (this.closing !== undefined) return refuse(res, this.closing);
    if (req.method === 'POST') this.#post(req, res, account, route.scope, route.key, awaited);
    else if (req.method === 'GET') this.#get(req, res, account, route.key);
    else if (req.method === 'DELETE') this.#delete(req, res, account, route.key);
    else refuse(res, WRONG_METHOD);
  }

  /** For pages of an allowed origin only. True when the request was a preflight and is answered. */
  #cors(req: GatewayRequest, res: GatewayResponse, origin: string): boolean {
    for (const [name, value] of corsHeaders(origin)) res.setHeader(name, value);
    if (req.method !== 'OPTIONS') return false;
    for (const [name, value] of preflightHeaders(req.header('access-control-request-headers')))
      res.setHeader(name, value);
    res.writeHead(204);
    res.end();
    return true;
  }

  #health(req: GatewayRequest, res: GatewayResponse): void {
    if (req.method !== 'GET' && req.method !== 'HEAD') return refuse(res, HEALTH_METHOD);
    res.writeHead(200, ['Content-Type', 'application/json', 'Content-Length', String(HEALTHY.length)]);
    res.end(HEALTHY);
  }

  #authenticated(req: GatewayRequest, res: GatewayResponse): Account | undefined {
    const { authenticate, dispatch, monotonic } = this.#ports;
    const digest = bearerDigest(req.header('authorization'));
    const identity = digest === undefined ? undefined : authenticate(digest);
    if (identity !== undefined) return dispatch.account(identity);
    if (digest === undefined) refuse(res, NO_TOKEN);
    else refuse(res, this.#failures.allows(monotonic()) ? WRONG_TOKEN : TOO_MANY_TRIES);
    return undefined;
  }

  #post(
    req: GatewayRequest,
    res: GatewayResponse,
    account: Account,
    scope: Scope,
    scopeKey: string,
    awaited: boolean,
  ): void {
    if (!isJson(req.header('content-type'))) return refuse(res, NOT_JSON);
    if (!acceptsBoth(req.header('accept'))) return refuse(res, NOT_ACCEPTABLE);
    new Intake(this.#ports.dispatch, req, res, account, scope, scopeKey).start(awaited);
  }

  #get(req: GatewayRequest, res: GatewayResponse, account: Account, scopeKey: string): void {
    if (namesStateless(req.header('mcp-protocol-version'))) return refuse(res, POST_ONLY);
    if (!acceptsEvents(req.header('accept'))) return refuse(res, NO_EVENTS);
    const { dispatch, limits } = this.#ports;
    const session = dispatch.sessionOf(req, account, scopeKey);
    if ('sentence' in session) return refuse(res, session);
    const last = req.header('last-event-id');
    const place = last === undefined || last === '' ? undefined : session.store.find(last);
    if (place === undefined && last !== undefined && last !== '') return refuse(res, LOST_STREAM);
    const log = place?.log ?? session.standalone;
    // Streams of one request end with its answer; those for whatever comes stay open, and are rationed.
    const lasting = log === session.standalone ? 1 : 0;
    if (account.getStreams + lasting > limits.getStreamsPerClient || this.#getStreams >= limits.getStreams)
      return refuse(res, TOO_MANY_STREAMS);
    this.#getStreams++;
    account.getStreams += lasting;
    res.once('close', () => {
      this.#getStreams--;
      account.getStreams -= lasting;
      session.usedAt = dispatch.flow.now;
    });
    res.writeHead(200, [...STREAM_HEADERS]);
    res.flushHeaders();
    const writer = new StreamWriter(res, dispatch.flow, log);
    dispatch.flow.streams.add(writer);
    if (place === undefined && session.primes)
      writer.write(primingEvent(log.eventId(session.store.nextSeq()), limits.retryMs));
    log.attach(writer, place?.after);
  }

  #delete(req: GatewayRequest, res: GatewayResponse, account: Account, scopeKey: string): void {
    if (namesStateless(req.header('mcp-protocol-version'))) return refuse(res, POST_ONLY);
    const { dispatch } = this.#ports;
    const session = dispatch.sessionOf(req, account, scopeKey);
    if ('sentence' in session) return refuse(res, session);
    dispatch.sessions.close(session);
    res.writeHead(204);
    res.end();
  }
}
