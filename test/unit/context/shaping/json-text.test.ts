import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapeJson } from '../../../../electron/context/shaping/json-text.ts';
import { canonical, jsonText, said, saysTwice, withoutNulls, withoutTables } from './json-kit.ts';

const both = { nulls: true, tables: true };
const nulls = { nulls: true, tables: false };
const tables = { nulls: false, tables: true };
const shaped = (text: string, steps = both): string | undefined => shapeJson(text, steps)?.text;

describe('a text of JSON', () => {
  test('loses null members and white space, and no token of what stays', () => {
    const text =
      '{\n  "id": 12345678901234567890,\n  "price": 1.0,\n  "team": null,\n  "of": {"a": 1e5, "b": null}\n}';
    expect(shapeJson(text, nulls)).toEqual({
      text: '{"id":12345678901234567890,"price":1.0,"of":{"a":1e5}}',
      nulls: 2,
      tables: 0,
      rows: 0,
      white: 20,
    });
  });

  test('keeps elements of lists, empty lists and objects, and an object in which all is null', () => {
    for (const text of [
      '[null,null]',
      '{"items":[]}',
      '[]',
      '{}',
      '{"result":null}',
      '{"a":{"b":null,"c":null}}',
      '{"a":"","b":{},"c":[]}',
    ])
      expect(shaped(text)).toBe(text);
  });

  test('stays as it is when it says a key twice, also in another spelling or among many', () => {
    expect(shaped('{"a":null,"b":1,"a":2}')).toBeUndefined();
    expect(shaped('[{"a":null,"\\u0061":2,"c":3}]')).toBeUndefined();
    const many = Array.from({ length: 30 }, (_, n) => `"k${n}":${n}`).join(',');
    expect(shaped(`{${many},"x":null,"k3":1}`)).toBeUndefined();
    expect(shaped(`{${many},"x":null}`)).toBe(`{${many}}`);
  });

  test('keeps members that are called like those of every object', () => {
    expect(shaped('{"__proto__":null,"constructor":1,"toString":{"__proto__":2}}')).toBe(
      '{"constructor":1,"toString":{"__proto__":2}}',
    );
  });

  test('is no text of JSON when something stands beside it, or it is cut off', () => {
    for (const text of [
      '{"a":null,"b":1} and more',
      '{"a":null,',
      '"a"',
      '12',
      '',
      '{"a":01,"b":null}',
      '\uFEFF{}',
    ])
      expect(shaped(text)).toBeUndefined();
  });

  test('stays as it is when it is nested deeply, however deeply', () => {
    for (const depth of [65, 5_000, 400_000])
      expect(shaped(`${'['.repeat(depth)}${']'.repeat(depth)}`)).toBeUndefined();
    expect(shaped(`${'['.repeat(64)} ${']'.repeat(64)}`)).toBe(`${'['.repeat(64)}${']'.repeat(64)}`);
  });
});

describe('a list of objects', () => {
  const row = (n: number): string => `{"id":${n}.0,"name":"thing ${n}","tags":["a","b"]}`;
  const list = (rows: number): string => `[${Array.from({ length: rows }, (_, n) => row(n)).join(',')}]`;

  test('becomes a table with a row on each line, also inside an object', () => {
    const table =
      '{"columns":["id","name","tags"],"rows":[\n[0.0,"thing 0",["a","b"]],\n[1.0,"thing 1",["a","b"]],\n';
    expect(shaped(list(4))?.startsWith(table)).toBe(true);
    expect(shapeJson(`{"items":${list(5)},"total":5}`, tables)).toMatchObject({ tables: 1, rows: 5 });
  });

  test('names a column that not every row has, and tells it from null', () => {
    const rows = [1, 2, 3, 4, 5].map(
      (n) => `{"identifier":${n},"description":"d"${n === 3 ? '' : `,"owner":"o"`}}`,
    );
    expect(shaped(`[${rows.join(',')}]`)).toContain('"columns":["identifier","description","owner?"]');
    expect(shaped(`[${rows.join(',')}]`)).toContain('[3,"d",null]');
    const withNull = rows.with(0, '{"identifier":1,"description":"d","owner":null}').join(',');
    expect(shaped(`[${withNull}]`, tables)).toBe(`[${withNull}]`);
  });

  test('stays a list when it is short, ragged, wide, or has large things in it', () => {
    const same = (text: string): void => expect(shaped(text)).toBe(text);
    same(list(3));
    same(`[${Array.from({ length: 9 }, (_, n) => `{"number${n}":${n},"other${n}":1}`).join(',')}]`);
    const wide = Array.from({ length: 33 }, (_, n) => `"column${n}":${n}`).join(',');
    same(`[${Array.from({ length: 5 }, () => `{${wide}}`).join(',')}]`);
    const large = JSON.stringify(['x'.repeat(300)]);
    same(`[${Array.from({ length: 5 }, () => `{"identifier":1,"large":${large}}`).join(',')}]`);
    same(`[1,${list(4).slice(1)}`);
    same('[{},{},{},{},{}]');
  });

  test('stays a list where something in the answer already looks like such a table', () => {
    const mine = `{"a":{"columns":["x"],"rows":[[1]]},"b":${list(6)}}`;
    expect(shaped(mine)).toBe(mine);
    expect(shaped(`{"a":{"columns":[],"rows":[],"c":null},"b":${list(6)}}`)).toBe(
      `{"a":{"columns":[],"rows":[]},"b":${list(6)}}`,
    );
    const asked = `[${[1, 2, 3, 4].map((n) => `{"question?":"q${n}","answer":1}`).join(',')}]`;
    expect(shaped(asked)).toBe(asked);
  });
});

test('says the same as before, in the same numbers, whatever it was', () => {
  let made = 0;
  fc.assert(
    fc.property(jsonText, fc.constantFrom(both, nulls, tables), (text, steps) => {
      const result = shapeJson(text, steps);
      expect(result === undefined).toBe(saysTwice(text));
      if (result === undefined) return;
      made += result.tables;
      const wanted = steps.nulls ? withoutNulls(said(text)) : said(text);
      // Only a text without tables of ours can have one that was there before.
      const now = result.tables > 0 ? withoutTables(said(result.text)) : said(result.text);
      expect(canonical(now)).toBe(canonical(wanted));
    }),
    { numRuns: 1_500 },
  );
  expect(made).toBeGreaterThan(50);
});

test('made smaller once more it stays the same', () => {
  fc.assert(
    fc.property(jsonText, fc.constantFrom(both, nulls, tables), (text, steps) => {
      const once = shapeJson(text, steps);
      if (once === undefined) return;
      const twice = shapeJson(once.text, steps);
      expect(twice).toMatchObject({ nulls: 0, tables: 0 });
      expect(twice?.text.replaceAll('\n', '')).toBe(once.text.replaceAll('\n', ''));
    }),
    { numRuns: 500 },
  );
});
