import { describe, expect, it } from 'vitest';
import type { RecordedExchange } from '../fixtures/relay-client.ts';
import { settle } from '../fixtures/relay-kit.ts';
import { ONCE } from '../unit/approvals/desk-kit.ts';
import {
  type AnswerScene,
  answerScene,
  asksAboutOrders,
  ORDER,
  result,
  textOf,
} from '../unit/approvals/answer-kit.ts';
import { ALL, elicit, HARMLESS, type Pair, PAIRS } from '../unit/relay/asking.ts';

// Answers that wait for a person, on every road between the two generations of the protocol.

const ABOUT = { server: 'alpha', capabilities: ALL };
const params = { name: 'fetch', arguments: { x: 1 } };
type Lost = RecordedExchange & { onlost?: () => void };

async function calling(pair: Pair): Promise<{ scene: AnswerScene; call: Lost }> {
  const [client, era] = pair.split('-') as ['session' | 'stateless', 'session' | 'stateless'];
  const scene = answerScene(asksAboutOrders, [{ id: 'alpha', era, transport: 'http' }]);
  const body = { id: 1, method: 'tools/call', params: { ...params, _meta: { progressToken: 'p' } } };
  if (client === 'session') {
    const session = await scene.session();
    const call = session.request({ jsonrpc: '2.0', ...body });
    await settle();
    return { scene, call };
  }
  const call = scene.road.client('one').stateless(body, ABOUT);
  await settle();
  return { scene, call };
}

const body = (text: string, era: string): string =>
  era === 'stateless' ? result(text).replace('{', '{"resultType":"complete",') : result(text);

describe.each(PAIRS)('%s', (pair) => {
  const era = pair.split('-')[1] ?? '';

  it('waits, tells the AI app that it waits, and is passed on or kept back', async () => {
    for (const pass of [true, false]) {
      const { scene, call } = await calling(pair);
      scene.road.server().now.answer('tools/call', body(ORDER, era));
      await settle();
      expect([call.answers, call.interims]).toEqual([[], []]);
      scene.road.clock.advance(30_000);
      expect(call.interims).toHaveLength(3);
      for (const text of call.interims) {
        expect(JSON.parse(text)).toMatchObject({
          method: 'notifications/progress',
          params: { progressToken: 'p', message: 'Waiting for a person to answer in Doorward.' },
        });
        expect(text).not.toContain('Ignore');
      }
      const { id } = scene.question();
      if (pass) scene.desk.desk.allow(id, ONCE);
      else scene.desk.desk.deny(id, 'no', 'window');
      await settle();
      expect(textOf(call).includes('Ignore')).toBe(pass);
      if (!pass) expect(call.result).toMatchObject({ isError: true });
      scene.road.clock.advance(60_000);
      expect(call.interims).toHaveLength(3);
    }
  });

  it('ends with a client that is gone, for good or for now', async () => {
    const cancelled = await calling(pair);
    cancelled.scene.road.server().now.answer('tools/call', body(ORDER, era));
    await settle();
    cancelled.call.oncancel?.();
    await settle();
    expect([cancelled.scene.pending(), cancelled.call.answers]).toEqual([[], []]);
    const lost = await calling(pair);
    lost.scene.road.server().now.answer('tools/call', body(ORDER, era));
    await settle();
    lost.call.onlost?.();
    await settle();
    expect(lost.scene.pending()).toEqual([]);
    expect(textOf(lost.call)).toContain('kept its answer back');
  });

  it('goes on when its server dies meanwhile: it has answered', async () => {
    const { scene, call } = await calling(pair);
    const connection = scene.road.server().now;
    connection.answer('tools/call', body(ORDER, era));
    await settle();
    connection.die({ code: 'closed', message: 'It crashed.' });
    await settle();
    expect(call.answers).toEqual([]);
    scene.desk.desk.allow(scene.question().id, ONCE);
    await settle();
    expect(textOf(call)).toContain(ORDER);
  });
});

describe('an answer that asks for something', () => {
  it('is waited for no longer once it was passed on: its questions come next', async () => {
    const { scene, call } = await calling('session-stateless');
    scene.road.server().now.answer('tools/call', {
      resultType: 'input_required',
      inputRequests: { q: elicit({ ...HARMLESS, message: ORDER }) },
      requestState: 's',
    });
    await settle();
    scene.road.clock.advance(2000);
    scene.desk.desk.allow(scene.question().id, ONCE);
    await settle();
    scene.road.clock.advance(60_000);
    expect(call.interims.map((text) => (JSON.parse(text) as { method: string }).method)).toEqual([
      'notifications/progress',
      'elicitation/create',
    ]);
  });
});

describe('the answer of a parked call', () => {
  async function parked(): Promise<{ scene: AnswerScene; retry: (id: number) => Lost }> {
    const { scene, call } = await calling('stateless-session');
    const connection = scene.road.server().now;
    connection.say(
      { jsonrpc: '2.0', id: 'q', ...elicit(HARMLESS) },
      connection.last('tools/call').id as number,
    );
    await settle();
    const state = call.result['requestState'];
    const retry = (id: number): Lost =>
      scene.road.client('one').stateless(
        {
          id,
          method: 'tools/call',
          params: { ...params, requestState: state, inputResponses: { question: { action: 'accept' } } },
        },
        ABOUT,
      );
    return { scene, retry };
  }

  it('waits for the person and for the client, whoever comes first', async () => {
    const early = await parked();
    early.scene.road.server().now.answer('tools/call', result(ORDER));
    await settle();
    const second = early.retry(2);
    await settle();
    expect(second.answers).toEqual([]);
    early.scene.desk.desk.allow(early.scene.question().id, ONCE);
    await settle();
    expect(textOf(second)).toContain(ORDER);
    const late = await parked();
    late.scene.road.server().now.answer('tools/call', result(ORDER));
    await settle();
    late.scene.desk.desk.deny(late.scene.question().id, undefined, 'window');
    await settle();
    const third = late.retry(2);
    await settle();
    expect(textOf(third)).toContain('kept its answer back');
    expect(third.answers.join()).not.toContain('Ignore');
  });

  it('waits no longer when the retry is cancelled or lost, or nobody comes back', async () => {
    for (const end of ['oncancel', 'onlost'] as const) {
      const { scene, retry } = await parked();
      scene.road.server().now.answer('tools/call', result(ORDER));
      await settle();
      const second = retry(2);
      await settle();
      expect(scene.pending()).toHaveLength(1);
      second[end]?.();
      await settle();
      expect(scene.pending(), end).toEqual([]);
      expect(second.answers.join()).not.toContain('Ignore');
    }
    const { scene } = await parked();
    scene.road.server().now.answer('tools/call', result(ORDER));
    await settle();
    scene.road.relay.dropClient('one');
    await settle();
    expect(scene.pending()).toEqual([]);
  });
});
