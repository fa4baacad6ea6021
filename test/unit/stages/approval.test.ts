import { expect, test } from 'vitest';
import type { Asked, Outcome } from '../../../electron/approvals/contract.ts';
import type { Call } from '../../../electron/relay/call.ts';
import { approval, type ApprovalPorts } from '../../../electron/stages/approval.ts';
import type { RoadPolicy } from '../../../electron/stages/decide.ts';
import type { Decision as Says } from '../../../shared/model/policy.ts';
import { anOpenSession, aRelay, settle } from '../../fixtures/relay-kit.ts';

const DECISION = {
  nonce: 'n',
  bond: { client: 'one', server: 'alpha', identity: '', kind: 'tool', name: 'a', pin: '', args: '' },
  policy: 1,
  expiresAt: 1,
} as const;

/** A policy of which a test turns what it says, and a desk of which it gives the answers. */
function scene(says: Says) {
  const asked: { call: Call; answer: (outcome: Outcome) => void; gone: number }[] = [];
  const redeemed: Call[] = [];
  const noted: string[] = [];
  let refusesToRedeem: string | undefined;
  const state = { says, version: 1 };
  const policy: Partial<RoadPolicy> = {
    get version() {
      return state.version;
    },
    judge: () => ({
      policy: state.version,
      record: '{}',
      ruling: {
        decision: state.says,
        because: { layer: 'person', code: 'rule', marked: [], params: {} },
      },
    }),
    refusal: () => 'A rule refuses it.',
  };
  const approval: ApprovalPorts = {
    ask(call): Asked {
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      const entry = { call, answer: resolve, gone: 0 };
      asked.push(entry);
      return { id: String(asked.length), outcome: promise, gone: () => void entry.gone++ };
    },
    redeem(call) {
      redeemed.push(call);
      return refusesToRedeem;
    },
    answered: (_call, answer) => void noted.push(answer),
  };
  return {
    state,
    asked,
    noted,
    redeemed,
    refuseToRedeem: (sentence: string) => (refusesToRedeem = sentence),
    kit: aRelay({ policy: policy as RoadPolicy, approval }),
  };
}

const sentTo = (kit: ReturnType<typeof aRelay>): number =>
  kit.server('alpha').now.received.filter(({ method }) => method === 'tools/call').length;

test('what the rules refuse is refused with their sentence, and nothing is sent', async () => {
  const { kit, asked } = scene('block');
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  expect(session.call(1, 'a').result).toMatchObject({
    isError: true,
    content: [{ text: 'A rule refuses it.' }],
  });
  await settle();
  expect([sentTo(kit), asked.length]).toEqual([0, 0]);
});

test('what they ask about waits, and is sent once it is allowed and its answer used up', async () => {
  const { kit, asked, redeemed } = scene('ask');
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  session.call(1, 'a');
  await settle();
  expect([sentTo(kit), asked.length, redeemed.length]).toEqual([0, 1, 0]);
  asked[0]?.answer({ kind: 'allowed', decision: DECISION });
  await settle();
  expect([sentTo(kit), redeemed.length]).toEqual([1, 1]);
});

test('what is refused by a person, or whose answer does not hold any more, is not sent', async () => {
  const { kit, asked, refuseToRedeem } = scene('ask');
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  const first = session.call(1, 'a');
  const second = session.call(2, 'a');
  await settle();
  asked[0]?.answer({ kind: 'refused', sentence: 'A person refused this call.' });
  refuseToRedeem('The rules changed.');
  asked[1]?.answer({ kind: 'allowed', decision: DECISION });
  await settle();
  expect(first.result).toMatchObject({ isError: true, content: [{ text: 'A person refused this call.' }] });
  expect(second.result).toMatchObject({ isError: true, content: [{ text: 'The rules changed.' }] });
  expect(sentTo(kit)).toBe(0);
});

