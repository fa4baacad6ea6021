import { plainLetters } from '../../catalog/shadowing/confusables.ts';
import type { Stance } from '../model/features.ts';
import { MODELS, type Models, modelWeight } from '../model/judge.ts';
import { notionsOf } from '../model/notions.ts';
import type { Place } from '../decode/part.ts';
import { work } from '../decode/work.ts';
import { type Cluster, Clusters } from './clusters.ts';
import { LOW } from './cues/low.ts';
import { shiftOf } from './disguise.ts';
import { type Sentence, eachSentence } from './lex.ts';
import { readMarks } from './marks.ts';
import { readOrders } from './orders.ts';
import { readElsewhere, readOverride } from './override.ts';
import type { Signal, SignalName } from './signal.ts';
import { isSpoken, readToolSentence } from './tool-sentence.ts';
import { readTurns } from './turns.ts';
import { judgeSpots } from './results-judge/judge.ts';
import { type Spot, isSpot } from './results-judge/windows.ts';
import {
  ABOUT,
  ACT,
  CALL,
  CAST,
  EVERYTHING,
  EARLIER,
  FOLLOW,
  MODEL,
  MUST,
  NEW,
  NOT,
  OVERRIDE,
  PERSON,
  READER,
  ROLE,
  SAFETY,
  SAY,
  SEND,
  SINK,
  STEAL,
  STEALTH,
  TAKE,
  TALK,
  TASK,
  TELL,
  TOOL,
  TREASURE,
  VOICE,
} from './vocabulary.ts';

/** What one reading of one text gave. */
export interface TextReading {
  readonly clusters: readonly Cluster[];
  /** How many words of the trade of attacks it has, and how many words in all: whether it is about attacks. */
  readonly about: number;
  readonly words: number;
  readonly complete: boolean;
  /** Sentences that may be in disguise: digits among letters, or hardly a known word in many. */
  readonly odd: readonly Place[];
  /** In results: what the judge looked at. */
  readonly spots: readonly Spot[];
}

/** Sentences that may be in disguise; a text with more of them is data. */
const MOST_ODD = 2000;
const MERGED = 8000;
/** What is cited in a description counts so much. */
const CITED = 0.25;
/** What is said in a sentence that sounds honest as a whole counts so much. */
const UNLIKELY = 0.85;
const WEAK = 4;
/** In results the model counts at most so many times what else was found. */
const RESULT_TIMES = 3.4;
/** Signals of this weight suffice alone. */
const FULL = 5;
/** How much of a sentence the shapes look at. */
const LOOKED_AT = 3000;
/** So many characters of sentences that could be orders are read closely; more is left and said. */
const CLOSE_CHARS = 4 * 1024 * 1024;

/** Reads a text sentence by sentence. Linear: sentences that play no part of an order are passed over after one look. */
export function readText(text: string, isTool: boolean, models: Models = MODELS): TextReading {
  const clusters = new Clusters();
  let about = 0;
  let words = 0;
  let left = CLOSE_CHARS;
  const odd: Place[] = [];
  const spots: Spot[] = [];
  let subject: number | undefined;
  work.steps += text.length;
  eachSentence(text, (sentence) => {
    words += sentence.count;
    // What a description begins with is what it is about; in results every sentence stands for itself.
    const stance = { notions: isTool ? notionsOf(sentence) : undefined, subject };
    subject ??= stance.notions;
    if ((sentence.all & ABOUT) !== 0) about += count(sentence, ABOUT);
    if (odd.length < MOST_ODD && isOdd(sentence)) noteOdd(odd, sentence);
    const isNamed = !isTool && isSpot(sentence);
    if (!couldOrder(sentence, isTool)) {
      if (isNamed) spots.push({ start: sentence.start, end: sentence.end, signals: [] });
      return true;
    }
    const start = sentence.count > 0 && !sentence.dense ? (sentence.starts[0] as number) : sentence.start;
    const end = Math.max(
      start,
      sentence.count > 0 && !sentence.dense ? (sentence.ends[sentence.count - 1] as number) : sentence.end,
    );
    const signals = readSentence(
      sentence,
      start,
      Math.max(end, Math.min(sentence.end, start + LOOKED_AT)),
      isTool,
      models,
      stance,
    );
    clusters.add(start, end, signals);
    if (isNamed || (!isTool && signals.length > 0)) spots.push({ start, end, signals });
    left -= end - start;
    return left > 0;
  });
  LOW.forget();
  clusters.close();
  const { clusters: judged, complete } =
    isTool || models.window === undefined
      ? { clusters: clusters.found, complete: true }
      : judgeSpots(text, clusters.found, spots, { about }, models.window);
  return { clusters: judged, about, words, complete: left > 0 && complete, odd, spots };
}

