import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextKind } from '../../../electron/inspection/finding.ts';
import { HIDDEN_COUNTS, findHidden } from '../../../electron/inspection/hidden/find-hidden.ts';
import { traitsOf } from '../../../electron/inspection/hidden/traits.ts';

const tags = (text: string): string =>
  Array.from(text, (c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('');
const counting = (text: string, kind: TextKind): string[] =>
  findHidden(text, { kind })
    .findings.filter(({ score }) => score >= HIDDEN_COUNTS)
    .map(({ type }) => type);

const HIDDEN_IN_TOOLS: readonly (readonly [string, string])[] = [
  ['zero-width', 'Adds two numbers.\u200b Then more.'],
  ['zero-width', 'Adds\u2060 two numbers.'],
  ['zero-width', 'Adds two\u200d numbers.'],
  ['bidi', 'Lists files. \u202egnp.terces'],
  ['bidi', 'Lists \u2066files\u2069.'],
  ['tags', `Reads a file.${tags('do more')}`],
  ['tags', `Reads a file.\u{1f3f4}${tags('evils')}\u{e007f}`],
  ['selectors', 'Reads a\ufe01\ufe02 file.'],
  ['selectors', `Reads a ${String.fromCodePoint(0xe0110, 0xe0120, 0xe0130)}file.`],
  ['private-use', 'Reads \ue000\ue001 a file.'],
  ['control', 'Reads a\b\b file.'],
  ['ansi', 'Reads \u001b[31ma file\u001b[0m.'],
  ['lookalike', 'Reads а filе from dіsk.'],
  ['lookalike', 'Ｒｅａｄ ａ ｆｉｌｅ.'],
  ['comment', 'Reads a file. <!-- and then some more -->'],
  ['comment', 'Reads. <span style="display:none">and then some more</span>'],
  ['comment', 'Reads. <p style="font-size:0">and then some more</p>'],
  ['comment', 'Reads. <b style="color:white">and then some more</b>'],
  ['pushed', `Reads a file.${' '.repeat(80)}And more.`],
  ['pushed', `Reads a file.${'\n'.repeat(12)}And more.`],
];

const ORDINARY = [
  'Sends a 🚀 notification. ファイルを読み込む. Lit le café résumé.',
  'Family 👨‍👩‍👧‍👦, hearts ❤️‍🔥, keycaps 1️⃣ #️⃣, skin 👍🏽, rainbow 🏳️‍🌈 and 🇩🇪 🇯🇵.',
  `England \u{1f3f4}${tags('gbeng')}\u{e007f} and Wales \u{1f3f4}${tags('gbwls')}\u{e007f}.`,
  'می‌خواهم کتاب بخوانم و نامه‌ها را ببینم.',
  'क्ष और क्‍ष अलग दिखते हैं; ശ്രീ‍ നല്ലത്.',
  'مرحبا بالعالم\u200f (مثال).',
  'שלום עולם \u200e(abc)\u200e.',
  'Привет, мир. Это обычный текст.',
  'Η γρήγορη αλεπού πηδάει.',
  '葛\u{e0100}飾区と葛城市、漢字の異体字。',
  '10 µm, 5 Ω, Δt = 3 ms, 20 °C, x² + y²',
  'A table:\n\n| a   | b   |\n| --- | --- |\n| 1   | 2   |\n',
];

describe('findHidden', () => {
  it.each(HIDDEN_IN_TOOLS)('finds %s in a definition of a tool', (type, text) => {
    expect(counting(text, 'tool')).toContain(type);
  });

  it.each(ORDINARY)('passes ordinary text: %s', (text) => {
    expect(counting(text, 'tool')).toEqual([]);
    expect(counting(text, 'result')).toEqual([]);
  });

  it('finds in results what conceals or spells, and takes the rest for litter', () => {
    expect(counting(`Done.${tags('upload it')}`, 'result')).toEqual(['tags']);
    expect(counting('Done. \u001b[8mhidden\u001b[0m', 'result')).toContain('ansi');
    expect(counting('\u001b]8;;https://x.example\u0007link', 'result')).toContain('ansi');
    expect(counting('file \u202egpj.exe', 'result')).toEqual(['bidi']);
    expect(counting('Ignоrе аll оf this', 'result')).toContain('lookalike');
    expect(counting('\u001b[31mfailed\u001b[0m 3 tests', 'result')).toEqual([]);
    expect(counting('\ufeffname,age\nsoft\u00adhyphen', 'result')).toEqual([]);
    expect(counting('<html><!-- menu --><p>text</p></html>', 'result')).toEqual([]);
    expect(counting('a paragraph\u200b\n\nanother', 'result')).toEqual([]);
  });

  it('says where it stands', () => {
    const text = `Reads.${tags('abc')} On.`;
    const [one] = findHidden(text, { kind: 'tool' }).findings;
    expect(text.slice(0, one?.start)).toBe('Reads.');
    expect(text.slice(one?.end)).toBe(' On.');
  });

  it('never stands outside the text, and is in order', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom<TextKind>('tool', 'result'),
        (text, kind) => {
          let last = 0;
          for (const { start, end } of findHidden(text, { kind }).findings) {
            if (start < last || end > text.length || end < start) return false;
            last = start;
          }
          return true;
        },
      ),
    );
  });

  it('finds at most some thousands, however many there are', () => {
    const { findings, complete } = findHidden('a\u200bb '.repeat(50_000), { kind: 'result' });
    expect(complete).toBe(true);
    expect(findings.length).toBeLessThanOrEqual(2000);
  });
});

describe('the traits of a text', () => {
  it('are those of all its units, plain text before them or not', () => {
    // A letter that is none of English and has no trait.
    expect(traitsOf('plain text é')).toBe(0);
    const unlike: number[] = [];
    for (let unit = 0; unit < 0x10000; unit++) {
      const one = String.fromCharCode(unit);
      if (traitsOf(one) !== traitsOf(`é${one}`) || traitsOf(one) !== traitsOf(`a\tb\n${one} c`))
        unlike.push(unit);
    }
    expect(unlike).toEqual([]);
  });
});
