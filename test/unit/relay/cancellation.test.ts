import { expect, test } from 'vitest';
import { anOpenSession, aRelay, settle } from '../../fixtures/relay-kit.ts';

test('a cancelled call is cancelled at the server, and its late answer and messages go nowhere', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  const call = session.request(
    '{"jsonrpc":"2.0","id":"c","method":"tools/call","params":{"name":"a","_meta":{"progressToken":1}}}',
  );
  await settle();
  const server = kit.server('alpha').now;
  const { id } = server.last('tools/call');
  session.notify('notifications/cancelled', { requestId: 'c', reason: 'enough' });
  expect(server.last('notifications/cancelled').params).toEqual({ requestId: id, reason: 'enough' });
  server.say({
    jsonrpc: '2.0',
    method: 'notifications/progress',
    params: { progressToken: id, progress: 1 },
  });
  server.answer('tools/call', { late: true });
  expect(call.answers).toEqual([]);
  expect(call.interims).toEqual([]);
  expect(call.abandoned).toBe(true);
  expect(kit.audit.legs('tools/call')).toEqual(['sent', 'cancelled']);
});

test('a cancel that names an id of another type, session or client changes nothing', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', sharing: 'shared' }] });
  const one = await anOpenSession(kit, 'one', { server: 'alpha' });
  const two = await anOpenSession(kit, 'two', { server: 'alpha' });
  const call = one.call(1, 'a');
  await settle();
  const server = kit.server('alpha').now;
  one.notify('notifications/cancelled', { requestId: '1' });
  two.notify('notifications/cancelled', { requestId: 1 });
  two.notify('notifications/cancelled', { requestId: server.last('tools/call').id });
  one.notify('notifications/cancelled', {});
  one.notify('notifications/cancelled', { requestId: { a: 1 } });
  expect(server.all('notifications/cancelled')).toEqual([]);
  server.answer('tools/call', { ok: true });
  expect(call.result).toEqual({ ok: true });
});

test('a call that is cancelled before it was sent is never sent', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  kit.audit.hold = true;
  const call = session.call(1, 'a');
  await settle();
  session.notify('notifications/cancelled', { requestId: 1 });
  kit.audit.release();
  await settle();
  expect(kit.server('alpha').now.all('tools/call')).toEqual([]);
  expect(kit.server('alpha').now.all('notifications/cancelled')).toEqual([]);
  expect(call.answers).toEqual([]);
});

test('a call that is cancelled while the server starts is never sent', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', hello: null }] });
  const exchange = kit
    .client('one')
    .stateless({ id: 1, method: 'tools/call', params: { name: 'a' } }, { server: 'alpha' });
  await settle();
  exchange.oncancel?.();
  kit.server('alpha').now.answer('initialize', { protocolVersion: '2025-11-25', capabilities: {} });
  await settle();
  expect(kit.server('alpha').now.all('tools/call')).toEqual([]);
  expect(exchange.answers).toEqual([]);
});

test('the end of a session cancels its calls and nobody else’s', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', sharing: 'shared' }] });
  const one = await anOpenSession(kit, 'one', { server: 'alpha' });
  const two = await anOpenSession(kit, 'two', { server: 'alpha' });
  const gone = one.call(1, 'a');
  const stays = two.call(1, 'b');
  await settle();
  const server = kit.server('alpha').now;
  const [first, second] = server.all('tools/call');
  one.close();
  expect(server.all('notifications/cancelled').map((sent) => sent.params['requestId'])).toEqual([first!.id]);
  server.answerTo(first!, {});
  server.answerTo(second!, { ok: 1 });
  expect(gone.answers).toEqual([]);
  expect(stays.result).toEqual({ ok: 1 });
});

test('a stateless client that closes its stream cancels: notification to a session server, closed stream to a stateless one', async () => {
  const kit = aRelay({
    servers: [{ id: 'old' }, { id: 'new', era: 'stateless', transport: 'http' }],
  });
  for (const server of ['old', 'new']) {
    const exchange = kit
      .client('one')
      .stateless({ id: 1, method: 'tools/call', params: { name: 'a' } }, { server });
    await settle();
    const connection = kit.server(server).now;
    const { id } = connection.last('tools/call');
    exchange.oncancel?.();
    expect(connection.aborted).toEqual([id]);
    expect(connection.all('notifications/cancelled').length).toBe(server === 'old' ? 1 : 0);
    connection.answer('tools/call', {});
    expect(exchange.answers).toEqual([]);
  }
});

test('64 calls are in flight at one connection; the next ones wait their turn, cancelled ones give theirs up', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  for (let i = 0; i < 200; i++) session.call(i, `tool${i}`);
  await settle();
  const server = kit.server('alpha').now;
  expect(server.all('tools/call').length).toBe(64);
  for (let i = 64; i < 164; i++) session.notify('notifications/cancelled', { requestId: i });
  for (const call of server.all('tools/call').slice(0, 64)) server.answerTo(call, {});
  await settle();
  expect(
    server
      .all('tools/call')
      .slice(64)
      .map((call) => call.params['name']),
  ).toEqual(Array.from({ length: 36 }, (_, i) => `tool${164 + i}`));
  for (const call of server.all('tools/call').slice(64)) server.answerTo(call, {});
  await settle();
  const last = session.call('last', 'x');
  await settle();
  server.answer('tools/call', { last: true });
  expect(last.result).toEqual({ last: true });
});

test('calls that wait for a place fail when the server dies', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  const calls = Array.from({ length: 70 }, (_, i) => session.call(i, 'a'));
  await settle();
  kit.server('alpha').now.die({ code: 'closed', message: '"alpha" stopped.' });
  await settle();
  expect(calls.every((call) => call.error.message === '"alpha" stopped.')).toBe(true);
});
