import { describe, expect, it } from 'vitest';
import { createDesk } from '../../../electron/approvals/desk.ts';
import {
  aKit,
  BOND,
  decisionOf,
  HOUR,
  LIKE,
  MINUTE,
  missed,
  ONCE,
  OTHER,
  passes,
  settle,
} from './desk-kit.ts';

describe('after a restart', () => {
  it('missed calls and late answers are there, and still serve once', async () => {
    const kit = aKit();
    const waits = missed(kit, { bond: OTHER });
    const asked = missed(kit, { effect: 'write', like: LIKE });
    kit.desk.allow(asked.id, ONCE);
    const before = kit.desk.missed();
    kit.restart();
    expect(kit.desk.missed()).toEqual(before);
    expect(await passes(kit, { effect: 'write', bond: { args: 'c' }, fits: () => true })).toBe(true);
    kit.restart();
    expect(await passes(kit, { effect: 'write' })).toBe(false);
    expect(kit.desk.missed()).toMatchObject([
      { id: waits.id, served: false },
      { id: asked.id, served: true },
    ]);
    expect(kit.desk.allow(waits.id, ONCE).ok).toBe(true);
  });

  it('no argument of an app was on disk: what is like it is served in the same run only', async () => {
    const kit = aKit();
    const like = [...LIKE, { pointer: '/token', test: { is: 'equals', value: 'canary-4711' } as const }];
    const about = { effect: 'write', fits: () => true } as const;
    for (const bond of [OTHER, { args: 'c' }]) {
      kit.desk.allow(missed(kit, { ...about, like, bond }).id, ONCE);
      expect(JSON.stringify([...kit.store.kept])).not.toContain('canary');
      if (bond === OTHER) expect(await passes(kit, about)).toBe(true);
    }
    kit.restart();
    expect(await passes(kit, about)).toBe(false);
    expect(await passes(kit, { ...about, bond: { args: 'c' } })).toBe(true);
  });

  it('what waited is gone, and every decision that was made is void', async () => {
    const kit = aKit();
    kit.ask();
    const allowed = kit.ask({ bond: OTHER });
    kit.desk.allow(allowed.id, ONCE);
    await settle();
    const decision = decisionOf(allowed.outcomes[0]);
    kit.restart();
    expect(kit.desk.pending()).toEqual([]);
    expect(kit.desk.redeem(decision, decision.bond, 1)).toBeTypeOf('string');
    expect(kit.store.kept.size).toBe(0);
  });

  it('an answer whose time is over is not there, also when the clock was set back to before it', async () => {
    const kit = aKit();
    kit.desk.allow(missed(kit).id, ONCE);
    kit.clock.jump(HOUR);
    kit.restart();
    expect(await passes(kit)).toBe(false);
    const back = missed(kit, { bond: OTHER });
    kit.desk.allow(back.id, ONCE);
    kit.clock.jump(-MINUTE);
    kit.restart();
    kit.clock.jump(2 * MINUTE);
    expect(await passes(kit, { bond: OTHER })).toBe(false);
    kit.clock.jump(8 * HOUR);
    kit.restart();
    expect(kit.desk.missed()).toEqual([]);
    expect(kit.store.kept.size).toBe(0);
  });

  it('ignores what it cannot read and what lies under another name', async () => {
    const kit = aKit();
    kit.desk.allow(missed(kit).id, ONCE);
    const [[key, text] = ['', '']] = kit.store.kept;
    const good = JSON.parse(text) as Record<string, unknown>;
    kit.store.kept.clear();
    const bad: unknown[] = [
      '',
      'null',
      '{',
      '[]',
      { ...good, v: 2 },
      { ...good, is: 'other' },
      { ...good, more: 1 },
      { ...good, bond: { ...BOND, args: 1 } },
      { ...good, bond: { ...BOND, more: '' } },
      { ...good, call: { ...(good['call'] as object), until: 'later' } },
      { ...good, like: [{ pointer: '', test: { is: 'anything' } }] },
    ];
    for (const [n, record] of bad.entries()) {
      kit.store.kept.clear();
      kit.store.kept.set(key, typeof record === 'string' ? record : JSON.stringify(record));
      kit.restart();
      expect(kit.desk.missed(), String(n)).toEqual([]);
      expect(await passes(kit), String(n)).toBe(false);
    }
    kit.store.kept.set('missed:elsewhere', text);
    kit.restart();
    expect(kit.desk.missed()).toEqual([]);
    kit.store.kept.set(key, text);
    kit.restart();
    expect(await passes(kit)).toBe(true);
  });

  it('a store that cannot be read opens no desk', () => {
    const { now, after } = aKit().clock;
    expect(() =>
      createDesk({
        now,
        after,
        nonce: () => 'n',
        presence: () => 'here',
        onInput: () => {},
        permit: () => ({ ok: true, value: undefined }),
        settings: () => aKit().settings,
        store: {
          load: () => {
            throw new Error('EIO');
          },
          put: () => {},
          remove: () => {},
        },
      }),
    ).toThrow('EIO');
  });
});
