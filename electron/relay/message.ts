import { isUtf8 } from 'node:buffer';
import { fail, ok, type Result } from '../../shared/result.ts';
import {
  bytesAt,
  decodeString,
  elementsOf,
  type Members,
  readObject,
  ScanFailure,
  skipSpace,
  skipValue,
  type Span,
  stringAt,
} from './framing/json-scan.ts';

/** A JSON-RPC id. `raw` is the token as it was sent and is what goes back; `key` tells ids apart (1 is not "1"). */
export interface MessageId {
  readonly raw: string;
  readonly key: string;
}

/**
 * One JSON-RPC message, scanned once and never re-printed. Spans point into `bytes`; `params` and `meta` are the
 * members of `params` and `params._meta` where those are objects.
 */
export interface Message {
  readonly bytes: Buffer;
  readonly kind: 'request' | 'notification' | 'response';
  readonly id: MessageId | undefined;
  readonly idSpan: Span | undefined;
  readonly method: string;
  readonly paramsSpan: Span | undefined;
  readonly params: Members | undefined;
  readonly metaSpan: Span | undefined;
  readonly meta: Members | undefined;
  readonly resultSpan: Span | undefined;
  readonly errorSpan: Span | undefined;
}

/** `parse`: not JSON (-32700). `invalid`: JSON, but no JSON-RPC 2.0 message (-32600). */
export type ScanCode = 'parse' | 'invalid';

const MAX_ID_BYTES = 512;
const MAX_METHOD_CHARS = 256;
const OPEN_OBJECT = 0x7b;

/** Tells an id token (string or number) apart from others; undefined for anything else or an oversized one. */
export function readId(b: Buffer, span: Span): MessageId | undefined {
  if (span.end - span.start > MAX_ID_BYTES) return undefined;
  const raw = b.toString('utf8', span.start, span.end);
  if (raw.startsWith('"')) {
    // "\u0031" and "1" are the same id to every JSON reader.
    const key = raw.includes('\\') ? JSON.stringify(decodeString(b, span.start, span.end)) : raw;
    return { raw, key };
  }
  const c = raw.charCodeAt(0);
  return c === 0x2d || (c >= 0x30 && c <= 0x39) ? { raw, key: raw } : undefined;
}

/**
 * Validates one JSON-RPC 2.0 message completely (UTF-8, JSON grammar, envelope) in a single pass.
 * Refused: duplicate keys in the envelope, `params` and `params._meta`; id null on requests; ids over 512 bytes.
 * The bytes are kept, not copied: the caller must not change them.
 */
export function scanMessage(bytes: Buffer): Result<Message, ScanCode> {
  if (!isUtf8(bytes)) return fail('parse', 'The message is not valid UTF-8.');
  const top: Members = new Map();
  let params: Members | undefined;
  let meta: Members | undefined;
  let metaSpan: Span | undefined;
  try {
    const readMeta = (key: string, at: number): number => {
      if (key !== '_meta' || bytes[at] !== OPEN_OBJECT) return skipValue(bytes, at);
      meta = new Map();
      const end = readObject(bytes, at, meta);
      metaSpan = { start: at, end };
      return end;
    };
    const readTop = (key: string, at: number): number => {
      if (key !== 'params' || bytes[at] !== OPEN_OBJECT) return skipValue(bytes, at);
      params = new Map();
      return readObject(bytes, at, params, readMeta);
    };
    const start = skipSpace(bytes, 0);
    if (bytes[start] !== OPEN_OBJECT) {
      if (skipSpace(bytes, skipValue(bytes, start)) !== bytes.length) throw new ScanFailure('more follows');
      return fail('invalid', 'The message is not a JSON object.');
    }
    const end = skipSpace(bytes, readObject(bytes, start, top, readTop));
    if (end !== bytes.length) throw new ScanFailure('more follows the message');
  } catch (error) {
    if (error instanceof ScanFailure)
      return fail('parse', `The message is not valid JSON: ${error.message}.`);
    throw error;
  }
  return envelope(bytes, top, params, meta, metaSpan);
}

/** Scans a message that we built; anything but a valid one is a bug. */
export function rescan(bytes: Buffer): Message {
  const scanned = scanMessage(bytes);
  if (!scanned.ok) throw new Error(`own message is malformed: ${scanned.message}`);
  return scanned.value;
}

function envelope(
  bytes: Buffer,
  top: Members,
  params: Members | undefined,
  meta: Members | undefined,
  metaSpan: Span | undefined,
): Result<Message, ScanCode> {
  if (stringAt(bytes, top.get('jsonrpc')) !== '2.0')
    return fail('invalid', 'The message lacks "jsonrpc":"2.0".');
  const idSpan = top.get('id');
  const methodSpan = top.get('method');
  const resultSpan = top.get('result');
  const errorSpan = top.get('error');
  const paramsSpan = top.get('params');
  const id = idSpan === undefined ? undefined : readId(bytes, idSpan);
  const shared = { bytes, id, idSpan, paramsSpan, params, metaSpan, meta, resultSpan, errorSpan };
  if (methodSpan !== undefined) {
    const method = stringAt(bytes, methodSpan);
    if (method === undefined || method.length > MAX_METHOD_CHARS || (resultSpan ?? errorSpan) !== undefined)
      return fail('invalid', 'The message is neither a request nor a response.');
    if (paramsSpan !== undefined && params === undefined)
      return fail('invalid', '"params" must be an object.');
    if (idSpan === undefined) return ok({ ...shared, kind: 'notification', method });
    if (id === undefined) return fail('invalid', 'The id of a request must be a string or a number.');
    return ok({ ...shared, kind: 'request', method });
  }
  if ((resultSpan === undefined) === (errorSpan === undefined))
    return fail('invalid', 'A response has either a result or an error.');
  // An error may carry id null: its sender could not read the request's.
  if (
    id === undefined &&
    (resultSpan !== undefined || (idSpan && bytesAt(bytes, idSpan).toString() !== 'null'))
  )
    return fail('invalid', 'The id of a response must be a string or a number.');
  return ok({ ...shared, kind: 'response', method: '' });
}

/** Splits a JSON-RPC batch (revision 2025-03-26 only) into messages; undefined when the bytes are no array. */
export function splitBatch(bytes: Buffer, max: number): Result<Message[], ScanCode> | undefined {
  const start = skipSpace(bytes, 0);
  if (bytes[start] !== 0x5b) return undefined;
  try {
    if (skipSpace(bytes, skipValue(bytes, start)) !== bytes.length) throw new ScanFailure('more follows');
  } catch (error) {
    if (error instanceof ScanFailure) return fail('parse', `The batch is not valid JSON: ${error.message}.`);
    throw error;
  }
  const elements = elementsOf(bytes, { start, end: bytes.length }, max + 1) ?? [];
  if (elements.length === 0) return fail('invalid', 'The batch is empty.');
  if (elements.length > max) return fail('invalid', `A batch may have at most ${max} messages.`);
  const messages: Message[] = [];
  for (const span of elements) {
    const message = scanMessage(bytesAt(bytes, span));
    if (!message.ok) return message;
    messages.push(message.value);
  }
  return ok(messages);
}
