import { useTranslation } from 'react-i18next';
import type { CommandError } from '../store/use-command.ts';
import styles from './command-note.module.css';
import { HostText } from './hostile-text/host-text.tsx';
import { Icon } from './icons.tsx';

export interface CommandNoteProps {
  /** What `useCommand` gave. */
  readonly command: {
    readonly busy: boolean;
    readonly error: CommandError | undefined;
    readonly progress: string | undefined;
  };
  /** Says that it is working even when the command says nothing of itself. */
  readonly sayBusy?: boolean | undefined;
}

/** What a command says while it runs and why it was refused, beside the button that started it. */
export function CommandNote({ command: { busy, error, progress }, sayBusy = false }: CommandNoteProps) {
  const { t } = useTranslation();
  return (
    <>
      <ProgressLine>{busy ? (progress ?? (sayBusy ? t('working') : undefined)) : undefined}</ProgressLine>
      {error !== undefined && (
        <p role="alert" className={styles.error}>
          <Icon name="alarm" className={styles.icon} />
          <HostText text={error.message} />
        </p>
      )}
    </>
  );
}

/** What is going on, as one sentence that is announced politely; nothing spins and nothing pulses. */
export function ProgressLine({ children }: { children?: string | undefined }) {
  return (
    <p role="status" className={children === undefined ? styles.silent : styles.progress}>
      {children !== undefined && <HostText text={children} />}
    </p>
  );
}
