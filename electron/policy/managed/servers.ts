import type { ManagedPolicy, ServerMatcher } from '../../../shared/model/managed.ts';
import type { Launch, StdioLaunch } from '../../../shared/model/server.ts';
import { whomToAsk } from '../../../shared/texts/managed.ts';
import { identityDigest, type ServerIdentity } from '../../catalog/identity/identity.ts';
import { judgeLaunch } from '../../catalog/identity/judge-launch.ts';
import { npmSpec, type PackageSpec, pypiSpec, specOf } from '../../catalog/identity/package-spec.ts';
import { type Program, unwrap } from '../../catalog/identity/program.ts';
import { isInterpreter, scriptOf } from '../../catalog/identity/script-of.ts';
import { ALLOWED, type Verdict } from './apply.ts';
import { globMatches } from './glob.ts';
import { namesForeignRegistry, namesRegistry, onlyRegistry } from './registries.ts';
import { runsOnlyItsPackage } from './runs-only.ts';
import { urlFits } from './url-fits.ts';

/** A server as it is matched. */
export interface MatchedServer {
  readonly id: string;
  readonly launch: Launch;
  /** What it is, once that is known; a digest fits nothing before. */
  readonly identity?: ServerIdentity | undefined;
  readonly platform: NodeJS.Platform;
}

/**
 * Whether an organisation lets a server be used. What is forbidden is matched as widely as it can be meant (any case,
 * any registry, every part of the command), what is allowed as narrowly: a command that could run anything else than
 * what it names fits no entry (attacks 5, 24 on an allowlist: another registry, code loaded before it, a shell).
 */
export function serverAllowed(policy: ManagedPolicy | undefined, server: MatchedServer): Verdict {
  const { allowed, forbidden } = policy?.servers ?? {};
  const refused = (why: string): Verdict => ({
    allowed: false,
    sentence: `Your organisation ${why} "${server.id}". ${whomToAsk(policy?.organisation)}`,
  });
  if (forbidden?.some((one) => isForbidden(one, server)) === true) return refused('forbids');
  const trusted = policy?.trustedRegistries ?? [];
  if (allowed !== undefined && !allowed.some((one) => isAllowed(one, server, trusted)))
    return refused('does not list');
  return ALLOWED;
}

/** Reasons for which a command may run something else than the package or program that it names. */
const RUNS_ELSE: ReadonlySet<string> = new Set([
  'shell',
  'inline-code',
  'encoded-command',
  'shell-syntax',
  'downloads-and-runs',
  'climbing-path',
  'relative-program',
  'hidden-characters',
  'lookalike-name',
  'dangerous-variable',
  'path-variable',
  'foreign-registry',
  'preloaded-code',
  'debug-port',
  'package-from-address',
  'container-privileges',
]);

function isAllowed(matcher: ServerMatcher, server: MatchedServer, trusted: readonly string[]): boolean {
  const { launch, identity, platform } = server;
  if (launch.transport === 'http')
    return (
      matcher.package === undefined &&
      matcher.command === undefined &&
      matcher.registry === undefined &&
      (matcher.digest === undefined || digestFits(matcher.digest, identity)) &&
      (matcher.url === undefined || urlFits(matcher.url, launch.url, 'exactly'))
    );
  if (matcher.url !== undefined) return false;
  const program = unwrap(launch);
  const spec = specOf(program);
  const registries = matcher.registry === undefined ? trusted : [...trusted, matcher.registry];
  const { reasons } = judgeLaunch(launch, { platform, trustedRegistries: registries });
  if (reasons.some(({ code, weight }) => weight === 'held' && RUNS_ELSE.has(code))) return false;
  if (matcher.digest !== undefined && !digestFits(matcher.digest, identity)) return false;
  if (!isStartedByKnown(matcher, server, launch, program)) return false;
  if (matcher.package !== undefined || matcher.registry !== undefined) {
    if (spec.kind === 'none' || !runsOnlyItsPackage(program, spec)) return false;
    // Docker's own -i is another one than pip's.
    if (spec.kind !== 'oci' && namesForeignRegistry(launch, program, registries)) return false;
    if (
      matcher.package !== undefined &&
      !globMatches(matcher.package, spec.name, { paths: true, fold: false })
    )
      return false;
    if (matcher.registry !== undefined && !onlyRegistry(matcher.registry, launch, program, spec))
      return false;
  }
  return matcher.command === undefined || commandAllowed(matcher.command, server, launch, program, spec);
}

