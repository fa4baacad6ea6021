import { useTranslation } from 'react-i18next';
import type { PolicyAdvice } from '../../../shared/ipc/shapes.ts';
import { useFormat } from '../../store/app-context.tsx';
import styles from './permissions.module.css';

/** What people can bear: beyond it they stop reading. */
const BUDGET = 1;

/** How often the person was asked, as a number that can be compared. */
export function RateLine({ advice }: { advice: PolicyAdvice }) {
  const { t } = useTranslation('permissions');
  const { number, tenth } = useFormat();
  const { calls, asked, suggestions } = advice;
  if (calls === 0) return <p className={styles.quiet}>{t('rate.none')}</p>;
  const rate = (asked / calls) * 100;
  return (
    <div>
      <p className={styles.rate}>{t('rate.rate', { rate: tenth(rate) })}</p>
      <p className={styles.quiet}>
        {t('rate.means', { count: asked, calls: number(calls) })}{' '}
        {rate > BUDGET && suggestions.length > 0 && t('rate.tiring')}
      </p>
    </div>
  );
}
