import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import { startHost } from '../fixtures/host.ts';
import { startTokenProxy } from './proxy.ts';

/** How the fixture is registered: an URL, or the command line that starts it. */
export type Upstream = { readonly url: string } | { readonly command: readonly string[] };

/** A gateway in front of the fixture, as the suite can address it. */
export interface SuiteGateway {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const clientSchema = z.object({ token: z.string().min(1) });

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

/**
 * Starts a headless host in a profile of its own, registers, inspects and approves the fixture, creates a
 * client, and puts the token proxy in front. The suite sends its own Origin, so that one is allowed.
 */
export async function startSuiteGateway(upstream: Upstream): Promise<SuiteGateway> {
  const port = await freePort();
  const allowedOrigins = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
  const host = await startHost({ port, settings: { allowedOrigins } });
  try {
    const how = 'url' in upstream ? ['--url', upstream.url] : ['--', ...upstream.command];
    await host.must(['server', 'add', 'fixture', ...how]);
    await host.must(['server', 'inspect', 'fixture']);
    await host.must(['server', 'approve', 'fixture', '--all']);
    const { token } = clientSchema.parse(await host.must(['client', 'add', 'suite']));
    const proxy = await startTokenProxy(host.port, token);
    return {
      url: `http://127.0.0.1:${proxy.port}/mcp/s/fixture`,
      async stop() {
        await proxy.close();
        await host.stop();
      },
    };
  } catch (error) {
    await host.stop();
    throw error;
  }
}
