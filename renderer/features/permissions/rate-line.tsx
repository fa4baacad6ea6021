import { useTranslation } from 'react-i18next';
import { useFormat, useUi } from '../../store/app-context.tsx';
import { useActivityPart } from '../activity/use-part.ts';
import { useWeek, WeekLink } from '../activity/week.tsx';
import { useReportPeriod } from '../activity/report/use-report.ts';
import styles from './permissions.module.css';

/** What people can bear: beyond it they stop reading. */
const BUDGET = 1;
/** Of fewer calls a rate says nothing: one question in the first two would be 50 per 100. */
const RATE_FROM = 20;

/**
 * How often the person was asked in the last 7 days: the counts, from some calls on a number that can be compared, and
 * the way to the report that has them. After the first week, more than a person can bear points to the suggestions.
 */
export function RateLine({ suggests }: { readonly suggests: boolean }) {
  const { t } = useTranslation('permissions');
  const { number, tenth } = useFormat();
  const week = useWeek();
  const show = useShowWeek();
  if (week === undefined) return null;
  const { calls, asked, first } = week;
  if (calls === 0) return <p className={styles.quiet}>{t('rate.none')}</p>;
  const rate = (asked / calls) * 100;
  const compares = calls >= RATE_FROM;
  return (
    <div>
      {compares && <p className={styles.rate}>{t('rate.rate', { rate: tenth(rate) })}</p>}
      <p className={styles.quiet}>
        {t('rate.means', { asked: number(asked), calls: number(calls) })}{' '}
        {compares && rate > BUDGET && suggests && !first && `${t('rate.tiring')} `}
        <WeekLink onClick={show}>{t('rate.show')}</WeekLink>
      </p>
    </div>
  );
}

/** Leads to the report of the last 7 days. */
function useShowWeek(): () => void {
  const navigate = useUi((ui) => ui.navigate);
  const [, setPart] = useActivityPart();
  const [, setPeriod] = useReportPeriod();
  return () => {
    setPeriod('week');
    setPart('report');
    navigate('activity');
  };
}
