import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../../shared/ipc/shapes.ts';
import { useUi } from '../../../store/app-context.tsx';
import { useCommand } from '../../../store/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { StateMark } from '../../../ui/state-mark.tsx';
import { useRemoval } from '../removal.tsx';
import styles from './trial.module.css';
import type { Choice } from './use-choice.ts';
import type { Trial } from './use-trial.ts';

export interface TrialFooterProps {
  readonly server: ServerView;
  readonly trial: Trial;
  readonly choice: Choice;
  readonly onGone: () => void;
}

/** The decision about a server on hold. Allowing it is possible once its tools have been seen. */
export function TrialFooter({ server, trial, choice, onGone }: TrialFooterProps) {
  const { t } = useTranslation(['servers', 'review']);
  const approve = useCommand('server.approve');
  const removal = useRemoval(server, 'notAdded', onGone);
  const say = useUi((ui) => ui.say);
  const seen = trial.tools !== undefined;
  const { tools: count, heldBack, waiting, choosing } = choice;
  const allow = async (): Promise<void> => {
    const answer = await approve.run({ id: server.id, ...choice.input });
    if (answer !== undefined) say(t('servers:nowApproved', { id: server.id, count }));
  };
  return (
    <>
      <p className={styles.quiet}>{t(seen ? 'servers:trial.unseen' : 'servers:trial.onHold')}</p>
      {seen && heldBack > 0 && (
        <StateMark tone="alarm" className={styles.held}>
          {t('review:trial.held', { count: heldBack })}
        </StateMark>
      )}
      <CommandNote command={approve} />
      <CommandNote command={removal.command} />
      <div className={styles.decide}>
        <Button busy={removal.command.busy} onClick={removal.start}>
          {t('servers:trial.dontAdd')}
        </Button>
        {seen && waiting !== undefined && (
          <Button aria-pressed={choosing} onClick={() => choice.setChoosing(!choosing)}>
            {t(choosing ? 'review:trial.done' : 'review:trial.choose')}
          </Button>
        )}
        {seen && (
          <Button variant="primary" busy={approve.busy || trial.inspect.busy} onClick={() => void allow()}>
            {count === 0 ? t('servers:trial.allowNone') : t('servers:trial.allow', { count })}
          </Button>
        )}
      </div>
      {removal.dialog}
    </>
  );
}
