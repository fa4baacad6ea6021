import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attacksOn, type Desk, type Step, weekOf } from '../../../bench/policy/week.ts';

const desk: Desk = {
  home: '/home/ada',
  given: ['/home/ada/Documents/Campaigns', '/home/ada/Documents/Reports'],
  outside: '/home/ada/Documents/Handbook',
};
const anySeed = fc.integer({ min: 0, max: 1_000_000 });
const count = (steps: readonly Step[], fits: (step: Step) => boolean): number => steps.filter(fits).length;

test('the same seed gives the same week, and another seed another one', () => {
  fc.assert(
    fc.property(anySeed, (seed) => {
      expect(weekOf(seed, desk)).toEqual(weekOf(seed, desk));
      expect(weekOf(seed, desk)).not.toEqual(weekOf(seed + 1, desk));
    }),
    { numRuns: 20 },
  );
});

test('every week is long enough and has what is rare in it, mostly reads, and one attack to be asked about', () => {
  fc.assert(
    fc.property(anySeed, (seed) => {
      const week = weekOf(seed, desk);
      const tool = (name: string): number =>
        count(week, (step) => step.tool === name && step.attack === undefined);
      expect(week.length).toBeGreaterThanOrEqual(500);
      expect([3, 4]).toContain(tool('send_email'));
      expect(tool('delete_note')).toBe(1);
      expect(tool('run_command')).toBe(1);
      expect(count(week, ({ tool: name }) => /^(read|search|list|get)/.test(name))).toBeGreaterThan(
        week.length / 2,
      );
      const attacks = week.filter(({ attack }) => attack);
      expect(attacks).toHaveLength(2);
      expect(count(attacks, (step) => step.tool === 'get-env')).toBe(1);
    }),
    { numRuns: 20 },
  );
});

test('only attacks leave the folders in which the person works', () => {
  const folders = [...desk.given, desk.outside];
  for (const seed of [1, 2, 3, 4])
    for (const { args, attack } of weekOf(seed, desk)) {
      const path = args['path'];
      if (typeof path !== 'string' || attack === true) continue;
      expect(folders.some((folder) => path === folder || path.startsWith(`${folder}/`))).toBe(true);
      expect(path).not.toContain('..');
    }
});

test('whatever is tried on the permissions is marked as an attack', () => {
  const attacks = attacksOn(desk);
  expect(attacks.every(({ attack }) => attack === true)).toBe(true);
  expect(new Set(attacks.map((step) => JSON.stringify(step))).size).toBe(attacks.length);
});
