import { useCallback } from 'react';
import { useUi } from '../../store/app-context.tsx';
import { useKept } from '../../store/use-kept.ts';

/** What a person has put together to try. An empty server or AI app is any. */
export interface TryDraft {
  readonly text: string;
  readonly as: 'result' | 'argument' | 'tool';
  readonly server: string;
  readonly client: string;
}

export const EMPTY: TryDraft = { text: '', as: 'result', server: '', client: '' };

/** What was typed; it outlives the page as long as the window, and is kept nowhere else. */
export const useTryDraft = () => useKept<TryDraft>('try-text.draft', EMPTY);

/** Whether the page stands in the place of the settings. */
export const useTrying = () => useKept<boolean>('try-text.open', false);

/** Opens the page; with a draft, with that in it. */
export function useOpenTry(): (draft?: TryDraft) => void {
  const [, setOpen] = useTrying();
  const [, setDraft] = useTryDraft();
  const navigate = useUi((ui) => ui.navigate);
  return useCallback(
    (draft) => {
      if (draft !== undefined) setDraft(draft);
      setOpen(true);
      navigate('settings');
    },
    [navigate, setDraft, setOpen],
  );
}
