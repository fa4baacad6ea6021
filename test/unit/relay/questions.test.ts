import { expect, test } from 'vitest';
import { pass } from '../../fixtures/pass.ts';
import { anOpenSession, aRelay, settle } from '../../fixtures/relay-kit.ts';

const ASKING = { capabilities: { sampling: {}, elicitation: {}, roots: {} }, server: 'alpha' };
const question = (id: unknown, params: object = {}): unknown => ({
  jsonrpc: '2.0',
  id,
  method: 'elicitation/create',
  params: { message: '?', requestedSchema: { type: 'object', properties: {} }, ...params },
});

test('a question during a call goes on the stream of that call, and its answer back under the id of the server', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', ASKING);
  const call = session.call(1, 'a');
  await settle();
  const server = kit.server('alpha').now;
  server.say(
    '{"jsonrpc":"2.0","id":"s\\u0031","method":"sampling/createMessage","params":{"n":1.0,"messages":[],"maxTokens":1}}',
  );
  await settle();
  const asked = JSON.parse(call.interims[0] as string) as { id: number };
  expect(call.interims).toEqual([
    `{"jsonrpc":"2.0","id":${asked.id},"method":"sampling/createMessage","params":{"n":1.0,"messages":[],"maxTokens":1}}`,
  ]);
  expect(session.sent).toEqual([]);
  session.respond(`{"jsonrpc":"2.0","result":{"big":10000000000000000001},"id":${asked.id}}`);
  expect(server.replies.map((reply) => reply.raw)).toEqual([
    '{"jsonrpc":"2.0","result":{"big":10000000000000000001},"id":"s\\u0031"}',
  ]);
  expect(
    kit.audit.rows.filter((row) => row.direction === 'server').map((row) => [row.leg, row.server]),
  ).toEqual([
    ['sent', 'alpha'],
    ['answered', 'alpha'],
  ]);
});

test('errors and refusals of the person pass to the server untouched', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', ASKING);
  kit.server('alpha').now.say(question(3));
  await settle();
  const { id } = JSON.parse(session.sent[0] as string) as { id: number };
  session.respond(
    `{"jsonrpc":"2.0","id":${id},"error":{"code":-1,"message":"User rejected","data":{"x":1}}}`,
  );
  expect(kit.server('alpha').now.replies[0]?.raw).toBe(
    '{"jsonrpc":"2.0","id":3,"error":{"code":-1,"message":"User rejected","data":{"x":1}}}',
  );
});

test('a question that comes while Doorward itself reads the lists reaches the client all the same', async () => {
  for (const transport of ['stdio', 'http'] as const) {
    const kit = aRelay({ servers: [{ id: 'alpha', transport, lists: { 'tools/list': () => '' } }] });
    const session = await anOpenSession(kit, 'one', ASKING);
    const server = kit.server('alpha').now;
    server.say({ jsonrpc: '2.0', id: 1, method: 'roots/list' }, server.last('tools/list').id as number);
    await settle();
    expect(session.heard('roots/list').length).toBe(1);
    const { id } = session.heard('roots/list')[0] as { id: number };
    session.respond({ jsonrpc: '2.0', id, result: { roots: [] } });
    expect(server.replies[0]?.body).toEqual({ jsonrpc: '2.0', id: 1, result: { roots: [] } });
  }
});

test('answers that were not asked for, come twice, or come from another session go nowhere', async () => {
  const kit = aRelay();
  const one = await anOpenSession(kit, 'one', ASKING);
  const two = await anOpenSession(kit, 'one', ASKING);
  expect(kit.server('alpha').connections.length).toBe(2);
  const [first] = kit.server('alpha').connections;
  first!.say(question(1));
  await settle();
  const id = one.heard('elicitation/create')[0]?.['id'];
  two.respond({ jsonrpc: '2.0', id, result: { action: 'accept' } });
  one.respond({ jsonrpc: '2.0', id: 999, result: {} });
  one.respond({ jsonrpc: '2.0', id: String(id as number), result: {} });
  expect(first!.replies).toEqual([]);
  one.respond({ jsonrpc: '2.0', id, result: { action: 'decline' } });
  one.respond({ jsonrpc: '2.0', id, result: { action: 'accept' } });
  expect(first!.replies.map((reply) => reply.body['result'])).toEqual([{ action: 'decline' }]);
});

test('over HTTP a question follows the call on whose stream it came', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', transport: 'http' }] });
  const session = await anOpenSession(kit, 'one', ASKING);
  const [one, two] = [session.call(1, 'a'), session.call(2, 'b')];
  await settle();
  const server = kit.server('alpha').now;
  const [, second] = server.all('tools/call');
  server.say(question(1), second!.id as number);
  server.say(question(2), 777);
  await settle();
  expect([one!.interims.length, two!.interims.length, session.sent.length]).toEqual([0, 1, 0]);
  expect(server.replies.map((reply) => [reply.id, (reply.body['error'] as { code: number }).code])).toEqual([
    [2, -32601],
  ]);
});

test('a shared process that asks without saying about which call is refused, so nobody sees another’s question', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', sharing: 'shared' }] });
  const one = await anOpenSession(kit, 'one', ASKING);
  const two = await anOpenSession(kit, 'two', ASKING);
  const server = kit.server('alpha').now;
  expect(kit.server('alpha').connections.length).toBe(1);
  expect(server.last('initialize').params['capabilities']).toEqual({});
  const calls = [one.call(1, 'a'), two.call(1, 'b')];
  await settle();
  server.say(question(1));
  await settle();
  expect([...one.sent, ...two.sent, ...calls.flatMap((call) => call.interims)]).toEqual([]);
  expect(server.replies[0]?.raw).toContain('cannot tell which AI app');
});

