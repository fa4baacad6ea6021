import fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import {
  estimateTokens,
  estimateTokensOf,
  estimateTokensOfJson,
} from '../../../../electron/context/tokens/estimate-tokens.ts';
import { tokenSamples } from '../../../fixtures/tokens/samples.ts';

/** How far off a text of some hundred characters may be, and all kinds on average. */
const MOST_OFF = 0.2;
const OFF_ON_AVERAGE = 0.06;

const errorOf = (text: string): number => estimateTokens(text) / countTokens(text) - 1;

describe('estimateTokens', () => {
  it.each(Object.entries(tokenSamples))('is near what is counted: %s', (_, text) => {
    expect(Math.abs(errorOf(text))).toBeLessThan(MOST_OFF);
  });

  it('is nearer on average, and neither always above nor always below', () => {
    const errors = Object.values(tokenSamples).map(errorOf);
    const mean = (values: number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
    expect(mean(errors.map(Math.abs))).toBeLessThan(OFF_ON_AVERAGE);
    expect(Math.abs(mean(errors))).toBeLessThan(OFF_ON_AVERAGE / 2);
  });

  it('never falls when a text goes on, so that a place to cut can be searched for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(estimateTokens(a + b)).toBeGreaterThanOrEqual(estimateTokens(a));
      }),
    );
  });

  it('says the same of a text and of its bytes, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const bytes = Buffer.from(text);
        expect(estimateTokensOf(bytes)).toBe(estimateTokens(text));
      }),
    );
  });

  it('reads JSON as what it says: escapes count as what they stand for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const escaped = JSON.stringify(text).replaceAll(/[^ -~]/gu, (char) =>
          Array.from(
            { length: char.length },
            (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`,
          ).join(''),
        );
        expect(estimateTokensOfJson(Buffer.from(escaped))).toBe(
          estimateTokensOfJson(Buffer.from(JSON.stringify(text))),
        );
      }),
    );
    const said = estimateTokensOfJson(Buffer.from(JSON.stringify(tokenSamples['indented json'])));
    expect(said / countTokens(tokenSamples['indented json'] ?? '') - 1).toBeLessThan(MOST_OFF);
  });

  it('answers for whatever bytes there are, also where an escape is cut off', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6000 }), (bytes) => {
        for (const estimate of [estimateTokensOf(bytes), estimateTokensOfJson(bytes)])
          expect(Number.isSafeInteger(estimate) && estimate >= 0).toBe(true);
      }),
    );
    for (const cut of ['"\\', '"\\u', '"\\u12', '\\\\'])
      expect(estimateTokensOfJson(Buffer.from(cut))).toBeGreaterThanOrEqual(0);
  });

  it('reads a piece of what is long and is still near', () => {
    const long = Object.values(tokenSamples).join('\n').repeat(20);
    const bytes = Buffer.from(long);
    expect(Math.abs(estimateTokensOf(bytes) / countTokens(long) - 1)).toBeLessThan(MOST_OFF);
  });
});
