import { useTranslation } from 'react-i18next';
import type { PolicyAdvice } from '../../../shared/ipc/shapes.ts';
import { useFormat } from '../../store/app-context.tsx';
import styles from './permissions.module.css';

/** What people can bear: beyond it they stop reading. */
const BUDGET = 1;
/** Of fewer calls a rate says nothing: one question in the first two would be 50 per 100. */
const RATE_FROM = 20;

/** How often the person was asked: the counts, and from some calls on a number that can be compared. */
export function RateLine({ advice }: { advice: PolicyAdvice }) {
  const { t } = useTranslation('permissions');
  const { number, tenth } = useFormat();
  const { calls, asked, suggestions } = advice;
  if (calls === 0) return <p className={styles.quiet}>{t('rate.none')}</p>;
  const counts = t('rate.means', { asked: number(asked), calls: number(calls) });
  if (calls < RATE_FROM) return <p className={styles.quiet}>{counts}</p>;
  const rate = (asked / calls) * 100;
  return (
    <div>
      <p className={styles.rate}>{t('rate.rate', { rate: tenth(rate) })}</p>
      <p className={styles.quiet}>
        {counts} {rate > BUDGET && suggestions.length > 0 && t('rate.tiring')}
      </p>
    </div>
  );
}
