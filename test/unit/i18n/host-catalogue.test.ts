import { describe, expect, it } from 'vitest';
import { hostSentences } from '../../../renderer/i18n/en/host-sentences.ts';
import { hostLanguages } from '../../../renderer/i18n/host-languages.ts';
import { hostTemplate } from '../../../renderer/i18n/host-template.ts';
import { languages } from '../../../renderer/i18n/languages.ts';
import { alikeIn } from './alike.ts';
import { catalogueFaults, flat } from './catalogue-faults.ts';

/** Texts of the host that are the same in a language and in English. */
const ALIKE: Readonly<Record<string, ReadonlySet<string>>> = {};

describe('the English sentences of the host', () => {
  it('are each there once', () => {
    const shapes = new Map<string, string>();
    const twice: string[] = [];
    for (const [path, text] of flat(hostSentences)) {
      const shape = hostTemplate(text).pieces.join('{}');
      if (shapes.has(shape)) twice.push(`${path} is ${shapes.get(shape)}`);
      shapes.set(shape, path);
    }
    expect(twice).toEqual([]);
  });

  it('have words between two gaps, so that the values can be told apart', () => {
    const thin = [...flat(hostSentences)].filter(([, text]) =>
      hostTemplate(text)
        .pieces.slice(1, -1)
        .some((piece) => piece.length < 2),
    );
    expect(thin).toEqual([]);
  });
});

describe('the sentences of the host', () => {
  it.each(Object.keys(hostLanguages))(
    'in %s have the texts, the plurals and the gaps of English, and nothing hidden',
    async (code) => {
      const translated = await hostLanguages[code]?.();
      if (translated === undefined) throw new Error(`There are no sentences in ${code}.`);
      const alike = alikeIn(code);
      expect(
        catalogueFaults(
          code,
          hostSentences,
          translated,
          (text) => alike(text) || ALIKE[code]?.has(text) === true,
        ),
      ).toEqual([]);
    },
  );

  it('are in every language of the window but English', () => {
    const others = languages.map(({ code }) => code as string).filter((code) => code !== 'en');
    expect(Object.keys(hostLanguages).toSorted()).toEqual(others.toSorted());
  });
});
