import { charSet } from '../secrets/char-set.ts';
import type { Group, Match } from './numbers.ts';

const WORDS_BEFORE =
  /(?:phone|tel(?:\.|efon|ephone|éfono)?|mobile?|cell|fax|call(?:ed|ing)?(?: me| us)?|dial|whatsapp|sms|hotline|contact|(?:my|her|his|their|your|our) number(?: is)?|desk|office|home|work|messages? to|answering at|reach(?:ed)? (?:me|us|them|him|her)?|ring|handy|móvil|teléfono|portable)[^\n\d]{0,24}$/;
const LABEL_ABOVE = /(?:phone|tel(?:efon|ephone)?|mobile|cell|fax)\W{0,4}\n$/;
const WORDS_AFTER = /^[\s,;)\\-]{0,4}(?:\(?(?:office|fax|mobile|cell|home|work|phone|tel)\b)/;
const EXTENSION = /^\s?(?:x|ext\.?|extension)\s?\d{1,6}\b/i;
const NO_PHONE =
  /(?:version|v\.|id|isbn|issn|doi|rfc|order|invoice|ref|page|pages|chapter|sha|commit|build|port|year|price|\$|€|£|#|\.\w{1,5}:|lines?)\W{0,3}$/;

/** As long as what the patterns above look back for can be. */
const LONGEST_SAID = 40;
const LONGEST_LABEL = 16;
const LONGEST_DENIAL = 12;
const FEWEST_LETTERS = 3;

/** Whether what stands before says that it is a phone number. */
function saysPhone(said: string): boolean {
  if (said.endsWith('\n')) return LABEL_ABOVE.test(said.slice(-LONGEST_LABEL));
  // Neither a word nor what may stand behind it has a digit or a line end.
  let from = said.length;
  let letters = 0;
  for (; from > 0 && said.length - from < LONGEST_SAID; from--) {
    const c = said.charCodeAt(from - 1);
    if (c === 0x0a || (c >= 0x30 && c <= 0x39)) break;
    if (c >= 0x61) letters++;
  }
  return letters >= FEWEST_LETTERS && WORDS_BEFORE.test(said.slice(from));
}

/**
 * Phone numbers in what is left of a number, by how people write them: with a country's code, with an area in brackets,
 * in the groups of North America, with a leading zero and groups; in any groups where a word says that it is one.
 */
export function phone(
  text: string,
  groups: readonly Group[],
  around: (start: number, end: number) => string,
): Match[] {
  const found: Match[] = [];
  for (const part of parts(text, groups)) {
    const match = judge(text, part, around);
    if (match !== undefined) found.push(match);
  }
  return found;
}

/** Dates are no phone numbers, and separate what stands around them. */
function parts(text: string, groups: readonly Group[]): Group[][] {
  const all: Group[][] = [];
  let part: Group[] = [];
  for (let n = 0; n < groups.length; n++) {
    const [a, b, c] = [groups[n], groups[n + 1], groups[n + 2]];
    if (a !== undefined && b !== undefined && c !== undefined && b.gap === c.gap && isDate(text, a, b, c)) {
      all.push(part);
      part = [];
      n += 2;
    } else if (a !== undefined) part.push(a);
  }
  all.push(part);
  return all.filter((one) => one.length > 0);
}

function isDate(text: string, a: Group, b: Group, c: Group): boolean {
  const long = a.end - a.start === 4 ? c.end - c.start <= 2 : a.end - a.start <= 2 && c.end - c.start === 4;
  if (!long || b.end - b.start > 2 || !['-', '/', '.', ' '].includes(b.gap)) return false;
  const [x, y, z] = [a, b, c].map((one) => Number(text.slice(one.start, one.end))) as [
    number,
    number,
    number,
  ];
  const [l, m, n] = [a, b, c].map((one) => one.end - one.start) as [number, number, number];
  if (l === 4 && m <= 2 && n <= 2) return x > 1500 && x < 2200 && y >= 1 && y <= 12 && z >= 1 && z <= 31;
  return (
    l <= 2 && m <= 2 && n === 4 && z > 1500 && z < 2200 && ((x <= 12 && y <= 31) || (x <= 31 && y <= 12))
  );
}

function judge(
  text: string,
  groups: readonly Group[],
  around: (start: number, end: number) => string,
): Match | undefined {
  const first = groups[0] as Group;
  const last = groups.at(-1) as Group;
  if (groups.length > 7) return undefined;
  let digits = '';
  let layout = '';
  for (const { start: from, end: to, gap } of groups) {
    layout += (from === first.start ? '' : gap) + String(to - from);
    digits += text.slice(from, to);
  }
  if (digits.length < 6 || digits.length > 16) return undefined;
  const before = text.slice(Math.max(0, first.start - 3), first.start);
  const plus = before.includes('+') ? /\+\(?$|\(\+$/.exec(before) : null;
  const bracket = before.endsWith('(') && text[first.end] === ')';
  const start = first.start - (plus?.[0].length ?? (bracket ? 1 : 0));
  if (goesOnBefore(text, start)) return undefined;
  const extension = EXTENSION.exec(text.slice(last.end, last.end + 14))?.[0] ?? '';
  const end = last.end + extension.length;
  if (extension === '' && goesOnBehind(text, end)) return undefined;
  const [form, score] = formOf(layout, digits, plus !== null, bracket, extension !== '');
  if (form === undefined && !couldBe(layout)) return undefined;
  const nearby = around(start, end);
  const split = nearby.indexOf('\u0000');
  const said = nearby.slice(0, split);
  if (NO_PHONE.test(said.slice(-LONGEST_DENIAL))) return undefined;
  const context = saysPhone(said) || WORDS_AFTER.test(nearby.slice(split + 1));
  if (form === undefined && !context) return undefined;
  const signals = [...(form === undefined ? [] : [form]), ...(context ? ['near word'] : [])];
  return { type: 'phone', kind: 'phone', start, end, score: context ? Math.max(score, 0.8) : score, signals };
}

const WORD = charSet('A-Za-z0-9_');
const JOINED = charSet('A-Za-z0-9_.,$#=&?/-');

/** Whether the number is a piece of something longer that begins before it. */
function goesOnBefore(text: string, start: number): boolean {
  const last = text.charCodeAt(start - 1);
  const joined = last < 128 ? JOINED[last] === 1 : /^[\p{L}\p{N}€£]/u.test(text.slice(start - 1, start));
  return (
    joined &&
    start > 0 &&
    last !== 0x2c &&
    !/(?:tel|phone)[:=]$/i.test(text.slice(Math.max(0, start - 6), start))
  );
}

function goesOnBehind(text: string, end: number): boolean {
  const next = text.charCodeAt(end);
  if (next > 127) return /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2));
  if (next === 0x2e || next === 0x2c) return isDigit(text.charCodeAt(end + 1));
  return WORD[next] === 1 || next === 0x25;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Which way of writing phone numbers it is. */
function formOf(
  layout: string,
  digits: string,
  plus: boolean,
  bracket: boolean,
  extended: boolean,
): [string | undefined, number] {
  const { length } = digits;
  if (plus && length >= 8 && length <= 15 && digits[0] !== '0') return ['country', 0.95];
  if (/^00[1-9]/.test(digits) && length >= 10 && layout.includes('-')) return ['country', 0.85];
  if (/^[01] \(/.test(layout) && length >= 9 && length <= 12) return ['area', 0.8];
  if (bracket && length >= 7 && length <= 12) return ['area', 0.85];
  if (/^(?:1[-. ])?3([-. ])3\1?[-. ]?4$/.test(layout) && /^1?[2-9]\d\d[2-9]/.test(digits))
    return ['groups', 0.8];
  if (/^3([-.])3\1[34]$/.test(layout) && (extended || layout.includes('-'))) return ['groups', 0.6];
  if (
    /^0[1-9]/.test(digits) &&
    length >= 8 &&
    length <= 12 &&
    /^[2-5](?:[ /-]|-)/.test(layout) &&
    !/[.]/.test(layout)
  )
    return ['zero', 0.7];
  if (/^2([. ])2\1(?:2|3)\1(?:2|3)(?:\1\d)?$/.test(layout) && digits[0] === '0') return ['zero', 0.75];
  return [undefined, 0.6];
}

/** Decimals, lists of small numbers and the like are none, whatever stands before. */
const couldBe = (layout: string): boolean =>
  /^\d{1,2}(?:[ ()/-]+\d)*$/.test(layout) && !/^[1-5]$/.test(layout) && !/^(?:1[ -])+1$/.test(layout);
