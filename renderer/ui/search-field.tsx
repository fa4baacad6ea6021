import { TextField } from './field.tsx';

export interface SearchFieldProps {
  /** What is searched; it stands in the empty field and names it for screen readers. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly className?: string | undefined;
}

/** A field that narrows a list while the person types. */
export function SearchField({ label, value, onChange, className }: SearchFieldProps) {
  return (
    <TextField
      className={className}
      label={label}
      hideLabel
      type="search"
      placeholder={label}
      value={value}
      onChange={onChange}
    />
  );
}
