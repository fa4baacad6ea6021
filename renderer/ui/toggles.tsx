import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup as BaseRadioGroup } from '@base-ui/react/radio-group';
import { Switch as BaseSwitch } from '@base-ui/react/switch';
import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './icons.tsx';
import type { Choice } from './select.tsx';
import styles from './toggles.module.css';

export interface ToggleProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean | undefined;
  /** The label is there for screen readers only. */
  readonly hideLabel?: boolean | undefined;
}

function Words({ label, hint, hintId }: { label: ReactNode; hint: ReactNode; hintId: string }) {
  return (
    <span className={styles.words}>
      <span>{label}</span>
      {hint !== undefined && (
        <span id={hintId} className={styles.hint}>
          {hint}
        </span>
      )}
    </span>
  );
}

/** On or off, at once. */
export function Switch({ label, hint, checked, onChange, disabled = false, hideLabel = false }: ToggleProps) {
  const id = useId();
  const control = (
    <BaseSwitch.Root
      className={styles.switch}
      checked={checked}
      disabled={disabled}
      onCheckedChange={(next) => onChange(next)}
      aria-labelledby={`${id}-label`}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
    >
      <BaseSwitch.Thumb className={styles.thumb} />
    </BaseSwitch.Root>
  );
  return (
    <label className={cx(styles.row, styles.spread)}>
      <span className={hideLabel ? styles.hidden : styles.words}>
        <span id={`${id}-label`}>{label}</span>
        {hint !== undefined && (
          <span id={`${id}-hint`} className={styles.hint}>
            {hint}
          </span>
        )}
      </span>
      {control}
    </label>
  );
}

/** Chosen or not, as part of something that is confirmed later. */
export function Checkbox({
  label,
  hint,
  checked,
  onChange,
  disabled = false,
}: Omit<ToggleProps, 'hideLabel'>) {
  const id = useId();
  return (
    <label className={styles.row}>
      <BaseCheckbox.Root
        className={styles.box}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onChange(next)}
        aria-describedby={hint === undefined ? undefined : id}
      >
        <BaseCheckbox.Indicator className={styles.tick}>
          <Icon name="check" />
        </BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      <Words label={label} hint={hint} hintId={id} />
    </label>
  );
}

export interface RadioGroupProps<V extends string> {
  /** What is being chosen. */
  readonly label: string;
  readonly choices: readonly (Choice<V> & { readonly hint?: ReactNode })[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly disabled?: boolean | undefined;
  /** Side by side instead of one below the other. */
  readonly inline?: boolean | undefined;
}

/** One of a few choices, all of them in sight. */
export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const { label, choices, value, onChange, disabled = false, inline = false } = props;
  const id = useId();
  return (
    <BaseRadioGroup<V>
      aria-label={label}
      value={value}
      disabled={disabled}
      onValueChange={(next) => onChange(next)}
      className={cx(styles.group, inline && styles.inline)}
    >
      {choices.map((choice) => (
        <label key={choice.value} className={styles.row}>
          <Radio.Root
            value={choice.value}
            disabled={choice.disabled}
            className={cx(styles.box, styles.round)}
            aria-describedby={choice.hint === undefined ? undefined : `${id}-${choice.value}`}
          >
            <Radio.Indicator className={styles.dot} />
          </Radio.Root>
          <Words label={choice.label} hint={choice.hint} hintId={`${id}-${choice.value}`} />
        </label>
      ))}
    </BaseRadioGroup>
  );
}
