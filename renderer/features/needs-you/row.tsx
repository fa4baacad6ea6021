import type { ReactNode } from 'react';
import { Icon, type IconName } from '../../ui/icons.tsx';
import type { Tone } from '../../ui/state-mark.tsx';
import styles from './needs-you.module.css';

export interface RowProps {
  readonly tone: Tone;
  /** In place of the usual one of something that does not ask for attention. */
  readonly icon?: IconName | undefined;
  readonly what: ReactNode;
  readonly means?: ReactNode;
  /** One or more buttons. */
  readonly act: ReactNode;
  /** More about it, below everything else. */
  readonly below?: ReactNode;
}

/** One thing that waits. */
export function Row({ tone, icon = 'inbox', what, means, act, below }: RowProps) {
  return (
    <div className={styles.row}>
      <span className={styles[tone]}>
        <Icon name={tone === 'neutral' ? icon : tone} />
      </span>
      <div className={styles.words}>
        <p className={styles.what}>{what}</p>
        {means !== undefined && <div className={styles.means}>{means}</div>}
      </div>
      <div className={styles.act}>{act}</div>
      {below !== undefined && <div className={styles.below}>{below}</div>}
    </div>
  );
}
