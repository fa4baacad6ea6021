import type { ToHide } from './mask-json.ts';

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
const splits = (text: string, at: number): boolean =>
  isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));

/** In order, and what overlaps as one; no half of a character outside of the basic plane is left. */
export function united(text: string, wanted: readonly ToHide[]): ToHide[] {
  const all: ToHide[] = [];
  const grown = wanted.map((one) => ({
    ...one,
    start: splits(text, one.start) ? one.start - 1 : one.start,
    end: splits(text, one.end) ? one.end + 1 : one.end,
  }));
  for (const one of grown.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1);
    if (last === undefined || one.start >= last.end) all.push(one);
    else if (one.end > last.end) all[all.length - 1] = { ...last, end: one.end };
  }
  return all;
}
