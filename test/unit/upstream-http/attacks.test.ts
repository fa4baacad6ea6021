import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import type { SendFailure } from '../../../electron/upstream/connection.ts';
import { createHttpClient } from '../../../electron/upstream/http/client.ts';
import { openHttp } from '../../../electron/upstream/http/open.ts';
import {
  closing,
  events,
  greet,
  httpPorts,
  idOf,
  json,
  rawServer,
  Recorder,
  request,
  result,
  type Script,
  scripted,
  sessionServer,
  target,
  until,
} from './harness.ts';

const MIB = 1024 * 1024;

/** Writes for ever, as fast as it is read. */
function pour(write: (chunk: Buffer) => boolean, drained: (then: () => void) => void, chunk: Buffer): void {
  const go = (): void => {
    while (write(chunk)) continue;
    drained(go);
  };
  go();
}

async function failureOf(script: Script, headers: Record<string, string> = {}) {
  const server = await scripted(script);
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url, 'session', headers), recorder, httpPorts()));
  connection.send(request(1, 'initialize'));
  await until(() => recorder.failures.size + recorder.ends.length > 0);
  return { server, recorder, failure: recorder.failures.get(1) ?? recorder.ends[0] };
}

async function rawFailure(speak: (socket: Socket) => void) {
  const url = await rawServer(speak);
  const recorder = new Recorder();
  const connection = closing(openHttp(target(url), recorder, httpPorts()));
  connection.send(request(1, 'initialize'));
  await until(() => recorder.failures.size > 0);
  return recorder.failures.get(1);
}

test('one endless SSE event, an endless JSON body and an endless line are cut at 32 MiB', async () => {
  for (const [type, head] of [
    ['text/event-stream', 'data: '],
    ['application/json', '{"x":"'],
    ['text/event-stream', 'data: x\ndata: '],
  ]) {
    const before = process.memoryUsage().rss;
    const { server, failure } = await failureOf((_seen, response) => {
      response.writeHead(200, { 'content-type': type ?? '' });
      response.write(head);
      pour(
        (chunk) => response.write(chunk),
        (then) => response.once('drain', then),
        Buffer.alloc(MIB / 4, 'x'),
      );
    });
    expect(failure).toMatchObject({ code: 'too-large' });
    await until(() => server.sockets.size === 0);
    expect(process.memoryUsage().rss - before).toBeLessThan(250 * MIB);
  }
});

test('the cap can be set, also above its preset; the sentence names it', async () => {
  const answers = async (
    length: number,
    type: string,
    messageBytes: number,
  ): Promise<SendFailure | undefined> => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, result: { x: 'y'.repeat(length) } });
    const server = await scripted((_seen, response) => {
      response.writeHead(200, { 'content-type': type });
      response.end(type === 'application/json' ? body : `data: ${body}\n\n`);
    });
    const client = createHttpClient({ env: {}, userAgent: 'Doorward/test', messageBytes });
    onTestFinished(() => client.close());
    const recorder = new Recorder();
    const connection = closing(openHttp(target(server.url), recorder, { client, random: () => 0 }));
    connection.send(request(1, 'initialize'));
    await until(() => recorder.failures.size + recorder.messages.length > 0);
    return recorder.failures.get(1);
  };
  for (const type of ['application/json', 'text/event-stream']) {
    expect(await answers(2000, type, 1000)).toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('1000 bytes') as unknown,
    });
    expect(await answers(500, type, 1000)).toBe(undefined);
    expect(await answers(40 * MIB, type, 48 * MIB)).toBe(undefined);
  }
});

test('a body announced as too large is not even read', async () => {
  const { failure } = await failureOf((_seen, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(33 * MIB) });
    response.write('{');
  });
  expect(failure).toMatchObject({ code: 'too-large' });
});

test('half-received answers of one server together stay under 64 MiB; other servers are not affected', async () => {
  const server = await scripted((_seen, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write(Buffer.alloc(14 * MIB, ' '));
  });
  const honest = await scripted((seen, response) => json(response, result(idOf(seen.body), 'x'.repeat(MIB))));
  const ports = httpPorts();
  const recorder = new Recorder();
  const other = new Recorder();
  const connection = closing(openHttp(target(server.url), recorder, ports));
  for (let id = 1; id <= 12; id++) connection.send(request(id, 'x'));
  await until(() => recorder.failures.size >= 6);
  for (const failure of recorder.failures.values()) expect(failure.code).toBe('too-large');
  const neighbour = closing(openHttp({ ...target(honest.url), id: 'honest' }, other, ports));
  neighbour.send(request(1, 'x'));
  await until(() => other.messages.length === 1);
  expect(ports.client.quota('remote').memory.held).toBeLessThanOrEqual(64 * MIB);
});

