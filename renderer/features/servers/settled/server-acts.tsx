import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../../shared/ipc/shapes.ts';
import { useFormat, useUi } from '../../../store/app-context.tsx';
import { useCommand } from '../../../store/use-command.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { HostText } from '../../../ui/hostile-text/host-text.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../../ui/menu.tsx';
import { StateMark } from '../../../ui/state-mark.tsx';
import { CannotStart } from '../cannot-start.tsx';
import { Ended } from '../ended.tsx';
import { useRemoval } from '../removal.tsx';
import { isUnwell, missingProgram, useServerWords } from '../server-words.ts';
import type { Trial } from '../trial/use-trial.ts';
import styles from './settled-server.module.css';

export interface ServerActsProps {
  readonly server: ServerView;
  readonly trial: Trial;
  readonly onGone: () => void;
  readonly onLog: () => void;
}

/** How a server is, and what can be done about it. */
export function ServerActs({ server, trial, onGone, onLog }: ServerActsProps) {
  const { t } = useTranslation('servers');
  const { duration } = useFormat();
  const say = useUi((ui) => ui.say);
  const words = useServerWords();
  const test = useCommand('server.test');
  const restart = useCommand('server.restart');
  const block = useCommand('server.block');
  const approve = useCommand('server.approve');
  const removal = useRemoval(server, 'removed', onGone);
  const [told, setTold] = useState<string>();
  const { id, state, enabled, launch } = server;
  const usable = state === 'approved' && enabled;
  const busy = test.busy || restart.busy;

  const tryOut = async (): Promise<void> => {
    setTold(undefined);
    const answer = await test.run({ id });
    if (answer !== undefined) setTold(t('tested', { time: duration(answer.ms), count: answer.tools }));
  };
  const end = async (): Promise<void> => {
    setTold(undefined);
    test.clear();
    if ((await restart.run({ id })) !== undefined) setTold(t('restarted'));
  };
  /** A person who asks for a new start wants to know whether it works now. */
  const startAgain = async (): Promise<void> => {
    setTold(undefined);
    if ((await restart.run({ id })) !== undefined) await tryOut();
  };
  const doBlock = async (): Promise<void> => {
    if ((await block.run({ id })) !== undefined) say(t('nowBlocked', { id }));
  };
  const more = (
    <Menu trigger={<IconButton icon="more" label={t('act.more')} bordered />}>
      {state === 'approved' && (
        <>
          <MenuItem icon="block" onSelect={() => void doBlock()}>
            {t('act.block')}
          </MenuItem>
          <MenuSeparator />
        </>
      )}
      <MenuItem icon="trash" onSelect={removal.start}>
        {t('act.remove')}
      </MenuItem>
    </Menu>
  );

  return (
    <div className={styles.acts}>
      {state === 'blocked' && <p>{t('blockedNote')}</p>}
      {state === 'approved' && !enabled && <p>{t('offNote')}</p>}
      {usable && !isUnwell(server) && (
        <p className={styles.health}>
          <StateMark>{words.health(server).words}</StateMark>
        </p>
      )}
      {isUnwell(server) && <Unwell server={server} onLog={onLog} />}
      <div className={styles.buttons}>
        {usable &&
          (isUnwell(server) ? (
            <Button variant="primary" busy={busy} onClick={() => void startAgain()}>
              {t('act.startAgain')}
            </Button>
          ) : (
            <>
              <Button busy={test.busy} disabled={restart.busy} onClick={() => void tryOut()}>
                {t('act.test')}
              </Button>
              {launch.transport === 'stdio' && (
                <Button busy={restart.busy} disabled={test.busy} onClick={() => void end()}>
                  {t('act.restart')}
                </Button>
              )}
            </>
          ))}
        {state === 'blocked' &&
          (trial.tools === undefined ? (
            <Button busy={trial.inspect.busy} onClick={() => void trial.start()}>
              {t('trial.start')}
            </Button>
          ) : (
            <Button busy={approve.busy} onClick={() => void approve.run({ id })}>
              {t('act.allowAgain')}
            </Button>
          ))}
        {more}
      </div>
      <CannotStart server={server} message={test.error?.message} />
      <CommandNote command={test} sayBusy />
      <Ended server={id} command={test} />
      {[restart, block, approve, trial.inspect, removal.command].map((command, index) => (
        <CommandNote key={index} command={command} />
      ))}
      {told !== undefined && <p role="status">{told}</p>}
      {removal.dialog}
    </div>
  );
}

function Unwell({ server, onLog }: { server: ServerView; onLog: () => void }) {
  const { t } = useTranslation('servers');
  const { id, health } = server;
  const missing = missingProgram(server, health.sentence) !== undefined;
  return (
    <div className={styles.unwell}>
      <StateMark tone="hold" className={styles.what}>
        {missing ? (
          <CannotStart server={server} message={health.sentence} />
        ) : (
          t(health.state === 'given-up' ? 'givenUp' : 'crashed', { id })
        )}
      </StateMark>
      {health.sentence !== undefined && (
        <p>
          <HostText text={health.sentence} multiline />
        </p>
      )}
      <div>
        <Button variant="quiet" className={styles.inline} icon="terminal" onClick={onLog}>
          {t('tab.log')}
        </Button>
      </div>
    </div>
  );
}
