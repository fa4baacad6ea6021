import { median } from '../measure/statistics.ts';
import { type Calm, rssSlope, type SoakCheck } from './checks.ts';
import type { Paced } from './pace.ts';
import type { Lag } from './probe.ts';
import type { SickTally } from './tally.ts';
import type { Seen } from './watch.ts';

/** One half of a soak. */
export interface HalfReport extends Paced {
  /** Processor time of the host, whatever the calls were. */
  readonly cpuSeconds: number;
  /** Milliseconds from sending a good call to holding its answer. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** What a soak found, for people and as JSON. */
export interface SoakReport {
  readonly minutes: number;
  readonly rate: number;
  readonly machine: { readonly cores: number; readonly loadBefore: number; readonly loadAfter: number };
  readonly halves: readonly [HalfReport, HalfReport];
  readonly answered: number;
  readonly lost: number;
  readonly crossed: number;
  /** How late the event loop of the host was in the second half, milliseconds. */
  readonly lag: Lag;
  readonly early: Calm;
  readonly late: Calm;
  readonly seen: readonly Seen[];
  readonly sick: readonly SickTally[];
  readonly wrong: readonly string[];
  readonly checks: readonly SoakCheck[];
}

/** The value below which this share of the values lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0);

function halfText({ due, made, heldBack, seconds, cpuSeconds, p50, p99, max }: HalfReport): string {
  const back = heldBack === 0 ? '' : ` (${heldBack} of ${due} not made, because too many were open)`;
  const cpu = `${((cpuSeconds / seconds) * 100).toFixed(0)} % of a core, ${((cpuSeconds / made) * 1000).toFixed(2)} ms a call`;
  return `${(made / seconds).toFixed(0)} calls/s${back}; latency ms p50 ${ms(p50)}, p99 ${ms(p99)}, max ${ms(max)}; host ${cpu}`;
}

/** The table for people. */
export function soakText(report: SoakReport): string {
  const { early, late, lag, machine } = report;
  const calm = (name: keyof Calm): string => `${late[name].toFixed(0)} (${early[name].toFixed(0)})`;
  const rss = report.seen.map(({ rssMiB }) => rssMiB);
  const lines = [
    `Asked for       ${report.rate} calls/s over ${report.minutes} minutes; ${machine.cores} cores, load ${machine.loadBefore.toFixed(1)} before, ${machine.loadAfter.toFixed(1)} after`,
    `First half      ${halfText(report.halves[0])}`,
    `Second half     ${halfText(report.halves[1])}`,
    `Good calls      ${report.answered} answered, ${report.lost} lost, ${report.crossed} crossed`,
    `Loop lag ms     p50 ${ms(lag.p50)}, p99 ${ms(lag.p99)}, max ${ms(lag.max)} (second half)`,
    `RSS MiB         median ${median(rss).toFixed(0)} in the second half, ${rssSlope(report.seen).toFixed(1)} a minute; at rest ${calm('rssMiB')}`,
    `At rest         held MiB ${late.heapMiB.toFixed(1)} (${early.heapMiB.toFixed(1)}), fds ${calm('fds')}, sockets ${calm('sockets')}, children ${calm('children')}, timers ${calm('timers')}, handles ${calm('handles')}; after the first half in brackets`,
    '',
    `${'Sick server'.padEnd(18)}${'calls'.padStart(7)}${'well'.padStart(7)}${'slowest ms'.padStart(12)}  last said`,
    ...report.sick.map(
      ({ kind, calls, well, slowestMs, last }) =>
        `${kind.padEnd(18)}${String(calls).padStart(7)}${String(well).padStart(7)}${slowestMs.toFixed(0).padStart(12)}  ${last.slice(0, 110)}`,
    ),
    '',
    ...report.wrong.map((line) => `WRONG ${line}`),
    ...report.checks.map(({ name, ok, told }) => {
      const verdict = ok === undefined ? 'not told' : ok ? 'ok' : 'FAILED';
      return `${verdict.padEnd(9)}${name}: ${told}`;
    }),
  ];
  return lines.join('\n');
}
