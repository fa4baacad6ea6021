import { describe, expect, it } from 'vitest';
import { detectResult } from '../../../../electron/inspection/detect-result.ts';
import { detectTool } from '../../../../electron/inspection/detect-tool.ts';
import type { PlacedScan } from '../../../../electron/inspection/detect-tool.ts';
import { COUNTS } from '../../../../electron/inspection/verdict.ts';
import { RESULT_ATTACKS, TOOL_ATTACKS } from './attack-texts.ts';
import { HONEST_RESULTS, HONEST_TOOLS } from './honest-texts.ts';

const flags = ({ findings, complete }: PlacedScan): boolean =>
  !complete ||
  findings.some(
    ({ detector, score }) => (detector === 'injection' || detector === 'hidden') && score >= COUNTS,
  );
const flagsTool = (description: string): boolean => flags(detectTool({ name: 'one', description }));
const flagsResult = (text: string): boolean => flags(detectResult(text));

/** At most so many in a hundred: nobody's words are known beforehand. */
const most = (texts: readonly string[], percent: number): number =>
  Math.floor((texts.length * percent) / 100);

describe('texts of many kinds, none of them from a corpus', () => {
  it('finds attacks on models in descriptions of tools', () => {
    const missed = TOOL_ATTACKS.filter((text) => !flagsTool(text));
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(most(TOOL_ATTACKS, 10));
  });

  it('finds attacks on models in results', () => {
    const missed = RESULT_ATTACKS.filter((text) => !flagsResult(text));
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(most(RESULT_ATTACKS, 15));
  });

  it('lets honest descriptions pass', () => {
    const flagged = HONEST_TOOLS.filter(flagsTool);
    expect(flagged.length, flagged.join('\n')).toBeLessThanOrEqual(most(HONEST_TOOLS, 5));
  });

  it('lets honest results pass, even those full of orders and of words of the trade', () => {
    const flagged = HONEST_RESULTS.filter(flagsResult);
    expect(flagged.length, flagged.join('\n')).toBeLessThanOrEqual(most(HONEST_RESULTS, 10));
  });
});
