import { useEffect, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useUi } from '../../store/app-context.tsx';
import { popupIsOpen } from '../../ui/open-dialog.ts';
import type { LiveList } from './live/live-list.ts';

export interface ScreenKeys {
  readonly live: LiveList;
  readonly search: RefObject<HTMLInputElement | null>;
  /** Closes the detail; undefined when none is open. */
  readonly close: (() => void) | undefined;
}

const TYPING = 'input, textarea, select, [contenteditable]';
/** What takes the space bar for itself. */
const PRESSED = `${TYPING}, button, a, summary, [role="combobox"], [role="separator"]`;

/** The keys of the whole screen: `/` to search, the space bar to pause, Escape to close the detail. */
export function useScreenKeys({ live, search, close }: ScreenKeys): void {
  const { t } = useTranslation('activity');
  const say = useUi((ui) => ui.say);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const at = event.target instanceof Element ? event.target : document.body;
      // A popup or a dialog has its own keys.
      if (popupIsOpen()) return;
      const isIn = (selector: string): boolean => at.closest(selector) !== null;
      if (event.key === '/' && !isIn(TYPING) && search.current !== null) {
        search.current.focus();
        search.current.select();
      } else if (event.key === ' ' && !isIn(PRESSED)) {
        const { paused } = live.store.getState().hold;
        live.act(paused ? 'follow' : 'pause');
        say(t(paused ? 'saidFollowing' : 'saidPaused'));
      } else if (event.key === 'Escape' && close !== undefined) {
        close();
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [live, search, close, say, t]);
}
