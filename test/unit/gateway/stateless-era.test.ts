import { classifyInboundRequest } from '@modelcontextprotocol/server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eraOf } from '../../../electron/gateway/era.ts';
import { scanMessage } from '../../../electron/relay/message.ts';
import { type Ask, call, ENVELOPE, eventually, modern, reply, send, start, stream } from './harness.ts';

const PREFIX = 'io.modelcontextprotocol/';

const code = (json: unknown): number | undefined => (json as { error?: { code: number } }).error?.code;

const withHeaders = (ask: Ask, headers: Record<string, string | undefined>): Ask => ({
  ...ask,
  headers: { ...ask.headers, ...headers },
});

const withMeta = (meta: object): Ask => ({
  ...modern('tools/list'),
  body: call('tools/list', { _meta: meta }),
});

describe('a stateless request', () => {
  it('reaches the relay with its envelope and its decoded parameter headers', async () => {
    const rig = await start();
    const ask = withHeaders(modern('tools/call', { name: 'x' }), {
      'mcp-param-region': '=?base64?w6Q=?=',
      'Mcp-Param-B': ' plain ',
      'mcp-session-id': 'ignored',
      'last-event-id': 'ignored',
    });
    const answer = await send(rig.port, ask);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      result: {
        client: 'alice',
        version: '2026-07-28',
        paramHeaders: { 'mcp-param-region': 'ä', 'mcp-param-b': 'plain' },
      },
    });
    const [exchange] = rig.relay.exchanges;
    expect(exchange?.session).toBeUndefined();
    expect(exchange?.envelope?.clientInfo?.toString()).toBe('{"name":"test","version":"1"}');
    expect(exchange?.envelope?.clientCapabilities?.toString()).toBe('{}');
  });

  it('keeps the HTTP status that the relay gives an error', async () => {
    const rig = await start();
    rig.relay.onRequest = (exchange) =>
      exchange.answer(Buffer.from(`{"jsonrpc":"2.0","id":${exchange.message.id?.raw},"error":{}}`), 404);
    expect((await send(rig.port, modern('unknown/method'))).status).toBe(404);
  });

  it('may leave clientInfo out, and may call initialize, which the relay then does not know', async () => {
    const rig = await start();
    const { [`${PREFIX}clientInfo`]: _, ...rest } = ENVELOPE;
    expect((await send(rig.port, withMeta(rest))).status).toBe(200);
    await send(rig.port, modern('initialize'));
    expect(rig.relay.exchanges.at(-1)?.envelope).toBeDefined();
  });

  it('is refused when headers and body disagree: -32020', async () => {
    const rig = await start();
    const list = modern('tools/list');
    const tool = modern('tools/call', { name: 'x' });
    for (const ask of [
      withHeaders(list, { 'mcp-method': undefined }),
      withHeaders(list, { 'mcp-method': 'TOOLS/LIST' }),
      withHeaders(list, { 'mcp-method': 'prompts/list' }),
      withHeaders(list, { 'mcp-protocol-version': undefined }),
      withHeaders(list, { 'mcp-protocol-version': '2025-11-25' }),
      withHeaders(tool, { 'mcp-name': undefined }),
      withHeaders(tool, { 'mcp-name': 'y' }),
      withHeaders(tool, { 'mcp-name': '=?base64?SGVsbG8?=' }),
      withHeaders(tool, { 'mcp-param-a': '=?base64?SGVs!!!bG8=?=' }),
      { body: call('initialize', {}), headers: { 'mcp-protocol-version': '2026-07-28' } },
    ]) {
      const answer = await send(rig.port, ask);
      expect([answer.status, code(answer.json)]).toEqual([400, -32020]);
      expect((answer.json as { id: unknown }).id).toBe((JSON.parse(String(ask.body)) as { id: unknown }).id);
    }
    expect(rig.relay.exchanges).toHaveLength(0);
    for (const ask of [
      withHeaders(tool, { 'mcp-name': '  x  ' }),
      withHeaders(tool, { 'mcp-name': '=?base64?eA==?=' }),
      withHeaders(list, { 'MCP-METHOD': 'tools/list' }),
    ])
      expect((await send(rig.port, ask)).status).toBe(200);
  });

  it('is told which versions are spoken: -32022', async () => {
    const rig = await start();
    const version = 'v999.0.0';
    const ask = withHeaders(withMeta({ ...ENVELOPE, [`${PREFIX}protocolVersion`]: version }), {
      'mcp-protocol-version': version,
    });
    const answer = await send(rig.port, ask);
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({
      error: { code: -32022, data: { supported: ['2026-07-28'], requested: version } },
    });
  });

  it('needs its envelope: -32602', async () => {
    const rig = await start();
    const { [`${PREFIX}clientCapabilities`]: _, ...noCapabilities } = ENVELOPE;
    const { [`${PREFIX}protocolVersion`]: __, ...noVersion } = ENVELOPE;
    for (const ask of [
      { ...modern('tools/list'), body: call('tools/list') },
      withMeta({}),
      withMeta(noCapabilities),
      withMeta(noVersion),
      withMeta({ ...ENVELOPE, [`${PREFIX}clientCapabilities`]: [] }),
      withMeta({ ...ENVELOPE, [`${PREFIX}clientInfo`]: { name: 1 } }),
      withMeta({ ...ENVELOPE, [`${PREFIX}logLevel`]: 'loud' }),
    ]) {
      const answer = await send(rig.port, ask);
      expect([answer.status, code(answer.json)]).toEqual([400, -32602]);
    }
  });

  it('may be a notification, which is accepted and goes nowhere', async () => {
    const rig = await start();
    const body = JSON.stringify({ jsonrpc: '2.0', method: 'notifications/x', params: { _meta: ENVELOPE } });
    expect((await send(rig.port, { body })).status).toBe(202);
    expect(rig.relay.notifications).toHaveLength(0);
  });

  it('is cancelled when the client closes, before and during a stream', async () => {
    const rig = await start();
    let cancelled = 0;
    rig.relay.onRequest = (exchange) => {
      exchange.oncancel = () => cancelled++;
      exchange.interim(Buffer.from('{"jsonrpc":"2.0","method":"p"}'));
    };
    const open = await stream(rig.port, modern('subscriptions/listen'));
    await open.until(1);
    expect(open.events[0]?.id).toBeUndefined();
    open.drop();
    await eventually(() => cancelled === 1);
    rig.relay.exchanges[0]?.interim(Buffer.from('{}'));
    rig.relay.exchanges[0]?.answer(Buffer.from('{}'));
    expect(rig.gateway.stats()).toMatchObject({ callsInFlight: 0, heldBytes: 0, storedBytes: 0, streams: 0 });

    rig.relay.onRequest = (exchange) => {
      exchange.oncancel = () => cancelled++;
    };
    const abort = new AbortController();
    const ask = modern('tools/list');
    const gone = fetch(`http://127.0.0.1:${rig.port}/mcp`, {
      method: 'POST',
      body: String(ask.body),
      signal: abort.signal,
      headers: {
        ...(ask.headers as Record<string, string>),
        authorization: 'Bearer token-of-alice-0123456789abcdef0123456789',
        'content-type': 'application/json',
      },
    }).catch(() => 'gone');
    await eventually(() => rig.relay.exchanges.length === 2);
    abort.abort();
    expect(await gone).toBe('gone');
    await eventually(() => cancelled === 2);
    expect(rig.gateway.stats().callsInFlight).toBe(0);
  });

  it('streams without ids, with comments while it is quiet, and ends with the answer', async () => {
    const rig = await start();
    const ask = modern('tools/call', { name: 'slow' });
    rig.relay.onRequest = (exchange) => exchange.interim(Buffer.from('{"jsonrpc":\n"2.0","method":"p"}'));
    const open = await stream(rig.port, ask);
    await open.until(1);
    rig.clock.advance(20_000);
    await eventually(() => open.comments.length > 0);
    expect(open.comments[0]).toBe(': keep-alive');
    const [exchange] = rig.relay.exchanges;
    exchange?.answer(exchange === undefined ? Buffer.alloc(0) : reply(exchange, '{}'));
    await open.ended;
    expect(open.headers['content-type']).toBe('text/event-stream');
    expect(open.messages).toMatchObject([{ method: 'p' }, { result: {} }]);
    expect(open.events.every((event) => event.id === undefined)).toBe(true);
    expect(rig.gateway.stats()).toMatchObject({ storedBytes: 0, streams: 0, callsInFlight: 0 });
  });

  it('becomes a stream after a long wait', async () => {
    const rig = await start();
    rig.relay.onRequest = () => undefined;
    const opening = stream(rig.port, modern('tools/list'));
    await eventually(() => rig.relay.exchanges.length === 1);
    rig.clock.advance(4_000);
    rig.clock.advance(3_000);
    const open = await opening;
    expect(open.headers['content-type']).toBe('text/event-stream');
    const [exchange] = rig.relay.exchanges;
    if (exchange !== undefined) exchange.answer(reply(exchange, '{}'));
    await open.ended;
    expect(open.messages).toHaveLength(1);
  });
});

