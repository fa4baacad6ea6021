import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './empty-state.module.css';
import { Icon, type IconName } from './icons.tsx';

export interface EmptyStateProps {
  readonly icon: IconName;
  /** What there is not, or what would be here: one short sentence. */
  readonly children: ReactNode;
  /** What belongs here and how it comes here; for places that a person sees before there is anything in them. */
  readonly hint?: ReactNode;
  /** What to do about it, the likeliest first. */
  readonly actions?: ReactNode;
}

/** What a place says while there is nothing in it. */
export function EmptyState({ icon, children, hint, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <Icon name={icon} className={styles.icon} />
      <div className={cx(styles.sentence, hint !== undefined && styles.title)}>{children}</div>
      {hint !== undefined && <div className={styles.hint}>{hint}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
