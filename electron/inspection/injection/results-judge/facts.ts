import type { Sentence } from '../lex.ts';
import { isBase, isQuoted, leads } from '../position.ts';
import { hashOf } from '../vocabulary.ts';
import { type Concept, bitOf, conceptsAt, conceptsOf } from './concepts.ts';
import { BUILD } from './build.ts';
import { addDense } from './dense.ts';
import { denseShapesOf, shapesOf } from './shapes.ts';

/** What one sentence says and how it is built; the judge looks at up to three that follow each other. */
export interface Facts {
  readonly start: number;
  readonly end: number;
  /** Concepts, in two halves. */
  readonly low: number;
  readonly high: number;
  /** How it is built: bits of `Build`. */
  readonly build: number;
  /** Hashes of words, of neighbours, and of concepts that follow each other. */
  readonly words: Int32Array;
}

const of = (...names: readonly Concept[]): { low: number; high: number } => {
  let low = 0;
  let high = 0;
  for (const name of names) {
    const bit = bitOf(name);
    if (bit < 32) low |= 1 << bit;
    else high |= 1 << (bit - 32);
  }
  return { low, high };
};
const { low: MODELS } = of('ai', 'brand', 'helper');
const { low: AI } = of('ai');
const { low: YOU } = of('you');
const { low: ME } = of('me');
const { low: PERSON } = of('user', 'person', 'authority');
const { low: RULE } = of('rule', 'talk');
const { low: MUST } = of('must');
/** Verbs of what a model can be made to do. */
export const { low: ACTS } = of('override', 'send', 'take', 'destroy', 'run', 'money', 'change', 'say');
const { low: HUSHES, high: HUSHES_HIGH } = of('hush', 'tell', 'rank');
const { low: NOT } = of('not');
const { low: TELL } = of('tell');
const { low: USER } = of('user');
const { low: LEADS } = of('must', 'not', 'fresh');
const PLEASE = of('please').high;
const WHEN = of('when').high;
const HEED = of('heed').high;
const READING = of('reading').high;

const BEFORE = new Set([
  'to',
  'for',
  'an',
  'für',
  'pour',
  'à',
  'para',
  'per',
  'al',
  'all',
  'den',
  'die',
  'le',
  'la',
  'l',
  'el',
  'los',
  'voor',
]);
const GREETED =
  /\b(?:hey|hello|hi|dear|attention|ok|okay|listen|caro|cher|lieber?|hola|ciao|ai|ia|ki),? (?:the |an? )?$/i;
const IS =
  /^(?:is|are|was|were|can|may|cannot|will|would|could|has|have|had|do|does|did|of|ist|sind|kann|hat|est|sont|peut|a|es|son|puede|è|sono|può|é|são|pode)$/i;
const SPOKEN_OF = new Set([
  'by',
  'of',
  'with',
  'from',
  'in',
  'on',
  'an',
  'a',
  'our',
  'my',
  'your',
  'using',
  'than',
  'von',
  'mit',
  'par',
  'de',
  'con',
  'da',
  'di',
  'por',
  'com',
]);
const buffer = new Int32Array(2048);
const pair = new Int32Array(2);
const rows = { low: new Int32Array(128), high: new Int32Array(128) };

