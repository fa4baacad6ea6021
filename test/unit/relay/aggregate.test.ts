import { expect, test } from 'vitest';
import { pass } from '../../fixtures/pass.ts';
import type { SessionKit } from '../../fixtures/relay-client.ts';
import { anOpenSession, aRelay, type RelayKit, settle } from '../../fixtures/relay-kit.ts';

const alpha = {
  id: 'alpha',
  tools: [{ name: 'work', inputSchema: { $defs: {} }, icons: [{}], _meta: { ui: 1 } }],
  prompts: [{ name: 'ask', arguments: [] }],
  resources: [
    { uri: 'shared:1', name: 'a' },
    { uri: 'a:1', name: 'only' },
  ],
  resourceTemplates: [{ uriTemplate: 'tmpl:{x}', name: 't' }],
};
const beta = {
  id: 'beta',
  tools: [
    { name: 'work', inputSchema: {} },
    { name: 'odd name!', inputSchema: {} },
  ],
  resources: [{ uri: 'shared:1', name: 'b' }],
};

async function warm(kit: RelayKit, client = 'one', capabilities: object = {}): Promise<SessionKit> {
  const session = await anOpenSession(kit, client, { capabilities });
  session.request({ jsonrpc: '2.0', id: 'warm', method: 'tools/list' });
  await pass(300);
  await settle();
  return session;
}

const ask = (session: SessionKit, method: string, params: object) =>
  session.request({ jsonrpc: '2.0', id: JSON.stringify([method, params]), method, params });

test('lists hold every server’s items under names that lead back, with every unknown field', async () => {
  const kit = aRelay({ servers: [alpha, beta] });
  const session = await warm(kit);
  const tools = ask(session, 'tools/list', {}).result['tools'] as { name: string }[];
  expect(tools[0]).toEqual({ ...alpha.tools[0], name: 'alpha__work' });
  expect(tools.map((tool) => tool.name)).toEqual([
    'alpha__work',
    'beta__work',
    expect.stringMatching(/^beta__odd_name__h[0-9a-f]{10}$/),
  ]);
  for (const [i, [server, name]] of [
    ['alpha', 'work'],
    ['beta', 'work'],
    ['beta', 'odd name!'],
  ].entries()) {
    session.call(`t${i}`, tools[i]!.name);
    await settle();
    expect(kit.server(server!).now.last('tools/call').params['name']).toBe(name);
  }
});

test('a tool that nobody offers is unknown; one of a server that was taken away is refused; neither is sent', async () => {
  const kit = aRelay({ servers: [alpha, beta] });
  const session = await warm(kit);
  kit.hidden.add('beta');
  kit.runtime.catalog.changed('beta');
  const gone = session.call(1, 'beta__work');
  expect(gone.result).toMatchObject({ isError: true });
  for (const name of ['alpha__nope', 'nobody__work', 'work', '']) {
    const never = session.call(`never-${name}`, name);
    expect(never.error).toEqual({ code: -32602, message: `Unknown tool: ${name}` });
  }
  await settle();
  for (const id of ['alpha', 'beta'])
    expect(kit.server(id).connections.flatMap((c) => c.all('tools/call'))).toEqual([]);
  expect(session.heard('notifications/tools/list_changed').length).toBeGreaterThan(0);
  expect((ask(session, 'tools/list', {}).result['tools'] as unknown[]).length).toBe(1);
});

test('URIs stay as they are unless two servers share one', async () => {
  const kit = aRelay({ servers: [alpha, beta] });
  const session = await warm(kit);
  const { resources } = ask(session, 'resources/list', {}).result as { resources: { uri: string }[] };
  expect(resources.map(({ uri }) => uri)).toEqual([
    'doorward+alpha:shared:1',
    'a:1',
    'doorward+beta:shared:1',
  ]);
  const cases = [
    ['doorward+beta:shared:1', 'beta', 'shared:1'],
    ['doorward+alpha:shared:1', 'alpha', 'shared:1'],
    ['a:1', 'alpha', 'a:1'],
    ['tmpl:anything', 'alpha', 'tmpl:anything'],
  ];
  for (const [uri, server, known] of cases) {
    ask(session, 'resources/read', { uri });
    await settle();
    expect(kit.server(server!).now.last('resources/read').params['uri']).toBe(known);
  }
  expect(ask(session, 'resources/read', { uri: 'nobody:1' }).error.code).toBe(-32002);
  expect(ask(session, 'resources/read', { uri: 'doorward+gamma:x' }).error.code).toBe(-32002);
  expect(ask(session, 'resources/read', {}).error.code).toBe(-32602);
});

