import { expect, test } from 'vitest';
import { anOpenSession, aRelay, settle } from '../../fixtures/relay-kit.ts';

const TOOL = { name: 'work', inputSchema: { type: 'object' } };

test('ids of two clients that are the same never meet, and each goes back as it came', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', sharing: 'shared', tools: [TOOL] }] });
  const one = await anOpenSession(kit, 'one', { server: 'alpha' });
  const two = await anOpenSession(kit, 'two', { server: 'alpha' });
  const first = one.call(7, 'work', { who: 1 });
  const second = two.call(7, 'work', { who: 2 });
  const third = two.call('7', 'work', { who: 3 });
  await settle();
  const calls = kit.server('alpha').now.all('tools/call');
  expect(new Set(calls.map((call) => call.id)).size).toBe(3);
  expect(kit.server('alpha').connections.length).toBe(1);
  for (const call of calls.toReversed())
    kit.server('alpha').now.answerTo(call, { content: [], echo: call.params['arguments'] });
  await settle();
  expect(first.answers).toEqual(['{"jsonrpc":"2.0","id":7,"result":{"content":[],"echo":{"who":1}}}']);
  expect(second.answers).toEqual(['{"jsonrpc":"2.0","id":7,"result":{"content":[],"echo":{"who":2}}}']);
  expect(third.answers).toEqual(['{"jsonrpc":"2.0","id":"7","result":{"content":[],"echo":{"who":3}}}']);
});

test('ids go back in the spelling that they came in', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  for (const raw of ['"a\\u0062"', '1.50', '-0', '9007199254740993', '""', '"ü"']) {
    const exchange = session.request(`{"jsonrpc":"2.0","id":${raw},"method":"tools/call","params":{}}`);
    await settle();
    kit.server('alpha').now.answer('tools/call', {});
    expect(exchange.answers).toEqual([`{"jsonrpc":"2.0","id":${raw},"result":{}}`]);
  }
});

test('progress tokens of two clients that are the same never meet, and keep their type', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', sharing: 'shared' }] });
  const tokens = ['1', '"1"'];
  const sessions = [
    await anOpenSession(kit, 'one', { server: 'alpha' }),
    await anOpenSession(kit, 'two', { server: 'alpha' }),
  ];
  const exchanges = sessions.map((session, i) =>
    session.request(
      `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"_meta":{"progressToken":${tokens[i]},"x":1}}}`,
    ),
  );
  await settle();
  const server = kit.server('alpha').now;
  const sent = server
    .all('tools/call')
    .map((call) => (call.params['_meta'] as { progressToken: number }).progressToken);
  expect(new Set(sent).size).toBe(2);
  server.say({
    jsonrpc: '2.0',
    method: 'notifications/progress',
    params: { progressToken: sent[1], progress: 1 },
  });
  server.say({
    jsonrpc: '2.0',
    method: 'notifications/progress',
    params: { progressToken: sent[0], progress: 2 },
  });
  server.say({
    jsonrpc: '2.0',
    method: 'notifications/progress',
    params: { progressToken: 999, progress: 3 },
  });
  expect(exchanges[0]?.interims).toEqual([
    '{"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":1,"progress":2}}',
  ]);
  expect(exchanges[1]?.interims).toEqual([
    '{"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":"1","progress":1}}',
  ]);
});

test('a second request with an id that is in flight is refused and the first goes on', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  const first = session.call(5, 'a');
  const second = session.call(5, 'b');
  const escaped = session.request('{"jsonrpc":"2.0","id":"x","method":"tools/call","params":{}}');
  const same = session.request('{"jsonrpc":"2.0","id":"\\u0078","method":"tools/call","params":{}}');
  await settle();
  expect(second.error.code).toBe(-32600);
  expect(same.error.code).toBe(-32600);
  expect(kit.server('alpha').now.all('tools/call').length).toBe(2);
  kit.server('alpha').now.answerTo(kit.server('alpha').now.all('tools/call')[0]!, { ok: 1 });
  expect(first.result).toEqual({ ok: 1 });
  expect(escaped.answers).toEqual([]);
  // The id is free again.
  session.call(5, 'c');
  await settle();
  expect(kit.server('alpha').now.all('tools/call').length).toBe(3);
});

test('answers that are twice, late, made up or on another stream reach nobody', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', transport: 'http' }] });
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  const one = session.call(1, 'a');
  const two = session.call(2, 'b');
  await settle();
  const server = kit.server('alpha').now;
  const [first, second] = server.all('tools/call').map((call) => call.id as number);
  const say = (id: unknown, origin?: number): void =>
    server.say({ jsonrpc: '2.0', id, result: { id } }, origin);
  say(second, first);
  say(4711);
  say(`${first}`);
  say(first! + 0.5);
  expect([...one.answers, ...two.answers]).toEqual([]);
  say(first, first);
  say(first, first);
  say(second);
  expect(one.answers.length).toBe(1);
  expect(two.answers.length).toBe(1);
  expect(kit.notes.length).toBeGreaterThanOrEqual(5);
});

test('an error without an id belongs to the request on whose stream it came', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', transport: 'http' }] });
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  const call = session.call('k', 'a');
  await settle();
  const id = kit.server('alpha').now.last('tools/call').id as number;
  kit.server('alpha').now.say('{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"what?"}}', id);
  expect(call.answers).toEqual(['{"jsonrpc":"2.0","id":"k","error":{"code":-32700,"message":"what?"}}']);
});

test('a broken answer on the stream of a call fails that call with a sentence', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', transport: 'http' }] });
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  const call = session.call(1, 'a');
  await settle();
  kit
    .server('alpha')
    .now.say('{"jsonrpc":"2.0","id":2,"result":{]}', kit.server('alpha').now.last('tools/call').id as number);
  expect(call.error.message).toContain('"alpha" sent a broken answer');
});
