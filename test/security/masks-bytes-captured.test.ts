import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leaks } from '../fixtures/readings.ts';
import {
  ACCOUNT,
  argumentsAt,
  callOf,
  learnt,
  nextId,
  OTHER,
  started,
  text,
  TOKEN,
  VALUE,
  world,
} from '../fixtures/mask-world.ts';
import { anOpenSession, settle } from '../fixtures/relay-kit.ts';

// Attack 21: what one server gave is carried to another. Everything that reaches a server, or an AI app, is captured as
// bytes and read in every way in which its receiver could read it.

const hex = (value: string): string => Buffer.from(value).toString('hex');
const percent = (value: string): string => hex(value).replaceAll(/../g, '%$&');
const spellings: Record<string, (value: string) => string> = {
  plain: (value) => value,
  'in base64': (value) => Buffer.from(value).toString('base64'),
  'in base64, one byte on': (value) => Buffer.from(`=${value};`).toString('base64'),
  'in base64, two bytes on': (value) => Buffer.from(`: ${value}`).toString('base64'),
  'in base64url': (value) => Buffer.from(`?>~${value}`).toString('base64url'),
  'in hex': hex,
  'in upper-case hex': (value) => hex(value).toUpperCase(),
  percent,
  'percent, upper case': (value) => percent(value).toUpperCase(),
  'percent twice': (value) => percent(percent(value)),
  'base64 in base64': (value) =>
    Buffer.from(`see ${Buffer.from(value).toString('base64')}`).toString('base64'),
  'percent in base64': (value) => Buffer.from(`q=${percent(value)}`).toString('base64'),
  'hex in an address': (value) => `https://x.example/?q=${hex(value)}`,
  'JSON in JSON in JSON': (value) => JSON.stringify({ a: JSON.stringify([{ b: JSON.stringify([value]) }]) }),
  escaped: (value) =>
    Array.from(value, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  'HTML entities': (value) => Array.from(value, (c) => `&#${c.charCodeAt(0)};`).join(''),
};

/** How a value can be cut over a message: the strings of it, one after the other, are the value. */
const cuts: Record<string, (value: string) => unknown> = {
  'two fields': (value) => ({ a: value.slice(0, 7), b: value.slice(7) }),
  'an array': (value) => ({ parts: [`x ${value.slice(0, 5)}`, value.slice(5, 9), `${value.slice(9)} y`] }),
  'single characters': (value) => ({ parts: Array.from(value) }),
  'a key and its value': (value) => ({ [value.slice(0, 8)]: value.slice(8) }),
  'objects of an array': (value) => [
    { t: value.slice(0, 4), n: 'x' },
    { t: value.slice(4), n: 'y' },
  ],
  'base64 in two fields': (value) => {
    const code = Buffer.from(value).toString('base64');
    return { a: code.slice(0, 9), b: code.slice(9) };
  },
};

describe('the bytes that reach another server', () => {
  test.each(Object.entries(spellings))('hold no value: %s', async (_, spell) => {
    for (const known of [false, true]) {
      const one = world(ACCOUNT);
      if (known) await learnt(one);
      const beta = await anOpenSession(one.kit, 'one', { server: 'beta' });
      await callOf(one, beta, 'beta', {
        a: spell(VALUE),
        [`k ${spell(OTHER)}`]: [`it is ${spell(VALUE)} now`],
      });
      expect(one.kit.server('beta').now.all('tools/call')).toHaveLength(1);
      expect(leaks(one.captured('beta'), VALUE, OTHER)).toBe(false);
    }
  });

  test.each(Object.entries(cuts))(
    'hold no value that the app has the token of, cut over %s',
    async (_, cut) => {
      const one = world(ACCOUNT);
      await learnt(one);
      const beta = await anOpenSession(one.kit, 'one', { server: 'beta' });
      await callOf(one, beta, 'beta', { cut: cut(VALUE) });
      expect(one.kit.server('beta').now.all('tools/call')).toHaveLength(1);
      expect(leaks(one.captured('beta'), VALUE)).toBe(false);
    },
  );

  test('hold none whatever the shape of the arguments is', async () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc
        .tuple(
          fc.string(),
          fc.constantFrom(...Object.values(spellings)),
          fc.constantFrom(VALUE, OTHER),
          fc.string(),
        )
        .map(([before, spell, value, after]) => `${before} ${spell(value)} ${after}`),
      fc.constantFrom(...Object.values(cuts)).map((cut) => cut(VALUE)),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.string(), tie('tree'), { maxKeys: 3, noNullPrototype: true }),
        tie('tree').map((inner) => JSON.stringify(inner)),
      ),
    }));
    const one = world(ACCOUNT);
    await learnt(one);
    const beta = await anOpenSession(one.kit, 'one', { server: 'beta' });
    const gamma = await anOpenSession(one.kit, 'one', { server: 'gamma' });
    await fc.assert(
      fc.asyncProperty(tree, async (args) => {
        await callOf(one, beta, 'beta', { args });
        await callOf(one, gamma, 'gamma', { args });
        for (const server of ['beta', 'gamma'])
          expect(leaks(one.kit.server(server).now.last('tools/call').raw, VALUE, OTHER)).toBe(false);
      }),
      { numRuns: 120 },
    );
  });

  test('hold none in a header that mirrors an argument', async () => {
    const one = world(ACCOUNT);
    const gamma = await anOpenSession(one.kit, 'one', { server: 'gamma' });
    gamma.request({ jsonrpc: '2.0', id: nextId(), method: 'tools/list' });
    await settle();
    await callOf(one, gamma, 'gamma', { id: VALUE });
    const { out, raw } = one.kit.server('gamma').now.last('tools/call');
    expect(raw).toMatch(TOKEN);
    expect(out.paramHeaders).toEqual({ 'mcp-param-id': expect.stringMatching(TOKEN) as string });
    expect(leaks(JSON.stringify(out.paramHeaders), VALUE)).toBe(false);
  });
});

