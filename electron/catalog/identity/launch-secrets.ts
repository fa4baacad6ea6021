import type { Launch } from '../../../shared/model/server.ts';
import { looksSecret } from './judge-environment.ts';

/** A launch as it is looked at first: without what looks secret. */
export interface WithoutSecrets<L extends Launch = Launch> {
  readonly launch: L;
  /** Names of the variables or headers that were left out, sorted. */
  readonly withheld: readonly string[];
}

/**
 * Leaves out environment values (local servers) and headers (remote ones) that look like secrets, by their name or
 * their form, so that a server that nobody has looked at yet is not handed a key at its first start. Arguments and the
 * address stay as they are: without parts of them it would be another server.
 */
export function withoutSecrets<L extends Launch>(launch: L): WithoutSecrets<L> {
  const values = launch.transport === 'stdio' ? launch.env : launch.headers;
  const kept = Object.entries(values).filter(([name, value]) => !looksSecret(name, value));
  const rest = Object.fromEntries(kept);
  return {
    launch: launch.transport === 'stdio' ? { ...launch, env: rest } : { ...launch, headers: rest },
    withheld: Object.keys(values)
      .filter((name) => !Object.hasOwn(rest, name))
      .toSorted(),
  };
}
