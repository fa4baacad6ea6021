import fc from 'fast-check';
import { expect, it } from 'vitest';
import { width } from '../../../electron/audit/row.ts';
import { createRowQueue } from '../../../electron/audit/row-queue.ts';
import { row } from './support.ts';

const limits = { rows: 20, reserve: 10, chars: 1e6 };
type Step = 'plain' | 'durable' | 'barrier' | 'next' | 'committed' | 'refuse' | 'requeue';
const steps = fc.array(
  fc.constantFrom<Step>(
    'plain',
    'plain',
    'durable',
    'durable',
    'barrier',
    'next',
    'committed',
    'refuse',
    'requeue',
  ),
  { maxLength: 120 },
);

it('answers everybody once and truly, keeps the other rows until they are written, in order and bounded', () => {
  fc.assert(
    fc.property(steps, (given) => {
      const queue = createRowQueue(limits);
      const written: string[] = [];
      const plain: string[] = [];
      const durable: string[] = [];
      const answers = new Map<string, 'yes' | 'no'>();
      let barriers = 0;
      let underWay: readonly unknown[] | undefined;
      const commit = () => {
        for (let at = 0; at < (underWay?.length ?? 0); at += width) written.push(String(underWay?.[at]));
        underWay = undefined;
        queue.committed();
      };

      given.forEach((step, index) => {
        const call = `${step}${index}`;
        if (step === 'plain' && queue.add(row({ call }))) plain.push(call);
        if (step === 'durable') {
          const taken = queue.add(row({ call }), (error) => {
            expect(answers.has(call)).toBe(false);
            answers.set(call, error === undefined ? 'yes' : 'no');
            if (error === undefined) expect(written).toContain(call);
          });
          if (taken) durable.push(call);
          else expect(queue.size()).toBeGreaterThanOrEqual(limits.rows);
        }
        if (step === 'barrier') {
          barriers += 1;
          const before = [...plain];
          queue.barrier((error) => {
            barriers -= 1;
            if (error === undefined) expect(written).toEqual(expect.arrayContaining(before));
          });
        }
        if (step === 'next') underWay = queue.next() ?? underWay;
        if (step === 'committed' && underWay !== undefined) commit();
        if (step === 'refuse') queue.refuse(new Error('no'));
        if (step === 'requeue' && underWay !== undefined) {
          // Like the log does it: who waits hears of the failure first.
          queue.refuse(new Error('no'));
          underWay = undefined;
          queue.requeue();
        }
        expect(queue.size()).toBeLessThanOrEqual(limits.rows + limits.reserve);
      });

      for (;;) {
        if (underWay !== undefined) commit();
        underWay = queue.next();
        if (underWay === undefined) break;
      }
      expect(queue.size()).toBe(0);
      expect(barriers).toBe(0);
      expect(written.filter((call) => call.startsWith('plain'))).toEqual(plain);
      expect([...answers.keys()].sort()).toEqual([...durable].sort());
      expect(new Set(written).size).toBe(written.length);
    }),
    { numRuns: 1000 },
  );
});

it('bounds the text that it holds', () => {
  const queue = createRowQueue({ rows: 1000, reserve: 0, chars: 5000 });
  let taken = 0;
  while (queue.add(row({ name: 'n'.repeat(1_000_000) }))) taken += 1;
  expect(taken).toBeGreaterThan(1);
  expect(taken).toBeLessThan(12);
});

it('splits what waits into batches', () => {
  const queue = createRowQueue({ rows: 5000, reserve: 0, chars: 1e9 });
  for (let index = 0; index < 4500; index += 1) queue.add(row());
  const sizes: number[] = [];
  for (let batch = queue.next(); batch !== undefined; batch = queue.next()) {
    sizes.push(batch.length / width);
    queue.committed();
  }
  expect(sizes).toEqual([2000, 2000, 500]);
});