/** Digits for letters in several words, or, where hardly a word is known, words of orders in a shifted alphabet. */
function isOdd(sentence: Sentence): boolean {
  const { mixed, leet, count: words, known, hashes } = sentence;
  if ((leet >= 1 && mixed >= 4 && mixed * 4 >= words) || isGroups(sentence)) return true;
  if (words < 6 || known * 8 > words) return false;
  let hits = 0;
  for (let i = 0; i < words; i++) if (shiftOf(hashes[i] as number) !== undefined) hits++;
  return hits >= 2;
}

/** Sentences cut at a length are one again. */
function noteOdd(odd: Place[], { starts, ends, count: words }: Sentence): void {
  const start = starts[0] as number;
  const end = ends[words - 1] as number;
  const last = odd.at(-1);
  if (last !== undefined && start - last.end <= 2 && end - last.start <= MERGED)
    odd[odd.length - 1] = { start: last.start, end };
  else odd.push({ start, end });
}

/** Words of one length throughout, two or eight, that could be numbers: bytes. */
function isGroups({ text, count: words, known, starts, ends }: Sentence): boolean {
  if (words < 8 || known * 4 > words) return false;
  let groups = 0;
  for (let i = 0; i < words; i++) {
    const length = (ends[i] as number) - (starts[i] as number);
    if (length !== 2 && length !== 8 && length !== 4) continue;
    if (isHex(text.charCodeAt((starts[i] as number) + length - 1))) groups++;
  }
  return groups >= 8 && groups * 3 >= words;
}

const isHex = (code: number): boolean =>
  (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 102);

function count({ parts, count: words }: Sentence, part: number): number {
  let sum = 0;
  for (let i = 0; i < words; i++) if (((parts[i] as number) & part) !== 0) sum++;
  return sum;
}

/** A cheap look at which parts are there together: what no rule could find is not read closely. */
function couldOrder(sentence: Sentence, isTool: boolean): boolean {
  const { all, marked, dense } = sentence;
  if (marked || dense || (all & (OVERRIDE | ROLE | STEAL | STEALTH)) !== 0) return true;
  if ((all & NOT) !== 0 && (all & (TELL | FOLLOW | PERSON)) !== 0) return true;
  if ((all & TREASURE) !== 0 && (all & (SEND | TAKE | SAY | ACT)) !== 0) return true;
  if ((all & TALK) !== 0 && (all & (SEND | TAKE | SAY)) !== 0) return true;
  if ((all & TASK) !== 0 && (all & (NEW | EARLIER | READER)) !== 0) return true;
  if ((all & SINK) !== 0 && (all & SEND) !== 0) return true;
  if ((all & READER) !== 0 && (all & (CAST | MODEL | VOICE | MUST)) !== 0) return true;
  if ((all & MODEL) !== 0) return true;
  if ((all & READER) !== 0 && (all & EARLIER) !== 0) return true;
  if ((all & CALL) !== 0 && (all & (TOOL | SEND)) !== 0) return true;
  if ((all & NOT) !== 0 && (all & (SAFETY | READER | TASK)) !== 0) return true;
  if ((all & SAY) !== 0 && ((all & (MUST | NEW | PERSON)) !== 0 || saysQuoted(sentence))) return true;
  if ((all & EVERYTHING) !== 0) return true;
  if ((all & FOLLOW) !== 0 && (all & (MUST | READER)) !== 0) return true;
  return (
    isTool &&
    (all & (SAFETY | SINK | TREASURE | CALL | TOOL | MUST | CAST | ACT | PERSON | TALK | VOICE)) !== 0
  );
}

