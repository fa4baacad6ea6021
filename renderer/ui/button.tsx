import { Button as Base } from '@base-ui/react/button';
import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icons.tsx';
import { Tooltip } from './tooltip.tsx';

type Native = Omit<ComponentProps<'button'>, 'className' | 'children'>;

export interface ButtonProps extends Native {
  /**
   * `primary`: the one thing to do here. `quiet`: no border. `alarm`: only where the act itself is grave and cannot
   * be taken back.
   */
  readonly variant?: 'primary' | 'neutral' | 'quiet' | 'alarm';
  readonly icon?: IconName | undefined;
  /** Its act is under way: it keeps the focus and its width, and does nothing. */
  readonly busy?: boolean | undefined;
  readonly large?: boolean | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A button with a text. It never submits a form unless `type="submit"` is given. */
export function Button({
  variant = 'neutral',
  icon,
  busy = false,
  large = false,
  className,
  children,
  disabled = false,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <Base
      {...rest}
      type={type}
      disabled={disabled || busy}
      focusableWhenDisabled={busy}
      aria-busy={busy || undefined}
      className={cx(styles.button, styles[variant], large && styles.large, className)}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span className={styles.label}>{children}</span>
    </Base>
  );
}

export interface IconButtonProps extends Native {
  readonly icon: IconName;
  /** What it does: its name for screen readers, and its tooltip. */
  readonly label: string;
  /** For a toggle. */
  readonly pressed?: boolean | undefined;
  readonly bordered?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A button with a picture; its label shows as a tooltip. */
export function IconButton({
  icon,
  label,
  pressed,
  bordered = false,
  className,
  disabled = false,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <Base
        {...rest}
        type={type}
        disabled={disabled}
        aria-label={label}
        aria-pressed={pressed}
        className={cx(styles.button, bordered ? styles.neutral : styles.quiet, styles.square, className)}
      >
        <Icon name={icon} />
      </Base>
    </Tooltip>
  );
}
