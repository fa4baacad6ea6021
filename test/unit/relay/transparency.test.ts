import { expect, test } from 'vitest';
import { pass } from '../../fixtures/pass.ts';
import { anOpenSession, aRelay, settle } from '../../fixtures/relay-kit.ts';

const TOOL = { name: 'work', inputSchema: { type: 'object' } };

test('a call reaches the server byte for byte but for id, token and name', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', tools: [TOOL] }] });
  const session = await anOpenSession(kit, 'one');
  session.request({ jsonrpc: '2.0', id: 0, method: 'tools/list' });
  await settle();
  await pass(120);
  await settle();
  const raw =
    '{ "method" : "tools/call",\t"jsonrpc":"2.0","params":{"z":12345678901234567890.10e+3,"_meta":{"progressToken":"p","traceparent":"00-\\u0061"},\n' +
    '"name":"alpha\\u005f_work","arguments":{"b":1,"a":1,"a":2,"e":"\\u00e9é","big":100000000000000000001}} ,"id":"q","extra":[ 1 ,2]}';
  session.request(raw);
  await settle();
  expect(kit.server('alpha').now.last('tools/call').raw).toBe(
    raw
      .replace('"id":"q"', `"id":${kit.server('alpha').now.last('tools/call').id as number}`)
      .replace(
        '"progressToken":"p"',
        `"progressToken":${kit.server('alpha').now.last('tools/call').id as number}`,
      )
      .replace('"alpha\\u005f_work"', '"work"'),
  );
});

test('results and errors come back byte for byte', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  const bodies = [
    '"result":{ "content" : [ ],"n":9007199254740993.00,"\\u0061":1,"dup":1,"dup":2,"_meta":{"x":null}}',
    '"error":{"code":-32042,"message":"url \\ud83d\\ude00","data":{"elicitations":[{"mode":"url","message":"m","url":"https://a.example/","elicitationId":"e"}],"n":1e400},"more":1}',
    '"error":{"message":"Resource not found","code":-32002}',
    '"result":null',
    '"result":{"isError":true,"content":[{"type":"text","text":"no"}]},"unknown":{"top":true}',
  ];
  for (const [i, body] of bodies.entries()) {
    const call = session.call(`k${i}`, 'work');
    await settle();
    const { id } = kit.server('alpha').now.last('tools/call');
    kit.server('alpha').now.say(`{"jsonrpc":"2.0", "id" : ${id as number} ,${body}}`);
    await settle();
    expect(call.answers).toEqual([`{"jsonrpc":"2.0", "id" : "k${i}" ,${body}}`]);
  }
});

test('the handshake carries the capabilities of the client and of the server raw', async () => {
  const params =
    '{"protocolVersion":"2025-06-18","capabilities":{"experimental":{"x":{"n":1e999}},"sampling":{"tools":{}},"unknown":{"a":[1]}},"clientInfo":{"name":"t","version":"1","icons":[{}]}}';
  const hello =
    '{"protocolVersion":"2025-06-18","capabilities":{"tools":{"strange":1},"extensions":{"a/b":{}}},"serverInfo":{"name":"s","version":"1","odd":1.0},"instructions":"hi","_meta":{}}';
  const kit = aRelay({ servers: [{ id: 'alpha', hello }] });
  const session = await anOpenSession(kit, 'one', { server: 'alpha', params });
  expect(kit.server('alpha').now.last('initialize').raw).toContain(`"params":${params}}`);
  expect(session.hello.answers).toEqual([`{"jsonrpc":"2.0","id":0,"result":${hello}}`]);
  expect(session.downstream.protocolVersion).toBe('2025-06-18');
  expect(kit.server('alpha').now.versions).toEqual(['2025-06-18']);
  expect(kit.server('alpha').now.all('notifications/initialized').length).toBe(1);
});

test('a server that refuses the handshake, dies in it or never answers is named in the answer', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', hello: null }], startTimeoutMs: 30 });
  const refused = kit.client('one').open({ server: 'alpha' });
  await settle();
  kit.server('alpha').now.say('{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"go away"}}');
  expect(refused.hello.error.message).toBe('"alpha" refused the connection: go away');
  const dead = kit.client('one').open({ server: 'alpha' });
  await settle();
  kit.server('alpha').now.die({ code: 'closed', message: '"alpha" stopped: exit code 1.' });
  expect(dead.hello.error.message).toBe('"alpha" stopped: exit code 1.');
  const silent = kit.client('one').open({ server: 'alpha' });
  await pass(80);
  expect(silent.hello.error.message).toContain('did not answer within');
  expect(kit.server('alpha').now.closed).toBe(true);
  expect(kit.runtime.pool.of('alpha')).toEqual([]);
});

test('unknown tools on a single server are the business of that server', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  session.call(1, 'nobody-knows');
  session.request({ jsonrpc: '2.0', id: 2, method: 'vendor/strange', params: { x: 1 } });
  await settle();
  expect(kit.server('alpha').now.last('tools/call').params['name']).toBe('nobody-knows');
  expect(kit.server('alpha').now.last('vendor/strange').params).toEqual({ x: 1 });
});

test('peer death fails what is pending with the sentence, once, and the next call starts anew', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  const one = session.call(1, 'a');
  const two = session.call(2, 'b');
  await settle();
  const first = kit.server('alpha').now;
  first.die({ code: 'closed', message: '"alpha" stopped. It is started again at the next call.' });
  first.answer('tools/call', {});
  for (const exchange of [one, two])
    expect(exchange.error).toEqual({
      code: -32603,
      message: '"alpha" stopped. It is started again at the next call.',
      data: { reason: 'closed' },
    });
  expect(kit.audit.legs('tools/call')).toEqual(['sent', 'sent', 'failed', 'failed']);
  const three = session.call(3, 'c');
  await settle();
  expect(kit.server('alpha').connections.length).toBe(2);
  kit.server('alpha').now.answer('tools/call', { again: true });
  expect(three.result).toEqual({ again: true });
});

test('a request that cannot be delivered fails alone', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', transport: 'http' }] });
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  const one = session.call(1, 'a');
  const two = session.call(2, 'b');
  await settle();
  const server = kit.server('alpha').now;
  const [first, second] = server.all('tools/call').map((call) => call.id as number);
  server.fail(first!, {
    code: 'http-status',
    httpStatus: 500,
    message: '"alpha" answered with HTTP status 500.',
  });
  server.detach(second!, 250);
  expect(one.error.message).toBe('"alpha" answered with HTTP status 500.');
  expect(two.answers).toEqual([]);
  expect(two.detached).toEqual([250]);
});

test('the same road serves prompts, resources and completions', async () => {
  const kit = aRelay();
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  for (const method of ['prompts/get', 'resources/read', 'completion/complete', 'tools/list']) {
    const exchange = session.request({ jsonrpc: '2.0', id: method, method, params: { name: 'x' } });
    await settle();
    if (method !== 'tools/list') kit.server('alpha').now.answer(method, { from: method });
    await settle();
    expect(exchange.answers.length, method).toBe(1);
    expect(kit.audit.legs(method)).toEqual(['sent', 'answered']);
  }
});
