import { isSpecType } from '@modelcontextprotocol/client';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SeenTexts, Shaped, ShapeInput } from '../../../../electron/context/shaping/contract.ts';
import { createSeenTexts } from '../../../../electron/context/shaping/seen-texts.ts';
import { shape } from '../../../../electron/context/shaping/shape.ts';
import { GOOD_SHAPING, NO_SHAPING, type Shaping } from '../../../../shared/model/shaping.ts';
import { jsonText } from './json-kit.ts';

const NEVER: SeenTexts = { before: () => undefined, gave: () => undefined };

function shaped(result: string, more: Partial<ShapeInput> = {}): Shaped | undefined {
  return shape({
    result: Buffer.from(result),
    shaping: GOOD_SHAPING,
    tool: 'files__list',
    seen: NEVER,
    hasOutputSchema: false,
    ...more,
  });
}

interface Result {
  readonly content: readonly { readonly type: string; readonly text: string }[];
  readonly structuredContent?: unknown;
}
const read = (answer: Shaped | undefined): Result => JSON.parse(String(answer?.result)) as Result;
const textOf = (answer: Shaped | undefined, n = 0): string | undefined => read(answer).content[n]?.text;
const block = (text: string, more = ''): string => `{"type":"text","text":${JSON.stringify(text)}${more}}`;
const result = (texts: readonly string[], more = ''): string =>
  `{"content":[${texts.map((text) => block(text)).join(',')}]${more}}`;

const rows = Array.from({ length: 40 }, (_, n) => ({ id: n, name: `thing ${n}`, owner: null, size: n * 10 }));
const listing = JSON.stringify(rows, null, 2);
const prose = 'Each of these words says something that is not said before. '.repeat(40);
const only = (part: Partial<Shaping>): Shaping => ({ ...NO_SHAPING, ...part });

