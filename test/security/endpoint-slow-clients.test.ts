import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../electron/relay/exchange.ts';
import {
  call,
  connect,
  eventually,
  modern,
  openSession,
  reply,
  type Rig,
  send,
  start,
  TOKEN,
} from '../unit/gateway/harness.ts';

const MIB = 1024 * 1024;

const head = (rig: Rig, extra: string, length: number): string =>
  `POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:${rig.port}\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n${extra}\r\n`;

/** Sends a request and never reads the answer. */
function deaf(rig: Rig, extra: string, body: string): { closed: boolean } {
  const socket = connect(rig.port);
  const state = { closed: false };
  socket.pause();
  socket.on('close', () => (state.closed = true));
  socket.write(head(rig, extra, body.length) + body);
  return state;
}

/** Many requests at once on one connection, and no answer is read. */
function pipeline(rig: Rig, count: number): ReturnType<typeof connect> {
  const ask = modern('ping');
  const headers = Object.entries(ask.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`);
  const one = head(rig, headers.join(''), String(ask.body).length) + String(ask.body);
  const socket = connect(rig.port);
  socket.pause();
  socket.write(one.repeat(count));
  return socket;
}

const big = (bytes: number): string => `{"x":"${'y'.repeat(bytes)}"}`;

const exchanges = async (rig: Rig, count: number): Promise<Exchange[]> => {
  await eventually(() => rig.relay.exchanges.length >= count);
  return rig.relay.exchanges;
};

describe('slowloris', () => {
  it('with headers that never end is cut off', async () => {
    const rig = await start({ limits: { headersTimeoutMs: 100 } });
    const socket = connect(rig.port);
    let got = '';
    let closed = false;
    socket.on('data', (chunk: Buffer) => (got += chunk.toString()));
    socket.on('close', () => (closed = true));
    socket.write('POST /mcp HTTP/1.1\r\nX-A: 1\r\n');
    const drip = setInterval(() => socket.write('X-B: 1\r\n'), 20);
    await eventually(() => closed);
    clearInterval(drip);
    expect(got).toContain(' 408 ');
  });

  it('with a body that never ends is cut off and lets go of what it sent', async () => {
    const rig = await start({ limits: { headersTimeoutMs: 1000, requestTimeoutMs: 2000 } });
    const socket = connect(rig.port);
    let closed = false;
    socket.on('close', () => (closed = true));
    socket.resume();
    socket.write(head(rig, '', 1_000));
    const drip = setInterval(() => socket.write('x'), 20);
    await eventually(() => rig.gateway.stats().heldBytes > 0);
    await eventually(() => closed);
    clearInterval(drip);
    await eventually(() => rig.gateway.stats().heldBytes === 0);
    expect((await send(rig.port, modern('ping'))).status).toBe(200);
  });
});

describe('a client that does not read', () => {
  it('holds a bounded number of bytes, and is cut off when it takes nothing for a minute', async () => {
    const rig = await start();
    const headers = `Mcp-Session-Id: ${await openSession(rig)}\r\n`;
    rig.relay.onRequest = (exchange) => exchange.interim(Buffer.from('{}'));
    const state = deaf(rig, headers, call('tools/call'));
    const [exchange] = await exchanges(rig, 1);
    const message = Buffer.from(big(MIB));
    for (let i = 0; i < 200; i++) {
      exchange?.interim(message);
      const { waitingBytes, storedBytes } = rig.gateway.stats();
      expect(waitingBytes).toBeLessThan(3 * MIB);
      expect(storedBytes).toBeLessThan(10 * MIB);
      if (i % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    expect(rig.gateway.stats().waitingBytes).toBeGreaterThan(0);
    expect(state.closed).toBe(false);
    for (let second = 0; second < 70; second++) rig.clock.advance(1_000);
    await eventually(() => rig.gateway.stats().connections === 0);
    expect(rig.gateway.stats()).toMatchObject({ waitingBytes: 0, cutOff: 1, streams: 0 });
    // Session era: the call itself goes on.
    expect(rig.gateway.stats().callsInFlight).toBe(1);
  });

  it('of a stateless stream is cancelled when it is cut off, and holds nothing after that', async () => {
    const rig = await start();
    const ask = modern('tools/call', { name: 'x' });
    const headers = Object.entries(ask.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`);
    rig.relay.onRequest = () => undefined;
    deaf(rig, headers.join(''), String(ask.body));
    const [exchange] = await exchanges(rig, 1);
    let cancelled = 0;
    if (exchange !== undefined) exchange.oncancel = () => cancelled++;
    const message = Buffer.from(big(MIB));
    for (let i = 0; i < 50; i++) exchange?.interim(message);
    for (let second = 0; second < 70; second++) rig.clock.advance(1_000);
    expect(cancelled).toBe(1);
    expect(rig.gateway.stats()).toMatchObject({
      waitingBytes: 0,
      storedBytes: 0,
      storedEvents: 0,
      callsInFlight: 0,
    });
  });

  it('is the one that goes when all together hold too much', async () => {
    const rig = await start({ limits: { waitingBytesTotal: 24 * MIB } });
    rig.relay.onRequest = () => undefined;
    const ask = modern('tools/call', { name: 'x' });
    const headers = Object.entries(ask.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`);
    const states = Array.from({ length: 6 }, () => deaf(rig, headers.join(''), String(ask.body)));
    const waiting = await exchanges(rig, 6);
    for (const exchange of waiting) {
      exchange.answer(reply(exchange, big(10 * MIB)));
      rig.clock.advance(1_000);
      expect(rig.gateway.stats().waitingBytes).toBeLessThanOrEqual(24 * MIB);
    }
    expect(rig.gateway.stats().cutOff).toBeGreaterThan(0);
    await eventually(() => rig.gateway.stats().connections < states.length);
    rig.relay.onRequest = (exchange) => exchange.answer(reply(exchange, '{}'));
    expect((await send(rig.port, modern('ping'))).status).toBe(200);
  });

  it('but reads at last gets a large answer whole', async () => {
    const rig = await start();
    rig.relay.onRequest = (exchange) => exchange.answer(reply(exchange, big(20 * MIB)));
    const answer = await send(rig.port, modern('tools/call', { name: 'x' }));
    expect((answer.json as { result: { x: string } }).result.x).toHaveLength(20 * MIB);
    await eventually(() => rig.gateway.stats().waitingBytes === 0);
  });

  it('of many small answers on one connection is cut off at the limit for all', async () => {
    const rig = await start({ limits: { waitingBytesTotal: 4 * MIB } });
    const socket = pipeline(rig, 500);
    rig.relay.onRequest = (exchange) => {
      exchange.answer(reply(exchange, big(100_000)));
      expect(rig.gateway.stats().waitingBytes).toBeLessThanOrEqual(4 * MIB);
    };
    await eventually(() => rig.gateway.stats().cutOff > 0 && rig.gateway.stats().connections === 0);
    expect(rig.gateway.stats().waitingBytes).toBe(0);
    socket.destroy();
  });

  it('and leaves: every pipelined call is cancelled, not only the first', async () => {
    const rig = await start();
    let cancelled = 0;
    rig.relay.onRequest = (exchange) => {
      exchange.oncancel = () => cancelled++;
    };
    const socket = pipeline(rig, 20);
    await exchanges(rig, 20);
    socket.destroy();
    await eventually(() => cancelled === 20);
    expect(rig.gateway.stats()).toMatchObject({ callsInFlight: 0, heldBytes: 0 });
  });

  it('cannot hold answers in place of reading them: what waits for GET is bounded for all together', async () => {
    const rig = await start({ limits: { storedBytesTotal: 4 * MIB } });
    for (let i = 0; i < 10; i++) await openSession(rig);
    for (const session of rig.relay.opened)
      for (let i = 0; i < 4; i++) session.send(Buffer.from(big(MIB / 2)));
    expect(rig.gateway.stats().storedBytes).toBeLessThanOrEqual(4 * MIB);
  });
});
