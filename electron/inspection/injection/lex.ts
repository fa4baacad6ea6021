import { DIGIT, LETTER, OTHER, UNSEEN, kindOf, plainOf } from './letters.ts';
import { isLeet } from './leet.ts';
import { HASH_START, MARK, SINK, partsOf } from './vocabulary.ts';

/** The words of one sentence: where they stand, their hashes and the parts they play. Reused from sentence to sentence. */
export interface Sentence {
  text: string;
  start: number;
  end: number;
  /** How many words it has. */
  count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
  readonly parts: Int32Array;
  /** All the parts together: most sentences are done with after a look at it. */
  all: number;
  /** How many words play a part, and how many mix letters with digits. */
  known: number;
  mixed: number;
  /** How many of those are words of orders when digits are read as letters. */
  leet: number;
  /** A word of a system's marks stands next to a bracket, a colon or a number sign. */
  marked: boolean;
  /** It has letters of a script without spaces. */
  dense: boolean;
}

/** Longer sentences are cut here. */
const MOST = 96;
const OVERLAP = 16;
const LONGEST = 2400;
const LONG_LINE = 48;
const NEWLINE = 10;
const UNDERSCORE = 95;

/** Classes of ASCII in one table: most characters are decided by one look. */
const ASCII = new Uint8Array(128);
const PLAIN = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  ASCII[code] = kindOf(code);
  PLAIN[code] = plainOf(code);
}

/**
 * Cuts a text into sentences and gives each to `visit`, which returns false to stop. One look at each character. A line
 * end ends a sentence unless the sentence plainly goes on; a word on each line is a sentence, too; `\n` written out
 * counts as a line end. Words are hashed in plain lower-case letters (letters.ts).
 */
export function eachSentence(text: string, visit: (sentence: Sentence) => boolean): void {
  const sentence = spare ?? newSentence();
  spare = undefined;
  sentence.text = text;
  reset(sentence, 0);
  try {
    read(sentence, text, visit);
  } finally {
    sentence.text = '';
    spare = sentence;
  }
}

/** Kept for the next text: most texts are short, and making one would cost more than reading them. */
let spare: Sentence | undefined;

function newSentence(): Sentence {
  return {
    text: '',
    start: 0,
    end: 0,
    count: 0,
    starts: new Int32Array(MOST),
    ends: new Int32Array(MOST),
    hashes: new Int32Array(MOST),
    parts: new Int32Array(MOST),
    all: 0,
    known: 0,
    mixed: 0,
    leet: 0,
    marked: false,
    dense: false,
  };
}

function read(sentence: Sentence, text: string, visit: (sentence: Sentence) => boolean): void {
  const { length } = text;
  let line = 0;
  let onLine = 0;
  let i = 0;
  while (i < length) {
    const code = text.charCodeAt(i);
    const kind = code < 128 ? (ASCII[code] as number) : kindOf(code);
    if (kind === LETTER || kind === DIGIT) {
      i = readWord(sentence, text, i, length);
      onLine++;
      if (sentence.count < MOST && i - sentence.start < LONGEST) continue;
    } else {
      i++;
      if (code === 32) continue;
      if (code === 92) {
        const next = text.charCodeAt(i);
        if (next !== 110 && next !== 114 && next !== 116) continue;
        i++;
        if (next === 116 || onLine < 3) continue;
      } else if (code === 46 || code === 33 || code === 63 || code === 59) {
        if (code === 46 && isWordStart(text.charCodeAt(i))) continue;
      } else if (code === 0x3002) {
        sentence.dense = true;
      } else if (code === NEWLINE) {
        const goesOn = onLine <= 2 || (i - line > LONG_LINE && isLower(text, i));
        line = i;
        onLine = 0;
        if (goesOn && text.charCodeAt(i) !== NEWLINE) continue;
      } else {
        if (code === 64 || code === 58) sink(sentence, text, i, code);
        else if (code >= 0x3040 && code < 0xd800) sentence.dense = true;
        continue;
      }
    }
    if (sentence.count > 0 || sentence.dense) {
      sentence.end = i;
      if (!visit(sentence)) return;
    }
    // What is cut at a length goes on with its last words, so that no phrase is cut in two.
    if (kind === LETTER || kind === DIGIT) carry(sentence, text, i);
    else {
      reset(sentence, i);
      onLine = 0;
    }
  }
  if (sentence.count > 0 || sentence.dense) {
    sentence.end = length;
    visit(sentence);
  }
}

