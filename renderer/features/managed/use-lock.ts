import type { ManagedPolicy } from '../../../shared/model/managed.ts';
import { useHost } from '../../store/app-context.tsx';

/** In place of a sentence: an organisation has set this, and `LockNote` says so in the words of the window. */
export const LOCKED = Symbol('locked');
export type Locked = typeof LOCKED;

/** Whether an organisation lets nobody change a setting here; undefined when a person may. */
export function useLock(setting: string): Locked | undefined {
  return useHost(({ managed }) =>
    managed?.locked.some((each) => each.setting === setting) === true ? LOCKED : undefined,
  );
}

/** Who manages this Doorward; undefined when nobody does or no name is given. */
export function useOrganisation(): ManagedPolicy['organisation'] {
  const managed = useHost((host) => host.managed);
  if (managed?.organisation === undefined) return undefined;
  const { organisation: name, contact, contactUrl } = managed;
  return { name, contact, contactUrl };
}

/**
 * How often an organisation's policy was another one since the start: a part of the key of every answer that follows it,
 * so that an open screen shows what holds now.
 */
export const useManagedChanges = (): number => useHost((host) => host.managed?.changes ?? 0);
