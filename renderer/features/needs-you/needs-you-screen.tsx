import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../app/screen.tsx';
import { useApp, useFormat, useHost } from '../../store/app-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NeedRow } from './need-row.tsx';
import styles from './needs-you.module.css';
import { useNeeds, type Need } from './use-needs.ts';

/** Everything that waits for the person; its aim is zero. */
export function NeedsYouScreen() {
  const { t } = useTranslation('needsYou');
  const needs = useNeeds();
  const ready = useHost((host) => host.status !== undefined);
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
      note={needs.length > 0 ? t('count', { count: needs.length }) : undefined}
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
            <li key={keyOf(need)}>
              <NeedRow need={need} />
            </li>
          ))}
        </ul>
      )}
    </Screen>
  );
}

function keyOf(need: Need): string {
  if (need.kind === 'blocked') return 'blocked';
  return `${need.kind} ${need.kind === 'notice' ? need.sentence : need.server.id}`;
}

const WEEK = 7 * 24 * 60 * 60 * 1000;
/** As many as the log tells at once. */
const MOST = 1000;

function Nothing() {
  const { t } = useTranslation('needsYou');
  const { now } = useApp();
  const { number } = useFormat();
  const { value } = useAnswer('log.list', { since: now() - WEEK, limit: MOST });
  const count = value?.length;
  return (
    <EmptyState icon="inbox">
      {t('empty')}{' '}
      {count !== undefined &&
        (count < MOST ? t('calls', { count }) : t('callsMore', { number: number(MOST - 1) }))}
    </EmptyState>
  );
}
