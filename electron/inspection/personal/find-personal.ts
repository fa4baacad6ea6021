import type { Finding } from '../finding.ts';
import { email } from './email.ts';
import { ipv4, ipv6 } from './ip.ts';
import { ibanLength, isIban } from './iban.ts';
import { WORDS } from './national.ts';
import { addresses, names } from './names-and-addresses.ts';
import { inPhrase, type Match, mentions, type Group } from './numbers.ts';

/** What is personal, each with a switch of its own. Names and addresses are guesses and off by default. */
export type PersonalType = 'email' | 'phone' | 'iban' | 'card' | 'national-id' | 'ip' | 'name' | 'address';

/** What is looked for when nothing is said. */
export const DEFAULT_PERSONAL: readonly PersonalType[] = [
  'email',
  'phone',
  'iban',
  'card',
  'national-id',
  'ip',
];

/** How much was read and looked at so far, for tests of linear time. */
export const work = { steps: 0 };

const BEFORE = 60;
const AFTER = 24;
const SEPARATORS = ' -./()\u00a0\u202f\u2011\u2013+';
const MOST_GROUPS = 40;
const LONGEST_WORD = 34;
const FEWEST_DIGITS = 6;
const LOOKS = 32;

const LETTER = 1;
const DIGIT = 2;
const AT = 4;
const COLON = 8;
/** Where something may be: a digit, an at sign, a colon with what an IP address has behind it. */
const NEXT = /[0-9@]|:(?=[:0-9a-fA-F])/g;
/** What a character is. */
const KINDS = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  const one = String.fromCharCode(c);
  KINDS[c] = /[a-z]/i.test(one)
    ? LETTER
    : /\d/.test(one)
      ? DIGIT
      : one === '@'
        ? AT
        : one === ':'
          ? COLON
          : 0;
}

/**
 * Personal data in a text: e-mail and IP addresses, phone numbers, IBANs, cards, and the ids of some thirty states, with
 * their checks where they have any; a word nearby where numbers alone say too little. In order of `start`, without
 * overlaps. Pure; one pass, in which each number is read once. A finding's `type` is `email`, `phone`, `iban`, `card`,
 * `ip`, `name`, `address`, or the id's (`uk-nino`).
 */
export function findPersonal(text: string, types: readonly PersonalType[] = DEFAULT_PERSONAL): Finding[] {
  if (text.search(NEXT) === -1 && types === DEFAULT_PERSONAL) return [];
  const wanted = new Set(types);
  const found: Finding[] = [];
  const add = (type: string, start: number, end: number, score: number, signals: readonly string[]): void => {
    found.push({ detector: 'personal', type, start, end, score, signals });
  };
  /** The last window: one place is looked at for several ids. */
  let window = { start: -1, end: -1, says: '' };
  const around = (start: number, end: number): string => {
    if (window.start !== start || window.end !== end) {
      work.steps += BEFORE + AFTER;
      const says = `${text.slice(Math.max(0, start - BEFORE), start)}\u0000${text.slice(end, end + AFTER)}`;
      window = { start, end, says: says.toLowerCase() };
    }
    return window.says;
  };
  const length = text.length;
  work.steps += length;
  let numberTo = 0;
  let i = 0;
  for (i = nextPlace(text, 0); i < length; i = nextPlace(text, i + 1)) {
    const kind = KINDS[text.charCodeAt(i)] as number;
    if (kind === DIGIT) {
      const start = isWordAt(text, i - 1) ? startOfWord(text, i) : i;
      let end = i + 1;
      while (isDigitAt(text, end)) end++;
      const digits = end;
      while (isWordAt(text, end)) end++;
      work.steps += end - start;
      if (start === i && end === digits) {
        if (i >= numberTo && (end - i >= FEWEST_DIGITS || goesOn(text, end)))
          numberTo = number(text, i, around, wanted, add);
      } else if (end - start <= LONGEST_WORD) aWord(text, start, end, around, wanted, add);
      i = end - 1;
    } else if (kind === AT) {
      const place = wanted.has('email') ? email(text, i) : undefined;
      if (place !== undefined) add('email', place.start, place.end, 0.95, ['form']);
    } else {
      const place = wanted.has('ip') ? ipv6(text, i) : undefined;
      if (place !== undefined) add('ip', place.start, place.end, 0.9, ['form']);
    }
  }
  if (wanted.has('name')) for (const { start, end } of names(text)) add('name', start, end, 0.5, ['title']);
  if (wanted.has('address'))
    for (const { start, end, why } of addresses(text)) add('address', start, end, 0.5, [why]);
  return withoutOverlaps(found);
}

