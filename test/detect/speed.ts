import { detectText } from '../../electron/inspection/detect-text.ts';
import type { TextKind } from '../../electron/inspection/finding.ts';
import { judge } from './judge.ts';
import { longTexts } from './long-texts.ts';
import type { Row } from './rows.ts';
import { round } from './tally.ts';

const PASSES = 5;
/** Files larger than this say enough in one pass. */
const LARGE = 16e6;
/** Of each kind of long text. */
const LONG = 1e6;
/** A clean text of this length, over and over. */
const SHORT = 1024;
const SHORT_TIMES = 2000;

/**
 * How fast all detectors are together, in megabytes of text for each second of processor time, when warm: row by row,
 * over all texts as one long one, and over long texts of several kinds that are made up here; and what one clean
 * kilobyte costs, in milliseconds. The best of a few passes; other programs' work does not count.
 */
export function speedOf(rows: readonly Row[], kind: TextKind | undefined): object {
  const texts = rows.map((row) => row.text ?? JSON.stringify(row.tool ?? ''));
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const joined = texts.join('\n');
  const context = { kind: kind ?? 'result' } as const;
  const passes = size > LARGE ? 1 : PASSES;
  const of = (work: () => void, amount: number, times = passes): number => {
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < times; i++) best = Math.min(best, processorSeconds(work));
    return round(amount / 1e6 / best);
  };
  const long = longTexts(LONG);
  const prose = long.get('prose') ?? '';
  const pieces = Array.from({ length: SHORT_TIMES }, (_, i) =>
    prose.slice((i * 97) % (prose.length - SHORT)).slice(0, SHORT),
  );
  const perSecond = of(() => pieces.forEach((one) => detectText(one, context)), SHORT_TIMES * SHORT, PASSES);
  return {
    megabytesPerSecond: of(() => rows.forEach((row) => judge(row, kind)), size),
    megabytesPerSecondJoined: of(() => detectText(joined, context), joined.length),
    megabytesPerSecondLong: Object.fromEntries(
      [...long].map(([name, text]) => [name, of(() => detectText(text, context), text.length, PASSES)]),
    ),
    millisecondsPerCleanKilobyte: round(SHORT / 1000 / perSecond),
  };
}

function processorSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
