import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppServer, AppView } from '../../../../shared/model/ai-app.ts';
import type { ClientView } from '../../../store/types.ts';
import { useCommand } from '../../../store/use-command.ts';
import { Ago } from '../../../ui/ago.tsx';
import { Button } from '../../../ui/button.tsx';
import { CommandNote } from '../../../ui/command-note.tsx';
import { DetailPane } from '../../../ui/detail-pane.tsx';
import { HostText } from '../../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { KeyValue, KeyValueList } from '../../../ui/key-value.tsx';
import { Tag } from '../../../ui/state-mark.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { RoleSelect } from '../../permissions/roles/role-select.tsx';
import styles from '../apps.module.css';
import { isFree, toneOfApp } from './app-words.ts';
import { ConnectDialog } from './connect-dialog.tsx';

export interface MachineDetailProps {
  readonly app: AppView;
  /** The identity with which it comes, once it is connected. */
  readonly client: ClientView | undefined;
  readonly takeFocus: boolean;
  readonly onClose: () => void;
}

/** One AI app of this computer: how it is connected, which servers it has, and what goes past Doorward. */
export function MachineDetail({ app, client, takeFocus, onClose }: MachineDetailProps) {
  const { t } = useTranslation('apps');
  const toast = useToast();
  const undo = useCommand('app.undo');
  const [connecting, setConnecting] = useState(false);
  const again =
    app.canConnect && app.state !== 'absent' && app.servers.some(({ state }) => state === 'direct');
  const takeBack = async (): Promise<void> => {
    const done = await undo.run({ app: app.id });
    if (done !== undefined) toast({ sentence: done.sentence });
  };
  return (
    <DetailPane
      label={app.title}
      title={<HostileText text={app.title} />}
      marks={<Tag tone={toneOfApp(app)}>{t(`machine.is.${app.state}`)}</Tag>}
      onClose={onClose}
      takeFocus={takeFocus}
    >
      <div className={styles.body}>
        {app.sentence !== undefined && (
          <p>
            <HostText text={app.sentence} />
          </p>
        )}
        <div className={styles.buttons}>
          {(isFree(app) || again) && (
            <Button variant={isFree(app) ? 'primary' : 'neutral'} onClick={() => setConnecting(true)}>
              {t(isFree(app) ? 'machine.connect' : 'machine.bringIn')}
            </Button>
          )}
          {app.canUndo && (
            <Button busy={undo.busy} onClick={() => void takeBack()}>
              {t('machine.undo')}
            </Button>
          )}
        </div>
        <CommandNote command={undo} />
        <KeyValueList>
          {app.file !== undefined && (
            <KeyValue label={t('machine.file')}>
              <code>
                <HostileText text={app.file} />
              </code>
            </KeyValue>
          )}
          {app.mode !== undefined && (
            <KeyValue label={t('machine.how')}>{t(`machine.mode.${app.mode}`)}</KeyValue>
          )}
          {client !== undefined && (
            <>
              <KeyValue label={t('detail.seen')}>
                {client.lastSeenAt === undefined ? t('never') : <Ago at={client.lastSeenAt} />}
              </KeyValue>
              <KeyValue label={t('detail.role')}>
                <RoleSelect client={client} className={styles.roleSelect} />
              </KeyValue>
            </>
          )}
        </KeyValueList>
        <Servers servers={app.servers} />
        {app.bypasses.length > 0 && (
          <section className={styles.part} aria-label={t('machine.bypasses')}>
            <h3 className={styles.heading}>{t('machine.bypasses')}</h3>
            <ul className={styles.notes}>
              {app.bypasses.map((sentence) => (
                <li key={sentence}>
                  <HostText text={sentence} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {connecting && <ConnectDialog app={app} onClose={() => setConnecting(false)} />}
    </DetailPane>
  );
}

function Servers({ servers }: { readonly servers: readonly AppServer[] }) {
  const { t } = useTranslation('apps');
  return (
    <section className={styles.part} aria-label={t('machine.servers')}>
      <h3 className={styles.heading}>{t('machine.servers')}</h3>
      {servers.length === 0 ? (
        <p className={styles.quiet}>{t('machine.noServers')}</p>
      ) : (
        <ul className={styles.found}>
          {servers.map((server) => (
            <li key={server.key}>
              <p className={styles.foundName}>
                <HostileText text={server.name} max={60} />
                <Tag tone={server.state === 'direct' ? 'hold' : 'neutral'}>
                  {t(`machine.goes.${server.state}`)}
                </Tag>
              </p>
              <p className={styles.words}>
                <HostileText text={server.words} max={200} end={60} />
              </p>
              {server.project !== undefined && (
                <p className={styles.quiet}>
                  {t('machine.project')} <HostileText text={server.project} max={120} end={60} />
                </p>
              )}
              {server.note !== undefined && (
                <p className={styles.quiet}>
                  <HostText text={server.note} />
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
