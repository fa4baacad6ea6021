import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Screen } from '../../app/screen.tsx';
import { useHost, useUi } from '../../store/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import styles from './activity.module.css';
import { CountNote, LiveButtons, SkippedLine } from './counts.tsx';
import { CallDetail } from './detail/call-detail.tsx';
import { CallGrid } from './list/call-grid.tsx';
import { HistoryScreen } from './history/history-screen.tsx';
import { SessionScreen } from './history/session-screen.tsx';
import { useShownSession } from './history/use-session.ts';
import { noFilter } from './live/filter.ts';
import type { LiveList } from './live/live-list.ts';
import { ReportScreen } from './report/report-screen.tsx';
import { Toolbar } from './toolbar.tsx';
import { useLiveList } from './use-live-list.ts';
import { type Part, useActivityPart } from './use-part.ts';
import { RefusedInWeek } from './week.tsx';
import { useScreenKeys } from './use-screen-keys.ts';

/** What to do so that there is something to see. */
function Empty() {
  const { t } = useTranslation('activity');
  const navigate = useUi((ui) => ui.navigate);
  const { known, apps, servers, app } = useHost(({ status, clients, servers }) => ({
    known: status !== undefined,
    apps: clients.length,
    servers: servers.length,
    app: clients.find(({ lastSeenAt }) => lastSeenAt !== undefined)?.name,
  }));
  // Before the first snapshot nobody knows whether there are calls.
  if (!known) return null;
  return (
    <EmptyState
      icon="activity"
      hint={
        <>
          <p>
            <Sentence
              text={t('ask', slots('app'))}
              parts={{ app: <HostileText text={app ?? t('anApp')} /> }}
            />
          </p>
          <p>{t('emptyHint')}</p>
        </>
      }
      actions={
        // Without an AI app, or a server to ask, there is nothing to see yet.
        apps === 0 ? (
          <Button variant="primary" onClick={() => navigate('apps')}>
            {t('toApps')}
          </Button>
        ) : servers === 0 ? (
          <Button variant="primary" onClick={() => navigate('servers')}>
            {t('toServers')}
          </Button>
        ) : undefined
      }
    >
      {t('empty')}
    </EmptyState>
  );
}

function NoMatch({ live }: { live: LiveList }) {
  const { t } = useTranslation('activity');
  return (
    <EmptyState
      icon="filter"
      actions={<Button onClick={() => live.setFilter(noFilter)}>{t('filter.clear')}</Button>}
    >
      {t('noMatch')}
    </EmptyState>
  );
}

/** What happened: every call as it comes, what the log holds, or the report of it. A session covers any of them. */
export function ActivityScreen() {
  const [part, setPart] = useActivityPart();
  const [session, setSession] = useShownSession();
  const [came, setCame] = useState<Part>('live');
  const close = useCallback(() => {
    setCame(part);
    setPart('live');
  }, [part, setPart]);
  const leave = useCallback(() => setSession(undefined), [setSession]);
  if (session !== undefined) return <SessionScreen key={session} call={session} onClose={leave} />;
  if (part === 'report') return <ReportScreen onClose={close} />;
  if (part === 'history') return <HistoryScreen onClose={close} />;
  return <LiveScreen came={came} onPart={setPart} />;
}

interface LiveScreenProps {
  /** Where the person came back from: its button has the focus. */
  readonly came: Part;
  readonly onPart: (part: Part) => void;
}

/** Every call, live, newest first. */
function LiveScreen({ came, onPart }: LiveScreenProps) {
  const { t } = useTranslation(['activity', 'report', 'history']);
  const toReport = useRef<HTMLButtonElement>(null);
  const toHistory = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (came !== 'live') (came === 'report' ? toReport : toHistory).current?.focus();
  }, [came]);
  const live = useLiveList();
  const any = useStore(live.store, ({ total }) => total > 0);
  const some = useStore(live.store, ({ rows }) => rows.length > 0);
  const { chosen, select } = useUi((ui) => ({ chosen: ui.selected.activity, select: ui.select }));
  const grid = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const detail = useRef<HTMLElement>(null);
  /** The detail was asked for by keyboard, so the focus goes there. */
  const entering = useRef(false);

  const choose = useCallback(
    (call: string, enter: boolean) => {
      entering.current = enter;
      select('activity', call);
      if (enter) detail.current?.focus();
    },
    [select],
  );
  const toList = useCallback(() => grid.current?.focus({ preventScroll: true }), []);
  const close = useCallback(() => {
    select('activity', undefined);
    // Where the detail covered the list, the list must be back before it can take the focus.
    requestAnimationFrame(toList);
  }, [select, toList]);
  useEffect(() => {
    const covered = grid.current?.checkVisibility?.() === false;
    if (chosen !== undefined && (entering.current || covered)) detail.current?.focus();
    entering.current = false;
  }, [chosen]);
  useScreenKeys({ live, search, close: chosen === undefined ? undefined : close });

  return (
    <Screen
      fill
      title={t('title')}
      note={any ? <CountNote live={live} /> : undefined}
      actions={
        <>
          {any && <LiveButtons live={live} />}
          <Button variant="quiet" ref={toHistory} onClick={() => onPart('history')}>
            {t('history:open')}
          </Button>
          <Button variant="quiet" ref={toReport} onClick={() => onPart('report')}>
            {t('report:open')}
          </Button>
        </>
      }
      toolbar={any ? <Toolbar live={live} search={search} onList={toList} /> : undefined}
    >
      <SplitPane
        min={300}
        minStart={280}
        start={
          <div className={styles.main}>
            <div className={styles.list}>
              {some ? (
                <CallGrid live={live} grid={grid} chosen={chosen} onChoose={choose} />
              ) : any ? (
                <NoMatch live={live} />
              ) : (
                <Empty />
              )}
            </div>
            <SkippedLine />
            {any && <RefusedInWeek foot />}
          </div>
        }
        end={chosen === undefined ? undefined : <CallDetail ref={detail} call={chosen} onClose={close} />}
      />
    </Screen>
  );
}
