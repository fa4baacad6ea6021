import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../electron/relay/exchange.ts';
import { call, eventually, openSession, reply, type Rig, send, start, stream } from './harness.ts';

const note = (n: number): Buffer => Buffer.from(`{"jsonrpc":"2.0","method":"n","params":{"n":${n}}}`);

/** A rig with a session and a tool call that waits for the test. */
async function waitingCall(
  version = '2025-11-25',
): Promise<{ rig: Rig; headers: { 'mcp-session-id': string } }> {
  const rig = await start();
  rig.relay.version = version;
  const headers = { 'mcp-session-id': await openSession(rig) };
  rig.relay.onRequest = () => undefined;
  return { rig, headers };
}

const exchangeOf = async (rig: Rig, index = 0): Promise<Exchange> => {
  await eventually(() => rig.relay.exchanges.length > index);
  return rig.relay.exchanges[index] as Exchange;
};

describe('the stream of a POST', () => {
  it('begins with a priming event and carries ids of its own', async () => {
    const { rig, headers } = await waitingCall();
    rig.relay.onRequest = (exchange) => {
      exchange.interim(note(1));
      exchange.interim(note(2));
    };
    const open = await stream(rig.port, { body: call('tools/call'), headers });
    await open.until(3);
    const exchange = await exchangeOf(rig);
    exchange.answer(reply(exchange, '{}'));
    await open.ended;
    expect(open.headers['cache-control']).toContain('no-cache');
    expect(open.events[0]).toMatchObject({ retry: 1_000, data: '' });
    expect(open.messages).toMatchObject([{ params: { n: 1 } }, { params: { n: 2 } }, { result: {} }]);
    const ids = open.events.map((event) => event.id);
    expect(new Set(ids).size).toBe(4);
    expect(ids).not.toContain(undefined);
  });

  it('has no priming event before 2025-11-25, and does not let such a client go', async () => {
    const { rig, headers } = await waitingCall('2025-06-18');
    rig.relay.onRequest = (exchange) => {
      exchange.detach(10);
      exchange.interim(note(1));
      exchange.detach(10);
      exchange.answer(reply(exchange, '{}'));
    };
    const open = await stream(rig.port, { body: call('tools/call'), headers });
    await open.ended;
    expect(open.messages).toMatchObject([{ params: { n: 1 } }, { result: {} }]);
    expect(open.events[0]?.id).toBeDefined();
  });

  it('ends early when the server lets the client poll; GET with Last-Event-ID has the rest', async () => {
    const { rig, headers } = await waitingCall();
    rig.relay.onRequest = (exchange) => exchange.detach(25);
    const first = await stream(rig.port, { body: call('tools/call', {}, 'x'), headers });
    await first.ended;
    expect(first.events).toMatchObject([{ retry: 25, data: '' }]);
    const exchange = await exchangeOf(rig);
    exchange.interim(note(1));
    const last = first.events[0]?.id ?? '';
    const again = await stream(rig.port, { headers: { ...headers, 'last-event-id': last } });
    await again.until(1);
    exchange.answer(reply(exchange, '{"done":true}'));
    await again.ended;
    expect(again.messages).toMatchObject([{ params: { n: 1 } }, { id: 'x', result: { done: true } }]);
    // Asked again, it comes again; from the last event there is nothing more, and the stream ends.
    const third = await stream(rig.port, { headers: { ...headers, 'last-event-id': last } });
    await third.ended;
    expect(third.messages).toHaveLength(2);
    const end = await send(rig.port, { headers: { ...headers, 'last-event-id': third.events.at(-1)?.id } });
    expect([end.status, end.text]).toEqual([200, '']);
  });

  it('says when to come back, also when it has begun already', async () => {
    const { rig, headers } = await waitingCall();
    rig.relay.onRequest = (exchange) => {
      exchange.interim(note(1));
      exchange.detach(77);
    };
    const open = await stream(rig.port, { body: call('tools/call'), headers });
    await open.ended;
    expect(open.events.at(-1)).toMatchObject({ retry: 77, id: undefined });
    expect(open.messages).toHaveLength(1);
  });

  it('can be resumed after a lost connection, on its own stream only', async () => {
    const { rig, headers } = await waitingCall();
    rig.relay.onRequest = (exchange) => exchange.interim(note(Number(exchange.message.id?.raw)));
    const one = await stream(rig.port, { body: call('tools/call', {}, 1), headers });
    const two = await stream(rig.port, { body: call('tools/call', {}, 2), headers });
    await Promise.all([one.until(2), two.until(2)]);
    one.drop();
    await eventually(() => rig.gateway.stats().streams === 1);
    const [first, second] = [await exchangeOf(rig, 0), await exchangeOf(rig, 1)];
    first.answer(reply(first, '{"call":1}'));
    second.answer(reply(second, '{"call":2}'));
    await two.ended;
    const resumed = await stream(rig.port, {
      headers: { ...headers, 'last-event-id': one.events.at(-1)?.id },
    });
    await resumed.ended;
    expect(resumed.messages).toMatchObject([{ id: 1, result: { call: 1 } }]);
    expect(two.messages).toMatchObject([{ params: { n: 2 } }, { id: 2, result: { call: 2 } }]);
  });

  it('refuses an id that names no stream of this session', async () => {
    const { rig, headers } = await waitingCall();
    for (const id of ['nonsense', '9.1', '0.999', '-1.0', '1e1.1'])
      expect((await send(rig.port, { headers: { ...headers, 'last-event-id': id } })).status).toBe(400);
  });

  it('begins after a long wait and gets comments while it is quiet', async () => {
    const { rig, headers } = await waitingCall();
    const opening = stream(rig.port, { body: call('tools/call'), headers });
    const exchange = await exchangeOf(rig);
    rig.clock.advance(7_000);
    const open = await opening;
    await open.until(1);
    rig.clock.advance(20_000);
    await eventually(() => open.comments.length > 0);
    exchange.answer(reply(exchange, '{}'));
    await open.ended;
    expect(open.messages).toHaveLength(1);
  });

  it('announces the session when initialize itself takes long', async () => {
    const rig = await start();
    const opening = stream(rig.port, { body: call('initialize', {}, 0) });
    let finish: (() => void) | undefined;
    rig.relay.onInitialize = (exchange, accept) => {
      finish = () => {
        accept('2025-11-25');
        exchange.answer(reply(exchange, '{}'));
      };
    };
    await eventually(() => finish !== undefined);
    rig.clock.advance(7_000);
    const open = await opening;
    finish?.();
    await open.ended;
    const id = open.headers['mcp-session-id'];
    rig.relay.onRequest = (exchange) => exchange.answer(reply(exchange, '{}'));
    const next = await send(rig.port, { body: call('ping'), headers: { 'mcp-session-id': String(id) } });
    expect(next.status).toBe(200);
  });

  it('ends without an answer when the request is abandoned', async () => {
    const { rig, headers } = await waitingCall();
    rig.relay.onRequest = (exchange) => {
      exchange.interim(note(1));
      exchange.abandon();
      exchange.answer(Buffer.from('late'));
      exchange.interim(Buffer.from('late'));
    };
    const open = await stream(rig.port, { body: call('tools/call'), headers });
    await open.ended;
    expect(open.messages).toHaveLength(1);
  });
});

