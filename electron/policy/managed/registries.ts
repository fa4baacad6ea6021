import type { StdioLaunch } from '../../../shared/model/server.ts';
import { isTrustedRegistry } from '../../catalog/identity/judge-packages.ts';
import type { PackageSpec } from '../../catalog/identity/package-spec.ts';
import type { Program } from '../../catalog/identity/program.ts';
import {
  anyRegistries,
  runnerRegistries,
  variableRegistries,
} from '../../catalog/identity/registry-flags.ts';

/** Where packages come from when nothing else is said. */
const USUAL: Partial<Record<PackageSpec['kind'], string>> = {
  npm: 'registry.npmjs.org',
  pypi: 'pypi.org',
  oci: 'docker.io',
};

/**
 * Registries that a command or its variables name. Flags are looked for everywhere, also where they are the server's: a
 * list of what is allowed is read as narrowly as can be.
 */
function named(launch: StdioLaunch, program: Program) {
  return [
    ...anyRegistries(program.args),
    ...runnerRegistries(program),
    ...variableRegistries({ ...program.variables, ...launch.env }),
  ].map(({ address, replaces }) => ({ address, host: hostOf(address), replaces }));
}

/** Whether a command names a registry that is neither one of the usual ones nor trusted. */
export function namesForeignRegistry(
  launch: StdioLaunch,
  program: Program,
  trustedRegistries: readonly string[],
): boolean {
  return named(launch, program).some(({ address }) => !isTrustedRegistry(address, { trustedRegistries }));
}

function hostOf(address: string): string {
  const text = address.includes('://') ? address : `https://${address}`;
  return URL.canParse(text) ? new URL(text).host.toLowerCase() : '';
}

function imageHost(name: string): string {
  const [first = ''] = name.split('/');
  return name.includes('/') && /[.:]|^localhost$/.test(first) ? first.toLowerCase() : (USUAL.oci as string);
}

/**
 * Whether a package can only come from this registry: a kind ("npm", "pypi", "oci") stands for the usual one of that
 * kind. A second registry beside it could answer first (dependency confusion), so then it is not.
 */
export function onlyRegistry(
  registry: string,
  launch: StdioLaunch,
  program: Program,
  spec: PackageSpec,
): boolean {
  const wanted = USUAL[registry as PackageSpec['kind']];
  if (wanted !== undefined && spec.kind !== registry) return false;
  const host = wanted ?? hostOf(registry);
  if (host === '' || USUAL[spec.kind] === undefined) return false;
  if (spec.kind === 'oci') return imageHost(spec.name) === host;
  const others = named(launch, program);
  if (others.some((one) => one.host !== host)) return false;
  return host === USUAL[spec.kind] || others.some(({ replaces }) => replaces);
}

/** Whether a package may come from this registry, as far as the command tells. */
export function namesRegistry(registry: string, launch: StdioLaunch, spec: PackageSpec): boolean {
  if (spec.kind === registry) return true;
  const host = hostOf(USUAL[registry as PackageSpec['kind']] ?? registry);
  const usual = spec.kind === 'oci' ? imageHost(spec.name) : USUAL[spec.kind];
  const words = [...launch.args, ...Object.values(launch.env)];
  return host !== '' && (host === usual || words.some((word) => word.toLowerCase().includes(host)));
}
