import type { HeldCall, MissedCall } from '../../shared/model/approval.ts';
import type { HostRunner } from './host-runner.ts';

/** The calls that wait for a person, and those that were missed, of whichever host runs; none while none does. */
export interface WaitingCalls {
  pending(): readonly HeldCall[];
  missed(): readonly MissedCall[];
  /** Calls `listener` after each change of one of the lists. */
  onChange(listener: () => void): void;
}

/** Follows the host's state. */
export function waitingCalls(runner: Pick<HostRunner, 'host' | 'onPhase' | 'onPatch'>): WaitingCalls {
  let pending: readonly HeldCall[] = [];
  let missed: readonly MissedCall[] = [];
  const listeners: (() => void)[] = [];
  const become = (nextPending: readonly HeldCall[], nextMissed: readonly MissedCall[]): void => {
    if (nextPending === pending && nextMissed === missed) return;
    pending = nextPending;
    missed = nextMissed;
    for (const listener of listeners) listener();
  };
  const none: readonly never[] = [];
  runner.onPhase(({ kind }) => {
    const state = kind === 'running' ? runner.host()?.state.snapshot().state : undefined;
    become(state?.pending ?? none, state?.missed ?? none);
  });
  runner.onPatch((patch) => become(patch.pending ?? pending, patch.missed ?? missed));
  return {
    pending: () => pending,
    missed: () => missed,
    onChange: (listener) => void listeners.push(listener),
  };
}
