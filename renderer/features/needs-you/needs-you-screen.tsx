import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../app/screen.tsx';
import { useHost } from '../../store/app-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NeedRow } from './need-row.tsx';
import styles from './needs-you.module.css';
import { isOpen, keyOfNeed, useNeeds } from './use-needs.ts';
import { useSteady } from './use-steady.ts';

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
      list.current?.querySelector<HTMLElement>('button')?.focus();
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

const WEEK_DAYS = 7;

function Nothing() {
  const { t } = useTranslation('needsYou');
  const { value } = useAnswer('rule.suggest', { days: WEEK_DAYS });
  return (
    <EmptyState icon="inbox">
      {t('empty')}{' '}
      {value !== undefined && t('asked', { count: value.asked, calls: t('calls', { count: value.calls }) })}
    </EmptyState>
  );
}
