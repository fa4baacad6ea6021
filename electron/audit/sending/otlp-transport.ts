import {
  JsonLogsSerializer,
  JsonTraceSerializer,
  ProtobufLogsSerializer,
  ProtobufTraceSerializer,
} from '@opentelemetry/otlp-transformer';
import { Agent, request } from 'undici';
import { retryAfterMs } from './back-off.ts';
import { logRecordsOf, type OtlpOrigin, type Origin, otlpOrigin, spansOf } from './otlp-rows.ts';
import { idOf, type SentRow } from './sent-row.ts';
import { type SendResult, type Transport, troubleWords } from './transport.ts';

/** A collector that speaks OTLP over HTTP. */
export interface OtlpSettings {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly encoding: 'protobuf' | 'json';
  /** Certificates of authorities (PEM), in place of the system's. */
  readonly ca?: string;
}

export interface OtlpPorts {
  readonly origin: Origin;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** For one request, from the connection to the last byte of the answer. */
  readonly patienceMs?: number;
}

type Signal = 'traces' | 'logs';

const CONNECT_MS = 10_000;
/** An answer is a few bytes; whoever sends more is no collector. */
const MAX_ANSWER = 64 * 1024;
const MAX_NOTE = 200;

/**
 * Sends rows to a collector: spans to `/v1/traces`, every row to `/v1/logs`. Redirects are not followed: they would
 * take the log, and the key in the headers, to somebody whom nobody chose. Of a batch of which only one half was taken,
 * the other half alone is sent again.
 */
export function otlpTransport(settings: OtlpSettings, ports: OtlpPorts): Transport {
  const origin = otlpOrigin(ports.origin);
  const dispatcher = new Agent({
    connect: { timeout: CONNECT_MS, ...(settings.ca === undefined ? {} : { ca: settings.ca }) },
    connections: 1,
    maxResponseSize: MAX_ANSWER,
  });
  const base = settings.url.replace(/\/+$/, '');
  /** What of the last batch is there already. */
  let half: string | undefined;

  async function send(rows: readonly SentRow[], signal: AbortSignal): Promise<SendResult> {
    const batch = `${rows.length} ${rows.map(idOf).join(' ')}`;
    if (half !== batch) {
      const spans = encodeSpans(rows, origin, settings.encoding);
      if (spans !== undefined) {
        const traces = await post('traces', spans, signal);
        if (traces.kind !== 'taken') return traces;
      }
      half = batch;
    }
    const logs = await post('logs', encodeLogs(rows, origin, settings.encoding), signal);
    if (logs.kind === 'taken') half = undefined;
    return logs;
  }

  async function post(of: Signal, body: Uint8Array, signal: AbortSignal): Promise<SendResult> {
    const type = settings.encoding === 'json' ? 'application/json' : 'application/x-protobuf';
    try {
      const answer = await request(`${base}/v1/${of}`, {
        method: 'POST',
        headers: {
          ...settings.headers,
          'content-type': type,
          accept: type,
          'user-agent': `doorward/${ports.origin.version}`,
        },
        body,
        dispatcher,
        signal: AbortSignal.any([signal, AbortSignal.timeout(ports.patienceMs ?? 30_000)]),
      });
      // Also of a refusal: the connection is free for the next one only when it was read.
      const bytes = new Uint8Array(await answer.body.arrayBuffer());
      if (answer.statusCode >= 200 && answer.statusCode <= 299) return partial(of, bytes);
      const header = answer.headers['retry-after'];
      return refusal(answer.statusCode, typeof header === 'string' ? header : undefined, ports.now());
    } catch (error) {
      return { kind: 'failed', sentence: `The collector was not reached: ${troubleWords(error)}.` };
    }
  }

  /** What it took of a batch that it took as a whole; an answer that cannot be read says nothing against that. */
  function partial(of: Signal, bytes: Uint8Array): SendResult {
    const { refused, message } = rejected(of, bytes, settings.encoding);
    if (refused === 0) return { kind: 'taken', refused: 0 };
    const said = message === '' ? '' : ` It says: ${message}`;
    return {
      kind: 'taken',
      refused: of === 'logs' ? refused : 0,
      note: `The collector did not take ${refused} of the records (${of}).${said}`,
    };
  }

  return {
    send,
    close() {
      void dispatcher.destroy();
    },
  };
}

function encodeSpans(
  rows: readonly SentRow[],
  origin: OtlpOrigin,
  encoding: OtlpSettings['encoding'],
): Uint8Array | undefined {
  const spans = spansOf(rows, origin);
  if (spans.length === 0) return undefined;
  const serializer = encoding === 'json' ? JsonTraceSerializer : ProtobufTraceSerializer;
  return serializer.serializeRequest(spans);
}

function encodeLogs(
  rows: readonly SentRow[],
  origin: OtlpOrigin,
  encoding: OtlpSettings['encoding'],
): Uint8Array {
  const serializer = encoding === 'json' ? JsonLogsSerializer : ProtobufLogsSerializer;
  const bytes = serializer.serializeRequest(logRecordsOf(rows, origin));
  if (bytes === undefined) throw new Error('a batch could not be encoded');
  return bytes;
}

/** Of an answer that takes a batch: how many records of it were refused, and what was said about that. */
function rejected(
  of: Signal,
  bytes: Uint8Array,
  encoding: OtlpSettings['encoding'],
): { readonly refused: number; readonly message: string } {
  const nothing = { refused: 0, message: '' };
  if (bytes.length === 0) return nothing;
  try {
    const json = encoding === 'json';
    const said =
      of === 'logs'
        ? (json ? JsonLogsSerializer : ProtobufLogsSerializer).deserializeResponse(bytes).partialSuccess
        : (json ? JsonTraceSerializer : ProtobufTraceSerializer).deserializeResponse(bytes).partialSuccess;
    if (said === undefined || said === null) return nothing;
    // In JSON a 64-bit number is a text.
    const count = Number(
      ('rejectedLogRecords' in said ? said.rejectedLogRecords : undefined) ??
        ('rejectedSpans' in said ? said.rejectedSpans : undefined) ??
        0,
    );
    const message = typeof said.errorMessage === 'string' ? said.errorMessage.slice(0, MAX_NOTE) : '';
    return Number.isSafeInteger(count) && count > 0 ? { refused: count, message } : nothing;
  } catch {
    return nothing;
  }
}

/** What a status means that is none of success. */
function refusal(status: number, retryAfter: string | undefined, now: number): SendResult {
  if (status === 400 || status === 413 || status === 415 || status === 422)
    return { kind: 'unfit', sentence: `The collector does not take these records (status ${status}).` };
  const asked = retryAfterMs(retryAfter, now);
  const why =
    status >= 300 && status <= 399
      ? 'It leads to another address, which is not followed. Give the right one.'
      : status === 401 || status === 403
        ? 'It does not accept the key. Check the header and the secret in the vault.'
        : status === 404 || status === 405
          ? 'There is no OTLP at this address. Give the address without "/v1/traces".'
          : 'It is tried again.';
  return {
    kind: 'failed',
    sentence: `The collector answered with status ${status}. ${why}`,
    ...(asked === undefined ? {} : { askedMs: asked }),
  };
}
