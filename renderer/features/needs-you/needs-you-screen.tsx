import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../app/screen.tsx';
import { useHost, useUi } from '../../store/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RefusedInWeek, useWeek } from '../activity/week.tsx';
import { NeedRow } from './need-row.tsx';
import styles from './needs-you.module.css';
import { isOpen, keyOfNeed, useNeeds } from './use-needs.ts';
import { useSteady } from '../../ui/use-steady.ts';

/** Everything that waits for the person; its aim is zero. */
export function NeedsYouScreen() {
  const { t } = useTranslation('needsYou');
  const needs = useNeeds();
  const ready = useHost((host) => host.status !== undefined);
  const open = needs.filter(isOpen).length;
  const steady = useSteady(needs.map(keyOfNeed).join('\n'));
  const list = useRef<HTMLUListElement>(null);
  const focused = useRef(false);
  // What was dealt with disappears, and must not take the focus with it.
  useEffect(() => {
    if (focused.current && document.activeElement === document.body)
      (
        list.current?.querySelector<HTMLElement>('button') ?? document.querySelector<HTMLElement>('main')
      )?.focus();
  }, [needs]);
  return (
    <Screen
      title={t('title')}
      note={open > 0 ? t('count', { count: open }) : undefined}
      fill={needs.length === 0}
    >
      {!ready ? null : needs.length === 0 ? (
        <Nothing />
      ) : (
        <ul
          ref={list}
          aria-label={t('list')}
          className={styles.list}
          onFocus={() => (focused.current = true)}
        >
          {needs.map((need) => (
            <li key={keyOfNeed(need)}>
              <NeedRow need={need} steady={steady} />
            </li>
          ))}
        </ul>
      )}
    </Screen>
  );
}

function Nothing() {
  const { t } = useTranslation('needsYou');
  const week = useWeek();
  const navigate = useUi((ui) => ui.navigate);
  return (
    <EmptyState
      icon="inbox"
      hint={
        <>
          <p>
            {week !== undefined &&
              t('asked', { count: week.asked, calls: t('calls', { count: week.calls }) })}
          </p>
          <p>{t('emptyHint')}</p>
          <RefusedInWeek />
        </>
      }
      actions={<Button onClick={() => navigate('activity')}>{t('emptyGo')}</Button>}
    >
      {t('empty')}
    </EmptyState>
  );
}
