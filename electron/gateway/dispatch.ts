import type { ClientIdentity, RelayPort } from '../relay/exchange.ts';
import { type Message, scanMessage, splitBatch } from '../relay/message.ts';
import { Account } from './account.ts';
import { CallExchange } from './call-exchange.ts';
import { NO_PARAMS } from './param-headers.ts';
import { OpeningExchange } from './opening-exchange.ts';
import { eraOf, sessionVersionProblem } from './era.ts';
import { EventStore, StoreBudget, type StoreLimits } from './event-store.ts';
import { Flow } from './flow.ts';
import type { GatewayRequest, GatewayResponse } from './http-message.ts';
import type { Intake, IntakeOwner } from './intake.ts';
import type { GatewayLimits } from './limits.ts';
import { badRequest, INVALID_REQUEST, ownRefusal, PARSE_ERROR, type Refusal, refuse } from './refusal.ts';
import { Reply, type ReplyShop } from './reply.ts';
import type { Session } from './session.ts';
import { Sessions } from './sessions.ts';

const OPEN_ARRAY = 0x5b;

const NO_SESSION = badRequest(
  INVALID_REQUEST,
  'The header Mcp-Session-Id is missing. Call initialize first.',
);
const UNKNOWN_SESSION = ownRefusal(
  404,
  'There is no such session. It ended, or it was never yours. Call initialize.',
);
const NO_BATCH = badRequest(INVALID_REQUEST, 'Only sessions of revision 2025-03-26 may send batches.');
const NO_ROOM = ownRefusal(
  429,
  'This app has too many sessions in use at Doorward. End some (DELETE), then try again.',
);

export interface DispatchPorts {
  readonly relay: RelayPort;
  readonly limits: GatewayLimits;
  readonly newSessionId: () => string;
  /** Monotonic ms now. */
  readonly now: number;
}

/** What happens to a message once it has arrived whole: which era, which session, and on to the relay. */
export class Dispatch implements IntakeOwner {
  readonly bodyBytes: number;
  readonly heldBytesPerClient: number;
  readonly sessions: Sessions;
  readonly flow: Flow;
  readonly budget: StoreBudget;
  readonly accounts = new Map<string, Account>();
  readonly #relay: RelayPort;
  readonly #limits: GatewayLimits;
  readonly #newSessionId: () => string;
  readonly #storeLimits: StoreLimits;
  readonly #shop: ReplyShop;

