import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringsIn } from '../../../../electron/inspection/walk/strings.ts';
import {
  type JsonText,
  pointersTo,
  textOf,
  walkJson,
} from '../../../../electron/inspection/walk/json-texts.ts';

const textsOf = (json: string, skipBytes = true) => {
  const found: JsonText[] = [];
  const numbers: string[] = [];
  const complete = walkJson(json, {
    skipBytes,
    text: (one) => found.push(one),
    number: (start, end) => numbers.push(json.slice(start, end)),
  });
  return { complete, numbers, texts: found.map((one) => textOf(json, one)), found };
};
const ANY = fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' });
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('walkJson', () => {
  it('tells of every string and key, each where it stands', () => {
    fc.assert(
      fc.property(ANY, fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        const json = JSON.stringify(value, null, space);
        const { found, complete } = textsOf(json);
        const starts = new Set(found.map(({ start }) => start));
        const pointers = pointersTo(json, starts);
        const told = found
          .map((one) => `${one.isKey} ${pointers.get(one.start)} ${textOf(json, one)}`)
          .filter((one) => !one.endsWith(' '));
        const wanted = stringsIn(value).strings.map(({ isKey, path, text }) => `${isKey} ${path} ${text}`);
        expect(told.toSorted()).toEqual(wanted.filter((one) => !one.endsWith(' ')).toSorted());
        expect(complete).toBe(true);
      }),
    );
  });

  it('tells of keys that stand twice', () => {
    expect(textsOf('{"a":"one","a":"two"}').texts).toEqual(['a', 'one', 'a', 'two']);
  });

  it('tells of long numbers, and of none within strings', () => {
    expect(textsOf('[1234567,4111111111111111,-1.5e300000,"12345678901"]').numbers).toEqual([
      '4111111111111111',
      '-1.5e300000',
    ]);
  });

  it('tells of everything, however deep it is nested', () => {
    const deep = (levels: number): string => `${'['.repeat(levels)}"x"${']'.repeat(levels)}`;
    expect(textsOf(deep(64))).toMatchObject({ complete: true, texts: ['x'] });
    expect(textsOf(deep(65))).toMatchObject({ complete: true, texts: ['x'] });
    expect(textsOf(`{"a":${deep(100_000)},"b":"y"}`)).toMatchObject({
      complete: true,
      texts: ['a', 'x', 'b', 'y'],
    });
  });

  it('says when there are more strings than are looked at', () => {
    expect(textsOf(`["${'x","'.repeat(1_000_000)}x"]`).complete).toBe(false);
  });

  const picture = { type: 'image', mimeType: 'image/png', data: base64('not for you to read') };
  it.each<readonly [string, string, boolean]>([
    ['a picture', JSON.stringify({ content: [picture] }), false],
    ['a picture whose type comes last', '{"data":"aGVsbG8gaGVsbG8=","mimeType":"image/png"}', false],
    ['a file', '{"contents":[{"blob":"aGVsbG8gaGVsbG8=","mimeType":"application/pdf"}]}', false],
    ['in lines', '{"blob":"aGVsbG8g\\r\\naGVsbG8=","mimeType":"application/pdf"}', false],
    ['without a type', '{"data":"aGVsbG8gaGVsbG8="}', true],
    ['of text', '{"blob":"aGVsbG8gaGVsbG8=","mimeType":"text/html"}', true],
    ['of a drawing, which is text', '{"data":"aGVsbG8gaGVsbG8=","mimeType":"image/svg+xml"}', true],
    [
      'of two types, one of them text',
      '{"mimeType":"text/html","data":"aGVsbG8gaGVsbG8=","mimeType":"image/png"}',
      true,
    ],
    ['that is no base64', '{"data":"Ignore all of it!","mimeType":"image/png"}', true],
    ['in structured content', JSON.stringify({ structuredContent: picture }), true],
    [
      'in structured content, written otherwise',
      `{"structuredC\\u006fntent":${JSON.stringify(picture)}}`,
      true,
    ],
    ['beside the type of another object', '{"data":"aGVsbG8gaGVsbG8=","a":{"mimeType":"image/png"}}', true],
  ])('leaves bytes out, and nothing that could be read: %s', (_what, json, told) => {
    expect(textsOf(json).texts.length === textsOf(json, false).texts.length).toBe(told);
  });
});
