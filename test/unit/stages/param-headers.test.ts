import { expect, test } from 'vitest';
import { mirroredParams } from '../../../electron/catalog/param-headers.ts';
import { readItem } from '../../../electron/catalog/snapshot.ts';
import { pass } from '../../fixtures/pass.ts';
import { anOpenSession, aRelay, type RelayKit, settle } from '../../fixtures/relay-kit.ts';

const schema = {
  type: 'object',
  properties: {
    city: { type: 'string', 'x-mcp-header': 'City' },
    deep: { type: 'object', properties: { n: { type: 'integer', 'x-mcp-header': 'Deep-N' } } },
    flag: { type: 'boolean', 'x-mcp-header': 'Flag' },
  },
};
const server = {
  id: 'alpha',
  era: 'stateless' as const,
  transport: 'http' as const,
  tools: [{ name: 'a', inputSchema: schema }],
};
const args = { city: 'Köln', deep: { n: 5 }, flag: null };

async function warm(): Promise<RelayKit> {
  const kit = aRelay({ servers: [server] });
  kit.client('warm').stateless({ id: 1, method: 'tools/list' });
  await pass(120);
  return kit;
}

test('headers are made anew from the body, for clients of either era, on /mcp too', async () => {
  const kit = await warm();
  kit
    .client('one')
    .stateless(
      { id: 1, method: 'tools/call', params: { name: 'alpha__a', arguments: args } },
      { paramHeaders: { 'mcp-param-city': 'Köln', 'mcp-param-deep-n': '5', 'mcp-param-other': 'smuggled' } },
    );
  const session = await anOpenSession(kit, 'two', { server: 'alpha' });
  session.call(1, 'a', args);
  await settle();
  const calls = kit.server('alpha').now.all('tools/call');
  expect(calls.length).toBe(2);
  for (const { out } of calls) {
    expect(out.paramHeaders?.['mcp-param-deep-n']).toBe('5');
    expect(out.paramHeaders?.['mcp-param-city']).toMatch(/^=\?base64\?/);
    expect(Object.keys(out.paramHeaders ?? {}).toSorted()).toEqual(['mcp-param-city', 'mcp-param-deep-n']);
    expect(out.name).toBe('a');
  }
});

test('a header that does not match the body, is missing or has no body is refused with 400', async () => {
  const kit = await warm();
  const good = { 'mcp-param-city': 'Köln', 'mcp-param-deep-n': '5' };
  for (const paramHeaders of [
    {},
    { ...good, 'mcp-param-city': 'Bonn' },
    { ...good, 'mcp-param-deep-n': '5.0' },
    { ...good, 'mcp-param-flag': 'null' },
  ]) {
    const exchange = kit
      .client('one')
      .stateless(
        { id: 1, method: 'tools/call', params: { name: 'alpha__a', arguments: args } },
        { paramHeaders },
      );
    await settle();
    expect(exchange.error.code).toBe(-32020);
    expect(exchange.statuses).toEqual([400]);
  }
  expect(kit.server('alpha').now.all('tools/call')).toEqual([]);
});

test('a client on stdio has no headers, so none is missed; what goes to the server is made from the body', async () => {
  const kit = await warm();
  const exchange = kit
    .client('one')
    .stateless(
      { id: 1, method: 'tools/call', params: { name: 'alpha__a', arguments: args } },
      { noHeaders: true },
    );
  await settle();
  expect(exchange.answers).toEqual([]);
  expect(kit.server('alpha').now.last('tools/call').out.paramHeaders?.['mcp-param-deep-n']).toBe('5');
});

test('tools with invalid annotations are recognised', () => {
  const tool = (inputSchema: unknown) => {
    const item = readItem('tools', Buffer.from(JSON.stringify({ name: 'a', inputSchema })));
    if (typeof item === 'string') throw new Error(item);
    return mirroredParams(item);
  };
  const property = (more: object) => ({ properties: { p: { type: 'string', ...more } } });
  expect(tool(schema)).toEqual([
    { path: ['city'], header: 'mcp-param-city' },
    { path: ['deep', 'n'], header: 'mcp-param-deep-n' },
    { path: ['flag'], header: 'mcp-param-flag' },
  ]);
  expect(tool({ properties: { p: { type: 'string' } } })).toEqual([]);
  const invalid = [
    property({ 'x-mcp-header': 'a b' }),
    property({ 'x-mcp-header': 'a\r\nInjected: 1' }),
    property({ 'x-mcp-header': '' }),
    property({ 'x-mcp-header': 5 }),
    property({ 'x-mcp-header': 'a', type: 'number' }),
    {
      properties: { p: { type: 'string', 'x-mcp-header': 'A' }, q: { type: 'string', 'x-mcp-header': 'a' } },
    },
    { properties: { p: { type: 'array', items: { type: 'string', 'x-mcp-header': 'a' } } } },
    { oneOf: [property({ 'x-mcp-header': 'a' })] },
  ];
  for (const wrong of invalid) expect(typeof tool(wrong), JSON.stringify(wrong)).toBe('string');
});
