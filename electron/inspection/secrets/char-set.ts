/** Which characters below 128 belong to a set: 1 at the place of each. Anything else belongs to none. */
export type CharSet = Uint8Array;

const SETS = new Map<string, CharSet>();

/** Reads a set such as `A-Za-z0-9_-`; the same text gives the same set. Ranges are inclusive, `-` stands last. */
export function charSet(spec: string): CharSet {
  const known = SETS.get(spec);
  if (known !== undefined) return known;
  const set = new Uint8Array(128);
  for (let i = 0; i < spec.length; i++) {
    const from = spec.charCodeAt(i);
    let to = from;
    if (spec[i + 1] === '-' && i + 2 < spec.length) {
      to = spec.charCodeAt(i + 2);
      i += 2;
    }
    for (let code = from; code <= to; code++) set[code] = 1;
  }
  SETS.set(spec, set);
  return set;
}

/** Whether the unit of a text at `at` belongs to the set; outside of the text: no. */
export const isIn = (set: CharSet, text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code < 128 && set[code] === 1;
};

/** Where the run of characters of the set that begins at `at` ends, at most at `stop`. */
export function runEnd(set: CharSet, text: string, at: number, stop: number): number {
  while (at < stop && isIn(set, text, at)) at++;
  return at;
}

/** Where the run of characters of the set that ends at `at` begins, at least at `stop`. */
export function runStart(set: CharSet, text: string, at: number, stop: number): number {
  while (at > stop && isIn(set, text, at - 1)) at--;
  return at;
}

/** A text without the characters of the set that it ends with; a pattern would try each of them as the first. */
export const withoutTail = (text: string, set: CharSet): string =>
  text.slice(0, runStart(set, text, text.length, 0));
