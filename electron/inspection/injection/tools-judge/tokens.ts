import type { Place } from '../../decode/part.ts';
import { LITERAL, notionOf, notionOfPair } from '../../model/notions.ts';
import type { Sentence } from '../lex.ts';
import { stemOf, stemOfWord } from './stems.ts';

// The words of a sentence as the judge takes them: by their stems, and what is no word of the language by its kind, so
// that one address, path or name of a parameter is like any other.

const kind = (name: string): number => stemOfWord(`<${name}>`);
const NUMBER = kind('number');
const ADDRESS = kind('address');
const MAIL = kind('mail');
const PATH = kind('path');
const DOTTED = kind('dotted');
const NAME = kind('name');
const CODE = kind('code');
const CODE_NAME = kind('code name');
const CALL = kind('call');
const CITED = kind('cited');

/** Longer than the longest sentence of the lexer. */
const MOST = 128;

/** The words of one sentence, reused from sentence to sentence. */
export class Tokens {
  count = 0;
  readonly hashes = new Int32Array(MOST);
  /** The notions of each. */
  readonly notions = new Int32Array(MOST);
  /** Stems that stand inside of what was taken for one thing. */
  inside = 0;
  readonly within = new Int32Array(2 * MOST);
  /** Stems of what is cited. */
  quoted = 0;
  readonly cited = new Int32Array(MOST);
  /** All notions of what is said, pairs of words and written-out addresses included. */
  all = 0;
  #quotes: readonly Place[] = [];
  #next = 0;

  /** Begins another text, with what it cites. */
  begin(quotes: readonly Place[]): void {
    this.#quotes = quotes;
    this.#next = 0;
  }

  /** Takes the next sentence of the text. */
  read(sentence: Sentence): void {
    this.count = 0;
    this.inside = 0;
    this.quoted = 0;
    this.all = 0;
    let lastQuote = -1;
    let before = 0;
    for (let i = 0; i < sentence.count;) {
      const start = sentence.starts[i] as number;
      const quote = this.#quoteAt(start);
      if (quote !== -1) {
        if (quote !== lastQuote) this.#add(CITED, 0);
        lastQuote = quote;
        this.cited[this.quoted++] = stemOf(sentence.text, start, sentence.ends[i] as number);
        before = 0;
        i++;
        continue;
      }
      const last = this.#run(sentence, i);
      for (; i <= last; i++) {
        const hash = sentence.hashes[i] as number;
        this.all |= notionOf(hash);
        if (before !== 0) this.all |= notionOfPair(before, hash);
        before = hash;
      }
    }
  }

  #add(hash: number, notions: number): void {
    this.hashes[this.count] = hash;
    this.notions[this.count++] = notions;
    this.all |= notions;
  }

  /** Which quotation a place is in; -1: in none. Sentences come in order, but for the few words that one carries over. */
  #quoteAt(at: number): number {
    const quotes = this.#quotes;
    while (this.#next > 0 && at < (quotes[this.#next - 1] as Place).end) this.#next--;
    while (this.#next < quotes.length && (quotes[this.#next] as Place).end <= at) this.#next++;
    const quote = quotes[this.#next];
    return quote !== undefined && at >= quote.start ? this.#next : -1;
  }

  /** Adds what begins at a word, and returns the last word of it: addresses, paths and dotted names are several. */
  #run(sentence: Sentence, first: number): number {
    const { text, starts, ends, count } = sentence;
    const start = starts[first] as number;
    const lead = text.charCodeAt(start - 1);
    let what = isPathLead(lead, text.charCodeAt(start - 2)) ? PATH : 0;
    let last = first;
    for (; last + 1 < count; last++) {
      const gap = gapKind(text, ends[last] as number, starts[last + 1] as number, what);
      if (gap === 0) break;
      if (what === 0 || gap === MAIL) what = gap;
    }
    const end = ends[last] as number;
    if (last > first || what !== 0) {
      for (let i = first; i <= last; i++)
        this.within[this.inside++] = stemOf(text, starts[i] as number, ends[i] as number);
      this.#add(lead === 96 ? CODE_NAME : what, what === ADDRESS || what === MAIL ? LITERAL : 0);
      return last;
    }
    const hash = stemOf(text, start, end);
    const form = formOf(text, start, end);
    if (form === NUMBER) this.#add(NUMBER, 0);
    else if (form === 0 && lead !== 96) this.#add(hash, notionOf(sentence.hashes[first] as number));
    else {
      this.within[this.inside++] = hash;
      const notions = notionOf(sentence.hashes[first] as number);
      this.#add(lead === 96 ? (form === NAME ? CODE_NAME : CODE) : form, notions);
      if (text.charCodeAt(end) === 40) this.within[this.inside++] = CALL;
    }
    return last;
  }
}

function isPathLead(lead: number, before: number): boolean {
  if (lead === 47 || lead === 126 || lead === 92) return true;
  return (
    lead === 46 && (Number.isNaN(before) || before <= 32 || before === 47 || before === 96 || before === 34)
  );
}

/** What two words are together by what stands between them; 0: two words. */
function gapKind(text: string, from: number, to: number, what: number): number {
  if (to - from > 4 || to <= from) return 0;
  let slash = false;
  let colon = false;
  let dot = false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 64) return MAIL;
    if (code === 47 || code === 92 || code === 126) slash = true;
    else if (code === 58) colon = true;
    else if (code === 46) dot = true;
    else if (code !== 45 && code !== 63 && code !== 61 && code !== 38) return 0;
    else if (what === 0) return 0;
  }
  if (colon) return slash ? ADDRESS : 0;
  if (slash) return what;
  return dot ? (what === 0 ? DOTTED : what) : what;
}

/** A number, a name with an underscore or digits in it, a call, or 0 for a plain word. */
function formOf(text: string, start: number, end: number): number {
  let digits = 0;
  let joined = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
    else if (code === 95) joined = true;
  }
  if (digits === end - start) return NUMBER;
  return joined ? NAME : 0;
}
