/**
 * Everything that is invisible, reorders text, or has no agreed looks: controls, format characters, private use,
 * unassigned, lone surrogates, separators and spaces other than the ASCII space, and fillers that draw as nothing.
 */
export const DANGER =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/u;
export const DANGERS = new RegExp(DANGER.source, 'gu');

/** Format characters that are drawn: the Arabic number signs and their kin. */
const DRAWN = new Set([
  0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6dd, 0x70f, 0x890, 0x891, 0x8e2, 0x110bd, 0x110cd,
]);

const PICTURE = /^\p{Extended_Pictographic}$/u;
const EMOJI = /^\p{Emoji}$/u;
/** Emoji only as a key cap; anywhere else a selector behind them changes nothing that anybody sees. */
const KEY = /^[0-9#*]$/;
const KEY_CAP = '\u20E3';
const TONE = /^\p{Emoji_Modifier}$/u;
/** Scripts in which a joiner between letters is ordinary spelling. */
const JOINED =
  /^(?=[\p{L}\p{M}])[\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}]$/u;
const ARABIC = /^(?=\p{L})\p{scx=Arab}$/u;
const LETTER = /^\p{L}$/u;

const ZWNJ = '\u200C';
const ZWJ = '\u200D';

/** The code point that ends right before `index`. */
export function before(text: string, index: number): string {
  if (index <= 0) return '';
  const low = text.charCodeAt(index - 1);
  if (index >= 2 && low >= 0xdc00 && low <= 0xdfff) {
    const high = text.charCodeAt(index - 2);
    if (high >= 0xd800 && high <= 0xdbff) return text.slice(index - 2, index);
  }
  return text.slice(index - 1, index);
}

/** The code point that starts at `index`. */
export function after(text: string, index: number): string {
  const code = text.codePointAt(index);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** Whether a joiner here is what spelling or an emoji needs. */
function joins(text: string, index: number, joiner: string): boolean {
  const left = before(text, index);
  const right = after(text, index + 1);
  if (JOINED.test(left) && JOINED.test(right) && LETTER.test(right)) return true;
  if (ARABIC.test(left) && ARABIC.test(right)) return true;
  if (joiner === ZWNJ || !PICTURE.test(right)) return false;
  if (PICTURE.test(left) || TONE.test(left)) return true;
  return left === '\uFE0F' && PICTURE.test(before(text, index - 1));
}

/** Whether a character of `DANGER` is harmless where it stands. */
export function harmless(text: string, index: number, char: string, multiline: boolean): boolean {
  const code = char.codePointAt(0) ?? 0;
  if (DRAWN.has(code)) return true;
  if (char === '\n' || char === '\t') return multiline;
  if (char === '\r') return multiline && text[index + 1] === '\n';
  if (char === ZWJ || char === ZWNJ) return joins(text, index, char);
  if (char === '\uFE0E' || char === '\uFE0F') {
    const base = before(text, index);
    return KEY.test(base) ? after(text, index + 1) === KEY_CAP : EMOJI.test(base);
  }
  return false;
}

/** The three flags that are spelt in tag characters: England, Scotland, Wales. */
const TAG_FLAG =
  /\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}/uy;
const TAG_FLAG_BASE = '\u{1F3F4}';

/** The length of the tags of a flag that start at `index`, or 0. */
export function flagTags(text: string, index: number): number {
  if (before(text, index) !== TAG_FLAG_BASE) return 0;
  TAG_FLAG.lastIndex = index - TAG_FLAG_BASE.length;
  return TAG_FLAG.test(text) ? TAG_FLAG.lastIndex - index : 0;
}

export const codeName = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
