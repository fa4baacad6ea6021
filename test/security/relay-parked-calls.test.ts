import { expect, test } from 'vitest';
import type { RecordedExchange } from '../fixtures/relay-client.ts';
import { aRelay, type RelayKit, settle } from '../fixtures/relay-kit.ts';

const options = { server: 'alpha', capabilities: { elicitation: {} } };
const PARAMS = '{"message":"?","n":1.0,"requestedSchema":{"type":"object","properties":{}}}';
const QUESTION = `{"jsonrpc":"2.0","id":"q","method":"elicitation/create","params":${PARAMS}}`;
const INNER = {
  inputResponses: { question: { action: 'accept', content: { x: 1 } } },
};

async function parked(
  kit: RelayKit,
  params: object = { name: 'a', arguments: { x: 1 } },
): Promise<RecordedExchange> {
  const exchange = kit.client('one').stateless({ id: 1, method: 'tools/call', params }, options);
  await settle();
  kit.server('alpha').now.say(QUESTION);
  await settle();
  return exchange;
}

const stateOf = (exchange: RecordedExchange): string => exchange.result['requestState'] as string;

function retry(
  kit: RelayKit,
  state: unknown,
  extra: object = {},
  client = 'one',
  server = 'alpha',
): RecordedExchange {
  const params = { name: 'a', arguments: { x: 1 }, requestState: state, ...INNER, ...extra };
  return kit.client(client).stateless({ id: 2, method: 'tools/call', params }, { ...options, server });
}

test('a question parks the call; the answer resumes it under the new id', async () => {
  const kit = aRelay();
  const first = await parked(kit);
  expect(first.answers[0]).toContain(
    `"inputRequests":{"question":{"method":"elicitation/create","params":${PARAMS}}}`,
  );
  const second = retry(kit, stateOf(first));
  await settle();
  const server = kit.server('alpha').now;
  expect(server.all('tools/call').length).toBe(1);
  expect(server.replies.map((reply) => reply.raw)).toEqual([
    '{"jsonrpc":"2.0","id":"q","result":{"action":"accept","content":{"x":1}}}',
  ]);
  server.answer('tools/call', '{"content":[],"n":1.0}');
  expect(second.answered).toMatchObject({ id: 2, result: { resultType: 'complete', content: [] } });
  expect(second.answers[0]).toContain('"n":1.0');
  expect(first.answers.length).toBe(1);
});

test('a client is never asked for what it did not declare: the server hears a refusal', async () => {
  const kit = aRelay();
  const exchange = kit
    .client('one')
    .stateless(
      { id: 1, method: 'tools/call', params: { name: 'a', arguments: {} } },
      { server: 'alpha', capabilities: { sampling: {} } },
    );
  await settle();
  kit.server('alpha').now.say(QUESTION);
  await settle();
  expect(exchange.answers).toEqual([]);
  expect(kit.server('alpha').now.replies.map((reply) => reply.raw)).toEqual([
    '{"jsonrpc":"2.0","id":"q","error":{"code":-32601,"message":"The AI app cannot answer this kind of question."}}',
  ]);
});

test('a handle that is forged, foreign, for other arguments or another method resumes nothing and stays good', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha' }, { id: 'beta' }] });
  const state = stateOf(await parked(kit));
  const [head, id, signature] = state.split('.');
  const forged = [
    '',
    'x',
    state.slice(0, -1),
    `${state}x`,
    `${head}.${id}.`,
    `${head}.${id!.toUpperCase()}.${signature}`,
    `other.${id}.${signature}`,
    5,
    null,
  ];
  const attempts = [
    ...forged.map((wrong) => retry(kit, wrong)),
    retry(kit, state, {}, 'two'),
    retry(kit, state, { arguments: { x: 2 } }),
    retry(kit, state, { name: 'b' }),
    retry(kit, state, { more: 1 }),
    retry(kit, state, {}, 'one', 'beta'),
    kit.client('one').stateless(
      {
        id: 3,
        method: 'prompts/get',
        params: { name: 'a', arguments: { x: 1 }, requestState: state, ...INNER },
      },
      options,
    ),
  ];
  await settle();
  for (const attempt of attempts) expect(attempt.error.code).toBe(-32602);
  for (const connection of kit.server('alpha').connections) expect(connection.replies).toEqual([]);
  expect(kit.server('alpha').connections.flatMap((c) => c.all('tools/call')).length).toBe(1);
  expect(kit.server('beta').connections.flatMap((c) => c.all('tools/call'))).toEqual([]);
  const good = retry(kit, state);
  await settle();
  kit.server('alpha').connections[0]!.answer('tools/call', { ok: 1 });
  expect(good.result).toMatchObject({ ok: 1 });
});

