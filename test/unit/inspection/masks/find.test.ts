import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPattern, work } from '../../../../electron/inspection/masks/find-pattern.ts';
import { findWords } from '../../../../electron/inspection/masks/find-words.ts';
import { PatternFault } from '../../../../electron/policy/regex/parse.ts';

const stretches = (pattern: string, text: string, ignoreCase = false): string[] =>
  findPattern(pattern, ignoreCase)(text).map(({ start, end }) => text.slice(start, end));

describe('a pattern', () => {
  it.each([
    ['\\d{3}-\\d{4}', 'a 555-0142 b 555-0143', ['555-0142', '555-0143']],
    ['a+', 'baaac aa', ['aaa', 'aa']],
    ['cat|category', 'category', ['category']],
    ['PRJ-[A-Z]{2,4}\\d?', 'PRJ-ABCD9 PRJ-A', ['PRJ-ABCD9']],
    ['^ab', 'abab', ['ab']],
    ['ab$', 'abab', ['ab']],
    ['ab', 'abab', ['ab', 'ab']],
    ['aba', 'ababa', ['ababa']],
    ['é|😀', 'xé😀y', ['é', '😀']],
    ['.', '😀a', ['😀', 'a']],
    ['x', '', []],
  ])('%s in %s', (pattern, text, expected) => {
    expect(stretches(pattern, text)).toEqual(expected);
  });

  it('may ignore the case of letters', () => {
    expect(stretches('ab[c-e]', 'ABC abD', true)).toEqual(['ABC', 'abD']);
    expect(stretches('ab[c-e]', 'ABC abD')).toEqual([]);
  });

  it('refuses what would match nothing at all, and what is outside of the linear subset', () => {
    for (const pattern of ['a*', '', '(a|)', '^', '(a)\\1', '(?=a)', '(a', 'a{1000}{3}'])
      expect(() => findPattern(pattern)).toThrow(PatternFault);
  });

  it('covers exactly what belongs to some match', () => {
    const letter = fc.constantFrom('a', 'b', 'c');
    const part: fc.Arbitrary<string> = fc.oneof(
      letter,
      fc.constantFrom('[ab]', '(a|bc)', 'a{1,2}', 'b+', '(ab)?c', '.'),
    );
    const pattern = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    const text = fc.array(letter, { maxLength: 12 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(pattern, text, (source, sample) => {
        const covered = new Set<number>();
        const whole = new RegExp(`^(?:${source})$`, 'u');
        for (let from = 0; from < sample.length; from++)
          for (let to = from + 1; to <= sample.length; to++)
            if (whole.test(sample.slice(from, to))) for (let at = from; at < to; at++) covered.add(at);
        const found = new Set<number>();
        for (const { start, end } of findPattern(source)(sample))
          for (let at = start; at < end; at++) found.add(at);
        expect(found).toEqual(covered);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['(a|a)+b', 'a'],
    ['(a+)+b', 'a'],
    ['a.*b.*c', 'ab'],
    ['[a-z]+@x', 'a'],
    ['a|a*b', 'a'],
    ['(\\d+ ?){3,16}x', '1 '],
  ])('%s takes twice as long for twice the text', (pattern, piece) => {
    const steps = (text: string): number => {
      const before = work.steps;
      findPattern(pattern)(text);
      return work.steps - before;
    };
    const once = steps(piece.repeat(2000));
    expect(steps(piece.repeat(4000))).toBeLessThan(once * 2.1);
  });
});

describe('a list of words', () => {
  const words = (list: string[], text: string, ignoreCase = false): string[] =>
    findWords(list, ignoreCase)(text).map(({ start, end }) => text.slice(start, end));

  it('finds whole words alone', () => {
    expect(words(['Falcon', 'Falcon IX'], 'Falcon IX, Falconry, aFalcon, Falcon.')).toEqual([
      'Falcon IX',
      'Falcon',
    ]);
    expect(words(['c++', '@home'], 'c++ and x@home')).toEqual(['c++', '@home']);
    expect(words(['müller'], 'Müller', true)).toEqual(['Müller']);
  });

  it('finds what a search for each would', () => {
    const word = fc
      .array(fc.constantFrom('a', 'b', ' '), { minLength: 1, maxLength: 4 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.array(fc.constantFrom('a', 'b', ' ', '.'), { maxLength: 20 }),
        (list, letters) => {
          const text = letters.join('');
          const covered = new Set<number>();
          const isLetter = (c: string | undefined): boolean => /[ab]/.test(c ?? '.');
          for (const one of list)
            for (let at = text.indexOf(one); at !== -1; at = text.indexOf(one, at + 1)) {
              const end = at + one.length;
              if (
                (isLetter(text[at - 1]) && isLetter(text[at])) ||
                (isLetter(text[end - 1]) && isLetter(text[end]))
              )
                continue;
              for (let k = at; k < end; k++) covered.add(k);
            }
          const found = new Set<number>();
          for (const { start, end } of findWords(list)(text)) for (let k = start; k < end; k++) found.add(k);
          expect(found).toEqual(covered);
        },
      ),
      { numRuns: 400 },
    );
  });
});
