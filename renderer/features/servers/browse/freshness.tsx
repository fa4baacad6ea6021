import { useTranslation } from 'react-i18next';
import type { RegistryFreshness } from '../../../../shared/model/registry.ts';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { Ago } from '../../../ui/ago.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { Banner } from '../../../ui/state-mark.tsx';
import styles from './browse.module.css';

/** Says when what is shown is an old answer, and when something of it could not be shown. */
export function Freshness({ at, stale, leftOut }: RegistryFreshness) {
  const { t } = useTranslation('browse');
  return (
    <>
      {stale !== undefined && (
        <Banner tone="hold">
          <Sentence
            text={t('stale', slots('why', 'ago'))}
            parts={{ why: <HostileText text={stale} max={300} />, ago: <Ago at={at} /> }}
          />
        </Banner>
      )}
      {leftOut > 0 && <p className={styles.note}>{t('leftOut', { count: leftOut })}</p>}
    </>
  );
}