  constructor(ports: DispatchPorts) {
    const { limits } = ports;
    this.#relay = ports.relay;
    this.#limits = limits;
    this.#newSessionId = ports.newSessionId;
    this.bodyBytes = limits.bodyBytes;
    this.heldBytesPerClient = limits.heldBytesPerClient;
    this.sessions = new Sessions(ports.relay, limits.sessionsPerClient);
    this.flow = new Flow(limits.waitingBytesTotal, limits.stallMs, ports.now);
    this.budget = new StoreBudget(limits.storedBytesTotal);
    this.#storeLimits = { events: limits.storedEvents, bytes: limits.storedBytes };
    this.#shop = {
      flow: this.flow,
      budget: this.budget,
      storeLimits: this.#storeLimits,
      retryMs: limits.retryMs,
    };
  }

  /** The account of the app that a token names. */
  account(identity: ClientIdentity): Account {
    const known = this.accounts.get(identity.id);
    if (known !== undefined) {
      known.identity = identity;
      return known;
    }
    const account = new Account(identity);
    this.accounts.set(identity.id, account);
    return account;
  }

  received(post: Intake, body: Buffer): void {
    if (post.account.dropped !== undefined) return refuse(post.res, post.account.dropped);
    if (firstByte(body) === OPEN_ARRAY) return this.#batch(post, body);
    const scanned = scanMessage(body);
    if (!scanned.ok) {
      const code = scanned.code === 'parse' ? PARSE_ERROR : INVALID_REQUEST;
      return refuse(post.res, badRequest(code, scanned.message));
    }
    const message = scanned.value;
    const era = eraOf(message, post.req.headers);
    if (era.era === 'refused') return refuse(post.res, era.refusal, message.id?.raw);
    if (era.era === 'stateless') {
      // The stateless era has no notifications from clients over HTTP: accepted, and there is nobody to tell.
      if (message.kind !== 'request') return accepted(post.res);
      const full = this.#full(post.account, 1);
      if (full !== undefined) return refuse(post.res, full, message.id?.raw);
      const reply = new Reply(this.#shop, post.res, undefined, undefined);
      const { account, scope } = post;
      const call = new CallExchange(
        reply,
        account,
        scope,
        message,
        undefined,
        era.envelope,
        era.paramHeaders,
      );
      reply.caller = call;
      return this.#relay.request(call);
    }
    this.#sessionMessage(post, message);
  }

  /** The session that a request names, or why there is none. */
  sessionOf(req: GatewayRequest, account: Account, scopeKey: string): Session | Refusal {
    const id = req.header('mcp-session-id');
    if (id === undefined || id === '') return NO_SESSION;
    const session = this.sessions.find(id, account, scopeKey);
    if (session === undefined) return UNKNOWN_SESSION;
    const version = req.header('mcp-protocol-version');
    if (version !== session.protocolVersion) {
      const problem = sessionVersionProblem(version);
      if (problem !== undefined) return problem;
    }
    session.usedAt = this.flow.now;
    return session;
  }

  /** Everything of this app ends: its calls, streams and sessions. */
  dropClient(clientId: string, why: Refusal): void {
    const account = this.accounts.get(clientId);
    if (account === undefined) return;
    account.dropped = why;
    this.accounts.delete(clientId);
    for (const call of account.calls) call.cancel(why);
    for (const session of account.sessions) this.sessions.close(session);
  }

  /** Once a second or so: long waits become streams, quiet streams get a comment, what is unused goes. */
  sweep(now: number): void {
    const limits = this.#limits;
    this.flow.sweep(now);
    for (const account of this.accounts.values())
      for (const call of account.calls) {
        const { reply } = call;
        if (reply.waiting && now - reply.startedAt >= limits.streamAfterMs) reply.startStream();
        const left = reply.unreadSince;
        if (left !== undefined && now - left >= limits.comeBackMs) call.lost();
      }
    this.flow.keepAlive(now - limits.keepAliveMs);
    this.sessions.sweep(now - limits.sessionIdleMs, now - limits.retainMs);
  }

  /** Calls in flight of all apps. */
  get openCalls(): number {
    let open = 0;
    for (const account of this.accounts.values()) open += account.calls.size;
    return open;
  }

  #sessionMessage(post: Intake, message: Message): void {
    const { res, req, account } = post;
    if (message.kind === 'request' && message.method === 'initialize') return this.#initialize(post, message);
    const session = this.sessionOf(req, account, post.scopeKey);
    if ('sentence' in session) return refuse(res, session, message.id?.raw);
    if (message.kind !== 'request') {
      this.#tell(session, message);
      return accepted(res);
    }
    const full = this.#full(account, 1);
    if (full !== undefined) return refuse(res, full, message.id?.raw);
    const reply = new Reply(this.#shop, res, session, undefined);
    this.#relay.request(new CallExchange(reply, account, post.scope, message, session, undefined, NO_PARAMS));
  }

  #tell(session: Session, message: Message): void {
    if (message.kind === 'notification') this.#relay.notification(session, message);
    else this.#relay.response(session, message);
  }

  #initialize(post: Intake, message: Message): void {
    const { res, req, account, scope, scopeKey } = post;
    const problem =
      sessionVersionProblem(req.header('mcp-protocol-version')) ??
      this.#full(account, 1) ??
      (this.sessions.makeRoom(account) ? undefined : NO_ROOM);
    if (problem !== undefined) return refuse(res, problem, message.id?.raw);
    const reply = new Reply(this.#shop, res, undefined, undefined);
    const store = new EventStore(this.#storeLimits, this.budget, true);
    const call = new OpeningExchange(reply, account, scope, message, {
      id: this.#newSessionId(),
      scopeKey,
      store,
      sessions: this.sessions,
    });
    this.#relay.initialize(call, (protocolVersion) => call.accept(protocolVersion));
  }

  /** Revision 2025-03-26 only. Answered together: an array, or one event stream. */
  #batch(post: Intake, body: Buffer): void {
    const { res, req, account, scope } = post;
    const session = this.sessionOf(req, account, post.scopeKey);
    if ('sentence' in session) return refuse(res, session);
    if (!session.batches) return refuse(res, NO_BATCH);
    const split = splitBatch(body, this.#limits.batchMessages);
    if (split === undefined || !split.ok) {
      const parse = split !== undefined && split.code === 'parse';
      return refuse(
        res,
        badRequest(parse ? PARSE_ERROR : INVALID_REQUEST, split?.message ?? 'The batch is no array.'),
      );
    }
    const messages = split.value;
    const requests = messages.filter((message) => message.kind === 'request');
    if (requests.some((message) => message.method === 'initialize'))
      return refuse(res, badRequest(INVALID_REQUEST, 'initialize may not be part of a batch.'));
    if (messages.some((message) => eraOf(message, NO_HEADERS).era !== 'session'))
      return refuse(res, NO_BATCH);
    const full = this.#full(account, requests.length);
    if (full !== undefined) return refuse(res, full);
    const reply = requests.length === 0 ? undefined : new Reply(this.#shop, res, session, requests.length);
    for (const message of messages) {
      if (reply === undefined || message.kind !== 'request') this.#tell(session, message);
      else
        this.#relay.request(new CallExchange(reply, account, scope, message, session, undefined, NO_PARAMS));
    }
    if (reply === undefined) accepted(res);
  }

  #full(account: Account, more: number): Refusal | undefined {
    const { callsPerClient } = this.#limits;
    if (account.calls.size + more <= callsPerClient) return undefined;
    return ownRefusal(
      429,
      `This app has ${account.calls.size} calls in flight, and ${callsPerClient} are allowed. Wait for some to finish, then try again.`,
      ['Retry-After', '1'],
    );
  }
}

const NO_HEADERS = {};

function accepted(res: GatewayResponse): void {
  res.attendant = undefined;
  res.writeHead(202, ['Content-Length', '0']);
  res.end();
}

function firstByte(body: Buffer): number | undefined {
  for (const byte of body) if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte;
  return undefined;
}
