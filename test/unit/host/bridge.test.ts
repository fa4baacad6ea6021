import { once } from 'node:events';
import { Duplex, PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bridge, runBridge } from '../../../electron/host/control/bridge.ts';
import type { DownstreamSession, Exchange, RelayPort } from '../../../electron/relay/exchange.ts';
import { LineSplitter } from '../../../electron/relay/framing/line-splitter.ts';
import { echoRelay } from '../../fixtures/fake-engine.ts';

const open: Bridge[] = [];
afterEach(() => {
  for (const bridge of open.splice(0)) bridge.close();
});

const ENVELOPE = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 'a', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
};

/** A bridge whose other end the test holds. */
function bridge(relay: RelayPort, { cap = 1024 * 1024, callsInFlight = 4 } = {}) {
  const up = new PassThrough();
  const down = new PassThrough({ highWaterMark: 64 * 1024 * 1024 });
  const stream = Duplex.from({ readable: up, writable: down });
  const lines: unknown[] = [];
  let rest = '';
  down.on('data', (chunk: Buffer) => {
    rest += chunk.toString();
    const parts = rest.split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) lines.push(JSON.parse(part));
  });
  let closed = false;
  const made = runBridge({
    relay,
    client: { id: 'app', name: 'App', role: 'default' },
    scope: { kind: 'aggregate' },
    stream,
    splitter: new LineSplitter(cap),
    callsInFlight,
    waitingBytes: 64 * 1024 * 1024,
    onClosed: () => {
      closed = true;
    },
  });
  open.push(made);
  return {
    bridge: made,
    lines,
    up,
    isClosed: () => closed,
    send: (message: unknown) =>
      void up.write(`${typeof message === 'string' ? message : JSON.stringify(message)}\n`),
    async until(condition: () => boolean): Promise<void> {
      while (!condition()) await new Promise((next) => setImmediate(next));
    },
  };
}

/** A relay that keeps what it is given and answers nothing by itself. */
function keepingRelay() {
  const exchanges: Exchange[] = [];
  const sessions: DownstreamSession[] = [];
  const seen: string[] = [];
  const relay: RelayPort = {
    initialize(exchange, accept) {
      sessions.push(accept('2025-11-25'));
      exchange.answer(Buffer.from(`{"jsonrpc":"2.0","id":${exchange.message.id?.raw},"result":{}}`));
    },
    request: (exchange) => void exchanges.push(exchange),
    notification: (_session, message) => void seen.push(message.method),
    response: () => void seen.push('response'),
    sessionClosed: () => void seen.push('closed'),
  };
  return { relay, exchanges, sessions, seen };
}
const INIT = { jsonrpc: '2.0', id: 0, method: 'initialize', params: { protocolVersion: '2025-11-25' } };

