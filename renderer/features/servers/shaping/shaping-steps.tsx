import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shaping } from '../../../../shared/model/shaping.ts';
import { GOOD_SHAPING, SHAPING_BUDGET } from '../../../../shared/model/usual.ts';
import { TextField } from '../../../ui/field.tsx';
import { Checkbox } from '../../../ui/toggles.tsx';
import styles from './smaller-answers.module.css';

const STEPS = ['nulls', 'tables', 'markdown', 'links', 'base64', 'repeats'] as const;
const USUAL_BUDGET = GOOD_SHAPING.budget ?? 10_000;

export interface ShapingStepsProps {
  readonly shaping: Shaping;
  readonly busy: boolean;
  readonly onChange: (shaping: Shaping) => void;
}

/** Every step by itself. */
export function ShapingSteps({ shaping, busy, onChange }: ShapingStepsProps) {
  const { t } = useTranslation('shaping');
  const { budget, ...steps } = shaping;
  return (
    <div className={styles.steps} role="group" aria-label={t('more')}>
      {STEPS.map((step) => (
        <Checkbox
          key={step}
          label={t(`step.${step}.label`)}
          hint={t(`step.${step}.hint`)}
          checked={shaping[step]}
          disabled={busy}
          onChange={(on) => onChange({ ...shaping, [step]: on })}
        />
      ))}
      <Checkbox
        label={t('cut.label')}
        hint={t('cut.hint')}
        checked={budget !== undefined}
        disabled={busy}
        onChange={(on) => onChange(on ? { ...steps, budget: USUAL_BUDGET } : steps)}
      />
      {budget !== undefined && (
        <Budget budget={budget} busy={busy} onChange={(next) => onChange({ ...steps, budget: next })} />
      )}
    </div>
  );
}

interface BudgetProps {
  readonly budget: number;
  readonly busy: boolean;
  readonly onChange: (budget: number) => void;
}

/** The number is kept while it is written, and counts when the field is left or Enter is pressed. */
function Budget({ budget, busy, onChange }: BudgetProps) {
  const { t } = useTranslation('shaping');
  const [typed, setTyped] = useState(String(budget));
  useEffect(() => setTyped(String(budget)), [budget]);
  const written = /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  const fits = written >= SHAPING_BUDGET.least && written <= SHAPING_BUDGET.most;
  const done = (): void => {
    if (fits && written !== budget) onChange(written);
  };
  return (
    <TextField
      className={styles.budget}
      label={t('budget.label')}
      error={fits ? undefined : t('budget.error')}
      inputMode="numeric"
      disabled={busy}
      value={typed}
      onChange={setTyped}
      onBlur={done}
      onKeyDown={({ key }) => {
        if (key === 'Enter') done();
      }}
    />
  );
}
