import { expect, test } from 'vitest';
import { openHttp } from '../../../electron/upstream/http/open.ts';
import {
  closing,
  events,
  greet,
  httpPorts,
  idOf,
  json,
  methodOf,
  notification,
  Recorder,
  request,
  result,
  rpcError,
  scripted,
  sessionServer,
  target,
  until,
} from './harness.ts';

test('a session: minted id and version go along, own headers too, and close deletes it', async () => {
  const server = await scripted(
    sessionServer((seen, response) => {
      if (seen.method === 'GET') response.writeHead(405).end();
      else json(response, result(idOf(seen.body), { ok: 1 }));
    }),
  );
  const recorder = new Recorder();
  const connection = closing(
    openHttp(target(server.url, 'session', { 'X-Team': 'blue', Accept: 'nonsense' }), recorder, httpPorts()),
  );
  await greet(connection, recorder);
  connection.send(request(2, 'tools/call', { n: 1 }));
  await until(() => recorder.messages.length === 2);
  expect(recorder.messages[1]).toEqual({ text: result(2, { ok: 1 }), origin: 2 });
  await connection.close();

  const [first, greeting, ...rest] = server.seen;
  expect(first?.headers).toMatchObject({
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    'accept-encoding': 'identity',
    'x-team': 'blue',
    'user-agent': 'Doorward/test',
  });
  expect(first?.headers['mcp-session-id']).toBeUndefined();
  expect(first?.headers['mcp-protocol-version']).toBeUndefined();
  for (const seen of [greeting, ...rest])
    expect(seen?.headers).toMatchObject({ 'mcp-session-id': 's-1', 'mcp-protocol-version': '2025-11-25' });
  expect(rest.map((seen) => seen.method).toSorted()).toEqual(['DELETE', 'GET', 'POST']);
  expect(recorder.ends).toEqual([]);
  expect(connection.backlog).toBe(0);
});

test('the bytes of an answer arrive as they were sent, as JSON and as events', async () => {
  const odd = '{"jsonrpc":"2.0","id":2,"result":{"n":12345678901234567890,"é":"\\u0041","x":1.0}}';
  const server = await scripted(
    sessionServer((seen, response) => {
      if (seen.method === 'GET') response.writeHead(405).end();
      else if (seen.body.includes('"as":"json"')) json(response, odd);
      else events(response).end(`data: ${odd}\n\n`);
    }),
  );
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url), recorder, httpPorts()));
  await greet(connection, recorder);
  for (const as of ['json', 'events']) {
    connection.send(request(2, 'x', { as }));
    const before = recorder.messages.length;
    await until(() => recorder.messages.length > before);
    expect(recorder.messages.at(-1)).toEqual({ text: odd, origin: 2 });
  }
});

test('what comes on the stream of a request carries its id, in order, and the GET stream carries none', async () => {
  const server = await scripted(
    sessionServer((seen, response) => {
      const stream = events(response);
      if (seen.method === 'GET') {
        stream.write('data: {"jsonrpc":"2.0","method":"notifications/tools/list_changed"}\n\n');
        return;
      }
      const id = idOf(seen.body);
      stream.write(`data: {"jsonrpc":"2.0","method":"notifications/progress","params":{"for":${id}}}\n\n`);
      stream.end(`data: ${result(id)}\n\n`);
    }),
  );
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url), recorder, httpPorts()));
  await greet(connection, recorder);
  connection.send(request(7, 'a'));
  connection.send(request(8, 'b'));
  await until(() => recorder.messages.length === 6);
  for (const id of [7, 8]) {
    const mine = recorder.messages.filter((message) => message.origin === id).map((message) => message.text);
    expect(mine).toEqual([
      `{"jsonrpc":"2.0","method":"notifications/progress","params":{"for":${id}}}`,
      result(id),
    ]);
  }
  const loose = recorder.messages.filter((message) => message.origin === undefined);
  expect(loose.map((message) => methodOf(message.text))).toEqual(['notifications/tools/list_changed']);
});

