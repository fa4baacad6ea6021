import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareOffer } from '../../../../electron/catalog/pins/compare.ts';
import {
  isApprovalOf,
  type Offered,
  offeredIn,
  offeredInHello,
  pinAll,
  pinKey,
  pinOf,
} from '../../../../electron/catalog/pins/pin.ts';
import { reviewOffer } from '../../../../electron/catalog/pins/review.ts';
import { readItem } from '../../../../electron/catalog/snapshot.ts';

const item = (value: object, key = (value as { name?: string }).name ?? ''): Offered => ({
  kind: 'tool',
  key,
  bytes: Buffer.from(JSON.stringify(value)),
});
const tool = (name: string, description: string): Offered =>
  item({ name, description, inputSchema: { type: 'object' } });
const fates = (before: readonly Offered[], after: readonly Offered[]): string[] => {
  const kept = new Map(before.map((one) => [pinKey(one.kind, one.key), one.bytes]));
  return compareOffer(pinAll(before).pins, after, (pin) => kept.get(pinKey(pin.kind, pin.key))).map(
    ({ status, now, pin }) => `${status} ${now?.key ?? pin?.key ?? ''}`,
  );
};

test('each item is the same, changed, new, gone or renamed', () => {
  const before = [
    tool('alpha', 'Counts the red apples in the basket.'),
    tool('beta', 'Paints a fence.'),
    tool('gamma', 'Sings.'),
  ];
  const after = [
    before[0] as Offered,
    tool('beta', 'Paints a wall.'),
    tool('delta', 'Sings.'),
    tool('omega', 'Weighs a stone.'),
  ];
  expect(fates(before, after)).toEqual([
    'same alpha',
    'changed beta',
    'renamed delta',
    'new omega',
    'gone gamma',
  ]);
});

test('a second item under one name, and one that cannot be read, are withheld', () => {
  const one = tool('alpha', 'A.');
  expect(fates([one], [one, tool('alpha', 'B.')])).toEqual(['same alpha', 'changed alpha']);
  const twice: Offered = { kind: 'tool', key: 'alpha', bytes: Buffer.from('{"name":"alpha","name":"beta"}') };
  expect(fates([one], [twice])).toEqual(['changed alpha']);
  expect(reviewOffer(pinAll([one]).pins, [twice], () => one.bytes)).toMatchObject({
    risk: 'alarm',
    items: [{ reasons: [{ code: 'unreadable' }] }],
  });
  expect(pinAll([twice]).unreadable).toHaveLength(1);
});

test('kinds have pins of their own, and names cannot run into each other', () => {
  const a: Offered = { kind: 'tool', key: 'x', bytes: Buffer.from('{"name":"x"}') };
  const b: Offered = { kind: 'prompt', key: 'x', bytes: a.bytes };
  expect(pinOf(a)).not.toEqual(pinOf(b));
  expect(pinKey('tool', 'x')).not.toBe(pinKey('prompt', 'x'));
});

test('nothing is the same unless its bytes mean the same; the order of the list does not matter', () => {
  const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 });
  fc.assert(
    fc.property(names, names, fc.boolean(), (was, is, reworded) => {
      const make = (name: string, words: string): Offered =>
        tool(`tool_${name}`, `${words} ${name.repeat(9)}`);
      const before = was.map((name) => make(name, 'Does'));
      const after = is.map((name) => make(name, reworded ? 'Undoes' : 'Does'));
      const found = fates(before, after);
      expect(found.filter((fate) => fate.startsWith('same'))).toHaveLength(
        reworded ? 0 : is.filter((name) => was.includes(name)).length,
      );
      expect(found.filter((fate) => fate.startsWith('gone'))).toHaveLength(
        was.filter((name) => !is.includes(name)).length,
      );
      expect(found.filter((fate) => !fate.startsWith('gone'))).toHaveLength(is.length);
      expect(fates(before, after.toReversed()).toSorted()).toEqual(found.toSorted());
    }),
  );
});

test('when the approved text is lost, a changed item is looked at as if it were new', () => {
  const before = tool('alpha', 'A.');
  const { items } = reviewOffer(pinAll([before]).pins, [tool('alpha', 'B.')], () => undefined);
  expect(items).toMatchObject([{ status: 'changed', reasons: [{ code: 'new-item' }] }]);
});

test('vanishing alone raises nothing; an unchanged reference out of an item is withheld all the same', () => {
  const one = tool('alpha', 'A.');
  expect(reviewOffer(pinAll([one]).pins, [], () => one.bytes)).toMatchObject({
    risk: undefined,
    items: [{ status: 'gone' }],
  });
  const ref = item({ name: 'r', inputSchema: { $ref: 'https://s.example.net/x' } });
  const escaped: Offered = {
    ...ref,
    bytes: Buffer.from('{"name":"r","inputSchema":{"\\u0024ref":"https://s.example.net/x"}}'),
  };
  for (const now of [ref, escaped])
    expect(reviewOffer(pinAll([ref]).pins, [now], () => ref.bytes)).toMatchObject({
      risk: 'alarm',
      items: [{ status: 'same' }],
    });
});

test('a snapshot is pinned whole: tools, prompts, templates, instructions, and what the server says of itself but its version', () => {
  const hello = (version: string, title: string): Buffer =>
    Buffer.from(JSON.stringify({ instructions: 'Be kind.', serverInfo: { name: 'n', version, title } }));
  const read = readItem('tools', Buffer.from('{"name":"t","inputSchema":{}}'));
  if (typeof read === 'string') throw new Error(read);
  const items = offeredIn({
    hello: hello('1', 'N'),
    lists: { tools: [read], prompts: [], resources: [], templates: [] },
    at: 0,
  });
  expect(items.map(({ kind, key }) => `${kind}:${key}`)).toEqual(['tool:t', 'instructions:', 'server:']);
  const pins = (bytes: Buffer): string[] =>
    [...pinAll(offeredInHello(bytes)).pins.values()].map(({ digest }) => digest);
  expect(pins(hello('1', 'N'))).toEqual(pins(hello('2', 'N')));
  expect(pins(hello('1', 'N'))).not.toEqual(pins(hello('1', 'M')));
  expect(offeredInHello(Buffer.from('{}'))).toEqual([]);
});

test('thousands of vanished and new items are told apart without holding each against each', () => {
  const before = Array.from({ length: 3000 }, (_, i) => tool(`old_${i}`, `Does ${i}.`));
  const after = Array.from({ length: 3000 }, (_, i) => tool(`fresh_${i}`, `Undoes ${i}.`));
  const found = fates(before, after);
  expect(found.filter((fate) => fate.startsWith('gone'))).toHaveLength(3000);
  expect(found.filter((fate) => fate.startsWith('same'))).toHaveLength(0);
});

test('an approval is bound to the identity of the server and to the capabilities', () => {
  const set = { identity: 'a', capabilities: 'x', pins: new Map() };
  expect([isApprovalOf(set, 'a', 'x'), isApprovalOf(set, 'b', 'x'), isApprovalOf(set, 'a', 'y')]).toEqual([
    true,
    false,
    false,
  ]);
});
