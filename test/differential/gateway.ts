import * as z from 'zod';
import { startHost, type TestHost } from '../fixtures/host.ts';
import type { Endpoint } from './wire/http.ts';
import type { Launch } from './wire/stdio.ts';

/** How a server is registered. */
export type Registration = Launch | { readonly url: string };

const issued = z.object({ token: z.string().min(1), url: z.url() });

/** A headless Doorward with approved servers. */
export interface Gateway {
  readonly host: TestHost;
  /** Registers, inspects and approves one server. Throws with what the command line printed. */
  readonly add: (id: string, server: Registration) => Promise<void>;
  /** Makes an identity of its own for one way, so that no process of a server is shared between two ways. */
  readonly client: (name: string) => Promise<{ readonly token: string; readonly url: string }>;
  readonly close: () => Promise<void>;
}

/** Starts a host in a profile of its own. */
export async function startGateway(): Promise<Gateway> {
  const host = await startHost();
  return {
    host,
    async add(id, server) {
      const how =
        'url' in server
          ? ['--url', server.url]
          : [
              ...Object.entries(server.env ?? {}).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
              '--',
              server.command,
              ...server.args,
            ];
      await host.must(['server', 'add', id, ...how]);
      await host.must(['server', 'inspect', id]);
      await host.must(['server', 'approve', id, '--all']);
    },
    async client(name) {
      return issued.parse(await host.must(['client', 'add', name]));
    },
    async close() {
      await host.stop();
    },
  };
}

/** The endpoint of one server. */
export const single = (gateway: Gateway, token: string, id: string): Endpoint => ({
  url: `${gateway.host.url}/mcp/s/${id}`,
  token,
});

/** The endpoint of all servers. */
export const aggregate = (gateway: Gateway, token: string): Endpoint => ({
  url: `${gateway.host.url}/mcp`,
  token,
});
