import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, Say, Value } from '../../../../shared/report/sections.ts';
import { localeOf } from '../../../i18n/format.ts';
import { useFormat } from '../../../store/app-context.tsx';

/** Numbers from here on have too many digits for the side of a chart. */
const LONG = 10_000;

/** How the values of a report read. */
export interface Shown {
  readonly say: Say;
  /** A value that is ours; names go through `HostileText`. */
  readonly value: (value: Value, column: Column) => string;
  /** A number beside a line of a chart, where there is little room. */
  readonly scale: (value: number) => string;
}

/** The words and numbers of a report in the language of the window. */
export function useShown(): Shown {
  const { t, i18n } = useTranslation('report');
  const format = useFormat();
  const { language } = i18n;
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(localeOf(language), {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
    });
    const short = new Intl.NumberFormat(localeOf(language), { notation: 'compact' });
    // The words have points in their names, which are no steps into the catalogue.
    const words = t('words', { returnObjects: true });
    return {
      say: (word) => words[word],
      value: (value, { kind }) => {
        if (value === undefined) return '';
        if (typeof value === 'string') return value;
        if (kind === 'day') return day.format(value).replace(',', '');
        if (kind === 'hour') return format.minute(value);
        if (kind === 'time') return format.date(value);
        return kind === 'ms' && value < 100 ? format.tenth(value) : format.number(value);
      },
      scale: (value) =>
        value >= LONG ? short.format(value) : value < 100 ? format.tenth(value) : format.number(value),
    };
  }, [t, format, language]);
}
