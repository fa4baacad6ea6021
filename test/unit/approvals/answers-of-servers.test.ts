import { describe, expect, it } from 'vitest';
import { createQuestions, type QuestionPorts } from '../../../electron/host/policy/questions.ts';
import { factsOf } from '../../../electron/host/policy/call-facts.ts';
import type { Question } from '../../../electron/approvals/contract.ts';
import { createRedactor } from '../../../electron/log/redact.ts';
import type { Call } from '../../../electron/relay/call.ts';
import { rescan } from '../../../electron/relay/message.ts';
import type { Inspected } from '../../../electron/stages/inspect.ts';
import { heldCall } from '../../../shared/model/approval.ts';
import type { FlowLegs, ShownFinding } from '../../../shared/model/inspection.ts';
import { approvalTexts, fill } from '../../../shared/texts/approval.ts';
import { aMessage, settle } from '../../fixtures/relay-kit.ts';
import { answerScene, doubt, known, ORDER, RECORDED, result, SHOWN, textOf } from './answer-kit.ts';
import { aKit, MINUTE, ONCE, rulingOf } from './desk-kit.ts';
import { words } from '../../../shared/texts/policy.ts';

const said = ({ key, params }: { key: string; params: Record<string, string | string[]> }): string =>
  fill(approvalTexts[key as keyof typeof approvalTexts], params);

/** What is asked when an inspection says this. */
async function asked(seen: Inspected, answer = result(ORDER)) {
  const scene = answerScene({ incoming: () => seen });
  const session = await scene.session();
  const call = session.call(1, 'fetch', { url: 'https://a.example' });
  await settle();
  scene.road.server().now.answer('tools/call', answer);
  await settle();
  return { scene, call, question: scene.question() };
}

