import { work } from '../../decode/work.ts';
import type { Place } from '../../decode/part.ts';
import { type Sentence, eachSentence } from '../lex.ts';
import type { Signal, SignalName } from '../signal.ts';
import { ACT, CALL, FOLLOW, MODEL, MUST, NOT, OVERRIDE, RULE, SAY, SEND, TAKE, TELL } from '../vocabulary.ts';
import { NAMED, NAMED_MAYBE, namesReader, speaksOfAttacks } from './concepts.ts';
import { namesReaderDensely } from './dense.ts';
import { BUILD } from './build.ts';
import { ACTS, type Facts, factsOf } from './facts.ts';
import type { Window } from './features.ts';

/** Where the first reading found something to judge: a sentence that names who reads, or one with signals. */
export interface Spot extends Place {
  readonly signals: readonly Signal[];
}

/** So much is looked at around a spot, in characters. */
const BEFORE = 200;
const AFTER = 420;
/** A window is of so many sentences at most. */
const WIDEST = 3;
/** So many characters around spots are judged; more is left and said. */
const MOST = 4 * 1024 * 1024;
/** A stretch that is longer is judged in pieces: what is known of a piece is kept until it is done. */
const LONGEST = 16 * 1024;
/** So many words of the trade of attacks in the text make it one about attacks, and so many spots one about models. */
const ABOUT_AROUND = 3;
const MODELS_AROUND = 4;

/** Verbs of what a model can be made to do, and what demands it: the first reading knows them already. */
const ASKS = ACT | CALL | FOLLOW | MUST | NOT | OVERRIDE | RULE | SAY | SEND | TAKE | TELL;

/** Whether a sentence is worth a look: one look at each of its words. */
export function isSpot(sentence: Sentence): boolean {
  if (sentence.marked || (sentence.all & MODEL) !== 0) return true;
  const named = namesReader(sentence);
  if (named === NAMED || (named === NAMED_MAYBE && (sentence.all & ASKS) !== 0)) return true;
  return sentence.dense && namesReaderDensely(sentence);
}

/** What is known of the whole text. */
export interface Whole {
  readonly about: number;
}

type Judge = (window: Window, place: Place) => void;

/**
 * Every stretch of one to three sentences around the spots, for the judge. Each character is read a bounded number of
 * times however many spots there are. `complete: false` when there are more than the budget.
 */
export function eachWindow(text: string, spots: readonly Spot[], { about }: Whole, judge: Judge): boolean {
  let left = MOST;
  const around =
    (spots.length <= 2 && text.length > 160 ? BUILD.lonely : 0) |
    (spots.length > MODELS_AROUND ? BUILD.modelsAround : 0) |
    (about >= ABOUT_AROUND ? BUILD.aboutAround : 0) |
    (about > 0 ? BUILD.aboutSome : 0);
  for (let i = 0; i < spots.length;) {
    const from = begin(text, Math.max(0, (spots[i] as Spot).start - BEFORE));
    let to = Math.min(text.length, (spots[i] as Spot).end + AFTER);
    const first = i++;
    for (; i < spots.length && (spots[i] as Spot).start - BEFORE <= to && to - from < LONGEST; i++)
      to = Math.max(to, Math.min(text.length, (spots[i] as Spot).end + AFTER));
    left -= to - from;
    if (left < 0) return false;
    judgeStretch(text.slice(from, to), from, spots.slice(first, i), around, judge);
  }
  return true;
}

/** A stretch begins with a line or a sentence, if one begins near. */
function begin(text: string, at: number): number {
  if (at === 0) return 0;
  for (let i = at; i < at + BEFORE / 2 && i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 46 && text.charCodeAt(i + 1) === 32)) return i + 1;
  }
  return at;
}

/** A sentence that was read closely; `signals` when it is a spot. */
interface Read {
  readonly facts: Facts;
  readonly signals: readonly Signal[] | undefined;
}

function judgeStretch(
  stretch: string,
  from: number,
  spots: readonly Spot[],
  around: number,
  judge: Judge,
): void {
  work.steps += stretch.length;
  const read: Read[] = [];
  let next = 0;
  let quiet = 0;
  let about = 0;
  eachSentence(stretch, (sentence) => {
    if (speaksOfAttacks(sentence)) about++;
    const begins =
      from + (sentence.count > 0 && !sentence.dense ? (sentence.starts[0] as number) : sentence.start);
    while (next < spots.length && (spots[next] as Spot).end <= begins) next++;
    const isSpotted = next < spots.length && (spots[next] as Spot).start < from + sentence.end;
    quiet = isSpotted ? 0 : quiet + 1;
    // Behind the last spot no window reaches further; what is left only says what the text is about.
    if (next === spots.length && quiet >= WIDEST) return true;
    const facts = factsOf(sentence);
    const [start, end] = [facts.start + from, facts.end + from];
    let signals: Signal[] | undefined;
    for (let k = next; isSpotted && k < spots.length && (spots[k] as Spot).start < end; k++)
      signals = [...(signals ?? []), ...(spots[k] as Spot).signals];
    read.push({ facts: { ...facts, start, end }, signals });
    return true;
  });
  const here = around | (about > 1 ? BUILD.aboutAround : 0) | (about > 0 ? BUILD.aboutSome : 0);
  for (let last = 0; last < read.length; last++) judgeUpTo(read, last, here, judge);
}

/** The windows that end with one sentence. */
function judgeUpTo(read: readonly Read[], last: number, around: number, judge: Judge): void {
  let isSpotted = false;
  let acts = false;
  const signals = new Map<SignalName, number>();
  for (let k = last; k >= 0 && k > last - WIDEST; k--) {
    const one = read[k] as Read;
    isSpotted ||= one.signals !== undefined;
    acts ||= doesAct(one.facts);
    for (const { name, weight } of one.signals ?? [])
      if (weight > (signals.get(name) ?? 0)) signals.set(name, weight);
    if (!isSpotted || (!acts && signals.size === 0)) continue;
    const facts = read.slice(k, last + 1).map((other) => other.facts);
    judge(
      { facts, around, signals: new Map(signals) },
      { start: one.facts.start, end: (read[last] as Read).facts.end },
    );
  }
}

/** Whether anything is asked at all. */
function doesAct({ low, build }: Facts): boolean {
  return (build & DEMANDS) !== 0 || (low & ACTS) !== 0;
}

const DEMANDS = BUILD.order | BUILD.turn | BUILD.command | BUILD.modelMust;
