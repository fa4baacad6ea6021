import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compileMask, type Mask } from '../../../../electron/inspection/masks/mask.ts';
import {
  maskInspectors,
  type MaskInspectorPorts,
} from '../../../../electron/inspection/masks/mask-inspector.ts';
import { outputSchemaOf } from '../../../../electron/inspection/structured/fixed-form.ts';
import { toolKeys } from '../../../../electron/inspection/masks/tool-keys.ts';
import type { Call } from '../../../../electron/relay/call.ts';
import type { Inspected } from '../../../../electron/stages/inspect.ts';
import { aMessage } from '../../../fixtures/relay-kit.ts';

const TOKEN = /\[\[dw:case:[0-9a-f]{24}\]\]/;
const CASE: Mask = { name: 'case', find: { pattern: 'CASE-\\d+' }, way: 'reversible', direction: 'both' };

function inspectors(masks: readonly Mask[], more: Partial<MaskInspectorPorts> = {}) {
  const compiled = masks.map((mask) => {
    const one = compileMask(mask);
    if (!one.ok) throw new Error(one.message);
    return one.value;
  });
  return maskInspectors({ policy: { masks: () => compiled }, key: () => randomBytes(32), ...more });
}

const aCall = (
  params: unknown,
  { server = 'alpha', client = 'app', method = 'tools/call' }: Record<string, string> = {},
): Call =>
  ({
    direction: 'client',
    server: { id: server },
    client: { id: client },
    name: 'look',
    message: aMessage({ jsonrpc: '2.0', id: 1, method, params }),
  }) as unknown as Call;

const withArguments = (args: unknown, about?: Record<string, string>): Call =>
  aCall({ name: 'look', arguments: args }, about);
const answer = (result: unknown) => aMessage({ jsonrpc: '2.0', id: 1, result });
const now = (seen: ReturnType<NonNullable<ReturnType<typeof inspectors>['in']['incoming']>>): Inspected => {
  if (seen instanceof Promise || seen === undefined) throw new Error('nothing at once');
  return seen;
};
const resultOf = (seen: Inspected): unknown =>
  (JSON.parse(seen.changed?.toString() ?? 'null') as { result: unknown } | null)?.result;

describe('what the log keeps', () => {
  it('is the name of the mask, where, what was done and how often', () => {
    const { out } = inspectors([CASE]);
    const seen = now(out.outgoing?.(withArguments({ a: 'CASE-1 CASE-2', n: 3 })));
    expect(seen.findings).toEqual([
      { source: 'mask', type: 'case', where: 'arguments', act: 'masked', count: 2 },
    ]);
    expect(seen.ask).toBeUndefined();
    expect(JSON.stringify(seen)).not.toContain('CASE-1');
  });
});

