import { useTranslation } from 'react-i18next';
import type { HeldCall } from '../../../shared/model/approval.ts';
import { Sentence, slots } from '../../i18n/sentence.tsx';
import { HostText } from '../../ui/hostile-text/host-text.tsx';
import { HostileText } from '../../ui/hostile-text/hostile-text.tsx';
import { Icon } from '../../ui/icons.tsx';
import type { Ending } from '../state/content.ts';
import type { Refusal } from '../state/popup-state.ts';
import styles from './problem.module.css';

const MOST_UNITS = 400;
const NAME_UNITS = 80;
const NAME_END = 20;

/** Why an answer did not count. It takes its room from the content above, so that the answers stay where they are. */
export function Problem({ error }: { error: Refusal }) {
  const { t } = useTranslation('popup');
  const why = error.message ?? t('noAnswer');
  const { failed } = error;
  return (
    <p role="alert" className={styles.problem}>
      <Icon name="alarm" className={styles.icon} />
      <span>
        {failed === undefined ? (
          <HostText text={why} max={MOST_UNITS} />
        ) : (
          <Sentence
            text={t('groupFailed', { count: failed.count, of: failed.of, ...slots('why') })}
            parts={{ why: <HostText text={why} max={MOST_UNITS} /> }}
          />
        )}
      </span>
    </p>
  );
}

/** The call on show ended without an answer of this window; said for a moment before the next one comes. */
export function Ended({ call, ended }: { call: HeldCall; ended: Ending }) {
  const { t } = useTranslation('popup');
  return (
    <p role="status" className={styles.ended}>
      <span>
        <Sentence
          text={t(`ended.${ended}`, slots('app'))}
          parts={{ app: <HostileText text={call.clientName} max={NAME_UNITS} end={NAME_END} /> }}
        />
      </span>
    </p>
  );
}
