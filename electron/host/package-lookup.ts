import type { Launch, StdioLaunch } from '../../shared/model/server.ts';
import { packageSpec } from '../catalog/identity/package-spec.ts';
import { pinLaunch } from '../catalog/identity/pin-launch.ts';
import { npmFacts, type PackageFacts, pypiFacts } from '../catalog/identity/registry.ts';

/** A start command without a version, rewritten to the one that a registry names now. */
export interface PinnedLaunch {
  readonly launch: StdioLaunch;
  readonly facts: PackageFacts;
}

export interface LookupPorts {
  readonly fetch: (url: string, init: { readonly signal: AbortSignal }) => Promise<Response>;
  readonly timeoutMs: number;
}

/** Settings by which a person has chosen another registry; ours would know nothing of its packages. */
const OTHER_REGISTRY =
  /^(?:npm_config_registry|npm_config_.*:registry|uv_index_url|uv_default_index|pip_index_url)$/i;
const PLAIN_NAME = /^(?:@[\w.-]+\/)?[\w.-]+$/;
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Asks the public registry which version a start command without one (`npx -y pkg`, `uvx pkg`) means today, so that
 * exactly that one is looked at and kept to (attack 5). Only at a person's wish to look at the server, which would
 * fetch the package anyway. Undefined where there is nothing to pin, or no answer in time: then all goes on without.
 */
export async function lookUpPackage(launch: Launch, ports: LookupPorts): Promise<PinnedLaunch | undefined> {
  if (launch.transport !== 'stdio') return undefined;
  const { kind, name, version, pinned, extras } = packageSpec(launch);
  if (pinned || extras.length > 0 || !PLAIN_NAME.test(name)) return undefined;
  if (Object.keys(launch.env).some((variable) => OTHER_REGISTRY.test(variable))) return undefined;
  // A range is the person's own choice of versions; only a tag or nothing at all is resolved.
  if (version !== undefined && !/^[a-z][\w-]*$/i.test(version)) return undefined;
  try {
    if (kind === 'npm') {
      const body = await jsonFrom(`https://registry.npmjs.org/${name.replace('/', '%2f')}`, ports);
      const facts = npmFacts(body, version);
      return facts.ok ? pinnedBy(launch, facts.value) : undefined;
    }
    if (kind === 'pypi' && version === undefined) {
      const facts = pypiFacts(await jsonFrom(`https://pypi.org/pypi/${name}/json`, ports));
      return facts.ok ? pinnedBy(launch, facts.value) : undefined;
    }
  } catch {
    // Offline, slow, or nothing that can be read: the review goes on without.
  }
  return undefined;
}

function pinnedBy(launch: StdioLaunch, facts: PackageFacts): PinnedLaunch | undefined {
  const pinned = pinLaunch(launch, { version: facts.version, integrity: facts.integrity });
  return pinned.ok ? { launch: pinned.value, facts } : undefined;
}

async function jsonFrom(url: string, { fetch, timeoutMs }: LookupPorts): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok || response.body === null) throw new Error(`HTTP ${response.status}`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Error('too large');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
