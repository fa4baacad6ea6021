import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Call } from '../../../electron/relay/call.ts';
import { Holding } from '../../../electron/relay/holding.ts';
import { Pipeline } from '../../../electron/relay/pipeline.ts';
import { aMessage, settle } from '../../fixtures/relay-kit.ts';
import type { RecordedExchange, SessionKit, SessionOptions } from '../../fixtures/relay-client.ts';
import { RoadKit } from './road-kit.ts';

const isCall = ({ direction, message }: { direction: string; message: { method: string } }): boolean =>
  direction === 'client' && message.method === 'tools/call';

async function opened(kit: RoadKit, client = 'one', options: SessionOptions = {}): Promise<SessionKit> {
  const opening = kit.client(client).open({ server: 'alpha', ...options });
  await settle();
  return opening.session();
}

function holding(...scripts: ConstructorParameters<typeof RoadKit>): RoadKit {
  const kit = new RoadKit(...scripts);
  kit.stage.which = isCall;
  return kit;
}

const withToken = (id: number, token: unknown): object => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name: 'a', arguments: {}, _meta: { progressToken: token } },
});

interface Progress {
  readonly params: { readonly progressToken: unknown; readonly progress: number; readonly message?: string };
}
const progressOf = (exchange: RecordedExchange): Progress['params'][] =>
  exchange.interims.map((text) => (JSON.parse(text) as Progress).params);

