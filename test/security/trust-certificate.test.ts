import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { connect, getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { identityOf } from '../../electron/catalog/identity/identity.ts';
import { createHttpClient } from '../../electron/upstream/http/client.ts';
import { probeHttp } from '../../electron/upstream/http/probe.ts';
import type { Launch } from '../../shared/model/server.ts';
import { selfSigned } from '../fixtures/self-signed.ts';

// A remote server is approved as a host. Somebody else who answers at its address (another network, a changed name
// server) has a certificate of their own: valid, of an authority that is trusted, and of another host.

const localhost = selfSigned('localhost');
const other = selfSigned('other.example');
const usual = getCACertificates('default');
let client: ReturnType<typeof createHttpClient>;
const servers: Server[] = [];

/** An MCP server with this certificate, and the requests that reached it. */
async function serve(certificate: {
  key: string;
  cert: string;
}): Promise<{ launch: Launch; reached: string[] }> {
  const reached: string[] = [];
  const server = createServer(certificate, (request, response) => {
    reached.push(request.url ?? '');
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { id, method } = JSON.parse(body) as { id: number; method: string };
      const result = {
        protocolVersion: '2025-11-25',
        capabilities: {},
        serverInfo: { name: 's', version: '1' },
      };
      const answer = method === 'initialize' ? { result } : { error: { code: -32601, message: 'no' } };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ jsonrpc: '2.0', id, ...answer }));
    });
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { launch: { transport: 'http', url: `https://localhost:${port}/mcp`, headers: {} }, reached };
}
const probe = (launch: Launch) =>
  probeHttp(
    { id: 'remote', launch },
    { client, random: Math.random, clientInfo: { name: 'doorward', version: '0' } },
  );

beforeAll(() => {
  // Both authorities count: what is refused is refused for the name alone.
  setDefaultCACertificates([...usual, localhost.cert, other.cert]);
  client = createHttpClient({ env: {}, userAgent: 'doorward/0' });
});
afterAll(async () => {
  setDefaultCACertificates(usual);
  await client.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

test('a server whose certificate is of its host is reached', async () => {
  const { launch, reached } = await serve(localhost);
  expect(await probe(launch)).toMatchObject({ ok: true });
  expect(reached.length).toBeGreaterThan(0);
});

test('one whose certificate is of another host is refused before anything was sent', async () => {
  const { launch, reached } = await serve(other);
  // By its own name it would do.
  const port = Number(new URL(launch.transport === 'http' ? launch.url : '').port);
  const socket = connect({ host: '127.0.0.1', port, servername: 'other.example' });
  await once(socket, 'secureConnect');
  expect(socket.authorized).toBe(true);
  socket.destroy();
  const result = await probe(launch);
  expect(result).toMatchObject({ ok: false, failure: { code: 'unreachable' } });
  expect(reached).toEqual([]);
});

test('so the host in an identity is the host of the certificate', async () => {
  const nothing = () => Promise.resolve(undefined);
  const ports = { resolve: nothing, digest: nothing, package: nothing };
  const { launch } = await serve(localhost);
  expect(await identityOf(launch, ports)).toMatchObject({ transport: 'http', host: 'localhost' });
});
