import { kindTexts } from '../../shared/texts/kinds.ts';
import { createHostReader, type HostReader, type HostTexts } from './host-reader.ts';
import { fillIn, hostTemplate } from './host-template.ts';
import type { Translation } from './translation.ts';

type Kinds = Readonly<Record<string, string | undefined>>;

/** What findings are called in other languages; each is loaded with the sentences of the host. */
export const kindLanguages: Readonly<Record<string, () => Promise<Translation<typeof kindTexts>>>> = {
  ar: async () => (await import('./ar/kinds.ts')).kinds,
  de: async () => (await import('./de/kinds.ts')).kinds,
  fr: async () => (await import('./fr/kinds.ts')).kinds,
  es: async () => (await import('./es/kinds.ts')).kinds,
  ja: async () => (await import('./ja/kinds.ts')).kinds,
  'zh-CN': async () => (await import('./zh-CN/kinds.ts')).kinds,
};

/** A reader of the kinds of findings for a language; undefined for one that has none. */
export async function loadKindReader(code: string): Promise<HostReader | undefined> {
  const load = Object.hasOwn(kindLanguages, code) ? kindLanguages[code] : undefined;
  return load && createKindReader(kindTexts, await load(), code);
}

const MORE = ' and more';
const LIST = /^list\./;

const area = (kinds: Kinds): HostTexts => ({
  kinds: Object.fromEntries(Object.entries(kinds).filter(([key]) => !LIST.test(key))),
});

/**
 * Says kinds of findings in another language: one, or a list as the host writes it ("IP address, GitHub token and more").
 * What has no name there stays as it is, for it may be the name that a person gave a mask.
 */
export function createKindReader(english: Kinds, translated: Kinds, language: string): HostReader {
  const one = createHostReader(area(english), area(translated), language);
  const two = hostTemplate(translated['list.two'] ?? '{{first}}, {{second}}');
  const more = hostTemplate(translated['list.more'] ?? `{{list}}${MORE}`);
  return (text) => {
    const cut = text.endsWith(MORE);
    const list = (cut ? text.slice(0, -MORE.length) : text)
      .split(', ')
      .map((each) => one(each) ?? each)
      .reduce((first, second) =>
        fillIn(
          two,
          new Map([
            ['first', first],
            ['second', second],
          ]),
        ),
      );
    return cut ? fillIn(more, new Map([['list', list]])) : list;
  };
}
