import { afterEach, expect, test, vi } from 'vitest';
import { pass as reallyPass } from '../../fixtures/pass.ts';
import type { RecordedExchange } from '../../fixtures/relay-client.ts';
import { aRelay, type RelayKit, settle } from '../../fixtures/relay-kit.ts';

const MARK = 'io.modelcontextprotocol/subscriptionId';
const tools = [{ name: 'a', inputSchema: {} }];
const resources = [{ uri: 'x:1', name: 'x' }];
const young = { id: 'young', era: 'stateless' as const, transport: 'http' as const };
const old = { id: 'old' };
const DEAD = { code: 'closed', message: 'dead' } as const;

afterEach(() => {
  vi.useRealTimers();
});

/** Time passes for timers and for the relay's own clock. */
async function pass(kit: RelayKit, ms: number): Promise<void> {
  kit.advance(ms);
  vi.advanceTimersByTime(ms);
  await settle();
}

async function listening(kit: RelayKit, notifications: object, server?: string): Promise<RecordedExchange> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const exchange = kit
    .client('one')
    .stateless(
      { id: 'L', method: 'subscriptions/listen', params: { notifications } },
      server === undefined ? {} : { server },
    );
  await settle();
  await pass(kit, 1000);
  return exchange;
}

const heard = (exchange: RecordedExchange): string[] =>
  exchange.interims.map((text) => (JSON.parse(text) as { method: string }).method).slice(1);
const listens = (kit: RelayKit, connection = kit.server('young').now) =>
  connection.all('subscriptions/listen');
const tell = (kit: RelayKit, method: string, params: object = {}): void => {
  const { id } = listens(kit).at(-1)!;
  kit
    .server('young')
    .now.say({ jsonrpc: '2.0', method, params: { ...params, _meta: { [MARK]: id } } }, id as number);
};

test('on /mcp a client hears of changed lists of servers of both generations, marked as its own', async () => {
  const lists: unknown[][] = [tools, tools];
  const list = (i: number) => () => JSON.stringify({ tools: lists[i], resultType: 'complete' });
  const kit = aRelay({
    servers: [
      { ...young, lists: { 'tools/list': list(0) } },
      { ...old, lists: { 'tools/list': list(1) } },
    ],
  });
  const exchange = await listening(kit, { toolsListChanged: true });
  const [sent] = listens(kit);
  expect(sent?.params).toEqual({
    notifications: { toolsListChanged: true },
    _meta: {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
      'io.modelcontextprotocol/clientCapabilities': {},
    },
  });
  const before = heard(exchange).length;
  lists[0] = [...tools, { name: 'b', inputSchema: {} }];
  tell(kit, 'notifications/tools/list_changed');
  await settle();
  expect(heard(exchange).slice(before)).toEqual(['notifications/tools/list_changed']);
  lists[1] = [];
  kit.server('old').now.say({ jsonrpc: '2.0', method: 'notifications/tools/list_changed' });
  await settle();
  expect(heard(exchange).slice(before).length).toBe(2);
  const ours = `"_meta":{"${MARK}":"L"}`;
  expect(exchange.interims.every((text) => text.includes(ours))).toBe(true);
});

test('on /mcp a client hears of resources of a stateless server, and the stream there ends with its own', async () => {
  const kit = aRelay({ servers: [{ ...young, resources }, old] });
  kit.client('one').stateless({ id: 1, method: 'tools/list' });
  await reallyPass(300);
  const exchange = await listening(kit, { resourceSubscriptions: ['x:1'] });
  expect(listens(kit).map((sent) => sent.params['notifications'])).toEqual([
    { resourceSubscriptions: ['x:1'] },
  ]);
  for (const uri of ['x:1', 'x:2']) tell(kit, 'notifications/resources/updated', { uri });
  expect(heard(exchange)).toEqual(['notifications/resources/updated']);
  exchange.oncancel?.();
  expect(kit.server('young').now.aborted).toEqual([listens(kit)[0]?.id]);
  expect(kit.runtime.pool.of('young')[0]?.owners.size).toBe(0);
  tell(kit, 'notifications/resources/updated', { uri: 'x:1' });
  expect(heard(exchange).length).toBe(1);
});

test('a server that dies is listened to again when it is back, later each time, and never after the end', async () => {
  const kit = aRelay({ servers: [young] });
  const exchange = await listening(kit, { toolsListChanged: true });
  const { connections } = kit.server('young');
  const died = async (wait: number): Promise<void> => {
    const before = connections.length;
    kit.server('young').now.die(DEAD);
    await pass(kit, wait - 1);
    expect(connections.length).toBe(before);
    await pass(kit, 1);
    expect(connections.length).toBe(before + 1);
    expect(listens(kit).length).toBe(1);
  };
  for (const wait of [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]) await died(wait);
  await pass(kit, 60_000);
  await died(1000);
  kit.server('young').now.die(DEAD);
  exchange.oncancel?.();
  const { length } = connections;
  await pass(kit, 120_000);
  expect(connections.length).toBe(length);
});

test('a stream that the server closes is opened again, one that it refuses is not', async () => {
  const kit = aRelay({ servers: [young] });
  await listening(kit, { toolsListChanged: true });
  const server = kit.server('young').now;
  server.answer('subscriptions/listen', { resultType: 'complete' });
  await pass(kit, 1000);
  expect(listens(kit).length).toBe(2);
  const id = listens(kit)[1]!.id as number;
  server.say({ jsonrpc: '2.0', id, error: { code: -32601, message: 'no' } }, id);
  await pass(kit, 120_000);
  expect(listens(kit).length).toBe(2);
  expect(kit.server('young').connections.length).toBe(1);
});

test('in front of one session-era server, resources are subscribed to again and the client reads the lists anew', async () => {
  const kit = aRelay({ servers: [old] });
  const exchange = await listening(kit, { toolsListChanged: true, resourceSubscriptions: ['x:1'] }, 'old');
  kit.server('old').now.die(DEAD);
  await pass(kit, 1000);
  expect(kit.server('old').connections.length).toBe(2);
  expect(
    kit
      .server('old')
      .now.all('resources/subscribe')
      .map((sent) => sent.params),
  ).toEqual([{ uri: 'x:1' }]);
  expect(heard(exchange)).toEqual(['notifications/tools/list_changed']);
  kit
    .server('old')
    .now.say({ jsonrpc: '2.0', method: 'notifications/resources/updated', params: { uri: 'x:1' } });
  expect(heard(exchange).at(-1)).toBe('notifications/resources/updated');
});

test('a server that is taken away is let go and not tried again; given back, it is listened to', async () => {
  const kit = aRelay({ servers: [young] });
  const exchange = await listening(kit, { toolsListChanged: true });
  kit.hidden.add('young');
  kit.runtime.catalog.changed('young');
  await kit.runtime.pool.closeServer('young');
  await pass(kit, 120_000);
  expect(heard(exchange).at(-1)).toBe('notifications/tools/list_changed');
  expect(kit.server('young').connections.length).toBe(1);
  kit.hidden.clear();
  kit.runtime.catalog.changed('young');
  await settle();
  expect(kit.server('young').connections.length).toBe(2);
  expect(listens(kit).length).toBe(1);
});
