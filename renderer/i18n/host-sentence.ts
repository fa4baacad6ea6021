import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { HostReader } from './host-reader.ts';

/** Says sentences of the host in another language, and what findings are of. */
export type HostVoice = HostReader & { readonly kinds?: HostReader | undefined };

interface Heard {
  readonly language: string;
  readonly read: HostVoice;
}

let heard: Heard | undefined;
const listeners = new Set<() => void>();

const heardNow = (): Heard | undefined => heard;
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes what reads the host's sentences for a language; what shows one is drawn anew. None for English. */
export function hearHost(language: string, read: HostVoice | undefined): void {
  heard = read && { language, read };
  for (const listener of listeners) listener();
}

/**
 * A sentence that the host wrote in English, in `language`. One that is not in the catalogue, or whose catalogue is
 * not there (yet), is given back as it is. The result has texts of servers in it, as the sentence had: show it as one
 * (`HostileText`), and compare and search the English.
 */
export const hostSentence = (english: string, language: string): string =>
  (heard?.language === language ? heard.read(english) : undefined) ?? english;

/** A kind of finding, or a list of them, likewise: "GitHub token". */
export const hostKind = (english: string, language: string): string =>
  (heard?.language === language ? heard.read.kinds?.(english) : undefined) ?? english;

/** `hostKind` for the language of the page; what uses it is drawn anew when that changes. */
export function useHostKind(): (english: string) => string {
  const { language } = useTranslation().i18n;
  useSyncExternalStore(subscribe, heardNow);
  return useCallback((english) => hostKind(english, language), [language]);
}

/** `hostSentence` for the language of the page; what uses it is drawn anew when that changes. */
export function useHostSentence(): (english: string) => string {
  const { language } = useTranslation().i18n;
  useSyncExternalStore(subscribe, heardNow);
  return useCallback((english) => hostSentence(english, language), [language]);
}
