import { WordVectors } from './word-vectors.ts';

let known: WordVectors | undefined;
let coming: Promise<void> | undefined;

/**
 * The vectors of words that are shipped; undefined until they are read. The first call starts to read them (about 1 MB),
 * so a host that no AI app searches in never pays for them; a search that comes sooner goes by words alone, and so does every
 * one when they cannot be read (an update put other files in their place).
 */
export function lateVectors(): WordVectors | undefined {
  if (known === undefined) vectorsRead().catch(() => undefined);
  return known;
}

/** Settles as soon as `lateVectors` gives them. */
export function vectorsRead(): Promise<void> {
  coming ??= import('./packed-vectors.ts').then(({ PACKED }) => {
    known = new WordVectors(PACKED);
  });
  return coming;
}
