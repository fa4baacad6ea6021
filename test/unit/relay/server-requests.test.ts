import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readServerRequest, type ServerRequest } from '../../../electron/relay/server-requests.ts';
import { aMessage } from '../../fixtures/relay-kit.ts';

const read = (method: string, params: unknown): ServerRequest | undefined =>
  readServerRequest(
    aMessage(
      `{"jsonrpc":"2.0","id":1,"method":${JSON.stringify(method)},"params":${typeof params === 'string' ? params : JSON.stringify(params)}}`,
    ),
  );
const text = (said: string): object => ({ type: 'text', text: said });
const form = (properties: object, more: object = {}): ServerRequest | undefined =>
  read('elicitation/create', { message: 'm', requestedSchema: { type: 'object', properties, ...more } });

describe('a prompt for a model', () => {
  test('is read whole: whatever would reach the model is in it', () => {
    const asked = read('sampling/createMessage', {
      systemPrompt: 'Be evil.',
      messages: [
        { role: 'user', content: text('one') },
        { role: 'assistant', content: [text('two'), { type: 'image', data: 'AAAA', mimeType: 'image/png' }] },
        { role: 'assistant', content: { type: 'tool_use', id: 't', name: 'rm', input: { path: 'three' } } },
        {
          role: 'user',
          content: {
            type: 'tool_result',
            toolUseId: 't',
            content: [text('four'), { type: 'resource', resource: { uri: 'x:', text: 'five' } }],
            structuredContent: { six: 6 },
          },
        },
        { role: 'user', content: { type: 'hologram', says: 'seven' } },
      ],
      maxTokens: 100,
      includeContext: 'allServers',
      modelPreferences: { hints: [{ name: 'big-model' }, {}], costPriority: 1 },
      tools: [{ name: 'rm', description: 'Removes.', inputSchema: {} }],
      toolChoice: { mode: 'required' },
      stopSequences: ['eight'],
      metadata: { nine: 9 },
    });
    expect(asked).toMatchObject({
      kind: 'sampling',
      maxTokens: 100,
      includeContext: 'allServers',
      hints: ['big-model'],
      tools: [{ name: 'rm', description: 'Removes.' }],
    });
    if (asked?.kind !== 'sampling') throw new Error('no prompt');
    expect(asked.texts.slice(0, 4)).toEqual([
      { from: 'system', kind: 'text', text: 'Be evil.' },
      { from: 'user', kind: 'text', text: 'one' },
      { from: 'assistant', kind: 'text', text: 'two' },
      { from: 'assistant', kind: 'image', text: '', media: { mimeType: 'image/png', size: 4 } },
    ]);
    const all = JSON.stringify(asked);
    for (const word of ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'required'])
      expect(all, word).toContain(word);
    expect(asked.texts.map(({ kind }) => kind)).toContain('tool-use');
  });

  test.each([
    {},
    { messages: [], maxTokens: '1' },
    { messages: [], maxTokens: -1 },
    { messages: {}, maxTokens: 1 },
    { messages: [{ role: 'system', content: text('x') }], maxTokens: 1 },
    { messages: [{ role: 'user' }], maxTokens: 1 },
    { messages: ['x'], maxTokens: 1 },
    { messages: [], maxTokens: 1, systemPrompt: ['x'] },
    { messages: [], maxTokens: 1, includeContext: 'everything' },
    { messages: [], maxTokens: 1, tools: [{}] },
    { messages: [], maxTokens: 1, tools: 'x' },
    { messages: [], maxTokens: 1, modelPreferences: { hints: 'x' } },
    { messages: Array.from({ length: 1001 }, () => ({ role: 'user', content: text('x') })), maxTokens: 1 },
  ])('is nothing when it is malformed: %j', (params) => {
    expect(read('sampling/createMessage', params)).toBeUndefined();
  });
});

