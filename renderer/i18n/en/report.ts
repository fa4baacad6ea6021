import { reportTexts } from '../../../shared/texts/report.ts';

/** The Report page. Words of the report itself are those of its files, one for each key. */
export const report = {
  words: reportTexts,
  title: 'Report',
  open: 'Report',
  back: 'Back to calls',
  loading: 'Adding up the log…',
  again: 'Update',
  failed: 'Nothing to show yet.',
  span: '{{since}} – {{until}}',
  comparedWith: 'Compared with {{since}} – {{until}}.',
  begins: 'The log begins on {{at}}, so the period before is not complete.',
  period: {
    label: 'Period',
    day: 'Last 24 hours',
    week: 'Last 7 days',
    month: 'Last 4 weeks',
    quarter: 'Last 12 weeks',
    year: 'Last 52 weeks',
  },
  save: {
    html: 'Save as page…',
    csv: 'Save as table…',
    done: 'The report was saved.',
  },
  legend: { now: 'This period', before: 'Before' },
  saidReady_one: 'Report of {{count, number}} call.',
  saidReady_other: 'Report of {{count, number}} calls.',
} as const;
