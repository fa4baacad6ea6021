import type {
  ConnectionEvents,
  Outbound,
  SendFailure,
  ServerTarget,
  UpstreamConnection,
} from '../connection.ts';
import { readRemote } from './address.ts';
import { HttpConnection, type HttpPorts } from './connection.ts';
import { SseConnection } from './sse-connection.ts';

const NO_OTHER_WAY = (): boolean => false;

/** Opens a Streamable HTTP connection in the era of `server`. Nothing is sent before the first `send`. */
export function openHttp(
  server: ServerTarget,
  events: ConnectionEvents,
  ports: HttpPorts,
): UpstreamConnection {
  const remote = readRemote(server, ports.client.userAgent);
  if (!remote.ok) return neverOpened('http', { code: 'protocol', message: remote.message }, events);
  return new HttpConnection(remote.value, server.era === 'stateless', events, ports, NO_OTHER_WAY);
}

/** Opens the older HTTP+SSE transport (2024-11-05): the stream at once, messages when it has named its endpoint. */
export function openSse(
  server: ServerTarget,
  events: ConnectionEvents,
  ports: HttpPorts,
): UpstreamConnection {
  const remote = readRemote(server, ports.client.userAgent);
  if (!remote.ok) return neverOpened('sse', { code: 'protocol', message: remote.message }, events);
  return new SseConnection(remote.value, events, ports, () => undefined);
}

/**
 * Opens a remote server whose transport is not known: Streamable HTTP, and when that refuses `initialize` with 400,
 * 404 or 405, HTTP+SSE (2025-11-25, transports, "Backwards Compatibility"). When neither works, the first refusal
 * is what is told.
 */
export function openRemote(
  server: ServerTarget,
  events: ConnectionEvents,
  ports: HttpPorts,
): UpstreamConnection {
  if (server.era === 'stateless') return openHttp(server, events, ports);
  const remote = readRemote(server, ports.client.userAgent);
  if (!remote.ok) return neverOpened('http', { code: 'protocol', message: remote.message }, events);
  let older: SseConnection | undefined;
  let given: number | undefined;

  const refused = (out: Outbound, giveUp: () => void): boolean => {
    if (older !== undefined) return false;
    given = out.id;
    const fallback = new SseConnection(
      remote.value,
      {
        message: (bytes, origin) => events.message(bytes, origin),
        failed: (id, failure) => events.failed(id, failure),
        detached: (id, retryMs) => events.detached(id, retryMs),
        closed: (failure) => {
          if (current === fallback) events.closed(failure);
          else giveUp();
        },
      },
      ports,
      () => {
        current = fallback;
        void http.close();
        if (given === out.id) fallback.send(out);
      },
    );
    older = fallback;
    return true;
  };
  const http = new HttpConnection(remote.value, false, events, ports, refused);
  let current: UpstreamConnection = http;

  return {
    get transport() {
      return current.transport;
    },
    get backlog() {
      return current.backlog;
    },
    send: (out) => current.send(out),
    abort(id) {
      if (id === given) given = undefined;
      current.abort(id);
    },
    initialized: (protocolVersion) => current.initialized(protocolVersion),
    async close() {
      await Promise.all([http.close(), older?.close()]);
    },
  };
}

function neverOpened(
  transport: 'http' | 'sse',
  failure: SendFailure,
  events: ConnectionEvents,
): UpstreamConnection {
  let closed = false;
  queueMicrotask(() => {
    if (!closed) events.closed(failure);
  });
  return {
    transport,
    backlog: 0,
    send(out) {
      const { id } = out;
      if (id !== undefined) queueMicrotask(() => events.failed(id, failure));
    },
    abort: () => undefined,
    initialized: () => undefined,
    close() {
      closed = true;
      return Promise.resolve();
    },
  };
}
