import type { StdioLaunch } from '../../../shared/model/server.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
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
 * digest. Everything else of the launch stays as it is. A launch that is pinned already comes back unchanged. Fails
 * for what has no version (files, plain addresses), with a sentence.
 */
export function pinLaunch(launch: StdioLaunch, resolved: ResolvedPackage): Result<StdioLaunch, PinFailure> {
  const spec = packageSpec(launch);
  if (spec.kind === 'none' || spec.argIndex < 0)
    return fail(
      'nothing-to-pin',
      'This server is not fetched from anywhere, so there is no version to keep to.',
    );
  if (spec.pinned) return ok(launch);
  const text = pinnedText(spec, resolved);
  if (text === undefined)
    return fail(
      'cannot-pin',
      'This address has no versions, so the server could change without notice. Use a package with a version.',
    );
  const safe =
    spec.kind === 'oci'
      ? /^sha256:[0-9a-f]{64}$/.test(resolved.integrity ?? '')
      : /^[\w.!+-]{1,100}$/.test(resolved.version);
  if (!safe) return fail('bad-version', 'The registry named a version that cannot be one.');
  const args = [...launch.args];
  const old = args[spec.argIndex] as string;
  const flag = /^(--?[\w-]+=)/.exec(old)?.[1] ?? '';
  args[spec.argIndex] = flag + text;
  return ok({ ...launch, args });
}

function pinnedText(spec: PackageSpec, { version, integrity }: ResolvedPackage): string | undefined {
  switch (spec.kind) {
    case 'npm':
      return `${spec.runner === 'deno' ? 'npm:' : ''}${spec.name}@${version}`;
    case 'pypi':
      return `${spec.name}==${version}`;
    case 'oci':
      return `${spec.name}@${integrity ?? ''}`;
    case 'git': {
      if (!/^[0-9a-f]{40}$/i.test(version)) return undefined;
      const base = spec.version === undefined ? spec.name : spec.name.slice(0, -(spec.version.length + 1));
      return spec.runner === 'uvx' || spec.runner === 'uv' || spec.runner === 'pipx'
        ? `${base}@${version}`
        : `${base}#${version}`;
    }
    default:
      return undefined;
  }
}