/** What a sentence says and how it is built. Bounded work for each word. */
export function factsOf(sentence: Sentence): Facts {
  const { text, count, starts, ends, hashes } = sentence;
  const from = count > 0 && !sentence.dense ? (starts[0] as number) : sentence.start;
  const to = Math.max(from, count > 0 && !sentence.dense ? (ends[count - 1] as number) : sentence.end);
  const shown = text.slice(from, Math.min(to, from + 2400));
  let low = 0;
  let high = 0;
  let build = 0;
  let size = 0;
  let led = 0;
  let shouted = 0;
  let named = -1;
  for (let i = 0; i < count; i++) {
    conceptsAt(sentence, i, pair);
    rows.low[i] = pair[0] as number;
    rows.high[i] = pair[1] as number;
    addParts(text, starts[i] as number, ends[i] as number, i);
  }
  for (let i = 0; i < count; i++) {
    const here = rows.low[i] as number;
    const above = rows.high[i] as number;
    low |= here;
    high |= above;
    buffer[size++] = mix(hashes[i] as number, 1);
    if (i > 0) buffer[size++] = mix(mix(hashes[i - 1] as number, 2), hashes[i] as number);
    if (isCapitals(text, starts[i] as number, ends[i] as number)) shouted++;
    if ((here & MODELS) !== 0) {
      build |= named === -1 || (here & AI) !== 0 ? aroundModel(sentence, i) : 0;
      if (named === -1) named = i;
    }
    if ((here & YOU) !== 0)
      for (let k = i + 1; k <= i + 3 && k < count; k++)
        if (((rows.low[k] as number) & RULE) !== 0) build |= BUILD.yourRules;
    if ((here & ME) !== 0)
      for (let k = i + 1; k <= i + 4 && k < count; k++)
        if (((rows.low[k] as number) & PERSON) !== 0) build |= BUILD.iAm;
    if ((here & NOT) !== 0 && keeps(sentence, i)) build |= BUILD.kept;
    const acts = (here & ACTS) !== 0 || (here & HUSHES) !== 0 || (above & HUSHES_HIGH) !== 0;
    if (acts && (i === 0 || leads(sentence, i) || isLed(i)) && isBase(sentence, i) && !isLabel(sentence, i)) {
      led++;
      if (i === 0) build |= BUILD.begins;
      if (named !== -1 && named < i) build |= BUILD.ordersModel;
      if (led === 1 && (isQuoted(sentence, starts[i] as number) || isCited(text, from, starts[i] as number)))
        build |= BUILD.quoted;
    }
    // Which concept follows which, up to three words on.
    if (here !== 0 || above !== 0)
      for (let k = i + 1; k <= i + 3 && k < count && size < 1900; k++)
        if (rows.low[k] !== 0 || rows.high[k] !== 0)
          buffer[size++] = mix(
            mix(first(here, above), 7),
            first(rows.low[k] as number, rows.high[k] as number),
          );
  }
  // A list of words is no order, whatever the words.
  if (count >= 6 && isList(sentence)) {
    led = 0;
    build &= ~(BUILD.ordersModel | BUILD.vocative | BUILD.begins);
  }
  if (led > 0) build |= BUILD.order;
  if (led > 1) build |= BUILD.orders;
  if (led > 2) build |= BUILD.manyOrders;
  if (shouted >= 4 && shouted * 2 >= count) build |= BUILD.shouted;
  build |= shapesOf(text, from, shown);
  pair[0] = low;
  pair[1] = high;
  if (addDense(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 2400)), pair)) {
    build |= BUILD.dense;
    const said = pair[0] as number;
    const acts = bitsIn(said & ACTS);
    if ((said & AI) !== 0 && acts > 0) build |= BUILD.ordersModel;
    build |= denseShapesOf(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 2400)));
    if (acts > 0) build |= BUILD.order;
    if (acts > 1) build |= BUILD.orders;
    if (acts > 2) build |= BUILD.manyOrders;
  }
  return {
    start: from,
    end: to,
    low: pair[0] as number,
    high: pair[1] as number,
    build,
    words: buffer.slice(0, size),
  };
}

/** In the marks of other languages, „…“ and « … »: cited when words stand before them. */
function isCited(text: string, from: number, at: number): boolean {
  for (let i = at - 1; i > from && i >= at - 60; i--) {
    const code = text.charCodeAt(i);
    if (code === 0x201d || code === 0xbb || code === 10) return false;
    if (code === 0x201e || code === 0xab || code === 0x300c || code === 0x201c) return i > from + 3;
  }
  return false;
}

/** Words with a comma after most of them. */
function isList({ text, count, ends }: Sentence): boolean {
  let commas = 0;
  for (let i = 0; i < count; i++) if (text.charCodeAt(ends[i] as number) === 44) commas++;
  return commas * 2 > count;
}

/** "Do not tell the user", "never mention it to anybody". */
function keeps({ count }: Sentence, i: number): boolean {
  for (let k = i + 1; k <= i + 3 && k < count; k++) {
    if (((rows.low[k] as number) & TELL) === 0) continue;
    for (let p = k + 1; p <= k + 5 && p < count; p++) if (((rows.low[p] as number) & USER) !== 0) return true;
  }
  return false;
}

/** "transfer_funds" and "delete-file" say what they do. */
function addParts(text: string, start: number, end: number, i: number): void {
  const word = text.slice(start, Math.min(end, start + 48));
  if (!word.includes('_')) return;
  for (const part of word.split('_')) {
    if (part.length < 3) continue;
    conceptsOf(hashOf(part), pair);
    rows.low[i] = (rows.low[i] as number) | (pair[0] as number);
    rows.high[i] = (rows.high[i] as number) | (pair[1] as number);
  }
}

