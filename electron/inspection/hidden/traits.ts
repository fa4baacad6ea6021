/** Something that an odd character of `characters.ts` may be. */
export const ODD = 1;
/** A letter that is none of the plain ones and passes for one (`injection/fold.ts`). */
export const FOLDS = 2;
/** Selectors and tag characters, which spell invisibly (`decode/invisible.ts`). */
export const SPELLS = 4;

const ODD_CHARACTERS = new RegExp(
  String.raw`[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u0370-\u058f\u061c\u115f\u1160\u13a0-\u13ff\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uff21-\uff5a\uffa0\ufff0-\ufffb\ue000-\uf8ff\u0250-\u02af\u1d00-\u1d7f\u212f\u2c60-\u2cff\ua4f8-\ua4ff\ud800-\udfff]`,
);
const FOLDED =
  /[\u0250-\u02af\u1d00-\u1dbf\u210a-\u2115\u2460-\u24ff\u13a0-\u13ff\u2c60-\u2cff\ua4f8-\ua4ff\ud835\ud83c]/;

/** Anything but what English is written with: none of it has any of them. */
const UNUSUAL = /[^\t\n\r -~]/;

let known: Uint8Array | undefined;

/** What each unit may be: one look for each, however many kinds there are. Made for the first text that is unusual. */
function units(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let unit = 0; unit < table.length; unit++) {
    const one = String.fromCharCode(unit);
    table[unit] =
      (ODD_CHARACTERS.test(one) ? ODD : 0) |
      (FOLDED.test(one) ? FOLDS : 0) |
      (/[\ufe00-\ufe0f\udb40]/.test(one) ? SPELLS : 0);
  }
  return table;
}

/** What there is of each in a text, as bits; most texts have none of it, and three readers are done after this one look. */
export function traitsOf(text: string): number {
  let traits = 0;
  const from = text.search(UNUSUAL);
  if (from === -1) return traits;
  const table = (known ??= units());
  for (let i = from; i < text.length; i++) traits |= table[text.charCodeAt(i)] as number;
  return traits;
}

/** Where the first odd unit at `from` or after it stands; the text's length when there is none. */
export function nextOdd(text: string, from: number): number {
  let i = from;
  const table = (known ??= units());
  while (i < text.length && ((table[text.charCodeAt(i)] as number) & ODD) === 0) i++;
  return i;
}
