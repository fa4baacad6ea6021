import { useCallback } from 'react';
import { useUi } from '../../../store/app-context.tsx';
import { useKept } from '../../../store/use-kept.ts';
import { useActivityPart } from '../use-part.ts';
import { firstQuery, type HistoryQuery } from './query.ts';
import { useShownSession } from './use-session.ts';

/** What the log is searched for. */
export const useHistoryQuery = () => useKept<HistoryQuery>('activity.history.query', firstQuery);

/** Leads to the calls of the log that fit; what was searched for before is put away. */
export function useOpenHistory(): (query: Partial<HistoryQuery>) => void {
  const [, setQuery] = useHistoryQuery();
  const [, setPart] = useActivityPart();
  const [, setSession] = useShownSession();
  const { navigate, select } = useUi((ui) => ({ navigate: ui.navigate, select: ui.select }));
  return useCallback(
    (query) => {
      setQuery({ ...firstQuery, ...query });
      setSession(undefined);
      setPart('history');
      select('activity', undefined);
      navigate('activity');
    },
    [setQuery, setPart, setSession, navigate, select],
  );
}
