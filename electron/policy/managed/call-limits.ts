import { hash } from 'node:crypto';
import type { Limit } from '../../../shared/model/limits.ts';
import type { ManagedCallLimit } from '../../../shared/model/managed-call-limits.ts';
import type { ManagedPolicy } from '../../../shared/model/managed.ts';
import { compileGlob } from '../regex/glob.ts';

/** What ids of an organisation's limits begin with; no person's limit may. */
const PREFIX = 'managed-';

/** Whether a limit is one of the organisation: a person may neither change nor remove it. */
export const isManagedLimit = ({ id }: Pick<Limit, 'id'>): boolean => id.startsWith(PREFIX);

/** What it counts: with another number it still counts the same calls, so what was used up of it counts on. */
const counts = ({ most, ...about }: ManagedCallLimit): string =>
  JSON.stringify([
    Object.entries(about).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    most.kind,
    most.kind === 'rate' ? most.per : '',
  ]);

/**
 * The limits of an organisation, as they are counted. Attack: have the settings read anew, or restart, to begin a day
 * anew; so ids are made of what is counted, and not of the place in the list.
 */
export function limitsOf(policy: ManagedPolicy | undefined): readonly Limit[] {
  const seen = new Map<string, number>();
  return (policy?.limits ?? []).map((one) => {
    const key = counts(one);
    const n = seen.get(key) ?? 0;
    seen.set(key, n + 1);
    const { each, most, ...about } = one;
    const id = `${PREFIX}${hash('sha256', key, 'hex').slice(0, 24)}${n === 0 ? '' : `-${n}`}`;
    return { id, about, ...(each === undefined ? {} : { each }), most };
  });
}

/** What is wrong with a limit of a policy: its place in the list, and the sentence. */
export interface LimitFault {
  readonly index: number;
  readonly sentence: string;
}

/** The limits of a policy that cannot be used; calls would pass them, so such a policy must not count. */
export function limitFaults(policy: ManagedPolicy): readonly LimitFault[] {
  return (policy.limits ?? []).flatMap(({ tool }, index) => {
    try {
      if (tool !== undefined) compileGlob(tool);
      return [];
    } catch {
      return [{ index, sentence: 'this name with placeholders is too large' }];
    }
  });
}
