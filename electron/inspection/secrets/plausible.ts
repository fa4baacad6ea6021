/** Words that stand in examples where a value would stand; in small letters. */
const STAND_INS =
  /example|placeholder|redacted|changeme|change_me|change-me|your[_-]?(?:own|api|key|token|secret|pass|bot|app)|_here|-here|keyhere|tokenhere|stringhere|insert[_-]|replace[_-]?me|dummy|xxxx|\*\*\*|\.\.\.|todo|undefined|not[_-]?a[_-]?(?:real|secret)|sample/;
const LONGEST_LOOKED_AT = 400;
const LONGEST_COUNTED = 60_000;

/**
 * Whether a value only holds the place of one: an example, stars, the same character over and over. The longest look
 * is bounded.
 */
export function isStandIn(value: string): boolean {
  const text = value.length > LONGEST_LOOKED_AT ? value.slice(0, LONGEST_LOOKED_AT) : value;
  return STAND_INS.test(text.toLowerCase()) || isMonotonous(text) || isTyped(text);
}

const LONGEST_ORDER = 20;
const LONGEST_PERIOD = 15;

/** Whether somebody ran along the alphabet (`abcdefghijklmn`) or typed the same few keys again and again (`123123…`). */
function isTyped(value: string): boolean {
  let order = 1;
  const periods = [0, 0, 0];
  for (let i = 1; i < value.length; i++) {
    const code = value.charCodeAt(i);
    order = code === value.charCodeAt(i - 1) + 1 ? order + 1 : 1;
    if (order >= LONGEST_ORDER) return true;
    for (let n = 0; n < periods.length; n++) {
      const same = code === value.charCodeAt(i - n - 2) && code !== value.charCodeAt(i - 1);
      periods[n] = same ? (periods[n] as number) + 1 : 0;
      if ((periods[n] as number) >= LONGEST_PERIOD) return true;
    }
  }
  return false;
}

/** Whether what comes right behind a value says that only a part of it is shown. */
export const isCutOff = (text: string, end: number): boolean =>
  CUTS.has(text.charCodeAt(end)) &&
  /^(?:\.{2}|…|\.?\[\w|\*{3}|#{3}|<)/.test(text.slice(end, end + 3)) &&
  !text.startsWith('</', end);

const CUTS = new Set(Array.from('.…[*#<', (c) => c.charCodeAt(0)));

/** Kept between calls, which use it one after the other: how often each character of the last value stands in it. */
const COUNTS = new Uint16Array(128);

/** Counts the characters of a value; those beyond 127 count as one. How many different ones there are. */
function countInto(value: string): number {
  COUNTS.fill(0);
  let distinct = 0;
  for (let i = 0; i < value.length && i < LONGEST_COUNTED; i++) {
    const code = Math.min(127, value.charCodeAt(i));
    if (COUNTS[code] === 0) distinct++;
    COUNTS[code] = (COUNTS[code] as number) + 1;
  }
  return distinct;
}

/** Whether hardly any different characters are in it, so many for its length that no chance made it. */
export function isMonotonous(value: string): boolean {
  const distinct = countInto(value);
  let same = 0;
  for (let i = 1; i < value.length; i++) if (value[i] === value[i - 1]) same++;
  return value.length >= 8 && (distinct < (value.length >= 24 ? 7 : 4) || same * 2 > value.length);
}

/** The share of places where the next character follows on the one before (`abcd`, `1234`, `aaaa`). */
function inSequence(value: string): number {
  let steps = 0;
  for (let i = 1; i < value.length; i++) {
    const step = value.charCodeAt(i) - value.charCodeAt(i - 1);
    if (step === 0 || step === 1) steps++;
  }
  return value.length < 2 ? 0 : steps / (value.length - 1);
}

/** Shannon's entropy of its characters, in bits for each. */
export function entropy(value: string): number {
  countInto(value);
  let bits = 0;
  for (const count of COUNTS) if (count > 0) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

const WORDS = /^(?:[A-Za-z]{1,24}|\d{1,6})$/;

/**
 * Whether a value looks as if chance had made it, and not a person: letters and digits in no order that words have.
 * For values that nothing but their name gives away.
 */
export function looksRandom(value: string): boolean {
  if (value.length < 14 || value.length > 512) return false;
  if (isStandIn(value) || inSequence(value) > 0.34) return false;
  const digits = count(value, /\d/g);
  const letters = count(value, /[A-Za-z]/g);
  if (letters === 0 || letters + digits < value.length * 0.7) return false;
  // What is left of a digest when it is shortened.
  if (value.length < 24 && /^[0-9a-f]+$/.test(value)) return false;
  if (value.split(/[-_./+=~]/).every((part) => WORDS.test(part) || part === '')) {
    // No digit stands beside a letter: only an irregular change of case in one long piece is left.
    return value.length >= 24 && !/[-_./]/.test(value) && caseChanges(value) >= value.length / 4;
  }
  if (digits < 2) return value.length >= 24 && caseChanges(value) >= value.length / 4;
  return entropy(value) >= (value.length >= 32 ? 3.2 : 3);
}

const count = (value: string, of: RegExp): number => value.match(of)?.length ?? 0;

/** How often a small letter follows on a capital or a capital on a small letter. */
function caseChanges(value: string): number {
  let changes = 0;
  for (let i = 1; i < value.length; i++) {
    const a = value[i - 1] as string;
    const b = value[i] as string;
    if (/[a-z]/.test(a) ? /[A-Z]/.test(b) : /[A-Z]/.test(a) && /[a-z]/.test(b)) changes++;
  }
  return changes;
}
