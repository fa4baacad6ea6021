import type { Encoding } from '../finding.ts';

/** A stretch of a text that said something else than it shows, decoded. */
export interface DecodedPart {
  /** What it says. */
  readonly text: string;
  /** Where its encoded form stands in the text that was given, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** How it was written, from the outside in; one or two. */
  readonly within: readonly Encoding[];
  /** Only line ends, quotes and backslashes were written otherwise: every word stands in the text as it is. */
  readonly plain: boolean;
  /** Where a stretch of `text` stands in the text that was given: the smallest stretch that holds it encoded. */
  at(from: number, to: number): Place;
}

/** A stretch of a text, in UTF-16 units. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** What one reader of one encoding found; `at` speaks of the text that this reader was given. */
export interface Decoded {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly encoding: Encoding;
  /** See `DecodedPart`; absent: no. */
  readonly plain?: boolean;
  at(from: number, to: number): Place;
}

/** A reader whose every character has a known place: `places` has one entry more than `text` has units. */
export function placed(text: string, places: ArrayLike<number>, encoding: Encoding): Decoded {
  const start = places[0] ?? 0;
  const end = places[text.length] ?? start;
  return {
    text,
    start,
    end,
    encoding,
    at: (from, to) => ({ start: places[from] ?? start, end: places[Math.max(from, to)] ?? end }),
  };
}

/**
 * Whether decoded text reads as text: hardly anything that is not printed, and letters or digits in it. Keys and random bytes that
 * happen to be printable count; pictures, archives and digests do not.
 */
export function readsAsText(text: string): boolean {
  let odd = 0;
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (isOdd(c)) odd++;
    else if (((c | 0x20) >= 0x61 && (c | 0x20) <= 0x7a) || (c >= 0x30 && c <= 0x39) || c > 0xbf) letters++;
  }
  return text.length >= 8 && odd * ODD_SHARE <= text.length && letters * 4 >= text.length;
}

/** One character in so many may be odd. */
const ODD_SHARE = 50;
const isOdd = (c: number): boolean =>
  (c < 0x20 && c !== 9 && c !== 10 && c !== 13) || c === 0xfffd || c === 0x7f;

/** Whether there is so much in the beginning of what was decoded that is not printed that all of it is no text. */
export function isNoText(beginning: string, length: number): boolean {
  let odd = 0;
  for (let i = 0; i < beginning.length; i++) if (isOdd(beginning.charCodeAt(i))) odd++;
  return odd * ODD_SHARE > length;
}
