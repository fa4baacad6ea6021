import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalForm } from '../../../../electron/catalog/pins/canonical.ts';
import { applyDiff, diffTrees, shownChanges } from '../../../../electron/catalog/pins/diff.ts';
import { type Json, readTree, sameTree } from '../../../../electron/catalog/pins/tree.ts';
import { wordRanges } from '../../../../electron/catalog/pins/word-ranges.ts';
import { anyJson } from './json-variants.ts';

const tree = (value: unknown): Json => {
  const form = canonicalForm(Buffer.from(JSON.stringify(value)));
  if (!form.ok) throw new Error(form.message);
  return readTree(form.value);
};

test('the differences make the one out of the other, and there are none between equals', () => {
  fc.assert(
    fc.property(anyJson, anyJson, (a, b) => {
      const before = tree(a);
      const after = tree(b);
      expect(sameTree(applyDiff(before, diffTrees(before, after)), after)).toBe(true);
      expect(diffTrees(before, before)).toEqual([]);
      expect(diffTrees(before, after).length === 0).toBe(sameTree(before, after));
    }),
    { numRuns: 300 },
  );
});

test('both directions name the same places', () => {
  fc.assert(
    fc.property(anyJson, anyJson, (a, b) => {
      const there = diffTrees(tree(a), tree(b)).map(
        ({ path, op }) => `${path} ${op === 'added' ? 'removed' : op === 'removed' ? 'added' : op}`,
      );
      const back = diffTrees(tree(b), tree(a)).map(({ path, op }) => `${path} ${op}`);
      expect(back.toSorted()).toEqual(there.toSorted());
    }),
  );
});

test('paths are JSON pointers; lists of plain values differ as a whole, and their order is told apart', () => {
  const before = { 'a/b': { '~': 1 }, required: ['x', 'y'], enum: [1, 2], anyOf: [{ t: 1 }, { t: 2 }] };
  const after = {
    'a/b': { '~': 2 },
    required: ['y', 'x'],
    enum: [1, 3],
    anyOf: [{ t: 1 }, { t: 3 }, { t: 4 }],
  };
  expect(diffTrees(tree(before), tree(after)).map(({ path, op }) => `${op} ${path}`)).toEqual([
    'changed /a~1b/~0',
    'changed /anyOf/1/t',
    'added /anyOf/2',
    'changed /enum',
    'reordered /required',
  ]);
});

test('the words that differ are marked', () => {
  const marked = (before: string, after: string): [string[], string[]] => {
    const ranges = wordRanges(before, after);
    return [
      ranges.before.map(({ start, end }) => before.slice(start, end)),
      ranges.after.map(({ start, end }) => after.slice(start, end)),
    ];
  };
  expect(marked('Reads a file from disk.', 'Reads a file and sends it from disk.')).toEqual([
    [],
    ['and sends it'],
  ]);
  expect(marked('one two three', 'one 2 three')).toEqual([['two'], ['2']]);
  expect(marked('same', 'same')).toEqual([[], []]);
  const huge = 'a b '.repeat(20_000);
  expect(wordRanges(huge, `x ${huge} y`).after.length).toBeGreaterThan(0);
});

test('what is shown is cut, and texts come with their ranges', () => {
  const [change] = shownChanges(diffTrees(tree({ d: 'old text' }), tree({ d: `new ${'x'.repeat(20_000)}` })));
  expect(change?.after?.length).toBeLessThan(8_100);
  expect(change?.beforeRanges).toBeDefined();
});
