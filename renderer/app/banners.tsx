import { useTranslation } from 'react-i18next';
import { SaidAll } from '../popup/parts/words.tsx';
import { useConnection, useHost, useUi } from '../store/app-context.tsx';
import { useCommand } from '../store/use-command.ts';
import { Button } from '../ui/button.tsx';
import { CommandNote } from '../ui/command-note.tsx';
import { HostText } from '../ui/hostile-text/host-text.tsx';
import { Banner } from '../ui/state-mark.tsx';
import styles from './banners.module.css';

function Blocked() {
  const { t } = useTranslation();
  const lift = useCommand('guard.usual');
  return (
    <Banner
      tone="alarm"
      action={
        <Button busy={lift.busy} onClick={() => void lift.run({})}>
          {t('action.lift')}
        </Button>
      }
    >
      <strong className={styles.strong}>{t('blocked')}</strong>
      <CommandNote command={lift} />
    </Banner>
  );
}

function AskingAboutAll() {
  const { t } = useTranslation();
  const usual = useCommand('guard.usual');
  return (
    <Banner
      tone="hold"
      action={
        <Button busy={usual.busy} onClick={() => void usual.run({})}>
          {t('action.usual')}
        </Button>
      }
    >
      <strong className={styles.strong}>{t('asking')}</strong>
      <CommandNote command={usual} />
    </Banner>
  );
}

/** What holds for every screen: that everything is blocked or asked about, that nothing can pass, that what is shown is old, and the host's notices. */
export function Banners() {
  const { t } = useTranslation();
  const { guard, lockedDown, notices } = useHost(({ status, managed }) => ({
    guard: status?.guard,
    lockedDown: managed?.kind === 'locked-down' ? managed : undefined,
    notices: status?.notices,
  }));
  // That screen lists them itself, each with what to do.
  const listed = useUi((ui) => ui.screen === 'needs-you');
  const stale = useConnection((connection) => connection.stale);
  return (
    <section aria-label={t('notices')} className={styles.banners}>
      {guard === 'block' && !listed && <Blocked />}
      {guard === 'ask' && <AskingAboutAll />}
      {lockedDown !== undefined && (
        <Banner tone="alarm">
          <SaidAll said={lockedDown.said} of="managed" max={600} end={160} />
        </Banner>
      )}
      {stale && (
        <Banner>
          <span role="status">{t('stale')}</span>
        </Banner>
      )}
      {/* Why nothing can pass stands above already. */}
      {(listed ? [] : notices?.filter((notice) => notice !== lockedDown?.sentence))?.map((notice) => (
        <Banner key={notice} tone="hold">
          <HostText text={notice} />
        </Banner>
      ))}
    </section>
  );
}
