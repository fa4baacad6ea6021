import type { StdioLaunch } from '../../../shared/model/server.ts';
import { fail, type Result } from '../../../shared/result.ts';
import { isTrustedRegistry } from '../../catalog/identity/judge-packages.ts';
import { packageSpec } from '../../catalog/identity/package-spec.ts';
import { unwrap } from '../../catalog/identity/program.ts';
import { runnerRegistries } from '../../catalog/identity/registry-flags.ts';
import { npmFacts, type PackageFacts, pypiFacts } from '../../catalog/identity/registry.ts';
import { isSamePackage, type VersionedKind } from '../../catalog/identity/versions.ts';
import { type Ask, readBody } from './package-fetch.ts';

export interface RegistryPorts {
  readonly ask: Ask;
  /** For one question and its whole answer. */
  readonly timeoutMs: number;
  /** Registries that a person has named as ordinary, as in the settings. */
  readonly trustedRegistries: readonly string[];
}

/** Where a launch fetches its package from. */
export interface Registry {
  readonly kind: VersionedKind;
  /** Of a public registry, or of one that a person trusts. Ends with a slash. */
  readonly base: string;
}

const PUBLIC: Readonly<Record<VersionedKind, string>> = {
  npm: 'https://registry.npmjs.org/',
  pypi: 'https://pypi.org/pypi/',
};
/** Settings that name one other registry for all packages of npm. */
const NPM_REGISTRY = /^npm_config_registry$/i;
/** Settings by which packages come from elsewhere, in ways that we do not follow. */
const ELSEWHERE: Readonly<Record<VersionedKind, RegExp>> = {
  npm: /^(?:npm_config_@.*|npm_config_(?:user|global)config|(?:yarn|pnpm|npm|bun_config|deno_npm)_?(?:npm_)?registry(?:_server)?)$/i,
  pypi: /^(?:uv_[a-z_]*(?:index|find_links|config_file)[a-z_]*|pip_[a-z_]*(?:index|find_links|config_file)[a-z_]*)$/i,
};
const ELSEWHERE_FLAG: Readonly<Record<VersionedKind, RegExp>> = {
  npm: /^--(?:@[^=]*:registry|userconfig|globalconfig)(?:=|$)/i,
  pypi: /^(?:--(?:index|index-url|default-index|extra-index-url|find-links|config-file|pip-args)|-i|-f)(?:=|$)/,
};
const PLAIN_NAME = /^(?:@[\w.-]{1,100}\/)?[\w.-]{1,200}$/;
const MAX_BYTES = 32 * 1024 * 1024;
const MAX_VERSION = 100;
const MAX_INTEGRITY = 200;

/**
 * The registry that knows the package of a launch. Undefined when the launch names another one that is neither public
 * nor trusted, or names it in a way that we do not follow: a public registry would know nothing of its packages, or
 * something else by the same name (dependency confusion).
 */
export function registryOf(launch: StdioLaunch, trustedRegistries: readonly string[]): Registry | undefined {
  const { kind, name, argIndex } = packageSpec(launch);
  if ((kind !== 'npm' && kind !== 'pypi') || !PLAIN_NAME.test(name) || /^\.|\/\./.test(name))
    return undefined;
  const program = unwrap(launch);
  const variables = Object.entries({ ...program.variables, ...launch.env });
  // What follows the package is the server's own, unless the runner reads on: `npx -p package --registry=… program`.
  const flags = launch.args.slice(0, argIndex + 1);
  if (runnerRegistries(program).some(({ address }) => !flags.some((flag) => flag.endsWith(address))))
    return undefined;
  if (variables.some(([variable]) => ELSEWHERE[kind].test(variable))) return undefined;
  if (flags.some((flag) => ELSEWHERE_FLAG[kind].test(flag))) return undefined;
  const at = flags.findIndex((flag) => /^--registry(?:=|$)/.test(flag));
  const flag = at < 0 ? undefined : (/^--registry=(.*)$/s.exec(flags[at] ?? '')?.[1] ?? flags[at + 1]);
  const named = flag ?? variables.find(([variable]) => NPM_REGISTRY.test(variable))?.[1];
  if (named === undefined || kind === 'pypi') return { kind, base: PUBLIC[kind] };
  if (!URL.canParse(named) || !isTrustedRegistry(named, { trustedRegistries })) return undefined;
  const { origin, pathname } = new URL(named);
  return { kind, base: `${origin}${pathname.replace(/\/*$/, '')}/` };
}

/** Hosts of the repositories that have a short form. */
const GIT_HOSTS = ['https://github.com', 'https://gitlab.com', 'https://bitbucket.org'];

/** Whether everybody uses this host, or a person has named it in the settings: then it may be a company's mirror. */
export function isKnownHost(url: string, trustedRegistries: readonly string[]): boolean {
  return isTrustedRegistry(url, { trustedRegistries: [...trustedRegistries, ...GIT_HOSTS] });
}

/**
 * What a registry says about a package: about one version, or about the newest when none is wanted (npm: or about a
 * tag). Fails with a sentence part that says why: nothing came, or not in time, or something else than was asked for.
 */
export async function askRegistry(
  { kind, base }: Registry,
  name: string,
  wanted: string | undefined,
  { ask, timeoutMs }: RegistryPorts,
): Promise<Result<PackageFacts, 'unreachable' | 'malformed'>> {
  const path =
    kind === 'npm'
      ? name.replace('/', '%2f')
      : `${name}/${wanted === undefined ? '' : `${encodeURIComponent(wanted)}/`}json`;
  let body: unknown;
  try {
    const answer = await ask(base + path, { signal: AbortSignal.timeout(timeoutMs), trusted: true });
    if (!answer.ok) return fail('unreachable', `the registry answered with status ${answer.status}`);
    body = JSON.parse((await readBody(answer, MAX_BYTES)).toString('utf8'));
  } catch (error) {
    return fail('unreachable', reasonFor(error));
  }
  const facts = kind === 'npm' ? npmFacts(body, wanted) : pypiFacts(body, wanted);
  if (!facts.ok) return fail('malformed', 'the registry does not name such a version');
  const { name: named, version, integrity } = facts.value;
  if (!isSamePackage(kind, named, name))
    return fail('malformed', 'the registry answered about another package');
  if (version.length > MAX_VERSION || integrity.length > MAX_INTEGRITY)
    return fail('malformed', 'the registry named a version that cannot be one');
  return facts;
}

/** In a few words, why nothing came; never what the other side wrote. */
export function reasonFor(error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'no answer came in time';
  if (error instanceof SyntaxError) return 'the answer cannot be read';
  const known = /private network|too large|too many redirects|does not begin with https|holds a login/;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if (known.test(cause.message)) return cause.message;
  return 'it cannot be reached';
}
