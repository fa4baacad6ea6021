import { useKept } from '../../store/use-kept.ts';

/** How often settings were changed from elsewhere; the screen asks anew whenever it is another. */
export const useSettingsChanges = () => useKept<number>('settings.changes', 0);
