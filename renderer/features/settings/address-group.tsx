import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useHost } from '../../store/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { TextField } from '../../ui/field.tsx';
import { LockNote } from '../managed/lock-note.tsx';
import { useLock } from '../managed/use-lock.ts';
import { Group, Item } from './group.tsx';
import { OriginList } from './origin-list.tsx';
import styles from './settings.module.css';
import { useChange, type GroupOf } from './use-change.ts';

/** Where AI apps reach Doorward, and who else may. */
export function AddressGroup({ view, onChanged }: GroupOf) {
  const { t } = useTranslation('settings');
  const url = useHost((host) => host.status?.url) ?? '';
  return (
    <Group heading={t('group.address')}>
      <Item label={t('address.label')} hint={t('address.hint')}>
        <span className={styles.value}>
          <code>{url}</code>
          <CopyButton text={url} label={t('address.copy')} />
        </span>
      </Item>
      <PortForm view={view} onChanged={onChanged} />
      <OriginList view={view} onChanged={onChanged} />
    </Group>
  );
}

function PortForm({ view, onChanged }: GroupOf) {
  const { t } = useTranslation('settings');
  const running = useHost((host) => host.status?.port);
  const now = String(view.settings.port ?? running ?? '');
  const lock = useLock('port');
  const [typed, setTyped] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const [change, command] = useChange(onChanged);
  // What was typed waits behind a lock: shown is what holds.
  const text = (lock === undefined ? typed : undefined) ?? now;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const port = Number(text.trim());
    const fits = /^\d{1,5}$/.test(text.trim()) && port >= 1 && port <= 65_535;
    setWrong(!fits);
    if (!fits || text.trim() === now) return;
    if (await change({ port })) setTyped(undefined);
  };
  return (
    <form noValidate className={styles.short} onSubmit={(event) => void submit(event)}>
      <TextField
        className={styles.port}
        label={t('port.label')}
        hint={t('port.hint')}
        inputMode="numeric"
        value={text}
        disabled={lock !== undefined}
        onChange={(next) => {
          setTyped(next);
          setWrong(false);
          command.clear();
        }}
        error={wrong ? t('port.error') : undefined}
      />
      {text.trim() !== now && (
        <Button type="submit" busy={command.busy}>
          {t('port.save')}
        </Button>
      )}
      <LockNote sentence={lock} />
      <CommandNote command={command} />
    </form>
  );
}