test('what is noted for the log tells a person who said no from nobody who said anything', async () => {
  const { kit, asked, noted } = scene('ask');
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  for (const id of [1, 2, 3, 4]) session.call(id, 'a');
  await settle();
  asked[0]?.answer({ kind: 'allowed', decision: DECISION });
  asked[1]?.answer({ kind: 'refused', sentence: 'No.', by: 'person' });
  asked[2]?.answer({ kind: 'refused', sentence: 'Nobody.', by: 'nobody' });
  asked[3]?.answer({ kind: 'refused', sentence: 'The app stopped waiting.' });
  await settle();
  expect(noted).toEqual(['allowed', 'refused', 'unanswered', 'unanswered']);
});

test('a rule that comes while a call is on its way counts for it', async () => {
  const { kit, state } = scene('allow');
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  kit.audit.hold = true;
  const call = session.call(1, 'a');
  await settle();
  state.says = 'block';
  state.version++;
  kit.audit.release();
  await settle();
  expect(call.result).toMatchObject({ isError: true, content: [{ text: 'A rule refuses it.' }] });
  expect(sentTo(kit)).toBe(0);
});

test('one that would ask by then is not sent without an answer', async () => {
  const { kit, state, asked } = scene('allow');
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  kit.audit.hold = true;
  const call = session.call(1, 'a');
  await settle();
  state.says = 'ask';
  state.version++;
  kit.audit.release();
  await settle();
  expect(call.result).toMatchObject({ isError: true });
  expect([sentTo(kit), asked.length]).toEqual([0, 0]);
});

test('one that passes by then needs its answer no more', async () => {
  const { kit, state, asked, redeemed, refuseToRedeem } = scene('ask');
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  session.call(1, 'a');
  await settle();
  refuseToRedeem('It was made under other rules.');
  kit.audit.hold = true;
  asked[0]?.answer({ kind: 'allowed', decision: DECISION });
  await settle();
  state.says = 'allow';
  state.version++;
  kit.audit.release();
  await settle();
  expect([sentTo(kit), redeemed.length]).toEqual([1, 0]);
});

test('the desk hears that the app has stopped waiting, and nothing is sent after that', async () => {
  const { kit, asked } = scene('ask');
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  session.call(1, 'a');
  await settle();
  session.notify('notifications/cancelled', { requestId: 1 });
  await settle();
  expect(asked[0]?.gone).toBe(1);
  asked[0]?.answer({ kind: 'allowed', decision: DECISION });
  await settle();
  expect(sentTo(kit)).toBe(0);
});

test('a desk that fails refuses the call', async () => {
  const kit = aRelay({
    policy: {
      judge: () => ({
        policy: 1,
        record: '{}',
        ruling: {
          decision: 'ask',
          because: { layer: 'preset', code: 'preset-unknown', marked: [], params: {} },
        },
      }),
    },
    approval: {
      ask: () => {
        throw new Error('broken');
      },
      redeem: () => undefined,
      answered: () => undefined,
    },
  });
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  const call = session.call(1, 'a');
  await settle();
  expect(call.result).toMatchObject({ isError: true });
  expect(kit.faults).toEqual(['approval: Error: broken']);
  expect(sentTo(kit)).toBe(0);
});

test('one that only says to go on with another call is not sent unasked', async () => {
  // Attack: the handle of a call that was allowed, with a call of something else.
  const { kit, asked } = scene('ask');
  const stage = approval({
    ask: () => {
      throw new Error('asked');
    },
    redeem: () => undefined,
    answered: () => undefined,
  });
  const session = await anOpenSession(kit, 'one', { server: 'alpha' });
  session.call(1, 'a');
  await settle();
  const call = asked[0]?.call as Call;
  call.continues = 'another';
  expect(stage.request(call)).toBeUndefined();
  expect(stage.recheck?.(call)).toMatchObject({ kind: 'refused' });
  call.resumes = 'another';
  expect(stage.recheck?.(call)).toBeUndefined();
});
