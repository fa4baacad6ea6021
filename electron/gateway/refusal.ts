import type { GatewayResponse } from './http-message.ts';

/** An answer that the endpoint gives itself: HTTP status, JSON-RPC error code, and one sentence for people. */
export interface Refusal {
  readonly status: number;
  readonly code: number;
  readonly sentence: string;
  readonly data?: unknown;
  /** Further response headers, name and value alternating. */
  readonly headers?: readonly string[];
}

export const PARSE_ERROR = -32700;
export const INVALID_REQUEST = -32600;
export const INVALID_PARAMS = -32602;
/** 2026-07-28: a header and the body disagree, or a required header is missing. */
export const HEADER_MISMATCH = -32020;
/** 2026-07-28: the revision that the body names is not spoken here. */
export const UNSUPPORTED_VERSION = -32022;

/**
 * Doorward's own errors have the HTTP status times ten as their code: positive, because JSON-RPC and MCP keep the
 * negative ranges for themselves.
 */
export const ownRefusal = (status: number, sentence: string, headers?: readonly string[]): Refusal =>
  headers === undefined
    ? { status, code: status * 10, sentence }
    : { status, code: status * 10, sentence, headers };

/** HTTP 400 with the code that says what kind of mistake it is. */
export const badRequest = (code: number, sentence: string, data?: unknown): Refusal =>
  data === undefined ? { status: 400, code, sentence } : { status: 400, code, sentence, data };

/** The JSON-RPC error of a refusal. `id` is the raw token of the request, or `null`. */
export function refusalBody(refusal: Refusal, id: string): Buffer {
  const { code, sentence, data } = refusal;
  const error = data === undefined ? { code, message: sentence } : { code, message: sentence, data };
  return Buffer.from(`{"jsonrpc":"2.0","id":${id},"error":${JSON.stringify(error)}}`);
}

/** Answers with the refusal. Does nothing when the response has begun or the client is gone. */
export function refuse(res: GatewayResponse, refusal: Refusal, id = 'null'): void {
  if (res.headersSent || res.destroyed) return;
  res.attendant = undefined;
  const body = refusalBody(refusal, id);
  res.writeHead(refusal.status, [
    'Content-Type',
    'application/json',
    'Content-Length',
    String(body.length),
    ...(refusal.headers ?? []),
  ]);
  res.end(body);
}

const LINGER_MS = 1_000;

/**
 * Refuses a request whose body is still arriving, and closes the connection. What comes is thrown away for a
 * moment first: closing with unread bytes would reset the connection and could take the answer with it.
 */
export function refuseAndClose(res: GatewayResponse, refusal: Refusal): void {
  if (res.headersSent || res.destroyed) return;
  res.attendant = undefined;
  const { req } = res;
  const body = refusalBody(refusal, 'null');
  res.writeHead(refusal.status, [
    'Content-Type',
    'application/json',
    'Content-Length',
    String(body.length),
    'Connection',
    'close',
    ...(refusal.headers ?? []),
  ]);
  res.write(body);
  const timer = setTimeout(() => {
    res.end();
    req.destroy();
  }, LINGER_MS);
  req.once('end', () => res.end());
  res.once('close', () => clearTimeout(timer));
  req.resume();
}
