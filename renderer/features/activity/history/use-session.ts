import { useKept } from '../../../store/use-kept.ts';

/** The call whose session is shown in place of the calls; undefined while none is. */
export const useShownSession = () => useKept<string | undefined>('activity.session', undefined);
