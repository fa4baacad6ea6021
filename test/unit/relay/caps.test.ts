import { afterEach, expect, test, vi } from 'vitest';
import { settings } from '../../../shared/model/settings.ts';
import { defaultCaps } from '../../../shared/model/caps.ts';
import { anOpenSession, aRelay, settle } from '../../fixtures/relay-kit.ts';

const plain = { server: 'alpha' };

afterEach(() => {
  vi.useRealTimers();
});

test('the settings offer exactly the caps that the code keeps to, with the same presets', () => {
  expect(settings.parse({}).limits).toMatchObject({ ...defaultCaps });
  for (const cap of Object.keys(defaultCaps))
    expect(settings.safeParse({ limits: { [cap]: 0 } }).success, cap).toBe(false);
});

test('as many calls are in flight at one connection as were set', async () => {
  const kit = aRelay({ caps: { callsPerServer: 2 } });
  const session = await anOpenSession(kit, 'one', plain);
  for (const id of [1, 2, 3, 4]) session.call(id, 'a');
  await settle();
  const server = kit.server('alpha').now;
  expect(server.all('tools/call').length).toBe(2);
  server.answer('tools/call', {});
  await settle();
  expect(server.all('tools/call').length).toBe(3);
});

test('as many notifications a second come through as were set', async () => {
  const kit = aRelay({ caps: { notificationsPerSecond: 3 } });
  const session = await anOpenSession(kit, 'one', plain);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const heard = () => session.heard('notifications/message').length;
  for (let i = 0; i < 50; i++)
    kit.server('alpha').now.say({ jsonrpc: '2.0', method: 'notifications/message', params: { data: i } });
  expect(heard()).toBe(3);
  vi.advanceTimersByTime(1001);
  expect(heard()).toBe(4);
});

test('lists end at the pages, entries and depth that were set', async () => {
  const deep = `{"name":"deep","inputSchema":${'{"a":'.repeat(4)}1${'}'.repeat(4)}}`;
  const page = (n: number) =>
    `{"tools":[{"name":"t${n}","inputSchema":{}},{"name":"u${n}","inputSchema":{}},${deep}],"nextCursor":"c${n}"}`;
  const listed = async (caps: object) => {
    const kit = aRelay({
      caps,
      servers: [{ id: 'alpha', lists: { 'tools/list': (_cursor, nth) => page(nth) } }],
    });
    await anOpenSession(kit, 'one', plain);
    for (let i = 0; i < 60; i++) await settle();
    const lists = [...kit.notes, ''];
    const session = await anOpenSession(kit, 'one');
    const answer = session.request({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
    const tools = answer.result['tools'] as { name: string }[];
    return { notes: lists.join(), names: tools.map(({ name }) => name.replace('alpha__', '')) };
  };
  const few = await listed({ pagesPerList: 2, schemaDepth: 3 });
  expect(few.names).toEqual(['t0', 'u0', 't1', 'u1']);
  expect(few.notes).toContain('more than 2 pages');
  expect(few.notes).toContain('nested more than 3 deep');
  const fewer = await listed({ toolsPerServer: 3 });
  expect(fewer.names).toEqual(['t0', 'u0', 'deep']);
  expect(fewer.notes).toContain('more than 3 entries');
});
