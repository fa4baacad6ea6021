import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { anOpenSession, aRelay, type RelayKit, settle } from '../../fixtures/relay-kit.ts';

// Attack: a server that never answers holds its callers, and its places, for ever.

const plain = { server: 'alpha' };
const SECOND = 1000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets time go by, in steps as a clock does. */
function pass(kit: RelayKit, seconds: number): void {
  for (let i = 0; i < seconds * 4; i++) {
    kit.advance(SECOND / 4);
    vi.advanceTimersByTime(SECOND / 4);
  }
}

test('a silent call ends with a sentence that names the server, and the server hears of it', async () => {
  const kit = aRelay({ caps: { silentSeconds: 60 } });
  const session = await anOpenSession(kit, 'one', plain);
  const call = session.call(1, 'a');
  await settle();
  pass(kit, 50);
  expect(call.answers).toEqual([]);
  pass(kit, 30);
  const { id } = kit.server('alpha').now.last('tools/call');
  expect(call.error).toMatchObject({ code: -32603, data: { reason: 'timeout' } });
  expect(call.error.message).toMatch(/"alpha" gave no sign of life for 60 s.* may have been carried out/);
  expect(kit.server('alpha').now.last('notifications/cancelled').params).toMatchObject({ requestId: id });
  expect(kit.server('alpha').now.aborted).toEqual([id]);
  expect(kit.audit.legs('tools/call')).toEqual(['sent', 'failed']);
  // Its late answer goes nowhere.
  kit.server('alpha').now.answer('tools/call', { late: true });
  expect(call.answers).toHaveLength(1);
});

test('its place goes to the next call, which has a time of its own', async () => {
  const kit = aRelay({ caps: { silentSeconds: 60, callsPerServer: 1 } });
  const session = await anOpenSession(kit, 'one', plain);
  session.call(1, 'a');
  const next = session.call(2, 'b');
  await settle();
  pass(kit, 80);
  await settle();
  expect(kit.server('alpha').now.all('tools/call')).toHaveLength(2);
  pass(kit, 30);
  kit.server('alpha').now.answer('tools/call', { ok: true });
  expect(next.result).toEqual({ ok: true });
});

test('progress, and a log line of the only call, are signs of life', async () => {
  const kit = aRelay({ caps: { silentSeconds: 60 } });
  const session = await anOpenSession(kit, 'one', plain);
  const call = session.request(
    '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"a","_meta":{"progressToken":7}}}',
  );
  await settle();
  const server = kit.server('alpha').now;
  const { id } = server.last('tools/call');
  for (let i = 1; i <= 5; i++) {
    pass(kit, 40);
    if (i % 2 === 0)
      server.say({ jsonrpc: '2.0', method: 'notifications/message', params: { data: 'busy' } });
    else
      server.say({
        jsonrpc: '2.0',
        method: 'notifications/progress',
        params: { progressToken: id, progress: i },
      });
  }
  server.answer('tools/call', { ok: true });
  expect(call.result).toEqual({ ok: true });
});

test('progress of another call, and changes that belong to none, are no sign of life', async () => {
  const kit = aRelay({ caps: { silentSeconds: 60 } });
  const session = await anOpenSession(kit, 'one', plain);
  const call = session.call(1, 'a');
  session.call(2, 'b');
  await settle();
  const server = kit.server('alpha').now;
  for (let i = 1; i <= 3; i++) {
    pass(kit, 30);
    server.say({
      jsonrpc: '2.0',
      method: 'notifications/progress',
      params: { progressToken: 4711, progress: i },
    });
    server.say({ jsonrpc: '2.0', method: 'notifications/tools/list_changed' });
  }
  expect(call.error.message).toContain('no sign of life');
});

test('while a question of the server is open its calls wait without end', async () => {
  const kit = aRelay({ caps: { silentSeconds: 60 } });
  const session = await anOpenSession(kit, 'one', { ...plain, capabilities: { roots: {} } });
  const call = session.call(1, 'a');
  await settle();
  const server = kit.server('alpha').now;
  server.say({ jsonrpc: '2.0', id: 'q', method: 'roots/list' });
  await settle();
  pass(kit, 600);
  expect(call.answers).toEqual([]);
  server.answer('tools/call', { ok: true });
  expect(call.result).toEqual({ ok: true });
});

test('a sleep of the computer does not end the calls that were under way', async () => {
  const kit = aRelay({ caps: { silentSeconds: 60 } });
  const session = await anOpenSession(kit, 'one', plain);
  const call = session.call(1, 'a');
  await settle();
  pass(kit, 5);
  // A monotonic clock that goes on during sleep: one beat comes eight hours late.
  kit.advance(8 * 3600 * SECOND);
  pass(kit, 20);
  kit.server('alpha').now.answer('tools/call', { ok: true });
  expect(call.result).toEqual({ ok: true });
});

test('nothing is watched once nothing is open, nor after the end of a connection', async () => {
  const kit = aRelay({ caps: { silentSeconds: 60 } });
  const before = vi.getTimerCount();
  const session = await anOpenSession(kit, 'one', plain);
  session.call(1, 'a');
  await settle();
  expect(vi.getTimerCount()).toBeGreaterThan(before);
  kit.server('alpha').now.answer('tools/call', {});
  pass(kit, 20);
  expect(vi.getTimerCount()).toBe(before);
  session.call(2, 'a');
  await settle();
  expect(vi.getTimerCount()).toBeGreaterThan(before);
  await kit.runtime.pool.closeServer('alpha');
  expect(vi.getTimerCount()).toBe(before);
});
