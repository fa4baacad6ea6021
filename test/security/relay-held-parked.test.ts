import { describe, expect, test } from 'vitest';
import type { RecordedExchange } from '../fixtures/relay-client.ts';
import { settle } from '../fixtures/relay-kit.ts';
import { ALL, asking, elicit, HARMLESS, refuse } from '../unit/relay/asking.ts';
import type { RoadKit } from '../unit/relay/road-kit.ts';

// A call that waits for an answer of its client, whose retry waits for a person.

describe('a parked call', () => {
  const params = { name: 'a', arguments: { x: 1 } };
  const about = { server: 'alpha', capabilities: ALL };

  async function parked(): Promise<{ kit: RoadKit; state: string; first: RecordedExchange }> {
    const { kit, ask, call } = await asking('stateless-session');
    await ask({ q: elicit(HARMLESS) });
    return { kit, state: call.result['requestState'] as string, first: call };
  }
  const retry = (kit: RoadKit, state: string): RecordedExchange =>
    kit.client('one').stateless(
      {
        id: 2,
        method: 'tools/call',
        params: { ...params, requestState: state, inputResponses: { question: { action: 'accept' } } },
      },
      about,
    );

  test('does not expire while a person is asked about its retry, which says what it goes on with', async () => {
    const { kit, state } = await parked();
    kit.clock.advance(599_000);
    kit.stage.which = ({ direction }) => direction === 'client';
    const second = retry(kit, state);
    await settle();
    const [held] = kit.stage.held;
    expect(held!.call.continues).toBe(kit.stage.seen[0]!.id);
    kit.clock.advance(600_000);
    held!.let();
    await settle();
    expect(kit.server().now.replies[0]?.body['result']).toEqual({ action: 'accept' });
    kit.server().now.answer('tools/call', { content: [] });
    expect(second.result).toMatchObject({ content: [] });
    expect(kit.questionLegs).toEqual([
      ['elicitation/create', 'sent'],
      ['elicitation/create', 'answered'],
    ]);
  });

  test('whose retry is refused after its time is given up; its question ends in the log', async () => {
    const { kit, state } = await parked();
    kit.stage.which = ({ direction }) => direction === 'client';
    retry(kit, state);
    await settle();
    kit.clock.advance(601_000);
    kit.stage.held[0]!.let(refuse);
    await settle();
    expect(kit.server().now.all('notifications/cancelled')).toHaveLength(1);
    expect(kit.questionLegs.at(-1)).toEqual(['elicitation/create', 'cancelled']);
  });

  test('a forged or foreign retry goes on with nothing', async () => {
    const { kit, state } = await parked();
    kit.stage.which = ({ direction }) => direction === 'client';
    retry(kit, `${state}x`);
    kit
      .client('two')
      .stateless(
        { id: 2, method: 'tools/call', params: { ...params, requestState: state, inputResponses: {} } },
        about,
      );
    await settle();
    expect(kit.stage.held.map(({ call }) => call.continues)).toEqual([undefined, undefined]);
  });
});
