import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { TextField } from '../../ui/field.tsx';
import { LockNote } from '../managed/lock-note.tsx';
import { useLock } from '../managed/use-lock.ts';
import { Group } from './group.tsx';
import styles from './settings.module.css';
import { useChange, type GroupOf } from './use-change.ts';

const DAY = 24 * 60;

function minutesIn(text: string, most: number): number | undefined {
  const minutes = Number(text.trim());
  return /^\d{1,5}$/.test(text.trim()) && minutes >= 1 && minutes <= most ? minutes : undefined;
}

/** When what nobody uses is let go. */
export function IdleGroup({ view, onChanged }: GroupOf) {
  const { t } = useTranslation('settings');
  const { idle } = view.settings;
  const [server, setServer] = useState<string>();
  const [session, setSession] = useState<string>();
  const [tried, setTried] = useState(false);
  const [change, command] = useChange(onChanged);
  const lock = useLock('idle');
  // What was typed waits behind a lock: shown is what holds.
  const typed = lock === undefined ? { server, session } : {};
  const serverText = typed.server ?? String(idle.serverMinutes);
  const sessionText = typed.session ?? String(idle.sessionMinutes);
  const serverMinutes = minutesIn(serverText, DAY);
  const sessionMinutes = minutesIn(sessionText, 7 * DAY);
  const changed = serverMinutes !== idle.serverMinutes || sessionMinutes !== idle.sessionMinutes;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (serverMinutes === undefined || sessionMinutes === undefined || !changed) return;
    if (!(await change({ idle: { serverMinutes, sessionMinutes } }))) return;
    setServer(undefined);
    setSession(undefined);
    setTried(false);
  };
  const field = (
    name: 'server' | 'session',
    text: string,
    wrong: boolean,
    onChange: (next: string) => void,
  ) => (
    <TextField
      className={styles.minutes}
      label={`${t(`idle.${name}`)} (${t('idle.minutes')})`}
      hint={t(`idle.${name}Hint`)}
      inputMode="numeric"
      disabled={lock !== undefined}
      value={text}
      onChange={(next) => {
        onChange(next);
        setTried(false);
        command.clear();
      }}
      error={tried && wrong ? t(name === 'server' ? 'idle.errorServer' : 'idle.errorSession') : undefined}
    />
  );
  return (
    <Group heading={t('group.idle')}>
      <form noValidate className={styles.stack} onSubmit={(event) => void submit(event)}>
        {field('server', serverText, serverMinutes === undefined, setServer)}
        {field('session', sessionText, sessionMinutes === undefined, setSession)}
        {changed && (
          <div>
            <Button type="submit" busy={command.busy}>
              {t('idle.save')}
            </Button>
          </div>
        )}
        <LockNote sentence={lock} />
        <CommandNote command={command} />
      </form>
    </Group>
  );
}
