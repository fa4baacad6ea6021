import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openSealedChoice, readChoice } from '../../../electron/host/sealed/sealed-choice.ts';
import type { SealedRows } from '../../../electron/host/sealed/sealed-rows.ts';
import { memoryRows } from '../../fixtures/memory-rows.ts';

const shape = z.strictObject({ passes: z.boolean() });
const open = (rows: SealedRows, locked = false) =>
  openSealedChoice(
    { rows, locked },
    {
      name: 'door',
      shape,
      usual: { passes: true },
      lost: () => ({ passes: false }),
      notice: 'It was changed outside.',
      lockedSentence: 'It cannot be read now.',
    },
  );

describe('a sealed choice', () => {
  it('is the usual until somebody chooses, and what was chosen after that', () => {
    const { rows, puts } = memoryRows();
    const choice = open(rows);
    expect([choice.current(), choice.lost, choice.notices, puts]).toEqual([{ passes: true }, false, [], []]);
    const next = { passes: false };
    expect(choice.set(next)).toEqual({ ok: true, value: undefined });
    expect(choice.current()).toBe(next);
    expect(open(rows).current()).toEqual(next);
  });

  // Attack: the row is edited, taken away, or replaced by something that says nothing.
  it.each([
    ['does not count', '{"passes":true}', false],
    ['is no JSON', '{', true],
    ['has another form', '{"passes":true,"more":1}', true],
    ['is gone', undefined, false],
  ])('is the stricter thing when its row %s, at once on disk and said once', (_what, text, counts) => {
    const { rows, kept, missing } = memoryRows();
    if (text === undefined) missing.add('door');
    else kept.set('door', { text, counts });
    const choice = open(rows);
    expect([choice.current(), choice.lost, choice.shut]).toEqual([{ passes: false }, true, false]);
    expect(choice.notices).toEqual(['It was changed outside.']);
    expect(kept.get('door')).toEqual({ text: '{"passes":false}', counts: true });
    expect(open(rows)).toMatchObject({ lost: false, notices: [] });
    expect(choice.set({ passes: true }).ok).toBe(true);
  });

  it('writes nothing over a row that it cannot read for want of the key', () => {
    const { rows, kept, puts } = memoryRows();
    kept.set('door', { text: '{"passes":true}', counts: false });
    const choice = open(rows, true);
    expect([choice.current(), choice.lost, choice.shut, choice.notices]).toEqual([
      { passes: false },
      true,
      true,
      [],
    ]);
    expect(choice.set({ passes: true })).toMatchObject({
      ok: false,
      code: 'locked',
      message: 'It cannot be read now.',
    });
    expect([choice.current(), puts]).toEqual([{ passes: false }, []]);
  });

  it('can be chosen without the key where nothing was chosen before', () => {
    const { rows } = memoryRows();
    const choice = open(rows, true);
    expect([choice.shut, choice.set({ passes: false }).ok, choice.current()]).toEqual([
      false,
      true,
      { passes: false },
    ]);
  });

  it('keeps what was there when the disk refuses', () => {
    const { rows } = memoryRows();
    const choice = open({
      ...rows,
      put() {
        throw new Error('full');
      },
    });
    expect(() => choice.set({ passes: false })).toThrow('full');
    expect(choice.current()).toEqual({ passes: true });
  });

  it('reads the row of its own name alone', () => {
    const { rows, kept } = memoryRows();
    kept.set('window', { text: '{"passes":false}', counts: true });
    expect(readChoice(rows, 'door', shape)).toBeUndefined();
    expect(readChoice(rows, 'window', shape)).toEqual({ passes: false });
  });
});
