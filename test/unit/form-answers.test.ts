import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filledForm } from '../../electron/host/policy/filled-form.ts';
import { readServerRequest } from '../../electron/relay/server-requests.ts';
import { filledOf, presetsOf } from '../../renderer/popup/state/form.ts';
import { contentOf } from '../../electron/host/policy/asked-content.ts';
import type { Call } from '../../electron/relay/call.ts';
import type { AskedForm } from '../../shared/model/server-asks.ts';
import { createRedactor } from '../../electron/log/redact.ts';
import { aMessage } from '../fixtures/relay-kit.ts';

type Schema = { readonly properties: Record<string, object>; readonly required?: readonly string[] };

const messageOf = (schema: Schema) =>
  aMessage({
    jsonrpc: '2.0',
    id: 1,
    method: 'elicitation/create',
    params: { message: 'm', requestedSchema: { type: 'object', ...schema } },
  });

function formOf(schema: Schema) {
  const asked = readServerRequest(messageOf(schema));
  if (asked?.kind !== 'elicitation' || asked.mode !== 'form') throw new Error('no form');
  return asked;
}

/** The form as the approval window gets it. */
function shownForm(schema: Schema): AskedForm {
  const call = { direction: 'server', message: messageOf(schema) } as unknown as Call;
  const { form } = contentOf(call, createRedactor());
  if (form === undefined) throw new Error('no form');
  return form;
}

const check = (schema: Schema, json: string): string => {
  const filled = filledForm(formOf(schema), json);
  return filled.ok ? 'ok' : filled.message;
};

describe('answers that a server did not ask for are refused with a sentence', () => {
  const schema: Schema = {
    properties: {
      name: { type: 'string', minLength: 2, maxLength: 4 },
      age: { type: 'integer', minimum: 0, maximum: 120 },
      size: { type: 'number' },
      ok: { type: 'boolean' },
      pick: { type: 'string', enum: ['a', 'b'] },
      many: { type: 'array', items: { type: 'string', enum: ['x', 'y', 'z'] }, minItems: 1, maxItems: 2 },
      mail: { type: 'string', format: 'email' },
      day: { type: 'string', format: 'date' },
      at: { type: 'string', format: 'date-time' },
      page: { type: 'string', format: 'uri' },
    },
    required: ['name'],
  };

  it.each([
    ['{"name":"ann"}', 'ok'],
    ['{"name":"ann","age":12,"size":0.5,"ok":false,"pick":"b","many":["x","z"]}', 'ok'],
    [
      '{"name":"ann","mail":"a@b.c","day":"2024-02-29","at":"2026-11-23T18:30:00+01:00","page":"urn:x"}',
      'ok',
    ],
    // Four characters of two units each.
    ['{"name":"😀😀😀😀"}', 'ok'],
    ['{}', '"name": This needs an answer.'],
    ['{"name":""}', '"name": This needs an answer.'],
    ['{"name":"a"}', '"name": This is too short. It needs at least 2 characters.'],
    ['{"name":"abcde"}', '"name": This is too long. It takes at most 4 characters.'],
    ['{"name":1}', '"name": This takes a text.'],
    ['{"name":null}', '"name": This takes a text.'],
    ['{"name":"ann","age":1.5}', '"age": This takes a whole number, such as 12.'],
    ['{"name":"ann","age":-1}', '"age": This takes a number of 0 or more.'],
    ['{"name":"ann","age":121}', '"age": This takes a number of 120 or less.'],
    ['{"name":"ann","age":"12"}', '"age": This takes a number, such as 12 or 0.5.'],
    ['{"name":"ann","size":1e400}', '"size": This takes a number, such as 12 or 0.5.'],
    ['{"name":"ann","ok":"true"}', '"ok": This takes yes or no.'],
    ['{"name":"ann","pick":"c"}', '"pick": This is not one of the choices.'],
    ['{"name":"ann","many":[]}', '"many": Choose at least 1.'],
    ['{"name":"ann","many":["x","y","z"]}', '"many": Choose at most 2.'],
    ['{"name":"ann","many":["x","x"]}', '"many": This is not one of the choices.'],
    ['{"name":"ann","many":["q"]}', '"many": This is not one of the choices.'],
    ['{"name":"ann","many":"x"}', '"many": This takes a list of choices.'],
    ['{"name":"ann","many":[1]}', '"many": This takes a text.'],
    ['{"name":"ann","mail":"ann"}', '"mail": This is not an e-mail address, such as ann@example.com.'],
    ['{"name":"ann","day":"2023-02-29"}', '"day": This is not a day, such as 2026-11-23.'],
    [
      '{"name":"ann","at":"2026-11-23"}',
      '"at": This is not a time with its zone, such as 2026-11-23T18:30:00Z.',
    ],
    ['{"name":"ann","page":"no page"}', '"page": This is not a web address, such as https://example.com.'],
    ['{"name":"ann","more":1}', 'The form has no field "more".'],
    ['{"name":"ann","__proto__":{"x":1}}', 'The form has no field "__proto__".'],
    ['["ann"]', 'The answers are one JSON object, with a member for each field of the form.'],
    ['"ann"', 'The answers are one JSON object, with a member for each field of the form.'],
  ])('%s', (json, said) => expect(check(schema, json)).toBe(said));

  it.each(['{"name":"ann","name":"bob"}', '{"name":"ann"', '', '{"name":"\\ud800"}', '['.repeat(5000)])(
    'what can be read in two ways or in none: %s',
    (json) => expect(check(schema, json)).toMatch(/^(The answers cannot be sent: |"name": ).+\.$/),
  );

  it('sends the very bytes, on one line', () => {
    const filled = filledForm(formOf({ properties: { n: { type: 'number' } } }), '{ "n":\n 1.50 }');
    expect(filled.ok && filled.value.toString()).toBe('{ "n":  1.50 }');
  });

  it('a field whose name is special elsewhere is a field like any other', () => {
    const properties = JSON.parse('{"__proto__":{"type":"boolean"}}') as Schema['properties'];
    expect(check({ properties, required: ['__proto__'] }, '{"__proto__":true}')).toBe('ok');
    expect(check({ properties, required: ['__proto__'] }, '{}')).toBe('"__proto__": This needs an answer.');
    expect(filledOf(shownForm({ properties }), [true]).json).toBe('{"__proto__":true}');
  });

  it('a form without fields takes nothing but an empty object', () => {
    expect(check({ properties: {} }, '{}')).toBe('ok');
    expect(check({ properties: {} }, '{"a":1}')).toBe('The form has no field "a".');
  });
});