/** How a model is named: called, spoken to, told what it must, or spoken of. */
function aroundModel(sentence: Sentence, i: number): number {
  const { text, ends, count } = sentence;
  const end = ends[i] as number;
  let build = 0;
  let next = end;
  while (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 34 || text.charCodeAt(next) === 42) next++;
  const mark = text[next] ?? '';
  const greeted = GREETED.test(
    text.slice(Math.max(0, (sentence.starts[i] as number) - 12), sentence.starts[i]),
  );
  const isMarked = /[,!—–→]/.test(mark) || (mark === ':' && text[next + 1] !== '/' && text[next + 1] !== ':');
  if (greeted || ((isMarked || isHeading(sentence, i)) && beginsClause(sentence, i))) build |= BUILD.vocative;
  for (let k = Math.max(0, i - 4); k < i; k++) {
    const word = text.slice(sentence.starts[k] as number, ends[k] as number).toLowerCase();
    if (((rows.high[k] as number) & WHEN) !== 0) build |= BUILD.ifModel;
    if (wordsIn(sentence, i) <= 8 && (BEFORE.has(word) || ((rows.high[k] as number) & HEED) !== 0))
      build |= BUILD.toModel;
  }
  for (let k = i + 1; k <= i + 8 && k < count; k++) {
    if (((rows.low[k] as number) & MUST) !== 0) build |= BUILD.modelMust;
    if (k > i + 4) continue;
    if (((rows.high[k] as number) & READING) !== 0) build |= BUILD.toModel;
  }
  if (i + 1 < count && (sentence.starts[i + 1] as number) === end + 1 && text.charCodeAt(end) === 32) {
    const word = text.slice(sentence.starts[i + 1] as number, ends[i + 1] as number);
    if (IS.test(word)) build |= BUILD.modelIs;
    else if (/[a-z]s$/.test(word) && ((rows.low[i + 1] as number) & ACTS) !== 0) build |= BUILD.modelDoes;
  }
  return build;
}

/** How many words stand before this one in its clause; a clause begins after a mark that ends one. */
function wordsIn({ text, starts, ends }: Sentence, i: number): number {
  for (let k = i; k > 0 && k > i - 9; k--)
    if (CLAUSE.test(text.slice(ends[k - 1] as number, starts[k] as number))) return i - k;
  return Math.min(i, 9);
}

const CLAUSE = /["“”:;.()<>[\]{}|=\n–—#*!?>/]/;

/** "Agent for the night shift: …": what it is called goes on for a few words, up to a colon. */
function isHeading(sentence: Sentence, i: number): boolean {
  const { text, starts, ends, count } = sentence;
  if (wordsIn(sentence, i) > 2) return false;
  for (let k = i + 1; k <= i + 4 && k < count; k++) {
    const gap = text.slice(ends[k] as number, k + 1 < count ? starts[k + 1] : (ends[k] as number) + 3);
    if (/^ ?: /.test(gap)) return true;
    if (CLAUSE.test(gap) || gap.includes(',')) return false;
  }
  return false;
}

/** Whether a name stands where somebody is called: near the beginning of a clause, and not as what something is made with. */
function beginsClause(sentence: Sentence, i: number): boolean {
  if (wordsIn(sentence, i) > 4) return false;
  if (i === 0) return true;
  const before = sentence.text.slice(sentence.starts[i - 1] as number, sentence.ends[i - 1] as number);
  return !SPOKEN_OF.has(before.toLowerCase());
}

/** "Assistant → do", "AI, please do". */
function isLed(i: number): boolean {
  if (((rows.low[i - 1] as number) & LEADS) !== 0 || ((rows.high[i - 1] as number) & PLEASE) !== 0)
    return true;
  for (let k = i - 1; k >= 0 && k >= i - 2; k--) if (((rows.low[k] as number) & AI) !== 0) return true;
  return false;
}

/** "Email: …" and "read: false" are labels; a word with a comma behind it is one of a list. */
function isLabel({ text, ends }: Sentence, i: number): boolean {
  const code = text.charCodeAt(ends[i] as number);
  return (
    code === 58 ||
    code === 61 ||
    code === 44 ||
    (code === 34 && text.charCodeAt((ends[i] as number) + 1) === 58)
  );
}

function isCapitals(text: string, start: number, end: number): boolean {
  if (end - start < 2) return false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 65 || code > 90) return false;
  }
  return true;
}

export function bitsIn(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The first concept of a word, the one that tells most. */
function first(low: number, high: number): number {
  return low !== 0 ? 31 - Math.clz32(low & -low) : 63 - Math.clz32(high & -high);
}

export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x27d4eb2f);
}
