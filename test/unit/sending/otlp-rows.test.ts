import {
  JsonTraceSerializer,
  ProtobufLogsSerializer,
  ProtobufTraceSerializer,
} from '@opentelemetry/otlp-transformer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logRecordsOf, otlpOrigin, spansOf } from '../../../electron/audit/sending/otlp-rows.ts';
import type { SentRow } from '../../../electron/audit/sending/sent-row.ts';
import { parentOf, spanPlace, traceOf } from '../../../electron/audit/trace-context.ts';
import { readRecords, readSpans } from '../../fixtures/collectors/protobuf.ts';
import { anyRow, hostileText, origin, sent } from './support.ts';

const otlp = otlpOrigin(origin);
const spans = (rows: readonly SentRow[]) =>
  readSpans(Buffer.from(ProtobufTraceSerializer.serializeRequest(spansOf(rows, otlp)) ?? []));
const records = (rows: readonly SentRow[]) =>
  readRecords(Buffer.from(ProtobufLogsSerializer.serializeRequest(logRecordsOf(rows, otlp)) ?? []));
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';

describe('a call as a span', () => {
  it('follows the conventions for MCP and hangs below the span that the AI app named', () => {
    const began = {
      request: '7',
      session: 'f'.repeat(32),
      protocol: '2025-11-25',
      transport: 'tcp',
      traceparent: `00-${TRACE}-${PARENT}-01`,
      tracestate: 'vendor=1',
    };
    const [span, ...others] = spans([sent(1), sent(2, { began: JSON.stringify(began) })]);
    expect(others).toEqual([]);
    expect(span).toMatchObject({
      name: 'tools/call read_text_file',
      kind: 2,
      traceId: TRACE,
      parentSpanId: PARENT,
      traceState: 'vendor=1',
      status: 0,
    });
    expect(span?.end).toBe(1_790_000_000_002_000_000n);
    expect(span?.start).toBe(1_789_999_999_989_500_000n);
    expect(span?.attributes).toMatchObject({
      'mcp.method.name': 'tools/call',
      'gen_ai.tool.name': 'read_text_file',
      'gen_ai.operation.name': 'execute_tool',
      'mcp.session.id': 'f'.repeat(32),
      'mcp.protocol.version': '2025-11-25',
      'jsonrpc.request.id': '7',
      'network.transport': 'tcp',
      'network.protocol.name': 'http',
      'doorward.row.id': sent(2).hash,
      'doorward.row.seq': 2,
    });
    expect(span?.attributes).not.toHaveProperty('error.type');
    expect(span?.resource).toMatchObject({ 'service.name': 'doorward', 'host.name': 'desk' });
  });

  it('tells errors by classes of few values', () => {
    const of = (given: Partial<SentRow>) => {
      const [span] = spans([sent(2, given)]);
      return [span?.attributes['error.type'], span?.status, span?.attributes['rpc.response.status_code']];
    };
    expect(of({ outcome: 'tool-error' })).toEqual(['tool_error', 2, undefined]);
    expect(of({ outcome: 'error', context: '{"code":-32602}' })).toEqual(['-32602', 2, '-32602']);
    expect(of({ outcome: 'error' })).toEqual(['_OTHER', 2, undefined]);
    expect(of({ outcome: 'refused', leg: 'refused' })).toEqual(['refused', 2, undefined]);
    expect(of({ outcome: 'open', leg: 'failed' })).toEqual(['unknown_outcome', 2, undefined]);
  });

  it('has a name of few values for resources, and a prompt is no tool', () => {
    const uri = 'file:///home/user/notes.txt';
    expect(spans([sent(2, { method: 'resources/read', name: uri })])[0]).toMatchObject({
      name: 'resources/read',
      attributes: { 'mcp.resource.uri': uri },
    });
    const [prompt] = spans([sent(2, { method: 'prompts/get', name: 'plan' })]);
    expect(prompt).toMatchObject({ name: 'prompts/get plan', attributes: { 'gen_ai.prompt.name': 'plan' } });
    expect(prompt?.attributes).not.toHaveProperty('gen_ai.tool.name');
  });

  it('is the same span every time that it is sent, and both legs are records of it', () => {
    const [first] = spans([sent(2)]);
    const [again] = spans([sent(2)]);
    expect(again).toEqual(first);
    for (const record of records([sent(1), sent(2)]))
      expect([record.traceId, record.spanId]).toEqual([first?.traceId, first?.spanId]);
  });

  it('is encoded whatever apps and servers call things, in both encodings', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 5 }), (rows) => {
        const got = records(rows);
        expect(got.map(({ body }) => JSON.parse(body) as unknown)).toEqual(
          rows.map((row) => JSON.parse(JSON.stringify(row)) as unknown),
        );
        expect(got.map(({ attributes }) => attributes['doorward.row.id'])).toEqual(
          rows.map(({ hash }) => hash),
        );
        const ended = rows.filter((row) => row.leg !== 'sent');
        expect(spans(rows).map(({ attributes }) => attributes['doorward.row.seq'])).toEqual(
          ended.map(({ seq }) => seq),
        );
        const json = JSON.parse(
          Buffer.from(JsonTraceSerializer.serializeRequest(spansOf(rows, otlp)) ?? []).toString(),
        ) as { resourceSpans: { scopeSpans: { spans: unknown[] }[] }[] };
        expect(
          json.resourceSpans.flatMap((one) => one.scopeSpans.flatMap((scope) => scope.spans)),
        ).toHaveLength(ended.length);
      }),
    );
  });
});

describe('the trace that a message names', () => {
  it.each([
    `00-${TRACE}-${PARENT}-01`,
    `00-${TRACE}-${PARENT}-00`,
    `cc-${TRACE}-${PARENT}-01-what-comes-later`,
  ])('is taken from %s', (text) => {
    expect(parentOf(text)).toMatchObject({ traceId: TRACE, spanId: PARENT });
    expect(spanPlace('c', text)).toMatchObject({ traceId: TRACE, parent: { spanId: PARENT } });
  });

  it.each([
    '',
    `ff-${TRACE}-${PARENT}-01`,
    `00-${TRACE}-${PARENT}-01-more`,
    `00-${'0'.repeat(32)}-${PARENT}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-${PARENT}-01`,
    `00-${TRACE}-${PARENT}-01\n`,
    ` 00-${TRACE}-${PARENT}-01`,
  ])('is not taken from %j', (text) => {
    expect(parentOf(text)).toBeUndefined();
    expect(traceOf(text, 'a=b')).toEqual({});
    expect(spanPlace('c', text)).not.toHaveProperty('parent');
  });

  it('never carries what somebody made up into the log', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (parent, state) => {
        const found = traceOf(parent, state);
        if (found.traceparent !== undefined) expect(found.traceparent).toMatch(/^[!-~]{55,184}$/);
        expect(traceOf(`00-${TRACE}-${PARENT}-01`, state).tracestate ?? '').toMatch(/^[ -~\t]{0,512}$/);
      }),
    );
  });
});