describe('a bridge', () => {
  it('carries a session: initialize, requests, notifications, answers, end', async () => {
    const seen: string[] = [];
    const b = bridge(echoRelay(seen));
    b.send({ jsonrpc: '2.0', id: 9, method: 'tools/list' });
    b.send(INIT);
    b.send({ jsonrpc: '2.0', method: 'notifications/initialized' });
    b.send({ jsonrpc: '2.0', id: 's', method: 'tools/list' });
    b.send({ jsonrpc: '2.0', id: 1, result: {} });
    b.send({ ...INIT, id: 5 });
    await b.until(() => b.lines.length === 4);
    expect(b.lines).toMatchObject([
      { id: 9, error: { code: -32600 } },
      { id: 0, result: { protocolVersion: '2025-11-25' } },
      { id: 's', result: { method: 'tools/list' } },
      { id: 5, error: { code: -32600 } },
    ]);
    b.up.end();
    await b.until(b.isClosed);
    expect(seen).toEqual([
      'initialize App',
      'notification notifications/initialized',
      'request tools/list',
      'response',
      'closed',
    ]);
  });

  it('carries requests of 2026-07-28 without a session, and cancels them', async () => {
    const { relay, exchanges, seen } = keepingRelay();
    const b = bridge(relay);
    const call = (id: number, meta: unknown = ENVELOPE) => ({
      jsonrpc: '2.0',
      id,
      method: 'tools/call',
      params: { name: 'wörk', _meta: meta },
    });
    b.send(call(1));
    b.send(call(2));
    b.send(call(3, { ...ENVELOPE, 'io.modelcontextprotocol/protocolVersion': '2099-01-01' }));
    await b.until(() => exchanges.length === 2 && b.lines.length === 1);
    expect(b.lines).toMatchObject([{ id: 3, error: { code: -32022 } }]);
    expect(exchanges[0]?.session).toBeUndefined();
    expect(exchanges[0]?.envelope?.protocolVersion).toBe('2026-07-28');
    let cancelled = 0;
    for (const exchange of exchanges) exchange.oncancel = () => void cancelled++;
    b.send({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } });
    await b.until(() => cancelled === 1);
    exchanges[0]?.answer(Buffer.from('{"late":true}'));
    exchanges[1]?.interim(Buffer.from('{"jsonrpc":"2.0",\n"method":"x"}'));
    exchanges[1]?.answer(Buffer.from('{"jsonrpc":"2.0","id":2,"result":{}}'));
    await b.until(() => b.lines.length === 3);
    expect(b.lines.slice(1)).toEqual([
      { jsonrpc: '2.0', method: 'x' },
      { jsonrpc: '2.0', id: 2, result: {} },
    ]);
    expect(seen).toEqual([]);
  });

  it('bounds calls in flight, refuses an id that is in flight, and frees it after the answer', async () => {
    const { relay, exchanges } = keepingRelay();
    const b = bridge(relay, { callsInFlight: 2 });
    b.send(INIT);
    for (const id of [1, 1, '1', 2]) b.send({ jsonrpc: '2.0', id, method: 'ping' });
    await b.until(() => b.lines.length === 3 && exchanges.length === 2);
    expect(b.lines.slice(1)).toMatchObject([
      { id: 1, error: { code: -32600 } },
      { id: 2, error: { code: 4030 } },
    ]);
    exchanges[0]?.answer(Buffer.from('{"jsonrpc":"2.0","id":1,"result":{}}'));
    b.send({ jsonrpc: '2.0', id: 1, method: 'ping' });
    await b.until(() => exchanges.length === 3);
  });

  it('hands cancellations of a session to the relay, which abandons the call', async () => {
    const { relay, exchanges, seen } = keepingRelay();
    const b = bridge(relay, { callsInFlight: 1 });
    b.send(INIT);
    b.send({ jsonrpc: '2.0', id: 1, method: 'tools/call' });
    b.send({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } });
    await b.until(() => seen.length === 1);
    exchanges[0]?.abandon();
    b.send({ jsonrpc: '2.0', id: 2, method: 'tools/call' });
    await b.until(() => exchanges.length === 2);
  });

  it('ends everything when it is closed, and says nothing afterwards', async () => {
    const { relay, exchanges, sessions, seen } = keepingRelay();
    const b = bridge(relay);
    b.send(INIT);
    b.send({ jsonrpc: '2.0', id: 1, method: 'tools/call' });
    await b.until(() => exchanges.length === 1);
    let cancelled = false;
    const [exchange] = exchanges;
    if (exchange) exchange.oncancel = () => void (cancelled = true);
    b.bridge.close();
    expect([cancelled, seen, b.isClosed()]).toEqual([true, ['closed'], true]);
    exchange?.answer(Buffer.from('{}'));
    sessions[0]?.send(Buffer.from('{}'));
    b.bridge.close();
    expect(seen).toEqual(['closed']);
    expect(b.lines.length).toBe(1);
  });

  it('answers what is no message and goes on; ends at a line beyond the cap', async () => {
    const b = bridge(echoRelay(), { cap: 1000 });
    b.send('garbage');
    b.send('[]');
    b.send('{"jsonrpc":"2.0"}');
    b.send('');
    b.send({ ...INIT, id: 1 });
    await b.until(() => b.lines.length === 4);
    expect(b.lines).toMatchObject([
      { id: null, error: { code: -32700 } },
      { id: null, error: { code: -32600 } },
      { id: null, error: { code: -32600 } },
      { id: 1, result: {} },
    ]);
    b.up.write('x'.repeat(2000));
    await b.until(b.isClosed);
  });

  it('stops reading an app that does not take its answers', async () => {
    const { relay, exchanges } = keepingRelay();
    const b = bridge(relay, { callsInFlight: 1000 });
    const stuck = new Duplex({ read: () => {}, write: () => {}, highWaterMark: 1 });
    let closed = false;
    const bound = runBridge({
      relay,
      client: { id: 'app', name: 'App', role: 'default' },
      scope: { kind: 'aggregate' },
      stream: stuck,
      splitter: new LineSplitter(1000),
      callsInFlight: 1000,
      waitingBytes: 64 * 1024 * 1024,
      onClosed: () => {
        closed = true;
      },
    });
    open.push(bound);
    stuck.push(`${JSON.stringify(INIT)}\n`);
    stuck.push('{"jsonrpc":"2.0","id":1,"method":"a"}\n');
    while (exchanges.length === 0) await new Promise((next) => setImmediate(next));
    exchanges[0]?.interim(Buffer.alloc(2 * 1024 * 1024, 0x20));
    stuck.push('{"jsonrpc":"2.0","id":2,"method":"b"}\n');
    for (let turn = 0; turn < 50; turn++) await new Promise((next) => setImmediate(next));
    expect(exchanges.length).toBe(1);
    exchanges[0]?.interim(Buffer.alloc(65 * 1024 * 1024, 0x20));
    expect(closed).toBe(true);
    b.up.end();
    await once(b.up, 'close').catch(() => undefined);
  });
});
