import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecretView } from '../../../../shared/ipc/vault-contract.ts';
import type { SettingsView } from '../../../../shared/ipc/window.ts';
import { useHost } from '../../../store/app-context.tsx';
import { useAnswer } from '../../../store/use-answer.ts';
import { useCommand } from '../../../store/use-command.ts';
import { Ago } from '../../../ui/ago.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { CommandNote } from '../../../ui/command-note.tsx';
import { HostText } from '../../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { visible } from '../../../ui/hostile-text/segments.ts';
import { Banner } from '../../../ui/state-mark.tsx';
import { Switch } from '../../../ui/toggles.tsx';
import { LockNote } from '../../managed/lock-note.tsx';
import { useLock } from '../../managed/use-lock.ts';
import { Group, Item } from '../group.tsx';
import { useChange, type GroupOf } from '../use-change.ts';
import styles from '../settings.module.css';
import { ExportDialog } from './export-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { SecretRemoval } from './secret-removal.tsx';

type Shown =
  | { readonly kind: 'secret'; readonly name: string | undefined }
  | { readonly kind: 'remove'; readonly name: string }
  | { readonly kind: 'export' | 'import' };

/** The secrets by name, with what can be done about them. No value is ever shown. */
export function VaultGroup({ view, onChanged }: GroupOf<SettingsView | undefined>) {
  const { t } = useTranslation('settings');
  const users = useHost((host) => host.servers.map(({ id }) => id).join());
  const list = useAnswer('secret.list', {}, users);
  const rotate = useCommand('secret.rotate');
  const [shown, setShown] = useState<Shown>();
  const [rotated, setRotated] = useState<string>();
  const { value } = list;
  const secrets = value?.secrets ?? [];
  const locked = value?.state === 'locked' || value?.state === 'none';
  const close = (): void => {
    setShown(undefined);
    list.reload();
  };
  return (
    <Group heading={t('group.vault')}>
      <Item label={t('vault.label')} hint={t('vault.hint')} below>
        {value?.sentence !== undefined && (
          <Banner tone="hold">
            <HostText text={value.sentence} />
          </Banner>
        )}
        {value === undefined ? (
          <CommandNote command={list.command} />
        ) : secrets.length === 0 ? (
          <p className={styles.quiet}>{t('vault.none')}</p>
        ) : (
          <ul aria-label={t('vault.list')} className={styles.origins}>
            {secrets.map((secret) => (
              <SecretRow
                key={secret.name}
                secret={secret}
                busy={locked}
                onReplace={() => setShown({ kind: 'secret', name: secret.name })}
                onRemove={() => setShown({ kind: 'remove', name: secret.name })}
              />
            ))}
          </ul>
        )}
        <div className={styles.line}>
          <Button icon="plus" disabled={locked} onClick={() => setShown({ kind: 'secret', name: undefined })}>
            {t('vault.add')}
          </Button>
          <Button disabled={locked || secrets.length === 0} onClick={() => setShown({ kind: 'export' })}>
            {t('vault.export')}
          </Button>
          <Button disabled={locked} onClick={() => setShown({ kind: 'import' })}>
            {t('vault.import')}
          </Button>
        </div>
      </Item>
      {view !== undefined && <LockSwitch view={view} onChanged={onChanged} />}
      <Item
        label={t('vault.key.label')}
        hint={rotated === undefined ? t('vault.key.hint') : <HostText text={rotated} />}
      >
        <Button
          busy={rotate.busy}
          disabled={locked || rotated !== undefined}
          onClick={() => void rotate.run({}).then((done) => setRotated(done?.sentence))}
        >
          {t('vault.key.replace')}
        </Button>
        <CommandNote command={rotate} />
      </Item>
      {shown?.kind === 'secret' && (
        <SecretDialog name={shown.name} taken={secrets.map(({ name }) => name)} onClose={close} />
      )}
      {shown?.kind === 'remove' && <SecretRemoval name={shown.name} onClose={close} />}
      {shown?.kind === 'export' && <ExportDialog onClose={close} />}
      {shown?.kind === 'import' && <ImportDialog onClose={close} />}
    </Group>
  );
}

function SecretRow(props: {
  readonly secret: SecretView;
  readonly busy: boolean;
  readonly onReplace: () => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation('settings');
  const { secret, busy, onReplace, onRemove } = props;
  const { name, changedAt, usedBy } = secret;
  return (
    <li className={cx(styles.origin, styles.secret)}>
      <div className={styles.words}>
        <p>
          <code>
            <HostileText text={name} />
          </code>
        </p>
        <p className={styles.quiet}>
          {usedBy.length === 0 ? t('vault.unused') : t('vault.usedBy', { servers: usedBy.join(', ') })}{' '}
          <Ago at={changedAt} />
        </p>
      </div>
      <Button disabled={busy} onClick={onReplace} aria-label={t('vault.replaceOf', { name: visible(name) })}>
        {t('vault.replace')}
      </Button>
      <IconButton
        icon="close"
        label={t('vault.remove', { name: visible(name) })}
        disabled={busy || usedBy.length > 0}
        onClick={onRemove}
      />
    </li>
  );
}

function LockSwitch({ view, onChanged }: GroupOf) {
  const { t } = useTranslation('settings');
  const [change, command] = useChange(onChanged);
  const lock = useLock('lockVault');
  return (
    <div>
      <Switch
        label={t('vault.lock.label')}
        hint={t('vault.lock.hint')}
        checked={view.settings.lockVault}
        disabled={command.busy || lock !== undefined}
        onChange={(lockVault) => void change({ lockVault })}
      />
      <LockNote sentence={lock} />
      <CommandNote command={command} />
    </div>
  );
}
