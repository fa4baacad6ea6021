import { useTranslation } from 'react-i18next';
import { TextField } from '../../../ui/field.tsx';
import { Checkbox } from '../../../ui/toggles.tsx';
import styles from '../permissions.module.css';
import type { RuleDraft } from './rule-draft.ts';

/** A week as most people count it. */
const DAYS = [
  { day: 1, name: 'mon' },
  { day: 2, name: 'tue' },
  { day: 3, name: 'wed' },
  { day: 4, name: 'thu' },
  { day: 5, name: 'fri' },
  { day: 6, name: 'sat' },
  { day: 0, name: 'sun' },
] as const;

export interface HoursPartProps {
  readonly hours: RuleDraft['hours'];
  readonly onChange: (hours: RuleDraft['hours']) => void;
}

/** On which days and between which times a rule counts. */
export function HoursPart({ hours, onChange }: HoursPartProps) {
  const { t } = useTranslation('permissions');
  const { on, days, from, to } = hours;
  return (
    <div>
      <Checkbox label={t('rule.hours')} checked={on} onChange={(next) => onChange({ ...hours, on: next })} />
      {on && (
        <div className={styles.hours}>
          <div role="group" aria-label={t('rule.days')} className={styles.boxes}>
            {DAYS.map(({ day, name }) => (
              <Checkbox
                key={day}
                label={t(`rule.day.${name}`)}
                checked={days.includes(day)}
                onChange={(next) =>
                  onChange({ ...hours, days: next ? [...days, day] : days.filter((each) => each !== day) })
                }
              />
            ))}
          </div>
          <div className={styles.times}>
            <TextField
              label={t('rule.from')}
              type="time"
              value={from}
              onChange={(next) => onChange({ ...hours, from: next })}
            />
            <TextField
              label={t('rule.to')}
              type="time"
              value={to}
              onChange={(next) => onChange({ ...hours, to: next })}
            />
          </div>
        </div>
      )}
    </div>
  );
}
