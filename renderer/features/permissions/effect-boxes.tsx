import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { EFFECTS } from '../../../shared/model/lists.ts';
import type { Effect } from '../../../shared/model/review.ts';
import { Checkbox } from '../../ui/toggles.tsx';
import styles from './permissions.module.css';

export interface EffectBoxesProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** The label is there for screen readers only. */
  readonly hideLabel?: boolean | undefined;
  readonly value: readonly Effect[];
  readonly onChange: (value: readonly Effect[]) => void;
}

/** Some of the things that tools do. */
export function EffectBoxes({ label, hint, hideLabel = false, value, onChange }: EffectBoxesProps) {
  const { t } = useTranslation('permissions');
  const id = useId();
  return (
    <div role="group" aria-label={label} aria-describedby={hint === undefined ? undefined : id}>
      {!hideLabel && (
        <p className={styles.label} aria-hidden="true">
          {label}
        </p>
      )}
      {hint !== undefined && (
        <p id={id} className={styles.hint}>
          {hint}
        </p>
      )}
      <div className={styles.boxes}>
        {EFFECTS.map((each) => (
          <Checkbox
            key={each}
            label={t(`does.${each}`)}
            checked={value.includes(each)}
            onChange={(on) => onChange(EFFECTS.filter((one) => (one === each ? on : value.includes(one))))}
          />
        ))}
      </div>
    </div>
  );
}
