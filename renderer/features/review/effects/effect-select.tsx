import { useTranslation } from 'react-i18next';
import { EFFECTS } from '../../../../shared/model/lists.ts';
import type { Effect } from '../../../../shared/model/review.ts';
import { Select } from '../../../ui/select.tsx';

export interface EffectSelectProps {
  /** Its name for screen readers; the server's text in it is made visible. */
  readonly label: string;
  readonly value: Effect;
  readonly onChange: (effect: Effect) => void;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
}

/** What a tool does, as a person corrects it. */
export function EffectSelect({ label, value, onChange, disabled, className }: EffectSelectProps) {
  const { t } = useTranslation('review');
  return (
    <Select
      label={label}
      hideLabel
      className={className}
      value={value}
      disabled={disabled}
      onChange={onChange}
      choices={EFFECTS.map((each) => ({ value: each, label: t(`effect.${each}`) }))}
    />
  );
}
