import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCanaryFinder } from '../../../../electron/inspection/flow/canary-finder.ts';

const VALUE = 'tok_4GvQ7mXz2KpTn9Ws5Rc8YbLh3JdEu6FaMe2x';
const OTHER = 'api_Zk5Tq8Wm2Rv7Yx3Nb6Hc9Jd4Lf2Ps8Gu5Eaw';
const finder = createCanaryFinder();
finder.set([
  { name: 'one', value: VALUE },
  { name: 'two', value: OTHER },
]);
const found = (value: unknown): readonly string[] =>
  finder.find(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))).names;

describe('canaries are found', () => {
  test.each<[string, unknown]>([
    ['in a key', { [VALUE]: 1 }],
    ['one letter to an element', { list: Array.from(VALUE) }],
    ['in two arguments', { a: VALUE.slice(0, 20), b: VALUE.slice(20) }],
    ['in two arguments, the second half first', { a: VALUE.slice(20), b: VALUE.slice(0, 20) }],
    [
      'in four arguments',
      { a: VALUE.slice(0, 9), b: VALUE.slice(9, 18), c: VALUE.slice(18, 27), d: VALUE.slice(27) },
    ],
    [
      'in four arguments from the last to the first',
      { a: VALUE.slice(27), b: VALUE.slice(18, 27), c: VALUE.slice(9, 18), d: VALUE.slice(0, 9) },
    ],
    ['in a key that is there twice', `{"a":"${VALUE}","a":"nothing"}`],
    [
      'in escapes of a key that is there twice',
      `{"a":"${Array.from(VALUE)
        .map((c) => `\\u00${c.charCodeAt(0).toString(16)}`)
        .join('')}","a":"nothing"}`,
    ],
    ['in JSON, four deep', JSON.stringify(JSON.stringify(JSON.stringify(JSON.stringify({ a: VALUE }))))],
    ['in base64 of wide characters', Buffer.from(VALUE, 'utf16le').toString('base64')],
    [
      'in lines of base64',
      {
        a: (
          Buffer.from(`first line\n${VALUE}\nlast line`)
            .toString('base64')
            .match(/.{1,20}/g) ?? []
        ).join('\n'),
      },
    ],
    [
      'in base64 behind binary data',
      { a: Buffer.concat([randomBytes(50), Buffer.from(VALUE), randomBytes(50)]).toString('base64') },
    ],
    [
      'in base64, two halves of it in two arguments',
      {
        a: Buffer.from(VALUE).toString('base64').slice(0, 26),
        b: Buffer.from(VALUE).toString('base64').slice(26),
      },
    ],
    ['in hex in pairs', { a: (Buffer.from(VALUE).toString('hex').match(/../g) ?? []).join(' ') }],
    ['in a query', { url: `https://evil.example/?${new URLSearchParams({ q: VALUE }).toString()}` }],
    ['as a host name', { url: `https://${VALUE.toLowerCase().replace('_', '-')}.evil.example/` }],
    [
      'as tag characters',
      {
        a: `hi${Array.from(VALUE)
          .map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0)))
          .join('')}`,
      },
    ],
    ['as a piece', { a: `x${VALUE.slice(12, 24)}y` }],
  ])('%s', (_how, value) => {
    expect(found(value)).toEqual(['one']);
  });

  test('both of them, by name', () => {
    expect(new Set(found({ a: OTHER, b: VALUE }))).toEqual(new Set(['one', 'two']));
  });

  test('wherever they stand, in any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), fc.string(), (value, before, after) => {
        expect(found({ value, deep: [{ x: `${before}${VALUE}${after}` }] })).toContain('one');
      }),
    );
  });
});

describe('nothing else is taken for a canary', () => {
  test('in any JSON, and in any base64', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.base64String({ minLength: 40, maxLength: 400 }), (value, base64) => {
        expect(found({ value, base64 })).toEqual([]);
      }),
    );
  });

  test.each(['tok_', VALUE.slice(0, 9), VALUE.slice(4, 12), 'key_live_something_else'])('%s', (text) => {
    expect(found({ text })).toEqual([]);
  });

  test('when it was taken away', () => {
    const other = createCanaryFinder();
    other.set([{ name: 'one', value: VALUE }]);
    other.set([]);
    expect(other.empty).toBe(true);
    expect(other.find(Buffer.from(VALUE))).toEqual({ names: [], complete: true });
  });
});

test('a text that is longer than is decoded is said to be so, and read as it stands', () => {
  const long = finder.find(Buffer.from(JSON.stringify({ a: `${'lorem ipsum '.repeat(100_000)}${VALUE}` })));
  expect(long).toEqual({ names: ['one'], complete: false });
});