test('nothing overtakes notifications/initialized', async () => {
  const order: string[] = [];
  let accept: (() => void) | undefined;
  const server = await scripted((seen, response) => {
    if (seen.method !== 'POST') return void response.writeHead(405).end();
    order.push(methodOf(seen.body));
    if (methodOf(seen.body) === 'notifications/initialized') accept = () => response.writeHead(202).end();
    else json(response, result(idOf(seen.body)));
  });
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url), recorder, httpPorts()));
  await greet(connection, recorder);
  const gone = request(2, 'tools/list');
  connection.send(gone);
  connection.send(request(3, 'prompts/list'));
  connection.abort(2);
  await until(() => accept !== undefined);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(order).toEqual(['initialize', 'notifications/initialized']);
  expect(connection.backlog).toBeGreaterThan(gone.bytes.length);
  accept?.();
  await until(() => recorder.messages.length === 2);
  expect(order).toEqual(['initialize', 'notifications/initialized', 'prompts/list']);
  expect(connection.backlog).toBe(0);
});

test('a GET stream that is refused is not asked for again; one that ends is resumed after retry', async () => {
  const asked: (string | undefined)[] = [];
  const server = await scripted(
    sessionServer((seen, response) => {
      asked.push(seen.headers['last-event-id'] as string | undefined);
      if (asked.length === 3) return void response.writeHead(405).end();
      events(response).end(
        `retry: 5\nid: e${asked.length}\ndata: {"jsonrpc":"2.0","method":"n${asked.length}"}\n\n`,
      );
    }),
  );
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url), recorder, httpPorts()));
  await greet(connection, recorder);
  await until(() => asked.length === 3);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(asked).toEqual([undefined, 'e1', 'e2']);
  expect(recorder.messages.slice(1).map((message) => methodOf(message.text))).toEqual(['n1', 'n2']);
  expect(recorder.ends).toEqual([]);
});

test('a POST stream that ends early with an event id is resumed by GET until the answer', async () => {
  const resumed: (string | undefined)[] = [];
  let released = false;
  const server = await scripted(
    sessionServer((seen, response) => {
      if (seen.method === 'POST') return void events(response).end('retry: 5\nid: p1\ndata:\n\n');
      const from = seen.headers['last-event-id'];
      if (from === undefined) return void response.writeHead(405).end();
      resumed.push(String(from));
      if (resumed.length === 1) events(response).end('id: p2\ndata: {"jsonrpc":"2.0","method":"n"}\n\n');
      else if (resumed.length === 2) response.writeHead(503).end();
      // Stays open: the client has to let go by itself.
      else {
        response.on('close', () => (released = true));
        events(response).write(`id: p3\ndata: ${result(5)}\n\n`);
      }
    }),
  );
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url), recorder, httpPorts()));
  await greet(connection, recorder);
  connection.send(request(5, 'long'));
  await until(() => recorder.messages.length === 3);
  await until(() => released);
  expect(recorder.detachments).toEqual([[5, 5]]);
  expect(resumed).toEqual(['p1', 'p2', 'p2']);
  expect(recorder.messages.slice(1)).toEqual([
    { text: '{"jsonrpc":"2.0","method":"n"}', origin: 5 },
    { text: result(5), origin: 5 },
  ]);
  expect(recorder.failures.size).toBe(0);
});

test('a cut socket is resumed like an ended stream; without event ids the request fails', async () => {
  const server = await scripted(
    sessionServer((seen, response) => {
      if (seen.method === 'GET') {
        if (seen.headers['last-event-id'] === undefined) response.writeHead(405).end();
        else events(response).end(`data: ${result(5)}\n\n`);
        return;
      }
      const withId = idOf(seen.body) === 5 ? 'retry: 1\nid: q\n' : '';
      events(response).write(`${withId}data: {"jsonrpc":"2.0","method":"n"}\n\n`);
      setTimeout(() => response.destroy(), 20);
    }),
  );
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url), recorder, httpPorts()));
  await greet(connection, recorder);
  connection.send(request(5, 'a'));
  connection.send(request(6, 'b'));
  await until(
    () => recorder.messages.some((message) => message.text === result(5)) && recorder.failures.size > 0,
  );
  expect(recorder.failures.get(6)).toMatchObject({ code: 'unreachable' });
  expect(recorder.failures.get(5)).toBeUndefined();
});

