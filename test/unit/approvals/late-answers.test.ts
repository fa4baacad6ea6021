import { describe, expect, it } from 'vitest';
import {
  aKit,
  type BOND,
  HOUR,
  LIKE,
  MINUTE,
  missed,
  ONCE,
  OTHER,
  passes,
  sentenceOf,
  settle,
} from './desk-kit.ts';

describe('nobody at the computer', () => {
  it('is said at once, and the call is listed for eight hours', async () => {
    const kit = aKit();
    const asked = missed(kit);
    await settle();
    expect(sentenceOf(asked.outcomes[0])).toBe('Nobody is at the computer. Ask later.');
    expect(kit.desk.pending()).toEqual([]);
    expect(kit.desk.missed()).toMatchObject([
      { id: asked.id, why: 'away', at: kit.clock.now(), until: kit.clock.now() + 8 * HOUR, served: false },
    ]);
    kit.clock.jump(8 * HOUR);
    expect(kit.desk.missed()).toEqual([]);
  });

  it('lists a call that is tried again and again once, the last time it was tried', () => {
    const kit = aKit();
    missed(kit);
    kit.clock.advance(MINUTE);
    const last = missed(kit);
    missed(kit, { bond: { client: 'cursor' } });
    expect(kit.desk.missed()).toMatchObject([{ id: last.id, at: kit.clock.now() }, { clientId: 'cursor' }]);
    expect(kit.store.kept.size).toBe(2);
  });

  it('keeps 500 at most: an app that floods the list pushes out its own', () => {
    const kit = aKit();
    missed(kit, { bond: { client: 'cursor' } });
    for (let n = 0; n < 700; n++) missed(kit, { bond: { args: String(n) } });
    const list = kit.desk.missed();
    expect(list).toHaveLength(500);
    expect(list[0]?.clientId).toBe('cursor');
    expect(kit.store.kept.size).toBe(500);
    expect(kit.clock.timers).toBe(500);
  });

  it('keeps short texts, with their ends, and without what a person does not see in a list', () => {
    const kit = aKit();
    const long = `${'x'.repeat(50_000)}THE END`;
    missed(kit, {
      show: () => ({
        clientName: long,
        tool: long,
        sentence: { key: 'approval.write', params: { item: long, many: Array<string>(900).fill(long) } },
        second: { key: 'second.write', params: { folders: [long] } },
        args: { head: long, bytes: long.length },
        why: [long],
      }),
    });
    const text = JSON.stringify(kit.desk.missed());
    expect(text.length).toBeLessThan(25_000);
    expect(kit.desk.missed()[0]?.args).toMatchObject({
      bytes: long.length,
      tail: expect.stringMatching(/THE END$/),
    });
    expect(kit.desk.missed()[0]?.sentence.params['item']).toMatch(/^x+…x+THE END$/);
  });

  it('lists it also when it cannot be written down, and refuses to allow what cannot be', async () => {
    const kit = aKit();
    kit.store.fails = 'always';
    const asked = missed(kit);
    expect(kit.desk.missed()).toHaveLength(1);
    expect(kit.desk.allow(asked.id, ONCE)).toMatchObject({ ok: false });
    kit.store.fails = false;
    expect(await passes(kit)).toBe(false);
    expect(kit.desk.allow(asked.id, ONCE).ok).toBe(true);
    expect(await passes(kit)).toBe(true);
  });
});

