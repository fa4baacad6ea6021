import { useId, type ReactNode, type Ref } from 'react';
import { cx } from '../../ui/cx.ts';
import styles from './settings.module.css';

export interface GroupProps {
  readonly heading: string;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLElement>;
}

/** Settings that belong together, under a short heading. */
export function Group({ heading, children, ref }: GroupProps) {
  const id = useId();
  return (
    <section ref={ref} tabIndex={-1} aria-labelledby={id} className={styles.group}>
      <h2 id={id} className={styles.heading}>
        {heading}
      </h2>
      <div className={styles.items}>{children}</div>
    </section>
  );
}

export interface ItemProps {
  readonly label: ReactNode;
  /** One line about what it does. */
  readonly hint?: ReactNode;
  readonly children?: ReactNode;
  /** The control stands below the words instead of beside them. */
  readonly below?: boolean | undefined;
}

/** One setting that has more than one control, or none: words on the left, the rest on the right. */
export function Item({ label, hint, children, below = false }: ItemProps) {
  return (
    <div data-setting="" className={cx(styles.item, below && styles.below)}>
      <div className={styles.words}>
        <p>{label}</p>
        {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      </div>
      {children !== undefined && <div className={styles.control}>{children}</div>}
    </div>
  );
}