test('resuming is given up after a refusal, and after too many failures', async () => {
  let tries = 0;
  const server = await scripted(
    sessionServer((seen, response) => {
      if (seen.method === 'POST')
        return void events(response).end(`retry: 1\nid: r${idOf(seen.body)}\ndata:\n\n`);
      if (seen.headers['last-event-id'] === 'r5') response.writeHead(400).end('no such event');
      else if (seen.headers['last-event-id'] === 'r6' && ++tries > 0) response.writeHead(500).end();
      else response.writeHead(405).end();
    }),
  );
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url), recorder, httpPorts()));
  await greet(connection, recorder);
  connection.send(request(5, 'a'));
  connection.send(request(6, 'b'));
  await until(() => recorder.failures.size === 2);
  expect(recorder.failures.get(5)).toMatchObject({ code: 'http-status', httpStatus: 400 });
  expect(recorder.failures.get(6)).toMatchObject({ code: 'http-status', httpStatus: 500 });
  expect(tries).toBe(6);
});

test('404 with a session id ends the connection: open requests fail first, once', async () => {
  const server = await scripted(
    sessionServer((seen, response) => {
      if (seen.method === 'POST' && idOf(seen.body) === 3)
        json(response, rpcError(null, -32001, 'gone'), 404);
      else if (seen.method === 'GET') response.writeHead(405).end();
    }),
  );
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url), recorder, httpPorts()));
  await greet(connection, recorder);
  connection.send(request(2, 'slow'));
  connection.send(request(3, 'x'));
  await until(() => recorder.ends.length > 0);
  expect(recorder.ends).toMatchObject([{ code: 'session-lost', httpStatus: 404 }]);
  expect([...recorder.failures.keys()]).toEqual([2, 3]);
  connection.send(request(4, 'y'));
  await until(() => recorder.failures.has(4));
  expect(recorder.failures.get(4)).toMatchObject({ code: 'closed' });
  await connection.close();
  expect(server.seen.some((seen) => seen.method === 'DELETE')).toBe(false);
});

test('refusals: JSON-RPC errors survive, sign-in is named, other texts are quoted without markup and secrets', async () => {
  const server = await scripted((seen, response) => {
    const id = idOf(seen.body);
    if (id === 1) json(response, rpcError(1, -32602, 'bad', { why: [1] }), 400);
    else if (id === 2) json(response, rpcError(null, -32000, 'unreadable'), 500);
    else if (id === 3) json(response, rpcError(99, -32000, 'not mine'), 400);
    else if (id === 4) response.writeHead(401, { 'www-authenticate': 'Bearer' }).end('{}');
    else if (id === 5) response.writeHead(403).end();
    else {
      response.writeHead(502, { 'content-type': 'text/html' });
      response.end(`<html><b>Bad\u202e gateway</b> for token-abcdef ${'long '.repeat(100)}</html>`);
    }
  });
  const recorder = new Recorder();
  const connection = closing(
    openHttp(target(server.url, 'session', { authorization: 'Bearer token-abcdef' }), recorder, httpPorts()),
  );
  for (const id of [1, 2, 3, 4, 5, 6]) connection.send(request(id, 'x'));
  await until(() => recorder.messages.length + recorder.failures.size === 6);
  expect(recorder.messages.toSorted((a, b) => (a.origin ?? 0) - (b.origin ?? 0))).toEqual([
    { text: rpcError(1, -32602, 'bad', { why: [1] }), origin: 1 },
    { text: rpcError(null, -32000, 'unreadable'), origin: 2 },
  ]);
  expect(recorder.failures.get(3)).toMatchObject({ code: 'http-status', httpStatus: 400 });
  expect(recorder.failures.get(4)).toMatchObject({ code: 'unauthorized', httpStatus: 401 });
  expect(recorder.failures.get(4)?.message).toContain('asks for sign-in');
  expect(recorder.failures.get(5)).toMatchObject({ code: 'unauthorized', httpStatus: 403 });
  const text = recorder.failures.get(6)?.message ?? '';
  expect(text).toContain('status 502 and said: Bad gateway for ••• long');
  expect(text).not.toMatch(/[<>\u202e]|abcdef/);
  expect(text.length).toBeLessThan(260);
});

