import { useTranslation } from 'react-i18next';
import { Screen } from '../../app/screen.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { useCommand } from '../../store/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { CommandNote } from '../../ui/command-note.tsx';
import { Banner } from '../../ui/state-mark.tsx';
import { useManagedChanges } from '../managed/use-lock.ts';
import { AboutGroup } from './about-group.tsx';
import { AddressGroup } from './address-group.tsx';
import { CheckGroup } from './check-group.tsx';
import { CanariesGroup } from './flow/canaries-group.tsx';
import { GeneralGroup } from './general-group.tsx';
import { IdleGroup } from './idle-group.tsx';
import { InspectionGroup } from './inspection/inspection-group.tsx';
import { LogGroup } from './log-group.tsx';
import { ManagedGroup } from './managed-group.tsx';
import { MasksGroup } from './masks/masks-group.tsx';
import { SafetyGroup } from './safety-group.tsx';
import { TryTextPage } from '../try-text/try-text-page.tsx';
import { useTrying } from '../try-text/use-try.ts';
import { SendGroup } from './sending/send-group.tsx';
import { useSettingsChanges } from './use-changes.ts';
import { VaultGroup } from './vault/vault-group.tsx';
import styles from './settings.module.css';

/** The rest: what a person may choose, and whether all is well. */
export function SettingsScreen() {
  const { t } = useTranslation(['settings', 'common']);
  const [changes] = useSettingsChanges();
  const managed = useManagedChanges();
  const shown = useAnswer('settings.show', {}, `${changes} ${managed}`);
  const [trying] = useTrying();
  const view = shown.value;
  if (trying) return <TryTextPage />;
  return (
    <Screen title={t('settings:title')} fill>
      <div className={styles.room}>
        {view?.restartNeeded === true && <RestartBanner />}
        <div className={styles.page}>
          {view === undefined && shown.command.error !== undefined && (
            <div className={styles.failed}>
              <p>{t('settings:failed')}</p>
              <CommandNote command={shown.command} />
              <Button icon="refresh" onClick={shown.reload}>
                {t('common:action.retry')}
              </Button>
            </div>
          )}
          {view !== undefined && <GeneralGroup view={view} onChanged={shown.put} />}
          <SafetyGroup />
          <InspectionGroup />
          <MasksGroup />
          <CanariesGroup />
          <ManagedGroup />
          {view !== undefined && (
            <>
              <AddressGroup view={view} onChanged={shown.put} />
              <IdleGroup view={view} onChanged={shown.put} />
            </>
          )}
          <VaultGroup view={view} onChanged={shown.put} />
          <LogGroup view={view} onChanged={shown.put} />
          <SendGroup />
          <CheckGroup />
          <AboutGroup file={view?.file} />
        </div>
      </div>
    </Screen>
  );
}

function RestartBanner() {
  const { t } = useTranslation('settings');
  const way = useCommand('app.way');
  return (
    <Banner
      tone="hold"
      action={
        <Button busy={way.busy} onClick={() => void way.run({ way: 'relaunch' })}>
          {t('restartNow')}
        </Button>
      }
    >
      <span role="status">{t('restart')}</span>
      <CommandNote command={way} />
    </Banner>
  );
}
