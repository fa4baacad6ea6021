import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../../shared/ipc/shapes.ts';
import { useUi } from '../../../store/app-context.tsx';
import { useCommand } from '../../../store/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { useRemoval } from '../removal.tsx';
import styles from './trial.module.css';
import type { Trial } from './use-trial.ts';

export interface TrialFooterProps {
  readonly server: ServerView;
  readonly trial: Trial;
  readonly onGone: () => void;
}

/** The decision about a server on hold. Allowing it is possible once its tools have been seen. */
export function TrialFooter({ server, trial, onGone }: TrialFooterProps) {
  const { t } = useTranslation('servers');
  const approve = useCommand('server.approve');
  const removal = useRemoval(server, 'notAdded', onGone);
  const say = useUi((ui) => ui.say);
  const count = trial.tools?.length;
  const allow = async (): Promise<void> => {
    const answer = await approve.run({ id: server.id });
    if (answer !== undefined) say(t('nowApproved', { id: server.id, count: count ?? 0 }));
  };
  return (
    <>
      <p className={styles.quiet}>{t(count === undefined ? 'trial.onHold' : 'trial.unseen')}</p>
      <CommandNote command={approve} />
      <CommandNote command={removal.command} />
      <div className={styles.decide}>
        <Button busy={removal.command.busy} onClick={removal.start}>
          {t('trial.dontAdd')}
        </Button>
        {count !== undefined && (
          <Button variant="primary" busy={approve.busy || trial.inspect.busy} onClick={() => void allow()}>
            {count === 0 ? t('trial.allowNone') : t('trial.allow', { count })}
          </Button>
        )}
      </div>
      {removal.dialog}
    </>
  );
}
