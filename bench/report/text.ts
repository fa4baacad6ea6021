import type { Growth } from '../measure/growth.ts';
import type { ListCost } from '../measure/list-cost.ts';
import type { Spread } from '../measure/statistics.ts';
import type { PinCost } from '../pins/pin-cost.ts';
import type { Budget } from '../policy/budget.ts';
import type { RuleShare } from '../policy/rule-share.ts';
import type { StartCost } from '../start/start-cost.ts';
import type { System } from '../systems/system.ts';
import type { Bar } from './bars.ts';
import type { Figures } from './figures.ts';
import { budgetText, ruleText } from './policy-text.ts';
import type { Ratio } from './ratios.ts';

/** A spread as `median [min–max]`. */
function show(value: Spread | undefined, digits: number): string {
  if (value === undefined) return '-';
  const text = (number: number) => number.toFixed(digits);
  return `${text(value.median)} [${text(value.min)}–${text(value.max)}]`;
}

const HEAD = ['', 'calls/s', 'p50 ms', 'p99 ms', 'added p50 ms', 'CPU µs/call'];
const WIDTHS = [17, 24, 24, 24, 24, 20];

const line = (columns: readonly string[]): string =>
  columns
    .map((column, index) => (index === 0 ? column.padEnd(17) : column.padStart(WIDTHS[index] ?? 20)))
    .join(' ');

/** One cell as a table of the systems. */
function cellText(id: string, figures: readonly Figures[]): string {
  const rows = figures.map((figure) => {
    if ('reason' in figure) return line([figure.system, 'n/a']).concat(`  ${figure.reason}`);
    return line([
      figure.system,
      show(figure.callsPerSecond, 0),
      show(figure.p50Ms, 3),
      show(figure.p99Ms, 2),
      show(figure.addedP50Ms, 3),
      show(figure.cpuMicros, 0),
    ]);
  });
  return [line([id, ...HEAD.slice(1)]), ...rows].join('\n');
}

function ratioText({ name, of, value, rounds }: Ratio): string {
  return `${name.padEnd(54)} ${show({ ...rounds, median: value }, 2).padStart(20)}  ${of}`;
}

function barText({ name, value, bar, ok }: Bar): string {
  const verdict = value === null ? 'not measured' : ok ? 'ok' : 'missed';
  return `${verdict.padEnd(13)}${name}: ${value === null ? '-' : value.toFixed(2)} (bar ${bar})`;
}

function listText(list: ListCost): string {
  const part = (name: string, { doorward, bare, ratio }: ListCost['first']) =>
    `  ${name}: doorward ${show(doorward, 2)} ms, bare ${show(bare, 2)} ms, ratio ${ratio.toFixed(2)}`;
  return [
    `tools/list of ${list.servers} stopped servers (${list.tools} tools, ${list.bytes} bytes; ` +
      `${list.startedBefore} servers were running before the first list)`,
    part('first, right after the start', list.first),
    part('later, warm', list.later),
  ].join('\n');
}

function growthText(growth: Growth): string {
  const part = (name: string, slope: Spread, { early, late }: Growth['heapMiB']) =>
    `  ${name}: ${show(slope, 1)} bytes a call; ${show(early, 1)} MiB early, ${show(late, 1)} MiB late`;
  return [
    `memory over ${growth.calls} calls, 32 at once`,
    part('heap', growth.heapSlope, growth.heapMiB),
    part('resident', growth.residentSlope, growth.residentMiB),
  ].join('\n');
}

function pinText({ tools, bytes, pinning, plain, ratio }: PinCost): string {
  return [
    `pins of ${tools} tools (${bytes} bytes), beside JSON.stringify and one SHA-256 of the same`,
    `  pins ${show(pinning, 2)} ms, plain ${show(plain, 2)} ms, ratio ${show(ratio, 2)}`,
  ].join('\n');
}

function startText(start: StartCost): string {
  const { host, node, hostWithServers, ratio, ratioWithServers } = start;
  return [
    `start of a headless host until it is ready, beside \`node -e 0\` (${show(node, 0)} ms)`,
    `  alone: ${show(host, 0)} ms, ratio ${show(ratio, 2)}; resident ${start.resident.toFixed(0)} MiB`,
    `  with ${start.servers} approved servers that nobody uses: ${show(hostWithServers, 0)} ms, ratio ${show(ratioWithServers, 2)}; resident ${start.residentWithServers.toFixed(0)} MiB, ${start.processes} processes of theirs`,
  ].join('\n');
}

/** Everything that one run found, as the summary holds it. */
export interface Outcome {
  readonly rounds: number;
  readonly seed: number;
  readonly node: string;
  readonly processors: number;
  readonly elsewhere: number;
  readonly cells: readonly { readonly cell: string; readonly systems: readonly Figures[] }[];
  readonly ratios: readonly Ratio[];
  readonly list: ListCost | undefined;
  readonly growth: Growth | undefined;
  readonly pins: PinCost | undefined;
  readonly rules: RuleShare | undefined;
  readonly budget: Budget | undefined;
  readonly start: StartCost | undefined;
  readonly rss: { readonly mainMiB: number; readonly allMiB: number } | undefined;
  readonly bars: readonly Bar[];
  readonly problems: readonly string[];
}

/** The tables for people. */
export function reportText(outcome: Outcome, systems: readonly System[]): string {
  const { rounds, seed, elsewhere, cells, ratios, list, growth, pins, rules, budget } = outcome;
  const { rss, start, bars, problems } = outcome;
  const parts = [
    [
      `${rounds} rounds, seed ${seed}; medians of the rounds [least–greatest].`,
      ...systems.map(({ name, about }) => `  ${name.padEnd(16)} ${about}`),
    ].join('\n'),
    ...cells.map(({ cell, systems: figures }) => cellText(cell, figures)),
    ratios.map(ratioText).join('\n'),
    list === undefined ? '' : listText(list),
    growth === undefined ? '' : growthText(growth),
    pins === undefined ? '' : pinText(pins),
    rules === undefined ? '' : ruleText(rules),
    budget === undefined ? '' : budgetText(budget),
    start === undefined ? '' : startText(start),
    rss === undefined
      ? ''
      : `resident after the load: ${rss.mainMiB.toFixed(0)} MiB (with its helpers ${rss.allMiB.toFixed(0)} MiB)`,
    bars.map(barText).join('\n'),
    Number.isFinite(elsewhere)
      ? `Other programs used ${(elsewhere * 100).toFixed(0)} % of this machine's processors meanwhile.`
      : '',
    problems.map((problem) => `could not be run: ${problem}`).join('\n'),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** The summary as one line of JSON, fractions to five digits. */
export function summaryText(outcome: Outcome): string {
  return JSON.stringify(outcome, (_key, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value,
  );
}
