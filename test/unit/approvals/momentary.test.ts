import { describe, expect, it } from 'vitest';
import { aKit, decisionOf, MINUTE, missed, ONCE, settle, watch } from './desk-kit.ts';

// A question whose answer counts only while it is awaited: a form that is filled in here, for what was filled in is
// part of the answer and there is nothing to keep.

const momentary = (kit: ReturnType<typeof aKit>) =>
  watch(kit.desk.ask({ ...kit.question(), momentary: true }));

describe('a momentary question', () => {
  it('is allowed by a person as any other', async () => {
    const kit = aKit();
    const asked = momentary(kit);
    expect(kit.desk.allow(asked.id, ONCE).ok).toBe(true);
    await settle();
    const decision = decisionOf(asked.outcomes[0]);
    expect(kit.desk.redeem(decision, decision.bond, kit.policy)).toBeUndefined();
    expect(kit.desk.redeem(decision, decision.bond, kit.policy)).toBeTypeOf('string');
  });

  it('says whether a person refused it, or nobody was there', async () => {
    const kit = aKit();
    const denied = momentary(kit);
    kit.desk.deny(denied.id, undefined, 'window');
    const ended = momentary(kit);
    kit.clock.advance(MINUTE);
    kit.presence = 'away';
    const away = momentary(kit);
    await settle();
    expect([denied, ended, away].map(({ outcomes }) => outcomes[0])).toMatchObject([
      { kind: 'refused', by: 'person', who: 'window' },
      { kind: 'refused', by: 'nobody' },
      { kind: 'refused', by: 'nobody' },
    ]);
    expect(ended.outcomes[0]).not.toMatchObject({ sentence: expect.stringContaining('passes once') });
  });

  it('is refused by neither when a rule or the end of the host refuses it', async () => {
    const kit = aKit();
    const blocked = momentary(kit);
    kit.verdict = 'block';
    kit.desk.recheck();
    kit.verdict = 'ask';
    const closed = momentary(kit);
    kit.desk.close();
    await settle();
    for (const { outcomes } of [blocked, closed]) {
      expect(outcomes[0]?.kind).toBe('refused');
      expect(outcomes[0]).not.toHaveProperty('by');
    }
  });

  it('is never listed as missed, and no late answer is kept for it', async () => {
    const kit = aKit();
    momentary(kit);
    kit.clock.advance(MINUTE);
    kit.presence = 'away';
    momentary(kit);
    kit.presence = 'here';
    expect(kit.desk.missed()).toEqual([]);
    expect(kit.store.kept.size).toBe(0);
  });

  it('is served by no late answer to a question that looks the same', async () => {
    const kit = aKit();
    const late = missed(kit);
    expect(kit.desk.allow(late.id, ONCE).ok).toBe(true);
    const asked = momentary(kit);
    await settle();
    expect(asked.outcomes).toEqual([]);
    expect(kit.desk.pending().map(({ id }) => id)).toEqual([asked.id]);
  });

  it('ends with the app that stopped waiting: nobody answers it any more', async () => {
    const kit = aKit();
    const asked = momentary(kit);
    asked.gone();
    await settle();
    expect(asked.outcomes).toMatchObject([{ kind: 'refused' }]);
    expect(kit.desk.pending()).toEqual([]);
    expect(kit.desk.allow(asked.id, ONCE)).toMatchObject({ ok: false, code: 'unknown' });
    expect(kit.store.kept.size).toBe(0);
  });

  it('is let through by no rule: only a person can answer it', async () => {
    const kit = aKit();
    const asked = momentary(kit);
    kit.verdict = 'allow';
    kit.desk.recheck();
    await settle();
    expect(asked.outcomes).toEqual([]);
    expect(kit.desk.allow(asked.id, ONCE).ok).toBe(true);
  });
});