describe('while a call is held', () => {
  test.each(['session', 'stateless'] as const)(
    'its %s client hears progress with its own token, rising, and the server goes on from zero',
    async (era) => {
      const kit = holding([{ id: 'alpha', era }]);
      const exchange =
        era === 'session'
          ? (await opened(kit)).request(withToken(1, 'tok"en'))
          : kit
              .client('one')
              .stateless(withToken(1, 'tok"en') as Record<string, unknown>, { server: 'alpha' });
      await settle();
      expect(exchange.interims).toEqual([]);
      kit.clock.advance(1999);
      expect(exchange.interims).toEqual([]);
      kit.clock.advance(1);
      for (let i = 0; i < 60; i++) kit.clock.advance(10_000);
      const said = progressOf(exchange);
      expect(said).toHaveLength(61);
      for (const [i, { progressToken, progress, message }] of said.entries()) {
        expect(progressToken).toBe('tok"en');
        expect(message).toBe('Waiting for a person to answer in Doorward.');
        expect(progress).toBeLessThan(0);
        if (i > 0) expect(progress).toBeGreaterThan(said[i - 1]!.progress);
      }
      kit.stage.held[0]!.let();
      await settle();
      kit.clock.advance(60_000);
      expect(exchange.interims).toHaveLength(61);
      const sent = kit.server().now.last('tools/call');
      kit.server().now.say(
        {
          jsonrpc: '2.0',
          method: 'notifications/progress',
          params: { progressToken: sent.id, progress: 0, total: 2 },
        },
        sent.id as number,
      );
      kit.server().now.answer('tools/call', { resultType: 'complete', content: [] });
      await settle();
      expect(progressOf(exchange).at(-1)).toEqual({ progressToken: 'tok"en', progress: 0, total: 2 });
      expect(exchange.result).toMatchObject({ content: [] });
    },
  );

  test('a client without a token hears nothing, and no clock runs for it', async () => {
    const kit = holding();
    const session = await opened(kit);
    const exchange = session.call(1, 'a');
    await settle();
    kit.clock.advance(600_000);
    expect(exchange.interims).toEqual([]);
    kit.stage.held[0]!.let({ kind: 'refused', sentence: 'No.' });
    await settle();
    expect(exchange.result).toMatchObject({ isError: true });
  });

  test('nothing is told after the end, however it ends', async () => {
    const kit = holding();
    const session = await opened(kit);
    const refused = session.request(withToken(1, 1));
    const cancelled = session.request(withToken(2, 2));
    await settle();
    kit.stage.held[0]!.let({ kind: 'refused', sentence: 'No.' });
    session.notify('notifications/cancelled', { requestId: 2 });
    await settle();
    kit.clock.advance(60_000);
    expect([...refused.interims, ...cancelled.interims]).toEqual([]);
  });

  test('it has no place at its server and no connection of its own', async () => {
    const kit = holding();
    const stateless = Array.from({ length: 80 }, (_, id) =>
      kit.client('one').stateless({ id, method: 'tools/call', params: { name: 'a' } }, { server: 'alpha' }),
    );
    await settle();
    expect(kit.stage.held).toHaveLength(80);
    expect(kit.pool.of('alpha')).toEqual([]);
    expect(kit.audit.rows).toEqual([]);
    kit.stage.which = () => false;
    const passing = kit
      .client('one')
      .stateless({ id: 99, method: 'tools/call', params: { name: 'b' } }, { server: 'alpha' });
    await settle();
    kit.server().now.answer('tools/call', { content: [] });
    expect(passing.result).toMatchObject({ content: [] });
    expect(stateless.every(({ answers }) => answers.length === 0)).toBe(true);
  });

  test('thirty of them leave the way free for other calls of this client, and for other clients', async () => {
    const kit = holding();
    kit.stage.which = (call) => isCall(call) && call.name === 'held';
    const session = await opened(kit);
    const other = await opened(kit, 'two');
    const held = Array.from({ length: 30 }, (_, id) => session.call(id, 'held'));
    const ping = session.request({ jsonrpc: '2.0', id: 'p', method: 'ping' });
    const mine = session.call('x', 'free');
    const theirs = other.call('x', 'free');
    await settle();
    expect(ping.result).toEqual({});
    for (const connection of kit.server().connections)
      for (const request of connection.all('tools/call')) connection.answerTo(request, { content: ['ok'] });
    expect([mine.result, theirs.result]).toEqual([{ content: ['ok'] }, { content: ['ok'] }]);
    expect(held.every(({ answers }) => answers.length === 0)).toBe(true);
    // And each of them goes on by itself, in any order.
    for (const { call, let: go } of kit.stage.held.toReversed())
      go(call.message.id?.raw === '7' ? { kind: 'refused', sentence: 'Not this one.' } : undefined);
    await settle();
    const sent = kit.server().connections.flatMap((connection) => connection.all('tools/call'));
    expect(sent.filter(({ params }) => params['name'] === 'held')).toHaveLength(29);
    expect(held[7]!.result).toMatchObject({ isError: true });
  });

  test('its arguments, the log and its server wait until it is let go', async () => {
    const kit = holding();
    const session = await opened(kit);
    session.call(1, 'a', { x: 1 });
    await settle();
    expect(kit.server().now.all('tools/call')).toEqual([]);
    expect(kit.audit.legs('tools/call')).toEqual([]);
    kit.clock.advance(600_000);
    kit.stage.held[0]!.let();
    await settle();
    expect(kit.server().now.last('tools/call').params).toMatchObject({ arguments: { x: 1 } });
    expect(kit.audit.legs('tools/call')).toEqual(['sent']);
  });
});

