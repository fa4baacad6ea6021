import { isLookalike } from '../../catalog/shadowing/confusables.ts';
import { nextOdd } from './traits.ts';

// Characters that nobody sees or that pass for others, on the raw text. What scripts and emoji need is left alone:
// joiners in Arabic and Indic words and emoji sequences, direction marks in right-to-left texts, the selectors of emoji
// and of Chinese characters, the flags of England, Scotland and Wales.

export type CharacterKind =
  'zero-width' | 'bidi' | 'tags' | 'selectors' | 'private-use' | 'control' | 'ansi' | 'lookalike';

export interface Odd {
  readonly kind: CharacterKind;
  readonly start: number;
  readonly end: number;
  /** It splits or touches a word: "ig\u200bnore". At the edge of a text or among spaces it is litter. */
  readonly inWord: boolean;
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const JOINED =
  /[\u0600-\u06ff\u0700-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufefc]/;
const PICTURE = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[#*0-9]|\ufe0f|\u20e3/u;
const SELECTED =
  /\p{Emoji}|\p{Extended_Pictographic}|\p{Script=Han}|\p{Script=Mongolian}|[\u1000-\u109f\u2000-\u20cf\u2100-\u2bff\u3000-\u3029\u3030-\u303f]|\u20e3/u;
const HAN = /\p{Script=Han}/u;
const FLAGS = new Set(['gbeng', 'gbsct', 'gbwls']);

/** Every odd character or run of them, in order. Linear: only odd characters and the words around them are looked at. */
export function oddCharacters(text: string): Odd[] {
  const found: Odd[] = [];
  let at = nextOdd(text, 0);
  // A text without any is done after this look.
  if (at === text.length) return found;
  const rtl = RTL.test(text);
  const add = (kind: CharacterKind, start: number, end: number): void => {
    const last = found.at(-1);
    const inWord = touchesWord(text, start, end);
    if (last !== undefined && last.kind === kind && start - last.end <= 1)
      found[found.length - 1] = { kind, start: last.start, end, inWord: last.inWord || inWord };
    else found.push({ kind, start, end, inWord });
  };
  for (let to = 0; at < text.length; at = nextOdd(text, to)) {
    const code = text.codePointAt(at) as number;
    const width = code > 0xffff ? 2 : 1;
    to = at + width;
    if (code > 0x24f && isLetterAlike(code)) {
      const word = mixedWord(text, at);
      if (word.latin && !NEUTRAL.test(text.slice(word.start, word.end)))
        add('lookalike', word.start, word.end);
      to = word.end;
      continue;
    }
    const kind = kindOf(text, at, code, width, rtl);
    if (kind === 'tags') {
      const run = tagRun(text, at);
      if (!run.flag) add('tags', at, run.end);
      to = run.end;
    } else if (kind !== undefined) add(kind, at, at + width);
  }
  return found;
}

/** Units and symbols in words of Latin letters: μm, Ωm, λx, Δt. */
const NEUTRAL = /^(?:[\u0370-\u03ff]{1,2}[A-Za-z]{0,3}|[A-Za-z]{1,3}[\u0370-\u03ff]{1,2})$/;

/** The word around a look-alike, of plain letters and look-alikes, and whether it has plain ones. */
function mixedWord(text: string, at: number): { start: number; end: number; latin: boolean } {
  let start = at;
  let latin = false;
  while (start > 0 && isAsciiLetter(text.charCodeAt(start - 1))) {
    start--;
    latin = true;
  }
  let end = at;
  while (end < text.length) {
    const code = text.codePointAt(end) as number;
    if (isAsciiLetter(code)) latin = true;
    else if (code <= 0x24f || !isLetterAlike(code)) break;
    end += code > 0xffff ? 2 : 1;
  }
  return { start, end, latin };
}

function isLetterAlike(code: number): boolean {
  return (
    code < 0x20000 &&
    !(code >= 0x2000 && code <= 0x206f) &&
    isLookalike(String.fromCodePoint(code)) &&
    /\p{L}/u.test(String.fromCodePoint(code))
  );
}

function kindOf(
  text: string,
  at: number,
  code: number,
  width: number,
  rtl: boolean,
): CharacterKind | undefined {
  if (code === 0x1b || code === 0x9b) return 'ansi';
  if (code < 0x20) return code === 9 || code === 10 || code === 13 || code === 12 ? undefined : 'control';
  if (code >= 0x7f && code < 0xa0) return code === 0x85 ? undefined : 'control';
  if (code === 0x200c || code === 0x200d) return joins(text, at, code) ? undefined : 'zero-width';
  if (code === 0x200e || code === 0x200f || code === 0x61c) return rtl ? undefined : 'bidi';
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069))
    return rtl && code !== 0x202e ? undefined : 'bidi';
  if (isZeroWidth(code)) return at === 0 && code === 0xfeff ? undefined : 'zero-width';
  if (code >= 0xe0000 && code <= 0xe007f) return 'tags';
  if (code >= 0xfe00 && code <= 0xfe0f) return SELECTED.test(before(text, at)) ? undefined : 'selectors';
  if (code >= 0xe0100 && code <= 0xe01ef) return HAN.test(before(text, at)) ? undefined : 'selectors';
  if ((code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000) return 'private-use';
  if (width === 1 && code >= 0xd800 && code <= 0xdfff) return 'control';
  if (code >= 0x1d400 && code <= 0x1d7ff) return 'lookalike';
  if ((code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)) return 'lookalike';
  return undefined;
}

function joins(text: string, at: number, code: number): boolean {
  const left = before(text, at);
  const right = String.fromCodePoint(text.codePointAt(at + 1) ?? 32);
  if (JOINED.test(left) && (JOINED.test(right) || /^[\s.,)]$/.test(right))) return true;
  return code === 0x200d && PICTURE.test(left) && PICTURE.test(right);
}

function isZeroWidth(code: number): boolean {
  return (
    code === 0x200b ||
    code === 0xfeff ||
    code === 0xad ||
    code === 0x34f ||
    code === 0x180e ||
    code === 0x115f ||
    code === 0x1160 ||
    code === 0x3164 ||
    code === 0xffa0 ||
    code === 0x2800 ||
    code === 0x2028 ||
    code === 0x2029 ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0x206a && code <= 0x206f) ||
    (code >= 0xfff0 && code <= 0xfffb)
  );
}

/** The whole character before `at`, over a modifier that belongs to it. */
function before(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(at - 2, at) : text.slice(at - 1, at);
}

function tagRun(text: string, start: number): { end: number; flag: boolean } {
  let says = '';
  let end = start;
  let ended = false;
  while (end < text.length && !ended) {
    const code = text.codePointAt(end) as number;
    if (code < 0xe0000 || code > 0xe007f) break;
    if (says.length < 8) says += String.fromCharCode(code - 0xe0000);
    ended = code === 0xe007f;
    end += 2;
  }
  return { end, flag: ended && before(text, start) === '\u{1f3f4}' && FLAGS.has(says.slice(0, -1)) };
}

function touchesWord(text: string, start: number, end: number): boolean {
  return isAsciiLetter(text.charCodeAt(start - 1)) || isAsciiLetter(text.charCodeAt(end));
}

function isAsciiLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122 && code < 128;
}
