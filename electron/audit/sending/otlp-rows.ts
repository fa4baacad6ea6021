import {
  type Attributes,
  createTraceState,
  type HrTime,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
} from '@opentelemetry/api';
import { type Resource, resourceFromAttributes } from '@opentelemetry/resources';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import type { RecordedContext } from '../../../shared/model/log.ts';
import { spanPlace } from '../trace-context.ts';
import { contextOfRow, idOf, rowText, type SentRow } from './sent-row.ts';

// Names of the OpenTelemetry conventions for MCP (semantic-conventions-genai, docs/gen-ai/mcp.md, status: development).
// What they have no name for begins with `doorward.`.

/** Who sends, as every record says. */
export interface Origin {
  readonly version: string;
  /** Name of the computer. */
  readonly host: string;
  /** Tells profiles on all computers apart, and stays the same. */
  readonly instance: string;
}

/** What all records of a run have in common. */
export interface OtlpOrigin {
  readonly resource: Resource;
  readonly scope: { readonly name: string; readonly version: string };
}

/** The resource and the scope of an origin. */
export const otlpOrigin = ({ version, host, instance }: Origin): OtlpOrigin => ({
  resource: resourceFromAttributes({
    'service.name': 'doorward',
    'service.version': version,
    'service.instance.id': instance,
    'host.name': host,
  }),
  scope: { name: 'doorward.call-log', version },
});

/** Rows that ended calls as spans: from the arrival of a call to its end, below the span that the AI app named. */
export function spansOf(rows: readonly SentRow[], origin: OtlpOrigin): ReadableSpan[] {
  return rows
    .filter(({ leg, test }) => leg !== 'sent' || test === true)
    .map((row) => {
      const context = contextOfRow(row);
      const duration = Math.max(row.durationMs ?? 0, 0);
      const error = errorOf(row, context);
      const { parent } = spanPlace(row.call, context.traceparent);
      return {
        name: spanName(row),
        kind: SpanKind.SERVER,
        spanContext: () => spanContext(row, context),
        ...(parent === undefined
          ? {}
          : {
              parentSpanContext: {
                traceId: parent.traceId,
                spanId: parent.spanId,
                traceFlags: parent.flags,
                isRemote: true,
              },
            }),
        startTime: hrTime(row.at - duration),
        endTime: hrTime(row.at),
        duration: hrTime(duration),
        status:
          error === undefined
            ? { code: SpanStatusCode.UNSET }
            : { code: SpanStatusCode.ERROR, ...(row.reason === undefined ? {} : { message: row.reason }) },
        attributes: attributesOf(row, context, error),
        links: [],
        events: [],
        ended: true,
        resource: origin.resource,
        instrumentationScope: origin.scope,
        droppedAttributesCount: 0,
        droppedEventsCount: 0,
        droppedLinksCount: 0,
      };
    });
}

/** Every row as a record of its own; its body is the row as an export has it. */
export function logRecordsOf(rows: readonly SentRow[], origin: OtlpOrigin): ReadableLogRecord[] {
  return rows.map((row) => {
    const context = contextOfRow(row);
    const [severityNumber, severityText] = SEVERITY[row.outcome];
    return {
      hrTime: hrTime(row.at),
      hrTimeObserved: hrTime(row.at),
      spanContext: spanContext(row, context),
      severityNumber,
      severityText,
      eventName: row.test === true ? 'doorward.test' : `doorward.call.${row.leg}`,
      body: rowText(row),
      attributes: attributesOf(row, context, errorOf(row, context)),
      resource: origin.resource,
      instrumentationScope: origin.scope,
      droppedAttributesCount: 0,
    };
  });
}

const SEVERITY: Readonly<Record<SentRow['outcome'], readonly [number, string]>> = {
  ok: [9, 'INFO'],
  open: [9, 'INFO'],
  cancelled: [9, 'INFO'],
  'tool-error': [13, 'WARN'],
  refused: [13, 'WARN'],
  error: [17, 'ERROR'],
  failed: [17, 'ERROR'],
};

/** A span's name has few values: a resource's address is not in it. */
function spanName({ method, name }: SentRow): string {
  return name !== '' && (method === 'tools/call' || method === 'prompts/get') ? `${method} ${name}` : method;
}

function spanContext(row: SentRow, { traceparent, tracestate }: RecordedContext): SpanContext {
  const { traceId, spanId, parent } = spanPlace(row.call, traceparent);
  return {
    traceId,
    spanId,
    traceFlags: parent === undefined ? 1 : parent.flags & 1,
    ...(tracestate === undefined ? {} : { traceState: createTraceState(tracestate) }),
  };
}

/** A class of error of few values, as the conventions ask; undefined when the call went well or is under way. */
function errorOf(row: SentRow, { code }: RecordedContext): string | undefined {
  switch (row.outcome) {
    case 'ok':
      return undefined;
    case 'open':
      // An end without an outcome: nobody can say whether the server did it.
      return row.leg === 'sent' ? undefined : 'unknown_outcome';
    case 'tool-error':
      return 'tool_error';
    case 'error':
      return code === undefined ? '_OTHER' : String(code);
    default:
      return row.outcome;
  }
}

function attributesOf(row: SentRow, context: RecordedContext, error: string | undefined): Attributes {
  const { method, name } = row;
  const all: Record<string, string | number | boolean | undefined> = {
    'mcp.method.name': method,
    ...(method === 'tools/call' ? { 'gen_ai.tool.name': name, 'gen_ai.operation.name': 'execute_tool' } : {}),
    ...(method === 'prompts/get' ? { 'gen_ai.prompt.name': name } : {}),
    ...(/^(?:notifications\/)?resources\//.test(method) && name !== '' ? { 'mcp.resource.uri': name } : {}),
    'mcp.session.id': context.session,
    'mcp.protocol.version': context.protocol,
    'jsonrpc.request.id': context.request,
    'network.transport': context.transport,
    'network.protocol.name': context.transport === 'tcp' ? 'http' : undefined,
    'error.type': error,
    'rpc.response.status_code': context.code === undefined ? undefined : String(context.code),
    'doorward.row.id': idOf(row),
    'doorward.row.seq': row.seq,
    'doorward.call': row.call,
    'doorward.leg': row.leg,
    'doorward.outcome': row.outcome,
    'doorward.direction': row.direction,
    'doorward.client.id': row.clientId,
    'doorward.client.name': row.clientName,
    'doorward.server': row.server,
    'doorward.reason': row.reason,
    'doorward.ruling': row.ruling,
    'doorward.found': row.found,
    'doorward.within': context.within,
    'doorward.continues': context.continues,
    'doorward.marks': context.marks?.join(' '),
    'doorward.args.digest': row.argsDigest,
    'doorward.args.bytes': row.argsBytes,
    'doorward.result.digest': row.resultDigest,
    'doorward.result.bytes': row.resultBytes,
    'doorward.hidden': row.hidden,
    'doorward.test': row.test,
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined && value !== ''),
  ) as Attributes;
}

/** Seconds and nanoseconds of milliseconds; a clock before 1970 has no form in OTLP. */
function hrTime(ms: number): HrTime {
  const micros = Math.max(Math.round(ms * 1000), 0);
  return [Math.floor(micros / 1_000_000), (micros % 1_000_000) * 1000];
}
