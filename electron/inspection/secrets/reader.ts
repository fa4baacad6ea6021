import type { Hit } from './scan-forms.ts';

/** What came of looking at one place. */
export interface Reading {
  readonly hit?: Hit;
  /** Up to where the text was looked at: this reader need not begin before. */
  readonly to: number;
}

/** A credential that is a structure rather than a string of a form. */
export interface Reader {
  /** Texts of at least four characters with which it begins; capitals and small letters are the same. */
  readonly begins: readonly string[];
  /** Looks at the place where one of them stands. Reads a bounded stretch before it, and each one after it once. */
  read(text: string, at: number): Reading;
}

/** The end of a run of anything but white space, quotes and brackets, in at most `most` characters. */
export function endOfWord(text: string, at: number, most: number): number {
  const stop = Math.min(text.length, at + most);
  while (at < stop && !ENDS_WORD.has(text.charCodeAt(at))) at++;
  return at;
}

const ENDS_WORD = new Set(Array.from(' \t\r\n"\'`<>(){}[]|\\^', (c) => c.charCodeAt(0)));

/** Base64 of either alphabet as text, or undefined where it is none or no text. */
export function fromBase64(value: string): string | undefined {
  const text = Buffer.from(value, 'base64').toString('utf8');
  return text === '' || /[^\x20-\x7e\u00a0-\ud7ff]/.test(text) ? undefined : text;
}
