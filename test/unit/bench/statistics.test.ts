import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom, median, shuffled, slope, spread } from '../../../bench/measure/statistics.ts';

test('the median is the middle of the sorted values, or the mean of the two middle ones', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 100])).toBe(3);
  expect(median([])).toBeNaN();
  expect(spread([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
});

test('the slope finds what each call adds and is not moved by one odd sample', () => {
  const steady = Array.from({ length: 16 }, (_, index) => ({ x: index * 1000, y: 7 + index * 40_000 }));
  expect(slope(steady).median).toBe(40);
  const odd = steady.map((point, index) => (index === 8 ? { ...point, y: 1e9 } : point));
  expect(slope(odd).median).toBe(40);
});

test('a shuffle keeps every value once and is the same for the same seed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (values, seed) => {
      const order = shuffled(values, createRandom(seed));
      const sorted = (list: readonly number[]) => list.toSorted((a, b) => a - b);
      expect(sorted(order)).toEqual(sorted(values));
      expect(shuffled(values, createRandom(seed))).toEqual(order);
    }),
  );
});
