import { useTranslation } from 'react-i18next';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { useHost } from '../../store/app-context.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Icon } from '../../ui/icons.tsx';
import styles from './lock-note.module.css';

/**
 * Why something is locked, from where that comes, and whom to ask, each said once: the host's sentence may name them
 * already. Nothing when it is not locked.
 */
export function LockNote({ sentence, id }: { sentence: string | undefined; id?: string | undefined }) {
  const { t } = useTranslation('permissions');
  const managed = useHost((host) => host.managed);
  if (sentence === undefined) return null;
  const unsaid = (text: string | undefined): string | undefined =>
    text === undefined || sentence.includes(text) ? undefined : text;
  const organisation = unsaid(managed?.organisation);
  const contact = unsaid(managed?.contact);
  const source = managed?.source;
  return (
    <p id={id} className={styles.lock}>
      <Icon name="lock" className={styles.icon} />
      <span>
        <HostileText text={sentence} max={400} />
        {organisation !== undefined && (
          <>
            {' '}
            <Sentence
              text={t('lock.by', slots('organisation'))}
              parts={{ organisation: <HostileText text={organisation} max={120} /> }}
            />
          </>
        )}
        {source !== undefined && (
          <>
            {' '}
            <Sentence
              text={t('lock.source', slots('source'))}
              parts={{ source: <HostileText text={source} max={200} end={80} className={styles.source} /> }}
            />
          </>
        )}
        {contact !== undefined && (
          <>
            {' '}
            <Sentence
              text={t('lock.ask', slots('contact'))}
              parts={{ contact: <HostileText text={contact} max={200} /> }}
            />
          </>
        )}
      </span>
    </p>
  );
}
