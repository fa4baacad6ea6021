import { useTranslation } from 'react-i18next';
import { Button, type ButtonProps } from './button.tsx';

export interface ActButtonProps extends Omit<ButtonProps, 'aria-label' | 'children'> {
  /** What it does, in a word or two: all that it shows. */
  readonly act: string;
  /** What it does that to, as a text; heard, and not seen, because it stands beside the button. */
  readonly on: string;
}

/** A button in a row of a list. Many rows have the same act, so its name for screen readers says which row is meant. */
export function ActButton({ act, on, ...rest }: ActButtonProps) {
  const { t } = useTranslation();
  return (
    <Button {...rest} aria-label={t('actOn', { act, what: on })}>
      {act}
    </Button>
  );
}
