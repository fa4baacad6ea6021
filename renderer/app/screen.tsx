import type { ReactNode } from 'react';
import { cx } from '../ui/cx.ts';
import styles from './screen.module.css';

export interface ScreenProps {
  readonly title: string;
  /** A few words beside the title, such as a count. */
  readonly note?: ReactNode;
  /** Buttons at the end of the header. */
  readonly actions?: ReactNode;
  /** A second line of the header, for search and filters. */
  readonly toolbar?: ReactNode;
  /** The content manages its own scrolling and fills the room; otherwise it scrolls as a page with margins. */
  readonly fill?: boolean | undefined;
  readonly children: ReactNode;
}

/** The header and the room of one screen. */
export function Screen({ title, note, actions, toolbar, fill = false, children }: ScreenProps) {
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <h1 className={styles.title}>{title}</h1>
        {note !== undefined && <span className={styles.note}>{note}</span>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {toolbar !== undefined && <div className={styles.toolbar}>{toolbar}</div>}
      <div className={cx(styles.content, fill ? styles.fill : styles.page)}>{children}</div>
    </div>
  );
}
