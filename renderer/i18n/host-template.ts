/** A text with gaps, taken apart once: `pieces` are one more than `gaps`. */
export interface HostTemplate {
  readonly pieces: readonly string[];
  readonly gaps: readonly string[];
  /** How many of its characters are its own words. */
  readonly weight: number;
}

/** What stands in the gaps of a text that was read, by the name of the gap. */
export type HostValues = ReadonlyMap<string, string>;

/** Takes a text of the catalogue apart at its `{{gaps}}`. */
export function hostTemplate(text: string): HostTemplate {
  const parts = text.split(/\{\{(\w+)\}\}/);
  const pieces = parts.filter((_, index) => index % 2 === 0);
  return {
    pieces,
    gaps: parts.filter((_, index) => index % 2 === 1),
    weight: pieces.reduce((sum, piece) => sum + piece.length, 0),
  };
}

/** A number as the host writes it into a sentence. */
const NUMBER = /^\d{1,15}$/;

/** Whether a gap holds a number, and nothing else. */
export const isCount = (gap: string): boolean => gap.startsWith('count');
/** Whether a gap holds a list of kinds of findings. */
export const isKinds = (gap: string): boolean => gap.startsWith('kinds');
/** Whether a gap holds words of the host, which are read in their turn. */
export const isRead = (gap: string): boolean => /^(?:why|what|known)/.test(gap);
/** Whether a gap holds words of the host that have to be in the catalogue. */
export const isKnown = (gap: string): boolean => gap.startsWith('known');

/**
 * Reads `text` as this template, from its first character to its last; undefined when it is none, and also when there is
 * more than one way to tell the values apart: what is not clear is not said anew. One walk forth and one back, so that
 * no text makes it slow, whatever stands in it.
 */
export function readAs({ pieces, gaps }: HostTemplate, text: string): HostValues | undefined {
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (gaps.length === 0) return text === first ? new Map() : undefined;
  const end = text.length - last.length;
  if (end <= first.length || !text.startsWith(first) || !text.endsWith(last)) return undefined;
  const middle = pieces.slice(1, -1);
  const starts: number[] = [];
  let at = first.length;
  for (const piece of middle) {
    const found = text.indexOf(piece, at + 1);
    if (found === -1 || found + piece.length >= end) return undefined;
    starts.push(found);
    at = found + piece.length;
  }
  const known = gaps.some(isKnown);
  let before = end;
  for (let index = middle.length - 1; index >= 0; index -= 1) {
    const piece = middle[index] ?? '';
    const found = text.lastIndexOf(piece, before - piece.length - 1);
    // Where some of the words have to be known, those tell the values apart.
    if (found !== starts[index] && !known) return undefined;
    before = found;
  }
  const values = new Map<string, string>();
  for (const [index, gap] of gaps.entries()) {
    const from = index === 0 ? first.length : (starts[index - 1] ?? 0) + (middle[index - 1]?.length ?? 0);
    const value = text.slice(from, starts[index] ?? end);
    if (isCount(gap) && !NUMBER.test(value)) return undefined;
    if ((values.get(gap) ?? value) !== value) return undefined;
    values.set(gap, value);
  }
  return values;
}

/** Puts values into the gaps. They are put in once and never looked at again, so that a value is only ever itself. */
export function fillIn({ pieces, gaps }: HostTemplate, values: HostValues): string {
  return pieces.map((piece, index) => piece + (values.get(gaps[index] ?? '') ?? '')).join('');
}
