import type { Language } from '../../../shared/model/language.ts';

type OneOther = 'one' | 'other';

/** The forms that a counting sentence has in each language, as `Intl.PluralRules` names them. */
interface Forms {
  readonly en: OneOther;
  readonly de: OneOther;
  readonly fr: OneOther | 'many';
  readonly es: OneOther | 'many';
  readonly ja: 'other';
  readonly 'zh-CN': 'other';
  readonly ar: OneOther | 'zero' | 'two' | 'few' | 'many';
}

/** A whole sentence for each form; `#` stands where the number does, and may be left out where it is said in words. */
export type Counted<L extends Language> = Readonly<Record<Forms[L], string>>;

/** What `Intl` is asked for: British forms, and the digits of addresses and codes in Arabic, as in the window. */
export function shellLocale(language: Language): string {
  if (language === 'en') return 'en-GB';
  return language === 'ar' ? 'ar-u-nu-latn' : language;
}

/** Sentences that count in one language; a form that the language has cannot be left out. */
export function counting<L extends Language>(language: L): (n: number, forms: Counted<L>) => string {
  const locale = shellLocale(language);
  let rules: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  return (n, forms) => {
    // Made when first needed: the data of seven languages is not loaded for one.
    rules ??= new Intl.PluralRules(locale);
    numbers ??= new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    const shown = numbers.format(n);
    const form = (forms as Readonly<Record<string, string | undefined>>)[rules.select(n)];
    if (form === undefined) throw new Error(`${language} has a form of its plural that is not known`);
    return form.replace('#', () => shown);
  };
}
