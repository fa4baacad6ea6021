import { detectText } from '../../electron/inspection/detect-text.ts';
import type { TextKind } from '../../electron/inspection/finding.ts';
import { judge } from './judge.ts';
import type { Row } from './rows.ts';
import { round } from './tally.ts';

const PASSES = 5;
/** Files larger than this say enough in one pass. */
const LARGE = 16e6;

/**
 * How fast all detectors are together, in megabytes of text for each second of processor time, when warm: row by row,
 * and over all texts as one long one. The best of a few passes; other programs' work does not count.
 */
export function speedOf(rows: readonly Row[], kind: TextKind | undefined): object {
  const texts = rows.map((row) => row.text ?? JSON.stringify(row.tool ?? ''));
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const passes = size > LARGE ? 1 : PASSES;
  const joined = texts.join('\n');
  const of = (work: () => void, amount: number): number => {
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < passes; i++) best = Math.min(best, processorSeconds(work));
    return round(amount / 1e6 / best);
  };
  return {
    megabytesPerSecond: of(() => rows.forEach((row) => judge(row, kind)), size),
    megabytesPerSecondJoined: of(() => detectText(joined, { kind: kind ?? 'result' }), joined.length),
  };
}

function processorSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
