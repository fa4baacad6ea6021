import type { Scope } from '../relay/exchange.ts';

export type Route =
  | { readonly kind: 'mcp'; readonly scope: Scope; readonly key: string }
  | { readonly kind: 'health' }
  | { readonly kind: 'unknown' };

const AGGREGATE: Route = { kind: 'mcp', scope: { kind: 'aggregate' }, key: '' };
const HEALTH: Route = { kind: 'health' };
const UNKNOWN: Route = { kind: 'unknown' };
const ONE_SERVER = /^\/mcp\/s\/([a-z0-9-]{1,20})$/;

/**
 * Which endpoint a request target names. Compared as it was sent: no decoding, no normalising, no query, so there
 * is one spelling of each address and nothing like a token is ever read from one. `key` is the server's id, or
 * empty for all servers.
 */
export function routeOf(target: string | undefined): Route {
  if (target === '/mcp') return AGGREGATE;
  if (target === undefined) return UNKNOWN;
  const server = ONE_SERVER.exec(target)?.[1];
  if (server !== undefined) return { kind: 'mcp', scope: { kind: 'server', server }, key: server };
  return target === '/healthz' ? HEALTH : UNKNOWN;
}
