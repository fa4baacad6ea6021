/** Inclusive ranges of code points. */
export type Ranges = readonly (readonly [from: number, to: number])[];

/** One code point out of a set, or out of what is not in it. */
export interface CharSet {
  readonly ranges: Ranges;
  readonly negated: boolean;
}

export type Node =
  | { readonly t: 'set'; readonly set: CharSet }
  | { readonly t: 'cat'; readonly items: readonly Node[] }
  | { readonly t: 'alt'; readonly items: readonly Node[] }
  | { readonly t: 'rep'; readonly item: Node; readonly min: number; readonly max: number }
  | { readonly t: 'start' }
  | { readonly t: 'end' };

/** A pattern outside of the subset. The message is for people. */
export class PatternFault extends Error {}

const DIGIT: Ranges = [[48, 57]];
const WORD: Ranges = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
const SPACE: Ranges = [
  [9, 13],
  [32, 32],
  [160, 160],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
const LINE_ENDS: Ranges = [
  [10, 10],
  [13, 13],
  [0x2028, 0x2029],
];
const CLASSES: Readonly<Record<string, Ranges>> = { d: DIGIT, w: WORD, s: SPACE };
const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13 };
const MAX_REPEAT = 1000;
const MAX_NESTING = 50;

const single = (code: number): CharSet => ({ ranges: [[code, code]], negated: false });

