import type { Server } from 'node:http';
import { createServer } from '../upstream/http/node-http.ts';
import type { AddressInfo } from 'node:net';
import type { ClientIdentity, RelayPort } from '../relay/exchange.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { systemReason } from '../../shared/system-reason.ts';
import { Dispatch } from './dispatch.ts';
import { Endpoint } from './endpoint.ts';
import { createGuard } from './guard.ts';
import { GatewayRequest, GatewayResponse } from './http-message.ts';
import type { GatewayLimits } from './limits.ts';
import { ownRefusal } from './refusal.ts';

/** Time as the gateway needs it; milliseconds that never run backwards. */
export interface GatewayClock {
  monotonic(): number;
  /** Runs `run` once after `ms`; the answer takes it back. */
  after(ms: number, run: () => void): () => void;
}

export interface GatewayPorts {
  readonly relay: RelayPort;
  /** Which AI app the token with this SHA-256 (hex) belongs to. Asked anew for every request. */
  readonly authenticate: (tokenSha256Hex: string) => ClientIdentity | undefined;
  /** Whether `/mcp/s/<serverId>` exists for this app. */
  readonly scopeExists: (serverId: string, client: ClientIdentity) => boolean;
  /** `port` 0 lets the system choose. `allowedOrigins`: web origins that a person trusts, compared whole. */
  readonly settings: { readonly port: number; readonly allowedOrigins: readonly string[] };
  readonly limits: GatewayLimits;
  readonly clock: GatewayClock;
  readonly ids: {
    /** A session id: visible ASCII, at least 128 random bits. */
    session(): string;
  };
}

export interface GatewayStats {
  readonly connections: number;
  readonly callsInFlight: number;
  readonly sessions: number;
  readonly getStreams: number;
  /** Open event streams, those of POST included. */
  readonly streams: number;
  /** Bytes that sockets have not taken yet. */
  readonly waitingBytes: number;
  /** Bytes and events kept for sessions and slow streams. */
  readonly storedBytes: number;
  readonly storedEvents: number;
  /** Bodies being received and bodies of calls in flight. */
  readonly heldBytes: number;
  /** Connections cut because they took nothing, since the start. */
  readonly cutOff: number;
}

export interface Gateway {
  /** Binds 127.0.0.1. Codes: `port-taken`, `port-forbidden`, `listen-failed`. */
  listen(): Promise<Result<{ port: number; url: string }, ListenCode>>;
  /**
   * Stops listening, refuses new requests with `reason`, waits a bounded time for calls in flight (the relay
   * answers them), ends sessions and cuts every connection.
   */
  close(reason: string): Promise<void>;
  /** A token was revoked or replaced: the calls, streams and sessions of this app end. */
  dropClient(clientId: string): void;
  stats(): GatewayStats;
}

export type ListenCode = 'port-taken' | 'port-forbidden' | 'listen-failed';

const SWEEP_MS = 1_000;
const POLL_MS = 10;
const KEEP_ALIVE_MS = 75_000;
const CHECK_MS = 2_000;

