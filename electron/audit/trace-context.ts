import { hash } from 'node:crypto';
import type { RecordedContext } from '../../shared/model/log.ts';

const PARENT = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(?:-[!-~]{0,128})?$/;
/** Keys and values of `tracestate`; everything printable but what would end a member. */
const STATE = /^[ -~\t]{1,512}$/;

/**
 * The trace that a message names, as it is kept; nothing when `traceparent` is not one (W3C Trace Context: another
 * version may have more behind, version `ff` and ids of zeros alone are invalid, and without a parent there is no state).
 */
export function traceOf(
  traceparent: string | undefined,
  tracestate: string | undefined,
): Pick<RecordedContext, 'traceparent' | 'tracestate'> {
  if (traceparent === undefined || parentOf(traceparent) === undefined) return {};
  return {
    traceparent,
    ...(tracestate !== undefined && STATE.test(tracestate) ? { tracestate } : {}),
  };
}

/** The parts of a `traceparent`. */
export interface TraceParent {
  readonly traceId: string;
  readonly spanId: string;
  readonly flags: number;
}

/** Reads a `traceparent`; undefined when it is none. */
export function parentOf(text: string): TraceParent | undefined {
  if (!PARENT.test(text)) return undefined;
  const [version, traceId = '', spanId = '', flags = '', more] = text.split('-');
  if (version === 'ff' || (version === '00' && more !== undefined)) return undefined;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined;
  return { traceId, spanId, flags: Number.parseInt(flags, 16) };
}

/** Where the span of a call stands. */
export interface SpanPlace {
  readonly traceId: string;
  readonly spanId: string;
  readonly parent?: TraceParent;
}

/**
 * The place of a call's span: below the one that the AI app named, or in a trace of its own. Its ids are made of the
 * call's id, so that a call that is sent twice is the same span twice.
 */
export function spanPlace(call: string, traceparent: string | undefined): SpanPlace {
  const own = hash('sha256', `doorward span ${call}`, 'hex');
  const parent = traceparent === undefined ? undefined : parentOf(traceparent);
  const spanId = own.slice(32, 48);
  return parent === undefined
    ? { traceId: own.slice(0, 32), spanId }
    : { traceId: parent.traceId, spanId, parent };
}
