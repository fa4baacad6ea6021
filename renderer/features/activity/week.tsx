import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp, useCalls } from '../../store/app-context.tsx';
import type { CallsState } from '../../store/stores.ts';
import { useCached } from '../../store/use-cached.ts';
import { cx } from '../../ui/cx.ts';
import { firstQuery, inputOf, type HistoryQuery } from './history/query.ts';
import { useOpenHistory } from './history/use-open-history.ts';
import styles from './week.module.css';

const MINUTE = 60_000;
const SOON = 3000;

/** The calls that were refused in the last 7 days, as History has them. */
const refusedInWeek: HistoryQuery = {
  ...firstQuery,
  outcome: 'refused',
  span: { kind: 'preset', preset: 'week' },
};

/** So many of the newest calls are looked through for one that was refused. */
const NEWEST = 100;

/** Whether the list beside the number shows a call that was refused in these days. */
function showsRefused({ list }: CallsState, now: number): boolean {
  const { since = 0 } = inputOf(refusedInWeek, now);
  for (let index = list.length - 1; index >= Math.max(0, list.length - NEWEST); index -= 1) {
    const call = list.at(index);
    if (call?.outcome === 'refused' && call.at >= since) return true;
  }
  return false;
}

/**
 * How many calls were refused in the last 7 days: counted by the log's index, at most once a minute. That there was none
 * is not said while the list shows one; then it is soon counted again.
 */
export function useRefusedInWeek(): number | undefined {
  const { now } = useApp();
  const shown = useCalls((calls) => showsRefused(calls, now()));
  const count = useCached(
    'week.refused',
    'log.overview',
    (at) => inputOf(refusedInWeek, at),
    (told) => (told?.calls === 0 && shown ? SOON : MINUTE),
  )?.calls;
  return count === 0 && shown ? undefined : count;
}

/** How many calls there were in the last 7 days, and about how many of them a person was asked. */
export interface Week {
  readonly calls: number;
  readonly asked: number;
  /** The log is not a week old: what was asked at the beginning says little about how it goes on. */
  readonly first: boolean;
}

/** The numbers of the report of the last 7 days; it reads the rows of two weeks, so it is made every five minutes at most. */
export function useWeek(): Week | undefined {
  const report = useCached(
    'week',
    'log.report',
    () => ({ weeks: 1 }),
    () => 5 * MINUTE,
  );
  if (report === undefined) return undefined;
  const { now, since, logBegins } = report;
  return {
    calls: now.calls,
    asked: now.questions.asked,
    first: logBegins !== undefined && logBegins > since,
  };
}

/** A way to what a number counts. */
export function WeekLink({
  children,
  onClick,
}: {
  readonly children: ReactNode;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" className={styles.link} onClick={onClick}>
      {children}
    </button>
  );
}

/** "12 calls were refused in the last 7 days", with the way to them. Nothing until that is known. */
export function RefusedInWeek({ foot = false }: { readonly foot?: boolean }) {
  const { t } = useTranslation('activity');
  const count = useRefusedInWeek();
  const openHistory = useOpenHistory();
  if (count === undefined) return null;
  return (
    <p className={cx(styles.line, foot && styles.foot)}>
      {count === 0 ? t('week.none') : t('week.refused', { count })}{' '}
      {count > 0 && <WeekLink onClick={() => openHistory(refusedInWeek)}>{t('week.show')}</WeekLink>}
    </p>
  );
}
