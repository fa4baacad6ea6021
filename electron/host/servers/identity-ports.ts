import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Launch, StdioLaunch } from '../../../shared/model/server.ts';
import type { Result } from '../../../shared/result.ts';
import type { PackageFacts } from '../../catalog/identity/registry.ts';
import { identityOf, type IdentityPorts, type ServerIdentity } from '../../catalog/identity/identity.ts';

export interface MachinePorts {
  /** Finds the program of a launch as a start would. */
  readonly resolve: (
    launch: StdioLaunch,
  ) => Promise<Result<{ readonly invocation: { readonly file: string } }>>;
}

/** What a server is now, whatever it calls itself. */
export type Identify = (launch: Launch, facts?: PackageFacts) => Promise<ServerIdentity>;

/** Gathers identities from this machine; scripts with a relative path count from the server's own folder. */
export function identifier(ports: MachinePorts): Identify {
  const machine = machineFacts(ports);
  return (launch, facts) => {
    const cwd = launch.transport === 'stdio' ? launch.cwd : undefined;
    const whole = (path: string): string => (cwd === undefined || isAbsolute(path) ? path : join(cwd, path));
    return identityOf(launch, {
      ...machine,
      digest: (path) => machine.digest(whole(path)),
      package: (_kind, name) => Promise.resolve(facts?.name === name ? facts : undefined),
    });
  };
}

const MAX_KEPT = 500;
/** A program this large is no program that is started for its tools; reading it would hold a start up. */
const MAX_BYTES = 2 * 1024 * 1024 * 1024;

/**
 * Facts about this machine. A digest is made once for each state of a file: size, times and place on the disk tell
 * whether it is still the same. Links are followed, so that a link that is turned to another program is seen.
 */
function machineFacts(ports: MachinePorts): Omit<IdentityPorts, 'package'> {
  const kept = new Map<string, { readonly stamp: string; readonly digest: string }>();
  return {
    async resolve(launch) {
      const found = await ports.resolve(launch);
      if (!found.ok) return undefined;
      const { file } = found.value.invocation;
      return realpath(file).catch(() => file);
    },
    async digest(path) {
      // What is relative depends on the folder that the server is started in; it is bound by its name only.
      if (!isAbsolute(path)) return undefined;
      try {
        const file = await realpath(path);
        const about = await stat(file, { bigint: true });
        if (!about.isFile() || about.size > MAX_BYTES) return undefined;
        const stamp = `${about.dev} ${about.ino} ${about.size} ${about.mtimeNs} ${about.ctimeNs}`;
        const known = kept.get(file);
        if (known?.stamp === stamp) return known.digest;
        const hash = createHash('sha256');
        await pipeline(createReadStream(file), hash);
        const digest = hash.digest('hex');
        if (kept.size >= MAX_KEPT) kept.delete(kept.keys().next().value as string);
        kept.set(file, { stamp, digest });
        return digest;
      } catch {
        return undefined;
      }
    },
  };
}
