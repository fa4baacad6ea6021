import type { ServerRecord } from '../../shared/model/server.ts';
import type { Aggregate } from './aggregate.ts';

const PREFIXED = /^doorward\+([a-z0-9-]{1,20}):(.+)$/s;
const MAX_LEARNED = 2000;

/** URIs that came up in results without being in any list, and which server spoke of them; per client, bounded. */
export class LearnedUris {
  readonly #seen = new Map<string, string>();

  learn(client: string, uri: string, server: string): void {
    const key = `${client} ${uri}`;
    this.#seen.delete(key);
    this.#seen.set(key, server);
    if (this.#seen.size > MAX_LEARNED) this.#seen.delete(this.#seen.keys().next().value as string);
  }

  get(client: string, uri: string): string | undefined {
    return this.#seen.get(`${client} ${uri}`);
  }
}

export interface UriTarget {
  readonly server: string;
  /** The URI as the server knows it. */
  readonly uri: string;
}

/**
 * Which server a URI belongs to: our own prefix, then the lists, then what results spoke of, then the template
 * with the longest literal beginning, then the only server that has resources at all.
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
  const listed = aggregate.targets.resources.get(uri) ?? aggregate.targets.templates.get(uri);
  if (listed !== undefined) return { server: listed.server, uri };
  if (learned !== undefined && ids.has(learned)) return { server: learned, uri };
  let best: { server: string; length: number } | undefined;
  for (const { server, item } of aggregate.targets.templates.values()) {
    const literal = item.key.split('{', 1)[0] ?? '';
    if (uri.startsWith(literal) && literal.length > (best?.length ?? 0))
      best = { server, length: literal.length };
  }
  if (best !== undefined) return { server: best.server, uri };
  const withResources = new Set(
    [...aggregate.targets.resources.values(), ...aggregate.targets.templates.values()].map(
      ({ server }) => server,
    ),
  );
  const [only, ...others] = withResources;
  return only !== undefined && others.length === 0 ? { server: only, uri } : undefined;
}
