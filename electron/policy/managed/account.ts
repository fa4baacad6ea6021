import type { ManagedPolicy } from '../../../shared/model/managed.ts';
import { managedLimits } from '../../../shared/model/managed-limits.ts';
import type { OsAccount } from './apply.ts';
import { type Groups, groupsOfId, groupsOfWhoami, NO_GROUPS_KNOWN } from './groups.ts';
import { systemProgram } from './places.ts';
import type { RunProgram } from './ports.ts';

/** What the account here is asked with. */
export interface AccountPorts {
  readonly platform: NodeJS.Platform;
  /** Bounded in time and in what is printed. */
  readonly run: RunProgram;
  /** Name of the account, as the system knows it; undefined when it does not. */
  readonly user: () => string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The account that runs this. */
export interface AccountHere {
  /** As far as it is known: of its groups, nothing before `look` has ended. */
  now(): OsAccount;
  /** Finds out its groups, unless they are known. Never rejects; resolves to whether more is known than before. */
  look(): Promise<boolean>;
}

/** By their places and not by PATH, which is the person's to set (attack: an `id` of their own that names any group). */
const ID_PROGRAMS = ['/usr/bin/id', '/bin/id', '/run/current-system/sw/bin/id'];
const WHOAMI_PROGRAMS = systemProgram('whoami.exe');
const AGAIN_AFTER_MS = 60_000;

/**
 * The account here, whose groups are asked for when something hangs on them and not before. What cannot be found out is
 * said as unknown (see `OsAccount`) and asked for again, at most once a minute.
 */
export function accountHere(ports: AccountPorts): AccountHere {
  const user = safely(ports.user) ?? '';
  let found: Groups = NO_GROUPS_KNOWN;
  let asked: number | undefined;
  let looking: Promise<boolean> | undefined;

  async function ask(): Promise<boolean> {
    asked = ports.now();
    const after = await askSystem(ports);
    if (after.unknown === 'all') return false;
    found = after;
    return true;
  }

  return {
    now: () => ({ user, ...found }),
    look() {
      if (looking !== undefined) return looking;
      const since = asked === undefined ? Number.POSITIVE_INFINITY : ports.now() - asked;
      if (found.unknown === undefined || (since >= 0 && since < AGAIN_AFTER_MS))
        return Promise.resolve(false);
      looking = ask().finally(() => (looking = undefined));
      return looking;
    },
  };
}

async function askSystem({ platform, run }: AccountPorts): Promise<Groups> {
  const windows = platform === 'win32';
  for (const program of windows ? WHOAMI_PROGRAMS : ID_PROGRAMS)
    try {
      const { code, stdout } = await run(program, windows ? ['/groups', '/fo', 'csv', '/nh'] : []);
      if (windows) return code === 0 ? groupsOfWhoami(stdout) : NO_GROUPS_KNOWN;
      const groups = groupsOfId(stdout);
      // It ends so when it knows a group by its number only; what it names, it knows.
      return code === 0 || groups.unknown !== undefined ? groups : { ...groups, unknown: 'names' };
    } catch {
      // It is somewhere else, or cannot be run: the next place.
    }
  return NO_GROUPS_KNOWN;
}

/** Whether anything in a policy hangs on the groups of an account. */
export function speaksOfGroups(policy: ManagedPolicy | undefined): boolean {
  const { approvers } = managedLimits(policy);
  return (
    (approvers.who === 'groups' && approvers.groups.length > 0) ||
    (policy?.assignments ?? []).some(({ group }) => group !== undefined)
  );
}

function safely<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
