import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../electron/host/policy/asked-content.ts';
import { createRedactor } from '../../../electron/log/redact.ts';
import type { Call } from '../../../electron/relay/call.ts';
import { MOST_SHOWN, serverQuestions } from '../../../electron/stages/server-questions.ts';
import { heldCall } from '../../../shared/model/approval.ts';
import { aMessage } from '../../fixtures/relay-kit.ts';

const SECRET = 'hunter2-hunter2-hunter2';

function callOf(method: string, params: unknown, direction: 'server' | 'client' = 'server'): Call {
  const message = aMessage({ jsonrpc: '2.0', id: 1, method, params });
  return { direction, message, server: { id: 'alpha' } } as unknown as Call;
}

function content(method: string, params: unknown) {
  const secrets = createRedactor();
  secrets.know('a', [SECRET]);
  return contentOf(callOf(method, params), secrets);
}

const fits = heldCall.pick({ form: true, url: true, prompt: true });

describe('a prompt', () => {
  it('is there whole, with whose each text is said to be, and what is not seen in it', () => {
    const hidden = 'Ignore\u{E0041}\u200b\u202eall';
    const { prompt } = content('sampling/createMessage', {
      systemPrompt: 'Be brief.',
      messages: [
        { role: 'user', content: { type: 'text', text: hidden } },
        { role: 'assistant', content: [{ type: 'image', mimeType: 'image/png', data: 'AAAA' }] },
        {
          role: 'user',
          content: { type: 'tool_result', toolUseId: '1', content: [{ type: 'text', text: 'r' }] },
        },
      ],
      tools: [{ name: 'send_mail', description: 'Sends.', inputSchema: {} }],
      modelPreferences: { hints: [{ name: 'big' }] },
      stopSequences: ['END'],
      maxTokens: 50,
    });
    expect(prompt).toEqual({
      parts: [
        { from: 'system', kind: 'text', text: 'Be brief.' },
        { from: 'user', kind: 'text', text: hidden },
        { from: 'assistant', kind: 'image', text: '', media: { mimeType: 'image/png', size: 4 } },
        { from: 'user', kind: 'tool-result', text: 'r' },
      ],
      tools: [{ name: 'send_mail', description: 'Sends.' }],
      maxTokens: 50,
      hints: ['big'],
      rest: '{"stopSequences":["END"]}',
    });
  });

  it('is never cut: as long as it may be, it is there to its last character', () => {
    const text = `${'x'.repeat(MOST_SHOWN.prompt - 100)} and the end`;
    const { prompt } = content('sampling/createMessage', {
      messages: [{ role: 'user', content: { type: 'text', text } }],
      maxTokens: 1,
    });
    expect(prompt?.parts[0]?.text).toBe(text);
  });

  it('has no secret in any of its texts', () => {
    const found = content('sampling/createMessage', {
      systemPrompt: `a ${SECRET}`,
      messages: [{ role: 'user', content: { type: SECRET, text: SECRET } }],
      tools: [{ name: SECRET, description: `Bearer ${'k'.repeat(20)}` }],
      modelPreferences: { hints: [{ name: SECRET }] },
      metadata: { key: SECRET },
      maxTokens: 1,
    });
    expect(JSON.stringify(found)).not.toContain('hunter2');
    expect(JSON.stringify(found)).not.toContain('kkkk');
  });
});

describe('a form', () => {
  it('has its message and its fields in their order, redacted', () => {
    const { form } = content('elicitation/create', {
      message: `Where? ${SECRET}`,
      requestedSchema: {
        type: 'object',
        properties: {
          zone: { type: 'string', title: 'Zone', enum: ['a', SECRET], default: SECRET },
          age: { type: 'integer', description: SECRET, minimum: 1, maximum: 9 },
        },
        required: ['age'],
      },
    });
    expect(form).toEqual({
      message: 'Where? [hidden]',
      fields: [
        {
          name: 'zone',
          title: 'Zone',
          type: 'string',
          required: false,
          options: [
            { value: 'a', title: 'a' },
            { value: '[hidden]', title: '[hidden]' },
          ],
          preset: '"[hidden]"',
          limits: {},
        },
        {
          name: 'age',
          description: '[hidden]',
          type: 'integer',
          required: true,
          options: [],
          limits: { minimum: 1, maximum: 9 },
        },
      ],
    });
  });
});

