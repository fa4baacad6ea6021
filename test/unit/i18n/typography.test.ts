import { describe, expect, it } from 'vitest';
import { hostLanguages } from '../../../renderer/i18n/host-languages.ts';
import { kindLanguages } from '../../../renderer/i18n/kind-reader.ts';
import { languages } from '../../../renderer/i18n/languages.ts';
import { flat, type Texts } from './catalogue-faults.ts';

/** What is written as programs write it, and is no typography of a sentence. */
const CODE =
  /"Bearer \$\{vault:NAME\}"|\$\{vault:NAME\}|\{\{[^}]*\}\}|\b(?:https?|tcp|udp|vault|package|remote|MCP):[^\s“”«»」]*/g;

const JAPANESE = '\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}';

/** What a language does not write, by its code. */
const NEVER: Readonly<Record<string, readonly RegExp[]>> = {
  de: [/["”]/, /„[^“]*$/, /[\p{L}“]…$/u],
  fr: [/["“”]/, /(?:^| )[;:!?»]/, /« /, /[\p{L}»][;:!?]( |$)/u, /\p{L}'\p{L}/u],
  es: [/["“”„]/, /^[^¿]*\?(?!»)/, /^[^¡]*!/],
  ja: [new RegExp(`[${JAPANESE}][,.:;?!]`, 'u'), new RegExp(`\\([^)]*[${JAPANESE}]`, 'u'), /["“”]/],
  'zh-CN': [/\p{Script=Han}[,.:;?!]/u, /\([^)]*\p{Script=Han}/u, /["「」你]/],
  // No vowel signs: the catalogue is written without them everywhere.
  ar: [/["“”„]/, /\p{Script=Arabic}\s?[,;?]/u, /[\u064B-\u0652]/],
};

describe.each(Object.keys(NEVER))('the texts in %s', (code) => {
  it('are written with the marks of the language', async () => {
    const texts: Texts = {
      window: (await languages.find((one) => one.code === code)?.load()) ?? {},
      host: (await hostLanguages[code]?.()) ?? {},
      kinds: (await kindLanguages[code]?.()) ?? {},
    };
    const all = [...flat(texts)];
    expect(all.length).toBeGreaterThan(4000);
    const faults = all.filter(([path, text]) => {
      const bare = text.replaceAll(CODE, 'X');
      return !path.endsWith('closingBracket') && NEVER[code]?.some((never) => never.test(bare));
    });
    expect(faults).toEqual([]);
  });
});
