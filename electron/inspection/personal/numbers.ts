import { charSet, isIn } from '../secrets/char-set.ts';
import { luhn } from './checks.ts';
import { type NationalId, NUMBERS } from './national.ts';
import { phone } from './phone.ts';

/** A number as a person writes it: groups of digits, and what stands between them. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly Group[];
}

export interface Group {
  readonly start: number;
  readonly end: number;
  /** What stands between it and the one before. */
  readonly gap: string;
}

/** A match within a text. */
export interface Match {
  readonly type: string;
  readonly kind: 'phone' | 'card' | 'national-id';
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly signals: readonly string[];
}

const FEWEST_DIGITS = 6;
/** Of ids and cards. */
const LEAST_DIGITS = 7;
const MOST_DIGITS = 19;
/** Ids and cards have at most so many groups (France's: `1 85 05 78 006 084 91`). */
const MOST_GROUPS = 7;
const LAYOUTS = new Map<string, { id: NationalId; bare: boolean }[]>();
for (const id of NUMBERS) {
  for (const [layouts, bare] of [
    [id.layouts, true],
    [id.withWords ?? [], false],
  ] as const)
    for (const layout of layouts) {
      const same = LAYOUTS.get(layout);
      if (same === undefined) LAYOUTS.set(layout, [{ id, bare }]);
      else same.push({ id, bare });
    }
}

/**
 * Cards, ids of states and phone numbers in one number; a stretch counts once, for the surest. Each group begins at
 * most seven stretches.
 */
export function inPhrase(
  text: string,
  phrase: Phrase,
  around: (start: number, end: number) => string,
): Match[] {
  const found: Match[] = [];
  const { groups } = phrase;
  let digits = 0;
  for (const group of groups) digits += group.end - group.start;
  if (digits < FEWEST_DIGITS) return found;
  let from = 0;
  for (let n = 0; n < groups.length;) {
    const match = startingAt(text, groups, n, around);
    if (match === undefined) {
      n++;
      continue;
    }
    found.push(...phones(text, groups.slice(from, n), around));
    found.push(match);
    while (n < groups.length && (groups[n] as Group).start < match.end) n++;
    from = n;
  }
  found.push(...phones(text, groups.slice(from), around));
  return found;
}

function phones(
  text: string,
  groups: readonly Group[],
  around: (start: number, end: number) => string,
): Match[] {
  return groups.length === 0 ? [] : phone(text, groups, around);
}

function startingAt(
  text: string,
  groups: readonly Group[],
  n: number,
  around: (start: number, end: number) => string,
): Match | undefined {
  let best: Match | undefined;
  const start = (groups[n] as Group).start;
  // A word goes on in it.
  if (isWordAt(text, start - 1)) return undefined;
  let digits = 0;
  for (let k = n; k < Math.min(groups.length, n + MOST_GROUPS); k++) {
    const { start: from, end } = groups[k] as Group;
    digits += end - from;
    if (digits > MOST_DIGITS) break;
    if (digits < LEAST_DIGITS || !standsAlone(groups, n, k)) continue;
    const { layout, value } = written(text, groups, n, k);
    const match =
      card(text, start, end, layout, value, around) ?? national(text, start, end, layout, value, around);
    if (match !== undefined) best = match;
  }
  return best;
}

/** How a stretch of groups is laid out (`3-2-4`), and its digits. */
function written(
  text: string,
  groups: readonly Group[],
  from: number,
  to: number,
): { layout: string; value: string } {
  let layout = '';
  let value = '';
  for (let k = from; k <= to; k++) {
    const { start, end, gap } = groups[k] as Group;
    layout += (k > from ? gap : '') + String(end - start);
    value += text.slice(start, end);
  }
  return { layout, value };
}

/** A stretch is no part of a longer one that is written in the same way. */
function standsAlone(groups: readonly Group[], from: number, to: number): boolean {
  const before = groups[from]?.gap ?? '';
  const after = groups[to + 1]?.gap ?? '';
  const inner = to > from ? (groups[to] as Group).gap : '';
  if (from > 0 && (before === inner || before === '-' || before === '.')) return false;
  return !(to + 1 < groups.length && (after === inner || after === '-' || after === '.'));
}

const WORD = charSet('A-Za-z0-9_');
const ALPHANUMERIC = charSet('A-Za-z0-9');
const isWordAt = (text: string, at: number): boolean => isIn(WORD, text, at);

const CARD_WORDS = [
  'card',
  'credit',
  'debit',
  'visa',
  'master',
  'amex',
  'maestro',
  'diners',
  ' cc',
  'payment',
  'karte',
  'carte',
  'tarjeta',
];

/** Undivided, in fours, or four, six and five. */
const CARD_LAYOUT = /^(?:1[2-9]|4([ -])4\1[46](?:\1[4-7])?(?:\1[1-3])?|4([ -])6\2[45])$/;

