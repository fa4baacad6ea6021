import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { forwardedHeaders, startTokenProxy } from '../../conformance/proxy.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

async function gateway(listener: RequestListener): Promise<{ server: Server; proxy: number; port: number }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const proxy = await startTokenProxy(port, 'secret');
  open.push(() => {
    server.closeAllConnections();
    return once(server.close(), 'close');
  }, proxy.close);
  return { server, port, proxy: proxy.port };
}

const at = { proxy: 5001, gateway: 7411 };

test('only its own port becomes the port of the gateway; foreign hosts and origins stay foreign', () => {
  const sent = (raw: string[]) => Object.fromEntries(forwardedHeaders(raw, at, 't'));
  expect(sent(['Host', '127.0.0.1:5001', 'Origin', 'http://127.0.0.1:5001'])).toMatchObject({
    Host: '127.0.0.1:7411',
    Origin: 'http://127.0.0.1:7411',
  });
  expect(sent(['host', 'evil.example.com', 'ORIGIN', 'http://evil.example.com'])).toMatchObject({
    host: 'evil.example.com',
    ORIGIN: 'http://evil.example.com',
  });
  expect(sent(['Host', 'evil.example.com:5001'])).toMatchObject({ Host: 'evil.example.com:7411' });
  expect(sent(['Host', '127.0.0.1:15001', 'X-Other', 'a:5001'])).toMatchObject({
    Host: '127.0.0.1:15001',
    'X-Other': 'a:5001',
  });
});

test('the token of the client replaces whatever was sent; repeated headers survive', () => {
  const headers = forwardedHeaders(
    ['authorization', 'Bearer other', 'X-A', '1', 'X-A', '2', 'Connection', 'close'],
    at,
    't',
  );
  expect(headers).toEqual([
    ['X-A', '1'],
    ['X-A', '2'],
    ['Authorization', 'Bearer t'],
  ]);
});

test('a body arrives whole, with the token, and the answer keeps its status and headers', async () => {
  let seen: IncomingMessage | undefined;
  let body = '';
  const { proxy, port } = await gateway((req, res) => {
    seen = req;
    req.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    req.on('end', () => res.writeHead(404, { 'Mcp-Session-Id': 'abc' }).end('{"gone":true}'));
  });
  const answer = await fetch(`http://127.0.0.1:${proxy}/mcp/s/fixture?x=1`, {
    method: 'POST',
    body: 'é'.repeat(70_000),
  });
  expect([answer.status, answer.headers.get('mcp-session-id'), await answer.text()]).toEqual([
    404,
    'abc',
    '{"gone":true}',
  ]);
  expect(body).toBe('é'.repeat(70_000));
  expect(seen?.url).toBe('/mcp/s/fixture?x=1');
  expect(seen?.headers).toMatchObject({ authorization: 'Bearer secret', host: `127.0.0.1:${port}` });
});

test('an event arrives while the stream stays open, and leaving it is noticed behind the proxy', async () => {
  let left: Promise<unknown> | undefined;
  const { proxy } = await gateway((_req, res) => {
    left = once(res, 'close');
    res.writeHead(200, { 'content-type': 'text/event-stream' });
    res.write('data: first\n\n');
  });
  const req = request({ host: '127.0.0.1', port: proxy }).end();
  const [answer] = (await once(req, 'response')) as [IncomingMessage];
  const [chunk] = (await once(answer, 'data')) as [Buffer];
  expect(chunk.toString()).toBe('data: first\n\n');
  answer.on('error', () => undefined);
  req.destroy();
  await left;
});

test('a gateway that is not there gives 502', async () => {
  const { server, proxy } = await gateway(() => undefined);
  await once(server.close(), 'close');
  open.splice(0, 1);
  const answer = await fetch(`http://127.0.0.1:${proxy}/mcp`);
  expect(answer.status).toBe(502);
});