test('abort closes the stream and silences it; close silences everything and never waits for the server', async () => {
  const closed: number[] = [];
  const server = await scripted(
    sessionServer((seen, response, incoming) => {
      if (seen.method === 'GET') return void events(response);
      const id = idOf(seen.body);
      response.on('close', () => closed.push(id));
      incoming.on('close', () => undefined);
      if (id === 2) events(response).write('data: {"jsonrpc":"2.0","method":"n"}\n\n');
    }),
  );
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url), recorder, httpPorts()));
  await greet(connection, recorder);
  connection.send(request(2, 'a'));
  connection.send(request(3, 'b'));
  await until(() => recorder.messages.length === 2 && server.seen.length === 5);
  connection.abort(2);
  await until(() => closed.includes(2));
  expect(closed).toEqual([2]);
  await connection.close();
  await until(() => closed.includes(3));
  await until(() => server.sockets.size <= 2);
  expect(recorder.failures.size).toBe(0);
  expect(recorder.ends).toEqual([]);
});

test('a redirect inside the origin that keeps the method is followed and remembered', async () => {
  const server = await scripted((seen, response) => {
    if (seen.path === '/mcp') response.writeHead(307, { location: '/mcp/' }).end();
    else json(response, result(idOf(seen.body)));
  });
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url), recorder, httpPorts()));
  connection.send(request(1, 'initialize'));
  await until(() => recorder.messages.length === 1);
  connection.send(request(2, 'x'));
  await until(() => recorder.messages.length === 2);
  expect(server.seen.map((seen) => seen.path)).toEqual(['/mcp', '/mcp/', '/mcp/']);
});

test('answers of a 2025-03-26 batch arrive one by one', async () => {
  const server = await scripted((_seen, response) => {
    json(response, `[{"jsonrpc":"2.0","method":"n"}, ${result(1)}]`);
  });
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url), recorder, httpPorts()));
  connection.send(request(1, 'x'));
  await until(() => recorder.messages.length === 2);
  expect(recorder.messages.map((message) => message.text)).toEqual([
    '{"jsonrpc":"2.0","method":"n"}',
    result(1),
  ]);
  expect(recorder.failures.size).toBe(0);
});

test('many at once never mix', async () => {
  const server = await scripted(
    sessionServer((seen, response) => {
      if (seen.method === 'GET') return void response.writeHead(405).end();
      const message = JSON.parse(seen.body) as { id: number; params: { nonce: number } };
      const body = result(message.id, message.params);
      if (message.id % 2 === 0) json(response, body);
      else setTimeout(() => events(response).end(`data: ${body}\n\n`), message.id % 7);
    }),
  );
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url), recorder, httpPorts()));
  await greet(connection, recorder);
  await until(() => server.seen.some((seen) => seen.method === 'GET'));
  for (let id = 2; id < 602; id++) connection.send(request(id, 'x', { nonce: id * 31 }));
  await until(() => recorder.messages.length === 601);
  for (const { text, origin } of recorder.messages.slice(1))
    expect(text).toBe(result(origin ?? 0, { nonce: (origin ?? 0) * 31 }));
  expect(recorder.failures.size).toBe(0);
});

test('a notification or response that is refused ends nothing', async () => {
  const server = await scripted(
    sessionServer((seen, response) => {
      if (seen.method === 'GET') response.writeHead(405).end();
      else if (methodOf(seen.body) === 'notifications/cancelled') response.writeHead(400).end('no');
      else json(response, result(idOf(seen.body)));
    }),
  );
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url), recorder, httpPorts()));
  await greet(connection, recorder);
  connection.send(notification('notifications/cancelled'));
  connection.send(request(2, 'x'));
  await until(() => recorder.messages.length === 2 && connection.backlog === 0);
  expect(recorder.ends).toEqual([]);
});
