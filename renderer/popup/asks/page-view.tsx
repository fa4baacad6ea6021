import { useTranslation } from 'react-i18next';
import type { AskedPage } from '../../../shared/model/server-asks.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Icon } from '../../ui/icons.tsx';
import styles from './asks.module.css';
import { Message } from './form-view.tsx';

/** No address is longer than the host lets pass; never a part of it is left out. */
const WHOLE = 100_000;
const NAME_UNITS = 300;

/** A page that a server wants opened: its whole address as text, never as a link, with the site marked (attack 26). */
export function PageView({ page, id }: { page: AskedPage; id: string | undefined }) {
  const { t } = useTranslation('popup');
  const { t: said } = useTranslation('approval');
  const { message, whole, hostStart, hostEnd, shownHost, warnings } = page;
  return (
    <>
      <Message text={message} />
      <section className={styles.section}>
        <h2 className={styles.heading}>{t('asks.address')}</h2>
        <div className={styles.box}>
          <p id={id} className={styles.address} dir="ltr">
            <HostileText text={whole.slice(0, hostStart)} max={WHOLE} />
            <strong className={styles.host}>
              <HostileText text={whole.slice(hostStart, hostEnd)} max={WHOLE} />
            </strong>
            <HostileText text={whole.slice(hostEnd)} max={WHOLE} />
          </p>
        </div>
        {shownHost !== undefined && (
          <p className={styles.note}>
            <Sentence
              text={t('asks.letters', slots('host'))}
              parts={{ host: <HostileText text={shownHost} max={NAME_UNITS} end={80} /> }}
            />
          </p>
        )}
        {warnings.length > 0 && (
          <ul className={styles.warnings} aria-label={t('asks.warnings')}>
            {warnings.map((warning) => (
              <li key={warning}>
                <Icon name="hold" className={styles.icon} />
                {said(`page.${warning}`)}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
