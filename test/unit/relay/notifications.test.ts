import { afterEach, expect, test, vi } from 'vitest';
import { pass } from '../../fixtures/pass.ts';
import { anOpenSession, aRelay, settle } from '../../fixtures/relay-kit.ts';

afterEach(() => {
  vi.useRealTimers();
});

const log = (level: string, data: unknown = 1): unknown => ({
  jsonrpc: '2.0',
  method: 'notifications/message',
  params: { level, data },
});

test('each session of a shared process hears the log levels it asked for, and the process tells the most verbose', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', sharing: 'shared' }] });
  const one = await anOpenSession(kit, 'one', { server: 'alpha' });
  const two = await anOpenSession(kit, 'two', { server: 'alpha' });
  const set = (session: typeof one, level: string) =>
    session.request({ jsonrpc: '2.0', id: `l-${level}`, method: 'logging/setLevel', params: { level } });
  set(one, 'debug');
  const second = set(two, 'error');
  await settle();
  const server = kit.server('alpha').now;
  expect(second.result).toEqual({});
  expect(server.last('logging/setLevel').params['level']).toBe('debug');
  server.say(log('info'));
  server.say(log('error'));
  server.say(log('alert'));
  expect(one.heard('notifications/message').length).toBe(3);
  expect(two.heard('notifications/message').length).toBe(2);
});

test('the log level is told again to a server that was restarted', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  session.request({ jsonrpc: '2.0', id: 1, method: 'logging/setLevel', params: { level: 'error' } });
  await settle();
  kit.server('alpha').now.die({ code: 'closed', message: 'gone' });
  session.call(2, 'a');
  await settle();
  expect(kit.server('alpha').connections.length).toBe(2);
  expect(kit.server('alpha').now.last('logging/setLevel').params).toEqual({ level: 'error' });
});

test('resource updates reach subscribers only, and again after a restart of the server', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', sharing: 'shared' }] });
  const one = await anOpenSession(kit, 'one', { server: 'alpha' });
  const two = await anOpenSession(kit, 'two', { server: 'alpha' });
  one.request({ jsonrpc: '2.0', id: 1, method: 'resources/subscribe', params: { uri: 'file:///a' } });
  await settle();
  const updated = (uri: string): unknown => ({
    jsonrpc: '2.0',
    method: 'notifications/resources/updated',
    params: { uri },
  });
  for (const uri of ['file:///a', 'file:///a/sub', 'file:///ab', 'file:///b'])
    kit.server('alpha').now.say(updated(uri));
  const uris = one
    .heard('notifications/resources/updated')
    .map((body) => (body['params'] as { uri: string }).uri);
  expect(uris).toEqual(['file:///a', 'file:///a/sub']);
  expect(two.sent).toEqual([]);
  kit.server('alpha').now.die({ code: 'closed', message: 'gone' });
  one.call(2, 'a');
  await settle();
  expect(kit.server('alpha').now.last('resources/subscribe').params).toEqual({ uri: 'file:///a' });
});

test('a resource stays subscribed at the server as long as one session wants it', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', sharing: 'shared' }] });
  const sessions = [
    await anOpenSession(kit, 'one', { server: 'alpha' }),
    await anOpenSession(kit, 'two', { server: 'alpha' }),
    await anOpenSession(kit, 'three', { server: 'alpha' }),
  ];
  const ask = (i: number, what: string) =>
    sessions[i]!.request({ jsonrpc: '2.0', id: what, method: `resources/${what}`, params: { uri: 'x:' } });
  for (const i of [0, 1, 2]) ask(i, 'subscribe');
  await settle();
  const first = ask(0, 'unsubscribe');
  await settle();
  sessions[1]!.close();
  const server = kit.server('alpha').now;
  expect(first.result).toEqual({});
  expect(server.all('resources/unsubscribe')).toEqual([]);
  server.say({ jsonrpc: '2.0', method: 'notifications/resources/updated', params: { uri: 'x:' } });
  expect(sessions.map((session) => session.heard('notifications/resources/updated').length)).toEqual([
    0, 0, 1,
  ]);
  sessions[2]!.close();
  expect(server.all('resources/unsubscribe').length).toBe(1);
});

