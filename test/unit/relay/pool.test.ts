import { expect, test } from 'vitest';
import { pass } from '../../fixtures/pass.ts';
import { anOpenSession, aRelay, type RelayKit, settle } from '../../fixtures/relay-kit.ts';

const roots = { capabilities: { roots: {} }, server: 'alpha' };
const plain = { server: 'alpha' };

test('stdio: one process for an app that cannot be asked; apps never share one', async () => {
  const kit = aRelay();
  for (const client of ['one', 'one', 'two', 'two']) await anOpenSession(kit, client, plain);
  expect(kit.server('alpha').connections.length).toBe(2);
});

test('stdio: a second session of an app that can be asked gets its own process, and the process is used again', async () => {
  const kit = aRelay();
  const first = await anOpenSession(kit, 'one', roots);
  await anOpenSession(kit, 'one', roots);
  expect(kit.server('alpha').connections.length).toBe(2);
  first.close();
  await anOpenSession(kit, 'one', roots);
  expect(kit.server('alpha').connections.length).toBe(2);
  await anOpenSession(kit, 'one', { ...roots, capabilities: { roots: { listChanged: true } } });
  expect(kit.server('alpha').connections.length).toBe(3);
});

test('shared: one process for all, greeted by Doorward itself without capabilities', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', sharing: 'shared' }] });
  await anOpenSession(kit, 'one', roots);
  await anOpenSession(kit, 'two', plain);
  expect(kit.server('alpha').connections.length).toBe(1);
  expect(kit.server('alpha').now.last('initialize').params).toMatchObject({
    capabilities: {},
    clientInfo: { name: 'doorward' },
  });
});

test('shared: clients see lists as they are now, whatever they can be asked', async () => {
  const tools = [{ name: 'a', inputSchema: {} }];
  const kit = aRelay({ servers: [{ id: 'alpha', sharing: 'shared', tools }] });
  const session = await anOpenSession(kit, 'one', { capabilities: { roots: {} } });
  const list = (id: number) => session.request({ jsonrpc: '2.0', id, method: 'tools/list' }).result['tools'];
  list(1);
  await pass(120);
  expect(list(2)).toEqual([{ name: 'alpha__a', inputSchema: {} }]);
});

test('HTTP: every client session has its own, which ends with it', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', transport: 'http' }] });
  const first = await anOpenSession(kit, 'one', plain);
  await anOpenSession(kit, 'one', plain);
  expect(kit.server('alpha').connections.length).toBe(2);
  first.close();
  expect(kit.server('alpha').connections.map((c) => c.closed)).toEqual([true, false]);
});

test('stateless HTTP is shared; stateless stdio is not shared between apps', async () => {
  for (const [transport, count] of [
    ['http', 1],
    ['stdio', 2],
  ] as const) {
    const kit = aRelay({ servers: [{ id: 'alpha', era: 'stateless', transport }] });
    for (const client of ['one', 'two', 'one'])
      kit.client(client).stateless({ id: 1, method: 'tools/call', params: { name: 'a' } }, plain);
    await settle();
    expect(kit.server('alpha').connections.length).toBe(count);
  }
});

test('what nobody uses is ended after a while, what is in use is not', async () => {
  const kit = aRelay({ idleMs: 20 });
  const session = await anOpenSession(kit, 'one', plain);
  const busy = await anOpenSession(kit, 'two', plain);
  session.close();
  kit.advance(1000);
  await pass(60);
  expect(kit.server('alpha').connections.map((c) => c.closed)).toEqual([true, false]);
  busy.call(1, 'a');
  await settle();
  expect(kit.server('alpha').connections[1]!.all('tools/call').length).toBe(1);
});

test('a closed client or server leaves nothing running', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha' }, { id: 'beta' }] });
  const one = await anOpenSession(kit, 'one', plain);
  await anOpenSession(kit, 'two', plain);
  const call = one.call(1, 'a');
  await settle();
  kit.runtime.relay.dropClient('one');
  expect(call.error.message).toBe('"alpha" was stopped.');
  expect(kit.server('alpha').connections.map((c) => c.closed)).toEqual([true, false]);
  await kit.runtime.pool.closeServer('alpha');
  expect(kit.server('alpha').connections.map((c) => c.closed)).toEqual([true, true]);
  await kit.runtime.pool.close();
});

