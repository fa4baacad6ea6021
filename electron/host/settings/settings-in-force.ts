import { isDeepStrictEqual } from 'node:util';
import type { Settings } from '../../../shared/model/settings.ts';
import type { Profile, Undo } from '../open-profile.ts';
import type { OpenManagedPolicy } from '../policy/managed-policy.ts';
import type { SettingsStore } from './settings.ts';

/** The settings that hold: a person's, with those of their organisation in their place. Whatever acts on settings asks here. */
export interface SettingsInForce {
  /** As they hold now. Where the person's cannot be read any more, the last ones that could be count for them. */
  now(): Settings;
  /** Whether an organisation has chosen this one, rather than the person. */
  isManaged(name: 'startAtLogin'): boolean;
  /** Calls `listener` after each change, whoever made it; gives back what ends that. */
  onChange(listener: (after: Settings) => void): () => void;
}

type Managed = Pick<OpenManagedPolicy, 'settings' | 'current'> & {
  readonly policy: Pick<OpenManagedPolicy['policy'], 'onChange'>;
};

/**
 * Follows the person's settings and the organisation's, and writes Doorward's own log as they say. Attack: settings that
 * are shown as locked, and do nothing.
 */
export function settingsInForce(
  own: Pick<SettingsStore, 'read' | 'watch'>,
  { settings: first, logLevel }: Pick<Profile, 'settings' | 'logLevel'>,
  managed: Managed,
  undo: Undo[],
): SettingsInForce {
  const listeners = new Set<(after: Settings) => void>();
  let last = first;
  const now = (): Settings => {
    const read = own.read();
    if (read.ok) last = read.value;
    return managed.settings(last);
  };
  let told = now();
  logLevel(told.logLevel);
  const look = (): void => {
    const after = now();
    if (isDeepStrictEqual(after, told)) return;
    told = after;
    logLevel(after.logLevel);
    for (const listener of listeners) listener(after);
  };
  managed.policy.onChange(look);
  undo.push(own.watch(look));
  return {
    now,
    isManaged(name) {
      const policy = managed.current();
      return policy?.[name] !== undefined || policy?.settings?.[name] !== undefined;
    },
    onChange(listener) {
      const mine = (after: Settings): void => listener(after);
      listeners.add(mine);
      return () => void listeners.delete(mine);
    },
  };
}
