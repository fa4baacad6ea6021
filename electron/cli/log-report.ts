import { resolve } from 'node:path';
import type { CommandInput, CommandOutput } from '../../shared/ipc/contract.ts';
import { contract } from '../../shared/ipc/contract.ts';
import { sectionsOf } from '../../shared/report/sections.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { reportTexts } from '../../shared/texts/report.ts';
import { shown } from '../host/reports/report-html.ts';
import { momentText } from '../host/reports/report-times.ts';
import { type CliCommand, EXIT, type Given, text, wholeNumber, words } from './command.ts';
import { connectControl } from './control-client.ts';
import { toFile } from './log-export.ts';
import { momentOf } from './log-moment.ts';
import { table, visible } from './output.ts';
import { callHost } from './remote.ts';

type Format = 'text' | 'html' | 'csv' | 'json';
const formats = new Set<string>(['text', 'html', 'csv', 'json']);
const isFormat = (value: string): value is Format => formats.has(value);

function reportInput(given: Given, format: Format): Result<CommandInput<'log.report'>> {
  const none = words(given);
  if (!none.ok) return none;
  const weeks = wholeNumber(given, 'weeks', 1, 52);
  if (!weeks.ok) return weeks;
  const since = momentOf(given, 'since');
  if (!since.ok) return since;
  const until = momentOf(given, 'until');
  if (!until.ok) return until;
  if (weeks.value !== undefined && since.value !== undefined)
    return fail('usage', 'Give --weeks or --since, not both.');
  return ok({
    ...(weeks.value === undefined ? {} : { weeks: weeks.value }),
    ...(since.value === undefined ? {} : { since: since.value }),
    ...(until.value === undefined ? {} : { until: until.value }),
    ...(format === 'html' || format === 'csv' ? { format } : {}),
  });
}

/** A report as aligned tables, each under its heading. */
export function reportText(report: CommandOutput<'log.report'>, columns: number | undefined): string {
  const span = ({ since, until }: { since: number; until: number }): string =>
    `${momentText(since)} – ${momentText(until)}`;
  const head = [
    `${reportTexts['file.span']}: ${span(report)}`,
    `${reportTexts['file.before']}: ${span(report.before)}`,
    ...(report.logBegins === undefined
      ? []
      : [`${reportTexts['file.begins']} ${momentText(report.logBegins)}.`]),
  ];
  const parts = sectionsOf(report, (word) => reportTexts[word]).map((section) => {
    const rows = section.rows.map((row) => section.columns.map((column, place) => shown(row[place], column)));
    const body =
      rows.length === 0
        ? reportTexts.none
        : table(
            section.columns.map(({ title }) => title.toUpperCase()),
            rows,
            columns,
          );
    return [section.title, body, ...(section.note === undefined ? [] : [section.note])].join('\n');
  });
  return [head.join('\n'), ...parts].join('\n\n');
}

/** `log report`: for the terminal, or as a file for others. */
export const logReport: CliCommand = {
  name: 'log report',
  usage: '[--weeks N | --since T] [--until T] [--format text|html|csv|json] [--out FILE]',
  does: contract['log.report'].does,
  operator: false,
  options: {
    weeks: { type: 'string', value: 'N', help: 'The last N weeks, today among them (1, at most 52).' },
    since: {
      type: 'string',
      value: 'T',
      help: 'Since then instead: 15m, 2h, 1d, or a date. At most a year; two days or less are shown by the hour.',
    },
    until: { type: 'string', value: 'T', help: 'Until then (now).' },
    format: {
      type: 'string',
      value: 'F',
      help: 'text (the preset), html (one page with charts, which asks for nothing), csv (for spreadsheets) or json.',
    },
    out: {
      type: 'string',
      value: 'FILE',
      help: 'Into this file, which must not be there yet; else to standard output.',
    },
  },
  examples: [
    'doorward log report',
    'doorward log report --weeks 4 --format html --out report.html',
    'doorward log report --since 2026-11-01 --until 2026-11-15 --format csv --out report.csv',
  ],
  async run(run) {
    const { given, output, world } = run;
    const format = text(given, 'format') ?? (output.json ? 'json' : 'text');
    if (!isFormat(format)) return fail('usage', '--format is text, html, csv or json.');
    if (output.json && format !== 'json')
      return fail('usage', `--json prints JSON; leave it out for --format ${format}.`);
    const input = reportInput(given, format);
    if (!input.ok) return input;
    const client = await connectControl(run.paths);
    if (!client.ok) return client;
    const answer = await callHost(run, client.value, 'log.report', input.value);
    client.value.close();
    if (!answer.ok) return answer;
    const out = text(given, 'out');
    const shown =
      answer.value.text ??
      (format === 'json'
        ? `${JSON.stringify(answer.value)}\n`
        : `${reportText(answer.value, out === undefined ? output.columns : undefined)}\n`);
    if (out === undefined) {
      output.stdout.write(shown);
      return ok(EXIT.done);
    }
    const file = resolve(world.around.cwd, out);
    const written = await toFile(file, async (write) => {
      await write(shown);
      return ok(undefined);
    });
    if (!written.ok) return written;
    output.stderr.write(`The report was written to ${visible(file)}.\n`);
    return ok(EXIT.done);
  },
};