describe('an answer is made smaller', () => {
  test('and says in one line at its end what was done', () => {
    const answer = shaped(result([listing]));
    expect(answer?.did).toEqual(['nulls', 'tables']);
    expect(answer?.decoded).toBe(false);
    expect(textOf(answer)).toMatch(/^\{"columns":\["id","name","size"\],"rows":\[\n\[0,"thing 0",0\],/);
    expect(read(answer).content).toHaveLength(2);
    expect(textOf(answer, 1)).toBe(
      '[Doorward made this answer smaller: 40 null values left out, white space of JSON left out, 40 objects as a table.]',
    );
  });

  test('by every step, and only by those that were chosen', () => {
    const page = `<!doctype html><html><script>${'run();'.repeat(900)}</script><body><h1>Title</h1>${`<p class="x">${prose}</p>`.repeat(3)}</body></html>`;
    const link = 'https://a.example/?utm_source=newsletter&utm_medium=email&utm_campaign=spring&id=1\n';
    const picture = `data:image/png;base64,${'iVBORw0KGgoAAAANSUhEUg'.repeat(40)}`;
    const texts = [listing, page, link.repeat(20), `${prose.slice(0, 300)} ${picture}`];
    const answer = shaped(result(texts));
    expect(answer?.did).toEqual(['nulls', 'tables', 'markdown', 'links', 'base64']);
    expect(answer?.decoded).toBe(true);
    expect(textOf(answer, 1)).toMatch(/^# Title\n\nEach/);
    expect(textOf(answer, 2)).toBe('https://a.example/?id=1\n'.repeat(20));
    expect(textOf(answer, 3)).toBe(`${prose.slice(0, 300)} [base64, 660 bytes, image/png]`);
    for (const [n, step] of (['nulls', 'markdown', 'links', 'base64'] as const).entries())
      expect(shaped(result([texts[n] ?? '']), { shaping: only({ [step]: true }) })?.did).toEqual([step]);
    expect(
      shaped(result([listing]), { shaping: only({ links: true, base64: true, markdown: true }) }),
    ).toBeUndefined();
    expect(shaped(result(texts), { shaping: NO_SHAPING })).toBeUndefined();
  });

  test('and everything but its texts stays to the byte', () => {
    const before =
      ' { "_meta" : {"a":null, "n":1.0e0} , "content" : [ {"type":"image","data":"AAAA","mimeType":"image/png"} , ';
    const marked = (text: string): string =>
      `{ "annotations":{"audience":["user"],"x":null}, "text":${JSON.stringify(text)}, "type" : "text" }`;
    const after =
      ', {"type":"resource","resource":{"uri":"a:b","text":"{\\"a\\":null}"}}, {"type":"new","text":"{  }"}';
    const end =
      ' ] , "structuredContent" : { "a" : null , "b": 2.50 } , "isError":false, "x":[null, 12345678901234567890] } ';
    const answer = String(
      shaped(`${before}${marked(listing)}${after}${end}`, { hasOutputSchema: true })?.result,
    );
    const text = textOf(shaped(result([listing]))) ?? '';
    const line =
      '[Doorward made this answer smaller: 40 null values left out, white space of JSON left out, 40 objects as a table.]';
    expect(answer).toBe(`${before}${marked(text)}${after},${block(line)}${end}`);
  });

  test('where a server writes the line itself, it stays what it is: a text of the server', () => {
    const mine = '[Doorward made this answer smaller: nothing.]';
    const answer = read(shaped(result([listing, mine])));
    expect(answer.content).toHaveLength(3);
    expect(answer.content[1]?.text).toBe(mine);
  });
});

describe('an answer stays as it is', () => {
  test.each([
    ['an error', result([listing], ',"isError":true')],
    ['what may be an error', result([listing], ',"isError":"no"')],
    ['a small one', result([JSON.stringify({ a: null, b: 'x'.repeat(400) }, null, 40)])],
    ['nothing to gain', result([prose])],
    [
      'little to gain',
      result([`${prose}${prose}https://a.example/?utm_source=newsletter&utm_medium=email-and-more`]),
    ],
    ['a small part to gain', result([`${prose}${prose}https://a.example/?utm_source=${'x'.repeat(300)}`])],
    ['one that asks for more', result([listing], ',"resultType":"input_required"')],
    ['a key twice', result([listing], ',"content":[]')],
    ['no list', `{"content":${block(listing)}}`],
    ['no text', `{"content":[],"structuredContent":${listing}}`],
    ['no object', `[${block(listing)}]`],
    ['a key twice in the block', `{"content":[{"type":"text","text":"","text":${JSON.stringify(listing)}}]}`],
    ['no JSON', result([listing]).slice(0, -3)],
    ['many blocks', result(Array.from({ length: 1_001 }, () => listing.slice(0, 3)))],
    ['a long text', result([JSON.stringify([{ a: null, b: 'x'.repeat(2 * 1024 * 1024) }], null, 2)])],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(shaped(text)).toBeUndefined();
  });

  test('made smaller once it is not made smaller again', () => {
    const page = `<html><body>${`<p>${prose} &lt;html> https://a.example/?utm_source=x</p>`.repeat(3)}<pre>&lt;html></pre></html>`;
    const once = shaped(result([listing, page]));
    expect(once).toBeDefined();
    expect(shaped(String(once?.result))).toBeUndefined();
  });
});

describe('structured content', () => {
  const long = result([listing]).slice(0, -1);

  test('loses null members only where no schema speaks of them', () => {
    const structured = '{"id":12345678901234567890,"a":null,"of":[null,{"b":null}],"c":{"d":null,"e":1.0}}';
    expect(String(shaped(`${long},"structuredContent":${structured}}`)?.result)).toContain(
      '"structuredContent":{"id":12345678901234567890,"of":[null,{"b":null}],"c":{"e":1.0}}',
    );
    for (const more of [{ hasOutputSchema: true }, { shaping: { ...GOOD_SHAPING, nulls: false } }])
      expect(String(shaped(`${long},"structuredContent":${structured}}`, more)?.result)).toContain(
        `"structuredContent":${structured}}`,
      );
  });

  test('has no table, and stays when it has no null member', () => {
    const structured = `{ "items": ${JSON.stringify(rows.map(({ id, name }) => ({ id, name })))} }`;
    expect(String(shaped(`${long},"structuredContent":${structured}}`)?.result)).toContain(structured);
  });

  test('stays valid against its schema, whatever the schema asks for', () => {
    const types = { string: fc.string(), number: fc.integer(), boolean: fc.boolean() };
    const member = fc
      .constantFrom(...(Object.keys(types) as (keyof typeof types)[]))
      .chain((type) => fc.tuple(fc.constant(type), fc.option(types[type] as fc.Arbitrary<unknown>)));
    const ajv = new Ajv({ strict: false });
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ maxLength: 6 }), member, { maxKeys: 5, noNullPrototype: true }),
        (members) => {
          const names = Object.keys(members);
          const schema = {
            type: 'object',
            required: names,
            properties: Object.fromEntries(
              names.map((name) => [name, { type: [members[name]?.[0], 'null'] }]),
            ),
          };
          const value = Object.fromEntries(names.map((name) => [name, members[name]?.[1] ?? null]));
          const answer = shaped(`${long},"structuredContent":${JSON.stringify(value)}}`, {
            hasOutputSchema: true,
          });
          expect(answer).toBeDefined();
          expect(ajv.validate(schema, read(answer).structuredContent)).toBe(true);
          expect(read(answer).structuredContent).toEqual(value);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a text that was given before in the session', () => {
  const repeats = only({ repeats: true });
  const give = (seen: SeenTexts, tool: string, texts: readonly string[] = [prose]): Shaped | undefined =>
    shaped(result(texts), { shaping: repeats, seen, tool });

  test('is only named, and given whole when it is asked for once more', () => {
    const seen = createSeenTexts();
    expect(give(seen, 'a__read')).toBeUndefined();
    const again = give(seen, 'b__read');
    expect(again?.did).toEqual(['repeats']);
    expect(textOf(again)).toBe(
      '[The same text as in an earlier answer of the tool "a__read". Call again to be given it whole.]',
    );
    expect(give(seen, 'b__read')).toBeUndefined();
    expect(textOf(give(seen, 'c__read'))).toContain('"b__read"');
  });

  test('is named within one answer too', () => {
    const answer = give(createSeenTexts(), 'a', [prose, 'x', prose]);
    expect(read(answer).content.map(({ text }) => text.slice(0, 20))).toEqual([
      prose.slice(0, 20),
      'x',
      '[The same text as ab',
      '[Doorward made this ',
    ]);
  });

  test('is the text as the AI app was given it, not as it came', () => {
    const seen = createSeenTexts();
    const both = { ...repeats, nulls: true, tables: true };
    expect(shaped(result([listing]), { shaping: both, seen })?.did).toEqual(['nulls', 'tables']);
    // The same answer, but nothing is to be left out of it now: it was never given like that.
    expect(give(seen, 'b')).toBeUndefined();
    expect(shaped(result([listing]), { shaping: repeats, seen })).toBeUndefined();
    expect(shaped(result([listing]), { shaping: both, seen })?.did).toEqual(['repeats']);
  });

  test('counts for nothing when nobody chose it, when it was an error, or when it is short', () => {
    const seen = createSeenTexts();
    shaped(result([prose]), { seen, shaping: only({ nulls: true }) });
    shaped(result([prose], ',"isError":true'), { seen, shaping: repeats });
    expect(give(seen, 'a')).toBeUndefined();
    const short = Array.from({ length: 5 }, () => 'y'.repeat(399));
    expect(give(seen, 'a', short)).toBeUndefined();
    expect(give(seen, 'a', short)).toBeUndefined();
  });

  test('is remembered as a digest, of so many texts and no more', () => {
    const seen = createSeenTexts(3);
    for (const text of ['a', 'b', 'c']) seen.gave(text, text);
    seen.gave('a', 'A');
    seen.gave('d', 'd');
    expect(['a', 'b', 'c', 'd'].map((text) => seen.before(text))).toEqual(['A', undefined, 'c', 'd']);
    seen.gave('x\ud800', 'x');
    expect(seen.before('x\ud801')).toBeUndefined();
    expect(seen.before('x\ud800')).toBe('x');
  });
});

test('every answer stays one that clients read, in the same order and with the same other parts', () => {
  const text = fc.oneof(
    jsonText,
    { weight: 4, arbitrary: fc.constantFrom(listing, prose) },
    fc.constantFrom(`<html><p>${prose}</html>`, '\ud800 lone', '{"a":', '[Doorward x]'),
    fc.string({ unit: 'binary', maxLength: 300 }),
  );
  const part = fc.oneof(
    text.map((words) => ({ type: 'text', text: words })),
    text.map((words) => ({ type: 'text', text: words, _meta: { a: null }, annotations: { priority: 1 } })),
    fc.constant({ type: 'image', data: 'AAAA', mimeType: 'image/png' }),
    text.map((words) => ({ type: 'resource', resource: { uri: 'a:b', text: words } })),
    fc.constant({ type: 'resource_link', uri: 'https://a.example/?utm_source=x', name: 'n' }),
  );
  const some = fc.subarray(['nulls', 'tables', 'markdown', 'links', 'base64', 'repeats'] as const, {
    minLength: 1,
  });
  let made = 0;
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), some, fc.boolean(), (content, steps, hasOutputSchema) => {
      const given = { content, structuredContent: { a: null, b: [1, null] }, _meta: { 'x/y': null } };
      const shaping = only(Object.fromEntries(steps.map((step) => [step, true])));
      const answer = shaped(JSON.stringify(given), { shaping, hasOutputSchema, seen: createSeenTexts() });
      if (answer === undefined) return;
      made++;
      const now = JSON.parse(String(answer.result)) as typeof given;
      expect(isSpecType.CallToolResult(now)).toBe(true);
      expect(answer.did.every((step) => steps.includes(step))).toBe(true);
      expect(answer.did.length).toBeGreaterThan(0);
      expect(answer.decoded).toBe(answer.did.includes('markdown'));
      expect(now.content).toHaveLength(content.length + 1);
      for (const [n, { text: _, ...rest }] of (content as { text?: string }[]).entries()) {
        const { text: words, ...others } = now.content[n] as { text?: string };
        expect(others).toEqual(rest);
        expect(typeof words).toBe(typeof _);
      }
      expect(now._meta).toEqual(given._meta);
      if (hasOutputSchema || !steps.includes('nulls'))
        expect(now.structuredContent).toEqual(given.structuredContent);
      else expect(now.structuredContent).toEqual({ b: [1, null] });
      expect(answer.result.length).toBeLessThan(Buffer.byteLength(JSON.stringify(given)));
      // The same answer in a new session: nothing is left to do.
      expect(
        shaped(String(answer.result), { shaping: { ...shaping, repeats: false }, hasOutputSchema }),
      ).toBeUndefined();
    }),
    { numRuns: 600 },
  );
  expect(made).toBeGreaterThan(100);
});
