import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { isLoopback } from '../../../electron/upstream/http/client.ts';
import { openHttp } from '../../../electron/upstream/http/open.ts';
import {
  closing,
  httpPorts,
  idOf,
  json,
  Recorder,
  request,
  result,
  scripted,
  target,
  until,
} from './harness.ts';

/** A proxy that leads every tunnel to `origin`, and remembers what was asked of it. */
async function tunnelTo(origin: string): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const proxy = createServer((_incoming, response) => response.writeHead(500).end());
  proxy.on('connect', (incoming, socket: Socket) => {
    const { 'proxy-authorization': credentials, 'x-key': key } = incoming.headers;
    asked.push([incoming.url, credentials, key].join(' '));
    const inner = connect(Number(new URL(origin).port), '127.0.0.1');
    for (const end of [socket, inner]) {
      sockets.add(end);
      end.on('error', () => undefined);
    }
    inner.on('connect', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(inner).pipe(socket);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
  });
  return { url: `http://user:pw@127.0.0.1:${(proxy.address() as AddressInfo).port}`, asked };
}

test('remote servers are reached through the proxy, this machine and NO_PROXY directly', async () => {
  const server = await scripted((seen, response) => json(response, result(idOf(seen.body))));
  const proxy = await tunnelTo(server.origin);
  const ports = httpPorts({ HTTP_PROXY: proxy.url, no_proxy: 'direct.invalid' });
  const recorder = new Recorder();
  const remote = closing(
    openHttp(target('http://mcp.example.test/mcp', 'session', { 'x-key': 'k' }), recorder, ports),
  );
  for (const id of [1, 2, 3]) remote.send(request(id, 'x'));
  await until(() => recorder.messages.length === 3);
  expect(server.seen[0]?.headers).toMatchObject({ host: 'mcp.example.test', 'x-key': 'k' });
  expect(server.seen[0]?.headers['proxy-authorization']).toBeUndefined();
  const tunnels = proxy.asked.length;
  // The person's headers are for the server, not for the proxy.
  for (const asked of proxy.asked)
    expect(asked).toBe(`mcp.example.test:80 Basic ${Buffer.from('user:pw').toString('base64')} `);

  const local = closing(openHttp(target(server.url), recorder, ports));
  local.send(request(4, 'x'));
  await until(() => recorder.messages.length === 4);
  const direct = closing(openHttp(target('http://direct.invalid/mcp'), recorder, ports));
  direct.send(request(5, 'x'));
  await until(() => recorder.failures.has(5));
  expect(recorder.failures.get(5)?.message).toContain('its name cannot be looked up');
  expect(proxy.asked.length).toBe(tunnels);
});

test('a proxy setting that is no address, and a proxy that is not there, have their sentence', async () => {
  for (const proxy of ['://', 'http://127.0.0.1:1']) {
    const recorder = new Recorder();
    const connection = closing(
      openHttp(target('http://mcp.example.test/mcp'), recorder, httpPorts({ http_proxy: proxy })),
    );
    connection.send(request(1, 'x'));
    await until(() => recorder.failures.has(1));
    expect(recorder.failures.get(1)).toMatchObject({ code: 'unreachable' });
  }
});

test('what counts as this machine', () => {
  for (const origin of ['http://localhost:1', 'http://a.localhost', 'http://127.8.9.1', 'http://[::1]:80'])
    expect(isLoopback(origin)).toBe(true);
  for (const origin of ['http://127.0.0.1.evil.example', 'http://localhost.evil.example', 'https://10.0.0.1'])
    expect(isLoopback(origin)).toBe(false);
});
