import type { StdioLaunch } from '../../../shared/model/server.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { gitSource, gitStyle } from './git-source.ts';
import { packageSpec, type PackageSpec } from './package-spec.ts';

/** What a package was when a person saw it. */
export interface ResolvedPackage {
  /** Exact version (npm, PyPI), or the commit of a git address. Not used for images. */
  readonly version: string;
  /** npm `dist.integrity`, `sha256:…` of an image or of a PyPI file. */
  readonly integrity?: string | undefined;
}

export type PinFailure = 'nothing-to-pin' | 'cannot-pin' | 'bad-version';

/**
 * The launch rewritten to exactly what was seen at review: `npx -y pkg` becomes `npx -y pkg@1.2.3`, an image its
 * digest, a repository its commit. Everything else of the launch stays as it is. A launch that is pinned already comes
 * back unchanged. Fails for what has no version (files, plain addresses), with a sentence.
 */
export function pinLaunch(launch: StdioLaunch, resolved: ResolvedPackage): Result<StdioLaunch, PinFailure> {
  return packageSpec(launch).pinned && packageSpec(launch).kind !== 'none'
    ? ok(launch)
    : withVersion(launch, resolved);
}

/** The same for a launch that may name a version already: that one is replaced. */
export function withVersion(launch: StdioLaunch, resolved: ResolvedPackage): Result<StdioLaunch, PinFailure> {
  const spec = packageSpec(launch);
  if (spec.kind === 'none' || spec.argIndex < 0)
    return fail(
      'nothing-to-pin',
      'This server is not fetched from anywhere, so there is no version to keep to.',
    );
  const old = launch.args[spec.argIndex] ?? '';
  const text = pinnedText(spec, old, resolved);
  if (text === undefined)
    return fail(
      'cannot-pin',
      'This address has no versions, so the server could change without notice. Use a package with a version.',
    );
  const safe =
    spec.kind === 'oci'
      ? /^sha256:[0-9a-f]{64}$/.test(resolved.integrity ?? '')
      : /^[\w.!+-]{1,100}$/.test(resolved.version);
  const args = launch.args.with(spec.argIndex, text);
  const pinned = packageSpec({ ...launch, args });
  // What was written must be read as what was meant: the same package, and nothing but this version of it.
  if (
    !safe ||
    !pinned.pinned ||
    pinned.kind !== spec.kind ||
    (spec.kind !== 'git' && pinned.name !== spec.name)
  )
    return fail('bad-version', 'The registry named a version that cannot be one.');
  return ok({ ...launch, args });
}

/** The argument with the version in it. What stands before the name (a flag, an alias) stays. */
function pinnedText(
  { kind, name, runner }: PackageSpec,
  old: string,
  { version, integrity }: ResolvedPackage,
): string | undefined {
  const flag = /^--?[\w-]+=/.exec(old)?.[0] ?? '';
  switch (kind) {
    case 'npm':
      return `${old.slice(0, Math.max(flag.length, old.lastIndexOf(name)))}${name}@${version}`;
    case 'pypi':
      return `${flag}${name}${/^[\w.-]+(\[[\w,.-]*\])/.exec(old.slice(flag.length))?.[1] ?? ''}==${version}`;
    case 'oci':
      return `${flag}${name}@${integrity ?? ''}`;
    case 'git': {
      const style = gitStyle(runner);
      if (style === undefined || !/^[0-9a-f]{40}$/i.test(version)) return undefined;
      return old.slice(0, old.length - name.length) + gitSource(name, style).at(version);
    }
    default:
      return undefined;
  }
}
