import type { ReactNode } from 'react';
import { IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import styles from './screen.module.css';

export interface ScreenProps {
  readonly title: string;
  /** The way back, for a page that stands in the place of a screen; its words say to where. */
  readonly back?: { readonly label: string; readonly onBack: () => void } | undefined;
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
export function Screen({ title, back, note, actions, toolbar, fill = false, children }: ScreenProps) {
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        {back !== undefined && (
          <IconButton icon="back" label={back.label} className={styles.back} onClick={back.onBack} />
        )}
        <h1 className={styles.title}>{title}</h1>
        {note !== undefined && <span className={styles.note}>{note}</span>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {toolbar !== undefined && <div className={styles.toolbar}>{toolbar}</div>}
      <div className={cx(styles.content, fill ? styles.fill : styles.page)}>{children}</div>
    </div>
  );
}
