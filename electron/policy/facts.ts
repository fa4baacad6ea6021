import type { CallKind } from '../../shared/model/policy.ts';
import type { Effect, Place } from '../../shared/model/review.ts';

/** What rules look at in one call. */
export interface CallFacts {
  readonly client: { readonly id: string; readonly role: string };
  readonly server: string;
  readonly kind: CallKind;
  /** Tool or prompt as the server knows it, or resource URI. */
  readonly name: string;
  /** Of the approved version, or as a person corrected it. */
  readonly effect: Effect;
  /** Arguments that say where the call acts, of the approved version. */
  readonly places: readonly Place[];
  /** JSON of the arguments as they will be sent; undefined: there are none. Read only where a rule needs them. */
  readonly args: Buffer | undefined;
  /** What was found in the arguments, in sentences for people: a person is asked whatever the rules let pass. */
  readonly doubts?: readonly string[] | undefined;
  /** Milliseconds since the epoch. */
  readonly at: number;
}