describe('the bytes that reach an AI app', () => {
  test('hold no value, whatever the answer is, and it stays valid', async () => {
    const one = world(ACCOUNT);
    const alpha = await anOpenSession(one.kit, 'one', { server: 'alpha' });
    for (const spell of Object.values(spellings)) {
      const result = {
        content: [
          { type: 'text', text: `see ${spell(VALUE)}` },
          {
            type: 'resource',
            resource: { uri: `x://${encodeURIComponent(spell(OTHER))}`, text: spell(VALUE) },
          },
        ],
        structuredContent: { id: spell(VALUE), list: [{ id: `a ${spell(OTHER)}` }], n: 7 },
        _meta: { 'x.example/note': spell(VALUE) },
      };
      const call = await callOf(one, alpha, 'alpha', {}, result);
      expect(leaks(call.answers.join(), VALUE, OTHER)).toBe(false);
      expect(call.result).toMatchObject({
        content: [{ type: 'text' }, { type: 'resource' }],
        structuredContent: {
          id: expect.any(String) as string,
          list: [{ id: expect.any(String) as string }],
          n: 7,
        },
      });
    }
  });

  test('hold none in errors, progress, log messages, and files', async () => {
    const one = world(ACCOUNT);
    const alpha = await anOpenSession(one.kit, 'one', { server: 'alpha' });
    const { now } =
      one.kit.server('alpha').connections.length === 0 ? await started(one, alpha) : one.kit.server('alpha');
    const call = alpha.call(nextId(), 'a');
    await settle();
    now.say({
      jsonrpc: '2.0',
      method: 'notifications/message',
      params: { level: 'info', data: { at: VALUE } },
    });
    const { id } = now.last('tools/call');
    now.say({ jsonrpc: '2.0', id, error: { code: -32_000, message: `no ${VALUE}`, data: { id: OTHER } } });
    await settle();
    expect(call.error.code).toBe(-32_000);
    expect(call.interims.join() + alpha.sent.join()).toMatch(TOKEN);
    expect(leaks(call.answers.join() + call.interims.join() + alpha.sent.join(), VALUE, OTHER)).toBe(false);
    const file = Buffer.from(`account\n${`a line, ${VALUE}\n`.repeat(30)}`).toString('base64');
    const picture = randomBytes(900).toString('base64');
    const read = await callOf(
      one,
      alpha,
      'alpha',
      {},
      {
        content: [
          { type: 'resource', resource: { uri: 'f://x', mimeType: 'text/csv', blob: file } },
          { type: 'image', mimeType: 'image/png', data: picture },
        ],
      },
    );
    expect(leaks(read.answers.join(), VALUE)).toBe(false);
    const [blob, image] = read.result['content'] as [{ resource: { blob: string } }, { data: string }];
    expect(Buffer.from(blob.resource.blob, 'base64').toString()).toMatch(TOKEN);
    expect(image.data).toBe(picture);
  });

  test('and the words of the protocol stay, whatever is hidden', async () => {
    const one = world({ ...ACCOUNT, find: { words: ['text', 'content', 'user', 'type', '200'] } });
    const alpha = await anOpenSession(one.kit, 'one', { server: 'alpha' });
    const call = await callOf(one, alpha, 'alpha', {}, text('a text of the user'));
    expect(call.result).toEqual({
      content: [
        { type: 'text', text: expect.stringMatching(/^a \[\[dw.*\]\] of the \[\[dw.*\]\]$/) as string },
      ],
    });
  });
});

test('what has nothing to hide in it passes to the byte, and so does all where no mask holds', async () => {
  const one = world({ ...ACCOUNT, scope: { servers: ['beta'] } });
  const alpha = await anOpenSession(one.kit, 'one', { server: 'alpha' });
  const raw = `{ "content" : [ {"type":"text","text":"\\u0041CC \\/ ${VALUE}"} ], "_meta":{"n":1.10} }`;
  const call = await callOf(one, alpha, 'alpha', { id: VALUE }, raw);
  expect(call.answers.join()).toContain(raw);
  expect(argumentsAt(one, 'alpha')).toEqual({ id: VALUE });
  const beta = await anOpenSession(one.kit, 'one', { server: 'beta' });
  const clean = '{ "content" : [ {"type":"text","text":"\\u0041CC \\/ nothing"} ], "_meta":{"n":1.10} }';
  expect((await callOf(one, beta, 'beta', {}, clean)).answers.join()).toContain(clean);
});
