import type { Sentence } from './lex.ts';
import { LEAD, NOT, READER, REPORTED } from './vocabulary.ts';

// Where a word stands: as an order, or as something that is spoken of.

const QUOTES = new Set([34, 39, 96, 0x201c, 0x2018, 0xab, 0x300c]);
const CLOSING: ReadonlyMap<number, number> = new Map([
  [34, 34],
  [39, 39],
  [96, 96],
  [0x201c, 0x201d],
  [0x2018, 0x2019],
  [0xab, 0xbb],
  [0x300c, 0x300d],
]);
const BEFORE = 90;
const AFTER = 220;

/** Whether a verb stands in its base form: "ignoring", "ignored" and "ignores" describe. */
export function isBase({ text, starts, ends }: Sentence, i: number): boolean {
  const start = starts[i] as number;
  const end = ends[i] as number;
  const last = text.charCodeAt(end - 1) | 32;
  if (last > 0x7f || end - start < 4) return true;
  if (last === 103) return !(end - start > 5 && lowerPair(text, end) === 'in');
  if (last === 100) return !(end - start > 5 && (text.charCodeAt(end - 2) | 32) === 101);
  if (last === 115) return (text.charCodeAt(end - 2) | 32) === 115;
  return true;
}

function lowerPair(text: string, end: number): string {
  return text.slice(end - 3, end - 1).toLowerCase();
}

/** Whether a word stands where an order begins: first, after a lead such as "please" or "you must", or after a mark. */
export function leads(sentence: Sentence, i: number): boolean {
  if (i === 0) return true;
  if (((sentence.parts[i - 1] as number) & LEAD) !== 0) return true;
  for (let at = sentence.ends[i - 1] as number; at < (sentence.starts[i] as number); at++) {
    const c = sentence.text.charCodeAt(at);
    if (c !== 32 && c !== 45 && c !== 47 && c !== 95) return true;
  }
  return false;
}

/** Whether the words before say that what follows is spoken of: "a guard that detects attempts to ignore …". */
export function isReported(sentence: Sentence, i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 5; k--) {
    const parts = sentence.parts[k] as number;
    if ((parts & NOT) !== 0 && k >= i - 2) return true;
    if ((parts & REPORTED) !== 0) {
      // "You should ignore" is an order, "should I ignore" a question.
      if (k > 0 && ((sentence.parts[k - 1] as number) & READER) !== 0) continue;
      return true;
    }
    // What stands before a mark belongs to another clause.
    const gap = sentence.text.slice(sentence.ends[k] as number, sentence.starts[k + 1] as number);
    if (/[:;!(]|\.\s/.test(gap)) return false;
  }
  return false;
}

/** Whether a word stands inside a short quotation within prose, or in code: cited, and no order. */
export function isQuoted({ text, start }: Sentence, at: number): boolean {
  for (let i = at - 1; i >= start && i >= at - BEFORE; i--) {
    const c = text.charCodeAt(i);
    if (c === 10) return false;
    if (!QUOTES.has(c)) continue;
    if (c === 39 && isLetter(text.charCodeAt(i - 1))) continue;
    if (!text.slice(at, at + AFTER).includes(String.fromCharCode(CLOSING.get(c) as number))) return false;
    if (c === 96) return true;
    let before = i - 1;
    while (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 42) before--;
    return before !== i - 1 && (isLetter(text.charCodeAt(before)) || text.charCodeAt(before) === 44);
  }
  return false;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 0xbf;
}
