import { useTranslation } from 'react-i18next';
import type { WaitingItem } from '../../../shared/model/trust.ts';
import { SaidAll } from '../../popup/parts/words.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icons.tsx';
import styles from './item.module.css';
import { toneOf, weighed } from './order.ts';

/** Why something is on hold, in sentences, the worst first, each with the mark of its own risk. */
export function ReasonList({ item }: { item: WaitingItem }) {
  const { t } = useTranslation('review');
  if (item.said.length === 0) return null;
  return (
    <ul className={styles.reasons} aria-label={t('reasons')}>
      {weighed(item).map(({ said, risk }, index) => {
        const tone = toneOf[risk];
        return (
          <li key={index} className={cx(styles.reason, styles[risk])}>
            {tone === 'neutral' ? (
              <span className={styles.dot} aria-hidden="true">
                ·
              </span>
            ) : (
              <Icon name={tone} className={styles.icon} />
            )}
            <span className={styles.sentence}>
              <SaidAll said={said} of="reasons" max={500} end={160} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