/** Reads one word, enters it, and returns where it ends. */
function readWord(sentence: Sentence, text: string, from: number, length: number): number {
  let hash = HASH_START;
  let seen = 0;
  let i = from;
  // An underscore in front is no part of a word.
  while (text.charCodeAt(i) === UNDERSCORE) i++;
  for (; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) {
      const kind = ASCII[code] as number;
      if (kind === OTHER) {
        // don't, user's: the apostrophe belongs to the word and is not part of its hash.
        if (code === 39 && i > from && isLetter(text.charCodeAt(i + 1))) continue;
        break;
      }
      if (code === UNDERSCORE && splits(text, i, seen)) break;
      seen |= kind;
      hash = Math.imul(hash ^ (PLAIN[code] as number), 0x01000193);
      continue;
    }
    const kind = kindOf(code);
    if (kind === LETTER || kind === DIGIT) {
      seen |= LETTER;
      hash = Math.imul(hash ^ plainOf(code), 0x01000193);
    } else if (kind === UNSEEN) {
      if (code === 0xdb40) i++;
    } else if (code !== 0x2019 || !isLetter(text.charCodeAt(i + 1))) break;
  }
  const end = Math.max(Math.min(i, length), from + 1);
  enter(sentence, text, from, end, hash, seen === (LETTER | DIGIT));
  return end;
}

/** Two words that an underscore was put between: External_Ignore. */
function splits(text: string, at: number, seen: number): boolean {
  return (seen & LETTER) !== 0 && isCapital(text.charCodeAt(at + 1)) && !isCapital(text.charCodeAt(at - 1));
}

function enter(
  sentence: Sentence,
  text: string,
  from: number,
  i: number,
  hash: number,
  mixed: boolean,
): void {
  const { count } = sentence;
  const parts = partsOf(hash);
  sentence.starts[count] = from;
  sentence.ends[count] = i;
  sentence.hashes[count] = hash;
  sentence.parts[count] = parts;
  sentence.count = count + 1;
  if (mixed) {
    sentence.mixed++;
    if (isLeet(text, from, i)) sentence.leet++;
  }
  if (parts !== 0) {
    sentence.all |= parts;
    sentence.known++;
    if ((parts & MARK) !== 0 && !sentence.marked)
      sentence.marked = isBracket(text.charCodeAt(from - 1)) || isBracket(text.charCodeAt(i));
  }
}

/** Starts the next sentence with the last words of this one. */
function carry(sentence: Sentence, text: string, at: number): void {
  const { starts, ends, hashes, parts, count } = sentence;
  const from = Math.max(0, count - OVERLAP);
  const begun = starts[from] as number;
  // Words of such length are none, and there is no phrase to be cut.
  if (at - begun > LONGEST / 2) {
    reset(sentence, at);
    return;
  }
  for (const list of [starts, ends, hashes, parts]) list.copyWithin(0, from, count);
  reset(sentence, begun);
  sentence.count = count - from;
  for (let i = 0; i < sentence.count; i++) {
    const part = parts[i] as number;
    sentence.all |= part;
    if (part !== 0) sentence.known++;
    if (
      (part & MARK) !== 0 &&
      (isBracket(text.charCodeAt((starts[i] as number) - 1)) || isBracket(text.charCodeAt(ends[i] as number)))
    )
      sentence.marked = true;
  }
}

function reset(sentence: Sentence, at: number): void {
  sentence.start = at;
  sentence.count = 0;
  sentence.all = 0;
  sentence.known = 0;
  sentence.mixed = 0;
  sentence.leet = 0;
  sentence.marked = false;
  sentence.dense = false;
}

/** An address or a URL: its last word so far is a place outside. */
function sink(sentence: Sentence, text: string, at: number, code: number): void {
  if (sentence.count === 0 || sentence.ends[sentence.count - 1] !== at - 1) return;
  const next = text.charCodeAt(at);
  if (code === 58 ? next !== 47 : !isWordStart(next)) return;
  const last = sentence.count - 1;
  sentence.parts[last] = (sentence.parts[last] as number) | SINK;
  sentence.all |= SINK;
}

/** < > [ ] | # : ( ) { */
function isBracket(code: number): boolean {
  return (
    code === 60 ||
    code === 62 ||
    code === 91 ||
    code === 93 ||
    code === 124 ||
    code === 35 ||
    code === 58 ||
    code === 40 ||
    code === 41 ||
    code === 123
  );
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isWordStart(code: number): boolean {
  const kind = kindOf(code);
  return kind === LETTER || kind === DIGIT;
}

function isLower(text: string, at: number): boolean {
  let i = at;
  while (text.charCodeAt(i) === 32 && i - at < 12) i++;
  const code = text.charCodeAt(i);
  return code >= 97 && code <= 122;
}
