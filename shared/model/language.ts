import { z } from 'zod';

/** Languages that the windows may speak, as BCP 47 tags. */
export const language = z.enum(['en', 'de', 'fr', 'es', 'ja', 'zh-CN', 'ar']);
export type Language = z.infer<typeof language>;

/** What a person chooses; `system` follows the computer. */
export const languageChoice = z.enum(['system', ...language.options]);
export type LanguageChoice = z.infer<typeof languageChoice>;

/**
 * The language that a choice comes to, on a computer whose owner reads `preferred` (tags, best first). English where
 * none of them is spoken. Chinese is taken for Chinese only in the script that is spoken.
 */
export function languageOf(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== 'system') return choice;
  for (const tag of preferred) {
    const found = spoken(tag);
    if (found !== undefined) return found;
  }
  return 'en';
}

function spoken(tag: string): Language | undefined {
  try {
    const { language: name, script } = new Intl.Locale(tag).maximize();
    return language.options.find((each) => {
      const own = new Intl.Locale(each).maximize();
      return own.language === name && own.script === script;
    });
  } catch {
    // What a computer calls its languages is not always a tag ("C", "POSIX").
    return undefined;
  }
}
