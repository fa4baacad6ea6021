import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordedExchange } from '../fixtures/relay-client.ts';
import { settle } from '../fixtures/relay-kit.ts';
import { approvalTexts } from '../../shared/texts/approval.ts';
import { describeReasons } from '../../electron/cli/describe-asked.ts';
import { describeHeld } from '../../electron/cli/approval-commands.ts';
import { MINUTE, ONCE } from '../unit/approvals/desk-kit.ts';
import { answerScene, doubt, ORDER, result, textOf } from '../unit/approvals/answer-kit.ts';

// Attacks 10–14 and bar R6: an answer that a person has to look at is with Doorward until that person says so. Server,
// AI app, rules and whoever else writes along can do nothing that lets it out.

const KEPT = /^The server has done what it was asked, but Doorward kept its answer back: /;

describe('an answer that waits for a person', () => {
  it('goes on byte for byte once they pass it on, and not a byte before', async () => {
    const scene = answerScene();
    const session = await scene.session();
    const call = await scene.answered(session, 1, ORDER);
    expect([call.answers, call.interims, session.sent]).toEqual([[], [], []]);
    expect(scene.desk.desk.allow(scene.question().id, ONCE).ok).toBe(true);
    await settle();
    expect(call.answers).toEqual([`{"jsonrpc":"2.0","id":1,"result":${result(ORDER)}}`]);
    expect(scene.pending()).toEqual([]);
  });

  it('is not let out by a second answer of the server, nor by a late one', async () => {
    const scene = answerScene();
    const session = await scene.session();
    const call = await scene.answered(session, 1, ORDER);
    const { now } = scene.road.server();
    for (const text of ['harmless', ORDER]) now.answer('tools/call', result(text));
    await settle();
    expect(call.answers).toEqual([]);
    expect(scene.pending()).toHaveLength(1);
    scene.desk.desk.deny(scene.question().id, undefined, 'window');
    await settle();
    now.answer('tools/call', result('harmless'));
    await settle();
    expect(call.answers).toHaveLength(1);
    expect(textOf(call)).toMatch(KEPT);
    expect(call.answers.join()).not.toContain('Ignore');
    // The log says that the server answered, and that it was kept back.
    const last = scene.road.audit.rows.at(-1);
    expect(last).toMatchObject({ leg: 'answered', reason: textOf(call) });
    expect(JSON.parse(last?.found ?? '')).toMatchObject([{ source: 'injection', act: 'asked' }]);
  });

  it('is let out by the yes to no other answer: not of the same words, not of another AI app', async () => {
    const scene = answerScene();
    const one = await scene.session('one');
    const calls = [await scene.answered(one, 1, ORDER), await scene.answered(one, 2, ORDER)];
    calls.push(await scene.answered(await scene.session('two'), 1, ORDER));
    const ids = scene.pending().map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(scene.pending().every(({ group }) => group === undefined)).toBe(true);
    scene.desk.desk.allow(ids[1] ?? '', ONCE);
    await settle();
    expect(calls.map(({ answers }) => answers.length)).toEqual([0, 1, 0]);
    expect(scene.pending().map(({ id }) => id)).toEqual([ids[0], ids[2]]);
    // The id of what is answered leads nowhere any more.
    expect(scene.desk.desk.allow(ids[1] ?? '', ONCE)).toMatchObject({ ok: false, code: 'unknown' });
    expect(calls.map(({ answers }) => answers.length)).toEqual([0, 1, 0]);
  });

  it('is let out by no rule and no lifted guard, and kept back by whatever blocks it', async () => {
    const scene = answerScene();
    const session = await scene.session();
    const call = await scene.answered(session, 1, ORDER);
    for (const says of ['ask', 'allow'] as const) {
      scene.policy.says = says;
      scene.policy.version++;
      scene.desk.desk.recheck();
      await settle();
      expect(call.answers).toEqual([]);
    }
    scene.policy.stopped = true;
    scene.policy.version++;
    scene.desk.desk.recheck();
    await settle();
    expect(textOf(call)).toMatch(KEPT);
    for (const change of [
      { stopped: false, says: 'block' },
      { says: 'allow', hidden: true },
    ] as const) {
      Object.assign(scene.policy, change);
      const blocked = await scene.answered(session, 2, ORDER);
      expect(scene.desk.desk.allow(scene.question().id, ONCE)).toMatchObject({ ok: false });
      await settle();
      expect(textOf(blocked)).toContain('lets nothing of the kind pass');
    }
  });

  it('is not let out by the yes to one that has changed since: its bytes, the tool, the server, the rules', async () => {
    const changes: ((scene: ReturnType<typeof answerScene>) => void)[] = [
      (scene) => void scene.bytes?.fill(0x20, scene.bytes.length - 30, scene.bytes.length - 20),
      ({ policy }) => void (policy.pin = 'pin-2'),
      ({ policy }) => void (policy.identity = 'identity-2'),
      ({ policy }) => void policy.version++,
    ];
    for (const change of changes) {
      const scene = answerScene();
      const session = await scene.session();
      const call = await scene.answered(session, 1, ORDER);
      scene.desk.desk.allow(scene.question().id, ONCE);
      // Between the yes and its use.
      change(scene);
      await settle();
      expect(textOf(call)).toContain('does not hold any more');
      expect(call.answers.join()).not.toContain('Ignore');
    }
  });

  it('makes no permission: only this once can be chosen, and nothing is kept for another time', async () => {
    const scene = answerScene();
    const session = await scene.session();
    const call = await scene.answered(session, 1, ORDER);
    const { id, durations, scopes } = scene.question();
    expect([durations, scopes]).toEqual([['once'], ['args']]);
    for (const duration of ['5m', '1h', 'quit', 'always'] as const)
      for (const scope of ['args', 'like', 'tool', 'server', 'client'] as const)
        expect(scene.desk.desk.allow(id, { ...ONCE, duration, scope }), `${duration} ${scope}`).toMatchObject(
          {
            ok: false,
            code: 'refused',
            message: expect.stringMatching(/No permission is made of it|on the Permissions page/),
          },
        );
    expect(scene.desk.permitted).toEqual([]);
    expect(call.answers).toEqual([]);
    scene.desk.clock.advance(MINUTE);
    await settle();
    expect(textOf(call)).toMatch(KEPT);
    expect(scene.desk.desk.missed()).toEqual([]);
    expect(scene.desk.desk.allow(id, ONCE)).toMatchObject({ ok: false, code: 'unknown' });
    // Nobody's late yes serves the same call done again.
    await scene.answered(session, 2, ORDER);
    expect(scene.pending()).toHaveLength(1);
  });

  it('ends with the call: cancelled, session over, or the AI app gone', async () => {
    const scene = answerScene();
    const session = await scene.session();
    const cancelled = await scene.answered(session, 1, ORDER);
    session.notify('notifications/cancelled', { requestId: 1 });
    await settle();
    expect([cancelled.answers, cancelled.abandoned, scene.pending()]).toEqual([[], true, []]);
    expect(scene.road.audit.legs('tools/call')).toEqual(['sent', 'cancelled']);
    const lost: RecordedExchange & { onlost?: () => void } = await scene.answered(session, 2, ORDER);
    lost.onlost?.();
    await settle();
    expect(scene.pending()).toEqual([]);
    // What it finds if it comes back.
    expect(textOf(lost)).toMatch(KEPT);
    const closed = await scene.answered(session, 3, ORDER);
    session.close();
    await settle();
    expect([closed.answers, scene.pending()]).toEqual([[], []]);
  });

  it('holds no more than 30 of one AI app, and that takes no place from another', async () => {
    const scene = answerScene();
    const session = await scene.session();
    for (let id = 1; id <= 30; id++) await scene.answered(session, id, ORDER);
    expect(scene.pending()).toHaveLength(30);
    const beyond = await scene.answered(session, 31, ORDER);
    expect(textOf(beyond)).toContain('Too many questions of this app wait');
    const other = await scene.answered(await scene.session('two'), 1, ORDER);
    expect(other.answers).toEqual([]);
    expect(scene.pending()).toHaveLength(31);
  });

  it('is kept back when nobody can be asked, with a word that the call was made', async () => {
    const scene = answerScene();
    const session = await scene.session();
    scene.desk.presence = 'away';
    expect(textOf(await scene.answered(session, 1, ORDER))).toMatch(KEPT);
    scene.desk.presence = 'here';
    scene.desk.store.fails = true;
    const unrecorded = await scene.answered(session, 2, ORDER);
    scene.desk.desk.allow(scene.question().id, ONCE);
    await settle();
    expect(textOf(unrecorded)).toMatch(KEPT);
    scene.desk.store.fails = false;
    const closing = await scene.answered(session, 3, ORDER);
    scene.desk.desk.close();
    await settle();
    expect(textOf(closing)).toContain('Doorward is closing');
    expect(textOf(await scene.answered(session, 4, ORDER))).toMatch(KEPT);
  });

  it('is kept back when it cannot be shown', async () => {
    const scene = answerScene(undefined, undefined, {
      serverSays: () => {
        throw new Error('nobody knows');
      },
    });
    const call = await scene.answered(await scene.session(), 1, ORDER);
    expect(textOf(call)).toContain('kept the answer back');
    expect(call.answers.join()).not.toContain('Ignore');
  });
});

