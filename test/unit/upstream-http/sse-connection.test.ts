import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { openRemote, openSse } from '../../../electron/upstream/http/open.ts';
import {
  closing,
  events,
  httpPorts,
  idOf,
  INITIALIZED,
  json,
  Recorder,
  request,
  result,
  rpcError,
  type Script,
  scripted,
  target,
  until,
} from './harness.ts';

/** A 2024-11-05 server: GET /mcp streams, POST /messages answers on that stream. */
function olderServer(endpoint = '/messages?session=1'): Script {
  let stream: ServerResponse | undefined;
  return (seen, response) => {
    if (seen.method === 'GET') {
      stream = events(response);
      stream.write(`event: endpoint\ndata: ${endpoint}\n\n`);
    } else if (seen.path.startsWith('/messages')) {
      response.writeHead(202).end('Accepted');
      if (seen.body.includes('"id"')) stream?.write(`event: message\ndata: ${result(idOf(seen.body))}\n\n`);
    } else {
      response.writeHead(405).end();
    }
  };
}

test('messages wait for the endpoint, go there, and answers come without origin', async () => {
  const server = await scripted(olderServer());
  const recorder = new Recorder();
  const connection = closing(openSse(target(server.url, 'session', { 'x-key': 'k' }), recorder, httpPorts()));
  connection.send(request(1, 'initialize'));
  await until(() => recorder.messages.length === 1);
  connection.initialized('2024-11-05');
  connection.send(INITIALIZED);
  connection.send(request(2, 'tools/list'));
  await until(() => recorder.messages.length === 2 && connection.backlog === 0);
  expect(recorder.messages).toEqual([
    { text: result(1), origin: undefined },
    { text: result(2), origin: undefined },
  ]);
  for (const seen of server.seen) expect(seen.headers['x-key']).toBe('k');
  expect(server.seen.slice(1).map((seen) => seen.path)).toEqual(Array(3).fill('/messages?session=1'));
  expect(server.seen.at(-1)?.headers['mcp-protocol-version']).toBe('2024-11-05');
  expect(connection.transport).toBe('sse');
});

test('an endpoint in another origin is refused and never called', async () => {
  const thief = await scripted((_seen, response) => void response.end());
  for (const endpoint of [
    `${thief.origin}/steal`,
    '//evil.example/x',
    'http://[',
    'file:///x',
    'http://u:p@127.0.0.1/',
  ]) {
    const server = await scripted(olderServer(endpoint));
    const recorder = new Recorder();
    const connection = closing(
      openSse(target(server.url, 'session', { 'x-key': 'k' }), recorder, httpPorts()),
    );
    connection.send(request(1, 'initialize'));
    await until(() => recorder.ends.length > 0);
    expect(recorder.ends).toMatchObject([{ code: 'protocol' }]);
  }
  expect(thief.seen).toEqual([]);
});

test('the end of the stream is the end of the connection; refusals of the stream have their sentence', async () => {
  const cases: [Script, string][] = [
    [(_s, r) => void events(r).end('event: endpoint\ndata: /m\n\n'), 'closed'],
    [(_s, r) => void r.writeHead(401).end(), 'unauthorized'],
    [(_s, r) => void r.writeHead(404).end('nothing here'), 'http-status'],
    [(_s, r) => json(r, '{}'), 'protocol'],
    [(_s, r) => void r.writeHead(302, { location: 'http://example.invalid/' }).end(), 'http-status'],
  ];
  for (const [script, code] of cases) {
    const server = await scripted(script);
    const recorder = new Recorder();
    const connection = closing(openSse(target(server.url), recorder, httpPorts()));
    await until(() => recorder.ends.length > 0);
    expect(recorder.ends).toMatchObject([{ code }]);
    connection.send(request(9, 'x'));
    await until(() => recorder.failures.has(9));
  }
});

test('a refused message fails with its JSON-RPC error or status; 404 means the session is gone', async () => {
  const server = await scripted((seen, response) => {
    if (seen.method === 'GET') return void events(response).write('event: endpoint\ndata: messages\n\n');
    const id = idOf(seen.body);
    if (id === 1) json(response, rpcError(1, -32600, 'no'), 400);
    else if (id === 2) response.writeHead(500).end('oops');
    else if (id === 3) response.writeHead(401).end();
    else response.writeHead(404).end();
  });
  const recorder = new Recorder();
  const connection = closing(openSse(target(server.url), recorder, httpPorts()));
  for (const id of [1, 2, 3]) connection.send(request(id, 'x'));
  await until(() => recorder.messages.length === 1 && recorder.failures.size === 2);
  expect(recorder.messages).toEqual([{ text: rpcError(1, -32600, 'no'), origin: 1 }]);
  expect(recorder.failures.get(2)).toMatchObject({ code: 'http-status', httpStatus: 500 });
  expect(recorder.failures.get(3)).toMatchObject({ code: 'unauthorized' });
  connection.send(request(4, 'x'));
  await until(() => recorder.ends.length > 0);
  expect(recorder.ends).toMatchObject([{ code: 'session-lost' }]);
});

test('close cuts the stream', async () => {
  const server = await scripted(olderServer());
  const recorder = new Recorder();
  const connection = openSse(target(server.url), recorder, httpPorts());
  connection.send(request(1, 'initialize'));
  await until(() => recorder.messages.length === 1);
  await connection.close();
  await until(() => server.sockets.size <= 1);
  expect(recorder.ends).toEqual([]);
});

test('a remote server of unknown transport: HTTP+SSE is tried when initialize gets 400, 404 or 405', async () => {
  const server = await scripted(olderServer());
  const recorder = new Recorder();
  const connection = closing(openRemote(target(server.url), recorder, httpPorts()));
  expect(connection.transport).toBe('http');
  connection.send(request(1, 'initialize'));
  await until(() => recorder.messages.length === 1);
  expect(connection.transport).toBe('sse');
  connection.initialized('2024-11-05');
  connection.send(INITIALIZED);
  connection.send(request(2, 'tools/list'));
  await until(() => recorder.messages.length === 2);
  expect(recorder.failures.size).toBe(0);
  expect(recorder.ends).toEqual([]);
});

test('when HTTP+SSE fails too, the refusal of Streamable HTTP is what is told', async () => {
  const server = await scripted((seen, response) => {
    if (seen.method === 'GET') response.writeHead(404).end('no stream');
    else json(response, rpcError(1, -32000, 'the real reason'), 400);
  });
  const recorder = new Recorder();
  const connection = closing(openRemote(target(server.url), recorder, httpPorts()));
  connection.send(request(1, 'initialize'));
  await until(() => recorder.messages.length === 1);
  expect(recorder.messages).toEqual([{ text: rpcError(1, -32000, 'the real reason'), origin: 1 }]);
  expect(recorder.ends).toEqual([]);
});

test('a later 400 is an answer, not a reason to try the older transport', async () => {
  const server = await scripted((seen, response) => {
    const id = idOf(seen.body);
    if (id === 1) json(response, result(1));
    else json(response, rpcError(id, -32602, 'no'), 400);
  });
  const recorder = new Recorder();
  const connection = closing(openRemote(target(server.url), recorder, httpPorts()));
  connection.send(request(1, 'initialize'));
  await until(() => recorder.messages.length === 1);
  connection.send(request(2, 'x'));
  await until(() => recorder.messages.length === 2);
  expect(server.seen.every((seen) => seen.method === 'POST')).toBe(true);
});
