import { expect, test } from 'vitest';
import { anOpenSession, aRelay, settle } from '../../fixtures/relay-kit.ts';

const NEW = { id: 'alpha', era: 'stateless' as const, transport: 'http' as const };
const capabilities = { sampling: {}, roots: {}, elicitation: { form: {}, url: {} }, experimental: { n: 1 } };
const asked = (exchange: { interims: string[] }): { id: number; method: string; params: unknown }[] =>
  exchange.interims.map((text) => JSON.parse(text) as { id: number; method: string; params: unknown });

test('a session client gets the handshake from us, and its calls go out with the envelope', async () => {
  const kit = aRelay({ servers: [NEW] });
  const params = `{"protocolVersion":"2025-06-18","capabilities":{"x":{"n":1e999}},"clientInfo":{"name":"t","version":"1.0","z":1.50}}`;
  const session = await anOpenSession(kit, 'one', { server: 'alpha', params });
  expect(session.hello.result).toMatchObject({
    protocolVersion: '2025-06-18',
    serverInfo: { name: 'alpha-server' },
  });
  const call = session.request(
    '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"a","arguments":{"n":1.0},"_meta":{"progressToken":"t","traceparent":"00"}}}',
  );
  await settle();
  const server = kit.server('alpha').now;
  const { raw, out, params: sent } = server.last('tools/call');
  expect(raw).toContain('"arguments":{"n":1.0}');
  expect(raw).toContain('"io.modelcontextprotocol/clientCapabilities":{"x":{"n":1e999}}');
  expect(raw).toContain('"io.modelcontextprotocol/clientInfo":{"name":"t","version":"1.0","z":1.50}');
  expect(sent['_meta']).toMatchObject({
    traceparent: '00',
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  });
  expect(out).toMatchObject({ method: 'tools/call', name: 'a', protocolVersion: '2026-07-28' });
  server.answer(
    'tools/call',
    '{"resultType":"complete","content":[],"ttlMs":1,"cacheScope":"public","n":1.0}',
  );
  expect(call.answers).toEqual(['{"jsonrpc":"2.0","id":1,"result":{"content":[],"n":1.0}}']);
});

test('input_required becomes real questions; the retry has a new id and the state byte for byte', async () => {
  const kit = aRelay({ servers: [NEW] });
  const session = await anOpenSession(kit, 'one', { server: 'alpha', capabilities });
  const call = session.call(1, 'a', { x: 1 });
  await settle();
  const server = kit.server('alpha').now;
  const first = server.last('tools/call');
  const state = '"\\u0041\\/\u00e9=="';
  server.answer(
    'tools/call',
    `{"resultType":"input_required","inputRequests":{"q1":{"method":"elicitation/create","params":{"message":"?","n":1.0,"requestedSchema":{"type":"object","properties":{}}}},"q2":{"method":"sampling/createMessage","params":{"messages":[],"maxTokens":1}}},"requestState":${state}}`,
  );
  await settle();
  const [one, two] = asked(call);
  expect(call.interims[0]).toContain(
    '"params":{"message":"?","n":1.0,"requestedSchema":{"type":"object","properties":{}}}',
  );
  session.respond(`{"jsonrpc":"2.0","id":${two!.id},"result":{"big":1e999}}`);
  await settle();
  expect(server.all('tools/call').length).toBe(1);
  session.respond(`{"jsonrpc":"2.0","id":${one!.id},"result":{"action":"accept","content":{"a":1.0}}}`);
  await settle();
  const retry = server.last('tools/call');
  expect(retry.id).not.toBe(first.id);
  expect(retry.raw).toContain(`"requestState":${state}`);
  expect(retry.raw).toContain(
    '"inputResponses":{"q2":{"big":1e999},"q1":{"action":"accept","content":{"a":1.0}}}',
  );
  expect(retry.params).toMatchObject({ name: 'a', arguments: { x: 1 } });
  expect(retry.out).toMatchObject({ name: 'a', method: 'tools/call' });
  // A second round without a state: nothing of the first one is repeated.
  server.answer('tools/call', {
    resultType: 'input_required',
    inputRequests: { z: { method: 'roots/list' } },
  });
  await settle();
  session.respond({ jsonrpc: '2.0', id: asked(call)[2]!.id, result: { roots: [] } });
  await settle();
  expect(server.last('tools/call').params).not.toHaveProperty('requestState');
  expect(server.last('tools/call').params['inputResponses']).toEqual({ z: { roots: [] } });
  server.answer('tools/call', { resultType: 'complete', content: [] });
  expect(call.result).toEqual({ content: [] });
  expect(kit.audit.legs('tools/call')).toEqual(['sent', 'answered']);
});

