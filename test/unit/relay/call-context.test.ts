import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerContext, contextOf } from '../../../electron/relay/call-context.ts';
import type { DownstreamSession } from '../../../electron/relay/exchange.ts';
import { rescan } from '../../../electron/relay/message.ts';
import { recordedContext } from '../../../shared/model/log.ts';

const PARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const session: DownstreamSession = {
  id: 'the-id-of-the-session',
  client: { id: 'app', name: 'App', role: 'default' },
  scope: { kind: 'aggregate' },
  protocolVersion: '2025-11-25',
  initializeParams: Buffer.from('{}'),
  send: () => undefined,
};

function context(message: object, more: Partial<Parameters<typeof contextOf>[0]> = {}) {
  return recordedContext.parse(
    JSON.parse(
      contextOf({
        direction: 'client',
        message: rescan(Buffer.from(JSON.stringify({ jsonrpc: '2.0', method: 'tools/call', ...message }))),
        envelope: undefined,
        session: undefined,
        connection: undefined,
        server: undefined,
        ...more,
      }),
    ),
  );
}

describe('where a call belongs', () => {
  it('is said by its message, its session and its connection', () => {
    const params = { _meta: { traceparent: PARENT, tracestate: 'a=1', baggage: 'user=alice' } };
    const found = context({ id: 'seven', params }, { session, connection: { destroyed: false } });
    expect(found).toEqual({
      request: 'seven',
      session: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      protocol: '2025-11-25',
      transport: 'tcp',
      traceparent: PARENT,
      tracestate: 'a=1',
    });
    // Whoever reads the log cannot speak in the session.
    expect(JSON.stringify(found)).not.toContain(session.id);
    expect(context({ id: 7 })).toEqual({ request: '7', transport: 'pipe' });
  });

  it('takes nothing else from what an AI app writes, however much', () => {
    for (const traceparent of [7, null, {}, [PARENT], '', 'x'.repeat(4_000_000), `${PARENT}\n`])
      expect(context({ id: 1, params: { _meta: { traceparent, tracestate: 'a=1' } } })).toEqual({
        request: '1',
        transport: 'pipe',
      });
    fc.assert(
      fc.property(fc.json(), fc.string({ unit: 'binary' }), (meta, id) => {
        const found = context({ id: id.slice(0, 40), params: { _meta: JSON.parse(meta) as unknown } });
        expect(Object.keys(found).filter((key) => !['request', 'transport'].includes(key))).toEqual([]);
      }),
    );
  });

  it('keeps the code of an error and nothing of its text', () => {
    const error = (given: unknown) =>
      answerContext(
        { marks: undefined },
        rescan(Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: 1, error: given }))),
      );
    expect(error({ code: -32602, message: 'secret' })).toBe('{"code":-32602}');
    for (const bad of [{ message: 'x' }, { code: 'x' }, { code: 1e300 }, { code: 1.5 }, { code: [1] }])
      expect(error(bad)).toBeUndefined();
    expect(
      answerContext(
        { marks: undefined },
        rescan(Buffer.from('{"jsonrpc":"2.0","id":1,"result":{"code":1}}')),
      ),
    ).toBeUndefined();
  });
});