test('messages belong to the only call in flight, else to the session; changed lists concern everybody', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  const server = kit.server('alpha').now;
  server.say(log('info', 'before'));
  const call = session.call(1, 'a');
  await settle();
  server.say(log('info', 'during'));
  server.say({ jsonrpc: '2.0', method: 'notifications/tools/list_changed', params: { _meta: { x: 1 } } });
  await settle();
  expect(call.interims).toEqual([JSON.stringify(log('info', 'during'))]);
  expect(session.heard('notifications/message').length).toBe(1);
  expect(session.heard('notifications/tools/list_changed')).toEqual([
    { jsonrpc: '2.0', method: 'notifications/tools/list_changed' },
  ]);
});

test('a client’s notifications go to its server as they are; on /mcp only those that are meant for all', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha' }, { id: 'beta' }] });
  const one = await anOpenSession(kit, 'one', { server: 'alpha' });
  one.notify('notifications/initialized');
  one.notify('vendor/thing', { x: 1 });
  expect(kit.server('alpha').now.all('vendor/thing')[0]?.raw).toBe(
    '{"jsonrpc":"2.0","method":"vendor/thing","params":{"x":1}}',
  );
  expect(kit.server('alpha').now.all('notifications/initialized').length).toBe(1);
  const all = await anOpenSession(kit, 'two');
  all.request({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  await pass(300);
  all.notify('vendor/thing');
  all.notify('notifications/roots/list_changed');
  for (const id of ['alpha', 'beta']) {
    expect(kit.server(id).now.all('vendor/thing')).toEqual([]);
    expect(kit.server(id).now.all('notifications/roots/list_changed').length).toBe(1);
  }
});

test('a flood costs the flooder its detail and keeps the newest of each kind', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  const server = kit.server('alpha').now;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  for (let i = 0; i < 5000; i++) server.say(log('info', i));
  expect(session.heard('notifications/message').length).toBe(200);
  server.say({ jsonrpc: '2.0', id: 1, method: 'ping' });
  expect(server.replies.length).toBe(1);
  vi.advanceTimersByTime(1001);
  const heard = session
    .heard('notifications/message')
    .map((body) => (body['params'] as { data: number }).data);
  expect(heard.slice(200)).toEqual([4999]);
});

test('what a flood held back goes to the call that it belonged to, or to nobody', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', era: 'stateless', transport: 'http' }] });
  const ask = (client: string) =>
    kit.client(client).stateless({ id: 1, method: 'tools/call', params: { name: 'a' } }, { server: 'alpha' });
  const [one, two] = [ask('one'), ask('two')];
  await settle();
  const server = kit.server('alpha').now;
  expect(kit.server('alpha').connections.length).toBe(1);
  const [first, second] = server.all('tools/call').map((call) => call.id as number);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  for (let i = 0; i < 250; i++) server.say(log('info', 'secret of one'), first);
  for (let i = 0; i < 250; i++) server.say(log('info', 'secret of two'), second);
  one.oncancel?.();
  server.say(log('info', 'late secret of one'), first);
  vi.advanceTimersByTime(5000);
  expect(two.interims.length).toBeGreaterThan(0);
  expect(two.interims.filter((text) => text.includes('of one'))).toEqual([]);
});

test('what comes on the stream of a call that is over is told to no session on that connection', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', era: 'stateless', transport: 'http' }] });
  const one = await anOpenSession(kit, 'one', { server: 'alpha' });
  const two = await anOpenSession(kit, 'two', { server: 'alpha' });
  one.call(1, 'a');
  await settle();
  const server = kit.server('alpha').now;
  const id = server.last('tools/call').id as number;
  one.notify('notifications/cancelled', { requestId: 1 });
  server.say(log('info', 'secret'), id);
  expect([...one.sent, ...two.sent]).toEqual([]);
});
