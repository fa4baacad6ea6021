import { type Json, readByteString, written } from './json/exact.ts';

interface Normalisation {
  /** What differs between two runs of the same server without any gateway, and why. */
  readonly says: string;
  /** On the bytes of an answer. */
  readonly pattern: RegExp;
  readonly becomes: string;
}

/** The only things in answers that are made alike before they are compared; each server names which it needs. */
export const NORMALISATIONS = {
  'time stamps': {
    says: 'When a task was made or changed becomes one time.',
    pattern: /"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z"/g,
    becomes: '"TIME"',
  },
  'local time of day': {
    says: 'Times of day as people write them become one time.',
    pattern: /\b\d{1,2}:\d\d:\d\d [AP]M\b/g,
    becomes: 'TIME',
  },
  'encoded time of day': {
    says: 'The same in the end of a text that is base64.',
    pattern: /("blob":"UmVzb3VyY2Ug[A-Za-z0-9+/]{48})[A-Za-z0-9+/]*=*/g,
    becomes: '$1TIME',
  },
  'file times': {
    says: 'When a file was made and last read, as the file system says it, becomes one time.',
    pattern: /(created|accessed): [A-Z][a-z]{2} [^\\"]*/g,
    becomes: '$1: TIME',
  },
  'random id': {
    says: 'Identifiers that a server draws by chance (of tasks and of elicitations) become one.',
    pattern: /"(?:[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"/g,
    becomes: '"ID"',
  },
} as const satisfies Record<string, Normalisation>;

export type NormalisationName = keyof typeof NORMALISATIONS;

const used = new Map<NormalisationName, number>();

/** How often each was needed so far, in both of the values that were compared. */
export const usedNormalisations = (): ReadonlyMap<NormalisationName, number> => used;

/** The value with what the named normalisations cover made alike. */
export function normalised(value: Json, names: readonly NormalisationName[]): Json {
  if (value.raw === undefined) return value;
  let text = value.raw;
  for (const name of names) {
    const { pattern, becomes } = NORMALISATIONS[name];
    const next = text.replace(pattern, becomes);
    if (next !== text) used.set(name, (used.get(name) ?? 0) + 1);
    text = next;
  }
  return text === written(value) ? value : readByteString(text);
}
