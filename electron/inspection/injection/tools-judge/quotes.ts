import type { Place } from '../../decode/part.ts';

// What a description cites: several words between quotation marks or in code. It is spoken of and not said, so the judge
// takes it for one thing and weighs its words apart.

const CLOSERS: Readonly<Record<number, number>> = {
  34: 34,
  96: 96,
  0xab: 0xbb,
  0x201c: 0x201d,
  0x201e: 0x201c,
};
const FEWEST_GAPS = 2;
const SHORTEST = 6;
const LONGEST = 300;

/** Cited stretches of a text in their order, without the marks. Linear: no closing mark is looked for twice. */
export function citedIn(text: string): Place[] {
  const found: Place[] = [];
  const next = new Map<number, number>();
  for (let at = 0; at < text.length; at++) {
    const closer = CLOSERS[text.charCodeAt(at)];
    if (closer === undefined) continue;
    let end = next.get(closer) ?? -1;
    if (end <= at && end !== Number.POSITIVE_INFINITY) {
      const place = text.indexOf(String.fromCharCode(closer), at + 1);
      end = place === -1 ? Number.POSITIVE_INFINITY : place;
      next.set(closer, end);
    }
    if (end - at > LONGEST) continue;
    if (end - at > SHORTEST && isCited(text, at + 1, end)) found.push({ start: at + 1, end });
    at = end;
  }
  return found;
}

/** Words with gaps between them, on one line. */
function isCited(text: string, start: number, end: number): boolean {
  let gaps = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) return false;
    if (code === 32) gaps++;
  }
  return gaps >= FEWEST_GAPS;
}
