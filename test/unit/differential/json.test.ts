import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '../../differential/json/diff.ts';
import {
  arrayOf,
  at,
  json,
  member,
  readable,
  readByteString,
  readJson,
  textOf,
  withMember,
  written,
} from '../../differential/json/exact.ts';

const read = (text: string) => readJson(Buffer.from(text));
const paths = (expected: string, got: string) =>
  differences(read(expected), read(got), 'result').map(({ path }) => path);

describe('reading JSON with its bytes', () => {
  it('keeps every byte of any value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        const text = JSON.stringify(value, undefined, space);
        const node = read(text);
        expect(readable(written(node))).toBe(text);
        expect(
          JSON.parse(readable(written({ ...node, raw: node.kind === 'object' ? undefined : node.raw }))),
        ).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each(['', '{', '[1,]', '{"a":1,}', '{"a" 1}', '1 2', '"a', 'nul', '{a:1}'])('refuses %j', (text) => {
    expect(() => read(text)).toThrow('Not JSON');
  });

  it('finds members by what their keys say', () => {
    const node = read('{"\\u0061":{"__proto__":"\\u00e9"}}');
    expect(textOf(at(node, 'a', '__proto__'))).toBe('é');
    expect(member(node, 'toString')).toBeUndefined();
  });

  it('changes, adds and takes away members', () => {
    const node = read('{"a":1.0,"b":2}');
    expect(written(withMember(node, 'a', json(3)))).toBe('{"a":3,"b":2}');
    expect(written(withMember(node, 'c', json(3)))).toBe('{"a":1.0,"b":2,"c":3}');
    expect(written(withMember(node, 'b', undefined))).toBe('{"a":1.0}');
    expect(withMember(node, 'c', undefined)).toBe(node);
  });
});

describe('comparing', () => {
  it.each([
    ['a number beyond 2^53', '{"a":9007199254740993}', '{"a":9007199254740992}', 'result.a'],
    ['another spelling of a number', '[1e2,1.0]', '[1e2,1]', 'result[1]'],
    ['an escape', '{"a":"\\u0041"}', '{"a":"A"}', 'result.a'],
    ['a lost key', '{"a":1,"b c":2}', '{"a":1}', 'result["b c"]'],
    ['a new key', '{"a":1}', '{"a":1,"__proto__":{}}', 'result.__proto__'],
    ['another order of keys', '{"a":1,"b":2}', '{"b":2,"a":1}', 'result'],
    ['a space', '{"a": [1, 2]}', '{"a": [1,2]}', 'result.a'],
    ['another kind', '{"a":[]}', '{"a":{}}', 'result.a'],
    ['a longer array', '[1]', '[1,1]', 'result[1]'],
    ['a character', '"é"', '"e"', 'result'],
  ])('sees %s', (_, expected, got, path) => {
    expect(paths(expected, got)).toEqual([path]);
  });

  it('finds nothing where the bytes are the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(paths(text, text)).toEqual([]);
      }),
    );
  });

  it('pays no regard to the order of what a rewrite put together, but to every value in it', () => {
    const made = withMember(withMember(json({}), 'a', read('1.0')), 'b', read('{"x":1,"y":2}'));
    expect(differences(made, read('{ "b":{"x":1,"y":2}, "a":1.0 }'), '')).toEqual([]);
    expect(differences(made, read('{"b":{"x":1,"y":2},"a":1}'), '').map(({ path }) => path)).toEqual(['.a']);
    expect(differences(made, read('{"b":{"y":2,"x":1},"a":1.0}'), '').map(({ path }) => path)).toEqual([
      '.b',
    ]);
    expect(differences(arrayOf([json(1)]), read('[ 1 ]'), '')).toEqual([]);
  });

  it('sees something that is missing altogether', () => {
    expect(differences(readByteString('1'), undefined, 'error')).toEqual([
      { path: 'error', expected: '1', got: 'nothing' },
    ]);
  });
});
