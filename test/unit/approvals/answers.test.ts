import { describe, expect, it } from 'vitest';
import { duration, scope } from '../../../shared/model/approval.ts';
import { ruleBody } from '../../../shared/model/policy.ts';
import { effect } from '../../../shared/model/review.ts';
import { aKit, BOND, decisionOf, HOUR, LIKE, MINUTE, ONCE, sentenceOf, settle } from './desk-kit.ts';

const DURATIONS = duration.options;
const SCOPES = scope.options;
const EFFECTS = effect.options;
const CLIENTS = ['this', 'all'] as const;

describe('every time × what it covers × effect × app', () => {
  const cases = DURATIONS.flatMap((time) =>
    SCOPES.flatMap((covers) =>
      EFFECTS.flatMap((does) => CLIENTS.map((clients) => ({ time, covers, does, clients }))),
    ),
  );
  it(`is what was chosen, or refused with a sentence (${cases.length} cases)`, async () => {
    for (const { time, covers, does, clients } of cases) {
      const name = `${time} ${covers} ${does} ${clients}`;
      const kit = aKit();
      const asked = kit.ask({ effect: does, like: LIKE });
      const [held] = kit.desk.pending();
      const answered = kit.desk.allow(asked.id, { duration: time, scope: covers, clients, who: 'terminal' });
      await settle();
      const mild = does === 'read' || does === 'write';
      const wide = covers === 'server' || covers === 'client';
      const expected = !wide && (time !== 'always' || mild);
      expect(answered.ok, name).toBe(expected);
      // What is offered is what is taken.
      expect(held?.durations.includes(time) === true && held.scopes.includes(covers), name).toBe(expected);
      if (!answered.ok) {
        expect(answered.message, name).toMatch(/^[A-Z].+\.$/);
        expect(asked.outcomes, name).toEqual([]);
        expect(kit.desk.pending(), name).toHaveLength(1);
        expect(kit.permitted, name).toEqual([]);
        expect(kit.store.kept.size, name).toBe(0);
        continue;
      }
      const decision = decisionOf(asked.outcomes[0]);
      // Bound to the policy that the permission itself has made.
      expect(decision.policy, name).toBe(time === 'once' ? 1 : 2);
      expect(kit.desk.redeem(decision, BOND, kit.policy), name).toBeUndefined();
      if (time === 'once') {
        expect(kit.permitted, name).toEqual([]);
        continue;
      }
      expect(kit.permitted, name).toHaveLength(1);
      const [{ body, duration: kept, who } = { body: undefined, duration: '', who: '' }] = kit.permitted;
      expect([kept, who], name).toEqual([time, 'terminal']);
      expect(ruleBody.parse(body), name).toEqual({
        action: 'allow',
        ...(clients === 'this' ? { client: BOND.client } : {}),
        server: BOND.server,
        kind: 'tool',
        tool: BOND.name,
        effects: [does],
        ...(covers === 'args' ? { argsDigest: BOND.args } : {}),
        ...(covers === 'like' ? { args: LIKE } : {}),
        ...(time === '5m' ? { expiresAt: kit.clock.now() + 5 * MINUTE } : {}),
        ...(time === '1h' ? { expiresAt: kit.clock.now() + HOUR } : {}),
      });
    }
  });

  it('goes no further than the settings', () => {
    for (const longest of DURATIONS)
      for (const alwaysAllowed of [true, false])
        for (const time of DURATIONS) {
          const kit = aKit();
          kit.settings = { ...kit.settings, longest, alwaysAllowed };
          const asked = kit.ask({ effect: 'read' });
          const offered = kit.desk.pending()[0]?.durations;
          const within = DURATIONS.indexOf(time) <= DURATIONS.indexOf(longest);
          const expected = time === 'once' || (within && (time !== 'always' || alwaysAllowed));
          const name = `${time} with ${longest} ${alwaysAllowed}`;
          expect(offered?.includes(time), name).toBe(expected);
          expect(kit.desk.allow(asked.id, { ...ONCE, duration: time }).ok, name).toBe(expected);
        }
  });
});

describe('an answer for longer', () => {
  it('allows nothing when the permission may not be made, and the question still waits', async () => {
    const kit = aKit();
    const asked = kit.ask();
    kit.refusePermit = 'Your company does not allow that.';
    const answer = { ...ONCE, duration: '5m' } as const;
    expect(kit.desk.allow(asked.id, answer)).toMatchObject({ message: 'Your company does not allow that.' });
    await settle();
    expect(asked.outcomes).toEqual([]);
    kit.refusePermit = undefined;
    expect(kit.desk.allow(asked.id, answer).ok).toBe(true);
  });

  it('is not "like this" where nothing narrower can be named', () => {
    for (const like of [undefined, []]) {
      const kit = aKit();
      const asked = kit.ask({
        effect: 'write',
        like,
        show: () => ({ like: { key: 'like.folder', params: {} } }),
      });
      expect(kit.desk.pending()[0]?.scopes).toEqual(['args', 'tool']);
      expect(kit.desk.pending()[0]).not.toHaveProperty('like');
      const answered = kit.desk.allow(asked.id, { ...ONCE, duration: '5m', scope: 'like' });
      expect(answered).toMatchObject({ ok: false, code: 'refused' });
      expect(kit.permitted).toEqual([]);
    }
  });

  it('is refused when the policy that it makes blocks the call', async () => {
    const kit = aKit();
    let asks = 0;
    const asked = kit.ask({
      again: () => ({
        ruling: { ...kit.question().ruling, decision: asks++ === 0 ? 'ask' : 'block' },
        policy: kit.policy,
      }),
    });
    expect(kit.desk.allow(asked.id, { ...ONCE, duration: '5m' }).ok).toBe(false);
    await settle();
    expect(sentenceOf(asked.outcomes[0])).toMatch(/rule blocks/);
  });

  it('looks at the effect as it is now, not as it was when it was asked', () => {
    const kit = aKit();
    let does: 'write' | 'destroy' = 'write';
    const asked = kit.ask({ show: () => ({ effect: does }) });
    expect(kit.desk.pending()[0]?.durations).toContain('always');
    does = 'destroy';
    expect(kit.desk.allow(asked.id, { ...ONCE, duration: 'always', scope: 'tool' }).ok).toBe(false);
    expect(kit.permitted).toEqual([]);
  });
});
