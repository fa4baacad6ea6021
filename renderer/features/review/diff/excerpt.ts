import type { TextRange } from '../../../../shared/model/review.ts';

/** A part of a text that is shown, or the number of units that are left out between two of them. */
export type Piece = { readonly text: string; readonly marked: boolean } | { readonly gap: number };

/** Texts up to this length are shown whole. UTF-16 units. */
export const SHORT = 1200;
const HEAD = 300;
/** More of the end than of the beginning: orders are put where people stop reading. */
const TAIL = 400;
const AROUND = 80;
const LONG_RANGE = 1000;
const SMALL_GAP = 60;

/** Ranges that lie in the text, in order, without overlap. */
function tidy(ranges: readonly TextRange[], length: number): TextRange[] {
  const found: TextRange[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(start, found.at(-1)?.end ?? 0);
    const to = Math.min(end, length);
    if (to > from) found.push({ start: from, end: to });
  }
  return found;
}

function kept(length: number, ranges: readonly TextRange[]): TextRange[] {
  const wanted: TextRange[] = [{ start: 0, end: HEAD }];
  for (const { start, end } of ranges) {
    if (end - start > LONG_RANGE) {
      wanted.push({ start: start - AROUND, end: start + HEAD }, { start: end - TAIL, end: end + AROUND });
    } else wanted.push({ start: start - AROUND, end: end + AROUND });
  }
  wanted.push({ start: length - TAIL, end: length });
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of wanted.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start - last.end < SMALL_GAP) last.end = Math.max(last.end, end);
    else merged.push({ start: Math.max(0, start), end });
  }
  return merged.map(({ start, end }) => ({ start, end: Math.min(end, length) }));
}

const insidePair = (text: string, index: number): boolean =>
  /[\uDC00-\uDFFF]/.test(text.charAt(index)) && /[\uD800-\uDBFF]/.test(text.charAt(index - 1));

/**
 * A text for reading, cut where its marked ranges begin and end. Of a long one only the beginning, the end, and what
 * lies around the marks is left, unless `whole`; what differs is never left out, save the middle of very long ranges.
 */
export function excerpt(text: string, ranges: readonly TextRange[], whole: boolean): Piece[] {
  const marks = tidy(ranges, text.length);
  const windows = whole || text.length <= SHORT ? [{ start: 0, end: text.length }] : kept(text.length, marks);
  const pieces: Piece[] = [];
  let at = 0;
  const put = (from: number, to: number, marked: boolean): void => {
    if (to > from) pieces.push({ text: text.slice(from, to), marked });
  };
  for (const window of windows) {
    // A character of two units is never cut in two.
    const start = insidePair(text, window.start) ? window.start - 1 : window.start;
    const end = insidePair(text, window.end) ? window.end + 1 : window.end;
    if (start > at) pieces.push({ gap: start - at });
    let from = Math.max(start, at);
    for (const mark of marks) {
      if (mark.end <= from || mark.start >= end) continue;
      put(from, Math.max(from, mark.start), false);
      put(Math.max(from, mark.start), Math.min(end, mark.end), true);
      from = Math.min(end, mark.end);
    }
    put(from, end, false);
    at = Math.max(at, end);
  }
  return pieces;
}
