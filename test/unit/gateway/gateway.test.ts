import net from 'node:net';
import { describe, expect, it } from 'vitest';
import { createGateway } from '../../../electron/gateway/gateway.ts';
import { defaultLimits } from '../../../electron/gateway/limits.ts';
import {
  call,
  connect,
  eventually,
  FakeRelay,
  modern,
  openSession,
  OTHER_TOKEN,
  realClock,
  reply,
  send,
  start,
  stream,
  TOKEN,
} from './harness.ts';

const make = (port: number, relay = new FakeRelay()) =>
  createGateway({
    relay,
    authenticate: () => ({ id: 'a', name: 'A', role: 'r' }),
    scopeExists: () => true,
    settings: { port, allowedOrigins: [] },
    limits: defaultLimits,
    clock: realClock,
    ids: { session: () => 'id' },
  });

describe('a gateway', () => {
  it('says its port and address, and listens on loopback of IPv4 alone', async () => {
    const gateway = make(0);
    const listening = await gateway.listen();
    if (!listening.ok) throw new Error(listening.message);
    const { port, url } = listening.value;
    expect(url).toBe(`http://127.0.0.1:${port}/mcp`);
    const refused = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, '::1');
      socket.on('connect', () => resolve(false));
      socket.on('error', () => resolve(true));
    });
    expect(refused).toBe(true);
    await gateway.close('over');
  });

  it('says in a sentence that the port is taken', async () => {
    const other = net.createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as net.AddressInfo;
    const gateway = make(port);
    const listening = await gateway.listen();
    expect(listening).toMatchObject({ ok: false, code: 'port-taken' });
    if (!listening.ok) expect(listening.message).toContain(`Port ${port} is used by another program`);
    await gateway.close('over');
    await new Promise((resolve) => other.close(resolve));
  });

  it('closes: calls in flight get the answer of the relay, new ones 503, and everything is gone', async () => {
    const relay = new FakeRelay();
    relay.onRequest = () => undefined;
    const gateway = make(0, relay);
    const listening = await gateway.listen();
    if (!listening.ok) throw new Error(listening.message);
    const { port } = listening.value;
    const ask = modern('tools/list');
    const lines = Object.entries(ask.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`);
    const body = String(ask.body);
    const one = `POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n${lines.join('')}\r\n${body}`;
    const socket = connect(port);
    let got = '';
    socket.on('data', (chunk: Buffer) => (got += chunk.toString()));
    socket.write(one);
    await eventually(() => relay.exchanges.length === 1);
    const closing = gateway.close('Doorward is shutting down.');
    let closed = false;
    socket.on('close', () => (closed = true));
    // On the same connection, behind the call in flight.
    await new Promise<void>((resolve) => socket.write(one, () => resolve()));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(relay.exchanges).toHaveLength(1);
    for (const exchange of relay.exchanges) exchange.answer(reply(exchange, '{"last":true}'));
    await closing;
    await eventually(() => closed);
    expect(got).toContain('"last":true');
    await expect(send(port, modern('tools/list'))).rejects.toThrow();
    expect(gateway.stats()).toMatchObject({ connections: 0, callsInFlight: 0 });
  });

  it('closes in bounded time when a call is never answered, and tells its client', async () => {
    const rig = await start();
    rig.relay.onRequest = () => undefined;
    const headers = { 'mcp-session-id': await openSession(rig) };
    const waiting = send(rig.port, { body: call('tools/call'), headers });
    await eventually(() => rig.relay.exchanges.length === 1);
    let cancelled = 0;
    for (const exchange of rig.relay.exchanges) exchange.oncancel = () => cancelled++;
    await rig.gateway.close('Doorward is shutting down.');
    const answer = await waiting;
    expect([answer.status, cancelled, rig.relay.closed.length]).toEqual([503, 1, 1]);
    expect(answer.json).toMatchObject({ error: { message: 'Doorward is shutting down.' } });
  });

  it('ends everything of a client whose token is revoked, and nothing of another', async () => {
    const rig = await start();
    const headers = { 'mcp-session-id': await openSession(rig) };
    const other = await openSession(rig, { token: OTHER_TOKEN });
    const open = await stream(rig.port, { headers });
    rig.relay.onRequest = () => undefined;
    let cancelled = 0;
    const waiting = send(rig.port, modern('tools/list'));
    await eventually(() => rig.relay.exchanges.length === 1);
    for (const exchange of rig.relay.exchanges) exchange.oncancel = () => cancelled++;
    rig.clients.delete(TOKEN);
    rig.gateway.dropClient('alice');
    rig.gateway.dropClient('nobody');
    const answer = await waiting;
    await open.ended;
    expect([answer.status, cancelled]).toEqual([401, 1]);
    expect(rig.relay.closed).toHaveLength(1);
    expect((await send(rig.port, { body: call('ping'), headers })).status).toBe(401);
    expect(rig.gateway.stats()).toMatchObject({ sessions: 1, callsInFlight: 0, getStreams: 0 });
    rig.relay.onRequest = (exchange) => exchange.answer(reply(exchange, '{}'));
    const still = { body: call('ping'), headers: { 'mcp-session-id': other }, token: OTHER_TOKEN };
    expect((await send(rig.port, still)).status).toBe(200);
  });

  it('refuses a body that was still arriving when its token was revoked', async () => {
    const rig = await start();
    const body = String(modern('ping').body);
    const socket = net.connect(rig.port, '127.0.0.1');
    let got = '';
    socket.on('data', (chunk: Buffer) => (got += chunk.toString()));
    const head = `POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:${rig.port}\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    socket.write(head + body.slice(0, 10));
    await eventually(() => rig.gateway.stats().heldBytes === 10);
    rig.clients.delete(TOKEN);
    rig.gateway.dropClient('alice');
    socket.write(body.slice(10));
    await eventually(() => got.includes('\r\n\r\n'));
    expect(got).toContain('HTTP/1.1 401');
    expect(rig.relay.exchanges).toHaveLength(0);
    socket.destroy();
  });

  it('sees the role that the token names now', async () => {
    const rig = await start();
    const headers = { 'mcp-session-id': await openSession(rig) };
    rig.clients.set(TOKEN, { id: 'alice', name: 'Alice', role: 'reader' });
    await send(rig.port, { body: call('ping'), headers });
    expect(rig.relay.exchanges[0]?.client.role).toBe('reader');
    expect(rig.relay.opened[0]?.client.role).toBe('reader');
  });

  it('answers health without a token, and nothing below /.well-known', async () => {
    const rig = await start();
    const bare = { headers: { authorization: undefined } };
    const health = await send(rig.port, { ...bare, path: '/healthz' });
    expect([health.status, health.text]).toEqual([200, '{"status":"ok"}']);
    expect((await send(rig.port, { ...bare, path: '/healthz', method: 'POST', body: '' })).status).toBe(405);
    for (const path of [
      '/.well-known/oauth-protected-resource',
      '/.well-known/oauth-protected-resource/mcp',
      '/.well-known/oauth-authorization-server',
      '/.well-known/openid-configuration',
      '/register',
      '/',
    ])
      expect((await send(rig.port, { ...bare, path })).status).toBe(404);
  });

  it('knows the servers that a client may use', async () => {
    const rig = await start();
    const known = await send(rig.port, { ...modern('tools/list'), path: '/mcp/s/files' });
    expect(known.json).toMatchObject({ result: { scope: { kind: 'server', server: 'files' } } });
    const unknown = await send(rig.port, { ...modern('tools/list'), path: '/mcp/s/other' });
    expect(unknown.status).toBe(404);
    expect(unknown.json).toMatchObject({ jsonrpc: '2.0', id: null, error: { code: 4040 } });
    const silent = await send(rig.port, {
      ...modern('tools/list'),
      path: '/mcp/s/other',
      headers: { authorization: undefined },
    });
    expect(silent.status).toBe(401);
  });
});
