/** Keys that have been written, each with its quotes, at `starts[k]` to `ends[k]` of `bytes`. */
export interface WrittenKeys {
  readonly bytes: Buffer;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** So many members are sorted faster by hand. */
const FEW = 12;

/**
 * Order of two keys by UTF-16 code units, told from their UTF-8: the two orders differ only between what lies beyond
 * the basic plane (0xf0 and above, written as surrogates in UTF-16) and U+E000 to U+FFFF (0xee, 0xef). Only for keys
 * without escapes.
 */
export function compareKeys(
  bytes: Buffer,
  starts: Int32Array,
  ends: Int32Array,
  a: number,
  b: number,
): number {
  let i = starts[a] as number;
  let k = starts[b] as number;
  const iEnd = ends[a] as number;
  const kEnd = ends[b] as number;
  // The closing quote cannot equal a byte of a key, so the shorter key ends in a difference.
  while (i < iEnd && k < kEnd && bytes[i] === bytes[k]) {
    i++;
    k++;
  }
  if (i === iEnd || k === kEnd) return iEnd - i - (kEnd - k);
  if (i === iEnd - 1) return -1;
  if (k === kEnd - 1) return 1;
  const x = bytes[i] as number;
  const y = bytes[k] as number;
  if (x >= 0xf0 && y >= 0xee && y < 0xf0) return -1;
  if (y >= 0xf0 && x >= 0xee && x < 0xf0) return 1;
  return x - y;
}

/** The numbers from `from` to `to` in the order of their keys; undefined when two keys are the same. */
export function orderOfMembers(
  keys: WrittenKeys,
  from: number,
  to: number,
  anyEscaped: boolean,
): readonly number[] | undefined {
  const { bytes, starts, ends } = keys;
  const order: number[] = [];
  for (let k = from; k < to; k++) order.push(k);
  let compare = (a: number, b: number): number => compareKeys(bytes, starts, ends, a, b);
  if (anyEscaped) {
    // Rare: escapes stand for other characters than they are written with, so the keys are decoded for comparing.
    const texts = order.map((k) => JSON.parse(bytes.toString('utf8', starts[k], ends[k])) as string);
    const text = (k: number): string => texts[k - from] as string;
    compare = (a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0);
  }
  if (order.length <= FEW) insertionSort(order, compare);
  else order.sort(compare);
  for (let n = 1; n < order.length; n++)
    if (compare(order[n - 1] as number, order[n] as number) === 0) return undefined;
  return order;
}

function insertionSort(order: number[], compare: (a: number, b: number) => number): void {
  for (let n = 1; n < order.length; n++) {
    const item = order[n] as number;
    let k = n - 1;
    while (k >= 0 && compare(order[k] as number, item) > 0) {
      order[k + 1] = order[k] as number;
      k--;
    }
    order[k + 1] = item;
  }
}
