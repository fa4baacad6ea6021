import { describe, expect, it } from 'vitest';
import { language, type Language } from '../../../shared/model/language.ts';
import { callLine } from '../../../electron/shell/texts/call-line.ts';
import { counting } from '../../../electron/shell/texts/counting.ts';
import { textsFor } from '../../../electron/shell/texts/texts-for.ts';
import { outcomes, pathsOf, said } from './said-texts.ts';

const COUNTS = [0, 1, 2, 3, 11, 100, 1234, 1_000_000];
const NAMES = { one: 'fi-les', other: 'Qursor', third: 'ma-il' };

/** Words that are the same in every language: of Doorward, of the trade, and what is put in. */
const NOT_TRANSLATED = /Doorward|\bAI\b|\bWeb\b|“logs”|「logs」|«logs»|fi-les|Qursor|ma-il/g;
/** Small words that give English away and that the language does not have itself. */
const ENGLISH: Readonly<Partial<Record<Language, RegExp>>> = {
  de: /\b(?:the|is|are|your|and|of|to|not|this|calls?|waiting|settings|open|close|apps? will)\b/i,
  fr: /\b(?:the|is|are|your|and|of|to|this|calls?|waiting|settings|open|close|server)\b/i,
  es: /\b(?:the|is|are|your|and|of|to|this|calls?|waiting|settings|open|close|server)\b/i,
  ja: /[A-Za-z]{2,}/,
  'zh-CN': /[A-Za-z]{2,}/,
  ar: /[A-Za-z]/,
};

describe.each(language.options)('what the shell says in %s', (code) => {
  const all = said(textsFor(code), COUNTS, NAMES);

  it('is whole, whatever is counted and whoever is named', () => {
    expect(all.length).toBeGreaterThan(150);
    for (const { path, text } of all) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/[{}#]|undefined|NaN|\[object/);
    }
  });

  it('names what it is given', () => {
    for (const { path, text, named } of all) for (const name of named) expect(text, path).toContain(name);
  });

  it('writes numbers as its language does, and leaves out only those that it says in words', () => {
    for (const { path, text, counted } of all)
      for (const n of counted) {
        const digits = text.replaceAll(/[^0-9]/g, '');
        if (n > 2) expect(digits, `${path} ${n}`).toContain(String(n));
      }
    expect(textsFor('de').tray.waiting(1234)).toBe('1.234 Aufrufe warten…');
    expect(textsFor('en').tray.waiting(1234)).toBe('1,234 calls waiting…');
    expect(textsFor('fr').tray.waiting(1_000_000)).toContain('d’appels');
  });

  it('is in that language alone', () => {
    const english = said(textsFor('en'), COUNTS, NAMES);
    const pattern = ENGLISH[code];
    if (pattern === undefined) return;
    for (const [index, { path, text }] of all.entries()) {
      const own = text.replaceAll(NOT_TRANSLATED, '').replaceAll(/https:\S+/g, '');
      expect(own, path).not.toMatch(pattern);
      if (/\p{L}/u.test(own) && !['tray.tip', 'tray.profileName'].includes(path))
        expect(text, path).not.toBe(english[index]?.text);
    }
  });
});

describe('the catalogues of the shell', () => {
  it('have the same entries', () => {
    const english = pathsOf(textsFor('en'));
    for (const code of language.options) expect(pathsOf(textsFor(code))).toEqual(english);
  });

  it('have all forms of Arabic', () => {
    const { waiting, quitWithout } = textsFor('ar').tray;
    for (const entry of [waiting, quitWithout]) {
      const forms = new Set([0, 1, 2, 3, 11, 100].map((n) => entry(n).replaceAll(/\d+/g, '#')));
      expect(forms.size).toBeGreaterThanOrEqual(4);
    }
    expect(waiting(2)).toBe('استدعاءان ينتظران…');
  });

  it('begin in Arabic with an Arabic letter, so that the system reads them from the right', () => {
    for (const { path, text } of said(textsFor('ar'), COUNTS, NAMES)) {
      if (path === 'link.detail') continue;
      // What is isolated does not count for the direction (UAX 9, P2).
      const first = /\p{L}/u.exec(text.replaceAll(/\u2068[^\u2069]*\u2069/gu, ''))?.[0];
      if (first !== undefined && path !== 'tray.tip') expect(first, path).toMatch(/\p{Script=Arabic}/u);
    }
  });
});

describe('a text with slots', () => {
  it('is not searched again in what was put in', () => {
    for (const code of language.options)
      for (const outcome of outcomes) {
        const line = textsFor(code).tray.call({ app: '{server}', tool: '{app}', server: '$&' }, outcome);
        expect(line.replaceAll(/[\u2068\u2069]/gu, '')).toMatch(/\{server\}.*(?:\{app\}.*\$&|\$&.*\{app\})/);
      }
    expect(counting('en')(1, { one: '#', other: '' })).toBe('1');
  });

  it('has a line of its own for a call without a server', () => {
    const line = callLine({
      ok: ['{app} {tool}', '{app} {tool} at {server}'],
      open: ['', ''],
      refused: ['', ''],
      failed: ['', ''],
      cancelled: ['', ''],
      error: ['{tool}!', '{tool}! at {server}'],
    });
    expect(line({ app: 'a', tool: 't', server: '' }, 'ok')).toBe('a t');
    expect(line({ app: 'a', tool: 't', server: 's' }, 'tool-error')).toBe('t! at s');
  });
});
