import type { LaunchReason } from '../../../shared/model/review.ts';
import { judgePlace } from './judge-place.ts';
import { PUBLIC_MIRRORS, PUBLIC_REGISTRIES } from './known-names.ts';
import { knownLike } from './lookalike-packages.ts';
import { npmSpec, type PackageSpec, pypiSpec } from './package-spec.ts';
import type { Program } from './program.ts';
import { held, note, shorten } from './reason.ts';
import { runnerRegistries } from './registry-flags.ts';
import { runnerCall } from './runner-flags.ts';

/** What the judgement of a launch depends on. */
export interface JudgeOptions {
  readonly platform: NodeJS.Platform;
  /** Hosts, or URLs that others must begin with, of registries that count as ordinary: a company's mirror. */
  readonly trustedRegistries: readonly string[];
  /** Proxies of an organisation: host with port, or an address. Nobody is warned about them. */
  readonly trustedProxies?: readonly string[];
}

/** What is wrong with the package that a launch fetches, and with where it is fetched from. */
export function judgePackages(program: Program, spec: PackageSpec, options: JudgeOptions): LaunchReason[] {
  const reasons = runnerRegistries(program).flatMap(({ address }) => judgeRegistry(address, options));
  const python = /^(?:uvx|uv|pipx)$/.test(spec.runner);
  const extras = spec.extras.map((text) => (python ? pypiSpec(text) : npmSpec(text)));
  for (const one of [spec, ...extras]) reasons.push(...judgePackage(one, spec.runner, options));
  // Lists of packages say as much as the packages themselves.
  for (const { flag, value = '' } of runnerCall(program.name, program.args)?.flags ?? [])
    if (python && LISTS.test(flag)) reasons.push(...judgeList(value));
    else if (/^--(?:allow-insecure|trusted)-host$/.test(flag))
      reasons.push(held('weakened-security', { text: shorten(`${flag} ${value}`) }));
  return reasons;
}

const LISTS =
  /^(?:--with-requirements|--with-editable|-c|--constraints?|-b|--build-constraints?|--overrides?|--excludes?)$/;

/** A file that names packages, or a folder that is one. */
function judgeList(path: string): LaunchReason[] {
  const loose = /^(?:[a-z+]+:|git@)/i.test(path) || judgePlace(path, false).length > 0;
  return loose ? [held('package-from-address', { address: shorten(path) })] : [];
}

/** What is wrong with a place that packages are to be fetched from. */
export function judgeRegistry(address: string, options: JudgeOptions): LaunchReason[] {
  if (isTrustedRegistry(address, options)) return [];
  const trustedRegistries = [...options.trustedRegistries, ...PUBLIC_MIRRORS];
  const mirror = isTrustedRegistry(address, { trustedRegistries });
  return [(mirror ? note : held)('foreign-registry', { address: shorten(address) })];
}

type OnePackage = Pick<PackageSpec, 'kind' | 'name' | 'version' | 'pinned'>;