describe('a question about an answer', () => {
  it('says what happened, why it asks and what may be done, and shows both texts', async () => {
    const { question } = await asked(doubt());
    expect(said(question.sentence)).toBe('The answer of alpha · fetch contains orders to App one.');
    expect(said(question.second!)).toBe('The call is done. App one gets the answer only if you pass it on.');
    expect(question).toMatchObject({
      about: 'answer',
      call: 'call-1',
      effect: 'read',
      kind: 'tool',
      tool: 'fetch',
      why: ['The page gives orders to your AI app.'],
      because: { layer: 'guard', code: 'finding' },
      args: { head: '{"url":"https://a.example"}' },
      returned: { head: result(ORDER) },
      found: [SHOWN],
      durations: ['once'],
      scopes: ['args'],
      appGone: false,
    });
    expect(heldCall.safeParse(question).success).toBe(true);
  });

  it.each([
    ['hidden', 'contains text that people do not see', 'it has text in it that people do not see'],
    ['secret', 'contains a password or a key', 'it has a password or a key in it'],
    ['vault', 'contains a password or a key', 'it has a password or a key in it'],
    ['personal', 'contains personal data', 'it has personal data in it'],
    ['mask', 'contains something you want to be asked about', 'a person has to look at it first'],
    ['flow', 'contains something you want to be asked about', 'a person has to look at it first'],
  ] as const)('names what is worst in it: %s', async (source, sentence, refusal) => {
    const { scene, call, question } = await asked(doubt({ findings: [{ ...RECORDED, source }] }));
    expect(said(question.sentence)).toContain(sentence);
    scene.desk.desk.deny(question.id, 'not\nmine', 'window');
    await settle();
    expect(textOf(call)).toBe(
      `The server has done what it was asked, but Doorward kept its answer back: ${refusal}. A person decided to keep it back: "not mine". Do not repeat the call to get it; tell the person what is missing.`,
    );
  });

  it('names the gravest of several, and that it was not looked at only where that is all', async () => {
    const unread = { ...RECORDED, source: 'hidden', type: 'not-looked-at' } as const;
    const several = await asked(doubt({ findings: [unread, { ...RECORDED, source: 'personal' }, RECORDED] }));
    expect(several.question.sentence.key).toBe('approval.answer-orders');
    const alone = await asked(doubt({ findings: [unread], found: [] }));
    expect(said(alone.question.sentence)).toBe(
      'Doorward could not look at the whole answer of alpha · fetch.',
    );
    expect(alone.question).not.toHaveProperty('found');
    const bare = await asked(doubt({ findings: [] }));
    expect(bare.question.sentence.key).toBe('approval.answer-orders');
  });

  it('goes by what is recorded where nothing can be shown, and says when it was changed', async () => {
    const changed = Buffer.from(`{"jsonrpc":"2.0","id":1,"result":${result('fenced')}}`);
    const { scene, call, question } = await asked({
      findings: [
        { ...RECORDED, source: 'personal', act: 'masked' },
        { ...RECORDED, source: 'secret' },
      ],
      ask: 'A key.',
      changed,
    });
    expect(question.sentence.key).toBe('approval.answer-secret');
    expect(said(question.second!)).toContain('with what Doorward marked or took out');
    expect(question).not.toHaveProperty('found');
    expect(question.returned?.head).toBe(result('fenced'));
    scene.desk.desk.allow(question.id, ONCE);
    await settle();
    expect(textOf(call)).toBe('fenced');
  });

  it('shows an error that a server answered, and the answer of what rules are not about', async () => {
    const scene = answerScene({ incoming: () => doubt() });
    const session = await scene.session();
    const listed = session.request({
      jsonrpc: '2.0',
      id: 1,
      method: 'tasks/result',
      params: { taskId: 't' },
    });
    await settle();
    const connection = scene.road.server().now;
    const { id } = connection.last('tasks/result');
    connection.say({ jsonrpc: '2.0', id, error: { code: -1, message: ORDER } }, id as number);
    await settle();
    const question = scene.question();
    expect(question).toMatchObject({ tool: 'tasks/result', effect: 'unknown' });
    expect(question.returned?.head).toContain(ORDER);
    scene.desk.desk.deny(question.id, undefined, 'window');
    await settle();
    expect(listed.error.message).toContain('kept its answer back');
  });

  it('hides what has become secret, also in what was found before', async () => {
    const secret = 'hunter2-hunter2-hunter2';
    const { scene, question } = await asked(
      doubt({
        found: [{ ...SHOWN, before: `a ${secret}`, found: secret, after: secret, signals: [secret] }],
      }),
      result(`${ORDER} ${secret}`),
    );
    expect(JSON.stringify(question)).toContain(secret);
    scene.secrets.know('files', [secret]);
    scene.desk.desk.refresh();
    expect(JSON.stringify(scene.pending())).not.toContain(secret);
  });

  it('is refused when nobody looks at it, in words about an answer', async () => {
    const { scene, call } = await asked(doubt());
    scene.desk.clock.advance(MINUTE);
    await settle();
    expect(textOf(call)).toContain('No one looked at it within 45 s.');
    expect(textOf(call)).not.toMatch(/Nothing was sent|asked again later|passes once/);
  });

  it('finds its arguments no longer changeable', () => {
    const desk = aKit();
    const questions = createQuestions(portsOf(desk.desk));
    const call = aCall({});
    questions.askAboutAnswer(call, doubt(), rescan(Buffer.from('{"jsonrpc":"2.0","id":1,"result":{}}')));
    const [question] = desk.desk.pending();
    expect(questions.edit(question?.id ?? '', '{"x":2}')).toContain('was made already');
    expect(call.edited).toBeUndefined();
    expect(questions.edit(question?.id ?? '', undefined)).toBeUndefined();
  });
});

const aCall = (more: Partial<Call>): Call =>
  ({
    id: 'c',
    at: 0,
    direction: 'client',
    client: { id: 'claude', name: 'Claude', role: 'default' },
    server: { id: 'mail' },
    name: 'send',
    cancelled: false,
    rewrites: [],
    message: aMessage({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'send', arguments: { x: 1 } },
    }),
    ruling: { ruling: rulingOf('ask'), policy: 1, record: '{}' },
    ...more,
  }) as unknown as Call;

