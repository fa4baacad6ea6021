import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeHeaderValue } from '../../../electron/upstream/http/address.ts';
import { openHttp } from '../../../electron/upstream/http/open.ts';
import {
  closing,
  events,
  httpPorts,
  idOf,
  json,
  Recorder,
  request,
  result,
  rpcError,
  scripted,
  target,
  until,
} from './harness.ts';

test('every message says in headers what it is; there is no session, no GET, no DELETE', async () => {
  const server = await scripted((seen, response) =>
    json(response, result(idOf(seen.body)), 200, { 'mcp-session-id': 'not-wanted' }),
  );
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url, 'stateless'), recorder, httpPorts()));
  connection.send({
    ...request(1, 'tools/call'),
    name: 'größe\r\nx-evil: 1',
    protocolVersion: '2026-07-28',
    paramHeaders: { 'mcp-param-region': 'eu' },
  });
  await until(() => recorder.messages.length === 1);
  connection.send({ ...request(2, 'tools/list'), protocolVersion: '2026-07-28' });
  await until(() => recorder.messages.length === 2);
  await connection.close();
  expect(server.seen.map((seen) => seen.method)).toEqual(['POST', 'POST']);
  expect(server.seen[0]?.headers).toMatchObject({
    'mcp-protocol-version': '2026-07-28',
    'mcp-method': 'tools/call',
    'mcp-name': `=?base64?${Buffer.from('größe\r\nx-evil: 1').toString('base64')}?=`,
    'mcp-param-region': 'eu',
  });
  expect(server.seen[0]?.headers['x-evil']).toBeUndefined();
  expect(server.seen[1]?.headers['mcp-name']).toBeUndefined();
  expect(server.seen[1]?.headers['mcp-session-id']).toBeUndefined();
});

test('a header value says what the message says, and no text can end it', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('=?base64?eA==?=')),
      (value) => {
        const encoded = encodeHeaderValue(value);
        expect(encoded).toMatch(/^[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?$/);
        const sentinel = /^=\?base64\?(.*)\?=$/.exec(encoded);
        const decoded = sentinel === null ? encoded : Buffer.from(sentinel[1] ?? '', 'base64').toString();
        expect(decoded).toBe(value.toWellFormed());
      },
    ),
    { numRuns: 500 },
  );
  expect(encodeHeaderValue('get weather')).toBe('get weather');
  expect(encodeHeaderValue('')).toBe('=?base64??=');
  expect(encodeHeaderValue(' x')).toBe('=?base64?IHg=?=');
});

test('what does not fit into headers is refused before it is sent', async () => {
  const server = await scripted((seen, response) => json(response, result(idOf(seen.body))));
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url, 'stateless'), recorder, httpPorts()));
  connection.send({ ...request(1, 'tools/call'), name: 'n'.repeat(10_000) });
  connection.send({ ...request(2, 'tools/call'), paramHeaders: { host: 'evil.example' } });
  connection.send({ ...request(3, 'tools/call'), paramHeaders: { 'mcp-param-x': 'a\r\nx-evil: 1' } });
  connection.send({ ...request(4, 'tools/call'), protocolVersion: '2026\r\nx: y' });
  expect(recorder.failures.size).toBe(0);
  await until(() => recorder.failures.size === 4);
  for (const failure of recorder.failures.values()) expect(failure.code).toBe('protocol');
  expect(server.seen).toEqual([]);
  expect(connection.backlog).toBe(0);
});

test('unknown method (404) and header mismatch (400) arrive as the errors they are', async () => {
  const server = await scripted((seen, response) => {
    const id = idOf(seen.body);
    if (id === 1) json(response, rpcError(1, -32601, 'unknown'), 404);
    else json(response, rpcError(2, -32020, 'mismatch', { header: 'Mcp-Name' }), 400);
  });
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url, 'stateless'), recorder, httpPorts()));
  connection.send(request(1, 'x/y'));
  connection.send(request(2, 'tools/call'));
  await until(() => recorder.messages.length === 2);
  expect(recorder.messages.map((message) => message.text).toSorted()).toEqual(
    [rpcError(1, -32601, 'unknown'), rpcError(2, -32020, 'mismatch', { header: 'Mcp-Name' })].toSorted(),
  );
  expect(recorder.ends).toEqual([]);
});

test('closing the stream is the cancellation; an early end is a failure, event ids or not', async () => {
  let cancelled = false;
  const server = await scripted((seen, response) => {
    const stream = events(response);
    if (idOf(seen.body) === 1) {
      stream.write(': still here\n\ndata: {"jsonrpc":"2.0","method":"n"}\n\n');
      response.on('close', () => (cancelled = true));
    } else {
      stream.end('id: a\ndata:\n\n');
    }
  });
  const recorder = new Recorder();
  const connection = closing(openHttp(target(server.url, 'stateless'), recorder, httpPorts()));
  connection.send(request(1, 'subscriptions/listen'));
  connection.send(request(2, 'tools/call'));
  await until(() => recorder.messages.length === 1 && recorder.failures.size === 1);
  expect(recorder.failures.get(2)).toMatchObject({ code: 'protocol' });
  expect(recorder.detachments).toEqual([]);
  connection.abort(1);
  await until(() => cancelled);
  expect(recorder.failures.has(1)).toBe(false);
});
