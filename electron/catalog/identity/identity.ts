import type { Launch, StdioLaunch } from '../../../shared/model/server.ts';
import { canonicalDigest } from '../pins/canonical.ts';
import { type PackageKind, packageSpec } from './package-spec.ts';
import { unwrap } from './program.ts';
import { isInterpreter, scriptOf } from './script-of.ts';

/** Facts about this machine and about registries. Each answers undefined for what it does not find. */
export interface IdentityPorts {
  /** The whole, link-free path of a command, as the server would be started. */
  resolve(launch: StdioLaunch): Promise<string | undefined>;
  /** SHA-256 in hex of a file; undefined for folders and what cannot be read. */
  digest(path: string): Promise<string | undefined>;
  /** What was approved or is installed of a package. */
  package(
    kind: PackageKind,
    name: string,
    version: string | undefined,
  ): Promise<{ readonly version: string; readonly integrity?: string | undefined } | undefined>;
}

/** What a server is, whatever it calls itself. Approved versions are bound to the digest of this. */
export type ServerIdentity =
  | {
      readonly transport: 'stdio';
      /** Resolved path of the program that is started; the command as given when it is not found. */
      readonly command: string;
      readonly args: readonly string[];
      /** Names only: a new key in the vault is no new server. */
      readonly envKeys: readonly string[];
      readonly cwd?: string;
      readonly package?: {
        readonly kind: PackageKind;
        readonly name: string;
        readonly version: string;
        readonly integrity?: string;
      };
      /** Digests of the program itself, or of the script that an interpreter runs. */
      readonly files: readonly { readonly path: string; readonly digest: string }[];
    }
  | {
      readonly transport: 'http';
      /** Scheme, host, port and path; no query, no login. */
      readonly url: string;
      /**
       * The host whose certificate must hold. Over https it is the certificate's own: every connection is refused
       * unless a trusted authority has signed a certificate of exactly this name (RFC 9525), so whoever answers as
       * this identity holds its key. Over http, which is said at review, nothing but the address is bound.
       */
      readonly host: string;
      readonly headerNames: readonly string[];
    };

/**
 * Gathers the identity of a launch. Interpreters and package runners (node, npx, docker) are bound by path and not by
 * digest, since an update of Node is no change of the server: what they run is bound instead, the script by its
 * digest and the package by version and integrity. Any other program is bound by the digest of its file.
 */
export async function identityOf(launch: Launch, ports: IdentityPorts): Promise<ServerIdentity> {
  if (launch.transport === 'http') {
    const url = new URL(launch.url);
    return {
      transport: 'http',
      url: `${url.protocol}//${url.host}${url.pathname}`,
      host: url.hostname,
      headerNames: sorted(Object.keys(launch.headers).map((name) => name.toLowerCase())),
    };
  }
  const command = (await ports.resolve(launch)) ?? launch.command;
  const program = unwrap(launch);
  const spec = packageSpec(launch);
  const files: { path: string; digest: string }[] = [];
  const script = scriptOf(program);
  for (const path of new Set([
    ...(isInterpreter(command) ? [] : [command]),
    ...(script === undefined || /^[a-z]+:/i.test(script) ? [] : [script]),
  ])) {
    const digest = await ports.digest(path);
    if (digest !== undefined) files.push({ path, digest });
  }
  const found = spec.kind === 'none' ? undefined : await ports.package(spec.kind, spec.name, spec.version);
  const version = found?.version ?? spec.version ?? '';
  const integrity = found?.integrity ?? spec.integrity;
  return {
    transport: 'stdio',
    command,
    args: launch.args,
    envKeys: sorted(Object.keys(launch.env)),
    ...(launch.cwd === undefined ? {} : { cwd: launch.cwd }),
    ...(spec.kind === 'none'
      ? {}
      : {
          package: {
            kind: spec.kind,
            name: spec.name,
            version,
            ...(integrity === undefined ? {} : { integrity }),
          },
        }),
    files,
  };
}

/** SHA-256 in hex of an identity: equal exactly when nothing of it differs. */
export function identityDigest(identity: ServerIdentity): string {
  const digest = canonicalDigest(Buffer.from(JSON.stringify(identity)), 'identity\n');
  if (!digest.ok) throw new Error(`own record has no canonical form: ${digest.message}`);
  return digest.value;
}

/**
 * The digests under which somebody may have noted this identity: with what its package holds, and, where no registry
 * told that, without.
 */
export function identityDigests(identity: ServerIdentity): string[] {
  const own = identityDigest(identity);
  if (identity.transport !== 'stdio' || identity.package?.integrity === undefined) return [own];
  const { integrity: _held, ...named } = identity.package;
  return [own, identityDigest({ ...identity, package: named })];
}

/** In words, what of a server is not what was approved; empty when nothing differs. */
export function identityDifferences(approved: ServerIdentity, now: ServerIdentity): string[] {
  if (approved.transport !== now.transport) return ['It is reached in another way than before.'];
  const differences: string[] = [];
  if (approved.transport === 'http' && now.transport === 'http') {
    if (approved.url !== now.url) differences.push(`Its address was ${approved.url} and is now ${now.url}.`);
    if (approved.headerNames.join() !== now.headerNames.join())
      differences.push('Other headers are sent to it than before.');
    return differences;
  }
  if (approved.transport !== 'stdio' || now.transport !== 'stdio') return differences;
  if (approved.command !== now.command)
    differences.push(`The program was ${approved.command} and is now ${now.command}.`);
  if (JSON.stringify(approved.args) !== JSON.stringify(now.args))
    differences.push('It is started with other arguments than before.');
  if (approved.envKeys.join() !== now.envKeys.join())
    differences.push('It is given other settings than before.');
  if (approved.cwd !== now.cwd) differences.push('It is started in another folder than before.');
  const was = approved.package;
  const is = now.package;
  if (was?.name !== is?.name || was?.kind !== is?.kind)
    differences.push('It comes from another package than before.');
  else if (was?.version !== is?.version)
    differences.push(`Its version was ${was?.version ?? 'unknown'} and is now ${is?.version ?? 'unknown'}.`);
  else if (was?.integrity !== is?.integrity)
    differences.push('The package has the same version and other contents than before.');
  if (JSON.stringify(approved.files) !== JSON.stringify(now.files))
    differences.push('A file of it has changed since it was approved.');
  return differences;
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted();
}
