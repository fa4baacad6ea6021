import { Select as Base } from '@base-ui/react/select';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Field, type FieldProps } from './field.tsx';
import { Icon } from './icons.tsx';
import popup from './popup.module.css';
import styles from './select.module.css';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  readonly disabled?: boolean | undefined;
}

export interface SelectProps<V extends string> extends Omit<FieldProps, 'children'> {
  readonly choices: readonly Choice<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly disabled?: boolean | undefined;
}

/** One of a few choices, in a list that opens. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { choices, value, onChange, disabled = false, ...field } = props;
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <Field {...field}>
      <Base.Root<V>
        value={value}
        disabled={disabled}
        modal={false}
        onValueChange={(next) => {
          if (next !== null) onChange(next);
        }}
      >
        <Base.Trigger className={cx(styles.trigger)}>
          <Base.Value className={styles.value}>{() => chosen?.label ?? value}</Base.Value>
          <Base.Icon className={styles.icon}>
            <Icon name="chevron-down" />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner
            className={popup.positioner}
            sideOffset={4}
            alignItemWithTrigger={false}
            align="start"
          >
            <Base.Popup className={cx(popup.popup, popup.list)}>
              {choices.map((choice) => (
                <Base.Item
                  key={choice.value}
                  value={choice.value}
                  disabled={choice.disabled}
                  className={popup.item}
                >
                  <span className={popup.mark}>
                    <Base.ItemIndicator>
                      <Icon name="check" />
                    </Base.ItemIndicator>
                  </span>
                  <Base.ItemText>{choice.label}</Base.ItemText>
                </Base.Item>
              ))}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </Field>
  );
}
