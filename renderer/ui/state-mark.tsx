import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './icons.tsx';
import styles from './state-mark.module.css';

/** How much attention something needs. Colour and shape say the same, and the text says it in words. */
export type Tone = 'neutral' | 'hold' | 'alarm';

export interface ToneProps {
  readonly tone?: Tone | undefined;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A short word about the state of something, with ◆ or ⬣ when it needs attention. */
export function StateMark({ tone = 'neutral', children, className }: ToneProps) {
  return (
    <span className={cx(styles.mark, styles[tone], className)}>
      {tone !== 'neutral' && <Icon name={tone} className={styles.icon} />}
      <span className={styles.words}>{children}</span>
    </span>
  );
}

/** The same in a frame: a property of a thing, beside its name. */
export function Tag({ tone = 'neutral', children, className }: ToneProps) {
  return <StateMark tone={tone} className={cx(styles.tag, className)} children={children} />;
}

/** A sentence that needs attention, with room for a button. */
export function Banner({ tone = 'neutral', children, action }: ToneProps & { readonly action?: ReactNode }) {
  return (
    <div className={cx(styles.banner, styles[tone])} data-tone={tone}>
      {tone !== 'neutral' && <Icon name={tone} className={styles.icon} />}
      <div className={styles.sentence}>{children}</div>
      {action}
    </div>
  );
}
