import type { LaunchReason } from '../../../shared/model/review.ts';
import { plainLetters, skeleton } from '../shadowing/confusables.ts';
import { editDistance } from '../shadowing/distance.ts';
import { KNOWN_IMAGES, KNOWN_PACKAGES, KNOWN_SCOPES, PUBLIC_REGISTRIES } from './known-names.ts';
import { npmSpec, type PackageSpec, pypiSpec } from './package-spec.ts';
import type { Program } from './program.ts';

/** What the judgement of a launch depends on. */
export interface JudgeOptions {
  readonly platform: NodeJS.Platform;
  /** Hosts, or URLs that others must begin with, of registries that count as ordinary: a company's mirror. */
  readonly trustedRegistries: readonly string[];
}

const held = (code: LaunchReason['code'], params: LaunchReason['params']): LaunchReason => ({
  code,
  weight: 'held',
  params,
});
const note = (code: LaunchReason['code'], params: LaunchReason['params']): LaunchReason => ({
  code,
  weight: 'note',
  params,
});

const REGISTRY_FLAGS =
  /^(?:--registry|--index-url|-i|--index|--default-index|--extra-index-url|--find-links|-f|--allow-insecure-host|--trusted-host|--@[\w-]+:registry)(?:=(.*))?$/s;

/** What is wrong with the package that a launch fetches, and with where it is fetched from. */
export function judgePackages(program: Program, spec: PackageSpec, options: JudgeOptions): LaunchReason[] {
  const reasons: LaunchReason[] = [];
  const fetches =
    spec.kind !== 'none' || /^(?:npx|npm|pnpm|pnpx|yarn|bunx|bun|uvx|uv|pipx|pip)$/.test(program.name);
  if (fetches && program.name !== 'docker' && program.name !== 'podman') {
    // What follows the package is the server's own.
    const own = spec.argIndex < 0 ? program.args : program.args.slice(0, spec.argIndex - program.offset + 1);
    for (let i = 0; i < own.length; i++) {
      const flag = REGISTRY_FLAGS.exec(own[i] as string);
      if (flag === null) continue;
      const address = flag[1] ?? own[i + 1] ?? '';
      if (!isTrustedRegistry(address, options))
        reasons.push(held('foreign-registry', { address: address.slice(0, 160) }));
    }
  }
  const extras = spec.extras.map((text) =>
    /^(?:uvx|uv|pipx)$/.test(spec.runner) ? pypiSpec(text) : npmSpec(text),
  );
  for (const one of [spec, ...extras]) {
    if (one.kind === 'git' || one.kind === 'url') {
      const formal = one.kind === 'url' && one.name.startsWith('jsr:');
      if (formal) continue;
      reasons.push(held('package-from-address', { address: one.name.slice(0, 160) }));
    } else if (one.kind === 'file') {
      const loose =
        !/^(?:\/|[A-Za-z]:[\\/]|~\/|file:\/\/\/)/.test(one.name) ||
        /^(?:file:\/\/)?\/(?:private\/)?(?:tmp|var\/tmp|dev\/shm)\//.test(one.name);
      reasons.push(
        loose
          ? held('package-from-address', { address: one.name.slice(0, 160) })
          : note('package-from-address', { address: one.name.slice(0, 160) }),
      );
    } else if (one.kind === 'npm' || one.kind === 'pypi' || one.kind === 'oci') {
      const like = knownLike(one.name, one.kind);
      if (like !== undefined)
        reasons.push(held('lookalike-package', { name: one.name.slice(0, 100), known: like }));
      if (one.kind === 'oci' && !ordinaryImage(one.name, options))
        reasons.push(note('foreign-registry', { address: one.name.slice(0, 160) }));
      if (!one.pinned) reasons.push(note('not-versioned', { name: one.name.slice(0, 100) }));
      if (one.name === 'mcp-remote' && vulnerableRemote(one.version))
        reasons.push(held('weakened-security', { text: 'mcp-remote before 0.1.16 (CVE-2025-6514)' }));
    }
  }
  return reasons;
}

/** A registry that everybody uses, over https, or one that was named as trusted. */
export function isTrustedRegistry(
  address: string,
  options: Pick<JudgeOptions, 'trustedRegistries'>,
): boolean {
  if (/^\$\{|^%/.test(address)) return true;
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

/** The well-known name that this one nearly spells; undefined when it is known itself or like none. */
export function knownLike(name: string, kind: 'npm' | 'pypi' | 'oci'): string | undefined {
  const lower = name.toLowerCase();
  const known = kind === 'oci' ? KNOWN_IMAGES : KNOWN_PACKAGES;
  if (known.includes(name)) return undefined;
  const scope = /^(@[^/]+)\//.exec(lower)?.[1];
  if (scope !== undefined && !KNOWN_SCOPES.includes(scope)) {
    const like = KNOWN_SCOPES.find(
      (one) => near(scope.slice(1), one.slice(1)) || squeezed(scope) === squeezed(one),
    );
    if (like !== undefined) return like;
  }
  if (scope !== undefined && KNOWN_SCOPES.includes(scope)) return undefined;
  const like = known.find(
    (one) =>
      (kind === 'pypi'
        ? squeezed(lower) === squeezed(one) && lower.replaceAll(/[-_.]+/g, '-') !== one
        : skeleton(lower) === skeleton(one)) || near(lower, one),
  );
  if (like !== undefined) return like;
  // "modelcontextprotocol-server-github", "server-filesystem" with a scope one has to look at twice.
  return known.find((one) => one.startsWith('@') && squeezed(one) === squeezed(lower) && lower !== one);
}

function squeezed(name: string): string {
  return plainLetters(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

function near(name: string, known: string): boolean {
  const limit = known.length >= 12 ? 2 : known.length >= 8 ? 1 : 0;
  if (plainLetters(name) !== name && plainLetters(name).toLowerCase() === known) return true;
  return (
    limit > 0 &&
    name !== known &&
    editDistance(name.slice(0, 80), known, limit) <= limit &&
    !differsByVersion(name, known)
  );
}

/** "n8n-mcp" and "n9n-mcp" are a slip apart; "exa-mcp-server" and "eza-mcp-server" too; only numbers at the end are meant. */
function differsByVersion(name: string, known: string): boolean {
  return name.replace(/[\d.-]+$/, '') === known;
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
