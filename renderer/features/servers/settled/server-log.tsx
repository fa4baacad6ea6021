import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../../shared/ipc/shapes.ts';
import { useAnswer } from '../../../store/use-answer.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import styles from './server-log.module.css';

const LINES = 500;

/** What a server wrote to its standard error. */
export function ServerLog({ server }: { server: ServerView }) {
  const { t } = useTranslation('servers');
  const { value, command, reload } = useAnswer(
    'server.log',
    { id: server.id, lines: LINES },
    `${server.health.state} ${server.health.since}`,
  );
  const box = useRef<HTMLPreElement>(null);
  // The newest lines are what one looks for.
  useEffect(() => {
    box.current?.scrollTo?.({ top: box.current.scrollHeight });
  }, [value]);
  const lines = value?.lines ?? [];
  if (server.launch.transport === 'http')
    return (
      <EmptyState icon="server" hint={t('log.remoteHint')}>
        {t('log.remote')}
      </EmptyState>
    );
  return (
    <div className={styles.log}>
      <div className={styles.head}>
        <p className={styles.note}>{t('log.note')}</p>
        <Button icon="refresh" busy={command.busy} onClick={reload}>
          {t('log.refresh')}
        </Button>
        {lines.length > 0 && <CopyButton words label={t('log.copy')} text={lines.join('\n')} />}
      </div>
      <CommandNote command={command} />
      {value !== undefined && lines.length === 0 && (
        <EmptyState icon="terminal" hint={t('log.emptyHint')}>
          {t('log.empty')}
        </EmptyState>
      )}
      {lines.length > 0 && (
        // What scrolls must be reachable with the keyboard.
        <pre ref={box} className={styles.lines} role="group" aria-label={t('log.label')} tabIndex={0}>
          {lines.map((line, index) => (
            <div key={index}>
              <HostileText text={line} max={4000} />
            </div>
          ))}
        </pre>
      )}
    </div>
  );
}
