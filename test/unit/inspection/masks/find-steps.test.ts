import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Find, findPattern } from '../../../../electron/inspection/masks/find-pattern.ts';
import { findWords } from '../../../../electron/inspection/masks/find-words.ts';
import { isAnyJson, isJson } from '../../../../electron/inspection/masks/json-strings.ts';
import { compileMask } from '../../../../electron/inspection/masks/mask.ts';
import { maskJson } from '../../../../electron/inspection/masks/mask-json.ts';
import { findToHide, stepsToHide } from '../../../../electron/inspection/masks/plan.ts';
import { createMaskSession } from '../../../../electron/inspection/masks/session.ts';
import { atOnce } from '../../../../electron/inspection/steps.ts';

const SLICE = 64 * 1024;
const SHORT = 8 * 1024;
/** A finder, what it finds, and after how much it may be laid down. */
const FINDS: readonly (readonly [string, Find, string, number])[] = [
  ['a pattern', findPattern('ab+c'), 'abbbc', SLICE],
  ['a pattern with an anchor', findPattern('^xab+c|ab+c|ab+c$'), 'abbbc', SHORT],
  ['a pattern with more states than are kept', findPattern('a(a|b){11}a'), 'abbbbbbbbbbba', SLICE],
  ['words', findWords(['abbbc', 'bbc']), 'abbbc', SLICE],
  ['beyond the basic plane', findPattern('\u{1f600}+x'), '\u{1f600}\u{1f600}x', SLICE],
];

describe.each(FINDS)('%s', (_name, find, word, slice) => {
  it('is found in slices as it is at once, wherever a slice ends', () => {
    for (const before of [0, 1, word.length - 1, word.length]) {
      const text = `${' '.repeat(slice - before)}${word} and ${word}`;
      const found = find(text);
      expect(found.length).toBe(2);
      expect(atOnce(find.steps(text))).toEqual(found);
    }
    expect(atOnce(find.steps(''))).toEqual([]);
  });

  it('is found by two who search at the same time', () => {
    // With matches going on where it is laid down, where that is soon.
    const text =
      slice === SHORT
        ? word.repeat(Math.ceil((slice * 2.5) / word.length))
        : `${word.repeat(3)}${' '.repeat(500)}`.repeat(Math.ceil((slice * 2.5) / 500));
    const expected = find(text);
    const [one, other] = [find.steps(text), find.steps(` ${text}`)];
    let [a, b] = [one.next(), other.next()];
    for (; a.done !== true; a = one.next()) if (b.done !== true) b = other.next();
    expect(a.value).toEqual(expected);
  });
});

describe('whether a text is JSON', () => {
  it('is what a parser says', () => {
    const text = fc.oneof(
      fc.json(),
      fc.json().map((json) => ` ${json}\n`),
      fc.tuple(fc.json(), fc.nat()).map(([json, at]) => json.slice(0, at % (json.length + 1))),
      fc.tuple(fc.json(), fc.constantFrom('"', '\\', '}', ',', '\u0001', '1')).map(([json, c]) => json + c),
      fc.string({ unit: fc.constantFrom(...Array.from('{}[]",:\\u0041ntrue1.e-+ ')) }),
    );
    fc.assert(
      fc.property(text, (sample) => {
        let parses = true;
        try {
          JSON.parse(sample);
        } catch {
          parses = false;
        }
        expect(isAnyJson(Buffer.from(sample), sample)).toBe(parses);
        expect(isJson(sample)).toBe(parses && /^\s*[{["]/.test(sample));
      }),
    );
    const long = JSON.stringify({ a: 'x'.repeat(30_000) });
    expect([isJson(long), isJson(`${long}x`), isJson(long.slice(1))]).toEqual([true, false, false]);
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect([isJson(deep), isJson(deep.slice(1))]).toEqual([true, false]);
  });
});

describe('what is to be hidden in a long text of nothing but escapes', () => {
  const compiled = compileMask({ name: 'x', find: { pattern: 'CASE-\\d+' }, way: 'hash', direction: 'both' });
  if (!compiled.ok) throw new Error('no mask');
  const masks = [compiled.value];

  it.each(['\\u0041', '\\\\', '\\n', '%41', '&#65;'])('is looked for in short slices: %s', (unit) => {
    const text = `${unit.repeat(Math.ceil(300_000 / unit.length))}${unit === '\\\\' ? '' : '\\\\'}CASE-12`;
    const steps = stepsToHide(masks)(text);
    const sizes: number[] = [];
    let one = steps.next();
    for (; one.done !== true; one = steps.next()) sizes.push(one.value);
    expect(one.value).toEqual(findToHide(masks, [])(text));
    expect(one.value.length).toBeGreaterThan(0);
    expect(Math.max(...sizes)).toBeLessThan(150_000);
  });
});

describe('a text with very many values in it', () => {
  it('has all of them hidden', () => {
    const compiled = compileMask({ name: 'x', find: { words: ['ab'] }, way: 'remove', direction: 'both' });
    if (!compiled.ok) throw new Error('no mask');
    const times = 130_000;
    const { bytes, counts } = maskJson(Buffer.from(JSON.stringify('ab '.repeat(times))), {
      find: findToHide([compiled.value], []),
      session: createMaskSession({ key: Buffer.alloc(32, 1) }),
      origin: 'o',
    });
    expect(counts.get('x')).toBe(times);
    expect(bytes.includes('ab')).toBe(false);
  });
});
