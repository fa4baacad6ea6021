import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeInput, BridgeOutput } from '../../../../shared/ipc/window.ts';
import { useApp, useUi } from '../../../store/app-context.tsx';
import { useCommand, type CommandHandle } from '../../../store/use-command.ts';
import { useKept } from '../../../store/use-kept.ts';

const DAY = 86_400_000;

/** Which span is shown. */
export type Period = 'day' | 'week' | 'month' | 'quarter' | 'year';
export const periods = ['day', 'week', 'month', 'quarter', 'year'] as const;
const weeks: Readonly<Record<Exclude<Period, 'day'>, number>> = { week: 1, month: 4, quarter: 12, year: 52 };

/** The span that is chosen, and what chooses another for when the report is made next. */
export const useReportPeriod = () => useKept<Period>('activity.report.period', 'week');

export type ShownReport = BridgeOutput<'log.report'>;

/** The span of a period that ends at `until`. */
const askedFor = (period: Period, until: number): BridgeInput<'log.report'> =>
  period === 'day' ? { since: until - DAY, until } : { weeks: weeks[period], until };

/** What leads to the report that is shown once more, whatever is chosen by now. */
export const askedAgain = ({ step, since, until, timeline }: ShownReport): BridgeInput<'log.report'> =>
  step === 'hour' ? { since, until } : { weeks: Math.ceil(timeline.length / 7), until };

/** The report of the chosen period; the last one stays while the next is made. */
export function useReport(): {
  readonly period: Period;
  readonly choose: (period: Period) => void;
  readonly report: ShownReport | undefined;
  readonly command: CommandHandle<'log.report'>;
  readonly again: () => void;
} {
  const { now } = useApp();
  const { t } = useTranslation('report');
  const say = useUi((ui) => ui.say);
  const command = useCommand('log.report');
  const { run } = command;
  const [period, setPeriod] = useReportPeriod();
  const [report, setReport] = useKept<ShownReport | undefined>('activity.report.made', undefined);
  const turn = useRef(0);

  const make = useCallback(
    async (of: Period) => {
      turn.current += 1;
      const mine = turn.current;
      const made = await run(askedFor(of, now()));
      // A longer period may be ready after a shorter one that was chosen later.
      if (made === undefined || mine !== turn.current) return;
      setReport(made);
      say(t('saidReady', { count: made.now.calls }));
    },
    [run, now, setReport, say, t],
  );
  const first = useRef(period);
  useEffect(() => void make(first.current), [make]);

  return {
    period,
    report,
    command,
    choose(next) {
      setPeriod(next);
      void make(next);
    },
    again: () => void make(period),
  };
}
