import type { Row, Sample } from '../measure/matrix.ts';
import { spread, type Spread } from '../measure/statistics.ts';

/** The figures of one system in one cell, medians of the rounds with least and greatest. */
export type Figures =
  | { readonly system: string; readonly reason: string }
  | {
      readonly system: string;
      readonly rounds: number;
      readonly callsPerSecond: Spread;
      readonly p50Ms: Spread;
      readonly p99Ms: Spread;
      /** p50 beyond that of the direct call in the same round, milliseconds. Absent without a direct call. */
      readonly addedP50Ms?: Spread;
      /** CPU of the system's own processes, microseconds for each call. Absent where it cannot be read. */
      readonly cpuMicros?: Spread;
      /** CPU of the load client, microseconds for each call. */
      readonly clientCpuMicros: Spread;
    };

/** The samples of one system in a cell; none when it took no part or failed. */
export function samplesOf(rows: readonly Row[], system: string): readonly Sample[] {
  const row = rows.find((candidate) => candidate.system === system);
  return row !== undefined && 'samples' in row ? row.samples : [];
}

/** p50 of a system beyond the direct call, round by round, milliseconds. Empty when either is missing. */
export function addedP50(rows: readonly Row[], system: string): readonly number[] {
  const direct = samplesOf(rows, 'direct');
  return samplesOf(rows, system).flatMap((sample, round) => {
    const base = direct[round];
    return base === undefined ? [] : [sample.p50 - base.p50];
  });
}

export function figuresOf(rows: readonly Row[]): readonly Figures[] {
  return rows.map((row): Figures => {
    if ('reason' in row) return row;
    const by = (pick: (sample: Sample) => number) => spread(row.samples.map(pick));
    const added = addedP50(rows, row.system);
    const cpu = row.samples.map((sample) => sample.cpu).filter((value) => !Number.isNaN(value));
    return {
      system: row.system,
      rounds: row.samples.length,
      callsPerSecond: by((sample) => sample.callsPerSecond),
      p50Ms: by((sample) => sample.p50),
      p99Ms: by((sample) => sample.p99),
      ...(row.system === 'direct' || added.length === 0 ? {} : { addedP50Ms: spread(added) }),
      ...(cpu.length === 0 ? {} : { cpuMicros: spread(cpu) }),
      clientCpuMicros: by((sample) => sample.clientCpu),
    };
  });
}