describe('the era of a message', () => {
  const versions = fc.constantFrom(undefined, '2024-11-05', '2025-11-25', '2026-07-28', 'v9', ' 2026-07-28 ');
  const metas = fc.record(
    {
      [`${PREFIX}protocolVersion`]: fc.constantFrom('2026-07-28', '2025-11-25', 'v9', 7),
      [`${PREFIX}clientCapabilities`]: fc.constantFrom({}, [], 1, { sampling: {} }),
      [`${PREFIX}clientInfo`]: fc.constantFrom({ name: 'a', version: '1' }, {}, 'x'),
      [`${PREFIX}logLevel`]: fc.constantFrom('info', 'loud'),
      progressToken: fc.constant(1),
    },
    { requiredKeys: [] },
  );
  const messages = fc.record({
    method: fc.constantFrom('initialize', 'tools/list', 'notifications/x'),
    request: fc.boolean(),
    meta: fc.option(metas, { nil: undefined }),
  });

  it('is the one that the SDK finds', () => {
    fc.assert(
      fc.property(
        messages,
        versions,
        fc.constantFrom(undefined, 'tools/list', 'other'),
        (shape, version, method) => {
          const body = {
            jsonrpc: '2.0' as const,
            ...(shape.request ? { id: 1 } : {}),
            method: shape.method,
            ...(shape.meta === undefined ? {} : { params: { _meta: shape.meta } }),
          };
          const sdk = classifyInboundRequest({
            httpMethod: 'POST',
            body,
            ...(version === undefined ? {} : { protocolVersionHeader: version }),
            ...(method === undefined ? {} : { mcpMethodHeader: method }),
          });
          const scanned = scanMessage(Buffer.from(JSON.stringify(body)));
          if (!scanned.ok) throw new Error(scanned.message);
          const ours = eraOf(scanned.value, {
            ...(version === undefined ? {} : { 'mcp-protocol-version': version }),
            ...(method === undefined ? {} : { 'mcp-method': method }),
          });
          const verdict = ours.era === 'refused' ? [ours.refusal.status, ours.refusal.code] : ours.era;
          // The SDK's next steps: is the revision spoken, are the required headers there?
          const wanted = (): unknown => {
            if (sdk.kind === 'legacy') return 'session';
            if (sdk.kind === 'reject') return [sdk.httpStatus, sdk.code];
            if (sdk.classification.revision !== '2026-07-28') return [400, -32022];
            const bare = version === undefined || method === undefined;
            return sdk.messageKind === 'request' && bare ? [400, -32020] : 'stateless';
          };
          expect(verdict).toEqual(wanted());
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