describe('a client that goes away while its call is held is told to the stage, once', () => {
  const ways: Record<
    string,
    (session: SessionKit, exchange: RecordedExchange & { onlost?: () => void }) => void
  > = {
    'by cancelling': (session) => session.notify('notifications/cancelled', { requestId: 1 }),
    'by closing its session': (session) => session.close(),
    'by closing its stream': (_session, exchange) => exchange.oncancel?.(),
    'without a word': (_session, exchange) => exchange.onlost?.(),
  };
  test.each(Object.entries(ways))('%s', async (_how, leave) => {
    const kit = holding();
    const session = await opened(kit);
    const exchange = session.call(1, 'a');
    await settle();
    const [held] = kit.stage.held;
    leave(session, exchange);
    leave(session, exchange);
    session.close();
    expect(held!.abandoned).toBe(1);
    expect(held!.call.cancelled).toBe(true);
    held!.let();
    await settle();
    expect(exchange.answers).toEqual([]);
    expect(kit.server().connections.flatMap((connection) => connection.all('tools/call'))).toEqual([]);
    expect(kit.audit.legs('tools/call')).toEqual(['cancelled']);
  });

  test('a call that is under way is not abandoned any more, and a lost connection does not end it', async () => {
    const kit = holding();
    const session = await opened(kit);
    const exchange: RecordedExchange & { onlost?: () => void } = session.call(1, 'a');
    await settle();
    kit.stage.held[0]!.let();
    await settle();
    exchange.onlost?.();
    kit.server().now.answer('tools/call', { content: [] });
    expect(exchange.result).toEqual({ content: [] });
    expect(kit.stage.held[0]!.abandoned).toBe(0);
  });

  test('a call that waits for the log after it was allowed is abandoned all the same', async () => {
    const kit = holding();
    const session = await opened(kit);
    session.call(1, 'a');
    await settle();
    kit.audit.hold = true;
    kit.stage.held[0]!.let();
    await settle();
    session.notify('notifications/cancelled', { requestId: 1 });
    expect(kit.stage.held[0]!.abandoned).toBe(1);
  });

  test('a stage that fails when it hears so harms nobody', async () => {
    const kit = holding();
    const session = await opened(kit);
    session.call(1, 'a');
    await settle();
    kit.stage.held[0]!.call.onAbandoned = () => {
      throw new Error('bug');
    };
    session.notify('notifications/cancelled', { requestId: 1 });
    expect(kit.faults).toEqual(['abandoned call: Error: bug']);
    expect(kit.audit.legs('tools/call')).toEqual(['cancelled']);
  });
});

test('a call that was given up while one stage held it is shown to no later one', async () => {
  let go: (() => void) | undefined;
  const asked: string[] = [];
  const pipeline = new Pipeline(
    [
      { name: 'holder', request: () => new Promise((done) => (go = () => done(undefined))) },
      {
        name: 'later',
        request: (call) => {
          asked.push(call.id);
          return undefined;
        },
      },
    ],
    () => undefined,
  );
  const ends: unknown[] = [];
  const call = { id: 'c', cancelled: false } as Call;
  pipeline.walk(call, (refusal) => ends.push(refusal));
  call.cancelled = true;
  go?.();
  await settle();
  expect(asked).toEqual([]);
  expect(ends).toMatchObject([{ kind: 'refused' }]);
});

test('only requests of servers can be answered by a stage: a client’s call is then refused', async () => {
  const kit = new RoadKit();
  kit.stage.which = () => false;
  kit.stage.verdict = (call) =>
    isCall(call) ? { kind: 'answered', result: Buffer.from('{"content":[]}') } : undefined;
  const session = await opened(kit);
  const exchange = session.call(1, 'a');
  await settle();
  expect(exchange.result).toMatchObject({ isError: true });
  expect(kit.faults[0]).toContain('only a request of a server');
});

test('progress rises and stays below zero, for as long as anybody waits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.oneof(fc.integer(), fc.string()), (times, token) => {
      const due: (() => void)[] = [];
      const said: Progress['params'][] = [];
      const clock = new Holding((_ms, run) => {
        due.push(run);
        return () => due.splice(0);
      });
      const end = clock.begin(aMessage(withToken(1, token)), (bytes) =>
        said.push((JSON.parse(bytes.toString()) as Progress).params),
      );
      for (let i = 0; i < times; i++) due.shift()?.();
      end();
      expect(due).toEqual([]);
      expect(said).toHaveLength(times);
      for (const [i, { progress, progressToken }] of said.entries()) {
        expect(progressToken).toEqual(token);
        expect(progress).toBeLessThan(0);
        if (i > 0) expect(progress).toBeGreaterThan(said[i - 1]!.progress);
      }
    }),
  );
});
