import { Field as Base } from '@base-ui/react/field';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './field.module.css';
import { HostText } from './hostile-text/host-text.tsx';

export interface FieldProps {
  readonly label: ReactNode;
  /** One sentence below the label. */
  readonly hint?: ReactNode;
  /** Why what was given is not accepted; it is announced and tied to the control. */
  readonly error?: string | undefined;
  /** The label is there for screen readers only. */
  readonly hideLabel?: boolean | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A control with its label, its hint and its error, all tied together. */
export function Field({ label, hint, error, hideLabel = false, className, children }: FieldProps) {
  return (
    <Base.Root className={cx(styles.field, className)} invalid={error !== undefined}>
      <Base.Label className={hideLabel ? styles.hidden : styles.label}>{label}</Base.Label>
      {hint !== undefined && <Base.Description className={styles.hint}>{hint}</Base.Description>}
      {children}
      <FieldError error={error} />
    </Base.Root>
  );
}

/** The error of a `Field`; drawn by it. */
function FieldError({ error }: { error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <Base.Error match className={styles.error} role="alert">
      <HostText text={error} />
    </Base.Error>
  );
}

type Labelled = Omit<FieldProps, 'children'>;
type Change = { readonly value: string; readonly onChange: (value: string) => void };

export interface TextFieldProps
  extends Labelled, Change, Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'className'> {
  /** For commands, addresses and keys: fixed-width letters, nothing corrected. */
  readonly mono?: boolean | undefined;
}

/** One line of text. The value is always the caller's. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, hideLabel, className, mono = false, value, onChange, ...rest } = props;
  return (
    <Field {...{ label, hint, error, hideLabel, className }}>
      <Base.Control
        spellCheck={false}
        autoComplete="off"
        {...rest}
        value={value}
        onValueChange={(next) => onChange(next)}
        className={cx(styles.control, mono && styles.mono)}
      />
    </Field>
  );
}

export interface TextAreaProps
  extends Labelled, Change, Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'className'> {
  readonly mono?: boolean | undefined;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const {
    label,
    hint,
    error,
    hideLabel,
    className,
    mono = false,
    value,
    onChange,
    rows = 5,
    ...rest
  } = props;
  return (
    <Field {...{ label, hint, error, hideLabel, className }}>
      <Base.Control
        render={<textarea rows={rows} spellCheck={false} {...rest} />}
        value={value}
        onValueChange={(next) => onChange(next)}
        className={cx(styles.control, styles.area, mono && styles.mono)}
      />
    </Field>
  );
}

export interface FileFieldProps extends Labelled {
  /** Endings of names that the dialog of the system proposes, such as `.mcpb`. */
  readonly accept?: string | undefined;
  /** Called with the file that was chosen, or without one. */
  readonly onChoose: (file: File | undefined) => void;
}

/** One file of this computer. The page gets what is in it, and not where it is. */
export function FileField({ label, hint, error, hideLabel, className, accept, onChoose }: FileFieldProps) {
  return (
    <Field {...{ label, hint, error, hideLabel, className }}>
      <Base.Control
        render={<input type="file" accept={accept} onChange={({ target }) => onChoose(target.files?.[0])} />}
        className={styles.file}
      />
    </Field>
  );
}