describe('what cannot be replaced', () => {
  const digits = { ...CASE, find: { pattern: '\\d{4}' } };

  it('in a number is asked about, both ways, and the rest is hidden nevertheless', () => {
    const { out, in: into } = inspectors([digits]);
    const sent = now(out.outgoing?.(withArguments({ pin: 1234, text: '5678' })));
    expect(sent.ask).toContain('number');
    expect(sent.findings.map(({ act }) => act)).toEqual(['masked', 'asked']);
    expect(sent.changed?.toString()).not.toContain('5678');
    const answered = now(into.incoming?.(withArguments({}), answer({ structuredContent: { pin: 1.234e3 } })));
    expect(answered.ask).toContain('number');
  });

  it('because the tool promises a form is asked about, and the rest is hidden nevertheless', () => {
    const outputSchema = { properties: { id: { pattern: '^CASE' }, note: { type: 'string' } } };
    const tool = Buffer.from(JSON.stringify({ name: 'look', outputSchema }));
    const { in: into } = inspectors([CASE], { output: () => outputSchemaOf(tool) });
    const structuredContent = { id: 'CASE-1', note: 'CASE-1' };
    const seen = now(into.incoming?.(withArguments({}), answer({ nextCursor: 'x', structuredContent })));
    expect(seen.ask).toContain('fixed form');
    expect(seen.findings.map(({ type, act }) => [type, act])).toEqual([
      ['case', 'masked'],
      ['fixed form', 'asked'],
    ]);
    expect(resultOf(seen)).toEqual({
      nextCursor: 'x',
      structuredContent: { id: 'CASE-1', note: expect.stringMatching(TOKEN) as string },
    });
  });

  it('because more is encoded than is decoded is asked about, and a notification of that kind is dropped', () => {
    const { out, in: into } = inspectors([CASE]);
    let text = 'CASE-77 '.repeat(30);
    for (let n = 0; n < 4; n++) text = Buffer.from(text).toString('base64');
    const seen = now(out.outgoing?.(withArguments({ text })));
    expect(seen.ask).toContain('encoded');
    const notice = aMessage({ jsonrpc: '2.0', method: 'notifications/message', params: { data: text } });
    expect(into.notice?.(notice, { server: 'alpha', client: 'app' })).toBeNull();
  });

  it('is no matter where the mask does not hold', () => {
    const { out, in: into } = inspectors([{ ...digits, direction: 'to-app', scope: { tools: ['other'] } }]);
    expect(out.outgoing?.(withArguments({ pin: 1234 }))).toBeUndefined();
    expect(into.incoming?.(withArguments({}), answer({ n: 1234 }))).toBeUndefined();
  });
});

describe('handles of the protocol', () => {
  it('stay, and codes of errors', () => {
    const { in: into } = inspectors([{ ...CASE, find: { pattern: '[\\w-]{3,}' } }]);
    const result = {
      requestState: 'abc-123',
      nextCursor: 'page-2',
      content: [{ type: 'text', text: 'hush' }],
    };
    const seen = now(into.incoming?.(withArguments({}), answer(result)));
    expect(resultOf(seen)).toEqual({
      requestState: 'abc-123',
      nextCursor: 'page-2',
      content: [{ type: 'text', text: expect.stringMatching(TOKEN) as string }],
    });
    const error = { code: -32_602, message: 'hush', data: 'hush' };
    const failed = now(into.incoming?.(withArguments({}), aMessage({ jsonrpc: '2.0', id: 1, error })));
    expect(JSON.parse(failed.changed?.toString() ?? '')).toEqual({
      jsonrpc: '2.0',
      id: 1,
      error: {
        code: -32_602,
        message: expect.stringMatching(TOKEN) as string,
        data: expect.stringMatching(TOKEN) as string,
      },
    });
    expect(failed.ask).toBeUndefined();
  });

  it('and keys that the tool itself has, but no other ones, and no values', () => {
    const bytes = Buffer.from(
      JSON.stringify({ name: 'look', inputSchema: { properties: { word: { enum: ['other'] } } } }),
    );
    expect([...toolKeys(bytes)]).toEqual(['word']);
    const { out } = inspectors([{ ...CASE, find: { words: ['word', 'other'] } }], {
      keys: () => toolKeys(bytes),
    });
    const seen = now(out.outgoing?.(withArguments({ word: 'word', other: 1 })));
    const args = JSON.parse(seen.changed?.toString() ?? '') as Record<string, unknown>;
    expect(args['word']).toMatch(TOKEN);
    expect(Object.keys(args).find((key) => key !== 'word')).toMatch(TOKEN);
  });
});

