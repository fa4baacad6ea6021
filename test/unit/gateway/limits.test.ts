import { describe, expect, it } from 'vitest';
import {
  call,
  eventually,
  INITIALIZE,
  modern,
  openSession,
  OTHER_TOKEN,
  reply,
  send,
  start,
  stream,
  TOKEN,
} from './harness.ts';

describe('limits', () => {
  it('hold for calls in flight of one app: 429 with the id, others unaffected', async () => {
    const rig = await start({ limits: { callsPerClient: 2 } });
    rig.relay.onRequest = () => undefined;
    const waiting = [1, 2].map(() => send(rig.port, modern('tools/list')));
    await eventually(() => rig.relay.exchanges.length === 2);
    const third = await send(rig.port, modern('tools/list'));
    expect(third.status).toBe(429);
    expect(third.json).toMatchObject({ error: { code: 4290 } });
    expect((third.json as { error: { message: string } }).error.message).toContain('2 calls in flight');
    expect((await send(rig.port, { body: INITIALIZE })).status).toBe(429);
    rig.relay.onRequest = (exchange) => exchange.answer(reply(exchange, '{}'));
    expect((await send(rig.port, { ...modern('tools/list'), token: OTHER_TOKEN })).status).toBe(200);
    for (const exchange of rig.relay.exchanges) exchange.answer(reply(exchange, '{}'));
    await Promise.all(waiting);
    expect((await send(rig.port, modern('tools/list'))).status).toBe(200);
  });

  it('hold for a batch as for its calls', async () => {
    const rig = await start({ limits: { callsPerClient: 2 } });
    rig.relay.version = '2025-03-26';
    const headers = { 'mcp-session-id': await openSession(rig) };
    const body = `[${call('a')},${call('b')},${call('c')}]`;
    expect((await send(rig.port, { body, headers })).status).toBe(429);
    expect(rig.relay.exchanges).toHaveLength(0);
  });

  it('hold for sessions: the one unused for longest goes, none that is in use', async () => {
    const rig = await start({ limits: { sessionsPerClient: 2 } });
    const first = await openSession(rig);
    rig.clock.advance(2_000);
    const second = await openSession(rig);
    rig.clock.advance(2_000);
    await send(rig.port, { body: call('ping'), headers: { 'mcp-session-id': first } });
    const third = await openSession(rig);
    expect(rig.relay.closed.map((session) => session.id)).toEqual([second]);
    const streams = await Promise.all(
      [first, third].map((id) => stream(rig.port, { headers: { 'mcp-session-id': id } })),
    );
    expect((await send(rig.port, { body: INITIALIZE })).status).toBe(429);
    expect((await send(rig.port, { body: INITIALIZE, token: OTHER_TOKEN })).status).toBe(200);
    for (const open of streams) open.drop();
  });

  it('hold for sessions that are still being opened', async () => {
    const rig = await start({ limits: { sessionsPerClient: 1 } });
    rig.relay.onInitialize = () => undefined;
    const opening = stream(rig.port, { body: INITIALIZE });
    await eventually(() => rig.gateway.stats().callsInFlight === 1);
    expect((await send(rig.port, { body: INITIALIZE })).status).toBe(429);
    rig.clock.advance(7_000);
    (await opening).drop();
    await eventually(() => rig.gateway.stats().callsInFlight === 0);
  });

  it('end a session that nobody used for long, not one with an open stream', async () => {
    const rig = await start({ limits: { sessionIdleMs: 10_000 } });
    const idle = await openSession(rig);
    const used = await openSession(rig);
    const open = await stream(rig.port, { headers: { 'mcp-session-id': used } });
    rig.clock.advance(12_000);
    expect(rig.relay.closed.map((session) => session.id)).toEqual([idle]);
    open.drop();
  });

  it('hold for GET streams', async () => {
    const rig = await start({ limits: { getStreamsPerClient: 2 } });
    const headers = { 'mcp-session-id': await openSession(rig) };
    const open = await Promise.all([1, 2].map(() => stream(rig.port, { headers })));
    expect((await send(rig.port, { headers })).status).toBe(429);
    open[0]?.drop();
    await eventually(() => rig.gateway.stats().getStreams === 1);
    const again = await stream(rig.port, { headers });
    expect(again.status).toBe(200);
  });

  it('hold for bodies of calls in flight', async () => {
    const rig = await start({ limits: { heldBytesPerClient: 1_000 } });
    rig.relay.onRequest = () => undefined;
    const ask = modern('tools/call', { name: 'x', arguments: { pad: 'x'.repeat(600) } });
    const waiting = stream(rig.port, ask);
    await eventually(() => rig.relay.exchanges.length === 1);
    expect((await send(rig.port, ask)).status).toBe(429);
    rig.clock.advance(7_000);
    (await waiting).drop();
    await eventually(() => rig.gateway.stats().heldBytes === 0);
  });

  it('hold for wrong tokens, and never lock out the right one', async () => {
    const rig = await start({ limits: { wrongTokens: 3, wrongTokensPerSecond: 1 } });
    const statuses: number[] = [];
    for (let i = 0; i < 5; i++)
      statuses.push((await send(rig.port, { ...modern('ping'), token: `guess-${i}` })).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect((await send(rig.port, { ...modern('ping'), token: TOKEN })).status).toBe(200);
    rig.clock.advance(1_000);
    expect((await send(rig.port, { ...modern('ping'), token: 'guess' })).status).toBe(401);
  });

  it('hold for what waits for a GET stream', async () => {
    const rig = await start({ limits: { storedEvents: 10 } });
    const headers = { 'mcp-session-id': await openSession(rig) };
    for (let n = 0; n < 100; n++)
      rig.relay.opened[0]?.send(Buffer.from(`{"jsonrpc":"2.0","method":"n","params":${n}}`));
    expect(rig.gateway.stats().storedEvents).toBe(10);
    const open = await stream(rig.port, { headers });
    await open.until(11);
    expect((open.messages as { params: number }[]).map((each) => each.params)).toEqual([
      90, 91, 92, 93, 94, 95, 96, 97, 98, 99,
    ]);
  });
});
