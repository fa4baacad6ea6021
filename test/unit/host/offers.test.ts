import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { anOpenSession, aRelay, type RelayKit, settle } from '../../fixtures/relay-kit.ts';

const CHANGED = { jsonrpc: '2.0', method: 'notifications/tools/list_changed' };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function pass(ms: number): Promise<void> {
  vi.advanceTimersByTime(ms);
  await settle();
}

function aChangingServer(): { kit: RelayKit; rename: (name: string) => void; readings: () => number } {
  let name = 'a';
  const list = () => JSON.stringify({ tools: [{ name, inputSchema: {} }] });
  const kit = aRelay({ servers: [{ id: 'alpha', lists: { 'tools/list': list } }] });
  return {
    kit,
    rename: (to) => {
      name = to;
    },
    readings: () =>
      kit.server('alpha').connections.reduce((sum, one) => sum + one.all('tools/list').length, 0),
  };
}

test('a flood of list_changed costs one reading in two seconds, and the last one is not lost', async () => {
  const { kit, rename, readings } = aChangingServer();
  await anOpenSession(kit, 'one', { server: 'alpha' });
  await settle();
  expect(readings()).toBe(1);
  const server = kit.server('alpha').now;
  const say = async () => {
    server.say(CHANGED);
    await settle();
  };
  for (let i = 0; i < 20; i++) await say();
  expect(readings()).toBe(2);
  rename('last');
  await say();
  await pass(1999);
  expect(readings()).toBe(2);
  await pass(1);
  expect(readings()).toBe(3);
  const session = await anOpenSession(kit, 'one');
  const listed = session.request({ jsonrpc: '2.0', id: 1, method: 'tools/list' }).result['tools'];
  expect(listed).toEqual([{ name: 'alpha__last', inputSchema: {} }]);
  await pass(10_000);
  expect(readings()).toBe(3);
  await say();
  expect(readings()).toBe(4);
});

test('a change that was told right before the end of a connection is read over the next one', async () => {
  const { kit, rename, readings } = aChangingServer();
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  await settle();
  kit.server('alpha').now.say(CHANGED);
  await settle();
  rename('b');
  kit.server('alpha').now.say(CHANGED);
  kit.server('alpha').now.die({ code: 'closed', message: 'dead' });
  await pass(2000);
  expect(readings()).toBe(2);
  session.call(1, 'a');
  await settle();
  expect(readings()).toBe(3);
});
