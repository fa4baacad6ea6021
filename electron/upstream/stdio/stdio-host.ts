import type { StdioLaunch } from '../../../shared/model/server.ts';
import type { Result } from '../../../shared/result.ts';
import type { ConnectionEvents, ProbeResult } from '../connection.ts';
import { systemCapture } from './capture.ts';
import { childEnvironment } from './child-environment.ts';
import type { Environment } from './child-environment.ts';
import { type Prepared, prepareLaunch } from './launch.ts';
import { createPathFinder } from './login-shell-path.ts';
import type { Clock, SpawnPort } from './ports.ts';
import { probeStdio } from './probe.ts';
import type { ProbeLimits } from './probe.ts';
import { ServerJournal } from './server-journal.ts';
import { openStdio } from './stdio-connection.ts';
import type { StdioConnection, StdioTarget } from './stdio-connection.ts';
import { Watchdog } from './watchdog.ts';

export interface StdioHostPorts {
  readonly spawn: SpawnPort;
  readonly clock: Clock;
  readonly platform: NodeJS.Platform;
  /** The gateway's own environment: PATH, SHELL and the short list for servers are taken from it. */
  readonly env: Environment;
  /** The person's home folder. */
  readonly home: string;
  /**
   * A Node program for the watchdog, and with an npm beside it for servers where the machine has none:
   * `process.execPath`, or the bundled Node where the app must not act as Node.
   */
  readonly nodePath: string;
  /** Version of Doorward, for the probe's `clientInfo`. */
  readonly version: string;
  /** A new random text of letters and digits at every call. */
  readonly nonce: () => string;
  readonly probeLimits?: ProbeLimits;
  /** Longest line in bytes that a server may print; 32 MiB unless set. */
  readonly lineCap?: number;
}

/** Everything that is started as a local process, under one watchdog. */
export interface StdioHost {
  /** See `openStdio`. After `close` the connection ends at once. */
  connect(server: StdioTarget, events: ConnectionEvents): StdioConnection;
  /** See `probeStdio`. */
  probe(server: StdioTarget): Promise<ProbeResult>;
  /** See `prepareLaunch`. */
  resolve(launch: StdioLaunch): Promise<Result<Prepared>>;
  /** stderr and stray output of a server, over all its processes. */
  journal(serverId: string): ServerJournal;
  /** A server was removed: its journal goes. */
  forget(serverId: string): void;
  /** Ends every process; resolves when none is left, the watchdog included. */
  close(): Promise<void>;
}

/** Largest message that a probe takes; a greeting is small. */
const PROBE_LINE_CAP = 4 * 1024 * 1024;

/** Puts the parts of this folder together. Starts nothing before the first server is needed. */
export function createStdioHost(ports: StdioHostPorts): StdioHost {
  const { spawn, clock, platform, env, home } = ports;
  const ownPath = Object.entries(env).find(
    ([name]) => name === 'PATH' || (platform === 'win32' && name.toUpperCase() === 'PATH'),
  )?.[1];
  const plainEnv = childEnvironment(env, {}, ownPath ?? '', platform);
  const watchdog = new Watchdog({
    spawn,
    clock,
    nodePath: ports.nodePath,
    env: plainEnv,
    nonce: ports.nonce(),
  });
  const tree = { spawn, clock, platform, watchdog };
  const path = createPathFinder({
    platform,
    path: ownPath ?? '',
    shell: env['SHELL'],
    home,
    env: plainEnv,
    capture: systemCapture(tree),
    clock,
    marker: ports.nonce(),
  });
  const journals = new Map<string, ServerJournal>();
  const open = new Set<StdioConnection>();

  const journal = (serverId: string) => {
    const known = journals.get(serverId) ?? new ServerJournal();
    journals.set(serverId, known);
    return known;
  };
  const connect = (server: StdioTarget, events: ConnectionEvents, lineCap = ports.lineCap) => {
    const connection = openStdio(
      server,
      {
        message: (bytes, origin) => events.message(bytes, origin),
        failed: (id, failure) => events.failed(id, failure),
        detached: (id, retryMs) => events.detached(id, retryMs),
        closed(failure) {
          events.closed(failure);
          // `close` waits for the rest of the tree, which may outlive the connection.
          void connection.close().then(() => open.delete(connection));
        },
      },
      {
        ...tree,
        env,
        home,
        path,
        broughtNode: ports.nodePath,
        journal: journal(server.id),
        ...(lineCap === undefined ? {} : { lineCap }),
      },
    );
    open.add(connection);
    return connection;
  };

  return {
    connect: (server, events) => connect(server, events),
    probe: (server) =>
      probeStdio({
        serverId: server.id,
        open: (events) => connect(server, events, Math.min(PROBE_LINE_CAP, ports.lineCap ?? PROBE_LINE_CAP)),
        clock,
        version: ports.version,
        ...(ports.probeLimits === undefined ? {} : { limits: ports.probeLimits }),
      }),
    resolve: (launch) => prepareLaunch(launch, { platform, env, path, broughtNode: ports.nodePath }),
    journal,
    forget: (serverId) => {
      journals.delete(serverId);
    },
    async close() {
      watchdog.retire();
      await Promise.all([...open].map((connection) => connection.close()));
      await watchdog.close();
    },
  };
}