describe('a late answer', () => {
  it('serves one identical retry, also while nobody is there', async () => {
    const kit = aKit();
    const asked = missed(kit);
    expect(kit.desk.allow(asked.id, ONCE)).toMatchObject({
      ok: true,
      value: { id: asked.id, allowedUntil: kit.clock.now() + HOUR, served: false },
    });
    expect(await passes(kit, { bond: OTHER })).toBe(false);
    kit.presence = 'away';
    expect(await passes(kit)).toBe(true);
    expect(kit.desk.missed()).toMatchObject([{ served: true }]);
    expect(await passes(kit)).toBe(false);
    expect(kit.desk.allow(asked.id, ONCE)).toMatchObject({ ok: false, code: 'refused' });
  });

  const differing: [string, Partial<typeof BOND>][] = [
    ['client', { client: 'cursor' }],
    ['server', { server: 'mail' }],
    ['identity', { identity: 'identity-2' }],
    ['kind', { kind: 'prompt' }],
    ['name', { name: 'delete_file' }],
    ['pin', { pin: 'pin-2' }],
  ];
  it.each(differing)('serves none with another %s, however like it', async (_, bond) => {
    const kit = aKit();
    const about = { effect: 'write', like: LIKE, fits: () => true } as const;
    kit.desk.allow(missed(kit, about).id, ONCE);
    expect(await passes(kit, { ...about, bond })).toBe(false);
    expect(await passes(kit, about)).toBe(true);
  });

  it('serves a read or write that is like it, by the conditions of the call that was allowed', async () => {
    const kit = aKit();
    const seen: unknown[] = [];
    const allowed = missed(kit, { effect: 'write', like: LIKE });
    kit.desk.allow(allowed.id, ONCE);
    const retry = { effect: 'write', bond: OTHER } as const;
    expect(await passes(kit, { ...retry, fits: () => false })).toBe(false);
    expect(await passes(kit, retry)).toBe(false);
    expect(
      await passes(kit, {
        ...retry,
        fits: () => {
          throw new Error('unreadable');
        },
      }),
    ).toBe(false);
    expect(await passes(kit, { ...retry, effect: 'read', fits: () => true })).toBe(false);
    expect(
      await passes(kit, {
        ...retry,
        fits: (conditions) => {
          seen.push(conditions);
          return true;
        },
      }),
    ).toBe(true);
    expect(seen).toEqual([LIKE]);
  });

  it.each(['send', 'run', 'destroy', 'spend', 'unknown'] as const)(
    'to what does harm serves nothing but the very same: %s',
    async (effect) => {
      const kit = aKit();
      kit.desk.allow(missed(kit, { effect, like: LIKE }).id, ONCE);
      expect(await passes(kit, { effect, bond: OTHER, fits: () => true })).toBe(false);
      expect(await passes(kit, { effect: 'write', bond: OTHER, fits: () => true })).toBe(false);
      expect(await passes(kit, { effect })).toBe(true);
    },
  );

  it('is like nothing when what would be like it is too much to keep', async () => {
    const test = { is: 'equals', value: 'x'.repeat(20_000) } as const;
    const many = Array<(typeof LIKE)[number]>(33).fill({ pointer: '/a', test: { is: 'absent' } });
    for (const like of [[{ pointer: '/a', test }], many]) {
      const kit = aKit();
      kit.desk.allow(missed(kit, { effect: 'write', like }).id, ONCE);
      expect(await passes(kit, { effect: 'write', bond: OTHER, fits: () => true })).toBe(false);
      expect(await passes(kit, { effect: 'write' })).toBe(true);
    }
  });

  it('without any conditions is like nothing', async () => {
    const kit = aKit();
    kit.desk.allow(missed(kit, { effect: 'write', like: [] }).id, ONCE);
    expect(await passes(kit, { effect: 'write', bond: OTHER, fits: () => true })).toBe(false);
  });

  it('ends an hour after the answer; it can be given again while the call is listed', async () => {
    const kit = aKit();
    const asked = missed(kit);
    kit.clock.advance(7 * HOUR + 59 * MINUTE);
    kit.desk.allow(asked.id, ONCE);
    kit.clock.advance(HOUR - 1);
    expect(kit.desk.missed()).toHaveLength(1);
    kit.clock.advance(1);
    expect(await passes(kit)).toBe(false);
    expect(kit.desk.missed().filter(({ allowedUntil }) => allowedUntil !== undefined)).toEqual([]);
    const again = missed(kit);
    kit.desk.allow(again.id, ONCE);
    kit.clock.advance(HOUR);
    expect(kit.desk.missed()[0]).not.toHaveProperty('allowedUntil');
    expect(kit.desk.allow(again.id, ONCE).ok).toBe(true);
    expect(await passes(kit)).toBe(true);
  });

  it('does not last longer when the clock of the computer is set back', async () => {
    const kit = aKit();
    kit.desk.allow(missed(kit).id, ONCE);
    kit.clock.jump(-MINUTE);
    expect(await passes(kit)).toBe(false);
    kit.clock.jump(MINUTE);
    kit.clock.advance(50 * MINUTE);
    kit.clock.jump(-40 * MINUTE);
    kit.clock.advance(10 * MINUTE);
    expect(await passes(kit)).toBe(false);
  });

  it('ends at once when it is taken back, and says so when that may not outlive a restart', async () => {
    const kit = aKit();
    const asked = missed(kit);
    kit.desk.allow(asked.id, ONCE);
    expect(kit.desk.deny(asked.id, undefined, 'window')).toMatchObject({ ok: true, value: { id: asked.id } });
    expect(await passes(kit)).toBe(false);
    const stuck = missed(kit);
    kit.desk.allow(stuck.id, ONCE);
    kit.store.removes = false;
    expect(kit.desk.deny(stuck.id, undefined, 'window')).toMatchObject({ ok: false, code: 'refused' });
    expect(await passes(kit)).toBe(false);
  });

  it('counts for once only, and never for a server or an app', () => {
    const kit = aKit();
    const asked = missed(kit);
    for (const duration of ['5m', '1h', 'quit', 'always'] as const)
      expect(kit.desk.allow(asked.id, { ...ONCE, duration })).toMatchObject({ ok: false, code: 'refused' });
    for (const scope of ['server', 'client'] as const)
      expect(kit.desk.allow(asked.id, { ...ONCE, scope })).toMatchObject({ ok: false, code: 'refused' });
    expect(kit.desk.missed()[0]).not.toHaveProperty('allowedUntil');
    expect(kit.permitted).toEqual([]);
  });

  it('is worth nothing when the rules block the retry, or when using it up cannot be recorded', async () => {
    const kit = aKit();
    kit.desk.allow(missed(kit).id, ONCE);
    kit.verdict = 'block';
    const blocked = kit.ask();
    await settle();
    expect(sentenceOf(blocked.outcomes[0])).toMatch(/rule blocks/);
    kit.verdict = 'ask';
    kit.store.fails = true;
    const unrecorded = kit.ask();
    await settle();
    expect(sentenceOf(unrecorded.outcomes[0])).toMatch(/could not be recorded/);
    expect(await passes(kit)).toBe(false);
  });
});