test('an app that greets differently each time, or never ends its sessions, has 32 processes; the quietest makes room', async () => {
  const kit = aRelay();
  const open = async (i: number) => {
    kit.advance(1);
    return anOpenSession(kit, 'one', {
      server: 'alpha',
      capabilities: { roots: {}, experimental: { [`x${i}`]: {} } },
    });
  };
  const busy = await open(0);
  const stale = await open(1);
  const call = busy.call(1, 'a');
  for (let i = 2; i < 32; i++) await open(i);
  await settle();
  const { connections } = kit.server('alpha');
  expect(connections.length).toBe(32);
  await open(32);
  expect(connections.map((c, i) => (c.closed ? i : -1)).filter((i) => i >= 0)).toEqual([1]);
  connections[0]!.answer('tools/call', { ok: 1 });
  expect(call.result).toEqual({ ok: 1 });
  // A session whose connection made room gets another one.
  const again = stale.call(1, 'a');
  await settle();
  connections.at(-1)!.answer('tools/call', { back: 1 });
  expect(again.result).toEqual({ back: 1 });
});

test('an app whose every connection is busy hears so', async () => {
  const kit = aRelay();
  for (let i = 0; i < 32; i++)
    (await anOpenSession(kit, 'one', { server: 'alpha', capabilities: { roots: {} } })).call(1, 'a');
  await settle();
  const refused = kit.client('one').open({ server: 'alpha', capabilities: { roots: {} } });
  expect(refused.hello.error.message).toContain('has 32 calls running for this AI app');
  expect((await anOpenSession(kit, 'two', { server: 'alpha' })).hello.result).toBeDefined();
});

const ASKED = { server: 'alpha', capabilities: { elicitation: {} } };
const stateless = (kit: RelayKit, id: number, extra: object = {}) =>
  kit
    .client('one')
    .stateless({ id, method: 'tools/call', params: { name: 'a', arguments: {} } }, { ...ASKED, ...extra });
const question = (id: string) =>
  `{"jsonrpc":"2.0","id":"${id}","method":"elicitation/create","params":{"message":"${id}","requestedSchema":{"type":"object","properties":{}}}}`;

test('calls of a stateless app that can be asked have a process each, so that questions find their call', async () => {
  const kit = aRelay();
  const calls = [1, 2, 3, 4].map((id) => stateless(kit, id));
  await settle();
  const { connections } = kit.server('alpha');
  expect(connections.map((c) => c.all('tools/call').length)).toEqual([1, 1, 1, 1]);
  connections.forEach((connection, i) => connection.say(question(`q${i}`)));
  await settle();
  expect(calls.map((call) => call.answers[0]?.match(/"message":"(q\d)"/)?.[1])).toEqual([
    'q0',
    'q1',
    'q2',
    'q3',
  ]);
  // All four are parked: the next calls share, and the one after the end of a parked call does not.
  stateless(kit, 5);
  stateless(kit, 6);
  await settle();
  expect(connections.map((c) => c.all('tools/call').length)).toEqual([2, 2, 1, 1]);
  expect(connections.length).toBe(4);
  connections[2]!.answer('tools/call', {});
  const { requestState } = calls[2]!.result;
  const params = { name: 'a', arguments: {}, requestState };
  const back = kit.client('one').stateless({ id: 7, method: 'tools/call', params }, ASKED);
  await settle();
  expect(back.result['resultType']).toBe('complete');
  stateless(kit, 8);
  await settle();
  expect(connections.map((c) => c.all('tools/call').length)).toEqual([2, 2, 2, 1]);
});

test('a stateless app that cannot be asked, calls one after the other, and shared processes need only one', async () => {
  const plainKit = aRelay();
  for (const id of [1, 2, 3]) stateless(plainKit, id, { capabilities: {} });
  await settle();
  expect(plainKit.server('alpha').connections.length).toBe(1);
  const inTurn = aRelay();
  for (const id of [1, 2, 3]) {
    stateless(inTurn, id);
    await settle();
    inTurn.server('alpha').now.answer('tools/call', {});
  }
  expect(inTurn.server('alpha').connections.length).toBe(1);
  const shared = aRelay({ servers: [{ id: 'alpha', sharing: 'shared' }] });
  for (const id of [1, 2, 3]) stateless(shared, id);
  await settle();
  expect(shared.server('alpha').connections.length).toBe(1);
});

test('nothing is started once the pool is closed', async () => {
  const kit = aRelay();
  await kit.runtime.pool.close();
  const call = stateless(kit, 1);
  await settle();
  expect(call.error.message).toContain('Doorward is stopping');
  expect(kit.server('alpha').connections).toEqual([]);
});
