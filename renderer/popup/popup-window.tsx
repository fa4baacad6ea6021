import { useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store/app-context.tsx';
import { Announcer } from './parts/announcer.tsx';
import { AnswerBar } from './parts/answer-bar.tsx';
import { GroupList } from './parts/group-list.tsx';
import { Ended, Problem } from './parts/problem.tsx';
import { Question } from './parts/question.tsx';
import styles from './popup-window.module.css';
import { usePopupState } from './popup-context.tsx';
import { useDead } from './use-dead.ts';
import { useWindowEvents } from './use-window-events.ts';

/** The window may be this high; at least so that Details have room, because it does not grow for them. */
const HIGHEST = 640;
const LOWEST = 400;

/**
 * Tells how high the page wants to be, once for each time that there is something to show after there was nothing.
 * It never changes while the window is open, because Deny and Allow would move.
 */
function useHeight() {
  const { bridge } = useApp();
  const session = usePopupState((state) => state.session);
  const content = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (session === 0 || content.current === null || bar.current === null) return;
    const wanted = content.current.offsetHeight + bar.current.offsetHeight;
    const height = Math.round(Math.min(HIGHEST, Math.max(LOWEST, wanted)));
    bridge.commands['popup.size']({ height }).catch(() => undefined);
  }, [bridge, session]);
  return { content, bar };
}

/** What waits, and its answers at a fixed place below. */
export function PopupWindow() {
  const { t } = useTranslation('popup');
  const { shown, group, ended, error, version, showing, session } = usePopupState((state) => state);
  const panel = useRef<HTMLDivElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const { content, bar } = useHeight();
  const id = useId();
  const dead = useDead();
  useWindowEvents(panel);
  const what = group === undefined ? shown?.id : `group ${shown?.id}`;
  useLayoutEffect(() => {
    scroll.current?.scrollTo?.({ top: 0 });
    // The focus would stay on the button that answered the call before.
    if (what !== undefined && panel.current?.contains(document.activeElement)) panel.current.focus();
  }, [what]);
  if (shown === undefined) return <main aria-label={t('label')} />;
  return (
    <main className={styles.window}>
      <div
        ref={panel}
        className={styles.panel}
        role="alertdialog"
        aria-labelledby={`${id}-sentence`}
        aria-describedby={`${id}-second`}
        tabIndex={-1}
        data-version={version}
        data-rise={(showing + session) % 2}
      >
        {/* What scrolls must be reachable with the keyboard. */}
        <div ref={scroll} className={styles.scroll} tabIndex={0} role="group" aria-label={t('label')}>
          <div ref={content} className={styles.content} key={what}>
            {group === undefined ? <Question call={shown} id={id} /> : <GroupList group={group} id={id} />}
          </div>
        </div>
        {error !== undefined && <Problem error={error} />}
        {error === undefined && ended !== undefined && <Ended call={shown} ended={ended} />}
        <div ref={bar} className={styles.bar}>
          <AnswerBar call={shown} group={group} dead={dead} />
        </div>
      </div>
      <Announcer call={shown} />
    </main>
  );
}
