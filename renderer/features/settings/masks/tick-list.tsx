import { useId } from 'react';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { Checkbox } from '../../../ui/toggles.tsx';
import settings from '../settings.module.css';
import styles from './masks.module.css';

export interface TickListProps {
  readonly label: string;
  readonly hint: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly ticked: readonly string[];
  readonly onChange: (ticked: readonly string[]) => void;
}

/** Some of a list. What is ticked and is there no more stays in it until somebody takes it out. */
export function TickList({ label, hint, choices, ticked, onChange }: TickListProps) {
  const id = useId();
  const gone = ticked.filter((one) => !choices.some((choice) => choice.id === one));
  const all = [...choices, ...gone.map((one) => ({ id: one, name: one }))];
  if (all.length === 0) return null;
  return (
    <fieldset aria-describedby={id} className={styles.ticks}>
      <legend>{label}</legend>
      <p id={id} className={settings.hint}>
        {hint}
      </p>
      <div className={styles.choices}>
        {all.map((choice) => (
          <Checkbox
            key={choice.id}
            label={<HostileText text={choice.name} max={80} />}
            checked={ticked.includes(choice.id)}
            onChange={(on) =>
              onChange(on ? [...ticked, choice.id] : ticked.filter((one) => one !== choice.id))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
