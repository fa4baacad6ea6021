import type { CutText } from './contract.ts';
import { estimateTokens } from './estimate-tokens.ts';

/** Characters whose tokens are counted at a time. */
const STEP = 4_096;
/** A boundary before this part of what could be given would waste too much. */
const NOT_BEFORE = 0.6;
/** So many characters before a place tell which characters belong together there; bounds a hostile pile of accents. */
const AROUND = 64;

/**
 * Cuts behind the last paragraph, row or line, sentence, or word that the budget holds, but not before 60 % of it; inside
 * a longer word between two characters as a person counts them. At least one character is given, so that reading on ends.
 * Linear time; the rest of a long text is counted only as far as the budget goes.
 */
export const cutText: CutText = (text, budget) => {
  const most = longestPrefix(text, budget);
  if (most === text.length) return undefined;
  const least = Math.floor(most * NOT_BEFORE);
  const at = boundary(text, least, most) ?? betweenCharacters(text, most);
  return at < text.length ? { at } : undefined;
};

/** How many characters of a text the budget holds. */
function longestPrefix(text: string, budget: number): number {
  let held = 0;
  let tokens = 0;
  while (held < text.length) {
    const more = estimateTokens(text.slice(held, held + STEP));
    if (tokens + more > budget) break;
    tokens += more;
    held = Math.min(text.length, held + STEP);
  }
  if (held === text.length) return held;
  let low = 0;
  let high = Math.min(STEP, text.length - held);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (tokens + estimateTokens(text.slice(held, held + middle)) <= budget) low = middle;
    else high = middle - 1;
  }
  held += low;
  // Counted in one piece, it can be a little more.
  while (held > 0 && estimateTokens(text.slice(0, held)) > budget) held -= Math.ceil(held / 200);
  return held;
}

/** Behind the best boundary that ends after `least` and not after `most`. */
function boundary(text: string, least: number, most: number): number | undefined {
  return (
    behindLast(text, '\n\n', least, most) ??
    behindLast(text, '\n', least, most) ??
    behindRow(text, least, most) ??
    behindSentence(text, least, most) ??
    behindSpace(text, least, most)
  );
}

function behindLast(text: string, ends: string, least: number, most: number): number | undefined {
  const part = text.slice(least, most);
  const at = part.lastIndexOf(ends);
  return at === -1 ? undefined : least + at + ends.length;
}

/** Between two objects or lists of JSON. */
function behindRow(text: string, least: number, most: number): number | undefined {
  for (let i = most - 1; i > least; i--) {
    if (text.charCodeAt(i) !== 0x2c) continue;
    const before = text.charCodeAt(i - 1);
    if (before === 0x7d || before === 0x5d) return i + 1;
  }
  return undefined;
}

const WIDE_STOPS = '。！？．';

function behindSentence(text: string, least: number, most: number): number | undefined {
  for (let i = most - 1; i > least; i--) {
    const char = text.charAt(i);
    if (WIDE_STOPS.includes(char)) return i + 1;
    if (char === ' ' && '.!?:;'.includes(text.charAt(i - 1))) return i + 1;
  }
  return undefined;
}

function behindSpace(text: string, least: number, most: number): number | undefined {
  for (let i = most - 1; i > least; i--) {
    const c = text.charCodeAt(i);
    if (c === 0x20 || c === 0x09 || c === 0x3000) return i + 1;
  }
  return undefined;
}

let graphemes: Intl.Segmenter | undefined;

/** The last place at or before `most` that is inside no character, and inside no pair of surrogates whatever happens. */
function betweenCharacters(text: string, most: number): number {
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const from = notInPair(text, Math.max(0, most - AROUND));
  const around = text.slice(from, notInPair(text, most + AROUND));
  const start = graphemes.segment(around).containing(most - from)?.index ?? most - from;
  const at = start > 0 ? from + start : notInPair(text, most);
  return at > 0 ? at : firstCharacter(text);
}

function notInPair(text: string, at: number): number {
  return at > 0 && at < text.length && isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1))
    ? at - 1
    : at;
}

function firstCharacter(text: string): number {
  if (text.startsWith('\r\n')) return 2;
  return isHigh(text.charCodeAt(0)) && isLow(text.charCodeAt(1)) ? 2 : 1;
}

const isHigh = (c: number): boolean => c >= 0xd800 && c < 0xdc00;
const isLow = (c: number): boolean => c >= 0xdc00 && c < 0xe000;
