import { expect, test } from 'vitest';
import { defaultCaps } from '../../../shared/model/caps.ts';
import { pass } from '../../fixtures/pass.ts';
import { anOpenSession, aRelay, settle } from '../../fixtures/relay-kit.ts';
import { readOffer, plainParams } from '../../../electron/catalog/read-offer.ts';
import { addPage, type Item, packItems, readItem, unpackItems } from '../../../electron/catalog/snapshot.ts';
import type { Peer } from '../../../electron/relay/peer.ts';
import { ScriptedServer } from '../../fixtures/scripted-server.ts';
import { Peer as RealPeer } from '../../../electron/relay/peer.ts';

const items = (list: 'tools' | 'resources', page: string): { map: Map<string, Item>; warnings: string[] } => {
  const map = new Map<string, Item>();
  const warnings: string[] = [];
  addPage(list, Buffer.from(page), map, warnings);
  return { map, warnings };
};

test('items are kept byte for byte, with every unknown field', () => {
  const tool =
    '{ "name":"a" ,"inputSchema":{"$defs":{"x":1.0}},"icons":[{}],"_meta":{"ui":{"n":1e999}},"execution":{}}';
  const { map, warnings } = items(
    'tools',
    `{"tools":[${tool}, ${tool.replace('"a"', '"b"')}],"nextCursor":"x"}`,
  );
  expect(map.get('a')?.bytes.toString()).toBe(tool);
  expect([...map.keys()]).toEqual(['a', 'b']);
  expect(warnings).toEqual([]);
  const packed = packItems([...map.values()]);
  expect(unpackItems('tools', packed).map((item) => item.bytes.toString())).toEqual(
    [...map.values()].map((item) => item.bytes.toString()),
  );
});

test('what is broken is left out and named; the rest stays', () => {
  const deep = `{"name":"deep","inputSchema":${'{"a":'.repeat(70)}1${'}'.repeat(70)}}`;
  const { map, warnings } = items(
    'tools',
    `{"tools":[5,{"name":"x"},{"name":1,"inputSchema":{}},{"name":"","inputSchema":{}},{"name":"d","name":"e","inputSchema":{}},${deep},{"name":"good","inputSchema":{}},{"name":"good","inputSchema":{"x":1}}]}`,
  );
  expect([...map.keys()]).toEqual(['good']);
  expect(map.get('good')?.bytes.toString()).toBe('{"name":"good","inputSchema":{}}');
  expect(warnings.length).toBe(7);
});

test('a list stops at 5,000 entries and 16 MiB', () => {
  const many = Array.from({ length: 5100 }, (_, i) => `{"name":"t${i}","inputSchema":{}}`).join();
  expect(items('tools', `{"tools":[${many}]}`).map.size).toBe(5000);
  const big = Array.from(
    { length: 30 },
    (_, i) => `{"name":"t${i}","inputSchema":{},"d":"${'x'.repeat(1 << 20)}"}`,
  ).join();
  const { map, warnings } = items('tools', `{"tools":[${big}]}`);
  expect(map.size).toBe(15);
  expect(warnings.length).toBe(1);
});

test('a resource and a template are known by their URIs', () => {
  expect(readItem('resources', Buffer.from('{"uri":"a:1","name":"x"}'))).toMatchObject({ key: 'a:1' });
  expect(readItem('templates', Buffer.from('{"uriTemplate":"a:{x}"}'))).toMatchObject({ key: 'a:{x}' });
  expect(typeof readItem('resources', Buffer.from('{"name":"x"}'))).toBe('string');
});

async function aPeer(pages: (cursor: unknown, page: number) => string): Promise<Peer> {
  const hello = '{"protocolVersion":"2025-11-25","capabilities":{"tools":{}},"serverInfo":{}}';
  const server = new ScriptedServer({ id: 'alpha', hello, lists: { 'tools/list': pages } });
  const peer = new RealPeer(
    {
      connector: { connect: (target, events) => server.connect(target, events) },
      now: () => 0,
      startTimeoutMs: 1000,
      caps: defaultCaps,
      onClosed: () => undefined,
      onReady: () => undefined,
      oddity: () => undefined,
    },
    { id: 'alpha', launch: { transport: 'stdio', command: 'x', args: [], env: {} }, era: 'session' },
    Buffer.from('{}'),
  );
  await settle();
  return peer;
}

test('all pages are read; pages that repeat or never end are cut off with a warning', async () => {
  const page = (i: number, next: string | undefined): string =>
    JSON.stringify({ tools: [{ name: `t${i}`, inputSchema: {} }], nextCursor: next });
  const cases: [(cursor: unknown, at: number) => string, number, number][] = [
    [(_c, at) => page(at, at < 3 ? `c${at}` : undefined), 4, 0],
    [(_c, at) => page(at, 'same'), 2, 1],
    [(_c, at) => page(at, `c${at}`), 100, 1],
  ];
  for (const [script, count, warned] of cases) {
    const offer = await readOffer(await aPeer(script), plainParams, 7);
    if (!('snapshot' in offer)) throw new Error(offer.message);
    expect(offer.snapshot.lists.tools.length).toBe(count);
    expect(offer.warnings.length).toBe(warned);
  }
});

test('a server that dies while its lists are read gives the reason', async () => {
  const peer = await aPeer(() => '');
  const reading = readOffer(peer, plainParams, 0);
  peer.closed({ code: 'closed', message: '"alpha" stopped.' });
  expect(await reading).toMatchObject({ message: '"alpha" stopped.' });
});

test('changed lists are read again and told to whoever was given the old ones', async () => {
  const tools = [{ name: 'a', inputSchema: {} }];
  const kit = aRelay({ servers: [{ id: 'alpha', tools }] });
  const session = await anOpenSession(kit, 'one');
  const list = (id: number) => session.request({ jsonrpc: '2.0', id, method: 'tools/list' });
  expect(list(1).result['tools']).toEqual([]);
  await pass(150);
  expect(session.heard('notifications/tools/list_changed').length).toBe(1);
  expect(list(2).result['tools']).toEqual([{ name: 'alpha__a', inputSchema: {} }]);
  tools.push({ name: 'b', inputSchema: {} });
  kit.server('alpha').now.say({ jsonrpc: '2.0', method: 'notifications/tools/list_changed' });
  kit.server('alpha').now.say({ jsonrpc: '2.0', method: 'notifications/tools/list_changed' });
  await settle();
  expect(session.heard('notifications/tools/list_changed').length).toBe(2);
  expect((list(3).result['tools'] as unknown[]).length).toBe(2);
});
