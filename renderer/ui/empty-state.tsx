import type { ReactNode } from 'react';
import styles from './empty-state.module.css';
import { Icon, type IconName } from './icons.tsx';

export interface EmptyStateProps {
  readonly icon: IconName;
  /** What would be here, or what to do so that something is. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** What a place says while there is nothing in it. */
export function EmptyState({ icon, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <Icon name={icon} className={styles.icon} />
      <div className={styles.sentence}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
