import type { Launch } from '../../../shared/model/server.ts';
import { withoutSecrets, type WithoutSecrets } from '../../catalog/identity/launch-secrets.ts';
import { hasReference, vaultArguments, vaultValues } from '../../vault/references.ts';

/** Stands in the place of an argument that is a secret. */
const WITHHELD = 'withheld';

/**
 * What a server is given at its first look: neither what looks secret nor anything that comes from the vault, whatever
 * its name is. Attack: a program adds a server that refers to somebody's key under a harmless name.
 */
export function firstLook<L extends Launch>(launch: L): WithoutSecrets<L> {
  const plain = Object.fromEntries(
    Object.entries(vaultValues(launch)).filter(([, value]) => !hasReference(value)),
  );
  const without = withoutSecrets(
    launch.transport === 'stdio' ? { ...launch, env: plain } : { ...launch, headers: plain },
  );
  const kept = vaultValues(without.launch);
  const withheld = Object.keys(vaultValues(launch)).filter((name) => !Object.hasOwn(kept, name));
  const hidden = vaultArguments(launch);
  if (hidden.length === 0 || without.launch.transport === 'http')
    return { launch: without.launch, withheld: withheld.toSorted() };
  const args = without.launch.args.map((word) => (hasReference(word) ? WITHHELD : word));
  return {
    launch: { ...without.launch, args },
    withheld: [...withheld, ...hidden.map((word) => `argument ${word}`)].toSorted(),
  };
}
