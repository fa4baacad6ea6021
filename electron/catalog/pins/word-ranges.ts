import type { TextRange } from '../../../shared/model/review.ts';

/** Above this many cells the middle is marked as a whole: nobody reads so many single words. */
const MAX_CELLS = 90_000;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Which words of two texts differ, as ranges of UTF-16 units: what is not on a longest common run of words, white
 * space being no word. Beginnings and ends that agree are set aside first; the middle costs at most 90,000 steps.
 */
export function wordRanges(before: string, after: string): { before: TextRange[]; after: TextRange[] } {
  const a = words(before);
  const b = words(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start]?.text === b[start]?.text) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1]?.text === b[endB - 1]?.text) {
    endA--;
    endB--;
  }
  const [onlyA, onlyB] = unmatched(a.slice(start, endA), b.slice(start, endB));
  return { before: ranges(onlyA), after: ranges(onlyB) };
}

function words(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function unmatched(a: readonly Word[], b: readonly Word[]): [Word[], Word[]] {
  if (a.length === 0 || b.length === 0 || a.length * b.length > MAX_CELLS) return [[...a], [...b]];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let k = b.length - 1; k >= 0; k--)
      common[i * width + k] =
        a[i]?.text === b[k]?.text
          ? (common[(i + 1) * width + k + 1] as number) + 1
          : Math.max(common[(i + 1) * width + k] as number, common[i * width + k + 1] as number);
  const onlyA: Word[] = [];
  const onlyB: Word[] = [];
  let i = 0;
  let k = 0;
  while (i < a.length && k < b.length) {
    if (a[i]?.text === b[k]?.text) {
      i++;
      k++;
    } else if ((common[(i + 1) * width + k] as number) >= (common[i * width + k + 1] as number))
      onlyA.push(a[i++] as Word);
    else onlyB.push(b[k++] as Word);
  }
  return [
    [...onlyA, ...a.slice(i)],
    [...onlyB, ...b.slice(k)],
  ];
}

/** Words next to each other as one range. */
function ranges(only: readonly Word[]): TextRange[] {
  const found: TextRange[] = [];
  for (const word of only) {
    const last = found.at(-1);
    if (last !== undefined && word.start - last.end <= 1) last.end = word.end;
    else found.push({ start: word.start, end: word.end });
  }
  return found;
}
