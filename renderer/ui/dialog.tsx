import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.tsx';
import { cx } from './cx.ts';
import { DialogFrame } from './dialog-frame.tsx';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly open: boolean;
  /** Asked for by Escape, the close button, or a click outside unless `sticky`. */
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Buttons, the primary one last. */
  readonly actions?: ReactNode;
  /** A click outside does not close it: for dialogs that hold what a person typed. */
  readonly sticky?: boolean | undefined;
  readonly wide?: boolean | undefined;
  /** Where the focus goes when it closes; where it gives nothing, back to where it was. */
  readonly focusAfter?: (() => HTMLElement | null | undefined) | undefined;
}

/** A question in the way of everything else. It keeps the focus inside and gives it back when it closes. */
export function Dialog({
  open,
  onClose,
  title,
  children,
  actions,
  sticky = false,
  wide = false,
  focusAfter,
}: DialogProps) {
  const { t } = useTranslation();
  return (
    <DialogFrame
      open={open}
      onClose={onClose}
      sticky={sticky}
      at="middle"
      className={cx(styles.popup, wide && styles.wide)}
      finalFocus={() => focusAfter?.() ?? true}
    >
      <header className={styles.header}>
        <Base.Title className={styles.title}>{title}</Base.Title>
      </header>
      <div className={styles.body}>{children}</div>
      {actions !== undefined && <footer className={styles.actions}>{actions}</footer>}
      {/* Last, so that the focus starts in the content; the style puts it into the corner. */}
      <Base.Close className={styles.close} render={<IconButton icon="close" label={t('action.close')} />} />
    </DialogFrame>
  );
}
