import { hash } from 'node:crypto';
import type { RecordedContext } from '../../shared/model/log.ts';
import { spanPlace, traceOf } from '../audit/trace-context.ts';
import type { Call } from './call.ts';
import type { DownstreamSession } from './exchange.ts';
import { membersOf, stringAt } from './framing/json-scan.ts';
import type { Message } from './message.ts';

type Facts = Pick<
  Call,
  | 'direction'
  | 'message'
  | 'envelope'
  | 'session'
  | 'connection'
  | 'server'
  | 'within'
  | 'continues'
  | 'resumes'
>;

type Trace = Pick<RecordedContext, 'traceparent' | 'tracestate'>;

/** Bytes of the longest member that is looked at. */
const LONGEST = 600;

const digests = new WeakMap<DownstreamSession, string>();

/**
 * Where a call belongs, for the log: the trace that the AI app put into `_meta`, its session, its id. What an app sends
 * is kept only where it has the form that the specification gives it (W3C Trace Context); anything else is left out, so
 * that nobody writes texts of their own into traces.
 */
export function contextOf(call: Facts): string {
  const { message, session, envelope } = call;
  const { id } = message;
  const trace = traceIn(message) ?? traceWithin(call);
  const continues = call.resumes ?? call.continues;
  const protocol = session?.protocolVersion ?? envelope?.protocolVersion;
  const context: RecordedContext = {
    ...(id === undefined ? {} : { request: idText(id.raw) }),
    ...(session === undefined ? {} : { session: digestOf(session) }),
    ...(protocol === undefined ? {} : { protocol: protocol.slice(0, 32) }),
    ...transportOf(call),
    ...trace,
    ...(call.within === undefined ? {} : { within: call.within.id }),
    ...(continues === undefined ? {} : { continues }),
  };
  return JSON.stringify(context);
}

/** The trace that a message names itself. */
function traceIn({ bytes, meta }: Message): Trace | undefined {
  if (meta === undefined) return undefined;
  const named = (key: string): string | undefined => {
    const span = meta.get(key);
    return span === undefined || span.end - span.start > LONGEST ? undefined : stringAt(bytes, span);
  };
  const trace = traceOf(named('traceparent'), named('tracestate'));
  return trace.traceparent === undefined ? undefined : trace;
}

/** A question that names no trace belongs below the span of the call for which it is asked. */
function traceWithin({ within }: Pick<Call, 'within'>): Trace | undefined {
  if (within === undefined) return undefined;
  const above = traceIn(within.message);
  const { traceId, spanId, parent } = spanPlace(within.id, above?.traceparent);
  const flags = (parent?.flags ?? 1).toString(16).padStart(2, '0');
  return { ...above, traceparent: `00-${traceId}-${spanId}-${flags}` };
}

/** What of an answer is kept beside its digest: the code of an error, the marks that it made, and how it was shaped. */
export function answerContext(
  { marks, shaped }: Pick<Call, 'marks' | 'shaped'>,
  response: Message,
): string | undefined {
  const code = response.errorSpan && codeOf(response);
  if (code === undefined && marks === undefined && shaped === undefined) return undefined;
  return JSON.stringify({
    ...(code === undefined ? {} : { code }),
    ...(marks === undefined ? {} : { marks: [...marks] }),
    ...(shaped === undefined ? {} : { shaped }),
  } satisfies RecordedContext);
}

function codeOf({ bytes, errorSpan }: Message): number | undefined {
  const span = errorSpan && membersOf(bytes, errorSpan)?.get('code');
  if (span === undefined) return undefined;
  const code = Number(bytes.toString('latin1', span.start, Math.min(span.end, span.start + 24)));
  return Number.isSafeInteger(code) ? code : undefined;
}

/** Whoever knows the id of a session may speak in it on some servers, so only what stands for it is kept. */
function digestOf(session: DownstreamSession): string {
  const known = digests.get(session);
  if (known !== undefined) return known;
  const digest = hash('sha256', `doorward session ${session.id}`, 'hex').slice(0, 32);
  digests.set(session, digest);
  return digest;
}

function transportOf({ direction, connection, server }: Facts): Pick<RecordedContext, 'transport'> {
  if (direction === 'client') return { transport: connection === undefined ? 'pipe' : 'tcp' };
  if (server === undefined) return {};
  return { transport: server.launch.transport === 'stdio' ? 'pipe' : 'tcp' };
}

/** The id as a text, without the quotes that JSON needs. */
function idText(raw: string): string {
  if (!raw.startsWith('"')) return raw;
  const text: unknown = JSON.parse(raw);
  return typeof text === 'string' ? text : raw;
}
