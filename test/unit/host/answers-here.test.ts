import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../electron/approvals/contract.ts';
import { createQuestions } from '../../../electron/host/policy/questions.ts';
import type { Judge } from '../../../electron/host/policy/judge.ts';
import { factsOf, type KnownThings } from '../../../electron/host/policy/call-facts.ts';
import { createRedactor } from '../../../electron/log/redact.ts';
import type { Call } from '../../../electron/relay/call.ts';
import type { Ruling } from '../../../shared/model/policy.ts';
import { aMessage } from '../../fixtures/relay-kit.ts';
import { aKit, ONCE, settle } from '../approvals/desk-kit.ts';
import { words } from '../../../shared/texts/policy.ts';

const known: KnownThings = {
  effect: () => 'unknown',
  places: () => [],
  pin: () => '',
  identity: () => 'id',
};
const ruling = (decision: Ruling['decision']): Ruling => ({
  decision,
  because: { layer: 'preset', code: 'server-asks', marked: [], params: {} },
});

/** The desk and what is put to it, under a policy that says what a test wants. */
function scene() {
  const kit = aKit();
  const opened: string[] = [];
  const judge = {
    version: 1,
    facts: (call: Call) => factsOf(call, 'default', known),
    decide: () => ruling('ask'),
    folders: () => [],
    surroundings: {},
  } as unknown as Judge;
  const questions = createQuestions({
    desk: kit.desk,
    judge,
    known,
    secrets: createRedactor(),
    serverSays: () => undefined,
    why: () => [words('because.effect-read')],
    callers: { of: () => undefined, look: () => undefined },
    openUrl: (url) => void opened.push(url),
    now: () => 0,
  });
  return { kit, questions, opened };
}

function asking(params: object, lacks = true): Call {
  return {
    id: 'c',
    at: 0,
    direction: 'server',
    client: { id: 'claude', name: 'Claude', role: 'default' },
    server: { id: 'alpha' },
    name: '',
    message: aMessage({ jsonrpc: '2.0', id: 1, method: 'elicitation/create', params }),
    ruling: { ruling: ruling('ask'), policy: 1, record: '{}' },
    clientLacks: lacks ? 'elicitation' : undefined,
  } as unknown as Call;
}

const FORM = {
  message: 'Which?',
  requestedSchema: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
};

async function answered({ kit, questions }: ReturnType<typeof scene>, call: Call, json?: string) {
  const asked = questions.ask(call);
  const outcomes: Outcome[] = [];
  void asked.outcome.then((outcome) => outcomes.push(outcome));
  const problem = questions.edit(asked.id, json);
  if (problem === undefined) kit.desk.allow(asked.id, ONCE);
  await settle();
  const [outcome] = outcomes;
  if (outcome?.kind === 'allowed') call.decision = outcome.decision;
  return { id: asked.id, problem, outcome };
}

describe('what a person fills in', () => {
  it('is part of what the answer is bound to, and is used once', async () => {
    const it = scene();
    const call = asking(FORM);
    const { outcome } = await answered(it, call, '{"a":"x"}');
    const reply = it.questions.here(call)?.(outcome as Outcome);
    expect(String((reply as { result: Buffer }).result)).toBe('{"action":"accept","content":{"a":"x"}}');
    // The same question of the same server, with the answer to the other one held up.
    const twin = asking(FORM);
    twin.decision = call.decision;
    expect(it.questions.redeem(twin)).toContain('differs');
    const other = scene();
    const second = asking(FORM);
    await answered(other, second, '{"a":"y"}');
    call.decision = second.decision;
    expect(other.questions.redeem(call)).toContain('differs');
    expect(other.questions.redeem(second)).toBeUndefined();
    expect(other.questions.redeem(second)).toContain('used already');
  });

  it('cannot be exchanged once it was allowed', async () => {
    const it = scene();
    const call = asking(FORM);
    const { id } = await answered(it, call, '{"a":"x"}');
    expect(it.questions.edit(id, '{"a":"evil"}')).toContain('does not wait any more');
    expect(it.questions.redeem(call)).toBeUndefined();
  });

  it('is gone when the next answer brings none', async () => {
    const it = scene();
    const call = asking(FORM);
    const asked = it.questions.ask(call);
    expect(it.questions.edit(asked.id, '{"a":"x"}')).toBeUndefined();
    expect(it.questions.edit(asked.id, undefined)).toContain('needs your answers');
    expect(it.questions.edit(asked.id, '{"b":1}')).toContain('no field "b"');
    const [held] = it.kit.desk.pending();
    expect(held).toMatchObject({ answer: 'form', durations: ['once'] });
    // Whoever goes past the commands answers nothing either.
    it.kit.desk.allow(asked.id, ONCE);
    const outcome = await asked.outcome;
    expect(() => it.questions.here(call)?.(outcome)).toThrow('without answers');
  });

  it('goes in for no question of an app that shows forms itself', async () => {
    const it = scene();
    const call = asking(FORM, false);
    const { problem } = await answered(it, call, '{"a":"x"}');
    expect(problem).toContain('Only the arguments');
    expect(it.questions.here(call)).toBeUndefined();
  });
});

it('a page is opened when the answer has been used up, and only then', async () => {
  const it = scene();
  const call = asking({ mode: 'url', message: 'Go', url: 'https://a.example/x' });
  const { outcome } = await answered(it, call);
  const reply = it.questions.here(call)?.(outcome as Outcome) as { result: Buffer };
  expect(String(reply.result)).toBe('{"action":"accept"}');
  expect(it.opened).toEqual([]);
  const twin = asking({ mode: 'url', message: 'Go', url: 'https://evil.example/x' });
  twin.decision = call.decision;
  expect(it.questions.redeem(twin)).toContain('differs');
  expect(it.opened).toEqual([]);
  expect(it.questions.redeem(call)).toBeUndefined();
  expect(it.questions.redeem(call)).toContain('used already');
  expect(it.opened).toEqual(['https://a.example/x']);
});