/** ISO/IEC 7812: the ranges of issuers, the lengths they use, and Luhn's check. */
function card(
  text: string,
  start: number,
  end: number,
  layout: string,
  value: string,
  around: (start: number, end: number) => string,
): Match | undefined {
  if (value.length < 12 || !CARD_LAYOUT.test(layout)) return undefined;
  if (isIn(ALPHANUMERIC, text, end) || !luhn(value)) return undefined;
  const sure = isIssued(value) ?? false;
  const near = sure ? undefined : mentions(around(start, end), CARD_WORDS);
  if (!sure && near === undefined) return undefined;
  const signals = ['luhn', 'issuer', ...(near === undefined ? [] : [`near ${near.trim()}`])];
  return { type: 'card', kind: 'card', start, end, score: 0.9, signals };
}

/** True: an issuer of a common length; false: one whose numbers are easily mistaken; undefined: nobody's. */
function isIssued(value: string): boolean | undefined {
  const { length } = value;
  const four = Number(value.slice(0, 4));
  if (value[0] === '4') return length === 16 || length === 19 ? true : length === 13 ? false : undefined;
  if (/^3[47]/.test(value)) return length === 15 ? true : undefined;
  if (/^(?:5[1-5])/.test(value) || (four >= 2221 && four <= 2720)) return length === 16 ? true : undefined;
  if (/^3(?:0[0-5]|095|[689])/.test(value))
    return length === 14 ? true : length > 14 && length < 20 ? false : undefined;
  if (four >= 3528 && four <= 3589) return length === 16 ? true : length > 16 ? false : undefined;
  if (four === 2131 || four === 1800) return length === 15 ? true : undefined;
  if (/^(?:6011|64[4-9]|65|62)/.test(value)) return length === 16 ? true : length > 16 ? false : undefined;
  if (four >= 2200 && four <= 2204) return length === 16 ? true : undefined;
  if (/^(?:50|5[6-9]|6)/.test(value)) return false;
  return undefined;
}

function national(
  text: string,
  start: number,
  end: number,
  layout: string,
  value: string,
  around: (start: number, end: number) => string,
): Match | undefined {
  const letters = LETTERS_MAY_BEGIN.has(text.charCodeAt(end)) ? LETTERS.exec(text.slice(end, end + 4)) : null;
  if (letters !== null) {
    const suffix = letters[0].replaceAll(/[A-Za-z]/g, 'A');
    const capital = value + (letters[1] as string).toUpperCase();
    const with_ = ofLayout(layout + suffix, capital, text, start, end + letters[0].length, around);
    if (with_ !== undefined) return with_;
  }
  return isWordAt(text, end) ? undefined : ofLayout(layout, value, text, start, end, around);
}

/** The letters of an id right behind its digits. */
const LETTERS = /^-?([A-Za-z]{1,2})(?![A-Za-z0-9_])/;
const LETTERS_MAY_BEGIN = new Set(
  Array.from('-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', (c) => c.charCodeAt(0)),
);

function ofLayout(
  layout: string,
  value: string,
  text: string,
  start: number,
  end: number,
  around: (start: number, end: number) => string,
): Match | undefined {
  for (const { id, bare } of LAYOUTS.get(layout) ?? []) {
    if (!id.check(value)) continue;
    const near = id.words.length === 0 ? undefined : mentions(around(start, end), id.words);
    if (!bare && near === undefined && !isZip(id, layout, value, text, start)) continue;
    const signals = ['layout', ...(near === undefined ? [] : [`near ${near}`])];
    return {
      type: id.type,
      kind: 'national-id',
      start,
      end,
      score: near === undefined ? 0.75 : 0.9,
      signals,
    };
  }
  return undefined;
}

/** An SSN without hyphens, which no number begins like: with a zero. One with its last hyphen alone is a ZIP code, too. */
function isZip(id: NationalId, layout: string, value: string, text: string, start: number): boolean {
  if (id.type !== 'us-ssn' || value[0] !== '0') return false;
  if (layout === '9') return true;
  return (
    layout === '5-4' &&
    !/(?:[A-Z]{2}|zip\w*|postal\w*|code)["':,\s]{0,4}$/i.test(text.slice(Math.max(0, start - 16), start))
  );
}

/** Which of the words stands in a text in small letters, not inside another word when it is short. */
export function mentions(around: string, words: readonly string[]): string | undefined {
  return words.find((word) => {
    const place = around.indexOf(word);
    if (place === -1) return false;
    if (word.length > 4) return true;
    for (let at = place; at !== -1; at = around.indexOf(word, at + 1))
      if (!/[a-z]/.test(around[at - 1] ?? ' ') && !/[a-z]/.test(around[at + word.length] ?? ' ')) return true;
    return false;
  });
}