/** What is not in the ranges. */
export function complement(ranges: Ranges): Ranges {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const rest: [number, number][] = [];
  let next = 0;
  for (const [from, to] of sorted) {
    if (from > next) rest.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  if (next <= 0x10ffff) rest.push([next, 0x10ffff]);
  return rest;
}

/**
 * Reads the subset of JavaScript's patterns (with the flag `u`) that runs in linear time: literals, `.`, classes,
 * `\d \w \s` and their opposites, groups (`(…)` and `(?:…)`, which are the same here), `|`, `? * + {m} {m,} {m,n}`
 * (lazy or not: only whether it matches counts), `^`, `$`, and escapes of characters. Anything else, such as
 * back-references, looking around and `\b`, throws `PatternFault`.
 */
export function parsePattern(pattern: string): Node {
  const chars = Array.from(pattern);
  let at = 0;
  let nesting = 0;
  const fault = (what: string): never => {
    throw new PatternFault(`${what} at character ${at + 1}`);
  };
  const peek = (): string | undefined => chars[at];

  const alternatives = (): Node => {
    const items = [sequence()];
    while (peek() === '|') {
      at++;
      items.push(sequence());
    }
    return items.length === 1 ? (items[0] as Node) : { t: 'alt', items };
  };

  const sequence = (): Node => {
    const items: Node[] = [];
    for (let c = peek(); c !== undefined && c !== '|' && c !== ')'; c = peek()) items.push(repeated(c));
    return { t: 'cat', items };
  };

  const repeated = (first: string): Node => {
    const item = atom(first);
    const c = peek();
    let min = 1;
    let max = 1;
    if (c === '*' || c === '+' || c === '?') {
      at++;
      min = c === '+' ? 1 : 0;
      max = c === '?' ? 1 : Infinity;
    } else if (c === '{') [min, max] = bounds();
    else return item;
    if (item.t === 'start' || item.t === 'end') fault('a repeated anchor');
    if (peek() === '?') at++;
    const then = peek();
    if (then === '*' || then === '+' || then === '?' || then === '{') fault('a repetition of a repetition');
    return { t: 'rep', item, min, max };
  };

  const bounds = (): [number, number] => {
    const close = chars.indexOf('}', at);
    const found = /^(\d{1,4})(?:(,)(\d{0,4}))?$/.exec(close < 0 ? '' : chars.slice(at + 1, close).join(''));
    if (found === null) return fault('a brace that is no repetition');
    const min = Number(found[1]);
    const max = found[2] === undefined ? min : found[3] === '' ? Infinity : Number(found[3]);
    if (max < min) fault('a repetition with its bounds exchanged');
    if (min > MAX_REPEAT || (max !== Infinity && max > MAX_REPEAT)) fault('too many repetitions');
    at = close + 1;
    return [min, max];
  };

  const atom = (c: string): Node => {
    at++;
    if (c === '^') return { t: 'start' };
    if (c === '$') return { t: 'end' };
    if (c === '.') return { t: 'set', set: { ranges: LINE_ENDS, negated: true } };
    if (c === '(') return group();
    if (c === '[') return { t: 'set', set: charClass() };
    if (c === '\\') return { t: 'set', set: escape() };
    if ('*+?{}])'.includes(c)) {
      at--;
      fault(`"${c}" without a meaning`);
    }
    return { t: 'set', set: single(c.codePointAt(0) as number) };
  };

  const group = (): Node => {
    if (++nesting > MAX_NESTING) fault('groups nested too deep');
    if (peek() === '?') {
      at++;
      if (peek() !== ':') fault('a kind of group that is not supported');
      at++;
    }
    const inside = alternatives();
    if (peek() !== ')') fault('a group that is not closed');
    at++;
    nesting--;
    return inside;
  };

  const escape = (): CharSet => {
    const c = peek();
    if (c === undefined) return fault('a lone backslash');
    at++;
    const lower = c.toLowerCase();
    const named = CLASSES[lower];
    if (named !== undefined) return { ranges: named, negated: c !== lower };
    const control = CONTROLS[c];
    if (control !== undefined) return single(control);
    if (c === '0' && !/\d/.test(peek() ?? '')) return single(0);
    if (c === 'x') return single(hex(2));
    if (c === 'u') return single(codePoint());
    if (/[!-/:-@[-`{-~]/.test(c)) return single(c.charCodeAt(0));
    return fault(`"\\${c}", which is not supported`);
  };

  const hex = (digits: number): number => {
    const text = chars.slice(at, at + digits).join('');
    if (text.length !== digits || !/^[0-9a-fA-F]+$/.test(text)) fault('a bad escape');
    at += digits;
    return parseInt(text, 16);
  };

  const codePoint = (): number => {
    if (peek() !== '{') {
      const code = hex(4);
      if (code < 0xd800 || code > 0xdfff) return code;
      return fault('half a character');
    }
    const close = chars.indexOf('}', at);
    const text = close < 0 ? '' : chars.slice(at + 1, close).join('');
    const code = /^[0-9a-fA-F]{1,6}$/.test(text) ? parseInt(text, 16) : Infinity;
    if (code > 0x10ffff) fault('a bad escape');
    at = close + 1;
    return code;
  };

  const charClass = (): CharSet => {
    const negated = peek() === '^';
    if (negated) at++;
    const ranges: [number, number][] = [];
    for (;;) {
      const c = peek();
      if (c === undefined) return fault('a class that is not closed');
      if (c === ']') break;
      const from = member(c);
      if (peek() === '-' && chars[at + 1] !== ']' && chars[at + 1] !== undefined) {
        at++;
        const to = member(peek() as string);
        const [low, high] = [one(from), one(to)];
        if (low === undefined || high === undefined) fault('a range that does not end in a character');
        if ((low as number) > (high as number)) fault('a range with its ends exchanged');
        ranges.push([low as number, high as number]);
      } else
        for (const [low, high] of from.negated ? complement(from.ranges) : from.ranges)
          ranges.push([low, high]);
    }
    at++;
    return { ranges, negated };
  };

  const member = (c: string): CharSet => {
    at++;
    return c === '\\' ? escape() : single(c.codePointAt(0) as number);
  };

  const one = (set: CharSet): number | undefined => {
    const [first, ...more] = set.ranges;
    return first !== undefined && more.length === 0 && !set.negated && first[0] === first[1]
      ? first[0]
      : undefined;
  };

  const whole = alternatives();
  if (at < chars.length) fault('a ")" without its "("');
  return whole;
}
