import type { SendFailure } from '../upstream/connection.ts';
import { type Message, rescan } from './message.ts';
import { membersOf, stringAt } from './framing/json-scan.ts';
import { applySplices, json } from './framing/splice.ts';

/** Doorward's own refusals; outside the range that JSON-RPC reserves. */
export const REFUSED = 4030;
export const INVALID_REQUEST = -32600;
export const METHOD_NOT_FOUND = -32601;
export const INVALID_PARAMS = -32602;
export const INTERNAL_ERROR = -32603;
/** 2026-07-28: an HTTP header and the body disagree. */
export const HEADER_MISMATCH = -32020;

/** A success response around `result`, which is JSON already. `id` is the raw token of the request. */
export function resultReply(id: string, result: Buffer | string): Buffer {
  const head = `{"jsonrpc":"2.0","id":${id},"result":`;
  return typeof result === 'string'
    ? Buffer.from(`${head}${result}}`)
    : Buffer.concat([Buffer.from(head), result, Buffer.from('}')]);
}

/** An error response. `id` is the raw token of the request, or `null`. */
export function errorReply(id: string, code: number, message: string, data?: unknown): Buffer {
  const error = data === undefined ? { code, message } : { code, message, data };
  return Buffer.from(`{"jsonrpc":"2.0","id":${id},"error":${JSON.stringify(error)}}`);
}

/**
 * A refusal as a tool's own error, so that the model reads the sentence and can react (a JSON-RPC error would
 * look like a fault of the transport to most AI apps).
 */
export function toolErrorReply(id: string, sentence: string, stateless: boolean): Buffer {
  const kind = stateless ? '"resultType":"complete",' : '';
  return resultReply(
    id,
    `{${kind}"content":[{"type":"text","text":${JSON.stringify(sentence)}}],"isError":true}`,
  );
}

/** The result of a tool of our own; `result` is an object of JSON with members. */
export function toolReply(id: string, result: Buffer, stateless: boolean): Buffer {
  const kind = stateless ? '"resultType":"complete",' : '';
  return resultReply(id, Buffer.concat([Buffer.from(`{${kind}`), result.subarray(1)]));
}

/** The same response for another id; everything else stays byte for byte. */
export function withId(response: Message, id: string): Buffer {
  if (response.idSpan === undefined) {
    // An error without an id: the server could not read ours. It belongs to this request all the same.
    const open = response.bytes.indexOf(0x7b) + 1;
    return applySplices(response.bytes, [
      { span: { start: open, end: open }, bytes: Buffer.from(`"id":${id},`) },
    ]);
  }
  return applySplices(response.bytes, [{ span: response.idSpan, bytes: Buffer.from(id) }]);
}

/** What an AI app hears when the server could not be reached or died; the sentence names the server. */
export function failureReply(id: string, failure: SendFailure): Buffer {
  return errorReply(id, INTERNAL_ERROR, failure.message, { reason: failure.code });
}

/** A notification of ours. */
export function notification(method: string, params?: unknown): Buffer {
  return json(params === undefined ? { jsonrpc: '2.0', method } : { jsonrpc: '2.0', method, params });
}

/** A request of ours; `params` is JSON. Its id is a placeholder that the connection replaces. */
export function ownRequest(method: string, params: Buffer): Message {
  const head = `{"jsonrpc":"2.0","id":0,"method":${JSON.stringify(method)},"params":`;
  return rescan(Buffer.concat([Buffer.from(head), params, Buffer.from('}')]));
}

/** What an error response says, shortened; it is the server's own text. */
export function errorText(response: Message): string {
  const members = response.errorSpan && membersOf(response.bytes, response.errorSpan);
  const text = members && stringAt(response.bytes, members.get('message'));
  return (text ?? 'no reason given').slice(0, 300);
}
