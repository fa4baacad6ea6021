import { fail, ok, type Result } from '../../../shared/result.ts';
import type { ServerTarget } from '../connection.ts';
import type { HeaderList } from './client.ts';
import { MAX_REDIRECTS } from './limits.ts';

/** Where a remote server is, and what every request to it carries. */
export interface Remote {
  /** For sentences. */
  readonly id: string;
  readonly origin: string;
  readonly path: string;
  /** Host with port, for sentences. */
  readonly host: string;
  /** The person's own headers, which go to this origin and nowhere else. */
  readonly headers: HeaderList;
  /** Parts of headers and query that must not appear in sentences. */
  readonly secrets: readonly string[];
}

const MIN_SECRET_CHARS = 6;

/** Headers that belong to the protocol or to the connection: a person's settings do not reach them. */
const OURS = new Set([
  'accept',
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'expect',
  'host',
  'keep-alive',
  'last-event-id',
  'mcp-method',
  'mcp-name',
  'mcp-protocol-version',
  'mcp-session-id',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9a-z-]{1,128}$/;
/** RFC 9110 field values without obs-text: what is outside would be read differently by different servers. */
const HEADER_VALUE = /^[\t\x20-\x7e]*$/;

/**
 * Reads a remote server's address and headers. Refuses with a sentence: other schemes than http and https,
 * credentials in the address (they would end in logs), header names or values that are none (header injection).
 */
export function readRemote(server: Pick<ServerTarget, 'id' | 'launch'>, userAgent: string): Result<Remote> {
  const { id, launch } = server;
  if (launch.transport !== 'http') return fail('address', `"${id}" is not a remote server.`);
  const url = URL.canParse(launch.url) ? new URL(launch.url) : undefined;
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return fail('address', `The address of "${id}" is not an http or https address. Correct it.`);
  if (url.username !== '' || url.password !== '') {
    return fail(
      'address',
      `The address of "${id}" contains a user name or password. Remove them and send them as a header instead.`,
    );
  }
  const headers: string[] = [];
  let agent = userAgent;
  for (const [name, value] of Object.entries(launch.headers)) {
    const lower = name.toLowerCase();
    if (OURS.has(lower)) continue;
    if (!HEADER_NAME.test(lower) || !HEADER_VALUE.test(value))
      return fail('address', `A header of "${id}" has a name or value that cannot be sent: ${shown(lower)}.`);
    if (lower === 'user-agent') agent = value;
    else headers.push(lower, value);
  }
  headers.push('user-agent', agent, 'accept-encoding', 'identity');
  const secrets = Object.values(launch.headers)
    .flatMap((value) => [value, ...value.split(/[\s,;=:]+/)])
    .concat(...url.searchParams.values())
    .filter((value) => value.length >= MIN_SECRET_CHARS)
    .toSorted((a, b) => b.length - a.length);
  return ok({ id, origin: url.origin, path: url.pathname + url.search, host: url.host, headers, secrets });
}

function shown(name: string): string {
  return `"${name.replace(/[^\x21-\x7e]/g, '?').slice(0, 64)}"`;
}

/** True for a value that may go back to its server in a header: visible ASCII (MCP session ids), bounded. */
export function isVisibleAscii(value: string, max: number): boolean {
  return value.length > 0 && value.length <= max && /^[\x21-\x7e]+$/.test(value);
}

const PLAIN = /^[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?$/;

/**
 * A value from a message as a header value (2026-07-28, value encoding): plain ASCII without outer white space goes
 * as it is, everything else, and what looks like the sentinel itself, as `=?base64?…?=`. No input can end the header.
 */
export function encodeHeaderValue(value: string): string {
  if (PLAIN.test(value) && !(value.startsWith('=?base64?') && value.endsWith('?='))) return value;
  return `=?base64?${Buffer.from(value, 'utf8').toString('base64')}?=`;
}

/** `Mcp-Param-*` headers as given; undefined when one is no such header or could not be sent. */
export function paramHeaderList(headers: Readonly<Record<string, string>>): string[] | undefined {
  const list: string[] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (!name.startsWith('mcp-param-') || !HEADER_NAME.test(name) || !HEADER_VALUE.test(value))
      return undefined;
    list.push(name, value);
  }
  return list;
}

export type Redirect =
  | { readonly kind: 'follow'; readonly path: string }
  /** `to` is an origin, or undefined when the server named no place. */
  | { readonly kind: 'refuse'; readonly to: string | undefined };

/**
 * What to do with a 3xx answer. Only 307 and 308 inside the same origin are followed (frameworks add a slash that
 * way); everything else would send the message, and the person's headers, somewhere nobody approved.
 */
export function judgeRedirect(
  remote: Pick<Remote, 'origin'>,
  path: string,
  status: number,
  location: unknown,
  hops: number,
): Redirect {
  if (typeof location !== 'string' || location.length > 4096 || !URL.canParse(location, remote.origin + path))
    return { kind: 'refuse', to: undefined };
  const to = new URL(location, remote.origin + path);
  const keepsMethod = status === 307 || status === 308;
  const clean = to.username === '' && to.password === '';
  if (!keepsMethod || to.origin !== remote.origin || !clean || hops >= MAX_REDIRECTS)
    return { kind: 'refuse', to: to.origin === 'null' ? undefined : to.origin };
  return { kind: 'follow', path: to.pathname + to.search };
}