test('updates of a resource that two servers share come under the URI of the right one', async () => {
  const kit = aRelay({ servers: [alpha, beta] });
  const session = await warm(kit);
  for (const server of ['alpha', 'beta'])
    ask(session, 'resources/subscribe', { uri: `doorward+${server}:shared:1` });
  await settle();
  const listener = kit.client('two').stateless({
    id: 'L',
    method: 'subscriptions/listen',
    params: { notifications: { resourceSubscriptions: ['doorward+beta:shared:1'] } },
  });
  await settle();
  for (const { connections } of [kit.server('beta')])
    for (const connection of connections)
      connection.say({
        jsonrpc: '2.0',
        method: 'notifications/resources/updated',
        params: { uri: 'shared:1' },
      });
  const uris = (texts: string[]) =>
    texts.map((text) => (JSON.parse(text) as { params?: { uri?: string } }).params?.uri).filter(Boolean);
  expect(uris(session.sent)).toEqual(['doorward+beta:shared:1']);
  expect(uris(listener.interims)).toEqual(['doorward+beta:shared:1']);
});

test('links and tasks that a result spoke of lead back to that server, for that client only', async () => {
  const kit = aRelay({ servers: [alpha, beta] });
  const session = await warm(kit);
  const other = await warm(kit, 'two');
  session.call(1, 'beta__work');
  await settle();
  kit.server('beta').connections[0]!.answer('tools/call', {
    content: [
      { type: 'resource_link', uri: 'found:1' },
      { type: 'resource', resource: { uri: 'found:2' } },
    ],
    task: { taskId: 'T' },
  });
  for (const [method, params] of [
    ['resources/read', { uri: 'found:1' }],
    ['resources/read', { uri: 'found:2' }],
    ['tasks/get', { taskId: 'T' }],
    ['tasks/cancel', { taskId: 'T' }],
  ] as const) {
    ask(session, method, params);
    await settle();
    expect(kit.server('beta').connections[0]!.last(method).params).toEqual(params);
    expect(ask(other, method, params).error.code).toBeLessThan(0);
  }
});

test('completions go to the server of the prompt or template, under its own name', async () => {
  const kit = aRelay({ servers: [alpha, beta] });
  const session = await warm(kit);
  const rest = { argument: { name: 'a', value: 'x' }, context: { arguments: { y: '1' } } };
  ask(session, 'completion/complete', { ref: { type: 'ref/prompt', name: 'alpha__ask' }, ...rest });
  await settle();
  expect(kit.server('alpha').now.last('completion/complete').params).toEqual({
    ref: { type: 'ref/prompt', name: 'ask' },
    ...rest,
  });
  ask(session, 'completion/complete', { ref: { type: 'ref/resource', uri: 'tmpl:{x}' }, ...rest });
  await settle();
  expect(kit.server('alpha').now.last('completion/complete').params['ref']).toEqual({
    type: 'ref/resource',
    uri: 'tmpl:{x}',
  });
  expect(ask(session, 'completion/complete', { ref: { name: 'ask' } }).error.code).toBe(-32602);
  expect(ask(session, 'completion/complete', { ref: 5 }).error.code).toBe(-32602);
  expect(ask(session, 'vendor/unknown', {}).error.code).toBe(-32601);
});

test('long lists come in pages; a cursor of another time or make is refused', async () => {
  const big = Array.from({ length: 12 }, (_, i) => ({
    name: `t${i}`,
    inputSchema: { d: 'x'.repeat(1 << 20) },
  }));
  const kit = aRelay({ servers: [{ id: 'alpha', tools: big }] });
  const session = await warm(kit);
  const names: string[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const { tools, nextCursor } = ask(session, 'tools/list', cursor === undefined ? {} : { cursor, n: pages })
      .result as { tools: { name: string }[]; nextCursor?: string };
    names.push(...tools.map(({ name }) => name));
    cursor = nextCursor;
    pages++;
  } while (cursor !== undefined && pages < 20);
  expect(names).toEqual(big.map(({ name }) => `alpha__${name}`));
  expect(pages).toBeGreaterThan(2);
  for (const wrong of ['x', 'a:1', '', ':0', 5, null])
    expect(ask(session, 'tools/list', { cursor: wrong }).error.code).toBe(-32602);
});

test('one sick server neither slows nor hides its sibling', async () => {
  const kit = aRelay({ servers: [{ id: 'sick', hello: null }, alpha] });
  const session = await warm(kit);
  const { tools } = ask(session, 'tools/list', {}).result as { tools: { name: string }[] };
  expect(tools.map(({ name }) => name)).toEqual(['alpha__work']);
  session.call(1, 'alpha__work');
  await settle();
  expect(kit.server('alpha').now.all('tools/call').length).toBe(1);
});

test('clients with other capabilities are given what the server offers to them', async () => {
  const kit = aRelay({ servers: [alpha] });
  await warm(kit, 'one');
  await warm(kit, 'two', { roots: {} });
  expect(kit.server('alpha').connections.map((c) => c.last('initialize').params['capabilities'])).toEqual([
    {},
    { roots: {} },
  ]);
});