const portsOf = (desk: QuestionPorts['desk'], secrets = createRedactor()): QuestionPorts => ({
  desk,
  judge: {
    version: 1,
    facts: (call: Call) => factsOf(call, 'default', known),
    decide: () => rulingOf('ask'),
    stop: () => undefined,
    hides: () => undefined,
    roleOf: () => 'default',
    folders: () => [],
    surroundings: {},
  } as unknown as QuestionPorts['judge'],
  known,
  secrets,
  serverSays: () => undefined,
  why: () => [words('other.asks-too')],
  callers: { of: () => undefined, look: () => undefined },
  now: () => 0,
});

describe('a question about arguments', () => {
  function shown(more: Partial<Call>, secrets = createRedactor()) {
    let put: Question | undefined;
    const desk = {
      ask(question: Question) {
        put = question;
        return { id: 'asked', outcome: new Promise(() => undefined) };
      },
    };
    createQuestions(portsOf(desk as never, secrets)).ask(aCall(more));
    return put!.show();
  }
  const leg = (server: string) => ({ server, call: 'c1', name: 'read', at: 1 });

  it('shows what was found and what would leave, redacted and cut', () => {
    const secrets = createRedactor();
    const secret = 'hunter2-hunter2-hunter2';
    secrets.know('files', [secret]);
    const long = 'x'.repeat(5000);
    const found: ShownFinding = {
      ...SHOWN,
      where: 'arguments',
      path: `/${long}`,
      type: long,
      before: `far${long}near`,
      found: `${long}${secret}`,
      after: `near${long}far`,
      signals: Array.from({ length: 50 }, () => `${secret}${long}`),
      within: Array.from({ length: 50 }, () => secret),
    };
    const flow: FlowLegs = { private: leg(`files ${secret}`), untrusted: { ...leg('web'), name: long } };
    const call = shown({ found: Array.from({ length: 12 }, () => found), flow }, secrets);
    expect(call.found).toHaveLength(8);
    expect(JSON.stringify(call)).not.toContain(secret);
    const [first] = call.found ?? [];
    expect(first?.before.endsWith('near')).toBe(true);
    expect(first?.after.startsWith('near')).toBe(true);
    expect(JSON.stringify(first).length).toBeLessThan(3000);
    expect(call.flow?.private).toMatchObject({ call: 'c1', server: expect.stringContaining('files') });
    expect(call.flow?.untrusted.name.length).toBeLessThan(200);
  });

  it('says what was found also where a rule asks anyway', () => {
    const doubts = ['The request could not be looked at whole.', 'x'.repeat(5000)];
    expect(shown({ doubts }).why).toEqual(['It asks too.', doubts[0], expect.stringMatching(/^x+…x+$/)]);
    // The sentences of the ruling are there for the window's language, too; what was found is not among them.
    expect(shown({ doubts }).whyWords).toEqual({ 0: [words('other.asks-too')] });
    const { because } = rulingOf('ask');
    const ruling = { decision: 'ask', because: { ...because, code: 'finding' } } as const;
    expect(shown({ doubts, ruling: { ruling, policy: 1, record: '{}' } }).why).toEqual(['It asks too.']);
  });

  it('is answered by itself: with what was found in it, it is in no group', () => {
    const legs = { private: leg('files'), untrusted: leg('web') };
    for (const [more, code, grouped] of [
      [{}, 'preset-effect', true],
      [{ found: [SHOWN] }, 'preset-effect', false],
      [{ flow: legs }, 'preset-effect', false],
      [{}, 'finding', false],
    ] as const) {
      const kit = aKit();
      const question = kit.question({ effect: 'write', show: () => more as object });
      const because = { ...question.ruling.because, code };
      kit.desk.ask({ ...question, ruling: { ...question.ruling, because } });
      expect(kit.desk.pending()[0]?.group !== undefined).toBe(grouped);
    }
  });

  it('shows nothing of the kind where a rule alone asks', () => {
    const call = shown({});
    expect(call).not.toHaveProperty('found');
    expect(call).not.toHaveProperty('flow');
    expect(call).not.toHaveProperty('about');
  });
});
