import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutText } from '../../../../electron/context/shaping/cut-text.ts';
import { estimateTokens } from '../../../../electron/context/shaping/estimate-tokens.ts';

/** All pieces of a text, as it is read on. */
function pieces(text: string, budget: number): string[] {
  const found: string[] = [];
  let rest = text;
  for (let cut = cutText(rest, budget); cut !== undefined; cut = cutText(rest, budget)) {
    expect(cut.at).toBeGreaterThan(0);
    expect(cut.at).toBeLessThan(rest.length);
    found.push(rest.slice(0, cut.at));
    rest = rest.slice(cut.at);
  }
  found.push(rest);
  return found;
}

const ends = (text: string, budget: number): string => text.slice(0, cutText(text, budget)?.at);

describe('a text is cut', () => {
  const sentence = 'The quick brown fox jumps over the lazy dog. ';

  test('not at all when it fits', () => {
    expect(cutText('', 200)).toBeUndefined();
    expect(cutText(sentence, estimateTokens(sentence))).toBeUndefined();
  });

  test('behind a paragraph before a line, a line before a sentence, a sentence before a word', () => {
    const paragraph = `${sentence.repeat(3)}\nAnd a line.\n\n`;
    expect(ends(paragraph.repeat(40), 200)).toMatch(/And a line\.\n\n$/);
    expect(ends(`${sentence.trim()}\n`.repeat(60), 200)).toMatch(/dog\.\n$/);
    expect(ends(sentence.repeat(60), 200)).toMatch(/dog\. $/);
    expect(ends('word '.repeat(900), 200)).toMatch(/word $/);
    expect(ends('文章がつづく。'.repeat(400), 200)).toMatch(/。$/);
  });

  test('between rows of JSON', () => {
    const rows = Array.from({ length: 90 }, (_, n) => `{"id":${n},"name":"thing, and more"}`);
    expect(ends(`[${rows.join(',')}]`, 200)).toMatch(/\},$/);
  });

  test('not before 60 % of what could be given', () => {
    const text = `${sentence.repeat(2)}\n\n${'x'.repeat(5_000)}`;
    expect(cutText(text, 300)?.at).toBeGreaterThan(sentence.length * 2 + 100);
  });

  test('in no character as a person counts them', () => {
    const family = '👨‍👩‍👧‍👦';
    for (const piece of pieces(family.repeat(200), 200)) expect(piece.length % family.length).toBe(0);
    for (const piece of pieces('\r\n'.repeat(900), 50)) expect(piece.startsWith('\n')).toBe(false);
  });

  test('with the tokens in mind, and at least one character each time', () => {
    expect(pieces('a😀\r\n\ud800', 0)).toEqual(['a', '😀', '\r\n', '\ud800']);
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        '\n\n',
        '\r\n',
        '},{',
        '. ',
        ' ',
        '\ud83d',
        '\ude00',
        '\u0301'.repeat(99),
        `🏴${'\u{e0067}'.repeat(99)}`,
        'x'.repeat(300),
        '1'.repeat(99),
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 300 }), (parts, budget) => {
        const text = parts.join('');
        const found = pieces(text, budget);
        expect(found.join('')).toBe(text);
        for (const [n, one] of found.entries()) {
          if (one.length > 2) expect(estimateTokens(one)).toBeLessThanOrEqual(budget);
          const next = found[n + 1] ?? '';
          expect(/[\ud800-\udbff]$/.test(one) && /^[\udc00-\udfff]/.test(next)).toBe(false);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('where many tokens fit, too', () => {
    const parts = ['1', 'a', '漢', 'é', ' ', '"},', 'Word', '😀', '\n', '...', 'aB3'];
    const long = fc
      .array(fc.constantFrom(...parts), { minLength: 50, maxLength: 90 })
      .map((some) => some.join('').repeat(300));
    fc.assert(
      fc.property(long, fc.integer({ min: 3_000, max: 6_000 }), (text, budget) => {
        const at = cutText(text, budget)?.at ?? 0;
        expect(estimateTokens(text.slice(0, at))).toBeLessThanOrEqual(budget);
      }),
      { numRuns: 60 },
    );
  });

  test('however long it is and whatever it is made of', () => {
    for (const text of ['a', '\u0301', '\n', '😀', ' ', '},'].map((part) => part.repeat(3_000_000)))
      expect(cutText(text, 500)?.at).toBeGreaterThan(50);
  });
});
