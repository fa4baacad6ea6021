import type { RegistryFreshness } from '../../../shared/model/registry.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { AnswerCache } from './cache.ts';
import { readEntry, readPage, type RegistryEntry } from './server-json.ts';

/**
 * Asks an address of a registry and answers the JSON that came. Fails with a part of a sentence that says why nothing
 * came: `missing` when the registry has no such thing, `unreachable` for everything else.
 */
export type AskRegistry = (url: string) => Promise<Result<unknown, 'missing' | 'unreachable'>>;

export interface RegistryClientPorts {
  /** Address of the registry, as it is set now. */
  readonly base: () => string;
  readonly ask: AskRegistry;
  readonly cache: AnswerCache;
  readonly now: () => number;
}

/** One page of what was searched for. */
export interface FoundServers extends RegistryFreshness {
  readonly entries: readonly RegistryEntry[];
  readonly next: string | undefined;
}

/** One version of one server. */
export interface FoundServer extends RegistryFreshness {
  readonly entry: RegistryEntry;
}

/** A registry of servers, in the shape of the MCP Registry's API. */
export interface RegistryClient {
  search(query: {
    readonly text: string;
    readonly cursor?: string | undefined;
    readonly limit: number;
  }): Promise<Result<FoundServers>>;
  /** A version, or the newest without one. */
  show(name: string, version?: string): Promise<Result<FoundServer>>;
  /** The versions that a server has, in the registry's order. */
  versions(name: string): Promise<Result<readonly string[]>>;
}

/** The public registry asks for nobody to ask it more often. */
const FRESH_MS = 60 * 60_000;

/**
 * Asks a registry, and remembers: the same question goes out once an hour at most. Where no answer comes, an older one
 * holds and says so. Everything that comes is hostile; an answer about another server or version than was asked for is
 * none.
 */
export function registryClient({ base, ask, cache, now }: RegistryClientPorts): RegistryClient {
  /** `read` answers undefined for what cannot be an answer: that is not kept, and does not take a good one's place. */
  async function get<T>(
    path: string,
    read: (body: unknown) => T | undefined,
    missing: string,
  ): Promise<Result<{ readonly value: T; readonly about: Omit<RegistryFreshness, 'leftOut'> }>> {
    const root = base().replace(/\/*$/, '/');
    const url = root + path;
    const from = new URL(root).host;
    const kept = cache.get(url);
    const before = kept === undefined ? undefined : read(kept.body);
    if (kept !== undefined && before !== undefined && now() - kept.at < FRESH_MS)
      return ok({ value: before, about: { from, at: kept.at } });
    const answer = await ask(url);
    const value = answer.ok ? read(answer.value) : undefined;
    if (answer.ok && value !== undefined) {
      const at = now();
      cache.put({ url, at, body: answer.value });
      return ok({ value, about: { from, at } });
    }
    if (!answer.ok && answer.code === 'missing') return fail('unknown', missing);
    const why = answer.ok ? 'its answer cannot be understood' : answer.message;
    if (kept !== undefined && before !== undefined)
      return ok({
        value: before,
        about: { from, at: kept.at, stale: `The registry at ${from} could not be asked now: ${why}.` },
      });
    return fail(
      'unreachable',
      `The registry at ${from} could not be asked: ${why}. Check the network and try again, or add the server by hand.`,
    );
  }

  const pathOf = (name: string): string => `v0.1/servers/${encodeURIComponent(name)}/versions`;

  return {
    async search({ text, cursor, limit }) {
      const query = new URLSearchParams({
        ...(text === '' ? {} : { search: text }),
        ...(cursor === undefined ? {} : { cursor }),
        limit: String(limit),
        version: 'latest',
      });
      const page = await get(`v0.1/servers?${query.toString()}`, readPage, 'The registry has no list.');
      if (!page.ok) return page;
      const { value, about } = page.value;
      return ok({ ...about, entries: value.entries, leftOut: value.leftOut, next: value.next });
    },

    async show(name, version) {
      const found = await get(
        `${pathOf(name)}/${version === undefined ? 'latest' : encodeURIComponent(version)}`,
        (body) => {
          const entry = readEntry(body);
          if (entry === undefined) return undefined;
          const { server } = entry;
          return server.name === name && (version === undefined || server.version === version)
            ? entry
            : undefined;
        },
        version === undefined
          ? `The registry has no server "${name}".`
          : `The registry has no version ${version} of "${name}".`,
      );
      if (!found.ok) return found;
      const { value: entry, about } = found.value;
      const leftOut = entry.server.packages.leftOut + entry.server.remotes.leftOut;
      return ok({ ...about, entry, leftOut });
    },

    async versions(name) {
      const page = await get(pathOf(name), readPage, `The registry has no server "${name}".`);
      return page.ok
        ? ok(
            page.value.value.entries
              .filter(({ server }) => server.name === name)
              .map(({ server }) => server.version),
          )
        : page;
    },
  };
}
