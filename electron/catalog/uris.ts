import type { ServerRecord } from '../../shared/model/server.ts';
import type { Aggregate } from './aggregate.ts';

const PREFIXED = /^doorward\+([a-z0-9-]{1,20}):(.+)$/s;
export interface UriTarget {
  readonly server: string;
  /** The URI as the server knows it. */
  readonly uri: string;
}

/**
 * Which server a URI belongs to: our own prefix, then what the lists say (listed resources, then the template with the
 * longest literal beginning), then the server that first spoke of it in a result (`learned`), then the only server
 * that has resources at all. Lists were looked at when a server was approved; what a result mentions, nobody has
 * seen. Of templates that begin alike, the one of the server that spoke of the URI counts.
 */
export function resolveUri(
  uri: string,
  aggregate: Aggregate,
  servers: readonly ServerRecord[],
  learned: string | undefined,
): UriTarget | undefined {
  const ids = new Set(servers.map((server) => server.id));
  const prefixed = PREFIXED.exec(uri);
  if (prefixed?.[1] !== undefined && prefixed[2] !== undefined)
    return ids.has(prefixed[1]) ? { server: prefixed[1], uri: prefixed[2] } : undefined;
  const { resources, templates } = aggregate.targets;
  const listed = resources.get(uri) ?? templates.get(uri);
  if (listed !== undefined) return { server: listed.server, uri };
  let best: { server: string; length: number } | undefined;
  for (const { server, item } of templates.values()) {
    const { length } = item.key.split('{', 1)[0] ?? '';
    if (length === 0 || !uri.startsWith(item.key.slice(0, length)) || length < (best?.length ?? 0)) continue;
    if (best === undefined || length > best.length || server === learned) best = { server, length };
  }
  if (best !== undefined) return { server: best.server, uri };
  if (learned !== undefined && ids.has(learned)) return { server: learned, uri };
  const withResources = new Set([...resources.values(), ...templates.values()].map(({ server }) => server));
  const [only, ...others] = withResources;
  return only !== undefined && others.length === 0 ? { server: only, uri } : undefined;
}