const text = fc.oneof(fc.string({ maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 4 }));
const small = fc.integer({ min: 0, max: 5 });
const limit = <K extends string>(key: K): fc.Arbitrary<object> =>
  fc.oneof(
    fc.constant({}),
    small.map((value) => ({ [key]: value })),
  );
const all = (...parts: fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...parts).map((found) => Object.assign({}, ...found) as object);
const choices = fc.uniqueArray(
  text.filter((one) => one.isWellFormed()),
  { minLength: 1, maxLength: 4 },
);

const property: fc.Arbitrary<object> = fc.oneof(
  all(fc.constant({ type: 'string' }), limit('minLength'), limit('maxLength')),
  all(fc.constantFrom({ type: 'number' }, { type: 'integer' }), limit('minimum'), limit('maximum')),
  fc.constant({ type: 'boolean' }),
  choices.map((values) => ({ type: 'string', enum: values })),
  choices.map((values) => ({ type: 'string', oneOf: values.map((value) => ({ const: value, title: 't' })) })),
  all(
    choices.map((values) => ({ type: 'array', items: { type: 'string', enum: values }, uniqueItems: true })),
    limit('minItems'),
    limit('maxItems'),
  ),
);
const names = fc.constantFrom('a', 'b', 'c', 'constructor', 'toString', 'ä');
const schemas: fc.Arbitrary<Schema> = fc
  .tuple(
    fc.uniqueArray(fc.tuple(names, property), { selector: ([name]) => name, maxLength: 4 }),
    fc.array(names),
  )
  .map(([found, wanted]) => ({
    properties: Object.fromEntries(found),
    required: [...new Set(wanted.filter((name) => found.some(([known]) => known === name)))],
  }));

