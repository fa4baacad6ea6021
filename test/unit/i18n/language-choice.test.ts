import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../shared/model/language.ts';
import { settings, settingsChange, settingsPatch } from '../../../shared/model/settings.ts';
import { windowLanguage } from '../../../electron/shell/window-language.ts';
import { fail, ok } from '../../../shared/result.ts';

describe('the language of the windows', () => {
  it.each([
    [['de-AT'], 'de'],
    [['nl-NL', 'fr-CA', 'de'], 'fr'],
    [['ar-EG'], 'ar'],
    [['zh-Hans-SG'], 'zh-CN'],
    [['zh'], 'zh-CN'],
    [['zh-TW'], 'en'],
    [['zh-HK', 'ja'], 'ja'],
    [['C', 'not a tag', 'es_ES', 'es-MX'], 'es'],
    [['nl'], 'en'],
    [[], 'en'],
  ])('of a computer whose owner reads %j is %s', (preferred, wanted) => {
    expect(languageOf('system', preferred)).toBe(wanted);
  });

  it('is the chosen one, whatever the computer speaks', () => {
    expect(languageOf('ja', ['de'])).toBe('ja');
  });

  it('is English until another is chosen, and nothing outside the list can be', () => {
    expect(settings.parse({}).language).toBe('en');
    expect(settingsChange.safeParse({ language: 'system' }).success).toBe(true);
    for (const language of ['en-XA', 'de-DE', '../de', '', 1])
      expect(settingsChange.safeParse({ language }).success).toBe(false);
    expect(Object.keys(settingsPatch.shape)).not.toContain('language');
  });

  it('is read anew each time, and English while the settings cannot be read', () => {
    let read: ReturnType<Parameters<typeof windowLanguage>[0]['read']> = ok(
      settings.parse({ language: 'system' }),
    );
    const language = windowLanguage({ read: () => read }, () => ['ar-SA']);
    expect(language()).toBe('ar');
    read = ok(settings.parse({ language: 'de' }));
    expect(language()).toBe('de');
    read = fail('malformed', 'Broken.');
    expect(language()).toBe('en');
  });
});
