import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { TextField } from '../../ui/field.tsx';
import styles from './settings.module.css';
import { useChange, type GroupOf } from './use-change.ts';

/** The number in a field: undefined when it is empty, `wrong` when it is none that can be kept. */
function numberIn(text: string, least: number, most: number): number | undefined | 'wrong' {
  const given = text.trim();
  if (given === '') return undefined;
  const number = Number(given);
  return /^\d{1,7}$/.test(given) && number >= least && number <= most ? number : 'wrong';
}

const textOf = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** How much of the log of calls is kept. */
export function KeepFields({ view, onChanged }: GroupOf) {
  const { t } = useTranslation('settings');
  const { keepDays, maxMegabytes, ...others } = view.settings.log;
  const [daysText, setDays] = useState<string>();
  const [sizeText, setSize] = useState<string>();
  const [tried, setTried] = useState(false);
  const [change, command] = useChange(onChanged);
  const shown = { days: daysText ?? textOf(keepDays), size: sizeText ?? textOf(maxMegabytes) };
  const days = numberIn(shown.days, 1, 36_500);
  const megabytes = numberIn(shown.size, 16, 1_048_576);
  const changed = days !== keepDays || megabytes !== maxMegabytes;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (days === 'wrong' || megabytes === 'wrong' || !changed) return;
    const log = {
      ...others,
      ...(days !== undefined && { keepDays: days }),
      ...(megabytes !== undefined && { maxMegabytes: megabytes }),
    };
    if (!(await change({ log }))) return;
    setDays(undefined);
    setSize(undefined);
    setTried(false);
  };
  const typed = (set: (text: string) => void) => (text: string) => {
    set(text);
    setTried(false);
    command.clear();
  };
  return (
    <form noValidate className={styles.stack} onSubmit={(event) => void submit(event)}>
      <TextField
        className={styles.minutes}
        label={t('keep.days')}
        hint={t('keep.daysHint')}
        inputMode="numeric"
        value={shown.days}
        onChange={typed(setDays)}
        error={tried && days === 'wrong' ? t('keep.errorDays') : undefined}
      />
      <TextField
        className={styles.minutes}
        label={t('keep.megabytes')}
        hint={t('keep.megabytesHint')}
        inputMode="numeric"
        value={shown.size}
        onChange={typed(setSize)}
        error={tried && megabytes === 'wrong' ? t('keep.errorMegabytes') : undefined}
      />
      {changed && (
        <div>
          <Button type="submit" busy={command.busy}>
            {t('keep.save')}
          </Button>
        </div>
      )}
      <CommandNote command={command} />
    </form>
  );
}
