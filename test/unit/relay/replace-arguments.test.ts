import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { argumentsOf, replaceArguments } from '../../../electron/relay/replace-arguments.ts';
import { scanMessage } from '../../../electron/relay/message.ts';
import { applySplices } from '../../../electron/relay/framing/splice.ts';
import type { Call } from '../../../electron/relay/call.ts';
import { aMessage, settle } from '../../fixtures/relay-kit.ts';
import { RoadKit } from './road-kit.ts';

function aCall(text: string): Call {
  return {
    id: 'c',
    at: 0,
    startedAt: 0,
    direction: 'client',
    client: { id: 'one', name: 'One', role: 'default' },
    scope: { kind: 'server', server: 'alpha' },
    envelope: undefined,
    message: aMessage(text),
    capabilities: '',
    clientHeaders: undefined,
    server: undefined,
    name: 'a',
    rewrites: [],
    paramHeaders: undefined,
    cancelled: false,
  };
}
const sent = (call: Call): unknown => JSON.parse(applySplices(call.message.bytes, call.rewrites).toString());
const edit = (call: Call, json: string): boolean => replaceArguments(call, Buffer.from(json)).ok;

describe('replacing the arguments', () => {
  test.each([
    '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"a","arguments":{"old":1}}}',
    '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"arguments":{"old":1},"name":"a"}}',
    '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"a"}}',
    '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{ "name":"a" , "\\u0061rguments" : 7 }}',
  ])('leaves everything else as it was: %s', (text) => {
    const call = aCall(text);
    call.rewrites.push({ span: call.message.params!.get('name')!, bytes: Buffer.from('"real"') });
    expect(edit(call, '{"new":1.0,\n"n":100000000000000000001}')).toBe(true);
    const bytes = applySplices(call.message.bytes, call.rewrites);
    expect(scanMessage(bytes).ok).toBe(true);
    expect(sent(call)).toMatchObject({ params: { name: 'real', arguments: { new: 1, n: 1e20 } } });
    expect(bytes.includes('\n')).toBe(false);
    expect(argumentsOf(call)?.toString()).toBe('{"new":1.0, "n":100000000000000000001}');
    expect(bytes.includes(argumentsOf(call)!)).toBe(true);
    // Once more: the newest counts, and nothing overlaps.
    expect(edit(call, '{}')).toBe(true);
    expect(sent(call)).toMatchObject({ params: { name: 'real', arguments: {} } });
    expect(call.rewrites).toHaveLength(2);
  });

  test('works where there are no params at all', () => {
    for (const text of [
      '{"jsonrpc":"2.0","id":1,"method":"tools/call"}',
      '{"jsonrpc":"2.0","id":1,"method":"tools/call" } \n',
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{}}',
    ]) {
      const call = aCall(text);
      expect(edit(call, '{"a":"}"}') && edit(call, '{"b":1}')).toBe(true);
      expect(sent(call)).toMatchObject({ method: 'tools/call', params: { arguments: { b: 1 } } });
    }
  });

  test.each([
    '',
    'null',
    '[]',
    '"x"',
    '{"a":1}}',
    '{"a":1},"name":"other"',
    '{"a":1,"a":2}',
    '{"a":{"b":1,"\\u0062":2}}',
    '{"a":1} {"b":2}',
    `${'{"a":'.repeat(70)}1${'}'.repeat(70)}`,
    '{"a":"\u0001"}',
    '{a:1}',
  ])('refuses what is not one object that is read in one way, and changes nothing: %s', (json) => {
    const call = aCall(
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"a","arguments":{"old":1}}}',
    );
    expect(edit(call, json)).toBe(false);
    expect(call.rewrites).toEqual([]);
    expect(argumentsOf(call)?.toString()).toBe('{"old":1}');
  });

  test('is for calls of tools and prompts by clients only', () => {
    const read = aCall('{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"a"}}');
    expect(edit(read, '{}')).toBe(false);
    const asked = {
      ...aCall('{"jsonrpc":"2.0","id":1,"method":"tools/call"}'),
      direction: 'server' as const,
    };
    expect(edit(asked, '{}')).toBe(false);
    expect(replaceArguments(read, Buffer.alloc(5 * 1024 * 1024, 0x20)).ok).toBe(false);
  });

  test('whatever JSON object goes in comes out, alone', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(object, object, (before, after) => {
        const message = {
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name: 'a', arguments: before, z: 1 },
        };
        const call = aCall(JSON.stringify(message));
        const text = JSON.stringify(after);
        if (!edit(call, text)) return;
        expect(sent(call)).toEqual({
          ...message,
          params: { ...message.params, arguments: JSON.parse(text) as unknown },
        });
      }),
    );
  });
});

describe('on the road', () => {
  const TOOL = {
    name: 'a',
    inputSchema: { type: 'object', properties: { region: { type: 'string', 'x-mcp-header': 'Region' } } },
  };

  test.each(['session', 'stateless'] as const)(
    'the %s server gets, and the log digests, the edited ones',
    async (era) => {
      const kit = new RoadKit([{ id: 'alpha', era, tools: [TOOL] }]);
      kit.stage.which = ({ direction }) => direction === 'client';
      const exchange = kit
        .client('one')
        .stateless(
          { id: 1, method: 'tools/call', params: { name: 'a', arguments: { region: 'eu' } } },
          { server: 'alpha', paramHeaders: { 'mcp-param-region': 'eu' } },
        );
      await settle();
      const { call, let: go } = kit.stage.held[0]!;
      const edited = '{"region":"us","more":[1.0]}';
      expect(edit(call, edited)).toBe(true);
      go();
      await settle();
      const got = kit.server().now.last('tools/call');
      expect(got.raw).toContain(`"arguments":${edited}`);
      expect(got.raw).not.toContain('"eu"');
      // No header that the edit has made untrue; this tool is in no list yet, so there is none at all.
      expect(JSON.stringify(got.out.paramHeaders ?? {})).toBe('{}');
      const [row] = kit.audit.rows;
      expect(row).toMatchObject({ argsDigest: hash('sha256', edited), argsBytes: edited.length });
      kit.server().now.answer('tools/call', { resultType: 'complete', content: [] });
      expect(exchange.result).toMatchObject({ content: [] });
    },
  );

  test('headers that mirror arguments are made anew from the edited ones', async () => {
    const kit = new RoadKit([{ id: 'alpha', era: 'stateless', tools: [TOOL] }]);
    const item = { bytes: Buffer.from(JSON.stringify(TOOL)), key: 'a', keySpan: { start: 8, end: 11 } };
    const lists = { tools: [item], prompts: [], resources: [], templates: [] };
    kit.catalog.put('alpha', 'reviewed', { hello: Buffer.from('{}'), lists, at: 0 });
    kit.stage.which = ({ direction }) => direction === 'client';
    kit
      .client('one')
      .stateless(
        { id: 1, method: 'tools/call', params: { name: 'a', arguments: { region: 'eu' } } },
        { server: 'alpha', paramHeaders: { 'mcp-param-region': 'eu' } },
      );
    await settle();
    edit(kit.stage.held[0]!.call, '{"region":"us"}');
    kit.stage.held[0]!.let();
    await settle();
    expect(kit.server().now.last('tools/call').out.paramHeaders).toEqual({ 'mcp-param-region': 'us' });
  });
});
