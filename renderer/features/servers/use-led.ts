import { useCallback } from 'react';
import { useUi } from '../../store/app-context.tsx';
import { useKept } from '../../store/use-kept.ts';

/** A page on which a server is looked for, in place of the list; and which server was chosen in the list then. */
export interface Finding {
  readonly page: 'browse' | 'bundle';
  readonly over: string | undefined;
}
export const useFinding = () => useKept<Finding | undefined>('servers.finding', undefined);

/** The dialog over the list that a server is added in. */
export const useAddingServer = () => useKept<'add' | 'paste' | undefined>('servers.dialog', undefined);

/** A tool that somebody is led to: it is opened in the list of its server, and forgotten then. */
export interface WantedTool {
  readonly server: string;
  readonly name: string;
}
export const useWantedTool = () => useKept<WantedTool | undefined>('servers.tool', undefined);

/** Leads to the list of servers, or to a way to add one, whatever covers the list now. */
export function useLeadToServers(): (to: 'list' | 'add' | 'paste' | Finding['page']) => void {
  const [, setFinding] = useFinding();
  const [, setDialog] = useAddingServer();
  const ui = useUi(({ navigate, review, reviewAll, selected }) => ({
    navigate,
    review,
    reviewAll,
    over: selected.servers,
  }));
  return useCallback(
    (to) => {
      ui.review(undefined);
      ui.reviewAll(false);
      ui.navigate('servers');
      setFinding(to === 'browse' || to === 'bundle' ? { page: to, over: ui.over } : undefined);
      setDialog(to === 'add' || to === 'paste' ? to : undefined);
    },
    [ui, setFinding, setDialog],
  );
}
