import { describe, expect, it } from 'vitest';
import { call, INITIALIZE, modern, openSession, OTHER_TOKEN, reply, send, start } from './harness.ts';

const error = (json: unknown): { code: number; message: string; data?: unknown } =>
  (json as { error: { code: number; message: string; data?: unknown } }).error;

describe('a session', () => {
  it('is minted by initialize and named in its answer', async () => {
    const rig = await start();
    const answer = await send(rig.port, { body: INITIALIZE });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.headers['mcp-session-id']).toBe(rig.relay.opened[0]?.id);
    const [opened] = rig.relay.opened;
    expect(opened).toMatchObject({ client: { id: 'alice' }, scope: { kind: 'aggregate' } });
    expect(JSON.parse(String(opened?.initializeParams))).toEqual(
      (JSON.parse(INITIALIZE) as { params: unknown }).params,
    );
  });

  it('is not named when the relay refuses', async () => {
    const rig = await start();
    rig.relay.onInitialize = (exchange) => exchange.answer(reply(exchange, '{"refused":true}'));
    const answer = await send(rig.port, { body: INITIALIZE });
    expect(answer.headers['mcp-session-id']).toBeUndefined();
    expect(rig.gateway.stats().sessions).toBe(0);
  });

  it('carries requests whose bytes reach the relay untouched, and plain JSON back', async () => {
    const rig = await start();
    const id = await openSession(rig);
    const body =
      '{ "jsonrpc":"2.0", "x":[1.0,12345678901234567890], "id":"a\\u0031", "method":"tools/list" }';
    const answer = await send(rig.port, { body, headers: { 'mcp-session-id': id } });
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(answer.text)));
    expect(answer.text).toContain('"id":"a\\u0031"');
    expect(answer.json).toMatchObject({ result: { sent: body, client: 'alice', session: id } });
  });

  it('takes notifications and responses with 202 and no body', async () => {
    const rig = await start();
    const id = await openSession(rig);
    const headers = { 'mcp-session-id': id };
    const note = await send(rig.port, {
      body: '{"jsonrpc":"2.0","method":"notifications/initialized"}',
      headers,
    });
    const answer = await send(rig.port, { body: '{"jsonrpc":"2.0","id":9,"result":{}}', headers });
    expect([note.status, note.text, answer.status, answer.text]).toEqual([202, '', 202, '']);
    expect(rig.relay.notifications[0]?.message.method).toBe('notifications/initialized');
    expect(rig.relay.responses[0]?.message.id?.raw).toBe('9');
    expect(rig.relay.responses[0]?.session).toBe(rig.relay.opened[0]);
  });

  it('must be named: 400 without an id, 404 with one that is unknown or has ended', async () => {
    const rig = await start();
    const body = call('tools/list');
    expect((await send(rig.port, { body })).status).toBe(400);
    expect((await send(rig.port, { body, headers: { 'mcp-session-id': 'nope' } })).status).toBe(404);
    const id = await openSession(rig);
    const headers = { 'mcp-session-id': id };
    expect((await send(rig.port, { method: 'DELETE', headers })).status).toBe(204);
    expect(rig.relay.closed.map((session) => session.id)).toEqual([id]);
    const after = await send(rig.port, { body: call('tools/list', {}, 'q'), headers });
    expect(after.status).toBe(404);
    expect(after.json).toMatchObject({ id: 'q', error: { code: 4040 } });
    expect((await send(rig.port, { headers })).status).toBe(404);
    expect((await send(rig.port, { method: 'DELETE', headers })).status).toBe(404);
    expect(rig.relay.closed).toHaveLength(1);
  });

  it('belongs to one client and one endpoint', async () => {
    const rig = await start();
    const headers = { 'mcp-session-id': await openSession(rig) };
    const body = call('tools/list');
    expect((await send(rig.port, { body, headers, token: OTHER_TOKEN })).status).toBe(404);
    expect((await send(rig.port, { body, headers, path: '/mcp/s/files' })).status).toBe(404);
    expect((await send(rig.port, { method: 'DELETE', headers, token: OTHER_TOKEN })).status).toBe(404);
    expect((await send(rig.port, { headers, token: OTHER_TOKEN })).status).toBe(404);
    expect((await send(rig.port, { body, headers })).status).toBe(200);
  });

  it('accepts no version header or a supported one, refuses others with 400', async () => {
    const rig = await start();
    const id = await openSession(rig);
    const ask = async (version: string | undefined): Promise<number> => {
      const headers = { 'mcp-session-id': id, 'mcp-protocol-version': version };
      return (await send(rig.port, { body: call('ping'), headers })).status;
    };
    expect(await ask(undefined)).toBe(200);
    expect(await ask('2025-11-25')).toBe(200);
    expect(await ask('2025-06-18')).toBe(200);
    expect(await ask('1.0')).toBe(400);
    expect(await ask('2025-11-26')).toBe(400);
    const hello = await send(rig.port, { body: INITIALIZE, headers: { 'mcp-protocol-version': '1.0' } });
    expect(hello.status).toBe(400);
  });

  it('refuses what is no JSON-RPC message with the right code', async () => {
    const rig = await start();
    const headers = { 'mcp-session-id': await openSession(rig) };
    for (const [body, code] of [
      ['{', -32700],
      ['', -32700],
      ['{"jsonrpc":"2.0","id":1,"id":2,"method":"x"}', -32700],
      ['"x"', -32600],
      ['{"id":1,"method":"x"}', -32600],
      ['{"jsonrpc":"2.0","id":null,"method":"x"}', -32600],
    ] as const) {
      const answer = await send(rig.port, {
        body,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
      });
      expect([answer.status, error(answer.json).code]).toEqual([400, code]);
    }
    expect(rig.relay.exchanges).toHaveLength(0);
  });

  it('is given up with its calls: those are cancelled and told', async () => {
    const rig = await start();
    const headers = { 'mcp-session-id': await openSession(rig) };
    let cancelled = 0;
    const arrived = new Promise<void>((resolve) => {
      rig.relay.onRequest = (exchange) => {
        exchange.oncancel = () => cancelled++;
        resolve();
      };
    });
    const waiting = send(rig.port, { body: call('tools/call', {}, 5), headers });
    await arrived;
    await send(rig.port, { method: 'DELETE', headers });
    const answer = await waiting;
    expect([answer.status, error(answer.json).code, cancelled]).toEqual([404, 4040, 1]);
    rig.relay.exchanges[0]?.answer(Buffer.from('late'));
    expect(rig.gateway.stats().callsInFlight).toBe(0);
  });

  it('goes on when a client disconnects: that is no cancellation', async () => {
    const rig = await start();
    const headers = { 'mcp-session-id': await openSession(rig) };
    let cancelled = 0;
    rig.relay.onRequest = (exchange) => {
      exchange.oncancel = () => cancelled++;
    };
    const abort = new AbortController();
    const gone = fetch(`http://127.0.0.1:${rig.port}/mcp`, {
      method: 'POST',
      body: call('tools/call'),
      signal: abort.signal,
      headers: {
        ...headers,
        authorization: `Bearer token-of-alice-0123456789abcdef0123456789`,
        'content-type': 'application/json',
      },
    }).catch(() => 'gone');
    while (rig.relay.exchanges.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    const before = rig.gateway.stats().connections;
    abort.abort();
    expect(await gone).toBe('gone');
    while (rig.gateway.stats().connections >= before) await new Promise((resolve) => setTimeout(resolve, 2));
    expect([cancelled, rig.gateway.stats().callsInFlight]).toEqual([0, 1]);
    rig.relay.exchanges[0]?.answer(Buffer.from('{}'));
    expect(rig.gateway.stats()).toMatchObject({
      callsInFlight: 0,
      heldBytes: 0,
      storedBytes: 0,
      waitingBytes: 0,
    });
  });

  it('does not outlive a client that leaves before the answer to initialize', async () => {
    const rig = await start();
    let cancelled = 0;
    let accept: (() => void) | undefined;
    rig.relay.onInitialize = (exchange, take) => {
      exchange.oncancel = () => cancelled++;
      accept = () => void take('2025-11-25');
    };
    const abort = new AbortController();
    const gone = fetch(`http://127.0.0.1:${rig.port}/mcp`, {
      method: 'POST',
      body: INITIALIZE,
      signal: abort.signal,
      headers: {
        authorization: `Bearer token-of-alice-0123456789abcdef0123456789`,
        'content-type': 'application/json',
      },
    }).catch(() => 'gone');
    while (accept === undefined) await new Promise((resolve) => setTimeout(resolve, 2));
    abort.abort();
    await gone;
    while (cancelled === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    accept();
    await new Promise((resolve) => setImmediate(resolve));
    expect(rig.gateway.stats().sessions).toBe(0);
    expect(rig.relay.closed).toHaveLength(1);
  });

  it('answers an abandoned request with 202', async () => {
    const rig = await start();
    const headers = { 'mcp-session-id': await openSession(rig) };
    rig.relay.onRequest = (exchange) => exchange.abandon();
    const answer = await send(rig.port, { body: call('tools/call'), headers });
    expect([answer.status, answer.text]).toEqual([202, '']);
  });

  it('is not what a stateless GET or DELETE means: 405', async () => {
    const rig = await start();
    const headers = { 'mcp-session-id': await openSession(rig), 'mcp-protocol-version': '2026-07-28' };
    const get = await send(rig.port, { headers });
    expect([get.status, get.headers.allow]).toEqual([405, 'POST']);
    expect((await send(rig.port, { method: 'DELETE', headers })).status).toBe(405);
    expect((await send(rig.port, { method: 'PUT', headers, body: '{}' })).status).toBe(405);
    expect((await send(rig.port, modern('tools/list'))).status).toBe(200);
  });
});

