import type { CutText } from '../shaping/contract.ts';

/** No text has so many characters in a token: more is not looked at to find where a piece ends. */
const MOST_CHARACTERS = 16;
const AROUND = 256;

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Whether a place stands between the two halves of one character. */
export function isInsidePair(text: string, at: number): boolean {
  return at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
}

/**
 * Where the piece ends that begins at `from` (below the length of the text, not inside a surrogate pair) and has at most
 * `tokens`: behind at least one character, never inside a pair, at the end of the text at the latest. Pieces that begin
 * where the one before ended are the whole text. The time is that of a piece, however long the text is.
 */
export function pieceEnd(text: string, from: number, tokens: number, cutText: CutText): number {
  const window = text.slice(from, from + tokens * MOST_CHARACTERS + AROUND);
  const cut = cutText(window, tokens);
  const at = from + (cut === undefined ? window.length : Math.min(cut.at, window.length));
  const least = Math.max(at, from + 1);
  if (!isInsidePair(text, least)) return least;
  return least - 1 > from ? least - 1 : least + 1;
}