/** Where the next place at `from` or after it is: a few looks, since places stand together, then a search. */
function nextPlace(text: string, from: number): number {
  const stop = Math.min(text.length, from + LOOKS);
  for (let i = from; i < stop; i++) {
    const unit = text.charCodeAt(i);
    const kind = unit < 128 ? (KINDS[unit] as number) : 0;
    if ((kind & (DIGIT | AT)) !== 0) return i;
    if (kind === COLON && couldBeIp(text.charCodeAt(i + 1))) return i;
  }
  if (stop === text.length) return stop;
  NEXT.lastIndex = stop;
  return NEXT.test(text) ? NEXT.lastIndex - 1 : text.length;
}

const couldBeIp = (unit: number): boolean =>
  unit === 0x3a || (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x66);

const isWordAt = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit < 128 && ((KINDS[unit] as number) & (LETTER | DIGIT)) !== 0;
};

/** Long words are cut: nothing here is that long. */
function startOfWord(text: string, at: number): number {
  const stop = Math.max(0, at - LONGEST_WORD - 1);
  while (at > stop && isWordAt(text, at - 1)) at--;
  return at;
}

type Add = (type: string, start: number, end: number, score: number, signals: readonly string[]) => void;
type Around = (start: number, end: number) => string;

/** Reads the number whose first digit is at `start`; returns where it ends. */
function number(
  text: string,
  start: number,
  around: Around,
  wanted: ReadonlySet<PersonalType>,
  add: Add,
): number {
  const fast = passedOver(text, start);
  if (fast !== -1) {
    work.steps += fast - start;
    return fast;
  }
  const groups: Group[] = [];
  let at = start;
  let gap = '';
  for (;;) {
    let end = at;
    while (isDigitAt(text, end)) end++;
    // A group that goes on in letters is a word's.
    groups.push({ start: at, end, gap });
    if (groups.length === MOST_GROUPS) break;
    let next = end;
    while (next - end < 3 && isSeparator(text.charCodeAt(next))) next++;
    if (next === end || !isDigitAt(text, next)) break;
    gap = text.slice(end, next);
    if (NOT_ASCII.test(gap)) gap = gap.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll(/[\u2011\u2013]/g, '-');
    at = next;
  }
  const end = (groups.at(-1) as Group).end;
  work.steps += end - start;
  if (text.charCodeAt(groups[0]?.end ?? end) === DOT && wanted.has('ip')) {
    const place = ipv4(text, start, end);
    if (place !== undefined) {
      add('ip', place.start, place.end, 0.9, ['form']);
      return place.end;
    }
  }
  const matches: Match[] = inPhrase(text, { start, end, groups }, around);
  for (const { type, kind, start: from, end: to, score, signals } of matches)
    if (wanted.has(kind)) add(type, from, to, score, signals);
  return end;
}

/**
 * Where the number ends that has too few digits for anything, or is a date: most are, and cost no more than this look.
 * -1: it is neither.
 */
function passedOver(text: string, start: number): number {
  let at = start;
  let digits = 0;
  let dots = 0;
  let groups = 0;
  let lengths = 0;
  for (;;) {
    const from = at;
    while (isDigitAt(text, at)) at++;
    digits += at - from;
    lengths = lengths * 16 + Math.min(15, at - from);
    if (digits > MOST_OF_DATE || ++groups > 4) return -1;
    const gap = text.charCodeAt(at);
    if (!isSeparator(gap)) break;
    let next = at + 1;
    while (next - at < 3 && isSeparator(text.charCodeAt(next))) next++;
    if (!isDigitAt(text, next)) break;
    if (gap === 0x2e) dots++;
    else if (groups < 3 && next - at !== 1) lengths = 0;
    at = next;
  }
  if (digits < FEWEST_DIGITS) return dots < 3 ? at : -1;
  return lengths === 0x422 && isIsoDate(text, start) ? at : -1;
}

/** 2026-07-01, as logs have it. */
const MOST_OF_DATE = 8;
function isIsoDate(text: string, at: number): boolean {
  const [year, month, day] = [
    text.slice(at, at + 4),
    text.slice(at + 5, at + 7),
    text.slice(at + 8, at + 10),
  ];
  return (
    text[at + 4] === text[at + 7] &&
    '-/.'.includes(text[at + 4] as string) &&
    (year.startsWith('19') || year.startsWith('20')) &&
    Number(month) <= 12 &&
    Number(day) <= 31
  );
}

