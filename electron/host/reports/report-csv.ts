import type { Report } from '../../../shared/model/report.ts';
import { sectionsOf, type Value } from '../../../shared/report/sections.ts';
import { reportTexts } from '../../../shared/texts/report.ts';
import { csvLine } from '../../audit/csv.ts';
import { visible } from '../../cli/output.ts';
import { dayOf, isoOf } from './report-times.ts';

/**
 * A report as a table for spreadsheets (RFC 4180): the span first, then each part under its heading, with an empty line
 * between. Names that a spreadsheet would take for a formula get an apostrophe, invisible characters are escaped.
 */
export function reportCsv(report: Report): string {
  const lines: (readonly Value[])[] = [
    [reportTexts['file.title']],
    [reportTexts['file.span'], isoOf(report.since), isoOf(report.until)],
    [reportTexts['file.before'], isoOf(report.before.since), isoOf(report.before.until)],
  ];
  for (const { title, columns, rows } of sectionsOf(report, (word) => reportTexts[word])) {
    lines.push(
      [],
      [title],
      columns.map((column) => column.title),
    );
    for (const row of rows)
      lines.push(
        row.map((value, place) => {
          if (typeof value === 'string') return visible(value);
          const kind = columns[place]?.kind;
          if (value === undefined || kind === undefined) return value;
          if (kind === 'day') return dayOf(value);
          return kind === 'time' || kind === 'hour' ? isoOf(value) : value;
        }),
      );
  }
  return lines.map(csvLine).join('');
}
