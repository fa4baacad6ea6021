import type { Program } from './program.ts';
import { runnerCall, splitShort } from './runner-flags.ts';

/** A place that packages are to be fetched from, as a command or its variables name it. */
export interface NamedRegistry {
  readonly address: string;
  /** It takes the place of the usual one; others are only added to it. */
  readonly replaces: boolean;
}

const FLAG =
  /^(?:--registry|--reg|--index-url|-i|--index|--default-index|--extra-index-url|--find-links|-f|--allow-insecure-host|--trusted-host|--@[\w-]+:registry|--config\.(?:registry|@[\w-]+:registry)|--source|--add-source|--userconfig|--globalconfig|--config-file|--configfile|--npmrc)$/;
const REPLACES_FLAG = /^(?:--registry|--reg|--index-url|-i|--default-index|--config\.registry|--source|-s)$/;
const VARIABLE =
  /^(?:NPM_CONFIG_REGISTRY|NPM_CONFIG_@.*|NPM_REGISTRY|COREPACK_NPM_REGISTRY|YARN_REGISTRY|YARN_NPM_(?:REGISTRY_SERVER|PUBLISH_REGISTRY|SCOPES)|PNPM_(?:CONFIG_)?REGISTRY|BUN_CONFIG_REGISTRY|DENO_NPM_REGISTRY|JSR_URL|PIP_(?:INDEX_URL|EXTRA_INDEX_URL|FIND_LINKS|TRUSTED_HOST)|UV_(?:INSECURE_HOST|FIND_LINKS|[A-Z_]*INDEX(?:_URL)?)|POETRY_REPOSITORIES_.*|GOPROXY|GONOSUMDB|GONOSUMCHECK|CARGO_REGISTRIES_.*|CARGO_SOURCE_.*|GEM_SOURCE|BUNDLE_MIRROR.*|NUGET_SOURCE|CONDA_CHANNELS|HOMEBREW_(?:BOTTLE_DOMAIN|API_DOMAIN|BREW_GIT_REMOTE|CORE_GIT_REMOTE|ARTIFACT_DOMAIN))$/;
const REPLACES_VARIABLE = /^(?:NPM_CONFIG_REGISTRY|PIP_INDEX_URL|UV_INDEX_URL|UV_DEFAULT_INDEX)$/;

/** Whether a variable of this name says where packages come from, whatever the case of its letters. */
export const isRegistryVariable = (name: string): boolean => VARIABLE.test(upper(name));

const upper = (name: string): string =>
  name
    .toUpperCase()
    .replaceAll('-', '_')
    .replace(/^PNPM_CONFIG_/, 'NPM_CONFIG_');

/** Registries that variables name. */
export function variableRegistries(env: Readonly<Record<string, string>>): NamedRegistry[] {
  return Object.entries(env)
    .filter(([name]) => isRegistryVariable(name))
    .map(([name, address]) => ({ address, replaces: REPLACES_VARIABLE.test(upper(name)) }));
}

/**
 * Registries that a package runner is told by its own flags, wherever it reads them: also behind `-p package`, and in
 * what it hands on to pip. None for other programs.
 */
export function runnerRegistries({ name, args }: Program): NamedRegistry[] {
  const flags = runnerCall(name, args)?.flags ?? [];
  return flags.flatMap(({ flag, value = '' }) => {
    if (flag === '--pip-args') return anyRegistries(value.split(/\s+/));
    // Of npm and its like these letters mean other things.
    if (/^-[ifs]$/.test(flag) && !/^(?:uvx|uv|pipx|dnx|dotnet|gem)$/.test(name)) return [];
    return FLAG.test(flag) || (flag === '-s' && value !== '')
      ? [{ address: value, replaces: REPLACES_FLAG.test(flag) }]
      : [];
  });
}

/** Registries that any flag of a command names, the runner's or not: for lists of what is allowed. */
export function anyRegistries(args: readonly string[]): NamedRegistry[] {
  return args.flatMap((arg, i) => {
    const [flag, inline] = splitShort(arg);
    return FLAG.test(flag)
      ? [{ address: inline ?? args[i + 1] ?? '', replaces: REPLACES_FLAG.test(flag) }]
      : [];
  });
}
