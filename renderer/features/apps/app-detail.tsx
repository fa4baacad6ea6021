import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp, useFormat, useHost, useUi } from '../../store/app-context.tsx';
import type { ClientView } from '../../store/types.ts';
import { useCommand } from '../../store/use-command.ts';
import { Ago } from '../../ui/ago.tsx';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { DetailPane } from '../../ui/detail-pane.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { visible } from '../../ui/hostile-text/segments.ts';
import { KeyValue, KeyValueList } from '../../ui/key-value.tsx';
import { Select } from '../../ui/select.tsx';
import { useToast } from '../../ui/toast.tsx';
import { RoleSelect } from '../permissions/roles/role-select.tsx';
import styles from './apps.module.css';
import { ConnectPart } from './connect-part.tsx';
import { FlowMarksPart } from './flow-marks.tsx';
import { ListedNote } from './limits/listed-note.tsx';
import { ToolsPart } from './tools/tools-part.tsx';
import { useIssued } from './issued.ts';
import { guessApp, KNOWN_APPS } from './known-apps.ts';
import { ReadyText } from './ready-text.tsx';

export interface AppDetailProps {
  readonly client: ClientView;
  readonly takeFocus: boolean;
  readonly onClose: () => void;
}

/** One AI app: connecting it while its key is at hand, and otherwise what is known of it. */
export function AppDetail({ client, takeFocus, onClose }: AppDetailProps) {
  const { t } = useTranslation('apps');
  const { date } = useFormat();
  const [issued, setIssued] = useIssued();
  const [app, setApp] = useState(() => guessApp(client.name));
  const { id, name, addedAt, lastSeenAt } = client;
  const held = issued[id];
  // A host that was started after a key was made may have replaced it; such a key is not offered any more.
  const startedAt = useHost((host) => host.status?.startedAt ?? 0);
  const fresh = held !== undefined && held.since >= startedAt ? held : undefined;
  // An app that has connected has it already; what it is shown comes first then. Nothing moves while one looks.
  const [had] = useState(lastSeenAt !== undefined);
  const configuration = fresh === undefined && (
    <section className={styles.part} aria-label={t('connect.configuration')}>
      <h3 className={styles.heading}>{t('connect.configuration')}</h3>
      <Select
        label={t('connect.app')}
        value={app}
        onChange={setApp}
        choices={KNOWN_APPS.map((value) => ({ value, label: t(`known.${value}`) }))}
      />
      <ReadyText client={id} app={app} />
    </section>
  );
  return (
    <DetailPane
      label={visible(name)}
      title={<HostileText text={name} />}
      onClose={onClose}
      takeFocus={takeFocus}
    >
      <div className={styles.body}>
        {fresh !== undefined && (
          <ConnectPart client={client} issued={fresh} onDone={() => setIssued(id, undefined)} />
        )}
        <KeyValueList>
          <KeyValue label={t('detail.seen')}>
            {lastSeenAt === undefined ? t('never') : <Ago at={lastSeenAt} />}
          </KeyValue>
          <KeyValue label={t('detail.added')}>{date(addedAt)}</KeyValue>
          <KeyValue label={t('detail.role')}>
            <RoleSelect client={client} className={styles.roleSelect} />
          </KeyValue>
        </KeyValueList>
        {!had && configuration}
        <ListedNote client={client} />
        <ToolsPart client={client} />
        <FlowMarksPart client={client} />
        {had && configuration}
        <Acts client={client} onGone={onClose} />
      </div>
    </DetailPane>
  );
}

function Acts({ client, onGone }: { client: ClientView; onGone: () => void }) {
  const { t } = useTranslation(['apps', 'common']);
  const { now } = useApp();
  const toast = useToast();
  const say = useUi((ui) => ui.say);
  const [issued, setIssued] = useIssued();
  const [asking, setAsking] = useState<'newKey' | 'remove'>();
  const rotate = useCommand('client.rotate');
  const remove = useCommand('client.remove');
  const { id, name } = client;
  const command = asking === 'remove' ? remove : rotate;

  const newKey = async (): Promise<void> => {
    const made = await rotate.run({ client: id });
    if (made === undefined) return;
    const app = issued[id]?.app ?? guessApp(name);
    setIssued(id, { id, app, token: made.token, since: now() });
    setAsking(undefined);
    say(t('apps:connect.once'));
  };
  const drop = async (): Promise<void> => {
    if ((await remove.run({ client: id })) === undefined) return;
    setIssued(id, undefined);
    toast({ sentence: t('apps:remove.done', { name }) });
    onGone();
  };
  const close = (): void => {
    setAsking(undefined);
    rotate.clear();
    remove.clear();
  };
  const words = asking ?? 'newKey';
  return (
    <div className={styles.acts}>
      <Button icon="key" onClick={() => setAsking('newKey')}>
        {t('apps:newKey.button')}
      </Button>
      <Button icon="trash" onClick={() => setAsking('remove')}>
        {t('apps:remove.button')}
      </Button>
      <Dialog
        open={asking !== undefined}
        onClose={close}
        title={t(`apps:${words}.title`)}
        actions={
          <DialogFoot
            grave={asking === 'remove'}
            submit={t(`apps:${words}.confirm`)}
            busy={command.busy}
            onSubmit={() => void (asking === 'remove' ? drop() : newKey())}
            onCancel={close}
          />
        }
      >
        <div className={styles.part}>
          <p>
            <strong>
              <HostileText text={name} />
            </strong>
          </p>
          <p>{t(`apps:${words}.means`)}</p>
          <p>{t(`apps:${words}.after`)}</p>
          <CommandNote command={command} />
        </div>
      </Dialog>
    </div>
  );
}
