import { Toast as Base } from '@base-ui/react/toast';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './button.tsx';
import { HostText } from './hostile-text/host-text.tsx';
import { TOASTS } from './open-dialog.ts';
import styles from './toast.module.css';

const manager = Base.createToastManager();
/** How long a toast stays that something can be done in. */
const UNDO_MS = 12_000;

export interface Notice {
  /** One sentence about something that happened and that the person did not have to wait for. */
  readonly sentence: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Says something in passing, politely. What went wrong is said where the person acted instead. */
export function useToast(): (notice: Notice) => void {
  return useMemo(
    () =>
      ({ sentence, action }: Notice) => {
        manager.add({
          description: sentence,
          // Whoever is to undo something has to read what it was, and to get there.
          ...(action && { timeout: UNDO_MS }),
          ...(action && { actionProps: { children: action.label, onClick: action.run } }),
        });
      },
    [],
  );
}

function Toasts() {
  const { t } = useTranslation();
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      swipeDirection={[]}
      className={styles.toast}
      aria-label={t('toast')}
    >
      <Base.Content className={styles.content}>
        <Base.Description className={styles.text}>
          {typeof toast.description === 'string' ? <HostText text={toast.description} /> : null}
        </Base.Description>
        {toast.actionProps !== undefined && (
          <Base.Action render={<Button variant="quiet">{toast.actionProps.children}</Button>} />
        )}
        <Base.Close render={<IconButton icon="close" label={t('action.dismiss')} />} />
      </Base.Content>
    </Base.Root>
  ));
}

/** Where toasts appear; once in the window. */
export function ToastArea() {
  const { t } = useTranslation();
  return (
    <Base.Provider toastManager={manager} limit={3} timeout={6000}>
      <Base.Portal>
        <Base.Viewport className={styles.viewport} aria-label={t('toast')} {...TOASTS}>
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}
