import { VALID_MS } from '../../../electron/approvals/decisions.ts';
import { describe, expect, it } from 'vitest';
import { aKit, BOND, decisionOf, HOUR, LIKE, MINUTE, ONCE, sentenceOf, settle } from './desk-kit.ts';

describe('a question that waits', () => {
  it('is listed, oldest first, with what may be chosen', () => {
    const kit = aKit();
    const first = kit.ask();
    kit.clock.advance(1000);
    const second = kit.ask({ bond: { args: 'b'.repeat(64) }, effect: 'write', like: LIKE });
    const list = kit.desk.pending();
    expect(list.map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(list[0]).toMatchObject({
      askedAt: kit.clock.now() - 1000,
      endsAt: kit.clock.now() + 44_000,
      appGone: false,
      durations: ['once', '5m', '1h', 'quit'],
      scopes: ['args', 'tool'],
    });
    expect(list[0]).not.toHaveProperty('group');
    expect(list[1]).toMatchObject({
      durations: ['once', '5m', '1h', 'quit', 'always'],
      scopes: ['args', 'like', 'tool'],
    });
    expect(kit.desk.pending()).toBe(list);
  });

  it('is refused when nobody answers in time, and then listed as missed', async () => {
    const kit = aKit();
    const asked = kit.ask();
    kit.clock.advance(44_999);
    await settle();
    expect(asked.outcomes).toEqual([]);
    kit.clock.advance(1);
    await settle();
    expect(sentenceOf(asked.outcomes[0])).toMatch(/^No one answered within 45 s, so this call was refused\./);
    expect(kit.desk.pending()).toEqual([]);
    expect(kit.desk.missed()).toMatchObject([{ id: asked.id, why: 'unanswered', served: false }]);
    kit.clock.advance(8 * HOUR);
    expect(kit.desk.missed()).toEqual([]);
    expect(kit.store.kept.size).toBe(0);
  });

  it('is allowed with a decision that is on disk before anybody hears of it, and is used once', async () => {
    const kit = aKit();
    const asked = kit.ask();
    expect(kit.desk.allow(asked.id, ONCE)).toMatchObject({ ok: true, value: { id: asked.id } });
    await settle();
    const decision = decisionOf(asked.outcomes[0]);
    expect(decision).toMatchObject({ bond: BOND, policy: 1, expiresAt: kit.clock.now() + VALID_MS });
    expect(JSON.parse(kit.store.kept.get(`decision:${decision.nonce}`) ?? '')).toMatchObject({
      bond: BOND,
      by: 'window',
      used: false,
    });
    expect(kit.desk.redeem(decision, BOND, 1)).toBeUndefined();
    expect(JSON.parse(kit.store.kept.get(`decision:${decision.nonce}`) ?? '')).toMatchObject({ used: true });
    expect(kit.desk.redeem(decision, BOND, 1)).toMatch(/used already/);
    expect(kit.desk.allow(asked.id, ONCE)).toMatchObject({ ok: false, code: 'unknown' });
    expect(kit.desk.deny(asked.id, undefined, 'window')).toMatchObject({ ok: false, code: 'unknown' });
  });

  it('is refused by a person, with the reason in quotation marks, on one line, bounded', async () => {
    const kit = aKit();
    const plain = kit.ask();
    kit.desk.deny(plain.id, undefined, 'window');
    const empty = kit.ask();
    kit.desk.deny(empty.id, ' \u202e\n', 'window');
    const reasoned = kit.ask();
    kit.desk.deny(reasoned.id, 'Not this\u0000 file.\nUse\u202e drafts.', 'window');
    const long = kit.ask();
    kit.desk.deny(long.id, '😀'.repeat(5000), 'window');
    await settle();
    expect(sentenceOf(plain.outcomes[0])).toBe('A person refused this call.');
    expect(sentenceOf(empty.outcomes[0])).toBe('A person refused this call.');
    expect(sentenceOf(reasoned.outcomes[0])).toBe('A person refused this call: "Not this file. Use drafts."');
    expect(sentenceOf(long.outcomes[0]).length).toBeLessThan(340);
    expect(sentenceOf(long.outcomes[0]).isWellFormed()).toBe(true);
  });

  it('is neither allowed nor sent when the decision cannot be written down', async () => {
    const kit = aKit();
    const asked = kit.ask();
    kit.store.fails = true;
    expect(kit.desk.allow(asked.id, ONCE)).toMatchObject({ ok: false });
    await settle();
    expect(sentenceOf(asked.outcomes[0])).toMatch(/could not be recorded/);
    const again = kit.ask();
    kit.desk.allow(again.id, ONCE);
    await settle();
    kit.store.fails = true;
    const decision = decisionOf(again.outcomes[0]);
    expect(kit.desk.redeem(decision, BOND, 1)).toMatch(/could not be recorded/);
    expect(kit.desk.redeem(decision, BOND, 1)).toBeTypeOf('string');
  });

  it('is refused when the rules block it by the time it is allowed, or cannot be asked', async () => {
    const kit = aKit();
    const blocked = kit.ask();
    kit.verdict = 'block';
    expect(kit.desk.allow(blocked.id, ONCE)).toMatchObject({ ok: false, message: expect.any(String) });
    const broken = kit.ask({
      again: () => {
        throw new Error('no policy');
      },
    });
    kit.verdict = 'ask';
    expect(kit.desk.allow(broken.id, ONCE).ok).toBe(false);
    await settle();
    expect(sentenceOf(blocked.outcomes[0])).toMatch(/rule blocks/);
    expect(sentenceOf(broken.outcomes[0])).toMatch(/rule blocks/);
    expect(kit.desk.pending()).toEqual([]);
  });

  it('that cannot be shown is refused and hides no other', async () => {
    const kit = aKit();
    let broken = false;
    const bad = kit.ask({
      show: () => {
        if (broken) throw new Error('cannot be shown');
        return {};
      },
    });
    const good = kit.ask();
    broken = true;
    kit.desk.recheck();
    expect(kit.desk.pending().map(({ id }) => id)).toEqual([good.id]);
    await settle();
    expect(sentenceOf(bad.outcomes[0])).toMatch(/could not show/);
    expect(() =>
      kit.ask({
        show: () => {
          throw new Error('never');
        },
      }),
    ).toThrow('never');
  });

  it('groups reads and writes of one tool, and nothing else', () => {
    const kit = aKit();
    const args = (n: number) => ({ args: String(n).repeat(64) });
    kit.ask({ effect: 'write', bond: args(1) });
    kit.ask({ effect: 'write', bond: args(2) });
    kit.ask({ effect: 'write', bond: args(2) });
    kit.ask({ effect: 'write', bond: { ...args(3), pin: 'pin-2' } });
    kit.ask({ effect: 'write', bond: { ...args(3), client: 'cursor' } });
    kit.ask({ effect: 'destroy', bond: args(4), show: () => ({ group: 'of the caller' }) });
    const groups = kit.desk.pending().map(({ group }) => group);
    expect(groups[0]).toBeTypeOf('string');
    expect(groups.slice(1, 3)).toEqual([groups[0], groups[0]]);
    expect(new Set(groups).size).toBe(4);
    expect(groups[5]).toBeUndefined();
  });
});

describe('the clock of a question', () => {
  it('stands still while somebody looks, and runs on with at least ten seconds', async () => {
    const kit = aKit();
    const asked = kit.ask();
    kit.clock.advance(43_000);
    kit.desk.touch(asked.id);
    expect(kit.desk.pending()[0]).not.toHaveProperty('endsAt');
    kit.clock.advance(5 * MINUTE);
    kit.desk.leave(asked.id);
    kit.desk.leave(asked.id);
    expect(kit.desk.pending()[0]?.endsAt).toBe(kit.clock.now() + 10_000);
    kit.clock.advance(9999);
    await settle();
    expect(asked.outcomes).toEqual([]);
    kit.clock.advance(1);
    await settle();
    expect(sentenceOf(asked.outcomes[0])).toMatch(/^No one answered in time/);
    expect(kit.clock.timers).toBe(1);
  });

  it('keeps what was left, also when the time of day was set back', () => {
    const kit = aKit();
    const asked = kit.ask();
    kit.clock.advance(15_000);
    kit.desk.touch(asked.id);
    kit.desk.leave(asked.id);
    expect(kit.desk.pending()[0]?.endsAt).toBe(kit.clock.now() + 30_000);
    kit.clock.jump(-HOUR);
    kit.desk.touch(asked.id);
    kit.desk.leave(asked.id);
    expect(kit.desk.pending()[0]?.endsAt).toBe(kit.clock.now() + 30_000);
  });

  it('runs on by itself when a window that looked never says that it left', async () => {
    const kit = aKit();
    const asked = kit.ask();
    kit.desk.touch(asked.id);
    kit.clock.advance(9 * MINUTE);
    kit.desk.touch(asked.id);
    kit.clock.advance(9 * MINUTE);
    await settle();
    expect(asked.outcomes).toEqual([]);
    kit.clock.advance(MINUTE);
    expect(kit.desk.pending()[0]?.endsAt).toBe(kit.clock.now() + 45_000);
    kit.clock.advance(45_000);
    await settle();
    expect(asked.outcomes).toHaveLength(1);
  });

  it('has ended when the computer slept through its end: an answer then serves the next try only', async () => {
    const kit = aKit();
    const asked = kit.ask();
    kit.clock.jump(2 * HOUR);
    expect(kit.desk.allow(asked.id, { ...ONCE, duration: '5m' })).toMatchObject({ ok: false });
    expect(kit.desk.allow(asked.id, ONCE)).toMatchObject({ ok: true, value: { why: 'unanswered' } });
    await settle();
    expect(asked.outcomes).toMatchObject([{ kind: 'refused' }]);
    const retry = kit.ask();
    await settle();
    decisionOf(retry.outcomes[0]);
  });
});

describe('too many questions', () => {
  it('of one app are refused at once; others are asked for', async () => {
    const kit = aKit();
    for (let n = 0; n < 30; n++) kit.ask({ bond: { args: String(n) } });
    const more = kit.ask();
    const other = kit.ask({ bond: { client: 'cursor' } });
    await settle();
    expect(sentenceOf(more.outcomes[0])).toMatch(/^Too many calls/);
    expect(other.outcomes).toEqual([]);
    expect(kit.desk.missed()).toEqual([]);
  });

  it('two in a row without an answer cool this app down for five minutes', async () => {
    const kit = aKit();
    kit.ask({ bond: { args: '1' } });
    kit.clock.advance(45_000);
    kit.ask({ bond: { args: '2' } });
    kit.clock.advance(45_000);
    const cooled = kit.ask({ bond: { args: '3' } });
    const other = kit.ask({ bond: { client: 'cursor' } });
    await settle();
    expect(sentenceOf(cooled.outcomes[0])).toMatch(/^Nobody answered the last questions/);
    expect(other.outcomes).toEqual([]);
    expect(kit.desk.missed()).toHaveLength(3);
    kit.clock.advance(5 * MINUTE);
    const later = kit.ask({ bond: { args: '4' } });
    await settle();
    expect(later.outcomes).toEqual([]);
  });

  it.each(['input', 'answer', 'late answer', 'denial'] as const)('ends the cool-down: %s', async (by) => {
    const kit = aKit();
    const first = kit.ask({ bond: { args: '1' } });
    kit.clock.advance(45_000);
    kit.ask({ bond: { args: '2' } });
    kit.clock.advance(45_000);
    const open = kit.ask({ bond: { client: 'cursor' } });
    if (by === 'input') kit.input();
    if (by === 'answer') kit.desk.allow(open.id, ONCE);
    if (by === 'denial') kit.desk.deny(open.id, undefined, 'window');
    if (by === 'late answer') kit.desk.allow(first.id, ONCE);
    const next = kit.ask({ bond: { args: '3' } });
    await settle();
    expect(next.outcomes).toEqual([]);
  });

  it('an answer between two unanswered ones keeps them from being two in a row', async () => {
    const kit = aKit();
    kit.ask({ bond: { args: '1' } });
    kit.clock.advance(45_000);
    kit.desk.deny(kit.ask({ bond: { args: '2' } }).id, undefined, 'window');
    kit.ask({ bond: { args: '3' } });
    kit.clock.advance(45_000);
    const next = kit.ask({ bond: { args: '4' } });
    await settle();
    expect(next.outcomes).toEqual([]);
  });
});

describe('a changed policy', () => {
  it('lets what passes now go, with a decision of its own each, and refuses what is blocked', async () => {
    const kit = aKit();
    const verdicts = new Map([
      ['1', 'allow'],
      ['2', 'block'],
      ['3', 'ask'],
    ] as const);
    const [passes, blocked, asks] = [...verdicts].map(([args, verdict]) =>
      kit.ask({
        bond: { args },
        again: () => ({ ruling: { ...kit.question().ruling, decision: verdict }, policy: 7 }),
      }),
    );
    const gone = kit.ask({
      bond: { args: '4' },
      again: () => ({ ruling: { ...kit.question().ruling, decision: 'allow' }, policy: 7 }),
    });
    gone.gone();
    kit.desk.recheck();
    await settle();
    const decision = decisionOf(passes?.outcomes[0]);
    expect(kit.desk.redeem(decision, { ...BOND, args: '1' }, 7)).toBeUndefined();
    expect(sentenceOf(blocked?.outcomes[0])).toMatch(/rule blocks/);
    expect(asks?.outcomes).toEqual([]);
    expect(sentenceOf(gone.outcomes[0])).toMatch(/stopped waiting/);
    expect(kit.desk.pending().map(({ id }) => id)).toEqual([asks?.id]);
  });

  it('refuses what passes now when that cannot be written down', async () => {
    const kit = aKit();
    const asked = kit.ask();
    kit.verdict = 'allow';
    kit.store.fails = true;
    kit.desk.recheck();
    await settle();
    expect(sentenceOf(asked.outcomes[0])).toMatch(/could not be recorded/);
  });

  it('within an answer settles the others that it covers, and this one once', async () => {
    const kit = aKit();
    const one = kit.ask({ effect: 'write', bond: { args: '1' } });
    const two = kit.ask({ effect: 'write', bond: { args: '2' } });
    const within: unknown[] = [];
    kit.onPermit = () => {
      kit.verdict = 'allow';
      kit.desk.recheck();
      within.push(kit.desk.deny(one.id, undefined, 'window').ok, kit.desk.allow(one.id, ONCE).ok);
    };
    expect(kit.desk.allow(one.id, { ...ONCE, duration: '1h', scope: 'tool' }).ok).toBe(true);
    await settle();
    expect(kit.desk.redeem(decisionOf(one.outcomes[0]), { ...BOND, args: '1' }, kit.policy)).toBeUndefined();
    expect(kit.desk.redeem(decisionOf(two.outcomes[0]), { ...BOND, args: '2' }, kit.policy)).toBeUndefined();
    expect(within).toEqual([false, false]);
    const records = [...kit.store.kept.values()].map((text) => JSON.parse(text) as { by: string });
    expect(records.map(({ by }) => by).toSorted()).toEqual(['policy', 'window']);
  });

  it('leaves the question when making a permission breaks, and refuses it when the desk closes meanwhile', async () => {
    const kit = aKit();
    const asked = kit.ask();
    const answer = { ...ONCE, duration: '1h', scope: 'tool' } as const;
    kit.onPermit = () => {
      throw new Error('ENOSPC');
    };
    expect(kit.desk.allow(asked.id, answer)).toMatchObject({ ok: false, code: 'refused' });
    expect(kit.desk.pending()).toHaveLength(1);
    kit.onPermit = () => kit.desk.close();
    expect(kit.desk.allow(asked.id, answer)).toMatchObject({ ok: false });
    await settle();
    expect(sentenceOf(asked.outcomes[0])).toMatch(/closing/);
    expect(kit.clock.timers).toBe(0);
  });
});

describe('a desk that closes', () => {
  it('refuses what waits and whatever comes, and leaves no clock running', async () => {
    const kit = aKit();
    const waiting = kit.ask();
    const allowed = kit.ask();
    kit.desk.allow(allowed.id, ONCE);
    kit.presence = 'away';
    kit.ask({ bond: { args: '9' } });
    kit.presence = 'here';
    await settle();
    kit.desk.close();
    kit.desk.close();
    const late = kit.ask();
    await settle();
    expect(sentenceOf(waiting.outcomes[0])).toMatch(/closing/);
    expect(sentenceOf(late.outcomes[0])).toMatch(/closing/);
    expect(kit.desk.redeem(decisionOf(allowed.outcomes[0]), BOND, 1)).toMatch(/closing/);
    const [missed] = kit.desk.missed();
    expect(kit.desk.allow(missed?.id ?? '', ONCE).ok).toBe(false);
    expect(kit.desk.deny(missed?.id ?? '', undefined, 'window').ok).toBe(false);
    expect(kit.clock.timers).toBe(0);
  });

  it('tells of every change with a version that rises', () => {
    const kit = aKit();
    const versions: number[] = [];
    kit.desk.onChange(() => versions.push(kit.desk.version));
    const asked = kit.ask();
    kit.desk.touch(asked.id);
    kit.desk.leave(asked.id);
    asked.gone();
    kit.clock.advance(45_000);
    kit.desk.close();
    expect(versions.length).toBeGreaterThanOrEqual(6);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(new Set(versions).size).toBe(versions.length);
  });
});
