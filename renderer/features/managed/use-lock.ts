import { useHost } from '../../store/app-context.tsx';

/** Why an organisation lets nobody change a setting here; undefined when a person may. */
export function useLock(setting: string): string | undefined {
  return useHost(({ managed }) => managed?.locked.find((each) => each.setting === setting)?.sentence);
}
