import { Cues } from '../../../inspection/injection/cues/cues.ts';

/** The cues of all shapes that look at a sentence of a description in plain letters. */
export const PLAIN = new Cues();

/** Words or texts behind their cues. */
export interface CuedTexts {
  /** Whether one of them could be in the sentence. */
  could(plain: string): boolean;
}

/** How words of these stems begin: `identify` is found in `identifies`, too. */
export const beginnings = (stems: ReadonlySet<string>): string[] =>
  [...stems].map((stem) => ` ${stem.endsWith('y') ? stem.slice(0, -1) : stem}`);

/** Texts as cues are written. */
export const written = (texts: readonly string[]): string[] =>
  texts.map((text) => text.replaceAll(/[^a-z0-9_]/g, ' '));

/** Says something by itself when one text of each list is there. */
export const telling = (...lists: readonly (readonly string[])[]): CuedTexts =>
  entered(PLAIN.texts(true, ...lists));

/** Matters beside others only. */
export const supporting = (list: readonly string[]): CuedTexts => entered(PLAIN.texts(false, list));

const entered = (entry: number): CuedTexts => ({ could: (plain) => PLAIN.could(entry, plain) });
