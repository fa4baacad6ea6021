import { membersOf, stringAt } from '../../relay/framing/json-scan.ts';
import { scanMessage, splitBatch } from '../../relay/message.ts';
import { MAX_BATCH } from './limits.ts';

const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const HEAD = Buffer.from('{"jsonrpc":"2.0","id":');
const RESULT_FIRST = Buffer.from('{"result":');
const ERROR_FIRST = Buffer.from('{"error":');
const THEN_RESULT = Buffer.from(',"result":');
const THEN_ERROR = Buffer.from(',"error":');
const METHOD_FIRST = Buffer.from('{"method":');
const METHOD_SECOND = Buffer.from('{"jsonrpc":"2.0","method":');
const NONE: readonly Buffer[] = [];
const MAX_SAID = 500;

/**
 * The JSON-RPC messages in a body or event: one object (the same bytes), the members of a batch (2025-03-26), or
 * none when it is neither. A cut-off body is recognised by its end; whether the JSON is right, the relay finds out.
 */
export function messagesIn(bytes: Buffer): readonly Buffer[] {
  const first = edge(bytes, 0, 1);
  if (first === OPEN_OBJECT) return edge(bytes, bytes.length - 1, -1) === CLOSE_OBJECT ? [bytes] : NONE;
  if (first !== OPEN_ARRAY) return NONE;
  const batch = splitBatch(bytes, MAX_BATCH);
  return batch?.ok === true ? batch.value.map((message) => message.bytes) : NONE;
}

/**
 * True when `bytes` is the response to request `id`, or an error with id null, which on the stream of that request
 * can mean no other. Looks at both ends first: servers write one of two orders.
 */
export function answers(bytes: Buffer, id: number): boolean {
  if (startsWith(bytes, METHOD_FIRST, 0) || startsWith(bytes, METHOD_SECOND, 0)) return false;
  const token = String(id);
  if (startsWith(bytes, RESULT_FIRST, 0) || startsWith(bytes, ERROR_FIRST, 0)) {
    const tail = `,"jsonrpc":"2.0","id":${token}}`;
    if (bytes.toString('latin1', Math.max(0, bytes.length - tail.length)) === tail) return true;
  } else if (startsWith(bytes, HEAD, 0)) {
    const end = HEAD.length + token.length;
    if (bytes.toString('latin1', HEAD.length, end) === token) {
      if (startsWith(bytes, THEN_RESULT, end) || startsWith(bytes, THEN_ERROR, end)) return true;
    }
  }
  const message = scanMessage(bytes);
  if (!message.ok || message.value.kind !== 'response') return false;
  return message.value.id === undefined || message.value.id.key === token;
}

/** True for the body of a 4xx or 5xx that is a JSON-RPC error for request `id`, or for a request it could not read. */
export function isErrorFor(body: Buffer, id: number): boolean {
  const message = scanMessage(body);
  if (!message.ok || message.value.kind !== 'response' || message.value.errorSpan === undefined) return false;
  return message.value.id === undefined || message.value.id.key === String(id);
}

/**
 * True for the body of a 400 by which a server that was started anew says that it does not know the session. The
 * protocol wants 404 for that; servers that follow the examples of its SDKs answer 400 with an error that has no id.
 */
export function saysSessionIsGone(body: Buffer): boolean {
  const message = scanMessage(body);
  if (!message.ok || message.value.kind !== 'response' || message.value.id !== undefined) return false;
  const { bytes, errorSpan } = message.value;
  const said = errorSpan && stringAt(bytes, membersOf(bytes, errorSpan)?.get('message'));
  return said !== undefined && /\bsession\b|not initialized/i.test(said.slice(0, MAX_SAID));
}

function startsWith(bytes: Buffer, text: Buffer, at: number): boolean {
  if (bytes.length < at + text.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text[i]) return false;
  return true;
}

/** The first byte from `at` in direction `step` that is no JSON white space. */
function edge(bytes: Buffer, at: number, step: 1 | -1): number | undefined {
  for (let i = at; i >= 0 && i < bytes.length; i += step) {
    const c = bytes[i];
    if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return c;
  }
  return undefined;
}