describe('the GET stream', () => {
  it('carries what belongs to no request, also what came before it was open', async () => {
    const { rig, headers } = await waitingCall();
    const [session] = rig.relay.opened;
    session?.send(note(1));
    const open = await stream(rig.port, { headers });
    session?.send(note(2));
    await open.until(3);
    expect(open.events[0]?.data).toBe('');
    expect(open.messages).toMatchObject([{ params: { n: 1 } }, { params: { n: 2 } }]);
  });

  it('is one of several: each message goes on exactly one, and on another when that closes', async () => {
    const { rig, headers } = await waitingCall();
    const [session] = rig.relay.opened;
    const older = await stream(rig.port, { headers });
    const newer = await stream(rig.port, { headers });
    await Promise.all([older.until(1), newer.until(1)]);
    session?.send(note(1));
    await newer.until(2);
    newer.drop();
    await eventually(() => rig.gateway.stats().getStreams === 1);
    session?.send(note(2));
    await older.until(2);
    expect(newer.messages).toMatchObject([{ params: { n: 1 } }]);
    expect(older.messages).toMatchObject([{ params: { n: 2 } }]);
  });

  it('goes on after Last-Event-ID without losing or repeating anything', async () => {
    const { rig, headers } = await waitingCall();
    const [session] = rig.relay.opened;
    const first = await stream(rig.port, { headers });
    session?.send(note(1));
    session?.send(note(2));
    await first.until(3);
    first.drop();
    await eventually(() => rig.gateway.stats().getStreams === 0);
    session?.send(note(3));
    const again = await stream(rig.port, {
      headers: { ...headers, 'last-event-id': first.events[1]?.id },
    });
    await again.until(2);
    session?.send(note(4));
    await again.until(3);
    expect(again.messages).toMatchObject([{ params: { n: 2 } }, { params: { n: 3 } }, { params: { n: 4 } }]);
  });

  it('ends with its session', async () => {
    const { rig, headers } = await waitingCall();
    const open = await stream(rig.port, { headers });
    await send(rig.port, { method: 'DELETE', headers });
    await open.ended;
    rig.relay.opened[0]?.send(note(1));
    expect(rig.gateway.stats()).toMatchObject({ storedBytes: 0, storedEvents: 0, getStreams: 0 });
  });

  it('must be wanted: 406 when Accept does not list event streams', async () => {
    const { rig, headers } = await waitingCall();
    expect((await send(rig.port, { headers: { ...headers, accept: 'application/json' } })).status).toBe(406);
    expect((await send(rig.port, { headers: { accept: '*/*' } })).status).toBe(400);
  });
});
