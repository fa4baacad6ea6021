import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../../app/screen.tsx';
import { useUi } from '../../../store/app-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { popupIsOpen } from '../../../ui/open-dialog.ts';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { CallDetail } from '../detail/call-detail.tsx';
import { HistoryFilters } from './history-filters.tsx';
import { HistoryList } from './history-list.tsx';
import styles from './history.module.css';
import { Overview } from './overview.tsx';
import { firstQuery, isNarrow } from './query.ts';
import { type History, useHistory } from './use-history.ts';

const TYPING = 'input, textarea, select, [contenteditable]';

/** The whole log, searched by words and fields. */
export function HistoryScreen({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('history');
  const history = useHistory();
  const { query, change, found, overview, list, counting, more, again } = history;
  const { chosen, select } = useUi((ui) => ({ chosen: ui.selected.activity, select: ui.select }));
  const search = useRef<HTMLInputElement>(null);
  const element = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLElement>(null);
  const entering = useRef(false);
  useEffect(() => search.current?.focus({ preventScroll: true }), []);

  const toList = useCallback(() => element.current?.focus({ preventScroll: true }), []);
  const choose = useCallback(
    (call: string, enter: boolean) => {
      entering.current = enter;
      select('activity', call);
      if (enter) detail.current?.focus();
    },
    [select],
  );
  const close = useCallback(() => {
    select('activity', undefined);
    // Where the detail covered the list, the list must be back before it can take the focus.
    requestAnimationFrame(toList);
  }, [select, toList]);
  useEffect(() => {
    if (chosen !== undefined && entering.current) detail.current?.focus();
    entering.current = false;
  }, [chosen]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || popupIsOpen()) return;
      const typing = event.target instanceof Element && event.target.closest(TYPING) !== null;
      if (event.key === '/' && !typing) {
        search.current?.focus();
        search.current?.select();
      } else if (event.key === 'Escape') (chosen === undefined ? onClose : close)();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [chosen, close, onClose]);

  const { calls } = found ?? {};
  return (
    <Screen
      fill
      title={t('title')}
      back={{ label: t('back'), onBack: onClose }}
      note={overview === undefined ? undefined : t('count', { count: overview.calls })}
      actions={
        <Button variant="quiet" icon="refresh" busy={list.busy && calls === undefined} onClick={again}>
          {t('again')}
        </Button>
      }
      toolbar={<HistoryFilters query={query} change={change} search={search} onList={toList} />}
    >
      <SplitPane
        min={300}
        minStart={280}
        start={
          <div className={styles.main} aria-busy={list.busy}>
            {counting.error !== undefined && list.error === undefined && (
              <div className={styles.note}>
                <CommandNote command={counting} />
              </div>
            )}
            {overview !== undefined && overview.bars.length > 1 && overview.calls > 0 && (
              <Overview
                overview={overview}
                onChoose={(since, until) => {
                  change({ span: { kind: 'bar', step: overview.step, since, until, wider: query.span } });
                  // One hour has no bars.
                  if (overview.step === 'hour') toList();
                }}
              />
            )}
            {list.error !== undefined && calls !== undefined && (
              <div className={styles.note}>
                <CommandNote command={list} />
              </div>
            )}
            <div className={styles.list}>
              {calls !== undefined && calls.length > 0 && found !== undefined ? (
                <HistoryList
                  found={found}
                  element={element}
                  chosen={chosen}
                  onChoose={choose}
                  onMore={more}
                />
              ) : (
                <Nothing history={history} />
              )}
            </div>
          </div>
        }
        end={chosen === undefined ? undefined : <CallDetail ref={detail} call={chosen} onClose={close} />}
      />
    </Screen>
  );
}

/** Why no call is listed, and what to do. */
function Nothing({ history: { found, query, change, list, again } }: { readonly history: History }) {
  const { t } = useTranslation(['history', 'activity', 'common']);
  if (found === undefined)
    return list.error === undefined ? (
      <EmptyState icon="activity">
        <span role="status">{t('looking')}</span>
      </EmptyState>
    ) : (
      <EmptyState icon="alarm" actions={<Button onClick={again}>{t('common:action.retry')}</Button>}>
        <p>{t('failed')}</p>
        <CommandNote command={list} />
      </EmptyState>
    );
  const { span } = found.query;
  const all = span.kind === 'preset' && span.preset === 'any';
  if (all)
    return isNarrow(found.query) ? (
      <EmptyState
        icon="filter"
        actions={
          <Button onClick={() => change({ ...firstQuery, span: query.span })}>
            {t('activity:filter.clear')}
          </Button>
        }
      >
        {t('empty.match')}
      </EmptyState>
    ) : (
      <EmptyState icon="activity">{t('empty.log')}</EmptyState>
    );
  return (
    <EmptyState
      icon="filter"
      actions={
        <Button onClick={() => change({ ...query, span: { kind: 'preset', preset: 'any' } })}>
          {t('empty.anyTime')}
        </Button>
      }
    >
      {t('empty.matchSpan')}
    </EmptyState>
  );
}