test('a state without questions is a retry at once, and a server that asks for ever is ended', async () => {
  const kit = aRelay({ servers: [NEW] });
  const session = await anOpenSession(kit, 'one', { server: 'alpha', capabilities });
  const call = session.call(1, 'a');
  await settle();
  for (let i = 0; i < 40 && call.answers.length === 0; i++)
    kit.server('alpha').now.answer('tools/call', { resultType: 'input_required', requestState: `s${i}` });
  expect(call.error.message).toContain('too many questions');
  expect(kit.server('alpha').now.all('tools/call').length).toBe(17);
});

test('a url question gets the id that session clients need', async () => {
  const kit = aRelay({ servers: [NEW] });
  const session = await anOpenSession(kit, 'one', { server: 'alpha', capabilities });
  const call = session.call(1, 'a');
  await settle();
  const params = { mode: 'url', url: 'https://example.com/?x=1', message: 'go' };
  kit.server('alpha').now.answer('tools/call', {
    resultType: 'input_required',
    inputRequests: { u: { method: 'elicitation/create', params } },
  });
  await settle();
  expect(asked(call)[0]?.params).toEqual({
    ...params,
    elicitationId: expect.stringMatching(/^doorward-/) as unknown,
  });
});

test('questions that are no requests end the call and nothing else', async () => {
  const kit = aRelay({ servers: [NEW] });
  const session = await anOpenSession(kit, 'one', { server: 'alpha', capabilities });
  const questions = [
    '{"q":{"method":"x","params":[1]}}',
    '{"q":{"method":"x","params":{"a":1,"a":2}}}',
    `{"q":{"method":"${'x'.repeat(300)}"}}`,
    '{"q":{"params":{}}}',
    '{"q":5}',
  ];
  for (const [i, question] of questions.entries()) {
    const call = session.call(i, 'a');
    await settle();
    kit
      .server('alpha')
      .now.answer('tools/call', `{"resultType":"input_required","inputRequests":${question}}`);
    expect(call.error.message, question).toContain('cannot read');
  }
});

test('a client that refuses a question or is cancelled ends the call without a retry', async () => {
  const kit = aRelay({ servers: [NEW] });
  const session = await anOpenSession(kit, 'one', { server: 'alpha', capabilities });
  const need = { resultType: 'input_required', inputRequests: { q: { method: 'roots/list' } } };
  const refused = session.call(1, 'a');
  await settle();
  kit.server('alpha').now.answer('tools/call', need);
  await settle();
  session.respond({ jsonrpc: '2.0', id: asked(refused)[0]!.id, error: { code: -1, message: 'no' } });
  expect(refused.error.code).toBe(-32603);
  const cancelled = session.call(2, 'a');
  await settle();
  kit.server('alpha').now.answer('tools/call', need);
  await settle();
  session.notify('notifications/cancelled', { requestId: 2 });
  session.respond({ jsonrpc: '2.0', id: asked(cancelled)[0]!.id, result: {} });
  await settle();
  expect(cancelled.answers).toEqual([]);
  expect(kit.server('alpha').now.all('tools/call').length).toBe(2);
});

