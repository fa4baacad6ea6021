import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { language } from '../../../shared/model/language.ts';
import { en } from '../../../renderer/i18n/en.ts';
import { languages, loadLanguage } from '../../../renderer/i18n/languages.ts';
import { PSEUDO, pseudoCatalogue, pseudoText } from '../../../renderer/i18n/pseudo.ts';
import { alikeIn } from './alike.ts';
import { catalogueFaults, flat } from './catalogue-faults.ts';

describe('the table of languages', () => {
  it('has every catalogue that is written, under a code that can be chosen', () => {
    const written = readdirSync(join(import.meta.dirname, '../../../renderer/i18n')).filter(
      (name) => language.safeParse(name.replace(/\.ts$/, '')).success && name.endsWith('.ts'),
    );
    expect(languages.map(({ code }) => `${code}.ts`).toSorted()).toEqual(written.toSorted());
  });

  it.each(languages.map(({ code, direction }) => [code, direction] as const))(
    'says how %s is read: %s',
    (code, direction) => {
      expect(direction).toBe(
        ['Arab', 'Hebr'].includes(new Intl.Locale(code).maximize().script ?? '') ? 'rtl' : 'ltr',
      );
    },
  );
});

describe('a translation', () => {
  it.each(languages.filter(({ code }) => code !== 'en').map(({ code }) => code))(
    'into %s has the texts, the plurals and the slots of English, and nothing hidden',
    async (code) => {
      const texts = await loadLanguage(code);
      if (texts === undefined) throw new Error(`There are no texts in ${code}.`);
      expect(catalogueFaults(code, en, texts, alikeIn(code))).toEqual([]);
    },
  );
});

describe('the check of translations', () => {
  const english = {
    a: 'Two {{x}} words',
    n_one: '{{count}} call of {{app}}',
    n_other: '{{count}} calls of {{app}}',
  };
  const german = {
    a: 'Zwei {{x}}',
    n_one: 'Ein Aufruf von {{app}}',
    n_other: '{{count}} Aufrufe von {{app}}',
  };
  const faults = (texts: object, code = 'de') =>
    catalogueFaults(code, english, texts as typeof german, () => false);

  it('finds nothing in a good one', () => {
    expect(faults(german)).toEqual([]);
  });

  it.each([
    [{ a: undefined }, /^a: missing/],
    [{ b: 'Neu' }, /^b: not a text/],
    [{ n_few: '{{count}} von {{app}}' }, /^n_few: not a text/],
    [{ n_other: 'Aufrufe von {{app}}' }, /^n_other: without {{count}}/],
    [{ n_one: 'Ein Aufruf' }, /^n_one: without {{app}}/],
    [{ a: 'Zwei {{y}} {{x}}' }, /^a: with {{y}}/],
    [{ a: 'Zwei {{x}} {{' }, /^a: braces/],
    [{ a: 'Zwei \u202E{{x}}' }, /^a: with an invisible/],
    [{ a: 'Zwei <b>{{x}}' }, /^a: with markup/],
    [{ a: ' Zwei {{x}}' }, /^a: other spaces/],
    [{ a: 'Two {{x}} words' }, /^a: as in English/],
  ])('finds what is wrong in %j', (change, fault) => {
    const texts = Object.fromEntries(
      Object.entries({ ...german, ...change }).filter(([, text]) => text !== undefined),
    );
    expect(faults(texts)).toHaveLength(1);
    expect(faults(texts)[0]).toMatch(fault);
  });

  it('wants every form that a language has', () => {
    expect(faults(german, 'ar').filter((fault) => fault.endsWith('missing'))).toHaveLength(4);
    expect(faults({ a: '{{x}}', n_other: '{{count}} {{app}}' }, 'ja')).toEqual([]);
  });
});

describe('the pseudo-locale', () => {
  it('has every text longer and in brackets, with its slots', () => {
    const texts = flat(pseudoCatalogue(en) as unknown as typeof en);
    for (const [path, text] of flat(en)) {
      const pseudo = texts.get(path) ?? '';
      expect(pseudo).toMatch(/^⁅.*⁆$/s);
      expect(pseudo.length).toBeGreaterThanOrEqual(text.length * 1.4);
      expect(pseudo.match(/\{\{[^}]*\}\}/g)).toEqual(text.match(/\{\{[^}]*\}\}/g));
      expect(pseudo.replaceAll(/\{\{[^}]*\}\}/g, '')).not.toMatch(/[A-Za-z]/);
    }
    expect(pseudoText('Ask {{app}}')).toMatch(/^⁅Ášķ \{\{app\}\} .+⁆$/);
  });

  it('cannot be chosen', () => {
    expect(language.safeParse(PSEUDO).success).toBe(false);
    expect(languages.map(({ code }) => code as string)).not.toContain(PSEUDO);
  });
});