test('questions that nobody can be asked are answered, not forgotten', async () => {
  const kit = aRelay();
  const exchange = kit.client('one').stateless({ id: 1, method: 'server/discover' }, { server: 'alpha' });
  await settle();
  expect(exchange.result['resultType']).toBe('complete');
  for (let i = 0; i < 70; i++) kit.server('alpha').now.say(question(i));
  await settle();
  expect(kit.server('alpha').now.replies.length).toBe(70);
});

test('a server takes its question back: the client hears of its own id, and the place is free again', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', ASKING);
  const call = session.call(1, 'a');
  await settle();
  const server = kit.server('alpha').now;
  for (let i = 0; i < 100; i++) {
    server.say(question(`q${i}`));
    await new Promise((resolve) => setImmediate(resolve));
    server.say({
      jsonrpc: '2.0',
      method: 'notifications/cancelled',
      params: { requestId: `q${i}`, reason: 'time' },
    });
  }
  expect(server.replies).toEqual([]);
  expect(call.interims.length).toBe(100);
  const ids = call.interims.map((text) => (JSON.parse(text) as { id: number }).id);
  expect(session.heard('notifications/cancelled').map((body) => body['params'])).toEqual(
    ids.map((id) => ({ requestId: id, reason: 'time' })),
  );
});

test('a question that is taken back before the client was asked is never put', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', ASKING);
  kit.audit.hold = true;
  kit.server('alpha').now.say(question(1));
  kit
    .server('alpha')
    .now.say({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } });
  kit.audit.release();
  await settle();
  expect(session.sent).toEqual([]);
});

test('a server that only asks fills its own places, not its sibling’s', async () => {
  const kit = aRelay({
    servers: [
      { id: 'alpha', tools: [{ name: 'a', inputSchema: {} }] },
      { id: 'beta', tools: [{ name: 'b', inputSchema: {} }] },
    ],
  });
  const session = await anOpenSession(kit, 'one', { capabilities: ASKING.capabilities });
  session.request({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  await pass(300);
  const [alpha, beta] = [kit.server('alpha').now, kit.server('beta').now];
  for (let i = 0; i < 100; i++) alpha.say(question(i));
  beta.say(question('mine'));
  await settle();
  expect(session.heard('elicitation/create').length).toBe(31);
  expect(alpha.replies.length).toBe(70);
  expect(beta.replies).toEqual([]);
});

test('what is open when a session or a server ends is told to the other side', async () => {
  const kit = aRelay();
  const one = await anOpenSession(kit, 'one', ASKING);
  const server = kit.server('alpha').now;
  server.say(question(1));
  await settle();
  one.close();
  expect(server.replies[0]?.raw).toContain('went away before it answered');
  const two = await anOpenSession(kit, 'two', ASKING);
  kit.server('alpha').now.say(question(1));
  await settle();
  kit.server('alpha').now.die({ code: 'closed', message: '"alpha" stopped.' });
  expect(two.heard('notifications/cancelled')[0]?.['params']).toEqual({
    requestId: two.heard('elicitation/create')[0]?.['id'],
    reason: 'The server stopped.',
  });
});

test('a session that ends while its question is being written leaves nothing behind', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', ASKING);
  kit.audit.hold = true;
  kit.server('alpha').now.say(question(1));
  session.close();
  kit.audit.release();
  await settle();
  expect(session.sent).toEqual([]);
  expect(kit.server('alpha').now.replies.length).toBe(1);
});

test('progress on a question goes to the server that asked, with its own token', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha' }, { id: 'beta' }] });
  const session = await anOpenSession(kit, 'one', { capabilities: ASKING.capabilities });
  session.request({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  await pass(300);
  const [alpha, beta] = [kit.server('alpha').now, kit.server('beta').now];
  for (const server of [alpha, beta]) server.say(question(1, { _meta: { progressToken: 't' } }));
  await settle();
  const [, second] = session.heard('elicitation/create');
  const { _meta } = second!['params'] as { _meta: { progressToken: unknown } };
  const token = _meta.progressToken;
  session.notify('notifications/progress', { progressToken: token, progress: 1 });
  session.notify('notifications/progress', { progressToken: 't', progress: 2 });
  expect(alpha.all('notifications/progress')).toEqual([]);
  expect(beta.all('notifications/progress').map((sent) => sent.params)).toEqual([
    { progressToken: 't', progress: 1 },
  ]);
});

test('ping is answered by the connection itself, also before the handshake; other questions are not', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', hello: null }] });
  kit.client('one').open(ASKING);
  kit.server('alpha').now.say('{"jsonrpc":"2.0","id":"p","method":"ping"}');
  kit.server('alpha').now.say(question('q'));
  expect(kit.server('alpha').now.replies.map((reply) => reply.raw)).toEqual([
    '{"jsonrpc":"2.0","id":"p","result":{}}',
    '{"jsonrpc":"2.0","id":"q","error":{"code":-32601,"message":"Not before the handshake."}}',
  ]);
});

test('a question whose id is in use is dropped: an error would answer the first one', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', ASKING);
  kit.server('alpha').now.say(question(1));
  kit.server('alpha').now.say(question(1));
  await settle();
  expect(session.heard('elicitation/create').length).toBe(1);
  expect(kit.server('alpha').now.replies).toEqual([]);
});