test('subscriptions of a session client live on the listen stream; each session hears once and only its own', async () => {
  const kit = aRelay({ servers: [NEW] });
  const one = await anOpenSession(kit, 'one', { server: 'alpha' });
  const two = await anOpenSession(kit, 'two', { server: 'alpha' });
  const server = kit.server('alpha').now;
  const subscribe = one.request({
    jsonrpc: '2.0',
    id: 1,
    method: 'resources/subscribe',
    params: { uri: 'x:1' },
  });
  await settle();
  expect(subscribe.answers).toEqual(['{"jsonrpc":"2.0","id":1,"result":{}}']);
  expect(server.all('resources/subscribe')).toEqual([]);
  const listens = server.all('subscriptions/listen');
  expect(listens.length).toBe(3);
  expect(server.aborted).toEqual([listens[0]!.id]);
  expect(listens[2]!.params['notifications']).toMatchObject({ resourceSubscriptions: ['x:1'] });
  const mine = listens[2]!.id as number;
  const tell = (origin: number, method: string, params: object): void =>
    server.say(
      {
        jsonrpc: '2.0',
        method,
        params: { ...params, _meta: { 'io.modelcontextprotocol/subscriptionId': origin, x: 1 } },
      },
      origin,
    );
  tell(mine, 'notifications/subscriptions/acknowledged', {});
  tell(mine, 'notifications/resources/updated', { uri: 'x:1' });
  tell(mine, 'notifications/tools/list_changed', {});
  tell(listens[1]!.id as number, 'notifications/tools/list_changed', {});
  expect(one.sent.map((text) => JSON.parse(text) as unknown)).toEqual([
    { jsonrpc: '2.0', method: 'notifications/resources/updated', params: { uri: 'x:1', _meta: { x: 1 } } },
    { jsonrpc: '2.0', method: 'notifications/tools/list_changed' },
  ]);
  expect(two.sent.length).toBe(1);
  one.close();
  two.close();
  expect(new Set(server.aborted)).toEqual(new Set(listens.map((listen) => listen.id)));
});

test('many listen streams take no place from calls', async () => {
  const kit = aRelay({ servers: [NEW] });
  for (let i = 0; i < 70; i++) await anOpenSession(kit, `app${i}`, { server: 'alpha' });
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  session.call(1, 'a');
  await settle();
  expect(kit.server('alpha').now.all('tools/call').length).toBe(1);
});

test('the log level travels with each call, and only wanted messages come back', async () => {
  const kit = aRelay({ servers: [NEW] });
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  session.request({ jsonrpc: '2.0', id: 1, method: 'logging/setLevel', params: { level: 'warning' } });
  const bad = session.request({
    jsonrpc: '2.0',
    id: 2,
    method: 'logging/setLevel',
    params: { level: 'loud' },
  });
  expect(bad.error.code).toBe(-32602);
  const call = session.call(3, 'a');
  await settle();
  const { id, params } = kit.server('alpha').now.last('tools/call');
  expect((params['_meta'] as Record<string, unknown>)['io.modelcontextprotocol/logLevel']).toBe('warning');
  for (const level of ['info', 'error'])
    kit
      .server('alpha')
      .now.say({ jsonrpc: '2.0', method: 'notifications/message', params: { level } }, id as number);
  expect(call.interims.length).toBe(1);
});

test('a deeply nested client is no danger', async () => {
  const kit = aRelay({ servers: [NEW] });
  const deep = `${'[1,'.repeat(20_000)}1${']'.repeat(20_000)}`;
  const params = `{"protocolVersion":"2025-06-18","capabilities":{"x":${deep}},"clientInfo":{}}`;
  const session = await anOpenSession(kit, 'one', { server: 'alpha', params });
  expect(session.hello.result['protocolVersion']).toBe('2025-06-18');
  expect(kit.server('alpha').now.all('subscriptions/listen').length).toBe(1);
});
