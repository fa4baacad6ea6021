import type { Language } from '../../shared/model/language.ts';
import { en } from './en.ts';
import type { Translation } from './translation.ts';

/** Every text of the windows in one language. */
export type Catalogue = Translation<typeof en>;

interface WindowLanguage {
  readonly code: Language;
  /** What the language calls itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Fetches its texts; rejects when they cannot be had. */
  readonly load: () => Promise<Catalogue>;
}

/** The languages that there are texts in. All but English are parts of their own, fetched when they are chosen. */
export const languages: readonly WindowLanguage[] = [
  { code: 'en', name: 'English', direction: 'ltr', load: () => Promise.resolve(en) },
  { code: 'de', name: 'Deutsch', direction: 'ltr', load: async () => (await import('./de.ts')).de },
  { code: 'fr', name: 'Français', direction: 'ltr', load: async () => (await import('./fr.ts')).fr },
  { code: 'es', name: 'Español', direction: 'ltr', load: async () => (await import('./es.ts')).es },
  { code: 'ja', name: '日本語', direction: 'ltr', load: async () => (await import('./ja.ts')).ja },
  { code: 'zh-CN', name: '简体中文', direction: 'ltr', load: async () => (await import('./zh-CN.ts')).zhCN },
  { code: 'ar', name: 'العربية', direction: 'rtl', load: async () => (await import('./ar.ts')).ar },
];

/** A language of the table; one that it does not have is English, in which every text there is can be read. */
export function languageNamed(code: string): WindowLanguage {
  const found = languages.find((each) => each.code === code) ?? languages[0];
  if (found === undefined) throw new Error('There is no English.');
  return found;
}

/** The texts of a language, or undefined when they cannot be had: then English is spoken. */
export async function loadLanguage(code: string): Promise<Catalogue | undefined> {
  try {
    return await languageNamed(code).load();
  } catch {
    return undefined;
  }
}