describe('what is said of an answer that waits', () => {
  const hostile = fc.array(
    fc.oneof(
      fc.constantFrom(
        '</h1><button>Pass it on</button>',
        '{{server}}',
        '\u202E',
        '\u2066',
        '\n\nDoorward has checked it.\n',
        '\r',
        '\u001B[2J',
        '" is safe. "',
        '\u200B',
        '⟧',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 6 },
  );

  it('is in the words of Doorward, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (texts, around) => {
        const text = `${ORDER}${texts.join('')}`;
        const evil = around.join('');
        const scene = answerScene({
          incoming: () =>
            doubt({
              found: [
                {
                  source: 'injection',
                  type: evil,
                  where: 'answer',
                  path: `/${evil}`,
                  before: evil,
                  found: text,
                  after: evil,
                  score: 1,
                  signals: [evil],
                },
              ],
            }),
        });
        const call = await scene.answered(await scene.session(), 1, text);
        const question = scene.question();
        expect(question).toMatchObject({
          about: 'answer',
          sentence: {
            key: 'approval.answer-orders',
            params: { app: 'App one', server: 'alpha', tool: 'fetch' },
          },
          second: { key: 'second.answer' },
        });
        expect(Object.keys(approvalTexts)).toContain(question.sentence.key);
        // In a terminal every line of theirs has a bar before it or stands within one of ours, and nothing steers.
        const lines = describeHeld(question, 0).split('\n');
        // oxlint-disable-next-line no-control-regex -- It is what is looked for.
        expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f\u202e\u2066\u200b]/);
        const ours = lines.filter((line) => !/^\s*\|/.test(line));
        expect(ours.filter((line) => line.trim() === 'Doorward has checked it.')).toEqual([]);
        // The marks around what was found cannot be moved.
        const reasons = describeReasons(question).join('\n');
        expect([reasons.split('⟦').length, reasons.split('⟧').length]).toEqual([2, 2]);
        scene.desk.desk.deny(question.id, undefined, 'window');
        await settle();
        // Nothing of it reaches the model by the way of the refusal.
        expect(textOf(call)).toBe(
          'The server has done what it was asked, but Doorward kept its answer back: it has orders to AI apps in it. A person decided to keep it back. Do not repeat the call to get it; tell the person what is missing.',
        );
      }),
      { numRuns: 60 },
    );
  });
});
