import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../shared/ipc/shapes.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { useApp } from '../../store/app-context.tsx';
import { useCommand, type CommandHandle } from '../../store/use-command.ts';
import { CommandNote } from '../../ui/command-note.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { useUndo } from '../../ui/use-undo.ts';
import styles from './removal.module.css';

/** What is lost for good when a server is removed. */
interface Losses {
  readonly apps: boolean;
  readonly values: readonly string[];
  readonly password: boolean;
}

function lossesOf({ state, launch }: ServerView): Losses {
  const local = launch.transport === 'stdio';
  return {
    apps: state === 'approved' || state === 'blocked',
    values: Object.keys(local ? launch.env : launch.headers),
    password: !local && URL.canParse(launch.url) && new URL(launch.url).password !== '',
  };
}

export interface Removal {
  /** Removes it at once where that can be undone, and asks first where it cannot. */
  readonly start: () => void;
  readonly command: CommandHandle<'server.remove'>;
  readonly dialog: ReactNode;
}

/**
 * Removing a server. One on hold whose every word is known here can be brought back, so nobody is asked about it; of
 * others something is lost for good, and a dialog says what. `said` is the sentence of the toast afterwards.
 */
export function useRemoval(server: ServerView, said: 'removed' | 'notAdded', onGone: () => void): Removal {
  const { t } = useTranslation(['servers', 'common']);
  const { bridge } = useApp();
  const offer = useUndo();
  const command = useCommand('server.remove');
  const [asking, setAsking] = useState(false);
  const { id, launch, sharing } = server;
  const losses = lossesOf(server);
  const undoable = !losses.apps && losses.values.length === 0 && !losses.password;

  const remove = async (): Promise<void> => {
    if ((await command.run({ id })) === undefined) return;
    offer({
      sentence: t(`servers:${said}`, { id }),
      ...(undoable && { restore: () => bridge.commands['server.add']({ id, launch, sharing }) }),
      notRestored: (why) => t('servers:notRestored', { id, why }),
    });
    onGone();
  };
  return {
    start: () => (undoable ? void remove() : setAsking(true)),
    command: asking ? { ...command, error: undefined } : command,
    dialog: (
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('servers:remove.title', { id })}
        actions={
          <DialogFoot
            grave
            submit={t('servers:remove.confirm')}
            busy={command.busy}
            onSubmit={() => void remove()}
            onCancel={() => setAsking(false)}
          />
        }
      >
        <div className={styles.losses}>
          {losses.apps && <p>{t('servers:remove.apps')}</p>}
          {losses.values.length > 0 && (
            <p>
              <Sentence
                text={t('servers:remove.values', { count: losses.values.length, ...slots('names') })}
                parts={{ names: <HostileText text={losses.values.join(', ')} max={300} /> }}
              />
            </p>
          )}
          {losses.password && <p>{t('servers:remove.password')}</p>}
          <CommandNote command={command} />
        </div>
      </Dialog>
    ),
  };
}
