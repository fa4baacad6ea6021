import type { StdioLaunch } from '../../../shared/model/server.ts';
import { isTrustedRegistry } from '../../catalog/identity/judge-packages.ts';
import type { PackageSpec } from '../../catalog/identity/package-spec.ts';
import type { Program } from '../../catalog/identity/program.ts';

/** Where packages come from when nothing else is said. */
const USUAL: Partial<Record<PackageSpec['kind'], string>> = {
  npm: 'registry.npmjs.org',
  pypi: 'pypi.org',
  oci: 'docker.io',
};
const VARIABLE = /registry|index|find_links|goproxy/i;
/** Flags and variables that put a registry in place of the usual one; others only add one to it. */
const REPLACES_FLAG = /^(?:--registry|--index-url|-i|--default-index)$/;
const REPLACES_VARIABLE = /^(?:npm_config_registry|pip_index_url|uv_index_url|uv_default_index)$/i;

/**
 * Registries that a command or its variables name. Flags are looked for behind the package too: with `npx -p NAME` they
 * may stand there and still be the runner's.
 */
function named(launch: StdioLaunch, program: Program) {
  const found: { readonly address: string; readonly host: string; readonly replaces: boolean }[] = [];
  const note = (address: string, replaces: boolean): void =>
    void found.push({ address, host: hostOf(address), replaces });
  program.args.forEach((arg, i) => {
    const [flag = '', inline] = arg.split(/=(.*)/s, 2);
    const value = inline ?? program.args[i + 1] ?? '';
    if (/^--[\w@:-]*(?:registry|index|index-url|find-links)$|^-[if]$/.test(flag))
      note(value, REPLACES_FLAG.test(flag));
  });
  for (const [name, value] of Object.entries({ ...program.variables, ...launch.env }))
    if (VARIABLE.test(name)) note(value, REPLACES_VARIABLE.test(name));
  return found;
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
