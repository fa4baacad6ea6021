import type { ReactNode } from 'react';
import styles from './key-value.module.css';

/** A list of properties; put `KeyValue`s in it. */
export function KeyValueList({ children }: { children: ReactNode }) {
  return <dl className={styles.list}>{children}</dl>;
}

export interface KeyValueProps {
  readonly label: ReactNode;
  /** Fixed-width letters. */
  readonly mono?: boolean | undefined;
  readonly children: ReactNode;
}

/** One property. A value that a server can influence goes through `HostileText`. */
export function KeyValue({ label, mono = false, children }: KeyValueProps) {
  return (
    <div className={styles.pair}>
      <dt className={styles.label}>{label}</dt>
      <dd className={mono ? styles.mono : styles.value}>{children}</dd>
    </div>
  );
}
