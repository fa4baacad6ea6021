import { useTranslation } from 'react-i18next';
import { setBy } from '../../../shared/texts/managed.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { Said } from '../../popup/parts/words.tsx';
import { useHost } from '../../store/app-context.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Icon } from '../../ui/icons.tsx';
import styles from './lock-note.module.css';
import { LOCKED, type Locked, useOrganisation } from './use-lock.ts';

export interface LockNoteProps {
  /** A sentence of the catalogue, or what `useLock` answers. */
  readonly sentence: string | Locked | undefined;
  readonly id?: string | undefined;
}

/** Why something is locked, by whom, from where that comes, and whom to ask. Nothing when it is not locked. */
export function LockNote({ sentence, id }: LockNoteProps) {
  const { t } = useTranslation('permissions');
  const managed = useHost((host) => host.managed);
  const organisation = useOrganisation();
  if (sentence === undefined) return null;
  const { source, contact } = managed ?? {};
  return (
    <p id={id} className={styles.lock}>
      <Icon name="lock" className={styles.icon} />
      <span>
        {sentence === LOCKED ? (
          <Said words={setBy(organisation)} of="managed" />
        ) : (
          <>
            <HostileText text={sentence} max={400} />
            {organisation !== undefined && (
              <>
                {' '}
                <Sentence
                  text={t('lock.by', slots('organisation'))}
                  parts={{ organisation: <HostileText text={organisation.name} max={120} /> }}
                />
              </>
            )}
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
