import type { Effect } from '../../shared/model/review.ts';
import type { Bond } from './contract.ts';

const FIELDS: readonly (keyof Bond)[] = ['client', 'server', 'identity', 'kind', 'name', 'pin', 'args'];

/** Whether both are about the same call. */
export function sameBond(a: Bond, b: Bond): boolean {
  return FIELDS.every((field) => typeof a[field] === 'string' && a[field] === b[field]);
}

/** Whether both are calls of the same thing by the same app, whatever the arguments. */
export function sameTarget(a: Bond, b: Bond): boolean {
  return FIELDS.every((field) => field === 'args' || a[field] === b[field]);
}

/** A copy that nobody can change afterwards. */
export function frozenBond({ client, server, identity, kind, name, pin, args }: Bond): Bond {
  return Object.freeze({ client, server, identity, kind, name, pin, args });
}

/** Effects for which an answer may go beyond the very call: what is like it, and several at once. */
export function isMild(effect: Effect): boolean {
  return effect === 'read' || effect === 'write';
}

/**
 * What calls have in common that a person may allow together: app, server and tool, each in the approved version.
 * Reads and writes only; each is still answered and bound by itself (attack 31).
 */
export function groupOf(bond: Bond, effect: Effect): string | undefined {
  if (!isMild(effect)) return undefined;
  const { client, server, identity, kind, name, pin } = bond;
  return JSON.stringify([client, server, identity, kind, name, pin]);
}
