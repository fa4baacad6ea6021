import { expect, test } from 'vitest';
import { anOpenSession, aRelay, settle } from '../../fixtures/relay-kit.ts';

const NEW = { id: 'alpha', era: 'stateless' as const, transport: 'http' as const };
const MARK = 'io.modelcontextprotocol/subscriptionId';

test('a stateless client calls a stateless server: nothing changes but id and token', async () => {
  const kit = aRelay({ servers: [NEW] });
  const raw =
    '{"jsonrpc":"2.0","id":"x","method":"tools/call","params":{"name":"a","arguments":{"n":1.0},"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientInfo":{"name":"c","z":1e999},"progressToken":"x"}}}';
  const exchange = kit
    .client('one')
    .stateless(raw, { server: 'alpha', paramHeaders: { 'mcp-param-a': 'v' } });
  await settle();
  const server = kit.server('alpha').now;
  const { id, raw: sent, out } = server.last('tools/call');
  expect(sent).toBe(
    raw
      .replace('"id":"x"', `"id":${id as number}`)
      .replace('"progressToken":"x"', `"progressToken":${id as number}`),
  );
  expect(out).toMatchObject({
    name: 'a',
    protocolVersion: '2026-07-28',
    paramHeaders: { 'mcp-param-a': 'v' },
  });
  server.answer(
    'tools/call',
    '{"resultType":"input_required","requestState":"\\u0061","inputRequests":{},"odd":1.0}',
  );
  expect(exchange.answers).toEqual([
    '{"jsonrpc":"2.0","id":"x","result":{"resultType":"input_required","requestState":"\\u0061","inputRequests":{},"odd":1.0}}',
  ]);
});

test('errors have the HTTP status that the revision wants', async () => {
  const kit = aRelay({ servers: [NEW] });
  for (const [code, status] of [
    [-32601, 404],
    [-32020, 400],
    [-32021, 400],
    [-32022, 400],
    [-32602, undefined],
    [7, undefined],
  ] as const) {
    const exchange = kit.client('one').stateless({ id: 1, method: 'x/y' }, { server: 'alpha' });
    await settle();
    const server = kit.server('alpha').now;
    const id = server.last('x/y').id as number;
    server.say({ jsonrpc: '2.0', id, error: { code, message: 'm', data: { d: 1 } } }, id);
    expect(exchange.error).toEqual({ code, message: 'm', data: { d: 1 } });
    expect(exchange.statuses).toEqual([status]);
  }
});

test('a listen stream reaches only its client, marked with the id of its own request', async () => {
  for (const transport of ['http', 'stdio'] as const) {
    const kit = aRelay({ servers: [{ ...NEW, transport }] });
    const listen = (client: string, id: unknown) =>
      kit
        .client(client)
        .stateless(
          { id, method: 'subscriptions/listen', params: { notifications: { toolsListChanged: true } } },
          { server: 'alpha' },
        );
    const [one, two] = [listen('one', 'L'), listen('one', 5)];
    await settle();
    const server = kit.server('alpha').now;
    const [first, second] = server.all('subscriptions/listen').map((sent) => sent.id as number);
    const tell = (id: number, method: string): void =>
      server.say({ jsonrpc: '2.0', method, params: { _meta: { [MARK]: id } } }, id);
    tell(first!, 'notifications/subscriptions/acknowledged');
    tell(first!, 'notifications/tools/list_changed');
    tell(second!, 'notifications/resources/updated');
    expect(one.interims).toEqual([
      `{"jsonrpc":"2.0","method":"notifications/subscriptions/acknowledged","params":{"_meta":{"${MARK}":"L"}}}`,
      `{"jsonrpc":"2.0","method":"notifications/tools/list_changed","params":{"_meta":{"${MARK}":"L"}}}`,
    ]);
    expect(two.interims).toEqual([
      `{"jsonrpc":"2.0","method":"notifications/resources/updated","params":{"_meta":{"${MARK}":5}}}`,
    ]);
    server.answerTo(server.all('subscriptions/listen')[0]!, { _meta: { [MARK]: first } });
    expect(one.result).toEqual({ _meta: { [MARK]: 'L' } });
  }
});