describe('the session of an AI app', () => {
  function learn(one: ReturnType<typeof inspectors>, client = 'app'): string {
    const seen = one.in.incoming?.(withArguments({}, { client }), answer({ text: 'CASE-1' }));
    return TOKEN.exec(now(seen).changed?.toString() ?? '')?.[0] ?? '';
  }
  const back = (one: ReturnType<typeof inspectors>, token: string, client = 'app'): unknown =>
    one.out.outgoing?.(withArguments({ token }, { client }));

  it('ends when the app is forgotten, and after a day of silence', () => {
    let clock = 0;
    const one = inspectors([{ ...CASE, direction: 'to-app' }], { now: () => clock });
    const token = learn(one);
    expect(back(one, token)).toMatchObject({ changed: Buffer.from('{"token":"CASE-1"}') });
    clock = 86_399_000;
    expect(back(one, token)).toBeDefined();
    clock += 86_400_000;
    expect(back(one, token)).toBeUndefined();
    const other = learn(one);
    one.forgetClient('app');
    expect(back(one, other)).toBeUndefined();
  });

  it('is one of at most two hundred; the one that was used longest ago goes first', () => {
    const one = inspectors([{ ...CASE, direction: 'to-app' }]);
    const [first, second] = [learn(one, 'first'), learn(one, 'second')];
    back(one, first, 'first');
    for (let n = 0; n < 199; n++) learn(one, `app ${n}`);
    expect(back(one, first, 'first')).toBeDefined();
    expect(back(one, second, 'second')).toBeUndefined();
  });

  it('is not that of a server with the same id', () => {
    const one = inspectors([CASE]);
    const sent = now(one.out.outgoing?.(withArguments({ a: 'CASE-1' }, { client: 'same', server: 'other' })));
    const token = TOKEN.exec(sent.changed?.toString() ?? '')?.[0] ?? '';
    const seen = one.out.outgoing?.(withArguments({ token }, { client: 'same', server: 'same' }));
    expect(seen).toBeUndefined();
  });
});

describe('a notification', () => {
  const notice = (text: string) =>
    aMessage({
      jsonrpc: '2.0',
      method: 'notifications/progress',
      params: { progressToken: 1234, progress: 1, message: text },
    });

  it('is hidden from the app that it is for, and from all where it is for all', () => {
    const { in: into } = inspectors([
      { ...CASE, direction: 'to-app', scope: { clients: ['app'], tools: ['look'] } },
      { ...CASE, name: 'four', find: { pattern: '\\d{4}' }, scope: { servers: ['beta'] } },
    ]);
    const at = (server: string, client: string | undefined) =>
      into.notice?.(notice('CASE-1'), { server, client })?.toString() ?? '';
    expect(at('alpha', 'app')).toMatch(TOKEN);
    expect(at('alpha', undefined)).toMatch(TOKEN);
    expect(at('alpha', 'another')).toBe('');
    expect(JSON.parse(at('beta', 'app'))).toMatchObject({ params: { progressToken: 1234, progress: 1 } });
  });

  it('that is very long does not pass', () => {
    const { in: into } = inspectors([CASE]);
    expect(into.notice?.(notice('x'.repeat(1024 * 1024)), { server: 'alpha', client: 'app' })).toBeNull();
  });
});

describe('a long message', () => {
  it('is looked at in slices, in which others have their turn, and comes out the same', async () => {
    let pauses = 0;
    const { in: into, out } = inspectors([{ ...CASE, direction: 'to-app' }], {
      pause: () => {
        pauses++;
        // Somebody else's message of the same app, in the midst of it.
        now(into.incoming?.(withArguments({}), answer({ text: `CASE-${pauses}` })));
        return Promise.resolve();
      },
    });
    const rows = Array.from({ length: 20_000 }, (_, n) => ({ n, text: `for CASE-${n % 500}, "so" \u00e9` }));
    const source = { content: [{ type: 'text', text: JSON.stringify(rows) }], structuredContent: { rows } };
    const seen = await into.incoming?.(withArguments({}), answer(source));
    expect(pauses).toBeGreaterThan(3);
    expect(seen?.changed?.toString()).not.toMatch(/CASE-/);
    expect(seen?.findings[0]?.count).toBe(40_000);
    const returned = resultOf(seen as Inspected);
    const sent = await out.outgoing?.(withArguments(returned));
    expect(JSON.parse(sent?.changed?.toString() ?? '')).toEqual(source);
  });

  it('that throws in a slice rejects, and so refuses the call', async () => {
    const { in: into } = inspectors([CASE], { pause: () => Promise.reject(new Error('no turn')) });
    const long = answer({ rows: Array.from({ length: 30_000 }, (_, n) => `CASE-${n}`) });
    await expect(into.incoming?.(withArguments({}), long)).rejects.toThrow('no turn');
  });
});
