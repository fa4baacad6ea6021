import { useTranslation } from 'react-i18next';
import { CommandNote } from '../../ui/command-note.tsx';
import { RadioGroup, Switch } from '../../ui/toggles.tsx';
import { LockNote } from '../managed/lock-note.tsx';
import { useLock } from '../managed/use-lock.ts';
import { Group, Item } from './group.tsx';
import { useChange, type GroupOf } from './use-change.ts';

/** Looks, and whether Doorward starts by itself. */
export function GeneralGroup({ view, onChanged }: GroupOf) {
  const { t } = useTranslation('settings');
  const [changeTheme, theme] = useChange(onChanged);
  const [changeLogin, login] = useChange(onChanged);
  const themeLock = useLock('theme');
  const loginLock = useLock('startAtLogin');
  const { settings } = view;
  return (
    <Group heading={t('group.general')}>
      <Item label={t('theme.label')} hint={t('theme.hint')}>
        <RadioGroup
          label={t('theme.label')}
          inline
          value={settings.theme}
          disabled={themeLock !== undefined}
          onChange={(next) => void changeTheme({ theme: next })}
          choices={[
            { value: 'system', label: t('theme.system') },
            { value: 'light', label: t('theme.light') },
            { value: 'dark', label: t('theme.dark') },
          ]}
        />
        <LockNote sentence={themeLock} />
        <CommandNote command={theme} />
      </Item>
      <div>
        <Switch
          label={t('login.label')}
          hint={t('login.hint')}
          checked={settings.startAtLogin}
          disabled={login.busy || loginLock !== undefined}
          onChange={(startAtLogin) => void changeLogin({ startAtLogin })}
        />
        <LockNote sentence={loginLock} />
        <CommandNote command={login} />
      </div>
    </Group>
  );
}
