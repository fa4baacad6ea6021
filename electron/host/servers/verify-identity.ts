import type { Launch, ServerRecord } from '../../../shared/model/server.ts';
import { type Approvals, type TrustRecord, withEntry } from '../../catalog/approvals.ts';
import { identityDifferences, type ServerIdentity } from '../../catalog/identity/identity.ts';
import type { Identify } from './identity-ports.ts';
import type { ServerRepo } from './server-repo.ts';
import type { Verify } from './verified-connector.ts';

export interface VerifyPorts {
  readonly servers: ServerRepo;
  readonly approvals: Approvals;
  readonly identify: Identify;
  readonly clock: () => number;
  /** The server counts as unreviewed from now on. */
  readonly changed: (id: string) => void;
}

/**
 * Compares what a server is now with what was approved, or for a test, with what a person looked at. A difference makes
 * it unreviewed again, with a note in words. Packages are compared by what the command names: what a registry says
 * meanwhile is a matter for the next review.
 */
export function identityVerifier({ servers, approvals, identify, clock, changed }: VerifyPorts): Verify {
  return async (id, use = 'call') => {
    const record = servers.get(id);
    const trust = approvals.of(id).record;
    const looked = use === 'test' && record?.state === 'inspected';
    const known = looked ? trust.inspected : record?.state === 'approved' ? trust.identity : undefined;
    if (record === undefined || known === undefined)
      return looked
        ? `"${id}" was not looked at since Doorward keeps what servers are, so it is not started. Inspect it again.`
        : `"${id}" is not approved in Doorward, so it is not started.`;
    const launch = looked ? proposedLaunch(record.launch, trust) : record.launch;
    const now = samePackage(known, await identify(launch));
    const differences = identityDifferences(known, now);
    if (differences.length === 0) return undefined;
    const what = looked ? 'what was looked at' : 'what was approved';
    const note = `It is not ${what} any more. ${differences.join(' ')}`;
    // Whatever was decided meanwhile is newer than what was compared here.
    const current = servers.get(id);
    if (current?.launch === record.launch && current.state === record.state) unreview(current, note);
    return `"${id}" is not ${what} any more, so it was not started. Ask the person to open Doorward and review it.`;
  };

  function unreview(record: ServerRecord, note: string): void {
    const { record: trust } = approvals.of(record.id);
    const entry = { at: clock(), who: 'program' as const, act: 'unreviewed' as const, items: [], note };
    approvals.decide(record.id, withEntry(trust, entry));
    servers.put({ ...record, state: 'unreviewed' });
    servers.distrust(record.id, note);
    // What waits for this start hears the reason before everything else of the server is stopped.
    setImmediate(() => changed(record.id));
  }
}

/** With the package as it was approved where the command still names the same one. */
export function samePackage(approved: ServerIdentity, now: ServerIdentity): ServerIdentity {
  if (approved.transport !== 'stdio' || now.transport !== 'stdio') return now;
  const was = approved.package;
  const is = now.package;
  if (was === undefined || is === undefined || was.kind !== is.kind || was.name !== is.name) return now;
  return { ...now, package: was };
}

/** The start command that a person looked at: with the version in it that approving would keep to. */
export function proposedLaunch(launch: Launch, { proposed }: Pick<TrustRecord, 'proposed'>): Launch {
  return proposed === undefined || launch.transport !== 'stdio' ? launch : { ...launch, args: [...proposed] };
}

/** With the digest of the package as it was approved, where it is the same version of it. */
export function withKnownDigest(now: ServerIdentity, approved: ServerIdentity | undefined): ServerIdentity {
  if (approved?.transport !== 'stdio' || now.transport !== 'stdio') return now;
  const was = approved.package;
  const is = now.package;
  if (was?.integrity === undefined || is === undefined || is.integrity !== undefined) return now;
  const same = was.kind === is.kind && was.name === is.name && was.version === is.version;
  return same ? { ...now, package: was } : now;
}