describe('an app that stops waiting', () => {
  it('is told that it did; the answer serves its next try', async () => {
    const kit = aKit();
    const asked = kit.ask();
    asked.gone();
    asked.gone();
    await settle();
    expect(sentenceOf(asked.outcomes[0])).toMatch(/stopped waiting/);
    expect(kit.desk.pending()).toMatchObject([{ id: asked.id, appGone: true }]);
    expect(kit.desk.allow(asked.id, ONCE)).toMatchObject({
      ok: true,
      value: { id: asked.id, why: 'app-gone', allowedUntil: kit.clock.now() + HOUR },
    });
    expect(kit.desk.pending()).toEqual([]);
    expect(await passes(kit)).toBe(true);
    expect(await passes(kit)).toBe(false);
  });

  it('is listed as missed when the clock ends; the answer may come then too', async () => {
    const kit = aKit();
    const asked = kit.ask();
    asked.gone();
    kit.clock.advance(45_000);
    expect(kit.desk.missed()).toMatchObject([{ id: asked.id, why: 'app-gone' }]);
    expect(kit.desk.allow(asked.id, ONCE).ok).toBe(true);
    expect(await passes(kit)).toBe(true);
  });

  it('may be given a permission for longer, or be refused', async () => {
    const kit = aKit();
    const longer = kit.ask();
    longer.gone();
    expect(kit.desk.allow(longer.id, { ...ONCE, duration: '1h' }).ok).toBe(true);
    expect(kit.permitted).toHaveLength(1);
    expect(kit.desk.missed()).toEqual([]);
    const denied = kit.ask();
    denied.gone();
    expect(kit.desk.deny(denied.id, 'no', 'window').ok).toBe(true);
    await settle();
    expect(denied.outcomes).toHaveLength(1);
    expect(await passes(kit)).toBe(false);
  });

  it('keeps nothing when the answer cannot be written down', async () => {
    const kit = aKit();
    const asked = kit.ask();
    asked.gone();
    kit.store.fails = 'always';
    expect(kit.desk.allow(asked.id, ONCE).ok).toBe(false);
    kit.store.fails = false;
    expect(await passes(kit)).toBe(false);
  });
});