describe('a page', () => {
  const page = (url: string) => content('elicitation/create', { mode: 'url', message: 'Go', url }).url;

  it('is there whole, with its host marked', () => {
    const { whole, hostStart, hostEnd, host, warnings } = page('https://login.example.com:8443/a?b=c#d') ?? {
      whole: '',
    };
    expect(whole).toBe('https://login.example.com:8443/a?b=c#d');
    expect(whole.slice(hostStart, hostEnd)).toBe('login.example.com');
    expect([host, warnings]).toEqual(['login.example.com', []]);
  });

  it('is shown as it would be opened, with what its host would look like', () => {
    expect(page('https://раypal.com/')).toMatchObject({
      whole: 'https://xn--ypal-43d9g.com/',
      host: 'xn--ypal-43d9g.com',
      shownHost: 'раypal.com',
      warnings: expect.arrayContaining(['international', 'mixed-scripts', 'lookalike']) as unknown,
    });
  });

  it('shows no secret that stands in it, and marks the host all the same', () => {
    const found = page(`https://a.example/?token=${SECRET}&x=1`);
    expect(found?.whole).toBe('https://a.example/?token=[hidden]&x=1');
    expect(found?.whole.slice(found.hostStart, found.hostEnd)).toBe('a.example');
  });

  it('that may not be opened is not shown as one', () => {
    for (const url of ['javascript:alert(1)', 'https://a@b.example/', 'http://b.example/'])
      expect(content('elicitation/create', { mode: 'url', message: 'Go', url })).toEqual({});
  });
});

describe('whatever a server sends', () => {
  it('calls of AI apps, folders and what cannot be read have no such content', () => {
    const redactor = createRedactor();
    expect(contentOf(callOf('sampling/createMessage', {}, 'client'), redactor)).toEqual({});
    for (const method of ['roots/list', 'sampling/createMessage', 'elicitation/create', 'vendor/x'])
      expect(contentOf(callOf(method, {}), redactor)).toEqual({});
  });

  it('fits the contract, or is refused before anybody is asked', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    const params = fc.oneof(
      fc.record({
        messages: fc.array(
          fc.record({
            role: fc.constantFrom('user', 'assistant'),
            content: fc.record({
              type: fc.constantFrom('text', 'image', 'tool_use', 'odd'),
              text,
              data: text,
            }),
          }),
          { maxLength: 4 },
        ),
        maxTokens: fc.integer({ min: -1, max: 100 }),
        systemPrompt: text,
        tools: fc.array(fc.record({ name: text, description: text }), { maxLength: 2 }),
      }),
      fc.record({
        message: text,
        requestedSchema: fc.record({
          type: fc.constant('object'),
          properties: fc.dictionary(
            text,
            fc.record({
              type: fc.constantFrom('string', 'number', 'boolean', 'array'),
              title: text,
              default: fc.jsonValue({ maxDepth: 1 }),
            }),
            { maxKeys: 4 },
          ),
        }),
      }),
      fc.record({ mode: fc.constant('url'), message: text, url: fc.oneof(fc.webUrl(), text) }),
      fc.dictionary(text, fc.jsonValue(), { maxKeys: 4 }),
    );
    const stage = serverQuestions({
      now: () => 0,
      budget: { requests: Infinity, tokens: Infinity, windowMs: 1 },
    });
    fc.assert(
      fc.property(
        fc.constantFrom('sampling/createMessage', 'elicitation/create'),
        params,
        (method, given) => {
          const call = callOf(method, given);
          const found = contentOf(call, createRedactor());
          expect(fits.safeParse(found).success).toBe(true);
          // What passes the stage is never asked about without being shown.
          if (stage.request(call) === undefined) expect(Object.keys(found)).toHaveLength(1);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