test('compressed answers, asked for or not, are refused without being opened', async () => {
  const bomb = gzipSync(Buffer.alloc(32 * MIB));
  for (const type of ['application/json', 'text/event-stream']) {
    const { failure } = await failureOf((_seen, response) => {
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(bomb);
    });
    expect(failure).toMatchObject({ code: 'protocol' });
    expect(failure?.message).toContain('compressed');
  }
});

test('redirects to another origin are not followed and no header leaks', async () => {
  const elsewhere = await scripted((_seen, response) => void response.end());
  for (const status of [301, 302, 303, 307, 308]) {
    const { server, failure } = await failureOf(
      (_seen, response) =>
        void response.writeHead(status, { location: `${elsewhere.origin}/mcp?token=t` }).end(),
      { authorization: 'Bearer secret-token' },
    );
    expect(failure).toMatchObject({ code: 'http-status', httpStatus: status });
    expect(failure?.message).toContain(elsewhere.origin);
    expect(failure?.message).not.toContain('token=');
    expect(server.seen).toHaveLength(1);
  }
  expect(elsewhere.seen).toEqual([]);
});

test('a redirect loop ends', async () => {
  const { server, failure } = await failureOf((seen, response) => {
    response.writeHead(307, { location: `${seen.path}x` }).end();
  });
  expect(failure).toMatchObject({ code: 'http-status', httpStatus: 307 });
  expect(server.seen.length).toBe(4);
});

