import { type Language, languageOf } from '../../shared/model/language.ts';
import type { SettingsStore } from '../host/settings/settings.ts';

/**
 * The language of the windows as it is chosen now: `preferred` are the tags of what the owner of this computer reads,
 * best first. English while the settings cannot be read.
 */
export function windowLanguage(
  settings: Pick<SettingsStore, 'read'>,
  preferred: () => readonly string[],
): () => Language {
  return () => {
    const read = settings.read();
    return read.ok ? languageOf(read.value.language, preferred()) : 'en';
  };
}
