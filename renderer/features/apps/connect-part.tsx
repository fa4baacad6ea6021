import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { useUi } from '../../store/app-context.tsx';
import type { ClientView } from '../../store/types.ts';
import { Ago } from '../../ui/ago.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './apps.module.css';
import { useIssued, type Issued } from './issued.ts';
import { KNOWN_APPS } from './known-apps.ts';
import { ReadyText } from './ready-text.tsx';

export interface ConnectPartProps {
  readonly client: ClientView;
  readonly issued: Issued;
  readonly onDone: () => void;
}

/**
 * Giving an app its key. It stays until the person says that they are done: the key is in it, and nowhere else. An
 * app counts as connected when its handshake has arrived, not when its file was written.
 */
export function ConnectPart({ client, issued, onDone }: ConnectPartProps) {
  const { t } = useTranslation('apps');
  const say = useUi((ui) => ui.say);
  const [, setIssued] = useIssued();
  const { lastSeenAt } = client;
  const connected = lastSeenAt !== undefined && lastSeenAt >= issued.since;
  useEffect(() => {
    if (connected) say(t('connect.connected'));
  }, [connected, say, t]);
  return (
    <section className={styles.part} aria-label={t('connect.heading')}>
      <h3 className={styles.heading}>{t('connect.heading')}</h3>
      <Select
        label={t('connect.app')}
        value={issued.app}
        onChange={(app) => setIssued(issued.id, { ...issued, app })}
        choices={KNOWN_APPS.map((value) => ({ value, label: t(`known.${value}`) }))}
      />
      <ReadyText client={client.id} app={issued.app} token={issued.token} />
      <div className={styles.state}>
        {connected ? (
          <p>
            <span className={styles.connected}>
              <Icon name="check" />
              {t('connect.connected')}
            </span>
            <span className={styles.quiet}>
              <Sentence text={t('connect.arrived', slots('ago'))} parts={{ ago: <Ago at={lastSeenAt} /> }} />
            </span>
          </p>
        ) : (
          <p className={styles.quiet}>{t('connect.wait')}</p>
        )}
        <Button variant={connected ? 'primary' : 'neutral'} onClick={onDone}>
          {t(connected ? 'connect.done' : 'connect.early')}
        </Button>
      </div>
    </section>
  );
}