function judgePackage(one: OnePackage, runner: string, options: JudgeOptions): LaunchReason[] {
  const { kind, name } = one;
  const address = shorten(name);
  switch (kind) {
    case 'git':
      if (runner === 'go') return judgeGoModule(one);
      return [(isKnownCatalogue(name) ? note : held)('package-from-address', { address })];
    case 'url':
      return name.startsWith('jsr:') ? [] : [held('package-from-address', { address })];
    case 'file': {
      const loose =
        !/^(?:\/|[A-Za-z]:[\\/]|~\/|file:\/\/\/)/.test(name) ||
        judgePlace(name.replace(/^file:\/\//, ''), false).length > 0;
      return [(loose ? held : note)('package-from-address', { address })];
    }
    case 'npm':
    case 'pypi':
    case 'oci': {
      const reasons: LaunchReason[] = [];
      const like = knownLike(name, kind);
      if (like !== undefined)
        reasons.push(held('lookalike-package', { name: name.slice(0, 100), known: like }));
      if (kind === 'oci' && !ordinaryImage(name, options))
        reasons.push(note('foreign-registry', { address }));
      if (!one.pinned) reasons.push(note('not-versioned', { name: name.slice(0, 100) }));
      if (name === 'mcp-remote' && vulnerableRemote(one.version))
        reasons.push(held('weakened-security', { text: 'mcp-remote before 0.1.16 (CVE-2025-6514)' }));
      return reasons;
    }
    default:
      return [];
  }
}

/** Hosts of Go modules that the module proxy and its checksum database serve like a registry. */
const GO_HOSTS =
  /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|golang\.org|google\.golang\.org|cloud\.google\.com|gopkg\.in|go\.uber\.org|k8s\.io|sigs\.k8s\.io)\//;

/** A module by its version, or its newest, is kept by the module proxy; a branch may be anything tomorrow. */
function judgeGoModule({ name, version, pinned }: OnePackage): LaunchReason[] {
  const kept =
    version === undefined || version === 'latest' || /^v\d+(?:\.\d+){0,2}(?:[-+].*)?$/.test(version);
  if (!GO_HOSTS.test(name) || !kept) return [held('package-from-address', { address: shorten(name) })];
  return pinned ? [] : [note('not-versioned', { name: name.slice(0, 100) })];
}

/** The catalogue that Quarkus keeps for its own servers. */
const isKnownCatalogue = (name: string): boolean => /^[\w.-]+@quarkiverse\/[\w.-]+$/.test(name);

/** A registry that everybody uses, over https, or one that was named as trusted. */
export function isTrustedRegistry(
  address: string,
  options: Pick<JudgeOptions, 'trustedRegistries'>,
): boolean {
  // Filled in when the server starts; nothing else may stand beside it.
  if (/^(?:\$\{[^}]+\}|%\w+%)(?:\/[\w./-]*)?$/.test(address)) return true;
  for (const part of address
    .split(/[\s,]+/)
    .filter((one) => one !== '' && one !== 'direct' && one !== 'off')) {
    const named =
      part.includes('=') && !part.includes('://')
        ? part
        : part.slice(part.search(/[a-z]+:\/\//i) < 0 ? 0 : part.search(/[a-z]+:\/\//i));
    let url: URL;
    try {
      url = new URL(named.includes('://') ? named : `https://${named}`);
    } catch {
      return false;
    }
    const trusted = options.trustedRegistries.some((entry) => isUnder(url, entry));
    if (trusted) continue;
    if (url.protocol !== 'https:' || url.username !== '' || !PUBLIC_REGISTRIES.includes(url.host))
      return false;
  }
  return true;
}

function isUnder(url: URL, entry: string): boolean {
  if (!entry.includes('://'))
    return (
      url.protocol === 'https:' && (url.host === entry.toLowerCase() || url.hostname === entry.toLowerCase())
    );
  try {
    const base = new URL(entry);
    const path = base.pathname.endsWith('/') ? base.pathname : `${base.pathname}/`;
    return base.protocol === url.protocol && base.host === url.host && `${url.pathname}/`.startsWith(path);
  } catch {
    return false;
  }
}

function ordinaryImage(name: string, options: JudgeOptions): boolean {
  const [first = ''] = name.split('/');
  if (!/[.:]|^localhost$/.test(first) || !name.includes('/')) return true;
  return (
    PUBLIC_REGISTRIES.includes(first) ||
    options.trustedRegistries.some((entry) => entry === first || entry.includes(`//${first}`))
  );
}

function vulnerableRemote(version: string | undefined): boolean {
  const parts = /^(\d+)\.(\d+)\.(\d+)/
    .exec(version ?? '')
    ?.slice(1)
    .map(Number);
  if (parts === undefined) return false;
  const [major = 0, minor = 0, patch = 0] = parts;
  return major === 0 && (minor === 0 ? patch >= 5 : minor === 1 && patch < 16);
}
