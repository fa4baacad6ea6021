import { createHash } from 'node:crypto';
import type { Report } from '../../../shared/model/report.ts';
import { type Drawing, drawingOf, plot } from '../../../shared/report/chart.ts';
import { type Column, type Section, sectionsOf, type Value } from '../../../shared/report/sections.ts';
import { reportTexts } from '../../../shared/texts/report.ts';
import { visible } from '../../cli/output.ts';
import { css } from './report-style.ts';
import { dayText, minuteText, momentText } from './report-times.ts';

/** Made when a report is: the first format of a process loads the data of all languages. */
function rounded(
  maximumFractionDigits: number,
  notation: 'standard' | 'compact' = 'standard',
): (value: number) => string {
  let format: Intl.NumberFormat | undefined;
  return (value) =>
    (format ??= new Intl.NumberFormat('en-GB', { maximumFractionDigits, notation })).format(value);
}
const number = rounded(0);
const tenth = rounded(1);
const short = rounded(1, 'compact');
/** Characters of a name beside a mark; the table has more of it. */
const nameChars = 26;

/** Nothing but this one style sheet: no script, no request, no form, no frame, whatever a name may hold. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '=': '&#61;',
};

/**
 * A text between tags or in quotes: invisible and direction characters are made visible (attack: a name that reads
 * otherwise than it is), then what HTML could take for its own is escaped (attack: a name that is markup).
 */
export const escapeHtml = (text: string): string =>
  visible(text.toWellFormed()).replaceAll(/[&<>"'`=]/g, (char) => escapes[char] ?? '');

/** A report as one HTML file that asks for nothing, runs nothing and reads the same everywhere. */
export function reportHtml(report: Report): string {
  const sections = sectionsOf(report, (word) => reportTexts[word]);
  const say = (word: keyof typeof reportTexts): string => escapeHtml(reportTexts[word]);
  const span = ({ since, until }: { since: number; until: number }): string =>
    `${escapeHtml(momentText(since))} – ${escapeHtml(momentText(until))}`;
  const parts = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${say('file.title')}</title>`,
    `<style>${css}</style>`,
    '</head>',
    '<body>',
    '<header>',
    `<h1>${say('file.title')}</h1>`,
    `<p>${say('file.span')}: ${span(report)}</p>`,
    `<p class="quiet">${say('file.before')}: ${span(report.before)}</p>`,
    ...(report.logBegins === undefined
      ? []
      : [`<p class="hold">${say('file.begins')} ${escapeHtml(momentText(report.logBegins))}.</p>`]),
    `<p class="quiet legend"><svg width="12" height="12" aria-hidden="true"><rect class="now" width="12" height="12"/></svg> ${say('column.now')} <svg width="12" height="12" aria-hidden="true"><rect class="before" x="0.5" y="0.5" width="11" height="11"/></svg> ${say('column.before')}</p>`,
    '</header>',
    '<main>',
    ...sections.map((section) => partOf(section)),
    '</main>',
    '<footer>',
    `<p class="quiet">${say('file.made')} ${escapeHtml(momentText(report.at))}. ${say('file.names')}</p>`,
    '</footer>',
    '</body>',
    '</html>',
    '',
  ];
  return parts.join('\n');
}

function partOf(section: Section): string {
  const id = escapeHtml(section.id);
  const drawing = drawingOf(section);
  return [
    `<section aria-labelledby="${id}">`,
    `<h2 id="${id}">${escapeHtml(section.title)}</h2>`,
    '<div class="beside">',
    ...(drawing === undefined ? [] : [chartOf(section, drawing)]),
    section.rows.length === 0 ? `<p class="quiet">${escapeHtml(reportTexts.none)}</p>` : tableOf(section),
    '</div>',
    ...(section.note === undefined ? [] : [`<p class="quiet">${escapeHtml(section.note)}</p>`]),
    '</section>',
  ].join('\n');
}

const isNumber = ({ kind }: Column): boolean => kind === 'count' || kind === 'ms';

function tableOf({ title, columns, rows }: Section): string {
  const cell = (value: Value, column: Column | undefined): string =>
    column === undefined ? '' : escapeHtml(shown(value, column));
  return [
    '<div class="scroll"><table>',
    `<caption>${escapeHtml(title)}</caption>`,
    `<thead><tr>${columns.map((column) => `<th scope="col"${isNumber(column) ? ' class="number"' : ''}>${escapeHtml(column.title)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(
      (row) =>
        `<tr>${columns.map((column, place) => `<td${isNumber(column) ? ' class="number"' : column.kind === 'name' ? ' class="name"' : ''}>${cell(row[place], column)}</td>`).join('')}</tr>`,
    ),
    '</tbody></table></div>',
  ].join('\n');
}

/** A value as people read it. */
export function shown(value: Value, { kind }: Column): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (kind === 'day') return dayText(value);
  if (kind === 'hour') return minuteText(value);
  if (kind === 'time') return momentText(value);
  return (kind === 'ms' && value < 100 ? tenth : number)(value);
}

const durationText = (ms: number): string => (ms < 1000 ? `${tenth(ms)} ms` : `${number(ms / 1000)} s`);

/** Numbers from ten thousand on have too many digits for the side of a chart. */
const scaleText = (value: number): string => (value < 10_000 ? tenth : short)(value);

/** Room for the names beside bars. */
const beside = 200;

function chartOf(section: Section, { width, height, marks, lines, names }: Drawing): string {
  const { chart, columns, rows, title } = section;
  const sideways = chart?.kind !== 'columns';
  const left = sideways ? beside : 0;
  const nameOf = (row: number): string => {
    const text = (chart?.label ?? [])
      .map((place) => shown(rows[row]?.[place], columns[place] ?? { title: '', kind: 'word' }))
      .filter((one) => one !== '')
      .join(' · ');
    const characters = Array.from(visible(text.slice(0, 500).toWellFormed()));
    return escapeHtml(
      characters.length > nameChars ? `${characters.slice(0, nameChars - 1).join('')}…` : characters.join(''),
    );
  };
  const n = (value: number): string => String(Math.round(value * 10) / 10);
  const drawn = [
    ...lines.map(({ at, value }) =>
      sideways
        ? `<path class="line" d="M${n(left + at)} 0V${n(height - plot.bottom)}"/><text x="${n(left + at)}" y="${n(height - 6)}" text-anchor="${at >= width ? 'end' : 'middle'}">${escapeHtml(durationText(value))}</text>`
        : `<path class="line" d="M${plot.left} ${n(at)}H${width}"/><text x="${plot.left - 6}" y="${n(at + 4)}" text-anchor="end">${escapeHtml(scaleText(value))}</text>`,
    ),
    ...marks.map(
      ({ role, x, y, width: wide, height: high }) =>
        `<rect class="${role}" x="${n(left + x)}" y="${n(y)}" width="${n(wide)}" height="${n(high)}"/>`,
    ),
    ...names.map(({ at, row }) =>
      sideways
        ? `<text x="${beside - 8}" y="${n(at + 4)}" text-anchor="end">${nameOf(row)}</text>`
        : `<text x="${n(at)}" y="${n(height - 4)}" text-anchor="middle">${nameOf(row)}</text>`,
    ),
  ];
  // The table beside it says the same to whoever does not see it.
  return `<svg class="chart" role="img" aria-label="${escapeHtml(`${title}: ${reportTexts['chart.label']}`)}" viewBox="0 0 ${n(width + left)} ${n(height)}">\n${drawn.join('\n')}\n</svg>`;
}
