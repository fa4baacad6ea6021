import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut } from '../../../renderer/ui/hostile-text/cut.ts';
import { segments, visible } from '../../../renderer/ui/hostile-text/segments.ts';

const plainOf = (text: string, multiline = false): string =>
  segments(text, { multiline })
    .filter(({ kind }) => kind === 'plain' || kind === 'mixed')
    .map(({ raw }) => raw)
    .join('');

const dangerous = [
  '\u202E',
  '\u2066',
  '\u200E',
  '\u061C',
  '\u200B',
  '\uFEFF',
  '\u2060',
  '\u00AD',
  '\u00A0',
  '\u3000',
  '\u001B',
  '\u0000',
  '\u009B',
  '\u2028',
  '\u{E0041}',
  '\u{E007F}',
  '\u{E0100}',
  '\uFE0F',
  '\uE000',
  '\u{F0000}',
  '\u3164',
  '\u115F',
  '\u2800',
  '\uFFFE',
  '\uD800',
  '\u034F',
  '\u180E',
  '\u200D',
  '\u200C',
  '\u{1D173}',
];
const piece = fc.oneof(
  fc.constantFrom(...dangerous),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.constantFrom('a', '\u0430', '👩', '👩‍💻', 'क', '्', '\u{1F3F4}', ' ', '\n', '\r', '[31m', 'م'),
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

/** Characters that are never drawn as they are, wherever they stand. */
const NEVER =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class -- They are what is looked for.
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u00A0\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u2000-\u200B\u200E\u200F\u2028-\u202F\u205F-\u206F\u2800\u3000\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\uE000-\uF8FF]|[\u{E0000}-\u{E001F}\u{E0080}-\u{E0FFF}\u{F0000}-\u{10FFFF}]|\p{Cs}/u;

describe('segments', () => {
  it('joined, are the text again', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (value, multiline) => {
        const all = segments(value, { multiline });
        expect(all.map(({ raw }) => raw).join('')).toBe(value);
        expect(all.every(({ raw }) => raw !== '')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('never leave a dangerous character in a plain piece', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (value, multiline) => {
        expect(plainOf(value, multiline)).not.toMatch(NEVER);
        if (!multiline) expect(plainOf(value)).not.toMatch(/[\n\t\r]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('draw each dangerous character between plain letters as a box', () => {
    for (const char of dangerous) {
      const all = segments(`x${char}y`);
      expect(
        all.map(({ kind }) => kind),
        char.codePointAt(0)?.toString(16),
      ).toHaveLength(3);
      expect(all[1]?.raw).toBe(char);
      expect(plainOf(`x${char}y`)).toBe('xy');
    }
  });

  it.each([
    ['emoji', '😀 ❤️ 1️⃣ ☺︎ ✌🏽 👩🏽‍🚀 👨‍👩‍👧‍👦 🏳️‍🌈 🏴‍☠️ 🇩🇪 👁️‍🗨️'],
    ['flags in tag characters', '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
    ['Arabic and Persian', 'مرحبا بالعالم، می\u200Cخواهم'],
    ['Hebrew', 'שָׁלוֹם עוֹלָם'],
    ['Indic', 'क्\u200Dष पत्नी শ্রী ক্\u200Cষ ශ්\u200Dරී മലയാളം'],
    ['others', 'Grüße, naïve, 日本語、한국어, Ελληνικά, Русский, ไทย, ½ “quoted” – €'],
  ])('leave %s undisturbed', (_name, value) => {
    expect(segments(value)).toEqual([{ kind: 'plain', raw: value }]);
  });

  it('show what tag characters and terminal sequences hide', () => {
    expect(visible('a\u{E0068}\u{E0069}b')).toBe('a⟦U+E0068 “hi”⟧b');
    expect(visible('\u001B[1;31mred\u001B[0m')).toBe('⟦U+001B [1;31m⟧red⟦U+001B [0m⟧');
    expect(visible('\u{1F3F4}\u{E0068}\u{E0069}\u{E007F}')).toContain('“hi”');
  });

  it('draw a run of the same character as one box that counts', () => {
    expect(visible(`a${'\u200B'.repeat(500)}b`)).toBe('a⟦U+200B ×500⟧b');
  });

  it('mark words of mixed alphabets, and only those', () => {
    const all = segments('ok p\u0430ypal привет hello');
    expect(all.filter(({ kind }) => kind === 'mixed')).toEqual([
      { kind: 'mixed', raw: 'p\u0430ypal', scripts: ['Latin', 'Cyrillic'] },
    ]);
  });

  it('cut down piles of marks', () => {
    const all = segments(`Z${'\u0301'.repeat(40)}!`);
    expect(all.find(({ kind }) => kind === 'marks')).toMatchObject({ count: 36 });
  });

  it('draw marks that have no letter to stand on, and would be drawn over what is before the text', () => {
    expect(visible('\u0301\u0302abc')).toBe('⟦+2⟧abc');
    expect(visible('a\u200B\u0301b')).toBe('a⟦U+200B⟧⟦+1⟧b');
    // The word before stands in a piece of its own.
    expect(visible(`p\u0430y${'\u0301'.repeat(12)}`)).toBe('p\u0430y⟦+12⟧');
    expect(visible('e\u0301')).toBe('e\u0301');
  });

  it('draw a selector behind a digit, which changes nothing that anybody sees, unless it makes a key cap', () => {
    expect(visible('/data1\uFE0F/x')).toBe('/data1⟦U+FE0F⟧/x');
    expect(visible('a#\uFE0E')).toBe('a#⟦U+FE0E⟧');
    expect(visible('1\uFE0F\u20E3')).toBe('1\uFE0F\u20E3');
  });

  it('grow linearly with the text', () => {
    const kinds = [
      'a',
      'a\u200B',
      '\u200B',
      '\u001B[',
      '\u{E0041}',
      'п',
      'pп',
      '\u0301',
      '👩‍',
      '"',
      'क्\u200D',
    ];
    for (const kind of kinds) {
      const long = kind.repeat(Math.ceil(1_000_000 / kind.length));
      const started = performance.now();
      expect(segments(long).reduce((sum, { raw }) => sum + raw.length, 0)).toBe(long.length);
      expect(performance.now() - started, JSON.stringify(kind)).toBeLessThan(10_000);
    }
  });
});

describe('cut', () => {
  it('keeps beginning and end, and never half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(30), fc.nat(30), (value, max, end) => {
        const { head, tail, gap } = cut(value, max, Math.min(end, max));
        expect(head.length + tail.length).toBeLessThanOrEqual(Math.max(max, 0));
        expect(head.length + gap + tail.length).toBe(value.length);
        expect(value.startsWith(head) && value.endsWith(tail)).toBe(true);
        expect(/\p{Cs}/u.test(head + '|' + tail)).toBe(false);
      }),
    );
  });
});
