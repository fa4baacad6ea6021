import { expect, test } from 'vitest';
import type { Call } from '../../../electron/relay/call.ts';
import { type Message, rescan } from '../../../electron/relay/message.ts';
import { isRefusal, Pipeline } from '../../../electron/relay/pipeline.ts';
import { replaceArguments } from '../../../electron/relay/replace-arguments.ts';
import {
  type AskedAnswer,
  inspect,
  type InspectPorts,
  type Inspected,
  type Inspector,
} from '../../../electron/stages/inspect.ts';
import type { ShownFinding } from '../../../shared/model/inspection.ts';
import { aMessage, settle } from '../../fixtures/relay-kit.ts';
import { doubt, RECORDED, SHOWN } from '../approvals/answer-kit.ts';

const ANSWER = aMessage({ jsonrpc: '2.0', id: 7, result: { content: [] } });
const FENCED = Buffer.from('{"jsonrpc":"2.0","id":7,"result":{"content":[],"fenced":true}}');

const aCall = (): Call =>
  ({
    id: 'c',
    direction: 'client',
    cancelled: false,
    rewrites: [],
    message: aMessage({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'a', arguments: { x: 1 } },
    }),
  }) as unknown as Call;

interface Asking {
  readonly call: Call;
  readonly seen: Inspected;
  readonly answer: Message;
  readonly settle: (outcome: 'pass' | { readonly sentence: string }) => void;
  readonly fail: (error: Error) => void;
  gone: number;
}

/** A stage with this inspector, a pipeline of it alone, and what people were asked. */
function scene(inspector: Partial<Inspector>, ports: Partial<InspectPorts> = {}) {
  const asked: Asking[] = [];
  const stage = inspect({
    name: 'orders',
    inspector,
    replace: replaceArguments,
    rescan,
    askAboutAnswer(call, seen, answer): AskedAnswer {
      const { promise, resolve, reject } = Promise.withResolvers<'pass' | { readonly sentence: string }>();
      const one: Asking = { call, seen, answer, settle: resolve, fail: reject, gone: 0 };
      asked.push(one);
      return { outcome: promise, gone: () => void one.gone++ };
    },
    ...ports,
  });
  const faults: string[] = [];
  const pipeline = new Pipeline([stage], (name, error) => faults.push(`${name}: ${String(error)}`));
  const returned = (call: Call): (string | undefined)[] => {
    const outcomes: (string | undefined)[] = [];
    pipeline.returned(call, ANSWER, (answer) =>
      outcomes.push(isRefusal(answer) ? answer.sentence : answer.bytes.toString()),
    );
    return outcomes;
  };
  return { stage, pipeline, asked, faults, returned };
}

const asks = (more: Partial<Inspected> = {}): Partial<Inspector> => ({ incoming: () => doubt(more) });

test.each([
  ['as it came', {}, ANSWER.bytes.toString()],
  ['as it was changed', { changed: FENCED }, FENCED.toString()],
])('an answer that is asked about waits, and goes on %s', async (_how, more, bytes) => {
  const { asked, returned } = scene(asks(more));
  const call = aCall();
  const outcomes = returned(call);
  await settle();
  expect(outcomes).toEqual([]);
  // What is asked about is what would go on.
  expect(asked.map(({ answer }) => answer.bytes.toString())).toEqual([bytes]);
  expect(call.findings).toEqual([RECORDED]);
  asked[0]?.settle('pass');
  await settle();
  expect(outcomes).toEqual([bytes]);
  expect(call.onAbandoned).toBeUndefined();
});

test('it waits as well when the inspector takes its time, and what it refuses is refused without a question', async () => {
  const slow = scene({ incoming: () => Promise.resolve(doubt()) });
  const outcomes = slow.returned(aCall());
  await settle();
  expect([outcomes, slow.asked.length]).toEqual([[], 1]);
  slow.asked[0]?.settle({ sentence: 'Kept back.' });
  await settle();
  expect(outcomes).toEqual(['Kept back.']);
  const strict = scene(asks({ refused: 'Never.' }));
  expect([strict.returned(aCall()), strict.asked.length]).toEqual([['Never.'], 0]);
});

test('whoever stops waiting for it ends the question, once; and after its end nobody is told', async () => {
  const { asked, pipeline, returned } = scene(asks());
  const call = aCall();
  returned(call);
  pipeline.abandoned(call);
  pipeline.abandoned(call);
  expect(asked[0]?.gone).toBe(1);
  const other = aCall();
  returned(other);
  asked[1]?.settle('pass');
  await settle();
  pipeline.abandoned(other);
  expect(asked[1]?.gone).toBe(0);
});

test('nobody is asked about what was given up, and what nobody can be asked about is kept back: the log says blocked', () => {
  const given = scene(asks());
  const call = aCall();
  call.cancelled = true;
  expect(given.returned(call)[0]).toContain('The server has done what it was asked');
  expect(given.asked).toEqual([]);
  const nobody = scene(asks(), { askAboutAnswer: undefined });
  const unasked = aCall();
  expect(nobody.returned(unasked)[0]).toContain('nobody can be asked here');
  expect([call.findings, unasked.findings]).toEqual([
    [{ ...RECORDED, act: 'blocked' }],
    [{ ...RECORDED, act: 'blocked' }],
  ]);
});

test('it is kept back when asking fails, at once or later', async () => {
  const broken = scene(asks(), {
    askAboutAnswer: () => {
      throw new Error('no desk');
    },
  });
  expect(broken.returned(aCall())[0]).toContain('its check "orders" failed');
  const { asked, returned, faults } = scene(asks());
  const outcomes = returned(aCall());
  asked[0]?.fail(new Error('no disk'));
  await settle();
  expect(outcomes[0]).toContain('its check "orders" failed');
  expect(faults).toEqual(['orders: Error: no disk']);
});

test('what is found in arguments is kept with the call for those who decide, worst first and not without end', () => {
  const many: ShownFinding[] = Array.from({ length: 12 }, (_, n) => ({ ...SHOWN, type: `t${n}` }));
  const legs = {
    private: { server: 'files', call: 'c1', name: 'read', at: 1 },
    untrusted: { server: 'web', call: 'c2', name: 'fetch', at: 2 },
  };
  const { stage, asked } = scene({ outgoing: () => doubt({ found: many, flow: legs }) });
  const call = aCall();
  expect(stage.request(call)).toBeUndefined();
  expect(stage.request(call)).toBeUndefined();
  expect(call).toMatchObject({
    doubts: [doubt().ask, doubt().ask],
    found: many.slice(0, 8),
    flow: legs,
    findings: [{ ...RECORDED, count: 2 }],
  });
  // The rules decide about these, and a person is asked with the call itself.
  expect(asked).toEqual([]);
});
