import { expect, test } from 'vitest';
import { anOpenSession, aRelay, settle } from '../../fixtures/relay-kit.ts';

const SENTENCE = 'A person has blocked everything in Doorward for now. Nothing was sent.';
const ASKING = { capabilities: { sampling: {}, elicitation: {}, roots: {} }, server: 'alpha' };

test('while everything is blocked nothing goes to a server, whatever is asked', async () => {
  let blocked = false;
  const kit = aRelay({ everythingBlocked: () => blocked });
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  const { received } = kit.server('alpha').now;
  const before = received.length;
  blocked = true;
  expect(session.call(1, 'a').result).toMatchObject({ isError: true, content: [{ text: SENTENCE }] });
  const others: [string, unknown][] = [
    ['resources/read', { uri: 'file:///a' }],
    ['prompts/get', { name: 'a' }],
    ['completion/complete', { ref: { type: 'ref/prompt', name: 'a' }, argument: { name: 'a', value: '' } }],
    ['tools/list', {}],
    ['something/else', {}],
  ];
  for (const [method, params] of others)
    expect(session.request({ jsonrpc: '2.0', id: method, method, params }).error, method).toMatchObject({
      code: 4030,
      message: SENTENCE,
    });
  await settle();
  expect(received.length).toBe(before);
  expect(kit.audit.rows.filter(({ outcome }) => outcome === 'refused').length).toBe(1 + others.length);
  blocked = false;
  session.call(2, 'a');
  await settle();
  expect(received.length).toBe(before + 1);
});

test('lists of all servers, which Doorward answers itself, stay', async () => {
  const kit = aRelay({ everythingBlocked: () => true });
  const session = await anOpenSession(kit, 'one');
  const list = session.request({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  expect(list.result).toHaveProperty('tools');
});

test('a call whose row is being written when everything is blocked is not sent', async () => {
  let blocked = false;
  const kit = aRelay({ everythingBlocked: () => blocked });
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  kit.audit.hold = true;
  const call = session.call(1, 'a');
  await settle();
  blocked = true;
  kit.audit.release();
  await settle();
  expect(call.result).toMatchObject({ isError: true, content: [{ text: SENTENCE }] });
  expect(kit.server('alpha').now.received.some(({ method }) => method === 'tools/call')).toBe(false);
  expect(kit.audit.legs('tools/call')).toEqual(['sent', 'refused']);
});

test('a server cannot ask an AI app anything then', async () => {
  let blocked = false;
  const kit = aRelay({ everythingBlocked: () => blocked });
  const session = await anOpenSession(kit, 'one', ASKING);
  blocked = true;
  for (const method of ['sampling/createMessage', 'elicitation/create', 'roots/list'])
    kit.server('alpha').now.say({ jsonrpc: '2.0', id: method, method, params: {} });
  await settle();
  expect(session.sent).toEqual([]);
  expect(kit.server('alpha').now.replies.map(({ body }) => body)).toEqual(
    ['sampling/createMessage', 'elicitation/create', 'roots/list'].map((id) => ({
      jsonrpc: '2.0',
      id,
      error: { code: 4030, message: SENTENCE },
    })),
  );
});
