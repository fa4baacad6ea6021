import { plainLetters } from '../../catalog/shadowing/confusables.ts';

/** A text in plain letters, and where each of its characters stood; one place more than there are characters. */
export interface Folded {
  readonly text: string;
  readonly places: Uint32Array;
  /** False: the stretch was longer than is folded. */
  readonly complete: boolean;
}

/** Letters that the lexer does not take for plain ones, two together or next to one: mathematical, circled, small capitals, Cherokee. */
const ODD =
  /(?:[\u0250-\u02af\u1d00-\u1dbf\u210a-\u2115\u2460-\u24ff\u13a0-\u13ff\u2c60-\u2cff\ua4f8-\ua4ff]|\ud835[\udc00-\udfff]|\ud83c[\udd30-\udd8f])(?:[A-Za-z\u0250-\u02af\u1d00-\u1dbf\u210a-\u2115\u2460-\u24ff\u13a0-\u13ff\u2c60-\u2cff\ua4f8-\ua4ff]|\ud835|\ud83c[\udd30-\udd8f])|[A-Za-z][\u1d00-\u1dbf\u210a-\u2115\u24b6-\u24e9\u13a0-\u13ff\u2c60-\u2cff\ua4f8-\ua4ff]/g;
/** What stands around them is read with them. */
const AROUND = 400;
/** More is left, and said. */
const LONGEST = 4 * 1024 * 1024;

/** The stretch of a text with letters that are no plain ones, in plain letters; undefined when there are none. Linear. */
export function fold(text: string): Folded | undefined {
  const first = text.search(ODD);
  if (first === -1) return undefined;
  let last = first;
  for (const { index } of text.matchAll(ODD)) last = index;
  const from = Math.max(0, first - AROUND);
  const all = Math.min(text.length, last + AROUND);
  const to = Math.min(all, from + LONGEST);
  const places = new Uint32Array((to - from) * 2 + 1);
  const pieces: string[] = [];
  let count = 0;
  for (let i = from; i < to;) {
    const code = text.codePointAt(i) as number;
    const piece = code < 0x80 ? (text[i] as string) : plain(String.fromCodePoint(code));
    for (let k = 0; k < piece.length && count < places.length - 1; k++) places[count++] = i;
    pieces.push(piece);
    i += code > 0xffff ? 2 : 1;
  }
  places[count] = to;
  return { text: pieces.join(''), places: places.subarray(0, count + 1), complete: to === all };
}

const KNOWN = new Map<string, string>();

/** One character in plain letters; at most two, since some characters stand for words. */
function plain(character: string): string {
  const known = KNOWN.get(character);
  if (known !== undefined) return known;
  const letters = plainLetters(character).slice(0, 2);
  if (KNOWN.size < 20_000) KNOWN.set(character, letters);
  return letters;
}
