import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createServer as createTls } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openHttp } from '../../../electron/upstream/http/open.ts';
import { selfSigned } from '../../fixtures/self-signed.ts';
import {
  answered,
  clockedPorts,
  closing,
  events,
  greet,
  httpPorts,
  idOf,
  json,
  Recorder,
  request,
  result,
  rpcError,
  type Script,
  scripted,
  sessionServer,
  settled,
  target,
  until,
} from './harness.ts';

// What the network does: every call ends with a sentence, and the next one works when it can.

/** A server that can be down: its port then refuses. */
async function flapping(
  script: Script,
): Promise<{ url: string; down(): Promise<void>; up(): Promise<void> }> {
  let port = 0;
  let server: Server | undefined;
  const up = async (): Promise<void> => {
    server = createServer((incoming, response) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const { method = '', url = '', headers } = incoming;
        script({ method, path: url, headers, body: Buffer.concat(chunks).toString() }, response, incoming);
      });
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  };
  const down = async (): Promise<void> => {
    if (server === undefined) return;
    server.closeAllConnections();
    const closed = once(server, 'close');
    server.close();
    server = undefined;
    await closed;
  };
  await up();
  onTestFinished(down);
  return { url: `http://127.0.0.1:${port}/mcp`, down, up };
}

test('a network that goes and comes back: calls fail with a sentence meanwhile, and the next one works', async () => {
  const server = await flapping((seen, response) => json(response, result(idOf(seen.body), { ok: true })));
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url, 'stateless'), recorder, httpPorts()));
  let id = 0;
  for (let round = 0; round < 3; round++) {
    connection.send(request(++id, 'tools/call'));
    await settled(recorder, id);
    expect(answered(recorder, id)).toBe(true);
    await server.down();
    connection.send(request(++id, 'tools/call'));
    await settled(recorder, id);
    expect(recorder.failures.get(id)).toMatchObject({ code: 'unreachable' });
    expect(recorder.failures.get(id)?.message).toMatch(/"remote"/);
    await server.up();
  }
  expect(recorder.ends).toEqual([]);
});

test.each([
  [404, ''],
  [400, rpcError(null, -32000, 'Bad Request: No valid session ID provided')],
  [400, rpcError(null, -32000, 'Server not initialized')],
])(
  'a session server that was started anew and says %s ends the connection, so that the next call opens one',
  async (status, body) => {
    let known = true;
    const server = await scripted(
      sessionServer((seen, response) => {
        if (seen.method === 'GET') response.writeHead(405).end();
        else if (known) json(response, result(idOf(seen.body), { ok: true }));
        else json(response, body, status);
      }),
    );
    const recorder = new Recorder();
    const connection = closing(openHttp(target(server.url), recorder, httpPorts()));
    await greet(connection, recorder);
    connection.send(request(2, 'tools/call'));
    await settled(recorder, 2);
    known = false;
    connection.send(request(3, 'tools/call'));
    await until(() => recorder.ends.length === 1);
    expect(recorder.ends).toMatchObject([{ code: 'session-lost' }]);
    // Whoever called hears of it: the server's own words where it has some.
    expect(recorder.failures.has(3) || recorder.messages.at(-1)?.text === body).toBe(true);
  },
);

test('a 400 about the call itself, or with words about sessions and the id of the call, ends nothing', async () => {
  const bodies = [
    (id: number) => rpcError(id, -32602, 'The session argument is missing'),
    () => rpcError(null, -32700, 'Parse error'),
    () => 'no session',
  ];
  let body = bodies[0];
  const server = await scripted(
    sessionServer((seen, response) => {
      if (seen.method === 'GET') response.writeHead(405).end();
      else json(response, body?.(idOf(seen.body)) ?? '', 400);
    }),
  );
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url), recorder, httpPorts()));
  await greet(connection, recorder);
  for (const [i, each] of bodies.entries()) {
    body = each;
    const before = recorder.messages.length + recorder.failures.size;
    connection.send(request(10 + i, 'tools/call'));
    await until(() => recorder.messages.length + recorder.failures.size > before);
  }
  expect(recorder.ends).toEqual([]);
});

test('after a sleep no socket from before it is used: what is sent there would be lost in silence', async () => {
  const asleep = new Set<Socket>();
  const server = await scripted((seen, response, incoming) => {
    // The way between has forgotten this connection: bytes arrive nowhere, and nobody says so.
    if (asleep.has(incoming.socket)) return;
    json(response, result(idOf(seen.body), { ok: true }), 200, { 'keep-alive': 'timeout=600' });
  });
  const ports = clockedPorts();
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url, 'stateless'), recorder, ports));
  connection.send(request(1, 'tools/call'));
  await settled(recorder, 1);
  connection.send(request(2, 'tools/call'));
  await settled(recorder, 2);
  // Without a sleep the socket is used again.
  expect(server.sockets.size).toBe(1);
  for (const socket of server.sockets) asleep.add(socket);
  ports.sleep(3_600_000);
  connection.send(request(3, 'tools/call'));
  await settled(recorder, 3);
  expect(answered(recorder, 3)).toBe(true);
});

test('after a sleep streams are opened anew, once each, and a call under way is not cut off', async () => {
  let streams = 0;
  let finish = (): void => undefined;
  const server = await scripted(
    sessionServer((seen, response) => {
      if (seen.method !== 'GET') {
        finish = () => json(response, result(idOf(seen.body), { ok: true }));
        return;
      }
      streams++;
      events(response).write('retry: 1\n\n');
    }),
  );
  const ports = clockedPorts();
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url), recorder, ports));
  await greet(connection, recorder);
  await until(() => streams === 1);
  connection.send(request(2, 'tools/call'));
  await until(() => server.seen.some(({ body }) => body.includes('tools/call')));
  ports.sleep(3_600_000);
  ports.beat();
  await until(() => streams === 2);
  finish();
  await settled(recorder, 2);
  expect(answered(recorder, 2)).toBe(true);
  ports.beat();
  expect([streams, recorder.ends]).toEqual([2, []]);
});

async function failureAt(url: string): Promise<string | undefined> {
  const recorder = new Recorder();
  const connection = closing(openHttp(target(url), recorder, httpPorts()));
  connection.send(request(1, 'initialize'));
  await settled(recorder, 1);
  expect(recorder.failures.get(1)?.code).toBe('unreachable');
  return recorder.failures.get(1)?.message;
}

test('TLS that does not come about has a sentence of its own: no TLS there, and a certificate nobody trusts', async () => {
  const plain = await scripted((_seen, response) => void response.end());
  const url = new URL(plain.url);
  url.protocol = 'https:';
  expect(await failureAt(url.href)).toMatch(
    /"remote" .*no encrypted connection came about \(.+\)\. Check whether/,
  );
  const server = createTls(selfSigned('localhost'), (_incoming, response) => void response.end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  expect(await failureAt(`https://localhost:${port}/mcp`)).toMatch(
    /"remote" .*certificate is not trusted \(.+\)/,
  );
});

test('a TLS handshake that is cut off, and one that never comes, end with a sentence', async () => {
  const { createServer: createTcp } = await import('node:net');
  const cut = createTcp((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.resetAndDestroy());
  }).listen(0, '127.0.0.1');
  await once(cut, 'listening');
  onTestFinished(() => void cut.close());
  expect(await failureAt(`https://localhost:${(cut.address() as AddressInfo).port}/mcp`)).toMatch(
    /"remote" cannot be reached at localhost:\d+: the connection broke/,
  );
});
