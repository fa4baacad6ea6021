import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UNWRITABLE } from '../../../shared/model/lists.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { useCommand } from '../../store/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { HostText } from '../../ui/hostile-text/host-text.tsx';
import { Select } from '../../ui/select.tsx';
import { Banner } from '../../ui/state-mark.tsx';
import { LockNote } from '../managed/lock-note.tsx';
import { useManagedChanges } from '../managed/use-lock.ts';
import styles from './settings.module.css';

/** What happens to calls while the log cannot be written, and what was noticed about the log with a way on from there. */
export function LogCare() {
  const { t } = useTranslation('logCare');
  const { value, command, put } = useAnswer('log-care.show', {}, useManagedChanges());
  const set = useCommand('log-care.unwritable');
  if (value === undefined) return <CommandNote command={command} />;
  const { noticed, ...rest } = value;
  const { passed, fixed } = rest;
  const choose = async (next: typeof value.unwritable): Promise<void> => {
    const after = await set.run({ unwritable: next });
    if (after !== undefined) put(after);
  };
  return (
    <div>
      <Noticed sentence={noticed} onAccepted={() => put(rest)} />
      <Select
        className={styles.select}
        label={t('unwritable.label')}
        hint={t('unwritable.hint')}
        value={value.unwritable}
        disabled={set.busy || fixed}
        onChange={(next) => void choose(next)}
        choices={UNWRITABLE.map((one) => ({ value: one, label: t(`unwritable.${one}`) }))}
      />
      {value.unwritable === 'pass' && <Banner tone="hold">{t('passes')}</Banner>}
      {passed > 0 && <p role="status">{t('passed', { count: passed })}</p>}
      <LockNote sentence={fixed ? t('fixed') : undefined} />
      <CommandNote command={set} />
    </div>
  );
}

function Noticed({
  sentence,
  onAccepted,
}: {
  readonly sentence: string | undefined;
  readonly onAccepted: () => void;
}) {
  const { t } = useTranslation('logCare');
  const accept = useCommand('log-care.accept');
  const [done, setDone] = useState<string>();
  const run = async (): Promise<void> => {
    const answer = await accept.run({});
    if (answer === undefined) return;
    setDone(answer.sentence);
    onAccepted();
  };
  if (done !== undefined)
    return (
      <p role="status" className={styles.good}>
        <HostText text={done} />
      </p>
    );
  if (sentence === undefined) return null;
  return (
    <Banner
      tone="alarm"
      action={
        <Button busy={accept.busy} onClick={() => void run()}>
          {t('accept')}
        </Button>
      }
    >
      <HostText text={sentence} /> {t('acceptHint')}
      <CommandNote command={accept} />
    </Banner>
  );
}
