import { missingCase } from '../../shared/result.ts';
import type {
  ConnectionEvents,
  Connector,
  ProbeResult,
  SendFailure,
  ServerTarget,
  UpstreamConnection,
} from './connection.ts';
import type { HttpPorts } from './http/connection.ts';
import type { HttpClient } from './http/client.ts';
import { openRemote } from './http/open.ts';
import { probeHttp, type ProbePorts } from './http/probe.ts';
import type { StdioHost } from './stdio/stdio-host.ts';
import type { Supervisor } from './stdio/supervisor.ts';

export interface ConnectorPorts {
  readonly stdio: StdioHost;
  readonly http: HttpPorts & ProbePorts;
  readonly supervisor: Supervisor;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly closeHttp: () => Promise<void>;
  /** The client for requests to one server, with the sign-in to it. */
  readonly signedIn: (server: Pick<ServerTarget, 'id' | 'launch'>, client: HttpClient) => HttpClient;
}

/**
 * Opens connections of every kind under one restart policy: a server that keeps crashing is not started again
 * before its back-off is over, and hears nothing of calls meanwhile.
 */
export function createConnector(ports: ConnectorPorts): Connector {
  const { stdio, http, supervisor, now } = ports;
  const httpFor = (server: Pick<ServerTarget, 'id' | 'launch'>): ConnectorPorts['http'] => ({
    ...http,
    client: ports.signedIn(server, http.client),
  });
  let nextProcess = 1;

  const connectStdio = (server: ServerTarget, events: ConnectionEvents): UpstreamConnection => {
    const { launch } = server;
    if (launch.transport !== 'stdio') throw new Error('not a stdio server');
    const verdict = supervisor.mayStart(server.id, now());
    if (verdict.kind !== 'ok') return refused({ code: 'closed', message: verdict.message }, events);
    const process = String(nextProcess++);
    let answered = false;
    let closing = false;
    supervisor.started(server.id, process, now());
    const connection = stdio.connect(
      { id: server.id, launch },
      {
        message(bytes, origin) {
          if (!answered) {
            answered = true;
            supervisor.answered(server.id, process, now());
          }
          events.message(bytes, origin);
        },
        failed: (id, failure) => events.failed(id, failure),
        detached: (id, retryMs) => events.detached(id, retryMs),
        closed(failure) {
          if (!closing) supervisor.crashed(server.id, process, now(), failure.message);
          events.closed(failure);
        },
      },
    );
    return {
      transport: 'stdio',
      get backlog() {
        return connection.backlog;
      },
      send: (out) => connection.send(out),
      abort: (id) => connection.abort(id),
      initialized: (version) => connection.initialized(version),
      close() {
        // Ended before its first answer: it hung at the start, which counts like a crash.
        if (!closing && answered) supervisor.stopped(server.id, process, now());
        else if (!closing) supervisor.crashed(server.id, process, now(), 'It did not answer.');
        closing = true;
        return connection.close();
      },
    };
  };

  return {
    connect: (server, events) =>
      server.launch.transport === 'stdio'
        ? connectStdio(server, events)
        : openRemote(server, events, httpFor(server)),
    probe(server): Promise<ProbeResult> {
      const { id, launch } = server;
      switch (launch.transport) {
        case 'stdio':
          return stdio.probe({ id, launch });
        case 'http':
          return probeHttp({ id, launch }, httpFor(server));
        default:
          return missingCase(launch);
      }
    },
    async close() {
      await Promise.all([stdio.close(), ports.closeHttp()]);
    },
  };
}

/** A connection that never was: everything sent on it fails for the reason given. */
function refused(failure: SendFailure, events: ConnectionEvents): UpstreamConnection {
  let closed = false;
  queueMicrotask(() => {
    if (!closed) events.closed(failure);
  });
  return {
    transport: 'stdio',
    backlog: 0,
    send: () => undefined,
    abort: () => undefined,
    initialized: () => undefined,
    close() {
      closed = true;
      return Promise.resolve();
    },
  };
}
