import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.tsx';
import styles from './detail-pane.module.css';

export interface DetailPaneProps {
  /** What it is about, as text, for screen readers. */
  readonly label: string;
  readonly title: ReactNode;
  /** Marks beside the title. */
  readonly marks?: ReactNode;
  /** Controls at the end of the header, before the button that closes it. */
  readonly actions?: ReactNode;
  /** Stays at the lower end, for the decision. */
  readonly footer?: ReactNode;
  readonly onClose: () => void;
  /** The person has just opened it: the focus goes to its title. */
  readonly takeFocus?: boolean | undefined;
  readonly children: ReactNode;
}

/** The detail of one thing beside the list it is in. Escape closes it. */
export function DetailPane({
  label,
  title,
  marks,
  actions,
  footer,
  onClose,
  takeFocus = false,
  children,
}: DetailPaneProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus) heading.current?.focus();
  }, [takeFocus]);
  const decides = footer !== undefined;
  const decided = useRef(false);
  // Once the decision is made its buttons are gone, and must not take the focus with them.
  useEffect(() => {
    if (decided.current && !decides && document.activeElement === document.body) heading.current?.focus();
    decided.current = decides;
  }, [decides]);
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const { target, currentTarget } = event;
    // Keys of a dialog or menu that was opened from here arrive too; and in a field Escape is about the field.
    if (event.key !== 'Escape' || !(target instanceof Element) || !currentTarget.contains(target)) return;
    if (event.defaultPrevented || target.matches('input, textarea')) return;
    onClose();
  };
  return (
    // Escape closes it, wherever in it the focus is.
    <section className={styles.pane} aria-label={label} onKeyDown={onKey}>
      <header className={styles.header}>
        <h2 ref={heading} tabIndex={-1} className={styles.title} data-pane-title="">
          {title}
        </h2>
        {marks}
        <div className={styles.actions}>
          {actions}
          <IconButton icon="close" label={t('action.close')} onClick={onClose} />
        </div>
      </header>
      <div className={styles.body}>{children}</div>
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
    </section>
  );
}
