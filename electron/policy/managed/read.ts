import type { ManagedPolicy } from '../../../shared/model/managed.ts';
import type { Saying } from '../../../shared/model/words.ts';
import type { Result } from '../../../shared/result.ts';
import { cannotBeUsed } from '../../../shared/texts/managed.ts';
import { policyDigest } from './parse.ts';

/**
 * What a source of managed settings holds now. `absent`: this computer is not managed. `malformed`: unreadable or not
 * understood. `wrongly-owned`: somebody else than the administrator could have written it.
 */
export type ManagedRead =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'valid';
      readonly policy: ManagedPolicy;
      readonly digest: string;
      /** Where it came from, in words. */
      readonly source: string;
    }
  | {
      readonly kind: 'malformed' | 'wrongly-owned';
      /** Words of `managedTexts`. */
      readonly said: Saying;
    };

/** The end of every reader: a policy, or what is wrong. */
export function readOf(source: string, policy: Result<ManagedPolicy>): ManagedRead {
  return policy.ok
    ? { kind: 'valid', policy: policy.value, digest: policyDigest(policy.value), source }
    : malformed(source, policy.message);
}

export const malformed = (source: string, what: string): ManagedRead => ({
  kind: 'malformed',
  said: cannotBeUsed(source, what),
});
export const wronglyOwned = (source: string, what: string): ManagedRead => ({
  kind: 'wrongly-owned',
  said: cannotBeUsed(source, what),
});