test('a handle works once, and a retry without the answer does not use it up', async () => {
  const kit = aRelay();
  const state = stateOf(await parked(kit));
  const without = retry(kit, state, { inputResponses: { other: {} } });
  await settle();
  expect(without.error.message).toContain('lacks the answer');
  retry(kit, state);
  const replay = retry(kit, state);
  await settle();
  expect(replay.error.code).toBe(-32602);
  expect(kit.server('alpha').now.replies.length).toBe(1);
});

test('a handle expires, and the call is then given up at the server', async () => {
  const kit = aRelay();
  const state = stateOf(await parked(kit));
  kit.advance(10 * 60_000 + 1);
  const late = retry(kit, state);
  await settle();
  expect(late.error.code).toBe(-32602);
  expect(kit.server('alpha').now.all('notifications/cancelled').length).toBe(1);
});

test('a handle of a client that was dropped is gone', async () => {
  const kit = aRelay();
  const state = stateOf(await parked(kit));
  kit.runtime.relay.dropClient('one');
  const late = retry(kit, state);
  await settle();
  expect(late.error.code).toBe(-32602);
});

test('the answer of a retry walks the whole road: durable, rechecked, cancellable', async () => {
  for (const how of ['disk', 'blocked', 'cancelled']) {
    const kit = aRelay();
    const state = stateOf(await parked(kit));
    kit.audit.hold = true;
    const second = retry(kit, state);
    await settle();
    expect(kit.server('alpha').now.replies).toEqual([]);
    if (how === 'disk') kit.audit.error = new Error('full');
    if (how === 'blocked') kit.hidden.add('alpha');
    if (how === 'cancelled') second.oncancel?.();
    kit.audit.release();
    await settle();
    expect(kit.server('alpha').now.replies, how).toEqual([]);
    expect(kit.server('alpha').now.all('notifications/cancelled').length, how).toBe(1);
    expect(second.answers.length, how).toBe(how === 'cancelled' ? 0 : 1);
  }
});

test('what the server says while the client is away waits for it', async () => {
  const kit = aRelay();
  const state = stateOf(await parked(kit));
  kit.server('alpha').now.answer('tools/call', { done: 'meanwhile' });
  const second = retry(kit, state);
  await settle();
  expect(second.result).toMatchObject({ done: 'meanwhile', resultType: 'complete' });
  const dying = stateOf(await parked(kit));
  kit.audit.hold = true;
  const third = retry(kit, dying);
  await settle();
  kit.server('alpha').now.die({ code: 'closed', message: '"alpha" stopped.' });
  kit.audit.release();
  await settle();
  expect(third.error.message).toBe('"alpha" stopped.');
});

test('a second question of the same call parks it again', async () => {
  const kit = aRelay();
  const second = retry(kit, stateOf(await parked(kit)));
  await settle();
  kit.server('alpha').now.say(QUESTION);
  await settle();
  expect(second.result['resultType']).toBe('input_required');
  const third = retry(kit, stateOf(second));
  await settle();
  kit.server('alpha').now.answer('tools/call', { done: 1 });
  expect(third.result).toMatchObject({ done: 1 });
});

test('one app cannot take every place', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', transport: 'http' }] });
  const ask = async (client: string, i: number): Promise<RecordedExchange> => {
    const call = { id: i, method: 'tools/call', params: { name: `a${i}` } };
    const exchange = kit.client(client).stateless(call, options);
    await settle();
    const server = kit.server('alpha').now;
    const { id } = server.last('tools/call');
    server.say(QUESTION.replace('"q"', `"q${i}"`), id as number);
    await settle();
    server.answer('tools/call', {});
    return exchange;
  };
  const exchanges: RecordedExchange[] = [];
  for (let i = 0; i < 66; i++) exchanges.push(await ask('one', i));
  const parkedOnes = exchanges.filter((exchange) => exchange.result['resultType'] === 'input_required');
  expect(parkedOnes.length).toBe(64);
  const other = await ask('two', 1);
  expect(other.result['resultType']).toBe('input_required');
});

test('the state of a stateless server passes byte for byte, also when it looks like ours', async () => {
  const kit = aRelay({ servers: [{ id: 'alpha', era: 'stateless' }] });
  const raw = '"doorward1.\\u0061.b"';
  kit
    .client('one')
    .stateless(
      `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"a","requestState":${raw},"inputResponses":{"k":{"n":1.0}},"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}}`,
      options,
    );
  await settle();
  expect(kit.server('alpha').now.last('tools/call').raw).toContain(
    `"requestState":${raw},"inputResponses":{"k":{"n":1.0}}`,
  );
});