/** Makes the endpoint that AI apps reach; nothing listens before `listen`. */
export function createGateway(ports: GatewayPorts): Gateway {
  const { limits, clock, settings } = ports;
  const dispatch = new Dispatch({
    relay: ports.relay,
    limits,
    newSessionId: () => ports.ids.session(),
    now: clock.monotonic(),
  });
  const server = createServer({
    IncomingMessage: GatewayRequest,
    ServerResponse: GatewayResponse,
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    connectionsCheckingInterval: Math.min(CHECK_MS, limits.headersTimeoutMs),
    keepAliveTimeout: KEEP_ALIVE_MS,
    // A repeated Host, Origin or Authorization must be seen as the list it is, not as its first value.
    joinDuplicateHeaders: true,
    // The guard answers a missing Host itself, with 403 like every other wrong one.
    requireHostHeader: false,
  });
  // Beyond a number of headers Node drops the rest silently, and an Origin could be among them. Bytes are bounded.
  server.maxHeadersCount = 0;
  server.maxConnections = limits.connections;

  let connections = 0;
  server.on('connection', (socket) => {
    connections++;
    socket.once('close', () => connections--);
  });

  let endpoint: Endpoint | undefined;
  let stopSweep = (): void => undefined;
  const serve = (req: GatewayRequest, res: GatewayResponse, awaited: boolean): void => {
    endpoint?.handle(req, res, awaited);
  };
  server.on('request', (req, res) => serve(req, res, false));
  server.on('checkContinue', (req, res) => serve(req, res, true));
  const sweepLater = (): void => {
    stopSweep = clock.after(SWEEP_MS, () => {
      dispatch.sweep(clock.monotonic());
      sweepLater();
    });
  };

  let closed: Promise<void> | undefined;
  const closeNow = async (reason: string): Promise<void> => {
    if (endpoint !== undefined) endpoint.closing = ownRefusal(503, reason);
    const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const until = clock.monotonic() + limits.closeMs;
    while (clock.monotonic() < until && (dispatch.openCalls > 0 || !dispatch.flow.idle))
      await new Promise<void>((resolve) => clock.after(POLL_MS, resolve));
    stopSweep();
    for (const id of dispatch.accounts.keys()) dispatch.dropClient(id, ownRefusal(503, reason));
    server.closeAllConnections();
    if (endpoint !== undefined) await stopped;
  };

  return {
    listen: () =>
      listenOn(server, settings.port, (port) => {
        endpoint = new Endpoint({
          guard: createGuard(port, settings.allowedOrigins),
          dispatch,
          authenticate: ports.authenticate,
          scopeExists: ports.scopeExists,
          limits,
          monotonic: () => clock.monotonic(),
        });
        sweepLater();
      }),
    close: (reason) => (closed ??= closeNow(reason)),
    dropClient: (clientId) => dispatch.dropClient(clientId, REVOKED),
    stats: () => {
      let heldBytes = 0;
      for (const account of dispatch.accounts.values()) heldBytes += account.heldBytes;
      return {
        connections,
        callsInFlight: dispatch.openCalls,
        sessions: dispatch.sessions.size,
        getStreams: endpoint?.getStreams ?? 0,
        streams: dispatch.flow.streams.size,
        waitingBytes: dispatch.flow.waitingBytes,
        storedBytes: dispatch.budget.bytes,
        storedEvents: dispatch.budget.events,
        heldBytes,
        cutOff: dispatch.flow.cutOff,
      };
    },
  };
}

const REVOKED = ownRefusal(
  401,
  'This client token was replaced or removed. Connect again with the new one.',
  ['WWW-Authenticate', 'Bearer'],
);

type HttpServer = Server<typeof GatewayRequest, typeof GatewayResponse>;

function listenOn(
  server: HttpServer,
  port: number,
  ready: (port: number) => void,
): Promise<Result<{ port: number; url: string }, ListenCode>> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void => resolve(listenFailure(port, error));
    server.once('error', failed);
    // Loopback of IPv4 alone: "localhost" and "[::1]" would open a second socket with its own port to guard.
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', failed);
      const chosen = (server.address() as AddressInfo).port;
      ready(chosen);
      resolve(ok({ port: chosen, url: `http://127.0.0.1:${chosen}/mcp` }));
    });
  });
}

function listenFailure(port: number, error: NodeJS.ErrnoException): Result<never, ListenCode> {
  if (error.code === 'EADDRINUSE')
    return fail(
      'port-taken',
      `Port ${port} is used by another program. End that program, or choose another port for Doorward and connect your AI apps again.`,
    );
  if (error.code === 'EACCES')
    return fail(
      'port-forbidden',
      `This system does not let Doorward use port ${port}. Choose one above 1023.`,
    );
  return fail('listen-failed', `Doorward cannot listen on port ${port}: ${systemReason(error)}.`);
}
