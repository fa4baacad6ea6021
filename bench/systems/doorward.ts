import { ok } from '../../shared/result.ts';
import { addClient, addServer, startDoorward, type DoorwardHost } from './doorward-host.ts';
import { STDIO_UPSTREAM } from './paths.ts';
import type { System, Upstream } from './system.ts';

/** Ids under which the two upstream servers are registered. */
const SERVER: Readonly<Record<Upstream, string>> = { http: 'up', stdio: 'ups' };

/** A host with both upstream servers approved, and what a client needs to use it. */
export interface DoorwardSetup {
  readonly host: DoorwardHost;
  readonly headers: Record<string, string>;
  /** Address of one server, untouched. */
  serverUrl(upstream: Upstream): string;
}

/** Starts a host on a fresh profile and registers, inspects and approves the two upstream servers. */
export async function setUpDoorward(
  home: string,
  upstreamPort: number,
  node: readonly string[] = [],
): Promise<DoorwardSetup> {
  const host = await startDoorward(home, node);
  try {
    await addServer(host, SERVER.http, ['--url', `http://127.0.0.1:${upstreamPort}/mcp`]);
    await addServer(host, SERVER.stdio, ['--', process.execPath, STDIO_UPSTREAM]);
    const headers = await addClient(host);
    return { host, headers, serverUrl: (upstream) => `${host.url}/s/${SERVER[upstream]}` };
  } catch (error) {
    await host.end();
    throw error;
  }
}

/** Doorward as clients see it: `doorward` is one server untouched, `doorward-all` the aggregate of both. */
export function createDoorward(setup: DoorwardSetup): readonly [System, System] {
  const { host, headers } = setup;
  const close = () => host.end();
  return [
    {
      name: 'doorward',
      about: 'Doorward with its log on, one server untouched (/mcp/s/<server>)',
      async target(upstream) {
        const url = setup.serverUrl(upstream);
        return ok({ process: host.pid, connect: { kind: 'streamable', url, headers } });
      },
      close,
    },
    {
      name: 'doorward-all',
      about: 'Doorward with its log on, every server at once (/mcp)',
      sizes: ['line'],
      async target() {
        return ok({ process: host.pid, connect: { kind: 'streamable', url: host.url, headers } });
      },
      close,
    },
  ];
}
