import fc from 'fast-check';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import {
  fixesKeysAt,
  isFixedAt,
  outputSchemaOf,
} from '../../../../electron/inspection/structured/fixed-form.ts';
import { keepForms } from '../../../../electron/inspection/structured/keep-forms.ts';

const schemaOf = (outputSchema: unknown) =>
  outputSchemaOf(Buffer.from(JSON.stringify({ name: 'look', outputSchema })));
const bytesOf = (structuredContent: unknown): Buffer =>
  Buffer.from(JSON.stringify({ content: [], structuredContent }));
const contentOf = (bytes: Buffer): unknown =>
  (JSON.parse(bytes.toString()) as { structuredContent: unknown }).structuredContent;
const hide = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(/CASE-\d+/g, '[[dw:case:0]]')) as unknown;

/** A schema, and a value that it takes; strings of it may have something to hide in them. */
interface Promised {
  readonly schema: object;
  readonly value: unknown;
}
const secret = fc.nat(9999).map((n) => `CASE-${n}`);
const anyText = fc.oneof(
  secret,
  secret.map((one) => `about ${one}.`),
  fc.string(),
);
const aString: fc.Arbitrary<Promised> = fc.oneof(
  anyText.map((value) => ({ schema: { type: 'string' }, value })),
  secret.map((value) => ({ schema: { type: 'string', pattern: String.raw`^CASE-\d+$` }, value })),
  secret.map((value) => ({ schema: { enum: [value, 'other'] }, value })),
  secret.map((value) => ({ schema: { const: value }, value })),
  secret.map((value) => ({ schema: { anyOf: [{ type: 'null' }, { type: 'string', maxLength: 9 }] }, value })),
  anyText.map((value) => ({ schema: { $ref: '#/$defs/text' }, value })),
  secret.map((value) => ({ schema: { allOf: [{ $ref: '#/$defs/case' }] }, value })),
);
const aPromise: fc.Arbitrary<Promised> = fc.letrec<{ any: Promised }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    aString,
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((all) => ({
      schema: { type: 'array', prefixItems: all.map(({ schema }) => schema) },
      value: all.map(({ value }) => value),
    })),
    fc.dictionary(fc.constantFrom('a', 'b', 'c~/d', '0'), tie('any')).map((all) => ({
      schema: {
        type: 'object',
        properties: Object.fromEntries(Object.entries(all).map(([key, { schema }]) => [key, schema])),
      },
      value: Object.fromEntries(Object.entries(all).map(([key, { value }]) => [key, value])),
    })),
    tie('any').chain(({ schema, value }) =>
      anyText.map((key) => ({
        schema: { type: 'object', additionalProperties: schema },
        value: { [key]: value },
      })),
    ),
    secret.map((key) => ({
      schema: { type: 'object', propertyNames: { pattern: '^CASE' } },
      value: { [key]: 1, CASE: key },
    })),
  ),
})).any;
const $defs = { text: { type: 'string' }, case: { type: 'string', pattern: '^CASE' } };

describe('structured content', () => {
  it('stays valid, whatever is hidden in it, and what its schema leaves free is hidden', () => {
    fc.assert(
      fc.property(aPromise, ({ schema, value }) => {
        const whole = { ...schema, $defs };
        const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(whole);
        fc.pre(validate(value));
        const known = schemaOf(whole);
        const before = bytesOf(value);
        const after = bytesOf(hide(value));
        if (known === undefined) return;
        const { bytes, count } = keepForms(before, after, known);
        expect(validate(contentOf(bytes)), bytes.toString()).toBe(true);
        if (!validate(contentOf(after))) expect(count).toBeGreaterThan(0);
        expect(count === 0).toBe(bytes === after);
      }),
      { numRuns: 500 },
    );
  });

  it('is put back only where a form is fixed', () => {
    const schema = schemaOf({
      properties: { mail: { format: 'email' }, note: { type: 'string' }, list: { items: { maxLength: 6 } } },
    });
    if (schema === undefined) throw new Error('no schema');
    const value = { mail: 'CASE-1', note: 'CASE-2', list: ['CASE-3', 'x'], more: 'CASE-4' };
    const { bytes, count } = keepForms(bytesOf(value), bytesOf(hide(value)), schema);
    expect(count).toBe(2);
    expect(contentOf(bytes)).toEqual({
      mail: 'CASE-1',
      note: '[[dw:case:0]]',
      list: ['CASE-3', 'x'],
      more: '[[dw:case:0]]',
    });
  });
});

describe('the output schema of a tool', () => {
  it('is nothing where it fixes no string, is none, or is no JSON', () => {
    expect(
      schemaOf({ type: 'object', properties: { a: { type: 'string', description: 'x' } } }),
    ).toBeUndefined();
    expect(schemaOf(undefined)).toBeUndefined();
    expect(schemaOf([{ pattern: 'x' }])).toBeUndefined();
    expect(outputSchemaOf(Buffer.from('{"outputSchema":'))).toBeUndefined();
  });

  it('counts as fixed where it cannot be followed', () => {
    const fixed = (outputSchema: object, ...steps: string[]): boolean | undefined => {
      const schema = schemaOf({
        ...outputSchema,
        $comment: 'x',
        const: undefined,
        $defs: { a: { pattern: '' } },
      });
      return schema && isFixedAt(schema, steps);
    };
    expect(fixed({ $ref: 'https://example.com/other' })).toBe(true);
    expect(fixed({ $ref: '#/$defs/gone' })).toBe(true);
    expect(fixed({ $ref: '#/__proto__/constructor' })).toBe(true);
    expect(fixed({ $ref: '#' }, 'x')).toBe(false);
    expect(fixed({ additionalProperties: { $ref: '#' } }, ...Array.from({ length: 65 }, () => 'x'))).toBe(
      true,
    );
    const many = { anyOf: Array.from({ length: 300 }, () => ({ type: 'string' })) };
    expect(fixed(many)).toBe(true);
    expect(fixed({ not: { type: 'null' } })).toBe(true);
  });

  it('says whether keys have a form', () => {
    const schema = schemaOf({ properties: { a: { patternProperties: { '^x': {} } } } });
    expect(schema && [fixesKeysAt(schema, []), fixesKeysAt(schema, ['a'])]).toEqual([false, true]);
  });
});
