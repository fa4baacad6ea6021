import type { Message } from './message.ts';

/** Who is asking: the AI app that the bearer token names. What a client says of itself is never identity. */
export interface ClientIdentity {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** The real path of the folder in which its bridge was started, as that says; over HTTP there is none. */
  readonly folder?: string | undefined;
}

/** Which endpoint was asked: `/mcp` (every server), or `/mcp/s/<server>` (one server, names untouched). */
export type Scope = { readonly kind: 'aggregate' } | { readonly kind: 'server'; readonly server: string };

/** The per-request envelope of 2026-07-28, from `params._meta`; raw JSON, as sent. */
export interface Envelope {
  readonly protocolVersion: string;
  readonly clientInfo: Buffer | undefined;
  readonly clientCapabilities: Buffer | undefined;
  readonly logLevel: string | undefined;
}

/**
 * The connection on which a request came, as the system tells of it. One object for as long as it is open: its numbers
 * are given anew after that, and then mean somebody else.
 */
export interface CallerConnection {
  readonly remoteAddress?: string | undefined;
  readonly remotePort?: number | undefined;
  readonly localPort?: number | undefined;
  readonly destroyed: boolean;
}

/**
 * One request of a client and the way back to it. The gateway makes it, the relay answers it.
 * Every method is safe to call late: after the answer, or after the client has gone, it does nothing.
 */
export interface Exchange {
  readonly client: ClientIdentity;
  readonly scope: Scope;
  readonly message: Message;
  /** Session era only. */
  readonly session: DownstreamSession | undefined;
  /** Stateless era only. */
  readonly envelope: Envelope | undefined;
  /**
   * `Mcp-Param-*` request headers (lower-case name, decoded value); stateless era only. Undefined where the client's
   * transport has no headers (stdio), so that none can be missing.
   */
  readonly paramHeaders: Readonly<Record<string, string>> | undefined;
  /** Undefined on the stdio bridge: the system tells only of the bridge, and not who started it. */
  readonly connection?: CallerConnection | undefined;
  /** The final JSON-RPC response, with the client's own id inside. `httpStatus` is for errors of the stateless era. */
  answer(bytes: Buffer, httpStatus?: number): void;
  /** A message that belongs to this request and comes before its answer: notification or request to the client. */
  interim(bytes: Buffer): void;
  /** The server ended its own stream early; the client may poll with Last-Event-ID (SEP-1699). Session era only. */
  detach(retryMs: number | undefined): void;
  /** Ends the way back without an answer: the client cancelled the request and awaits none. */
  abandon(): void;
  /** Set by the relay: the client gave this request up by closing its stream (stateless) or its session. */
  oncancel: (() => void) | undefined;
  /**
   * Set by the relay: nobody reads the answer any more and nobody came back for it, though the client did not take the
   * request back. Session era over HTTP only, where a lost connection alone is no cancellation.
   */
  onlost?: (() => void) | undefined;
}

/** A session-era session as the relay sees it. */
export interface DownstreamSession {
  readonly id: string;
  readonly client: ClientIdentity;
  readonly scope: Scope;
  readonly protocolVersion: string;
  /** `params` of the client's `initialize`, byte for byte. */
  readonly initializeParams: Buffer;
  /** For messages that belong to no request: goes on the GET stream, or waits (bounded) until there is one. */
  send(bytes: Buffer): void;
}

/** What the gateway asks of the relay. None of these throws; what is wrong is answered on the exchange. */
export interface RelayPort {
  /** The first request of a session. The relay answers it; `accept` is called before that if the session stands. */
  initialize(exchange: Exchange, accept: (protocolVersion: string) => DownstreamSession): void;
  request(exchange: Exchange): void;
  /** Notification from a session-era client. */
  notification(session: DownstreamSession, message: Message): void;
  /** Answer of a session-era client to a request of a server. */
  response(session: DownstreamSession, message: Message): void;
  /** DELETE, idle expiry, revoked token or shutdown: everything of this session ends. */
  sessionClosed(session: DownstreamSession): void;
}
