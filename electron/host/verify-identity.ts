import type { ServerRecord } from '../../shared/model/server.ts';
import { type Approvals, withEntry } from '../catalog/approvals.ts';
import { identityDifferences, type ServerIdentity } from '../catalog/identity/identity.ts';
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
 * Compares what a server is now with what was approved. A difference makes it unreviewed again, with a note in words.
 * Packages are compared by what the command names: what a registry says meanwhile is a matter for the next review.
 */
export function identityVerifier({ servers, approvals, identify, clock, changed }: VerifyPorts): Verify {
  return async (id) => {
    const record = servers.get(id);
    const approved = approvals.of(id).record.identity;
    if (record?.state !== 'approved' || approved === undefined)
      return `"${id}" is not approved in Doorward, so it is not started.`;
    const now = samePackage(approved, await identify(record.launch));
    const differences = identityDifferences(approved, now);
    if (differences.length === 0) return undefined;
    const note = `It is not what was approved any more. ${differences.join(' ')}`;
    unreview(record, note);
    return `"${id}" is not what was approved any more, so it was not started. Ask the person to open Doorward and review it.`;
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