test('listening at a session-era server: acknowledged first, only what was asked for, unsubscribed at the end', async () => {
  const kit = aRelay();
  const exchange = kit.client('one').stateless(
    {
      id: 'L',
      method: 'subscriptions/listen',
      params: {
        notifications: {
          toolsListChanged: true,
          promptsListChanged: false,
          resourceSubscriptions: ['x:1', 5],
        },
      },
    },
    { server: 'alpha' },
  );
  await settle();
  const server = kit.server('alpha').now;
  expect(server.all('resources/subscribe').map((sent) => sent.params)).toEqual([{ uri: 'x:1' }]);
  for (const list of ['tools', 'prompts', 'resources'])
    server.say({ jsonrpc: '2.0', method: `notifications/${list}/list_changed` });
  for (const uri of ['x:1', 'x:2'])
    server.say({ jsonrpc: '2.0', method: 'notifications/resources/updated', params: { uri } });
  await settle();
  const marked = exchange.interims.map(
    (text) => JSON.parse(text) as { method: string; params: { _meta: unknown } },
  );
  expect(marked.map((body) => body.method)).toEqual([
    'notifications/subscriptions/acknowledged',
    'notifications/tools/list_changed',
    'notifications/resources/updated',
  ]);
  expect(marked.every((body) => JSON.stringify(body.params._meta) === `{"${MARK}":"L"}`)).toBe(true);
  exchange.oncancel?.();
  expect(server.all('resources/unsubscribe').length).toBe(1);
});

test('server/discover in front of a session-era server, and the envelope off its calls', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', tools: [{ name: 'a', inputSchema: {} }] }] });
  const discover = kit.client('one').stateless({ id: 1, method: 'server/discover' }, { server: 'alpha' });
  await settle();
  expect(discover.result).toMatchObject({
    resultType: 'complete',
    supportedVersions: expect.arrayContaining(['2026-07-28', '2025-11-25']) as unknown,
    _meta: { 'io.modelcontextprotocol/serverInfo': { name: 'alpha-server' } },
  });
  expect(kit.runtime.pool.of('alpha')[0]?.owners.size).toBe(0);
  const call = kit
    .client('one')
    .stateless(
      { id: 2, method: 'tools/call', params: { name: 'a', _meta: { keep: 1, progressToken: 'p' } } },
      { server: 'alpha' },
    );
  await settle();
  const { params, id } = kit.server('alpha').now.last('tools/call');
  expect(params).toEqual({ name: 'a', _meta: { keep: 1, progressToken: id } });
  kit.server('alpha').now.answer('tools/call', '{"content":[],"n":1.0}');
  expect(call.answers[0]).toContain('"resultType":"complete"');
  expect(call.answers[0]).toContain('"content":[],"n":1.0}');
  const list = kit.client('one').stateless({ id: 3, method: 'tools/list' }, { server: 'alpha' });
  await settle();
  expect(list.result).toMatchObject({ ttlMs: 0, cacheScope: 'private', resultType: 'complete' });
  expect(kit.server('alpha').now.last('tools/list').params).toEqual({});
});

test('log messages come only when the envelope asks for them', async () => {
  const kit = aRelay();
  const ask = (logLevel?: string) =>
    kit
      .client('one')
      .stateless(
        { id: 1, method: 'tools/call', params: { name: 'a' } },
        { server: 'alpha', ...(logLevel && { logLevel }) },
      );
  for (const [level, heard] of [
    [undefined, 0],
    ['error', 1],
    ['debug', 2],
  ] as const) {
    const exchange = ask(level);
    await settle();
    for (const said of ['info', 'error'])
      kit
        .server('alpha')
        .now.say({ jsonrpc: '2.0', method: 'notifications/message', params: { level: said } });
    kit.server('alpha').now.answer('tools/call', {});
    expect(exchange.interims.length).toBe(heard);
  }
});

