import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { localeOf } from './format.ts';
import { loadHostReader } from './host-languages.ts';
import { hearHost } from './host-sentence.ts';
import { languageNamed, loadLanguage, type Catalogue } from './languages.ts';

const numbers = new Map<string, Intl.NumberFormat>();

function numberIn(language: string, value: number): string {
  const known = numbers.get(language) ?? new Intl.NumberFormat(localeOf(language));
  numbers.set(language, known);
  return known.format(value);
}

/**
 * Starts the catalogue in English; it is ready when this returns, because these texts are bundled. A value put into a
 * sentence is not escaped: React renders text nodes only.
 */
export function startI18n(language = 'en'): void {
  if (i18next.isInitialized) return;
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en },
    ns: Object.keys(en),
    defaultNS: 'common',
    interpolation: { escapeValue: false, skipOnVariables: true },
    initAsync: false,
    react: { useSuspense: false },
  });
  // The same digits and points as everywhere else in the window.
  i18next.services.formatter?.add('number', (value: number, language) => numberIn(language ?? 'en', value));
}

/** Has the page speak a language whose texts are at hand, and tells it to the document. */
export async function speakWith(
  code: string,
  texts: Catalogue,
  direction: 'ltr' | 'rtl' = 'ltr',
): Promise<void> {
  startI18n();
  for (const [part, entries] of Object.entries(texts))
    i18next.addResourceBundle(code, part, entries, true, true);
  document.documentElement.lang = code;
  document.documentElement.dir = direction;
  await i18next.changeLanguage(code);
}

let wanted = 0;

/**
 * Has the page speak a language; English where its texts cannot be had. Of several wishes the last one counts, however
 * long the texts of each take.
 */
export async function speak(code: string): Promise<void> {
  const wish = (wanted += 1);
  const { code: found, direction } = languageNamed(code);
  // Nothing waits for these: what the host says is not the first that is drawn.
  void loadHostReader(found).then((read) => wish === wanted && hearHost(found, read));
  const texts = await loadLanguage(found);
  if (wish !== wanted) return;
  if (texts === undefined) await speakWith('en', en);
  else await speakWith(found, texts, direction);
}
