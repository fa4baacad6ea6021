import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeOutput, SettingsView } from '../../../shared/ipc/window.ts';
import { useCommand } from '../../store/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { HostText } from '../../ui/hostile-text/host-text.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Select } from '../../ui/select.tsx';
import { LockNote } from '../managed/lock-note.tsx';
import { useLock } from '../managed/use-lock.ts';
import { UsualTexts } from '../texts/kept-texts.tsx';
import { Group, Item } from './group.tsx';
import { LogCare } from './log-care.tsx';
import { KeepFields } from './keep-fields.tsx';
import styles from './settings.module.css';
import { useChange, type GroupOf } from './use-change.ts';

const LEVELS = ['error', 'warn', 'info', 'debug'] as const;

/** The log of calls and whether it is whole, and what Doorward writes about itself. */
export function LogGroup({ view, onChanged }: GroupOf<SettingsView | undefined>) {
  const { t } = useTranslation('settings');
  const [change, command] = useChange(onChanged);
  const lock = useLock('logLevel');
  return (
    <Group heading={t('group.log')}>
      <Verify />
      <LogCare />
      {view !== undefined && <KeepFields view={view} onChanged={onChanged} />}
      <UsualTexts />
      {view !== undefined && (
        <div>
          <Select
            className={styles.select}
            label={t('level.label')}
            hint={t('level.hint')}
            value={view.settings.logLevel}
            disabled={lock !== undefined}
            onChange={(logLevel) => void change({ logLevel })}
            choices={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
          />
          <LockNote sentence={lock} />
          <CommandNote command={command} />
        </div>
      )}
    </Group>
  );
}

function Verify() {
  const { t } = useTranslation('settings');
  const verify = useCommand('log.verify');
  const [result, setResult] = useState<BridgeOutput<'log.verify'>>();
  const run = async (): Promise<void> => {
    setResult(undefined);
    setResult(await verify.run({}));
  };
  return (
    <div>
      <Item label={t('verify.label')} hint={t('verify.hint')}>
        <Button busy={verify.busy} onClick={() => void run()}>
          {t('verify.run')}
        </Button>
      </Item>
      <CommandNote command={verify} sayBusy />
      {result !== undefined && (
        <p role={result.ok ? 'status' : 'alert'} className={result.ok ? styles.good : styles.bad}>
          <Icon name={result.ok ? 'check' : 'alarm'} className={styles.mark} />
          <HostText text={result.sentence} />
        </p>
      )}
    </div>
  );
}
