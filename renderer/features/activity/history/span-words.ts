import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogOverview } from '../../../../shared/model/history.ts';
import { localeOf } from '../../../i18n/format.ts';
import { useApp, useFormat } from '../../../store/app-context.tsx';
import type { Span } from './query.ts';

/** How days, hours and spans of time read. */
export interface SpanWords {
  /** "Thursday, 26 November 2026", with "Today" or "Yesterday" before it where that is so. */
  readonly day: (at: number) => string;
  /** What a bar stands for: "Thu 26 Nov", "14:00, 26 Nov", with the year where it is another one; "November 2026". */
  readonly bar: (at: number, step: LogOverview['step']) => string;
  /** The same in little room: "26 Nov", "14:00", "Nov". */
  readonly short: (at: number, step: LogOverview['step']) => string;
  readonly span: (span: Span) => string;
}

const midnight = (at: number, days = 0): number => {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
};

/** The words of times in the language of the window. */
export function useSpanWords(): SpanWords {
  const { t, i18n } = useTranslation('history');
  const { now } = useApp();
  const { minute } = useFormat();
  const { language } = i18n;
  return useMemo(() => {
    const of = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(localeOf(language), options);
    const long = of({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    const medium = of({ weekday: 'short', day: 'numeric', month: 'short' });
    const mediumYear = of({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
    const date = of({ day: 'numeric', month: 'short', year: 'numeric' });
    const short = of({ day: 'numeric', month: 'short' });
    const month = of({ month: 'long', year: 'numeric' });
    const shortMonth = of({ month: 'short', year: '2-digit' });
    const plain = (text: string): string => text.replace(',', '');
    const isThisYear = (at: number): boolean => new Date(at).getFullYear() === new Date(now()).getFullYear();
    const bar: SpanWords['bar'] = (at, step) => {
      if (step === 'month') return month.format(at);
      const near = isThisYear(at);
      return step === 'day'
        ? plain((near ? medium : mediumYear).format(at))
        : `${minute(at)}, ${(near ? short : date).format(at)}`;
    };
    return {
      day: (at) => {
        const day = long.format(at);
        const today = midnight(now());
        if (at >= today && at < midnight(today, 1)) return t('today', { day });
        return at < today && at >= midnight(today, -1) ? t('yesterday', { day }) : day;
      },
      bar,
      short: (at, step) =>
        step === 'month' ? shortMonth.format(at) : step === 'day' ? short.format(at) : minute(at),
      span: (span) =>
        span.kind === 'preset'
          ? t(`span.${span.preset}`)
          : span.kind === 'days'
            ? t('span.days')
            : bar(span.since, span.step),
    };
  }, [t, language, minute, now]);
}
