import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../../../i18n/format.ts';
import { useApp, useFormat } from '../../../store/app-context.tsx';
import { useNow } from '../../../store/ticker.ts';
import { endings, type Ending } from '../live/filter.ts';
import type { RowWords } from './call-row.tsx';

/** Midnight before a time. */
const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** The words and formatters of all rows. */
export function useRowWords(): RowWords {
  const { t } = useTranslation('activity');
  const { language } = useTranslation().i18n;
  const format = useFormat();
  const { now } = useApp();
  useNow();
  const today = dayOf(now());
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(localeOf(language), {
      day: 'numeric',
      month: 'short',
    });
    const time = new Intl.DateTimeFormat(localeOf(language), {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    const outcome = Object.fromEntries(endings.map((ending) => [ending, t(`outcome.${ending}`)]));
    return {
      t,
      outcome: outcome as Record<Ending, string>,
      noServer: t('noServer'),
      fromServer: t('fromServer'),
      format,
      clock: (at) => (at >= today ? format.clock(at) : `${day.format(at)} ${time.format(at)}`),
    };
  }, [t, format, language, today]);
}