/** "print 'x'", "respond with:": something to be said word for word. */
function saysQuoted({ text, parts, ends, count: words }: Sentence): boolean {
  for (let i = 0; i < words; i++) {
    if (((parts[i] as number) & SAY) === 0) continue;
    const end = ends[Math.min(words - 1, i + 1)] as number;
    for (let at = ends[i] as number; at < end + 3; at++) {
      const code = text.charCodeAt(at);
      if (code === 34 || code === 39 || code === 58 || code === 0x201c) return true;
    }
  }
  return false;
}

function readSentence(
  sentence: Sentence,
  start: number,
  end: number,
  isTool: boolean,
  models: Models,
  { notions, subject }: { readonly notions: number | undefined; readonly subject: Stance['subject'] },
): Signal[] {
  const weights = new Map<SignalName, number>();
  work.steps += end - start;
  const add = (name: SignalName, weight: number): void => {
    // Descriptions of tools speak to the model and say what to call: that is what they are for.
    const counted = isTool && weight < FULL && ORDINARY.has(name) ? weight * 0.4 : weight;
    if (counted > (weights.get(name) ?? 0)) weights.set(name, counted);
  };
  const shown = sentence.text.slice(start, Math.min(end, start + LOOKED_AT));
  const slice = DISGUISED.test(shown) ? plainLetters(shown) : shown;
  const lower = slice.toLowerCase();
  const reading = {
    sentence,
    low: lower.includes('\n') || lower.includes('\t') ? lower.replaceAll(/[\n\r\t]/g, ' ') : lower,
    add,
  };
  readOverride(reading);
  readOrders(reading);
  readTurns(reading);
  if (sentence.marked)
    readMarks(reading, sentence.text.slice(Math.max(0, start - 24), Math.min(end + 12, start + LOOKED_AT)));
  if (sentence.dense || NOT_ENGLISH.test(shown)) readElsewhere({ ...reading, low: shown.toLowerCase() });
  if (isTool) readToolSentence(reading, slice);
  // In results the model makes no order alone: without another signal it need not be asked.
  const learned =
    isTool || weights.size > 0
      ? modelWeight(sentence, { notions: notions ?? notionsOf(sentence), subject }, isTool, models)
      : 0;
  // What is merely cited makes no order, however much it sounds like one.
  const most = isTool ? learned : RESULT_TIMES * Math.max(0, ...weights.values());
  if (learned > 0) add('model', Math.min(learned, most));
  let factor = 1;
  if (isTool && weights.size > 0 && isSpoken(sentence)) factor = CITED;
  else if (learned < 0 && isDoubtful(weights)) factor = UNLIKELY;
  return [...weights].map(([name, weight]) => ({ name, weight: weight * factor }));
}

/** A single signal, beside the general one, that is weak or of a kind that honest descriptions come near to. */
function isDoubtful(weights: ReadonlyMap<SignalName, number>): boolean {
  let doubtful = 0;
  for (const [name, weight] of weights) {
    if (name === 'veiled') continue;
    if (doubtful++ > 0 || (weight >= WEAK && !NEAR.has(name))) return false;
  }
  return true;
}

const NEAR: ReadonlySet<SignalName> = new Set<SignalName>(['theft', 'override', 'deceit']);

/** What descriptions of tools say of how to use them: the model is spoken to, tools are named, answers are prescribed. */
const ORDINARY: ReadonlySet<SignalName> = new Set<SignalName>([
  'steering',
  'address',
  'coercion',
  'new-task',
  'first',
]);
/** Letters and gaps that pass for others. */
const DISGUISED =
  /[\ufe00-\ufe0f\u00ad\u0250-\u1dff\u200b-\u200f\u2060-\u2064\uff01-\uff5e\ufeff\ud835\udb40]/;
const NOT_ENGLISH = /[^\0-\x7f]|\b(?:die|las|los|les|le|la|der|que|und|todas|tout|alle|gli)\b/;
