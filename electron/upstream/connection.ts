import type { Era, Launch } from '../../shared/model/server.ts';

/** A message on its way to a server: one JSON-RPC message as bytes, without any framing. */
export interface Outbound {
  readonly bytes: Buffer;
  /** The id inside `bytes` when it is a request; ours, unique on this connection. */
  readonly id?: number;
  /** For the 2026-07-28 headers `Mcp-Method` and `Mcp-Name`; ignored by stdio and by session-era HTTP. */
  readonly method?: string;
  readonly name?: string;
  /** `Mcp-Param-*` headers (lower-case names), sent as they are; only for stateless HTTP. */
  readonly paramHeaders?: Readonly<Record<string, string>>;
  /** Protocol version for the `MCP-Protocol-Version` header of stateless HTTP. */
  readonly protocolVersion?: string;
}

export interface SendFailure {
  readonly code:
    | 'closed'
    | 'unreachable'
    | 'unauthorized'
    | 'session-lost'
    | 'http-status'
    | 'too-large'
    | 'protocol'
    | 'timeout';
  readonly httpStatus?: number;
  /** One sentence for people, which names the server and what to do. Never contains a secret. */
  readonly message: string;
}

export interface ConnectionEvents {
  /**
   * One complete JSON-RPC message (object) from the server, unparsed. `origin` is the id of our request on whose
   * HTTP response it came; undefined on stdio and on the GET stream, where nothing says to which call it belongs.
   */
  message(bytes: Buffer, origin: number | undefined): void;
  /** A request could not be delivered or its answer will never come. */
  failed(id: number, failure: SendFailure): void;
  /** HTTP session era: the stream of this request ended before its answer; it is being resumed with Last-Event-ID. */
  detached(id: number, retryMs: number | undefined): void;
  /** The connection is over: process exit, broken session, protocol violation beyond repair. Fires once. */
  closed(failure: SendFailure): void;
}

/** One open way to one server. It moves bytes and knows nothing about ids of others or about meaning. */
export interface UpstreamConnection {
  readonly transport: 'stdio' | 'http' | 'sse';
  send(out: Outbound): void;
  /** Gives up waiting for this request: stateless HTTP closes its stream, which is the cancellation there. */
  abort(id: number): void;
  /** After the session era's `initialize`: the version for the header, and the moment to open the GET stream. */
  initialized(protocolVersion: string): void;
  /** Ends process tree or session (DELETE); resolves when nothing of it is left. */
  close(): Promise<void>;
  /** Bytes accepted by `send` that the other side has not taken yet. */
  readonly backlog: number;
}

export interface ServerTarget {
  readonly id: string;
  readonly launch: Launch;
  readonly era: Era;
}

/** Opens connections. `connect` may throw nothing: what fails is told through `events.closed`. */
export interface Connector {
  connect(server: ServerTarget, events: ConnectionEvents): UpstreamConnection;
  /**
   * Finds out which generation a server speaks. HTTP: a 2026-07-28 `server/discover` first, on a 4xx without a
   * recognised modern error `initialize`, then HTTP+SSE. stdio: in a disposable sibling process. 401, 403 and 5xx
   * are never evidence about the era.
   */
  probe(server: Omit<ServerTarget, 'era'>): Promise<ProbeResult>;
  /** Ends everything that was started here; resolves when no child is left. */
  close(): Promise<void>;
}

export type ProbeResult =
  | { readonly ok: true; readonly era: Era; readonly transport: 'stdio' | 'http' | 'sse' }
  | { readonly ok: false; readonly failure: SendFailure };