describe('batches', () => {
  const batch = `[${call('a', {}, 1)},{"jsonrpc":"2.0","method":"n"},${call('b', {}, 'two')},{"jsonrpc":"2.0","id":3,"result":{}}]`;

  it('are answered as an array in a session of 2025-03-26', async () => {
    const rig = await start();
    rig.relay.version = '2025-03-26';
    const headers = { 'mcp-session-id': await openSession(rig) };
    const answer = await send(rig.port, { body: batch, headers });
    expect(answer.status).toBe(200);
    expect((answer.json as { id: unknown }[]).map((each) => each.id)).toEqual([1, 'two']);
    expect([rig.relay.notifications.length, rig.relay.responses.length]).toEqual([1, 1]);
    const quiet = await send(rig.port, { body: '[{"jsonrpc":"2.0","method":"n"}]', headers });
    expect([quiet.status, quiet.text]).toEqual([202, '']);
  });

  it('become a stream when something precedes the answers', async () => {
    const rig = await start();
    rig.relay.version = '2025-03-26';
    const headers = { 'mcp-session-id': await openSession(rig) };
    rig.relay.onRequest = (exchange) => {
      if (exchange.message.method === 'b') exchange.interim(Buffer.from('{"jsonrpc":"2.0","method":"p"}'));
      exchange.answer(reply(exchange, '{}'));
    };
    const answer = await send(rig.port, { body: batch, headers });
    expect(answer.headers['content-type']).toBe('text/event-stream');
    const ids = [...answer.text.matchAll(/^data: (.+)$/gm)].map((m) => JSON.parse(m[1] ?? '') as object);
    expect(ids).toMatchObject([{ id: 1 }, { method: 'p' }, { id: 'two' }]);
  });

  it('are refused in other revisions, too large, or with initialize inside', async () => {
    const rig = await start({ limits: { batchMessages: 3 } });
    const modernHeaders = { 'mcp-session-id': await openSession(rig) };
    const small = `[${call('a')}]`;
    expect((await send(rig.port, { body: small, headers: modernHeaders })).status).toBe(400);
    expect((await send(rig.port, { body: small })).status).toBe(400);
    rig.relay.version = '2025-03-26';
    const headers = { 'mcp-session-id': await openSession(rig) };
    expect((await send(rig.port, { body: batch, headers })).status).toBe(400);
    expect((await send(rig.port, { body: `[${INITIALIZE}]`, headers })).status).toBe(400);
    expect((await send(rig.port, { body: `[${String(modern('x').body)}]`, headers })).status).toBe(400);
    expect((await send(rig.port, { body: '[]', headers })).status).toBe(400);
    expect((await send(rig.port, { body: '[{}', headers })).status).toBe(400);
    expect(rig.relay.exchanges).toHaveLength(0);
  });
});
