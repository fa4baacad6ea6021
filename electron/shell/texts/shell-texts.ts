import type { en } from './en.ts';

type Spoken<T> = T extends string
  ? string
  : T extends (...values: infer V) => string
    ? (...values: V) => string
    : { readonly [K in keyof T]: Spoken<T[K]> };

/** What a catalogue of the shell has: the entries of the English one, with the same values to put in. */
export type ShellTexts = Spoken<typeof en>;
