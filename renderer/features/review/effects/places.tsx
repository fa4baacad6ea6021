import { useTranslation } from 'react-i18next';
import type { Place } from '../../../../shared/model/review.ts';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import styles from './effects.module.css';

/** More than so many arguments with places are counted out by nobody. */
const MOST = 12;

/** Which arguments say where a call acts, and what each of them names. */
export function Places({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation('review');
  if (places.length === 0) return <span className={styles.quiet}>{t('places.none')}</span>;
  return (
    <ul className={styles.places} aria-label={t('places.label')}>
      {places.slice(0, MOST).map(({ pointer, name, kind }) => (
        <li key={pointer}>
          <Sentence
            text={t('places.one', { kind: t(`places.${kind}`), ...slots('name') })}
            parts={{
              name: (
                <code>
                  <HostileText text={name} max={80} end={20} />
                </code>
              ),
            }}
          />
        </li>
      ))}
    </ul>
  );
}
