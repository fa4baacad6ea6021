import type { hostSentences } from './en/host-sentences.ts';
import { createHostReader } from './host-reader.ts';
import type { HostVoice } from './host-sentence.ts';
import type { Translation } from './translation.ts';

type Sentences = Translation<typeof hostSentences>;

/**
 * Where the host's sentences are said in other languages; each a part of its own. A language that is not here shows
 * them in English. English needs none, and is loaded only to be read.
 */
export const hostLanguages: Readonly<Record<string, () => Promise<Sentences>>> = {
  ar: async () => (await import('./ar/host-sentences.ts')).hostSentences,
  de: async () => (await import('./de/host-sentences.ts')).hostSentences,
  fr: async () => (await import('./fr/host-sentences.ts')).hostSentences,
  es: async () => (await import('./es/host-sentences.ts')).hostSentences,
  ja: async () => (await import('./ja/host-sentences.ts')).hostSentences,
  'zh-CN': async () => (await import('./zh-CN/host-sentences.ts')).hostSentences,
};

/** A reader of the host's sentences for a language; undefined for English, and where its texts cannot be had. */
export async function loadHostReader(code: string): Promise<HostVoice | undefined> {
  const load = Object.hasOwn(hostLanguages, code) ? hostLanguages[code] : undefined;
  if (load === undefined) return undefined;
  try {
    const [english, translated, { loadKindReader }] = await Promise.all([
      import('./en/host-sentences.ts'),
      load(),
      import('./kind-reader.ts'),
    ]);
    const kinds = await loadKindReader(code);
    return Object.assign(createHostReader(english.hostSentences, translated, code, kinds), { kinds });
  } catch {
    return undefined;
  }
}
