import type { Played } from './play.ts';

export type VariantKey = 'all-raw' | 'all-shaped' | 'demand-raw' | 'demand-shaped';

/** What is compared; the first is what everything is held against. */
export const VARIANTS: readonly {
  readonly key: VariantKey;
  readonly onDemand: boolean;
  readonly shaped: boolean;
}[] = [
  { key: 'all-raw', onDemand: false, shaped: false },
  { key: 'all-shaped', onDemand: false, shaped: true },
  { key: 'demand-raw', onDemand: true, shaped: false },
  { key: 'demand-shaped', onDemand: true, shaped: true },
];

export interface Measured extends Played {
  readonly task: string;
  readonly scene: string;
  readonly variant: VariantKey;
}

type Count = (one: Played) => number;
const TABLES: readonly { readonly title: string; readonly of: Count }[] = [
  {
    title: 'Tokens in all: every request reads the list and everything before (no cache)',
    of: ({ read, written }) => read + written,
  },
  {
    title: 'Tokens once: what was read before costs nothing again (a cache that never misses)',
    of: ({ once }) => once,
  },
];
const HEAD = ['Task', 'All tools', 'All, smaller answers', 'On demand', 'On demand, smaller answers'];
const number = new Intl.NumberFormat('en-GB');

/** The tables, in Markdown. */
export function printed(
  measured: readonly Measured[],
  tools: Readonly<Partial<Record<string, number>>>,
): string {
  const tasks = [...new Map(measured.map(({ task, scene }) => [task, scene]))];
  const of = (task: string, variant: VariantKey): Measured | undefined =>
    measured.find((one) => one.task === task && one.variant === variant);
  const turns = tasks.map(([task]) => [
    task,
    ...(['all-raw', 'all-shaped', 'demand-raw', 'demand-shaped'] as const).map((variant) =>
      String(of(task, variant)?.requests ?? '–'),
    ),
  ]);
  return [
    `${tools['office'] ?? 0} tools on the servers of the office, ${tools['small'] ?? 0} on the small server. Tokens of o200k_base.\n`,
    ...TABLES.map(({ title, of: count }) => {
      const rows = tasks.map(([task]) =>
        rowOf(
          task,
          VARIANTS.map(({ key }) => countOf(of(task, key), count)),
        ),
      );
      const sums = ['office', 'small'].map((scene) =>
        rowOf(
          `**Sum, ${scene === 'office' ? 'all servers' : 'a single small server'}**`,
          VARIANTS.map(({ key }) =>
            tasks
              .filter(([, where]) => where === scene)
              .reduce((sum, [task]) => sum + countOf(of(task, key), count), 0),
          ),
        ),
      );
      return `${title}\n\n${markdown(HEAD, [...rows, ...sums])}`;
    }),
    `Requests to the model\n\n${markdown(HEAD, turns)}`,
    '',
  ].join('\n');
}

const countOf = (one: Played | undefined, count: Count): number => (one === undefined ? 0 : count(one));

function rowOf(name: string, counts: readonly number[]): string[] {
  const [base = 0] = counts;
  return [
    name,
    ...counts.map((value, place) => {
      if (place === 0 || base === 0) return number.format(value);
      const percent = Math.round((value / base - 1) * 100);
      return `${number.format(value)} (${percent > 0 ? '+' : percent < 0 ? '−' : '±'}${Math.abs(percent)} %)`;
    }),
  ];
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return `${[line(head), line(rule), ...rows.map(line)].join('\n')}\n`;
}
