import type { Duration, HeldCall, MissedCall, Scope } from '../../shared/model/approval.ts';
import type { ArgCondition, CallKind, RuleBody, Ruling } from '../../shared/model/policy.ts';
import type { Decider } from '../../shared/model/trust.ts';
import type { Result } from '../../shared/result.ts';

/** What a decision is about. Where any of it differs, it is another call and the decision is worth nothing. */
export interface Bond {
  readonly client: string;
  readonly server: string;
  /** Digest of the server's identity, as approved. */
  readonly identity: string;
  readonly kind: CallKind;
  readonly name: string;
  /** Digest of the approved version of the tool or prompt; empty where there is none. */
  readonly pin: string;
  /** SHA-256 of the canonical arguments (hex); of their bytes where they have no canonical form. */
  readonly args: string;
}

/** A decision about one call: bound, with an end, used once. */
export interface Decision {
  readonly nonce: string;
  readonly bond: Bond;
  /** Version of the policy under which it was made. */
  readonly policy: number;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** A call that has to wait for a person. */
export interface Question {
  readonly call: string;
  readonly bond: Bond;
  readonly ruling: Ruling;
  /** The call as it is shown, without what the desk itself knows. Made anew when asked for: what is secret may grow. */
  readonly show: () => Omit<HeldCall, 'id' | 'askedAt' | 'endsAt' | 'appGone' | 'durations' | 'scopes'>;
  /** What *like this* means as conditions on arguments; undefined when nothing narrower than the tool can be named. */
  readonly like: readonly ArgCondition[] | undefined;
  /** Whether the arguments of this call fit conditions that an earlier answer was about; absent: they do not. */
  readonly fits?: (conditions: readonly ArgCondition[]) => boolean;
  /**
   * An answer counts only while it is awaited, and only from a person: it is never listed as missed, serves no retry,
   * and no rule gives it. So for what is filled in here, and for what is too large to be shown on the list.
   */
  readonly momentary?: boolean;
  /**
   * The call was made, and the question is whether the AI app may have what came back. It is momentary; nothing beyond
   * this once can be chosen, no permission is made of it, and it is never answered together with others.
   */
  readonly about?: 'answer';
  /** Decides anew under the policy as it is now. */
  readonly again: () => { readonly ruling: Ruling; readonly policy: number };
}

/**
 * What became of a question. `refused`: the sentence goes to the AI app. `by`: a person said no, or nobody was there
 * to say anything; absent where something else refused it. `who`: the one who decided, `late` an answer that came after the
 * time, `policy` a rule that was made meanwhile.
 */
export type Outcome =
  | { readonly kind: 'allowed'; readonly decision: Decision; readonly who?: Decider | 'late' | 'policy' }
  | {
      readonly kind: 'refused';
      readonly sentence: string;
      readonly by?: 'person' | 'nobody';
      readonly who?: Decider;
    };

/** An open question, for the road that waits on it. */
export interface Asked {
  readonly id: string;
  readonly outcome: Promise<Outcome>;
  /** The AI app gave up or went away. The question stays for a while: an answer serves its next try; a momentary one ends. */
  gone(): void;
}

export interface Answer {
  readonly duration: Duration;
  readonly scope: Scope;
  /** Whether more than this once counts for this AI app or for all. */
  readonly clients: 'this' | 'all';
  readonly who: Decider;
}

/** Where people answer. Everything is decided here and nowhere else. */
export interface ApprovalDesk {
  /**
   * Asks a person. Decided at once, without a question, when an earlier answer serves this retry, when nobody is at
   * the computer, while a cool-down lasts, or when too much waits of this AI app already.
   */
  ask(question: Question): Asked;
  /**
   * Uses a decision up right before the bytes go. A sentence when it does not hold: other bond, other policy,
   * expired, unknown, or used before. Durable: it is used up on disk before this returns.
   */
  redeem(decision: Decision, bond: Bond, policy: number): string | undefined;
  allow(id: string, answer: Answer): Result<HeldCall | MissedCall>;
  deny(id: string, reason: string | undefined, who: Decider): Result<HeldCall | MissedCall>;
  /** Somebody looks at it: its clock stops. Started again by `leave`. */
  touch(id: string): void;
  leave(id: string): void;
  /** Decides what waits anew, for the policy has changed: what passes now is allowed, what is blocked is refused. */
  recheck(): void;
  /** What is shown of a call that waits may be other than it was; decides nothing. */
  refresh(): void;
  /** Oldest first; the same array until something changes. */
  pending(): readonly HeldCall[];
  missed(): readonly MissedCall[];
  /** Rises with every change of the two lists. */
  readonly version: number;
  onChange(listener: () => void): void;
  /** Refuses what waits; nothing can be asked from then on. */
  close(): void;
}

/** What the desk needs. */
export interface DeskPorts {
  readonly now: () => number;
  readonly nonce: () => string;
  /** Calls `run` once after `ms` unless taken back; a clock of the tests in tests. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Whether a person may be there: the screen is not locked and there was input in the last minutes. */
  readonly presence: () => 'here' | 'away';
  readonly onInput: (listener: () => void) => void;
  /** Makes a permission of an answer that counts for more than once; a sentence when it may not be. */
  readonly permit: (body: RuleBody, duration: Duration, who: Decider) => Result<void>;
  readonly store: DecisionStore;
  readonly settings: () => DeskSettings;
}

export interface DeskSettings {
  /** How long a question waits, ms. */
  readonly clockMs: number;
  /** How long an answer after that serves a retry, ms. */
  readonly lateMs: number;
  /** How long a missed call is listed, ms. */
  readonly missedMs: number;
  /** Questions of one AI app that may wait at once. */
  readonly pendingPerClient: number;
  /** Whether a popup may be answered with *always* at all. */
  readonly alwaysAllowed: boolean;
  /** The longest duration that may be chosen. */
  readonly longest: Duration;
}

/** What is on disk of decisions. Sealed by its owner; what does not verify is not there. */
export interface DecisionStore {
  /** Whatever `put` kept, as it was: JSON texts by id. */
  load(): ReadonlyMap<string, string>;
  /** On disk when it returns. Throws when it cannot be written. */
  put(id: string, record: string): void;
  remove(id: string): void;
}