const valueFor = (schema: object): fc.Arbitrary<unknown> => {
  const {
    type,
    enum: values,
    oneOf,
    items,
  } = schema as {
    type: string;
    enum?: string[];
    oneOf?: { const: string }[];
    items?: { enum: string[] };
  };
  const known = values ?? oneOf?.map((one) => one.const) ?? items?.enum ?? ['x'];
  const right: Record<string, fc.Arbitrary<unknown>> = {
    string: (values ?? oneOf) ? fc.constantFrom(...known) : text,
    number: fc.double({ noNaN: true, noDefaultInfinity: true, min: -10, max: 10 }),
    integer: fc.integer({ min: -2, max: 8 }),
    boolean: fc.boolean(),
    array: fc.array(fc.constantFrom(...known), { maxLength: 4 }),
  };
  return fc.oneof(
    { weight: 8, arbitrary: right[type] ?? text },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
  );
};

/** A schema, and a value that fits it more often than not. */
const cases = schemas.chain((schema) =>
  fc
    .record(
      Object.fromEntries(Object.entries(schema.properties).map(([name, one]) => [`.${name}`, valueFor(one)])),
      { requiredKeys: schema.required?.map((name) => `.${name}`) as never },
    )
    .map((value) => ({
      schema,
      json: JSON.stringify(
        Object.fromEntries(Object.entries(value).map(([name, one]) => [name.slice(1), one])),
      ),
    })),
);

const ajv = new Ajv2020({ strict: false, ownProperties: true });
const valid = ({ properties, required }: Schema, json: string): boolean =>
  ajv.validate({ type: 'object', properties, required, additionalProperties: false }, JSON.parse(json));

describe('what passes is what the schema allows', () => {
  it('never more, by the judgement of a JSON Schema validator', () => {
    let passed = 0;
    fc.assert(
      fc.property(cases, ({ schema, json }) => {
        const ok = filledForm(formOf(schema), json).ok;
        if (ok) {
          passed++;
          expect(valid(schema, json)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
    expect(passed).toBeGreaterThan(50);
  });

  it('and never less, but for empty texts that had to be there and halves of characters', () => {
    fc.assert(
      fc.property(cases, ({ schema, json }) => {
        if (!valid(schema, json)) return;
        const empty = schema.required?.some(
          (name) => (JSON.parse(json) as Record<string, unknown>)[name] === '',
        );
        if (empty === true || /\\ud[89a-f]/.test(json)) return;
        expect(check(schema, json)).toBe('ok');
      }),
      { numRuns: 500 },
    );
  });

  it('what the approval window sends for whatever is filled in, the host takes', () => {
    const drafts = schemas.chain((schema) => {
      const form = shownForm(schema);
      return fc.tuple(
        fc.constant({ schema, form }),
        fc.tuple(
          ...form.fields.map((field, at) => {
            const place = fc.integer({ min: 0, max: Math.max(0, field.options.length - 1) }).map(String);
            if (field.type === 'boolean') return fc.boolean();
            if (field.type === 'choices') return fc.uniqueArray(place);
            if (field.options.length > 0) return fc.oneof(fc.constant(''), place);
            return fc.oneof(
              text,
              fc.constantFrom('1', '-3', '0.5', ' 2 ', '1e3'),
              fc.constant(presetsOf(form)[at]),
            );
          }),
        ),
      );
    });
    let sent = 0;
    fc.assert(
      fc.property(drafts, ([{ schema, form }, draft]) => {
        const { json } = filledOf(form, draft as never);
        if (json === undefined) return;
        sent++;
        expect(check(schema, json)).toBe('ok');
      }),
      { numRuns: 500 },
    );
    expect(sent).toBeGreaterThan(50);
  });
});

describe('what a server suggests', () => {
  it('stands in the field, unless something is hidden in it or it is too long to be read', () => {
    const preset = (value: string) =>
      presetsOf(shownForm({ properties: { a: { type: 'string', default: value } } }))[0];
    expect(preset('main')).toBe('main');
    expect(preset('two\nlines')).toBe('two\nlines');
    for (const evil of ['ma\u200bin', 'a\u202eb', '\u{e0041}', 'x'.repeat(501), 'the [hidden] key'])
      expect(preset(evil)).toBe('');
  });

  it('is no choice that there is not', () => {
    const schema = {
      properties: {
        a: { type: 'string', enum: ['x', 'y'], default: 'y' },
        b: { type: 'string', enum: ['x', 'y'], default: 'q' },
        c: { type: 'array', items: { type: 'string', enum: ['x', 'y'] }, default: ['y', 'q'] },
        d: { type: 'number', default: 0.5 },
        e: { type: 'boolean', default: 'yes' },
      },
    };
    expect(presetsOf(shownForm(schema))).toEqual(['1', '', ['1'], '0.5', false]);
  });
});
