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

/** What a source holds that cannot be read or understood; `what` is the end of the sentence. */
export const malformed = (source: string, what: string): ManagedRead => ({
  kind: 'malformed',
  said: cannotBeUsed(source, what),
});
/** What a source holds that others could have written, and so is not believed; `what` is the end of the sentence. */
export const wronglyOwned = (source: string, what: string): ManagedRead => ({
  kind: 'wrongly-owned',
  said: cannotBeUsed(source, what),
});
