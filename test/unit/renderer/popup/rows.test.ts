import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapse } from '../../../../renderer/popup/args/collapse.ts';
import { rowsOf, wayTo, type Row } from '../../../../renderer/popup/args/rows.ts';

const short = (rows: readonly Row[]) => rows.map((row) => [wayTo(row), row.text]);

/** Every plain value of a JSON value, read the ordinary way. */
function leaves(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return Object.values(value).flatMap(leaves);
}

const markedTexts = (value: unknown, ...pointers: string[]): string[] =>
  rowsOf(JSON.stringify(value), pointers)
    .filter(({ marked }) => marked)
    .map(({ text }) => text);

describe('arguments as rows', () => {
  it('are read as they were sent', () => {
    expect(short(rowsOf('{"to":["a@x"],"cc":["b","c"],"n":9007199254740993,"o":{},"l":[]}'))).toEqual([
      ['to', 'a@x'],
      ['cc', '['],
      ['cc › 1', 'b'],
      ['cc › 2', 'c'],
      ['n', '9007199254740993'],
      ['o', '{'],
      ['l', '['],
    ]);
  });

  it('show both of two values with one name: which of them a server takes is not known here', () => {
    expect(short(rowsOf('{"to":"friend","to":"stranger"}'))).toEqual([
      ['to', 'friend'],
      ['to', 'stranger'],
    ]);
  });

  it('show what is broken off or no JSON at all', () => {
    expect(rowsOf('{"a":"x').at(-1)).toMatchObject({ kind: 'raw', text: '"x' });
    expect(rowsOf('rm -rf')).toMatchObject([{ kind: 'raw', text: 'rm -rf' }]);
    expect(rowsOf('{"to":["a"').length).toBeGreaterThan(0);
    expect(rowsOf('')).toEqual([]);
  });

  it('hold every value of any JSON, in its order', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'medium' }), (value) => {
        const json = JSON.stringify(value);
        const plain = rowsOf(json).filter(({ kind }) => kind !== 'group' && kind !== 'empty');
        expect(plain.map(({ kind, text }) => (kind === 'string' ? text : JSON.parse(text)))).toEqual(
          leaves(JSON.parse(json)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('never throw and never loop on any text', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      'a',
      '1',
      'true',
      ' ',
      '\u202E',
      '-',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        rowsOf(pieces.join(''));
      }),
      { numRuns: 2000 },
    );
  });

  it('grow with the text and not faster, however deep it is and however long its names are', () => {
    const deep = rowsOf('['.repeat(100_000), ['/0/0/0']);
    expect(deep.length).toBe(99_999);
    expect(wayTo(deep.at(-1) as Row)).toBe('1 › 1 › 1 › 1');
    const wide = `{"${'k'.repeat(1_000_000)}":[${'0,'.repeat(100_000)}0]}`;
    expect(rowsOf(wide, ['/x', '/y/*']).length).toBe(100_002);
  });

  it('are marked by what leads to them or into which they lead', () => {
    const value = { to: ['a', 'b'], total: 'c', cc: [{ mail: 'd', name: 'e' }, { mail: 'f' }], 'a/b~c': 'g' };
    expect(markedTexts(value, '/to')).toEqual(['[', 'a', 'b']);
    expect(markedTexts(value, '/to/*')).toEqual(['a', 'b']);
    expect(markedTexts(value, '/to/1')).toEqual(['b']);
    expect(markedTexts(value, '/cc/*/mail')).toEqual(['d', 'f']);
    expect(markedTexts(value, '/a~1b~0c')).toEqual(['g']);
    expect(markedTexts(value, '', '/none', '/total/0')).toEqual([]);
  });
});

describe('a long text', () => {
  it('keeps its end on show, whatever stands before it', () => {
    const lines = collapse(`${'\n'.repeat(5000)}rm -rf ~`);
    expect(lines.end).toBeGreaterThanOrEqual('rm -rf ~'.length);
    expect(collapse(`${'x'.repeat(100_000)}; rm -rf ~`).end).toBeGreaterThan(40);
    expect(collapse('short\ntext')).toEqual({ head: 0, end: 0 });
  });

  it('is never longer collapsed than it is, and shows a beginning and an end', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', ' '), maxLength: 1200 }), (text) => {
        const { head, end } = collapse(text);
        if (head === 0 && end === 0) expect(text.length).toBeLessThanOrEqual(440);
        else expect(head + end).toBeLessThan(text.length);
        expect(head).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });
});
