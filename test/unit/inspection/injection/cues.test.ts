import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cues } from '../../../../electron/inspection/injection/cues/cues.ts';
import { neededBy } from '../../../../electron/inspection/injection/cues/needed.ts';

const PATTERNS = [
  /\bsend\b.{0,20}\b(?:keys?|passwords?)\b/,
  /\b(?:do not|don't|never) (?:tell|show)\b/,
  /^(?:please )?ignore .{2,10}? and (?:say|print)\b/,
  /\byour (?:\w+ ){0,2}rules?\b|\bno limits$/,
  /(?:retr(?:y|ies)|again) (?!now)[sz]end/,
  /\bb?cc'd\b/,
  /(?:ab){2,3}c+\d/,
  /x|\bsend keys\b/,
  /[a-z]+_send\b/,
  /\bkey(?: send)* do\b|\bkey(?: the){0,2} not\b/,
  /<\|im_start\|>|~\/\.ssh/i,
] as const;

/** Pieces of which the patterns' texts are made, and what may stand between them. */
const piece = fc.constantFrom(
  ..."send key keys password passwords do not never don't tell show please ignore and say print your the rules rule no limits retry retries again bcc'd cc'd abab ababab c 1 x _send <|im_start|> ~/.ssh é ſ K".split(
    ' ',
  ),
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', '', '. ', '\n', '-', "'", '_')), { maxLength: 12 })
  .map((pieces) => pieces.flat().join(''));

describe('what a pattern cannot do without', () => {
  it.each([
    [/\bsend the (?:key|token)s?\b/, [[' send the key ', ' send the keys', ' send the toke']]],
    [/foo.{0,3}\bbar/, [['foo'], [' bar']]],
    [/(?:abc|de)f?/, []],
    [/(?:abcd|\w+)e/, []],
    [/foo(?:barbar)*(?:quux){0,2}baz/, [['foo'], ['baz']]],
    [/foo(?:barbar){2,3}/, [['foo'], ['barbar']]],
    [/(?:abc)?defg/, [['abcdefg', 'defg']]],
    [/(?<!not )abc(?! xyz)/, [['abc']]],
  ])('is read from %s', (pattern, needed) => {
    expect(neededBy(pattern).map((choice) => [...choice].toSorted())).toEqual(
      needed.map((choice) => [...new Set(choice)].toSorted()),
    );
  });

  it('throws on what it cannot read', () => {
    const broken = { source: '(a' } as RegExp;
    expect(() => neededBy(broken)).toThrow('no end of a group');
  });
});

describe('a pattern behind its cues', () => {
  it('matches exactly where the pattern alone does', () => {
    const cues = new Cues();
    const shapes = PATTERNS.map((pattern) => [pattern, cues.shape(pattern)] as const);
    let matched = 0;
    fc.assert(
      fc.property(text, (one) => {
        for (const [pattern, shape] of shapes) {
          expect(shape.test(one)).toBe(pattern.test(one));
          expect(shape.search(one)).toBe(one.search(pattern));
          if (pattern.test(one)) matched++;
        }
      }),
      { numRuns: 3000 },
    );
    expect(matched).toBeGreaterThan(100);
  });

  it('speaks of the text that it is asked about, whatever came before', () => {
    const cues = new Cues();
    const shape = cues.shape(/\bsend keys\b/);
    expect([shape.test('send keys'), shape.test('send it'), shape.test('send keys')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('takes shapes that come later, too', () => {
    const cues = new Cues();
    const first = cues.shape(/\bfirst\b/);
    expect(first.test('first and second')).toBe(true);
    const second = cues.shape(/\bsecond\b/);
    expect([first.test('first and second'), second.test('first and second')]).toEqual([true, true]);
  });

  it('says whether anything could be said by itself', () => {
    const cues = new Cues();
    cues.support(/\balways\b/);
    cues.texts(true, [' secret'], [' send']);
    expect(cues.tells('always')).toBe(false);
    expect(cues.tells('the secret')).toBe(false);
    expect(cues.tells('Send the SECRET')).toBe(true);
  });

  it('finds words at both ends of a text and next to any mark', () => {
    const cues = new Cues();
    const entry = cues.texts(false, [' send ']);
    for (const one of ['send', 'SEND!', '"send"', 'é send', 'x-send-y'])
      expect(cues.could(entry, one)).toBe(true);
    for (const one of ['sender', 'resend', 'send_it', '']) expect(cues.could(entry, one)).toBe(false);
  });
});
