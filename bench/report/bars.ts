import type { Growth } from '../measure/growth.ts';
import type { ListCost } from '../measure/list-cost.ts';
import type { PinCost } from '../pins/pin-cost.ts';
import type { Budget, Reading } from '../policy/budget.ts';
import type { RuleShare } from '../policy/rule-share.ts';
import type { StartCost } from '../start/start-cost.ts';
import { BESIDE_PEER, type Ratio } from './ratios.ts';

/** A figure that Doorward must reach. `value` is null, and `ok` false, when it was not measured in this run. */
export interface Bar {
  readonly name: string;
  readonly value: number | null;
  readonly bar: string;
  readonly ok: boolean;
}

interface Measured {
  readonly ratios: readonly Ratio[];
  readonly list: ListCost | undefined;
  /** Resident MiB of the host after the load. */
  readonly resident: number | undefined;
  readonly growth: Growth | undefined;
  readonly pins: PinCost | undefined;
  readonly rules: RuleShare | undefined;
  readonly budget: Budget | undefined;
  readonly start: StartCost | undefined;
}

function atMost(name: string, value: number | undefined, limit: number, unit = ''): Bar {
  const known = value !== undefined && Number.isFinite(value);
  return { name, value: known ? value : null, bar: `<= ${limit}${unit}`, ok: known && value <= limit };
}

function atLeast(name: string, value: number | undefined, limit: number): Bar {
  const known = value !== undefined && Number.isFinite(value);
  return { name, value: known ? value : null, bar: `>= ${limit}`, ok: known && value >= limit };
}

/** Questions per 100 calls with every suggestion taken: the greater of the replayed week and the one really run. */
function askedPer100(budget: Budget | undefined, reading: Reading): number | undefined {
  const run = budget?.runs.find((one) => one.reading === reading);
  return run && Math.max(run.replayed.suggestionsTaken.askedPer100, run.later.askedPer100);
}

/** Doorward's bars, in the order in which they are promised. */
export function barsOf(measured: Measured): readonly Bar[] {
  const { ratios, list, resident, growth, pins, rules, budget, start } = measured;
  const value = (name: string) => ratios.find((ratio) => ratio.name === name)?.value;
  const added = (cell: string) =>
    atMost(`added p50, ${cell}, times that of the bare relay`, value(`doorward added-p50 ${cell}`), 2.4);
  const p99 = (cell: string) =>
    atMost(`p99, ${cell}, times that of the bare relay`, value(`doorward p99 ${cell}`), 5);
  const besidePeers = ratios.filter((ratio) => ratio.name.startsWith(BESIDE_PEER));
  // The least of these ratios is the one to the fastest peer.
  const besideBest = besidePeers.toSorted((a, b) => a.value - b.value)[0];
  const best = besideBest?.name.slice(BESIDE_PEER.length) ?? 'none was measured';
  return [
    added('http-line-1'),
    added('http-line-32'),
    added('stdio-line-1'),
    added('stdio-line-32'),
    p99('http-line-1'),
    p99('http-line-32'),
    p99('stdio-line-1'),
    p99('stdio-line-32'),
    atLeast(`calls/s, stdio-line-32, times the best peer (${best})`, besideBest?.value, 1.4),
    atLeast('calls/s, http-line-32, times the bare relay', value('doorward speed http-line-32'), 0.75),
    atMost('first tools/list of 20 stopped servers, times the bare relay', list?.first.ratio, 3),
    atMost('pinning 1,000 tools, times JSON.stringify and SHA-256 of them', pins?.ratio.median, 4),
    atMost('what 1,000 rules add to a decision, of what Doorward adds to a call', rules?.percent, 3, ' %'),
    atMost(
      'questions per 100 calls, suggestions taken, tools as Doorward reads them',
      askedPer100(budget, 'as read'),
      1,
    ),
    atMost(
      'questions per 100 calls, suggestions taken, tools corrected at the review',
      askedPer100(budget, 'corrected'),
      1,
    ),
    atMost(
      'calls that were refused and pass with suggestions taken',
      budget?.runs.reduce((sum, { leaks }) => sum + leaks.length, 0),
      0,
    ),
    atMost('start of a host until it is ready, times `node -e 0`', start?.ratio.median, 12),
    atMost(`processes of ${start?.servers ?? 200} idle servers`, start?.processes, 0),
    atMost('resident memory after the load', resident, 150, ' MiB'),
    // A leak holds at least one entry of some table for each call, and the smallest such entry is larger than this.
    atMost('heap growth for each call', growth?.heapSlope.median, 16, ' bytes'),
    atMost('resident growth for each call', growth?.residentSlope.median, 128, ' bytes'),
  ];
}
