import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answers, isErrorFor, messagesIn } from '../../../electron/upstream/http/answer.ts';

type Member = readonly [string, string];

const value = fc.constantFrom('{}', '{"id":5}', '[5]', '"x,\\"id\\":5}"', 'null', '{"a":{"result":1}}');
const space = fc.constantFrom('', ' ', '\n');

/** Response, error, request or notification, its members in any order and spacing. */
const message = fc
  .record({
    kind: fc.constantFrom('result', 'error', 'request', 'notification'),
    id: fc.constantFrom('5', '6', '"5"', '55', 'null', '5.0'),
    value,
    order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
    space,
  })
  .map(({ kind, id, value: body, order, space: gap }) => {
    const own: Member[] =
      kind === 'result' || kind === 'error'
        ? [[kind, body]]
        : [
            ['method', '"m"'],
            ['params', '{"id":5}'],
          ];
    const members: (Member | undefined)[] = [
      ['jsonrpc', '"2.0"'],
      ...(kind === 'notification' ? [] : [['id', id] as const]),
      ...own,
    ];
    const text = order
      .flatMap((i) => members[i] ?? [])
      .reduce<string[]>(
        (list, item, i, all) => (i % 2 === 0 ? [...list, `"${item}":${gap}${all[i + 1]}`] : list),
        [],
      )
      .join(`,${gap}`);
    return { kind, id, text: `{${text}}` };
  });

test('recognises the answer to its request and nothing else, whatever the order of members', () => {
  fc.assert(
    fc.property(message, ({ kind, id, text }) => {
      const isAnswer =
        (kind === 'result' && id === '5') || (kind === 'error' && (id === '5' || id === 'null'));
      expect(answers(Buffer.from(text), 5)).toBe(isAnswer);
      expect(isErrorFor(Buffer.from(text), 5)).toBe(kind === 'error' && isAnswer);
    }),
    { numRuns: 3000 },
  );
});

test('a request of the server with the same id is no answer', () => {
  for (const text of [
    '{"jsonrpc":"2.0","id":5,"method":"sampling/createMessage","params":{}}',
    '{"method":"sampling/createMessage","params":{},"jsonrpc":"2.0","id":5}',
    '{"id":5,"jsonrpc":"2.0","method":"x"}',
  ])
    expect(answers(Buffer.from(text), 5)).toBe(false);
});

test('messages are objects or members of a batch', () => {
  const texts = (text: string): string[] => messagesIn(Buffer.from(text)).map(String);
  expect(texts(' \n{"a":1}\r\n')).toEqual([' \n{"a":1}\r\n']);
  for (const none of ['', ' ', 'x', '"{}"', '{', '{"a":1', '[]', '[1]', 'null', '[{"a":1}]'])
    expect(texts(none)).toEqual([]);
  expect(texts('[{"jsonrpc":"2.0","method":"a"},{"jsonrpc":"2.0","method":"b"}]')).toHaveLength(2);
  expect(texts(`[${Array(257).fill('{"jsonrpc":"2.0","method":"a"}').join(',')}]`)).toEqual([]);
});
