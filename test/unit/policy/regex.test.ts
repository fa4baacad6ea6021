import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGlob } from '../../../electron/policy/regex/glob.ts';
import { compilePattern } from '../../../electron/policy/regex/matcher.ts';
import { PatternFault } from '../../../electron/policy/regex/parse.ts';

describe('patterns that run in linear time', () => {
  it.each([
    ['', 'x', true],
    ['abc', 'xxabcxx', true],
    ['^abc$', 'abc', true],
    ['^abc$', 'abcd', false],
    ['a|b', 'xb', true],
    ['^(?:a|bc)+$', 'abcbca', true],
    ['^a{2,3}$', 'aaaa', false],
    ['^a{2,}$', 'aaaaaa', true],
    ['^[^a-c]$', 'b', false],
    ['^\\d{4}-\\d\\d$', '2026-07', true],
    ['^\\w+@\\w+\\.com$', 'bob@example.com', true],
    ['^\\s$', '\u00a0', true],
    ['^.$', '\n', false],
    ['^.$', '😀', true],
    ['^[\\x41-\\u{43}]$', 'B', true],
    ['^a*?$', 'aaa', true],
    ['^$', '', true],
    ['$^', '', true],
    ['a$b', 'ab', false],
    ['^[\\]\\-\\\\]+$', ']-\\', true],
    ['(^|/)secret(/|$)', 'a/secret', true],
  ])('%s on %j: %s', (pattern, text, fits) => {
    expect(compilePattern(pattern)(text)).toBe(fits);
    expect(new RegExp(pattern, 'u').test(text)).toBe(fits);
  });

  it.each([
    '(a)\\1',
    '(?=a)',
    '(?!a)',
    '(?<=a)b',
    '(?<name>a)',
    '\\bword',
    '\\p{L}',
    'a**',
    '*a',
    'a{3,2}',
    'a{x}',
    '(a',
    'a)',
    '[a',
    '[b-a]',
    '[\\d-z]',
    'a{1001}',
    '((a{100}){100}){100}',
    '\\',
    '\\u{110000}',
    '\\ud800',
    '\\k',
    '^*',
    '('.repeat(200),
  ])('refuses %s', (pattern) => {
    expect(() => compilePattern(pattern)).toThrow(PatternFault);
  });

  it('reads a text that would make a backtracking engine run for years', () => {
    expect(compilePattern('^(a+)+$')(`${'a'.repeat(50_000)}!`)).toBe(false);
    expect(compilePattern('^(?:a?){60}a{60}$')('a'.repeat(60))).toBe(true);
    expect(compilePattern('(x+x+)+y')('x'.repeat(50_000))).toBe(false);
  });

  it('says nothing about a text that is too long', () => {
    expect(compilePattern('a')('b'.repeat(65_537))).toBeUndefined();
  });

  it('forgets what hostile texts brought up and still answers rightly', () => {
    const matches = compilePattern('(?:a|b)*a(?:a|b){12}$');
    const slow = new RegExp('a[ab]{12}$');
    let seed = 1;
    for (let n = 0; n < 300; n++) {
      const text = Array.from({ length: 40 }, () => {
        seed = (seed * 48271) % 2147483647;
        return seed % 2 === 0 ? 'a' : 'b';
      }).join('');
      expect(matches(text)).toBe(slow.test(text));
    }
  });

  it('agrees with the engine of JavaScript on random patterns', () => {
    const unit = fc.constantFrom(
      'a',
      'b',
      'c',
      '.',
      '\\d',
      '\\w',
      '\\s',
      '\\W',
      '[ab]',
      '[^a]',
      '[a-c1]',
      '\\.',
      '^',
      '$',
    );
    const { node } = fc.letrec<{ node: string; atom: string }>((tie) => ({
      atom: fc.oneof(
        { depthSize: 'small' },
        unit,
        tie('node').map((inner) => `(?:${inner})`),
      ),
      node: fc
        .array(
          fc
            .tuple(tie('atom'), fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,2}', '{0,}', '|'))
            .map(([atom, tail]) =>
              tail === '|' ? `${atom}|` : atom === '^' || atom === '$' ? atom : atom + tail,
            ),
          { maxLength: 4 },
        )
        .map((parts) => parts.join('')),
    }));
    fc.assert(
      fc.property(
        node,
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', ' ', '.', '\n', 'é'), maxLength: 8 }),
        (pattern, text) => {
          expect(compilePattern(pattern)(text)).toBe(new RegExp(pattern, 'u').test(text));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('never throws anything but a fault, whatever the pattern', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 30 })),
        fc.string(),
        (pattern, text) => {
          try {
            expect(typeof compilePattern(pattern)(text)).toBe('boolean');
          } catch (error) {
            expect(error).toBeInstanceOf(PatternFault);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes no pattern that JavaScript would not take', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('ab\\dw[](){}^$|*+?.1')), maxLength: 12 }),
        (pattern) => {
          let ours = true;
          try {
            compilePattern(pattern);
          } catch {
            ours = false;
          }
          if (ours) expect(() => new RegExp(pattern, 'u')).not.toThrow();
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe('globs', () => {
  it.each([
    ['write_file', 'write_file', true],
    ['write_file', 'write_files', false],
    ['write_*', 'write_file', true],
    ['*', 'a/b', false],
    ['**', 'a/b\nc', true],
    ['files/*', 'files/read', true],
    ['files/*', 'files/a/b', false],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['a.c', 'abc', false],
    ['(a|b)[c]', '(a|b)[c]', true],
    ['/home/**/x', '/home/a/b/x', true],
    ['*a/b*c', 'xa/byc', true],
    ['caf\u00e9*', 'caf\u00e9s', true],
  ])('%s on %s: %s', (glob, text, fits) => {
    expect(compileGlob(glob)(text)).toBe(fits);
  });

  it('does not slow down on many stars', () => {
    expect(compileGlob('**a*b**c*d'.repeat(20))('a'.repeat(20_000))).toBe(false);
  });
});
