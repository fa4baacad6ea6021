import { useTranslation } from 'react-i18next';
import type { ServerView } from '../../../../shared/ipc/shapes.ts';
import { Said } from '../../../popup/parts/words.tsx';
import { Icon } from '../../../ui/icons.tsx';
import styles from './trial.module.css';

/** Why the way a server is started needs a second look, before it is started; what is merely good to know stays quiet. */
export function LaunchReasons({ server }: { server: Pick<ServerView, 'launchReasons'> }) {
  const { t } = useTranslation('review');
  const all = server.launchReasons ?? [];
  const held = all.filter(({ weight }) => weight === 'held');
  const notes = all.filter(({ weight }) => weight === 'note');
  return (
    <>
      {held.length > 0 && (
        <section className={styles.warnings} aria-label={t('launch.held')}>
          <h3 className={styles.heading}>{t('launch.held')}</h3>
          <ul>
            {held.map(({ said }, index) => (
              <li key={index} className={styles.warning}>
                <Icon name="hold" className={styles.mark} />
                <span className={styles.reason}>
                  <Said words={said} of="reasons" max={500} end={160} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {notes.length > 0 && (
        <ul aria-label={t('launch.notes')}>
          {notes.map(({ said }, index) => (
            <li key={index} className={styles.small}>
              <Said words={said} of="reasons" max={500} end={160} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