test('a redirect that would turn the message into a GET is not followed', async () => {
  for (const status of [300, 301, 302, 303, 304]) {
    const { server, failure } = await failureOf((_seen, response) => {
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
    expect(failure).toMatchObject({ code: 'http-status', httpStatus: status });
    expect(server.seen.length).toBe(1);
  }
});

test('web pages, no content, and bodies without or with half a message are named as what they are', async () => {
  const cases: [Script, string][] = [
    [(_s, r) => void r.writeHead(200, { 'content-type': 'text/html' }).end('<html>'), 'a web page'],
    [(_s, r) => void r.writeHead(200, { 'content-type': 'text/plain' }).end('hello'), 'no message'],
    [(_s, r) => void r.writeHead(200).end('{}'), 'no message'],
    [(_s, r) => void r.writeHead(202).end(), 'no message'],
    [(_s, r) => json(r, ''), 'an incomplete body'],
    [(_s, r) => json(r, '{"jsonrpc":"2.0","id":1,"resu'), 'an incomplete body'],
    [(_s, r) => json(r, '[]'), 'an incomplete body'],
    [(_s, r) => json(r, result(7)), 'the answer to something else'],
  ];
  for (const [script, what] of cases) {
    const { failure } = await failureOf(script);
    expect(failure).toMatchObject({ code: 'protocol' });
    expect(failure?.message).toContain(what);
  }
});

test('a body cut short, and events that are no messages, fail the request', async () => {
  const cut = await failureOf((_seen, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    response.write('{"jsonrpc"');
    setTimeout(() => response.destroy(), 10);
  });
  expect(cut.failure).toMatchObject({ code: 'unreachable' });
  const garbage = await failureOf((_seen, response) => {
    events(response).end(
      'data: hello\n\nevent: other\ndata: {"jsonrpc":"2.0","id":1,"result":{}}\n\ndata: {"half\n\n',
    );
  });
  expect(garbage.failure).toMatchObject({ code: 'protocol' });
  expect(garbage.recorder.messages).toEqual([]);
});

test('two answers on one stream: both are told with the same origin, and the stream is let go', async () => {
  const server = await scripted((_seen, response) => {
    events(response).write(`data: ${result(1, 'first')}\n\ndata: ${result(1, 'second')}\n\n`);
  });
  const recorder = new Recorder();
  const connection = openHttp(target(server.url), recorder, httpPorts());
  connection.send(request(1, 'x'));
  await until(() => recorder.messages.length === 2);
  expect(recorder.messages.map((message) => message.origin)).toEqual([1, 1]);
  await connection.close();
  await until(() => server.sockets.size === 0);
});

test('headers that never end are bounded by size; abort gives a slow one up', async () => {
  const failure = await rawFailure((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    pour(
      (chunk) => socket.write(chunk),
      (then) => socket.once('drain', then),
      Buffer.from(`x-a: ${'y'.repeat(500)}\r\n`),
    );
  });
  expect(failure).toMatchObject({ code: 'too-large' });

  let gone = false;
  const url = await rawServer((socket) => {
    socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
    socket.on('close', () => (gone = true));
    socket.resume();
  });
  const recorder = new Recorder();
  const connection = closing(openHttp(target(url), recorder, httpPorts()));
  connection.send(request(1, 'x'));
  await until(() => connection.backlog > 0);
  await new Promise((resolve) => setTimeout(resolve, 30));
  connection.abort(1);
  await until(() => gone);
  expect(connection.backlog).toBe(0);
  expect(recorder.failures.size).toBe(0);
});

test('endless interim responses and things that are not HTTP are broken off', async () => {
  const interim = await rawFailure((socket) => {
    const early = Buffer.from('HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n');
    pour(
      (chunk) => socket.write(chunk),
      (then) => socket.once('drain', then),
      early,
    );
  });
  expect(interim).toMatchObject({ code: 'too-large' });
  const notHttp = await rawFailure((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
  expect(notHttp).toMatchObject({ code: 'protocol' });
  const both = await rawFailure((socket) => {
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n');
  });
  expect(both).toMatchObject({ code: 'unreachable' });
});

test('a session id that could not be sent back ends the connection', async () => {
  for (const id of ['with space', 'é', 'x'.repeat(1025)]) {
    const { recorder } = await failureOf((seen, response) =>
      json(response, result(idOf(seen.body)), 200, { 'mcp-session-id': id }),
    );
    expect(recorder.ends).toMatchObject([{ code: 'protocol' }]);
    expect(recorder.messages).toEqual([]);
  }
});

test('addresses with credentials, other schemes and header injection are refused with a sentence', async () => {
  const cases: [string, Record<string, string>][] = [
    ['http://user:pass@127.0.0.1:1/mcp', {}],
    ['file:///etc/passwd', {}],
    ['not an address', {}],
    ['http://127.0.0.1:1/mcp', { 'x-a': 'b\r\nx-evil: 1' }],
    ['http://127.0.0.1:1/mcp', { 'x-a\r\nx-evil': '1' }],
  ];
  for (const [url, headers] of cases) {
    const recorder = new Recorder();
    const connection = openHttp(target(url, 'session', headers), recorder, httpPorts());
    connection.send(request(1, 'x'));
    await until(() => recorder.ends.length > 0 && recorder.failures.size > 0);
    expect(recorder.ends[0]).toMatchObject({ code: 'protocol' });
    expect(recorder.ends[0]?.message).not.toMatch(/pass@|evil: 1|[\r\n]/);
  }
});

test('nobody there, no such name, wrong protocol: each has its sentence', async () => {
  const ports = httpPorts();
  for (const [url, said] of [
    ['http://127.0.0.1:1/mcp', 'nothing answers there'],
    ['http://no-such-host.invalid/mcp', 'its name cannot be looked up'],
  ] as const) {
    const recorder = new Recorder();
    const connection = closing(openHttp(target(url), recorder, ports));
    connection.send(request(1, 'x'));
    await until(() => recorder.failures.size > 0);
    expect(recorder.failures.get(1)).toMatchObject({ code: 'unreachable' });
    expect(recorder.failures.get(1)?.message).toContain(said);
    expect(connection.backlog).toBe(0);
  }
});

test('a flood from one server leaves turns for another, and is paused, not buffered', async () => {
  let poured = 0;
  const flood = Buffer.from('data: {"jsonrpc":"2.0","method":"n"}\n\n'.repeat(1000));
  const sick = await scripted(
    sessionServer((seen, response) => {
      if (seen.method !== 'GET') return;
      const stream = events(response);
      const write = (chunk: Buffer): boolean => {
        poured += chunk.length;
        return stream.write(chunk);
      };
      pour(write, (then) => stream.once('drain', then), flood);
    }),
  );
  const healthy = await scripted((seen, response) => json(response, result(idOf(seen.body))));
  const ports = httpPorts();
  let perTurn = 0;
  let worst = 0;
  let count = 0;
  const recorder = new Recorder();
  const connection = closing(
    openHttp(
      target(sick.url),
      {
        message(bytes, origin) {
          if (origin !== undefined) return recorder.message(bytes, origin);
          if (perTurn++ === 0) setImmediate(() => (perTurn = 0));
          worst = Math.max(worst, perTurn);
          count++;
        },
        failed: () => undefined,
        detached: () => undefined,
        closed: () => undefined,
      },
      ports,
    ),
  );
  await greet(connection, recorder);
  await until(() => count > 5000);
  const other = new Recorder();
  const neighbour = closing(openHttp({ ...target(healthy.url), id: 'healthy' }, other, ports));
  for (let id = 1; id <= 20; id++) {
    neighbour.send(request(id, 'x'));
    await until(() => other.messages.length === id);
  }
  expect(worst).toBeLessThanOrEqual(512);
  expect(poured - count * 38).toBeLessThan(16 * MIB);
});
