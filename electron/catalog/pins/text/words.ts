import { plainLetters } from '../../shadowing/confusables.ts';

/** One stretch of a text between sentence marks, line ends and brackets. */
export interface Sentence {
  /** As it stands in the text, trimmed. */
  readonly raw: string;
  /** In plain letters and lower case. */
  readonly plain: string;
  /** Stems of its words, in order. */
  readonly stems: readonly string[];
  /** The words themselves, lower case. */
  readonly words: readonly string[];
}

/** More is cut off; a text of this length has been read by nobody. */
const MAX_CHARS = 64 * 1024;
const MAX_SENTENCES = 2000;

/**
 * The sentences of a text, in plain letters so that hidden and look-alike characters split no word. Of very long
 * texts the first 64 thousand characters; the caller treats longer ones as suspect by themselves. Linear.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  // One word a line reads as a sentence all the same.
  const body = text.slice(0, MAX_CHARS).replace(/\n(?=[^\s]{1,20}(?:\n|$))/g, ' ');
  let from = 0;
  for (let i = 0; i <= body.length && sentences.length < MAX_SENTENCES; i++) {
    if (i < body.length && !endsSentence(body, i)) continue;
    const raw = body.slice(from, i).trim();
    from = i + 1;
    if (raw.length < 2) continue;
    const plain = withoutDigits(plainLetters(raw).toLowerCase());
    if (WORD.test(plain)) sentences.push(new ReadSentence(raw, plain));
  }
  return sentences;
}

const WORD = /[\p{L}\p{N}_]/u;

/** Words and stems are made when they are asked for: most sentences are done with after a look at their letters. */
class ReadSentence implements Sentence {
  readonly raw: string;
  readonly plain: string;
  #words: readonly string[] | undefined;
  #stems: readonly string[] | undefined;

  constructor(raw: string, plain: string) {
    this.raw = raw;
    this.plain = plain;
  }

  get words(): readonly string[] {
    return (this.#words ??= wordsOf(this.plain));
  }

  get stems(): readonly string[] {
    return (this.#stems ??= this.words.map(stem));
  }
}

const DIGITS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

/** A sentence written with digits for letters ("1gn0r3 4ll") in letters; others as they are. */
function withoutDigits(plain: string): string {
  const mixed = plain.match(/[a-z][013457]|[013457][a-z]/g)?.length ?? 0;
  if (mixed < 6) return plain;
  return plain.replace(/[013457@$](?=[a-z013457])|(?<=[a-z])[013457@$]/g, (digit) => DIGITS[digit] ?? digit);
}

function endsSentence(text: string, i: number): boolean {
  const c = text[i] as string;
  if (
    c === '\n' ||
    c === '!' ||
    c === '?' ||
    c === ';' ||
    c === '。' ||
    c === '<' ||
    c === '>' ||
    c === '[' ||
    c === ']' ||
    c === '{' ||
    c === '}'
  )
    return true;
  if (c !== '.') return false;
  const next = text.charCodeAt(i + 1);
  return Number.isNaN(next) || next === 32 || next === 10 || next === 13 || next === 9 || next > 0x2000;
}

/** Words in lower case; names with underscores stay whole. */
export function wordsOf(plain: string): string[] {
  return plain.match(/[\p{L}\p{N}_]+(?:'[\p{L}\p{N}_]+)*/gu) ?? [];
}

/**
 * A word without its endings, so that send, sends, sending are one. Crude on purpose: the sets it is compared with
 * went through it too.
 */
export function stem(word: string): string {
  let s = word;
  if (s.length > 3 && s.endsWith('s') && !s.endsWith('ss'))
    s = s.endsWith('ies') ? `${s.slice(0, -3)}y` : s.slice(0, -1);
  if (s.length > 5 && s.endsWith('ing')) s = s.slice(0, -3);
  else if (s.length > 4 && s.endsWith('ied')) s = `${s.slice(0, -3)}y`;
  else if (s.length > 4 && s.endsWith('ed')) s = s.slice(0, -2);
  if (s.length > 3 && s.endsWith('e')) s = s.slice(0, -1);
  const last = s.at(-1);
  if (s.length > 3 && last === s.at(-2) && last !== undefined && /[b-df-hj-np-tv-z]/.test(last))
    s = s.slice(0, -1);
  return s;
}

/** A set of stems from a line of words. */
export function stems(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' ').map(stem));
}
