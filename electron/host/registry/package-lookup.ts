import type { Launch, StdioLaunch } from '../../../shared/model/server.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { gitSource, gitStyle } from '../../catalog/identity/git-source.ts';
import { ociReference } from '../../catalog/identity/oci-reference.ts';
import { type PackageSpec, packageSpec } from '../../catalog/identity/package-spec.ts';
import { pinLaunch } from '../../catalog/identity/pin-launch.ts';
import type { PackageFacts } from '../../catalog/identity/registry.ts';
import { gitCommit } from './git-commit.ts';
import { imageDigest } from './oci-digest.ts';
import { askRegistry, type RegistryPorts, registryOf } from './package-registry.ts';

/** A start command without a version, rewritten to the one that a registry names now. */
export interface PinnedLaunch {
  readonly launch: StdioLaunch;
  readonly facts: PackageFacts;
}

/** What came of looking a version up: nothing where there is none to look up. */
export interface Lookup {
  readonly pinned?: PinnedLaunch;
  /** The command names a version already, and this is what the registry says of it. */
  readonly known?: PackageFacts;
  /** Why the server cannot be kept to one version, in a sentence. */
  readonly warning?: string;
}

const NOTHING: Lookup = {};

/**
 * Asks which version a start command without one means today (`npx -y pkg`, `uvx pkg`, `docker run image`, an address
 * of a git repository), so that exactly that one is looked at and kept to (attack 5). Only at a person's wish to look
 * at the server, which would fetch the package anyway. Where no answer comes the review goes on without, and says so.
 */
export async function lookUpPackage(launch: Launch, ports: RegistryPorts): Promise<Lookup> {
  if (launch.transport !== 'stdio') return NOTHING;
  const spec = packageSpec(launch);
  if (spec.extras.length > 0) return NOTHING;
  if (spec.pinned) return knownVersion(launch, spec, ports);
  const facts = await question(launch, spec, ports);
  if (facts === undefined) return NOTHING;
  if (!facts.ok) return unknown(spec, facts.message);
  const { version, integrity } = facts.value;
  const pinned = pinLaunch(launch, { version, integrity });
  return pinned.ok
    ? { pinned: { launch: pinned.value, facts: facts.value } }
    : unknown(spec, 'what the registry named is no version');
}

/** Of a version that a command names only what it holds is asked, so that the same version of other contents is noticed. */
async function knownVersion(
  launch: StdioLaunch,
  { kind, name, version }: PackageSpec,
  ports: RegistryPorts,
): Promise<Lookup> {
  if (kind !== 'npm' && kind !== 'pypi') return NOTHING;
  const registry = registryOf(launch, ports.trustedRegistries);
  if (registry === undefined || version === undefined) return NOTHING;
  const facts = await askRegistry(registry, name, version, ports);
  return facts.ok && facts.value.version === version ? { known: facts.value } : NOTHING;
}

/** The facts about what a launch means now; undefined where nobody is asked. */
async function question(
  launch: StdioLaunch,
  { kind, name, version, runner }: PackageSpec,
  ports: RegistryPorts,
): Promise<Result<PackageFacts> | undefined> {
  switch (kind) {
    case 'npm':
    case 'pypi': {
      const registry = registryOf(launch, ports.trustedRegistries);
      // A range is the person's own choice of versions; only a tag or nothing at all is resolved.
      const wanted = kind === 'pypi' && version === 'latest' ? undefined : version;
      const open = wanted === undefined || (kind === 'npm' && /^[a-z][\w-]*$/i.test(wanted));
      return registry === undefined || !open ? undefined : askRegistry(registry, name, wanted, ports);
    }
    case 'oci': {
      const image = ociReference(name, version);
      if (image === undefined) return undefined;
      const digest = await imageDigest(image, ports);
      return digest.ok ? ok(bareFacts(name, image.tag, digest.value)) : digest;
    }
    case 'git': {
      const style = gitStyle(runner);
      if (style === undefined) return undefined;
      const commit = await gitCommit(gitSource(name, style), ports);
      return commit.ok ? ok(bareFacts(name, commit.value, `sha1:${commit.value}`)) : commit;
    }
    default:
      return undefined;
  }
}

/** Of images and repositories nothing more is known than what they are. */
function bareFacts(name: string, version: string, integrity: string): PackageFacts {
  return { name, version, integrity, versions: 0 };
}

function unknown({ name }: PackageSpec, why: string): Lookup {
  return {
    warning: `Which version of "${name.slice(0, 160)}" is meant today could not be found out: ${why}. Nothing keeps the server to the one you see.`,
  };
}
