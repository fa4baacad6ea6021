import { describe, expect, it } from 'vitest';
import { Limiter } from '../../electron/policy/limits/limiter.ts';
import { LoopFinder } from '../../electron/policy/limits/loop-finder.ts';
import { localDay, SpentToday } from '../../electron/policy/limits/spent.ts';
import type { Call } from '../../electron/relay/call.ts';
import { argumentsOf } from '../../electron/relay/replace-arguments.ts';
import type { RoadLimits } from '../../electron/stages/rate-limit.ts';
import type { Limit } from '../../shared/model/limits.ts';
import type { RecordedExchange } from '../fixtures/relay-client.ts';
import { anOpenSession, aRelay, settle } from '../fixtures/relay-kit.ts';

// An AI app that runs wild: too often, too many at once, the same again and again.

/** The limits of the product on facts that a test can do without rules. */
function roadOf(
  limits: readonly Limit[],
  now: () => number,
  loops = false,
): RoadLimits & { limiter: Limiter } {
  const limiter = new Limiter({
    now,
    clock: now,
    today: () => localDay(now()),
    spent: new SpentToday({ load: () => undefined, save: () => undefined }),
    fault: (error) => {
      throw error;
    },
  });
  limiter.set(limits);
  const finder = new LoopFinder(now);
  const factsOf = (call: Call) => ({
    client: { id: call.client.id, role: 'default' },
    server: call.server?.id ?? '',
    kind: 'tool' as const,
    name: call.name,
    effect: 'write' as const,
    places: [],
    args: argumentsOf(call),
    at: call.at,
  });
  return {
    limiter,
    get any() {
      return limiter.any;
    },
    loops,
    take(call) {
      const taken = limiter.take(factsOf(call));
      if (taken === undefined || typeof taken === 'string') return taken;
      return { changed: (other) => taken.changed(factsOf(other)), over: (sent) => taken.over(sent) };
    },
    seen: (print) => finder.seen(print),
    repeated: (call) =>
      finder.repeated({ key: `${call.name} ${argumentsOf(call)?.toString() ?? ''}`, reads: false }),
  };
}

const atOnce = (calls: number): Limit => ({ id: 'l', about: {}, most: { kind: 'at-once', calls } });

describe('an AI app that calls too often', () => {
  it('is refused in a sentence that says when to try again, and nothing of it is sent', async () => {
    let now = 0;
    const limits = roadOf(
      [{ id: 'l', about: {}, most: { kind: 'rate', calls: 2, per: 'minute' } }],
      () => now,
    );
    const kit = aRelay({ limits });
    const session = await anOpenSession(kit, 'one', { server: 'alpha' });
    session.call(1, 'a');
    session.call(2, 'a');
    const third = session.call(3, 'a');
    expect(third.result).toMatchObject({
      isError: true,
      content: [
        {
          text: 'What a limit in Doorward allows is used up. It allows 2 calls a minute. Nothing was sent. Try again in 30 seconds.',
        },
      ],
    });
    await settle();
    expect(kit.server('alpha').now.all('tools/call')).toHaveLength(2);
    now += 30_000;
    session.call(4, 'a');
    await settle();
    expect(kit.server('alpha').now.all('tools/call')).toHaveLength(3);
  });

  it('has used nothing up by calls that were given up before they were sent', async () => {
    const limits = roadOf([{ id: 'l', about: {}, most: { kind: 'rate', calls: 2, per: 'day' } }], () => 0);
    const kit = aRelay({ limits });
    const session = await anOpenSession(kit, 'one', { server: 'alpha' });
    for (let id = 1; id < 20; id++) {
      kit.audit.hold = true;
      session.call(id, 'a');
      session.notify('notifications/cancelled', { requestId: id });
      kit.audit.release();
      await settle();
    }
    session.call(100, 'a');
    await settle();
    expect(kit.server('alpha').now.all('tools/call')).toHaveLength(1);
    // What was sent counts, though it was given up.
    session.notify('notifications/cancelled', { requestId: 100 });
    expect(limits.limiter.view()[0]?.use).toMatchObject([{ used: 1 }]);
  });

  it('cannot name another call to go on with in order not to be counted', async () => {
    const kit = aRelay({
      limits: roadOf([atOnce(1)], () => 0),
      servers: [{ id: 'alpha', era: 'stateless' }],
    });
    const call = (id: number): RecordedExchange =>
      kit.client('one').stateless(
        {
          id,
          method: 'tools/call',
          params: { name: 'a', requestState: 'made-up', inputResponses: { question: {} } },
        },
        { server: 'alpha' },
      );
    call(1);
    expect(call(2).result).toMatchObject({ isError: true });
  });
});

describe('an AI app that is stuck', () => {
  it('is asked about, and nothing more of that call goes on until the answer', async () => {
    const asked: Call[] = [];
    const answers: ((yes: boolean) => void)[] = [];
    const kit = aRelay({
      limits: roadOf([], () => 0, true),
      servers: [{ id: 'alpha', lists: { 'tools/call': () => '{"content":[]}' } }],
      policy: {
        judge: ({ doubts }) =>
          doubts && {
            ruling: { decision: 'ask', because: { layer: 'guard', code: 'finding', marked: [], params: {} } },
            policy: 1,
            record: '{}',
          },
      },
      approval: {
        ask: (call) => {
          asked.push(call);
          return {
            id: 'q',
            outcome: new Promise((resolve) =>
              answers.push((yes) =>
                resolve(
                  yes ? { kind: 'allowed', decision: {} as never } : { kind: 'refused', sentence: 'No.' },
                ),
              ),
            ),
            gone: () => undefined,
          };
        },
        redeem: () => undefined,
        answered: () => undefined,
      },
    });
    const session = await anOpenSession(kit, 'one', { server: 'alpha' });
    let id = 0;
    const again = async (args: object = { x: 1 }): Promise<RecordedExchange> => {
      const call = session.call(++id, 'a', args);
      await settle();
      return call;
    };
    const sent = (): number => kit.server('alpha').now.all('tools/call').length;
    for (let i = 0; i < 20; i++) await again();
    expect([sent(), asked.length]).toEqual([20, 0]);
    const held = await again();
    expect(asked.map(({ doubts }) => doubts)).toEqual([[expect.stringContaining('stuck in a loop')]]);
    expect((await again()).result).toMatchObject({ isError: true });
    // Another call is no part of it.
    await again({ x: 2 });
    expect([sent(), asked.length]).toEqual([21, 1]);
    answers[0]?.(true);
    await settle();
    expect(held.result).toEqual({ content: [] });
    for (let i = 0; i < 60; i++) await again();
    expect([sent(), asked.length]).toEqual([82, 1]);
  });
});