/** Where only administrators put programs. */
const ADMINISTRATORS =
  /^(?:\/usr(?:\/local)?\/s?bin|\/s?bin|\/opt\/[^/]+(?:\/[^/]+)*\/bin|\/snap\/bin|\/Library\/.+|\/Applications\/.+|[A-Za-z]:\/(?:Windows|Program Files(?: \(x86\))?)(?:\/.+)?)\/[^/]+$/i;

/**
 * Whether what is started first is what it is called: `npx` in a folder of the person may be any program. A program
 * that is itself matched, by its path or its contents, needs nothing else.
 */
function isStartedByKnown(
  matcher: ServerMatcher,
  { identity }: MatchedServer,
  launch: StdioLaunch,
  program: Program,
): boolean {
  if (identity !== undefined && matcher.digest === identityDigest(identity)) return true;
  const started = identity?.transport === 'stdio' ? identity.command : launch.command;
  if (program.wrappers.length === 0 && !isInterpreter(started)) return true;
  return [launch.command, program.command].every((command) => {
    const plain = command.replaceAll('\\', '/');
    return !plain.includes('/') || (ADMINISTRATORS.test(plain) && !plain.split('/').includes('..'));
  });
}

function commandAllowed(
  pattern: string,
  { identity, platform }: MatchedServer,
  launch: StdioLaunch,
  program: Program,
  spec: PackageSpec,
): boolean {
  // A wrapper, an interpreter and a package runner run what they are told.
  if (program.wrappers.length > 0 || spec.kind !== 'none') return false;
  const started = identity?.transport === 'stdio' ? identity.command : launch.command;
  const path = isInterpreter(started) ? scriptOf(program) : started;
  if (path === undefined) return false;
  const plain = path.replaceAll('\\', '/');
  if (!/^(?:\/|[A-Za-z]:\/)/.test(plain) || plain.split('/').includes('..')) return false;
  const fold = platform === 'win32' || platform === 'darwin';
  return globMatches(pattern.replaceAll('\\', '/'), plain, { paths: true, fold });
}

function isForbidden(matcher: ServerMatcher, { launch, identity }: MatchedServer): boolean {
  if (matcher.digest !== undefined && !digestFits(matcher.digest, identity)) return false;
  if (launch.transport === 'http') {
    if (matcher.package !== undefined || matcher.command !== undefined || matcher.registry !== undefined)
      return false;
    return matcher.url === undefined || urlFits(matcher.url, launch.url, 'widely');
  }
  const program = unwrap(launch);
  const spec = specOf(program);
  // A program that only bridges to a remote server names its address among its arguments.
  if (
    matcher.url !== undefined &&
    !addressesIn(launch.args).some((address) => urlFits(matcher.url as string, address, 'widely'))
  )
    return false;
  if (matcher.registry !== undefined && !namesRegistry(matcher.registry, launch, spec)) return false;
  if (
    matcher.package !== undefined &&
    !packagesOf(launch, spec, identity).some((name) => wide(matcher.package as string, name))
  )
    return false;
  if (matcher.command === undefined) return true;
  const paths = [
    launch.command,
    program.command,
    scriptOf(program),
    ...(identity?.transport === 'stdio' ? [identity.command, ...identity.files.map(({ path }) => path)] : []),
  ];
  return paths.some((path) => path !== undefined && wide(matcher.command as string, path));
}

function packagesOf(launch: StdioLaunch, spec: PackageSpec, identity: ServerIdentity | undefined): string[] {
  const known =
    identity?.transport === 'stdio' && identity.package !== undefined ? [identity.package.name] : [];
  // In the words of a shell a package may stand anywhere.
  const texts = spec.kind === 'none' ? launch.args.flatMap((arg) => arg.split(/[\s"'`;&|=]+/)) : spec.extras;
  const others = texts.flatMap((text) => [npmSpec(text).name, pypiSpec(text).name]);
  return [...(spec.kind === 'none' ? [] : [spec.name]), ...others, ...known].filter((name) => name !== '');
}

const addressesIn = (args: readonly string[]): string[] =>
  args.flatMap((arg) => arg.match(/(?:https?|wss?):\/\/[^\s"'`]+/gi) ?? []);

function wide(pattern: string, text: string): boolean {
  const plain = (one: string): string => one.normalize('NFKC').replaceAll('\\', '/');
  return globMatches(plain(pattern), plain(text), { paths: true, fold: true });
}

function digestFits(digest: string, identity: ServerIdentity | undefined): boolean {
  if (identity === undefined) return false;
  return (
    identityDigest(identity) === digest ||
    (identity.transport === 'stdio' && identity.files.some((file) => file.digest === digest))
  );
}
