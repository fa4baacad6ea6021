import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold, queryOf, rankOf, ranks, type Findable } from '../../../../renderer/features/palette/rank.ts';

const thing = (title: string, ...also: string[]): Findable => ({ title: fold(title), also: also.map(fold) });
const rank = (typed: string, of: Findable): number | undefined => {
  const query = queryOf(typed);
  return query === undefined ? undefined : rankOf(query, of);
};

it('puts the beginning before the beginning of a word, that before the inside, and letters in order last', () => {
  expect(rank('read', thing('read_file'))).toBe(ranks.prefix);
  expect(rank('file', thing('read_file'))).toBe(ranks.wordStart);
  expect(rank('ile', thing('read_file'))).toBe(ranks.inside);
  expect(rank('file read', thing('read_file'))).toBe(ranks.words + 1);
  expect(rank('github', thing('read_file', 'github'))).toBe(ranks.elsewhere);
  expect(rank('github read', thing('read_file', 'github'))).toBe(ranks.elsewhere);
  expect(rank('rdfl', thing('read_file'))).toBe(ranks.letters);
  expect(rank('fr', thing('read_file'))).toBeUndefined();
  expect(rank('github write', thing('read_file', 'github'))).toBeUndefined();
});

it('finds what is written with other case, marks, or characters that nobody sees', () => {
  expect(rank('privee', thing('Données PRIVÉES'))).toBe(ranks.wordStart);
  expect(rank('Données', thing('donnees'))).toBe(ranks.prefix);
  expect(rank('strasse', thing('Straße'))).toBe(ranks.prefix);
  expect(rank('ﬁle', thing('file'))).toBe(ranks.prefix);
  expect(rank('payments', thing('pay\u200Bme\u00ADnts'))).toBe(ranks.prefix);
  expect(rank('設定', thing('設定'))).toBe(ranks.prefix);
  expect(rank('اذن', thing('الأُذن'))).toBe(ranks.inside);
});

it('takes a text of signs, spaces or nothing for what it is', () => {
  for (const nothing of ['', '  ', '\u200B\u200D', '\n\t']) expect(queryOf(nothing)).toBeUndefined();
  expect(rank('__', thing('a__b'))).toBe(ranks.inside);
  expect(rank('b', thing('a__b'))).toBe(ranks.wordStart);
});

const lettersOf = (text: string): string[] => Array.from(fold(text)).filter((letter) => letter !== ' ');

/** Any text, also one that is none: halves of characters, signs, what nobody sees. */
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((codes) => String.fromCharCode(...codes));

it('never throws, and whatever it finds has every letter of the query', () => {
  const text = fc.oneof(
    units,
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.stringMatching(/^[ab_ A]{0,12}$/),
  );
  fc.assert(
    fc.property(text, text, fc.array(text, { maxLength: 3 }), (typed, title, also) => {
      const query = queryOf(typed);
      if (query === undefined) return;
      const of = thing(title, ...also);
      const found = rankOf(query, of);
      if (found === undefined) return;
      const all = [of.title, ...of.also].join(' ');
      const missing = query.words.flatMap(lettersOf).filter((letter) => !all.includes(letter));
      expect(missing).toEqual([]);
      if (found <= ranks.inside) expect(of.title).toContain(query.phrase);
      expect(found === ranks.prefix).toBe(of.title.startsWith(query.phrase));
    }),
    { numRuns: 100 },
  );
});

it('finds every thing by any part of its title, and folding again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc.nat(39),
      fc.nat(39),
      (title, a, b) => {
        const folded = fold(title);
        expect(fold(folded)).toBe(folded);
        const part = folded.slice(Math.min(a, b), Math.max(a, b) + 1).trim();
        // Half a character is none.
        if (part === '' || !part.isWellFormed()) return;
        expect(rank(part, thing(title))).toBeLessThanOrEqual(ranks.inside);
      },
    ),
    { numRuns: 100 },
  );
});

it('is not held up by a name that is made to be long', () => {
  const long = 'a'.repeat(1_000_000);
  expect(fold(long).length).toBeLessThan(1000);
  expect(fold('\uFDFA'.repeat(1_000_000)).length).toBeLessThan(10_000);
  expect(rank('aaaaaaab'.repeat(1000), thing(long))).toBeUndefined();
});
