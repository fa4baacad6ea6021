import type { Duration } from './approval.ts';
import type { ManagedPolicy } from './managed.ts';
import type { Preset } from './policy.ts';

/** How strict a preset is; the higher, the stricter. */
const STRICTNESS: Readonly<Record<Preset, number>> = { observe: 0, guarded: 1, strict: 2 };

/** The stricter one of some presets; those that are left out do not count. */
export function stricter(first: Preset, ...others: readonly (Preset | undefined)[]): Preset {
  return others.reduce<Preset>(
    (most, one) => (one !== undefined && STRICTNESS[one] > STRICTNESS[most] ? one : most),
    first,
  );
}

/** The limits of an organisation with what holds without one filled in; units as in their names. */
export interface ManagedLimits {
  readonly presetMinimum: Preset;
  readonly presetFixed: boolean;
  readonly clockSeconds: number;
  readonly lateMinutes: number;
  readonly missedHours: number;
  readonly alwaysAllowed: boolean;
  readonly longestDuration: Duration;
  /** Empty with `groups`: nobody may approve. */
  readonly approvers:
    { readonly who: 'user' } | { readonly who: 'groups'; readonly groups: readonly string[] };
  /** Undefined: kept until a person removes them. */
  readonly retentionDays: number | undefined;
  readonly updatesOff: boolean;
}

/** The limits in force under a policy; without one, Doorward's own (DESIGN §4). */
export function managedLimits(policy: ManagedPolicy | undefined): ManagedLimits {
  const { presets, approvals, log, updates } = policy ?? {};
  return {
    presetMinimum: stricter('observe', presets?.minimum, presets?.fixed),
    presetFixed: presets?.fixed !== undefined,
    clockSeconds: approvals?.clockSeconds ?? 45,
    lateMinutes: approvals?.lateMinutes ?? 60,
    missedHours: approvals?.missedHours ?? 8,
    alwaysAllowed: approvals?.alwaysAllowed ?? true,
    longestDuration: approvals?.longestDuration ?? 'always',
    approvers:
      approvals?.whoMayApprove === 'groups' || approvals?.groups !== undefined
        ? { who: 'groups', groups: approvals.groups ?? [] }
        : { who: 'user' },
    retentionDays: log?.retentionDays,
    updatesOff: updates?.off ?? false,
  };
}