test('a stateless server that asks over the wire hears that this is not done', async () => {
  const kit = aRelay({ servers: [NEW] });
  await anOpenSession(kit, 'one', { server: 'alpha' });
  const exchange = kit
    .client('one')
    .stateless({ id: 1, method: 'tools/call', params: { name: 'a' } }, { server: 'alpha' });
  await settle();
  const server = kit.server('alpha').now;
  server.say(
    { jsonrpc: '2.0', id: 's', method: 'sampling/createMessage' },
    server.last('tools/call').id as number,
  );
  expect(exchange.interims).toEqual([]);
  expect(server.replies[0]?.raw).toContain('-32601');
});

test('the level that the envelope asks for is told to a session-era server, when it is another than the last one', async () => {
  const kit = aRelay();
  const call = async (id: number, logLevel?: string) => {
    const exchange = kit
      .client('one')
      .stateless(
        { id, method: 'tools/call', params: { name: 'a' } },
        { server: 'alpha', ...(logLevel && { logLevel }) },
      );
    await settle();
    return exchange;
  };
  const told = () =>
    kit
      .server('alpha')
      .now.all('logging/setLevel')
      .map((sent) => sent.params['level']);
  for (const [id, level] of [undefined, 'error', 'error', 'debug', 'nonsense', undefined].entries()) {
    await call(id, level);
    kit.server('alpha').now.answer('tools/call', {});
  }
  expect(told()).toEqual(['error', 'debug']);
  const methods = kit.server('alpha').now.received.map((sent) => sent.method);
  expect(methods.indexOf('logging/setLevel')).toBeLessThan(
    methods.indexOf('tools/call', methods.indexOf('tools/call') + 1),
  );
  // Two at once: the server serves both, and each hears only its own.
  const [loud, quiet] = [await call(7, 'warning'), await call(8, 'emergency')];
  expect(told()).toEqual(['error', 'debug', 'warning']);
  expect([loud.answers, quiet.answers]).toEqual([[], []]);
});

test('tools of a session-era server lose what 2026-07-28 does not know, and nothing else', async () => {
  const tool = '{"name":"a","inputSchema":{"n":1.0},"execution":{"taskSupport":"required"},"icons":[]}';
  const kit = aRelay({
    servers: [
      { id: 'alpha', lists: { 'tools/list': () => `{"tools":[${tool},{"name":"b","inputSchema":{}}]}` } },
    ],
  });
  const list = kit.client('one').stateless({ id: 3, method: 'tools/list' }, { server: 'alpha' });
  await settle();
  expect(list.answers[0]).toContain(
    '"tools":[{"name":"a","inputSchema":{"n":1.0},"icons":[]},{"name":"b","inputSchema":{}}]',
  );
});

test('a resource that is not there has the code of the revision; message, data and other codes stay', async () => {
  const kit = aRelay();
  for (const [method, code, heard] of [
    ['resources/read', -32002, -32602],
    ['resources/read', -32003, -32003],
    ['tools/call', -32002, -32002],
  ] as const) {
    const exchange = kit
      .client('one')
      .stateless({ id: 1, method, params: { uri: 'x:1', name: 'a' } }, { server: 'alpha' });
    await settle();
    const server = kit.server('alpha').now;
    const id = String(server.last(method).id);
    server.say(
      `{"jsonrpc":"2.0","id":${id},"error":{"data":{"uri":"x:1","n":1.0},"code":${code},"message":"m"}}`,
    );
    expect(exchange.answers).toEqual([
      `{"jsonrpc":"2.0","id":1,"error":{"data":{"uri":"x:1","n":1.0},"code":${heard},"message":"m"}}`,
    ]);
  }
});
