import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Effect } from '../../../shared/model/review.ts';
import styles from './effect-icon.module.css';

const paths: Record<Effect, ReactNode> = {
  read: <path d="M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5ZM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z" />,
  write: (
    <path d="M3.5 16.5 4.3 13 13 4.3a1.4 1.4 0 0 1 2 0l.7.7a1.4 1.4 0 0 1 0 2L7 15.7l-3.5.8ZM11.5 5.8l2.7 2.7" />
  ),
  send: <path d="m3 10 14-6.5-5 13.5-2.8-5.2L3 10ZM9.2 11.8 17 3.5" />,
  run: (
    <path d="M3.5 3.5h13a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1ZM5.5 7.5 8 10l-2.5 2.5M10.5 13h4" />
  ),
  destroy: (
    <path d="M3.5 5.5h13M7.5 5.5v-2h5v2M5 5.5l.7 10.3a1 1 0 0 0 1 .95h6.6a1 1 0 0 0 1-.95L15 5.5M8.5 8.75v4.75M11.5 8.75v4.75" />
  ),
  spend: (
    <path d="M2.5 5.5h15v9h-15v-9ZM10 12.25a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5ZM5.25 10h.01M14.75 10h.01" />
  ),
  unknown: (
    <path d="M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM7.75 8a2.25 2.25 0 1 1 3.3 2c-.7.4-1.05.8-1.05 1.5M10 14h.01" />
  ),
};

/** What the approved version of a tool does, as a picture with a name. */
export function EffectIcon({ effect }: { effect: Effect }) {
  const { t } = useTranslation('popup');
  return (
    <span
      className={styles.frame}
      role="img"
      aria-label={t(`effect.${effect}`)}
      title={t(`effect.${effect}`)}
    >
      <svg
        width="20"
        height="20"
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {paths[effect]}
      </svg>
    </span>
  );
}
