import type { NewVersion } from '../../../shared/model/trust.ts';
import type { PackageSpec } from './package-spec.ts';
import type { PackageFacts } from './registry.ts';
import { isNewer, isSamePackage, type VersionedKind } from './versions.ts';

/** A package that is kept to one version, in a registry that has others. */
export interface PinnedPackage {
  readonly kind: VersionedKind;
  readonly name: string;
  readonly version: string;
}

const INTEGRITY: Readonly<Record<VersionedKind, RegExp>> = {
  npm: /^sha(?:256|384|512)-[A-Za-z0-9+/]{43,88}={0,2}$/,
  pypi: /^sha256:[0-9a-f]{64}$/i,
};

/** The package that a launch keeps to one version of; undefined for tags, ranges, images and addresses. */
export function pinnedPackage(spec: PackageSpec): PinnedPackage | undefined {
  const { kind, name, version, pinned } = spec;
  if ((kind !== 'npm' && kind !== 'pypi') || !pinned || version === undefined) return undefined;
  return { kind, name, version };
}

/**
 * What may be offered in place of the version that is kept to, by what a registry says is newest. Undefined when that
 * is another package, no release, not newer (an old hole put back), without a digest, or one whose author says not to
 * use it. Attack 5: offered to a person, never taken.
 */
export function newerVersion(pinned: PinnedPackage, facts: PackageFacts): NewVersion | undefined {
  const { kind, name, version } = pinned;
  if (!isSamePackage(kind, facts.name, name) || !isNewer(kind, facts.version, version)) return undefined;
  if (!INTEGRITY[kind].test(facts.integrity) || facts.deprecated !== undefined) return undefined;
  const { publishedAt, createdAt, publisher } = facts;
  return {
    name,
    from: version,
    to: facts.version,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(publisher === undefined ? {} : { publisher: publisher.slice(0, 100) }),
  };
}
