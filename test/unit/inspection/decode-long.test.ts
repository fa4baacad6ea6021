import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decoding, decode, decodeSteps } from '../../../electron/inspection/decode/decode.ts';
import { atOnce } from '../../../electron/inspection/steps.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const hex4 = (c: string): string => c.charCodeAt(0).toString(16).padStart(4, '0');

/** Ways to write a character, each with how it is read again. */
const WAYS: readonly ((c: string) => string)[] = [
  (c) => c,
  (c) => `\\u${hex4(c)}`,
  (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16).padStart(5, '0')}}`,
  (c) => `\\x${hex4(c).slice(2)}`,
];

const shown = ({ parts, complete }: Decoding): unknown => ({
  complete,
  parts: parts.map((part) => ({ ...part, at: [part.at(0, 1), part.at(1, part.text.length)] })),
});

describe('a stretch with escapes', () => {
  it('says of each of its characters where it stands', () => {
    const letters = fc.array(
      fc.tuple(fc.constantFrom(...Array.from('abcxyz01"\\é😀')), fc.constantFrom(...WAYS.slice(1))),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(letters, (all) => {
        const says = all.map(([c]) => c).join('');
        const written = all.map(([c, way]) => (c.length > 1 ? (WAYS[2] as typeof way) : way)(c));
        const part = decode(written.join('')).parts.find(({ within }) => within.length === 1);
        expect(part?.text).toBe(says);
        let at = 0;
        let n = 0;
        written.forEach((one, k) => {
          const units = all[k]?.[0].length ?? 0;
          expect(part?.at(n, n + units)).toEqual({ start: at, end: at + one.length });
          at += one.length;
          n += units;
        });
      }),
    );
  });

  it('is put together of plain stretches of any length and escapes', () => {
    const pieces = fc.array(
      fc.tuple(fc.constantFrom('a', 'é', '漢', '😀'), fc.integer({ min: 1, max: 40 }), fc.boolean()),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(pieces, (all) => {
        const says = all.map(([c, times]) => c.repeat(times)).join('\n');
        const text = all.map(([c, times, isWritten]) =>
          isWritten ? c.repeat(times).replaceAll(/[\s\S]/g, (one) => `\\u${hex4(one)}`) : c.repeat(times),
        );
        // An escape after each: what lies farther from one than 256 characters is plain text and read as such.
        const parts = decode(`\\t${text.join('\\n')}`).parts;
        expect(parts[0]?.text).toBe(`\t${says}`);
      }),
    );
  });
});

describe('a long text', () => {
  const UNITS = [
    '%41',
    '\\u0041',
    '&#65; ',
    '\\\\',
    `${base64('the quick brown fox')} `,
    '%2541',
    'plain words, ',
  ];

  it.each(UNITS)('is decoded in slices as it is at once: %s', (unit) => {
    const text = `${unit.repeat(Math.ceil(150_000 / unit.length))} ${UNITS.join(' ')}`;
    const sizes: number[] = [];
    const steps = decodeSteps(text);
    let done = steps.next();
    for (; done.done !== true; done = steps.next()) sizes.push(done.value);
    expect(shown(done.value)).toEqual(shown(decode(text)));
    // Nobody waits for more than a slice.
    expect(Math.max(...sizes)).toBeLessThan(150_000);
    expect(sizes.length).toBeGreaterThan(1);
  });

  it('may have any number of encoded words in it', () => {
    const words = 130_000;
    expect(atOnce(decodeSteps(`${base64('ignore previous')} `.repeat(words))).parts.length).toBe(words);
  });
});
