import { unseenRanges } from '../injection/unseen.ts';
import type { Finding, Scan, TextContext } from '../finding.ts';
import { type Odd, oddCharacters } from './characters.ts';
import { ODD, traitsOf } from './traits.ts';

/** From this score on a finding counts; less is litter, which web pages and terminals are full of. */
export const HIDDEN_COUNTS = 0.5;
const SURE = 0.9;
const LITTER = 0.3;
/** More findings say nothing new. */
const MOST = 1000;

/** How odd a text is in all: what makes litter of one character makes an attack of many. */
interface Whole {
  /** Words in full width, or many of its letters. */
  readonly fullWidth: boolean;
  /** Words with letters of another script. */
  readonly lookalikes: number;
  /** Invisible characters within words. */
  readonly splitting: number;
}

/**
 * Text that a person does not see and a model reads (attack 13): zero-width, bidirectional and tag characters, stray
 * variation selectors, private use, controls, terminal escapes, letters of other scripts within words, comments and
 * hidden markup, text pushed away by white space. A definition of a tool has no use for any of it. Results are copied
 * from pages and terminals: there colours, comments and lone zero-width characters score as litter, and what conceals or
 * spells something counts. Linear. Of more than a thousand findings the first are given, and litter is left out first.
 */
export function findHidden(text: string, context: TextContext, traits = traitsOf(text)): Scan {
  const strict = context.kind === 'tool' || context.kind === 'prompt' || context.kind === 'question';
  const counted: Finding[] = [];
  const litter: Finding[] = [];
  const add = (type: string, start: number, end: number, score: number, why: string): void => {
    const list = score >= HIDDEN_COUNTS ? counted : litter;
    if (list.length < MOST) list.push({ detector: 'hidden', type, start, end, score, signals: [why] });
  };
  const odd = (traits & ODD) === 0 ? [] : oddCharacters(text);
  if (odd.length > 0) {
    const whole = wholeOf(text, odd);
    for (const one of odd)
      add(
        one.kind,
        one.start,
        one.end,
        scoreOf(text, one, whole, strict),
        one.inWord ? 'in a word' : 'alone',
      );
  }
  for (const { start, end } of unseenRanges(text)) {
    const says = text
      .slice(start, Math.min(end, start + SAYS))
      .replaceAll(/<!--|-->|<[^>!][^>]{0,300}>/g, ' ');
    if (strict && /[A-Za-z]{3,} [A-Za-z]{2,}/.test(says)) add('comment', start, end, 0.7, 'not shown');
    else add('comment', start, end, LITTER, 'not shown');
  }
  pushed(text, strict, add);
  return { findings: [...counted, ...litter].toSorted((a, b) => a.start - b.start), complete: true };
}

const SAYS = 4000;

function wholeOf(text: string, odd: readonly Odd[]): Whole {
  let lookalikes = 0;
  let splitting = 0;
  for (const { kind, start, end, inWord } of odd) {
    if (kind === 'lookalike' && end - start >= 3) lookalikes++;
    if (kind === 'zero-width' && inWord) splitting++;
  }
  return { fullWidth: fullWidthMany(text, odd), lookalikes, splitting };
}

/** Whole words in full width, in a text that is not Chinese, Japanese or Korean, where single ones are ordinary. */
function fullWidthMany(text: string, odd: readonly Odd[]): boolean {
  if (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text))
    return odd.some(({ kind, start, end }) => kind === 'lookalike' && end - start >= 8);
  let letters = 0;
  for (const { kind, start, end } of odd) if (kind === 'lookalike') letters += end - start;
  return letters >= 8;
}

function scoreOf(text: string, one: Odd, whole: Whole, strict: boolean): number {
  const length = one.end - one.start;
  switch (one.kind) {
    case 'tags':
      return SURE;
    case 'selectors':
      return strict || length >= 6 ? SURE : LITTER;
    case 'ansi':
      return strict || conceals(text, one.start) ? SURE : LITTER;
    case 'lookalike':
      if (whole.fullWidth || strict) return 0.8;
      return whole.lookalikes >= 2 && !plainLookalike(text, one) ? 0.8 : LITTER;
    case 'bidi':
      return strict || /[\u202e\u202d]/.test(text.slice(one.start, one.end)) ? 0.8 : LITTER;
    case 'private-use':
      return strict || length >= 8 ? 0.7 : LITTER;
    case 'control':
      return strict ? 0.6 : LITTER;
    case 'zero-width':
      return strict ? 0.8 : zeroWidth(text, one, whole.splitting);
  }
}

/** A single letter, as in formulas, is no disguise. */
function plainLookalike(text: string, { start, end }: Odd): boolean {
  return end - start < 4 || !/[A-Za-z]{2}/.test(text.slice(start, end));
}

/** Soft hyphens break words in pages; other invisible characters inside words, or in long runs, break up or spell text. */
function zeroWidth(text: string, one: Odd, splitting: number): number {
  const run = text.slice(one.start, one.end);
  if (/^[\u00ad\ufeff\u2028\u2029\u2060\ufffc]+$/.test(run)) return LITTER;
  if (one.end - one.start >= 8 && /[^\u2800]/.test(run)) return SURE;
  return splitting >= 5 && splitting * 600 >= text.length && betweenLetters(text, one) ? 0.7 : LITTER;
}

function betweenLetters(text: string, { start, end }: Odd): boolean {
  return /[A-Za-z]/.test(text[start - 1] ?? '') && /[A-Za-z]/.test(text[end] ?? '');
}

/** Terminal escapes that hide (conceal, black on black, overwriting), and those that act: titles, links, clipboard. */
function conceals(text: string, at: number): boolean {
  const wide = text.charCodeAt(at) === 0x9b;
  const escape = text.slice(at + (wide ? 1 : 2), at + 24);
  if (!wide && text[at + 1] === ']') return /^(?:8|52|0|2|1337);/.test(escape);
  return (
    (wide || text[at + 1] === '[') && /^(?:(?:\d{0,3};){0,6}8m|30;40|37;47|1A|2K|\d{0,3}[AFHf])/.test(escape)
  );
}

const SPACES = 60;
const LINES = 14;
const LOOK = 14;

/** Text out of sight behind white space, to the right or below. Looks at every fourteenth character only, until one is white. */
function pushed(
  text: string,
  strict: boolean,
  add: (type: string, start: number, end: number, score: number, why: string) => void,
): void {
  const wide = strict ? 40 : SPACES * 3;
  const deep = strict ? 8 : LINES * 2;
  let at = LOOK;
  let found = 0;
  while (at < text.length && found < 50) {
    if (!isWhite(text.charCodeAt(at))) {
      at += strict ? 6 : LOOK;
      continue;
    }
    let start = at;
    while (start > 0 && isWhite(text.charCodeAt(start - 1))) start--;
    let end = at;
    let lines = 0;
    let spaces = 0;
    let widest = 0;
    for (let i = start; i < text.length && isWhite(text.charCodeAt(i)); i++) {
      if (text.charCodeAt(i) === 10) {
        lines++;
        spaces = 0;
      } else widest = Math.max(widest, ++spaces);
      end = i + 1;
    }
    if ((widest >= wide || lines >= deep) && start > 0 && end < text.length) {
      found++;
      add(
        'pushed',
        start,
        Math.min(text.length, end + 400),
        strict ? 0.6 : LITTER,
        widest >= wide ? 'to the right' : 'below',
      );
    }
    at = end + LOOK;
  }
}

function isWhite(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a)
  );
}
