import { Dialog as Base } from '@base-ui/react/dialog';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './dialog-frame.module.css';

export interface DialogFrameProps {
  readonly open: boolean;
  /** Asked for by Escape, by a `Dialog.Close` inside, or by a click outside unless `sticky`. */
  readonly onClose: () => void;
  readonly sticky?: boolean;
  /** Where in the window it stands. */
  readonly at: 'middle' | 'top';
  /** Its name, where it has no title. */
  readonly label?: string;
  /** The class that gives the box its size. */
  readonly className?: string | undefined;
  readonly finalFocus: ComponentProps<typeof Base.Popup>['finalFocus'];
  readonly children: ReactNode;
}

/** A box in the way of everything else. It keeps the focus inside and gives it back when it closes. */
export function DialogFrame(props: DialogFrameProps) {
  const { open, onClose, sticky = false, at, label, className, finalFocus, children } = props;
  return (
    <Base.Root
      open={open}
      disablePointerDismissal={sticky}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Viewport className={cx(styles.viewport, styles[at])}>
          <Base.Popup className={cx(styles.popup, className)} aria-label={label} finalFocus={finalFocus}>
            {children}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
