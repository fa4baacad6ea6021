import type { Row } from '../measure/matrix.ts';
import { median, spread, type Spread } from '../measure/statistics.ts';
import { addedP50, samplesOf } from './figures.ts';

/** A ratio of the medians of two systems, with the spread of the same ratio taken round by round. */
export interface Ratio {
  readonly name: string;
  /** What is divided by what. */
  readonly of: string;
  readonly value: number;
  readonly rounds: Spread;
}

/** Rows of each cell, by the cell's id. */
export type Matrix = ReadonlyMap<string, readonly Row[]>;

function ratio(name: string, of: string, above: readonly number[], below: readonly number[]): Ratio[] {
  const pairs = Math.min(above.length, below.length);
  if (pairs === 0) return [];
  const each = above.slice(0, pairs).map((value, round) => value / (below[round] ?? Number.NaN));
  return [{ name, of, value: median(above) / median(below), rounds: spread(each) }];
}

const ONE_LINE = ['http-line-1', 'http-line-32', 'stdio-line-1', 'stdio-line-32'];

/** What the ratios of Doorward's calls a second to those of the peers begin with; the peer's name follows. */
export const BESIDE_PEER = 'doorward speed stdio-line-32 beside ';

/** All ratios that the measured cells allow, for Doorward's two addresses. */
export function ratiosOf(matrix: Matrix, peers: readonly string[]): readonly Ratio[] {
  const rows = (cell: string) => matrix.get(cell) ?? [];
  const speeds = (cell: string, system: string) =>
    samplesOf(rows(cell), system).map((sample) => sample.callsPerSecond);
  const cpus = (cell: string, system: string) =>
    samplesOf(rows(cell), system).flatMap(({ cpu }) => (Number.isNaN(cpu) ? [] : [cpu]));
  const latest = (cell: string, system: string) => samplesOf(rows(cell), system).map((sample) => sample.p99);
  const beside = (system: string, cell: string, other: string, name: string) =>
    ratio(name, `calls/s of ${system} / of ${other}`, speeds(cell, system), speeds(cell, other));
  return ['doorward', 'doorward-all'].flatMap((system) => [
    ...ONE_LINE.flatMap((cell) => [
      ...ratio(
        `${system} added-p50 ${cell}`,
        `added p50 of ${system} / of bare`,
        addedP50(rows(cell), system),
        addedP50(rows(cell), 'bare'),
      ),
      ...ratio(
        `${system} p99 ${cell}`,
        `p99 of ${system} / of bare`,
        latest(cell, system),
        latest(cell, 'bare'),
      ),
      ...ratio(
        `${system} cpu ${cell}`,
        `CPU a call of ${system} / of bare`,
        cpus(cell, system),
        cpus(cell, 'bare'),
      ),
    ]),
    // A stricter and a looser reading for stdio: above beside the relay to stdio, here beside the one over HTTP.
    ...(['1', '32'] as const).flatMap((atOnce) =>
      ratio(
        `${system} added-p50 stdio-line-${atOnce} over-http-relay`,
        `added p50 of ${system}, stdio / of bare, HTTP`,
        addedP50(rows(`stdio-line-${atOnce}`), system),
        addedP50(rows(`http-line-${atOnce}`), 'bare'),
      ),
    ),
    ...beside(system, 'http-line-32', 'bare', `${system} speed http-line-32`),
    ...(system === 'doorward'
      ? peers.flatMap((peer) => beside(system, 'stdio-line-32', peer, `${BESIDE_PEER}${peer}`))
      : []),
  ]);
}
