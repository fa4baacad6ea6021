import { type Tally, tally } from './compare.ts';
import type { Difference } from './json/diff.ts';
import { NORMALISATIONS, type NormalisationName, usedNormalisations } from './normalise.ts';
import { REWRITES, type RewriteName, usedRewrites } from './rewrites.ts';

const SHOWN = 12;

/** One row of the table: one way to one server. */
export interface Row {
  readonly server: string;
  readonly way: string;
  readonly handshake: Tally;
  readonly lists: Tally;
  readonly calls: Tally;
  readonly heard: Tally;
}

/** A row in which nothing has been compared yet. */
export const newRow = (server: string, way: string): Row => ({
  server,
  way,
  handshake: tally(),
  lists: tally(),
  calls: tally(),
  heard: tally(),
});

/** What a real client achieved. */
export interface ClientRow {
  readonly client: string;
  readonly checks: readonly string[];
  readonly problems: readonly string[];
}

/** Something that could not be tried here. */
export interface Skipped {
  readonly what: string;
  readonly why: string;
}

/** Everything that one row found. */
export const allDifferences = (row: Row): Difference[] =>
  [row.handshake, row.lists, row.calls, row.heard].flatMap((one) => one.differences);

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((text, i) => text.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const cell = ({ compared, equal }: Tally): string => (compared === 0 ? '-' : `${equal}/${compared}`);

/** The table of servers, and every difference below it. */
export function serverTable(rows: readonly Row[]): string {
  const head = ['server', 'way', 'handshake', 'lists equal', 'calls equal', 'heard equal', 'differences'];
  const lines = rows.map((row) => [
    row.server,
    row.way,
    cell(row.handshake),
    cell(row.lists),
    cell(row.calls),
    cell(row.heard),
    String(allDifferences(row).length),
  ]);
  const details = rows.flatMap((row) => {
    const found = allDifferences(row);
    if (found.length === 0) return [];
    const shown = found
      .slice(0, SHOWN)
      .map(({ path, expected, got }) => `  ${path}\n    expected ${expected}\n    got      ${got}`);
    const more = found.length > SHOWN ? [`  and ${found.length - SHOWN} more`] : [];
    return ['', `${row.server}, ${row.way}:`, ...shown, ...more];
  });
  return [table([head, ...lines]), ...details].join('\n');
}

/** The table of clients. */
export function clientTable(rows: readonly ClientRow[]): string {
  const lines = rows.map(({ client, checks, problems }) => [
    client,
    problems.length === 0 ? 'ok' : 'FAILED',
    checks.join(', '),
  ]);
  const details = rows.flatMap(({ client, problems }) => problems.map((text) => `  ${client}: ${text}`));
  return [table([['client', 'verdict', 'what worked'], ...lines]), ...details].join('\n');
}

/** What may differ, with how often it did in this run. */
export function rewriteList(): string {
  const rewrites = (Object.keys(REWRITES) as RewriteName[]).map(
    (name) =>
      `  ${name} [${REWRITES[name].where}], applied ${usedRewrites().get(name) ?? 0} times: ${REWRITES[name].says}`,
  );
  const alike = (Object.keys(NORMALISATIONS) as NormalisationName[]).map(
    (name) => `  ${name}, in ${usedNormalisations().get(name) ?? 0} values: ${NORMALISATIONS[name].says}`,
  );
  return ['Rewrites:', ...rewrites, 'Made alike before comparing:', ...alike].join('\n');
}
