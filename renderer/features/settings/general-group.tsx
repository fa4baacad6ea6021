import { useTranslation } from 'react-i18next';
import type { LanguageChoice } from '../../../shared/model/language.ts';
import { followLanguage } from '../../i18n/follow-language.ts';
import { languages } from '../../i18n/languages.ts';
import { useApp } from '../../store/app-context.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { Select } from '../../ui/select.tsx';
import { RadioGroup, Switch } from '../../ui/toggles.tsx';
import { LockNote } from '../managed/lock-note.tsx';
import { useLock } from '../managed/use-lock.ts';
import { Group, Item } from './group.tsx';
import styles from './settings.module.css';
import { useChange, type GroupOf } from './use-change.ts';

/** Looks, language, and whether Doorward starts by itself. */
export function GeneralGroup({ view, onChanged }: GroupOf) {
  const { t } = useTranslation('settings');
  const [changeTheme, theme] = useChange(onChanged);
  const [changeLanguage, language] = useChange(onChanged);
  const [changeLogin, login] = useChange(onChanged);
  const { bridge } = useApp();
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
        <Select<LanguageChoice>
          className={styles.select}
          label={t('language.label')}
          hint={t('language.hint')}
          value={settings.language}
          disabled={language.busy}
          onChange={(next) => {
            void changeLanguage({ language: next }).then(async (changed) => {
              if (changed) await followLanguage(bridge);
            });
          }}
          choices={[
            { value: 'system', label: t('language.system') },
            ...languages.map(({ code, name }) => ({
              value: code,
              label: (
                <bdi lang={code} dir="auto">
                  {name}
                </bdi>
              ),
            })),
          ]}
        />
        <CommandNote command={language} />
      </div>
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