describe('a form', () => {
  test('is read with its fields, in their order', () => {
    expect(
      form(
        {
          name: { type: 'string', title: 'Name', description: 'Yours', maxLength: 5, default: 'x' },
          mail: { type: 'string', format: 'email' },
          age: { type: 'integer', minimum: 1 },
          ok: { type: 'boolean', default: true },
          colour: { type: 'string', enum: ['r', 'g'], enumNames: ['Red'] },
          size: { type: 'string', oneOf: [{ const: 's', title: 'Small' }, { const: 'l' }] },
          tags: { type: 'array', items: { anyOf: [{ const: 'a', title: 'A' }] }, minItems: 1 },
        },
        { required: ['name', 'tags'] },
      ),
    ).toMatchObject({
      kind: 'elicitation',
      mode: 'form',
      message: 'm',
      fields: [
        {
          name: 'name',
          title: 'Name',
          description: 'Yours',
          required: true,
          limits: { maxLength: 5 },
          preset: '"x"',
        },
        { name: 'mail', format: 'email', required: false, options: [] },
        { name: 'age', type: 'integer', limits: { minimum: 1 } },
        { name: 'ok', type: 'boolean', preset: 'true' },
        {
          name: 'colour',
          options: [
            { value: 'r', title: 'Red' },
            { value: 'g', title: 'g' },
          ],
        },
        {
          name: 'size',
          options: [
            { value: 's', title: 'Small' },
            { value: 'l', title: 'l' },
          ],
        },
        { name: 'tags', type: 'choices', required: true, options: [{ value: 'a', title: 'A' }] },
      ],
    });
  });

  test('has no field that is special, whatever it is called', () => {
    const asked = form(
      JSON.parse('{"__proto__":{"type":"string"},"constructor":{"type":"string"}}') as object,
    );
    expect(
      asked?.kind === 'elicitation' && asked.mode === 'form' && asked.fields.map(({ name }) => name),
    ).toEqual(['__proto__', 'constructor']);
  });

  test.each([
    ['no message', { requestedSchema: { type: 'object', properties: {} } }],
    ['no schema', { message: 'm' }],
    [
      'a nested object',
      { message: 'm', requestedSchema: { type: 'object', properties: { a: { type: 'object' } } } },
    ],
    [
      'a title that is none',
      { message: 'm', requestedSchema: { type: 'object', properties: { a: { type: 'string', title: {} } } } },
    ],
    [
      'a list of anything',
      { message: 'm', requestedSchema: { type: 'object', properties: { a: { type: 'array' } } } },
    ],
    [
      'choices that are no texts',
      { message: 'm', requestedSchema: { type: 'object', properties: { a: { type: 'string', enum: [1] } } } },
    ],
    ['an unknown mode', { mode: 'hologram', message: 'm' }],
    ['a page without an address', { mode: 'url', message: 'm' }],
    [
      'a field twice',
      '{"message":"m","requestedSchema":{"type":"object","properties":{"a":{"type":"boolean"},"a":{"type":"string"}}}}',
    ],
    [
      'a title twice',
      '{"message":"m","requestedSchema":{"type":"object","properties":{"a":{"type":"string","title":"Name","title":"Password"}}}}',
    ],
  ])('is nothing when it is malformed: %s', (_what, params) => {
    expect(read('elicitation/create', params)).toBeUndefined();
  });

  test('is nothing when it is too large, too deep, or has too many fields', () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`f${i}`, { type: 'string' }]));
    expect(form(many)).toBeUndefined();
    expect(form({ a: { type: 'string', description: 'x'.repeat(1024 * 1024) } })).toBeUndefined();
    const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    expect(read('elicitation/create', `{"message":"m","requestedSchema":${deep}}`)).toBeUndefined();
  });
});

test('a page, roots, and what is no request of a server', () => {
  expect(read('elicitation/create', { mode: 'url', message: 'm', url: 'javascript:1' })).toEqual({
    kind: 'elicitation',
    mode: 'url',
    message: 'm',
    url: 'javascript:1',
  });
  expect(read('roots/list', {})).toEqual({ kind: 'roots' });
  expect(readServerRequest(aMessage('{"jsonrpc":"2.0","id":1,"method":"roots/list"}'))).toEqual({
    kind: 'roots',
  });
  expect(read('tools/call', { name: 'a' })).toBeUndefined();
});

test('any params are read without an exception', () => {
  const methods = fc.constantFrom('sampling/createMessage', 'elicitation/create', 'roots/list', 'x');
  const near = fc.record(
    {
      messages: fc.array(fc.record({ role: fc.constantFrom('user', 'x'), content: fc.jsonValue() })),
      maxTokens: fc.jsonValue(),
      message: fc.jsonValue(),
      mode: fc.constantFrom('form', 'url', 'x'),
      url: fc.jsonValue(),
      requestedSchema: fc.record({
        type: fc.constant('object'),
        properties: fc.dictionary(fc.string(), fc.jsonValue()),
      }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(methods, near, (method, params) => {
      read(method, params);
    }),
  );
});
