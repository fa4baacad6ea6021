import type { IncomingHttpHeaders } from 'node:http';

const PREFIX = 'mcp-param-';
const SENTINEL_START = '=?base64?';
const SENTINEL_END = '?=';
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** For requests without such headers. */
export const NO_PARAMS: Readonly<Record<string, string>> = Object.freeze(emptyRecord());
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function emptyRecord(): Record<string, string> {
  return Object.create(null) as Record<string, string>;
}

/** Takes away the spaces and tabs around a header value (RFC 9110 §5.5). */
export function trimmed(value: string): string {
  const first = value.charCodeAt(0);
  const last = value.charCodeAt(value.length - 1);
  if (first !== 0x20 && first !== 0x09 && last !== 0x20 && last !== 0x09) return value;
  let start = 0;
  let end = value.length;
  while (start < end && (value.charCodeAt(start) === 0x20 || value.charCodeAt(start) === 0x09)) start++;
  while (end > start && (value.charCodeAt(end - 1) === 0x20 || value.charCodeAt(end - 1) === 0x09)) end--;
  return value.slice(start, end);
}

/**
 * Decodes an `Mcp-Name` or `Mcp-Param-*` value: `=?base64?…?=` holds UTF-8 in standard base64, everything else
 * stands for itself. Undefined when the wrapper is there but its content is not canonical base64 of valid UTF-8,
 * which a server must refuse (2026-07-28, standard request headers).
 */
export function decodeHeaderValue(value: string): string | undefined {
  const plain = trimmed(value);
  if (!plain.startsWith(SENTINEL_START) || !plain.endsWith(SENTINEL_END)) return plain;
  const inner = plain.slice(SENTINEL_START.length, plain.length - SENTINEL_END.length);
  // "=?base64?=" starts and ends right while the two overlap.
  if (plain.length < SENTINEL_START.length + SENTINEL_END.length || !BASE64.test(inner)) return undefined;
  const bytes = Buffer.from(inner, 'base64');
  // Spare bits that are not zero would let two spellings mean one value.
  if (bytes.toString('base64') !== inner) return undefined;
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The `Mcp-Param-*` headers, decoded, under their lower-case names; or the name of the first that cannot be decoded.
 */
export function paramHeaders(headers: IncomingHttpHeaders): Readonly<Record<string, string>> | string {
  let found: Record<string, string> | undefined;
  for (const name in headers) {
    if (!name.startsWith(PREFIX)) continue;
    const value = headers[name];
    const decoded = typeof value === 'string' ? decodeHeaderValue(value) : undefined;
    if (decoded === undefined) return name;
    found ??= emptyRecord();
    found[name] = decoded;
  }
  return found ?? NO_PARAMS;
}
