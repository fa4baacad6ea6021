import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { InspectReport } from '../../../../shared/ipc/shapes.ts';
import { Sentence, slots } from '../../../i18n/sentence.tsx';
import { Ago } from '../../../ui/ago.tsx';
import { HostileText } from '../../../ui/hostile-text/hostile-text.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { KeyValue, KeyValueList } from '../../../ui/key-value.tsx';
import styles from './trial.module.css';

/** Which package was looked at, who published it and when, and that approving keeps to exactly this one. */
export function PackageFacts({ pinned }: { pinned: NonNullable<InspectReport['pinned']> }) {
  const { t } = useTranslation('review');
  const heading = useId();
  const { name, version, publisher, publishedAt, createdAt, deprecated } = pinned;
  return (
    <section className={styles.offer} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {t('facts.heading')}
      </h3>
      {deprecated !== undefined && (
        <div className={styles.warnings}>
          <p className={styles.warning}>
            <Icon name="hold" className={styles.mark} />
            <span className={styles.reason}>
              <Sentence
                text={t('facts.deprecated', slots('why'))}
                parts={{ why: <HostileText text={deprecated} max={400} end={100} /> }}
              />
            </span>
          </p>
        </div>
      )}
      <KeyValueList>
        <KeyValue label={t('facts.package')} mono>
          <HostileText text={name} max={200} end={60} /> <HostileText text={version} max={80} end={20} />
        </KeyValue>
        <KeyValue label={t('facts.publisher')}>
          {publisher === undefined ? t('facts.nobody') : <HostileText text={publisher} max={120} end={30} />}
        </KeyValue>
        {publishedAt !== undefined && (
          <KeyValue label={t('facts.published')}>
            <Ago at={publishedAt} />
          </KeyValue>
        )}
        {createdAt !== undefined && (
          <KeyValue label={t('facts.created')}>
            <Ago at={createdAt} />
          </KeyValue>
        )}
      </KeyValueList>
      <p className={styles.small}>
        <Sentence
          text={t('facts.pinned', slots('what'))}
          parts={{ what: <HostileText text={`${name} ${version}`} max={240} end={60} /> }}
        />
      </p>
    </section>
  );
}
