import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, type ButtonProps } from './button.tsx';
import styles from './dialog.module.css';

export interface DialogFootProps {
  /** The words of the button that does it. */
  readonly submit: string;
  /** The id of the form that it sends; without one it does `onSubmit`. */
  readonly form?: string | undefined;
  readonly onSubmit?: ButtonProps['onClick'];
  readonly onCancel: () => void;
  readonly busy?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** It cannot be taken back. */
  readonly grave?: boolean | undefined;
  /** What stands at the other end: a promise in small letters, or a button for something else. */
  readonly start?: ReactNode;
}

/** The foot of a dialog that does something: the way out, then the one thing that it does. */
export function DialogFoot({
  submit,
  form,
  onSubmit,
  onCancel,
  busy,
  disabled,
  grave,
  start,
}: DialogFootProps) {
  const { t } = useTranslation();
  return (
    <>
      {start !== undefined && <div className={styles.start}>{start}</div>}
      <Button onClick={onCancel}>{t('action.cancel')}</Button>
      <Button
        variant={grave === true ? 'alarm' : 'primary'}
        type={form === undefined ? 'button' : 'submit'}
        form={form}
        busy={busy}
        disabled={disabled}
        onClick={onSubmit}
      >
        {submit}
      </Button>
    </>
  );
}