const NOT_ASCII = /[^\0-\x7f]/;
const DOT = 0x2e;
const SEPARATOR = new Set(Array.from(SEPARATORS, (c) => c.charCodeAt(0)));
const ASCII_SEPARATOR = new Uint8Array(128).map((_, unit) => (SEPARATOR.has(unit) ? 1 : 0));
const isSeparator = (unit: number): boolean =>
  unit < 128 ? ASCII_SEPARATOR[unit] === 1 : SEPARATOR.has(unit);

/** Whether a number goes on behind the group that ends at `end`. */
const goesOn = (text: string, end: number): boolean =>
  isSeparator(text.charCodeAt(end)) &&
  (isDigitAt(text, end + 1) || isDigitAt(text, end + 2) || isDigitAt(text, end + 3));

const isDigitAt = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0x30 && unit <= 0x39;
};

/** A word of letters and digits: an IBAN, or an id that begins with a letter. */
function aWord(
  text: string,
  start: number,
  end: number,
  around: Around,
  wanted: ReadonlySet<PersonalType>,
  add: Add,
): void {
  if (isWordUnit(text.charCodeAt(start - 1)) || isWordUnit(text.charCodeAt(end))) return;
  if (wanted.has('iban') && isDigitAt(text, start + 2) && isDigitAt(text, start + 3)) {
    const to = iban(text, start);
    if (to !== undefined) {
      add('iban', start, to, 0.95, ['mod97']);
      return;
    }
  }
  if (!wanted.has('national-id') || end - start < 6 || end - start > 18) return;
  const before =
    text.charCodeAt(start - 1) === 0x20
      ? /(?:^|[^A-Za-z0-9])([A-Za-z]{2} )$/.exec(text.slice(Math.max(0, start - 4), start))?.[1]
      : undefined;
  const after =
    text.charCodeAt(end) === 0x2d
      ? (/^-[A-Za-z](?![A-Za-z0-9])/.exec(text.slice(end, end + 3))?.[0] ?? '')
      : '';
  if (anId(text, start, end + after.length, around, add)) return;
  if (after !== '' || before !== undefined) anId(text, start - (before?.length ?? 0), end, around, add);
}

/** Whether the stretch is an id of letters and digits. */
function anId(text: string, from: number, to: number, around: Around, add: Add): boolean {
  if (to - from < SHORTEST_ID) return false;
  const value = withoutGaps(text.slice(from, to)).toUpperCase();
  if (value.length < SHORTEST_ID || value.length > LONGEST_ID || !ANY_FORM.test(value)) return false;
  for (const { type, form, check, words, inCapitals } of WORDS) {
    if (!form.test(value) || !check(value)) continue;
    if (inCapitals && /[a-z]/.test(text.slice(from, to))) continue;
    const near = words === undefined ? undefined : mentions(around(from, to), words);
    if (words !== undefined && near === undefined) continue;
    add(type, from, to, near === undefined ? 0.75 : 0.85, [
      'form',
      ...(near === undefined ? [] : [`near ${near}`]),
    ]);
    return true;
  }
  return false;
}

const SHORTEST_ID = 8;
const LONGEST_ID = 18;

/** Any form of them: rules out nearly every word before they are tried one by one. */
const ANY_FORM = new RegExp(WORDS.map(({ form }) => form.source).join('|'));
const withoutGaps = (word: string): string => (/[ -]/.test(word) ? word.replaceAll(/[ -]/g, '') : word);

/** An underscore, or a letter beyond ASCII: what stands beside it is a part of a longer word. */
const isWordUnit = (unit: number): boolean =>
  unit === 0x5f || (unit > 0x7f && /[\p{L}\p{N}]/u.test(String.fromCharCode(unit)));

/** Where the IBAN that begins at `start` ends, spaces and hyphens within it included. */
function iban(text: string, start: number): number | undefined {
  const wanted = ibanLength(text.slice(start, start + 2).toUpperCase());
  if (wanted === undefined) return undefined;
  let value = '';
  let at = start;
  for (; value.length < wanted && at < text.length; at++) {
    const c = text[at] as string;
    if (/[A-Za-z0-9]/.test(c)) value += c;
    else if (!/[ \u00a0-]/.test(c) || value.length < 4 || !/[A-Za-z0-9]/.test(text[at + 1] ?? ''))
      return undefined;
  }
  return !/[A-Za-z0-9]/.test(text[at] ?? ' ') && isIban(value.toUpperCase()) ? at : undefined;
}

function withoutOverlaps(found: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || one.start >= last.end) kept.push(one);
    else if (one.score > last.score) kept[kept.length - 1] = one;
  }
  return kept;
}
