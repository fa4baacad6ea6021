/** A text of which the middle may be left out; `gap` counts the UTF-16 units that are not in `head` and `tail`. */
export interface Cut {
  readonly head: string;
  readonly tail: string;
  readonly gap: number;
}

const insidePair = (text: string, index: number): boolean => {
  const low = text.charCodeAt(index);
  const high = text.charCodeAt(index - 1);
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff;
};

/** Keeps `max` units: from the beginning, or with `end` of them from the end. Never cuts a character in two. */
export function cut(text: string, max: number, end = 0): Cut {
  if (text.length <= max) return { head: text, tail: '', gap: 0 };
  let headEnd = Math.max(0, max - end);
  let tailStart = text.length - Math.min(end, max);
  if (insidePair(text, headEnd)) headEnd -= 1;
  if (insidePair(text, tailStart)) tailStart += 1;
  return { head: text.slice(0, headEnd), tail: text.slice(tailStart), gap: tailStart - headEnd };
}
