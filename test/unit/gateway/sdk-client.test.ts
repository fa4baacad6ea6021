import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { expect, it } from 'vitest';
import type { Exchange } from '../../../electron/relay/exchange.ts';
import { eventually, reply, type Rig, start, TOKEN } from './harness.ts';

const TOOL = '{"name":"x","inputSchema":{"type":"object"}}';

/** Plays a server with one tool, in the era of the request. */
function serve(rig: Rig): void {
  rig.relay.onInitialize = (exchange, accept) => {
    rig.relay.opened.push(accept('2025-11-25'));
    const info = '"serverInfo":{"name":"s","version":"1"},"capabilities":{"tools":{"listChanged":true}}';
    exchange.answer(reply(exchange, `{"protocolVersion":"2025-11-25",${info}}`));
  };
  rig.relay.onRequest = (exchange) => {
    const { method } = exchange.message;
    const head =
      exchange.envelope === undefined ? '' : '"resultType":"complete","ttlMs":0,"cacheScope":"private",';
    if (method === 'server/discover') {
      const meta = '"_meta":{"io.modelcontextprotocol/serverInfo":{"name":"s","version":"1"}}';
      const versions = '"supportedVersions":["2026-07-28"],"capabilities":{"tools":{}}';
      exchange.answer(reply(exchange, `{${head}${versions},${meta}}`));
    } else if (method === 'tools/list') {
      exchange.answer(reply(exchange, `{${head}"tools":[${TOOL}]}`));
    } else {
      slow(exchange, head);
    }
  };
}

/** Progress, a stream that ends early where the client may poll, and the answer after that. */
function slow(exchange: Exchange, head: string): void {
  const token = /"progressToken":(\d+)/.exec(exchange.message.bytes.toString())?.[1] ?? '';
  const params = `{"progressToken":${token},"progress":1}`;
  exchange.interim(Buffer.from(`{"jsonrpc":"2.0","method":"notifications/progress","params":${params}}`));
  exchange.detach(5);
  setTimeout(
    () => exchange.answer(reply(exchange, `{${head}"content":[{"type":"text","text":"done"}]}`)),
    50,
  );
}

async function connectClient(rig: Rig, mode: 'legacy' | 'auto'): Promise<Client> {
  const client = new Client({ name: 'c', version: '1' }, { versionNegotiation: { mode } });
  const transport = new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${rig.port}/mcp`), {
    requestInit: { headers: { authorization: `Bearer ${TOKEN}` } },
  });
  await client.connect(transport);
  return client;
}

it.each(['legacy', 'auto'] as const)('the SDK client works in the era it picks (%s)', async (mode) => {
  const rig = await start();
  serve(rig);
  const client = await connectClient(rig, mode);
  expect((await client.listTools()).tools.map((tool) => tool.name)).toEqual(['x']);
  let progress = 0;
  const result = await client.callTool({ name: 'x', arguments: {} }, { onprogress: () => progress++ });
  expect(result.content).toEqual([{ type: 'text', text: 'done' }]);
  expect(progress).toBe(1);
  expect(
    rig.relay.exchanges.every((exchange) => (exchange.envelope === undefined) === (mode === 'legacy')),
  ).toBe(true);
  await client.close();
});

it('the SDK client hears on its GET stream what belongs to no request', async () => {
  const rig = await start();
  serve(rig);
  const client = await connectClient(rig, 'legacy');
  let changed = 0;
  client.setNotificationHandler('notifications/tools/list_changed', () => {
    changed++;
  });
  await eventually(() => rig.gateway.stats().getStreams === 1);
  rig.relay.opened[0]?.send(Buffer.from('{"jsonrpc":"2.0","method":"notifications/tools/list_changed"}'));
  await eventually(() => changed === 1);
  await client.close();
});
