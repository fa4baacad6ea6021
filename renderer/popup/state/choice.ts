import type { BridgeInput } from '../../../shared/ipc/window.ts';
import type { Duration, HeldCall } from '../../../shared/model/approval.ts';
import { DURATIONS } from '../../../shared/model/lists.ts';
import type { Effect } from '../../../shared/model/review.ts';

/** Scopes of this window; wider ones are given on the Permissions page. */
const SCOPES = ['args', 'like', 'tool'] as const;
export type PopupScope = (typeof SCOPES)[number];

/** What an answer covers beyond this call. */
export interface Choice {
  readonly for: Duration;
  readonly scope: PopupScope;
  readonly apps: 'this' | 'all';
}

/** Just this once: the narrowest, and what every question starts with. */
export const ONCE: Choice = { for: 'once', scope: 'args', apps: 'this' };

const NEVER_ALWAYS: readonly Effect[] = ['send', 'run', 'destroy', 'spend'];

/** The durations that this window offers for a call, whatever it was told: never *always* for what cannot be undone. */
export function durationsOf(call: HeldCall): readonly Duration[] {
  return DURATIONS.filter(
    (each) =>
      each === 'once' ||
      (call.durations.includes(each) && !(each === 'always' && NEVER_ALWAYS.includes(call.effect))),
  );
}

/** The scopes that this window offers for a call; *like this* only when there are words that say what it covers. */
export function scopesOf(call: HeldCall): readonly PopupScope[] {
  return SCOPES.filter(
    (each) => each === 'args' || (call.scopes.includes(each) && (each !== 'like' || call.like !== undefined)),
  );
}

/** The choice as far as it is offered for this call; what is not offered becomes the narrowest. */
export function fitting(choice: Choice, call: HeldCall): Choice {
  if (choice.for === 'once' || !durationsOf(call).includes(choice.for)) return ONCE;
  return { ...choice, scope: scopesOf(call).includes(choice.scope) ? choice.scope : 'args' };
}

/** The command that allows a call. Other arguments are allowed once only, whatever is chosen. */
export function allowInput(
  call: HeldCall,
  choice: Choice,
  otherArguments?: string,
): BridgeInput<'approval.allow'> {
  if (otherArguments !== undefined) return { id: call.id, ...ONCE, arguments: otherArguments };
  return { id: call.id, ...fitting(choice, call) };
}

/** The command that refuses a call. A reason of nothing but space is none. */
export function denyInput(call: HeldCall, reason: string): BridgeInput<'approval.deny'> {
  const told = reason.trim().slice(0, MOST_REASON);
  return told === '' ? { id: call.id } : { id: call.id, reason: told };
}

/** The longest reason that the contract takes, in UTF-16 units. */
export const MOST_REASON = 300;
