import type { Language } from '../../../shared/model/language.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import type { ShellTexts } from './shell-texts.ts';
import { zhCN } from './zh-cn.ts';

const catalogues: Readonly<Record<Language, ShellTexts>> = { en, de, fr, es, ja, 'zh-CN': zhCN, ar };

/** Every sentence that the shell itself shows (tray, menus, notifications, dialogs), in one language. */
export function textsFor(language: Language): ShellTexts {
  return catalogues[language];
}
