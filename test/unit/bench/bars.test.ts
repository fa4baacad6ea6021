import { expect, test } from 'vitest';
import type { Row } from '../../../bench/measure/matrix.ts';
import { barsOf } from '../../../bench/report/bars.ts';
import { figuresOf } from '../../../bench/report/figures.ts';
import { ratiosOf } from '../../../bench/report/ratios.ts';

const row = (system: string, p50s: readonly number[], callsPerSecond: number): Row => ({
  system,
  samples: p50s.map((p50) => ({ p50, p99: p50 * 2, callsPerSecond, clientCpu: 30, cpu: Number.NaN })),
});

const matrix = new Map<string, readonly Row[]>([
  [
    'http-line-1',
    [row('direct', [1, 1, 1], 900), row('bare', [2, 2, 2], 500), row('doorward', [3, 4, 3], 300)],
  ],
  [
    'stdio-line-32',
    [
      row('direct', [1], 900),
      row('bare', [2], 500),
      row('doorward', [2], 450),
      row('slow', [3], 100),
      row('fast', [3], 300),
      { system: 'absent', reason: 'it did not start' },
    ],
  ],
]);

test('added p50 is what lies beyond the direct call of the same round', () => {
  const [direct, bare, doorward] = figuresOf(matrix.get('http-line-1') ?? []);
  expect(direct).not.toHaveProperty('addedP50Ms');
  expect(bare).toMatchObject({ addedP50Ms: { median: 1 } });
  expect(doorward).toMatchObject({ addedP50Ms: { median: 2, min: 2, max: 3 } });
  expect(doorward).not.toHaveProperty('cpuMicros');
});

const NOTHING = { median: Number.NaN, min: Number.NaN, max: Number.NaN };
const START = {
  host: NOTHING,
  node: NOTHING,
  hostWithServers: NOTHING,
  ratioWithServers: NOTHING,
  servers: 200,
  resident: 0,
  residentWithServers: 0,
};

test('bars use the fastest peer, and what was not measured is not met', () => {
  const ratios = ratiosOf(matrix, ['slow', 'fast', 'absent']);
  const bars = barsOf({
    ratios,
    list: undefined,
    resident: 151,
    growth: undefined,
    pins: undefined,
    rules: undefined,
    budget: undefined,
    start: { ...START, ratio: { median: 11.5, min: 11, max: 13 }, processes: 1 },
  });
  const find = (start: string) => bars.find((bar) => bar.name.startsWith(start));
  expect(find('added p50, http-line-1')).toMatchObject({ value: 2, ok: true });
  expect(find('calls/s, stdio-line-32, times the best peer (fast)')).toMatchObject({ value: 1.5, ok: true });
  expect(find('resident memory')).toMatchObject({ value: 151, ok: false });
  expect(find('pinning 1,000 tools')).toMatchObject({ value: null, bar: '<= 4', ok: false });
  expect(find('heap growth')).toMatchObject({ value: null, ok: false });
  expect(find('start of a host')).toMatchObject({ value: 11.5, bar: '<= 12', ok: true });
  expect(find('processes of 200 idle')).toMatchObject({ value: 1, bar: '<= 0', ok: false });
  expect(find('p99, http-line-1')).toMatchObject({ bar: '<= 5' });
  expect(bars).toHaveLength(21);
});
