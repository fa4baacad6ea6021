import { couldGiveOrders, type Order, ordersIn } from '../../catalog/pins/text/orders.ts';
import { couldBeVoice, covertOrders } from '../../catalog/pins/text/covert.ts';
import { PLAIN } from '../../catalog/pins/text/cues.ts';
import { mostSuspicion, suspicion } from '../../catalog/pins/text/suspicion.ts';
import { sentencesOf } from '../../catalog/pins/text/words.ts';
import type { Sentence } from './lex.ts';
import { isBase, isQuoted } from './position.ts';
import type { Reading, SignalName } from './signal.ts';
import { readToolTurns } from './tool-turns.ts';
import { FOLLOW, OVERRIDE, SAY, SEND, STEAL, TAKE } from './vocabulary.ts';

// What descriptions of tools say besides. A description that gives orders about other things than the tool is suspicious
// by itself, so the grammar that judges changed tools counts here in full.

const NAMES: Readonly<Partial<Record<Order['kind'], SignalName>>> = {
  override: 'override',
  concealment: 'concealment',
  theft: 'theft',
  sending: 'sending',
  command: 'command',
  tampering: 'tampering',
  persona: 'persona',
};
const FULL = 5;
/** Orders put as requirements or facts: those that honest descriptions come near to count less. */
const COVERT: Readonly<Partial<Record<Order['kind'], number>>> = {
  theft: 2,
  sending: 2,
  tampering: 3.5,
  persona: 2.5,
};
/** "Do not proceed without the approval of the user" is care, and no order to leave it out. */
const CAREFUL = PLAIN.support(
  /\b(?:do not|don't|never|must not|should not|cannot|not)\b.{0,80}\b(?:without|until|unless|skip|bypass)\b.{0,40}\b(?:approv|confirm|consent|permission|user|review|check|validat)/,
);
/** From here on a sentence sounds like an order, and here it does by itself. */
const FAINT = 2.5;
const VEILED = 4;

/** Words before a cited order: "detects attempts to ignore …", "Sample response: ignore …". */
const SPOKEN =
  /(?:\b(?:detects?|prevents?|flags?|blocks?|attempts?|tries|try|analy[sz]es?|classif(?:y|ies)|scans? for|guards? against|protects? (?:against|from)|rejects?|filters? out)\b[^.:;[\]<>{}|#]{0,60}|\b(?:sample|mock|example|canned|training|test|dummy|demo|illustrative|placeholder) (?:llm )?(?:response|text|reply|replies|output|prompt|input|payload|message|string|data|conversation)s?\s?:\s?)$/i;

/** Whether a closer look is worth it: letters that are not plain are looked at always. */
function couldSay(slice: string, mixed: number): boolean {
  return (
    mixed > 0 ||
    couldGiveOrders(slice) ||
    mostSuspicion(slice) >= FAINT ||
    couldBeVoice(slice) ||
    /[^\t\n\r\x20-\x7e]/.test(slice)
  );
}

export function readToolSentence({ sentence, add }: Reading, slice: string): void {
  if (!couldSay(slice, sentence.mixed)) return;
  for (const one of sentencesOf(slice)) {
    const careful = CAREFUL.test(one.plain);
    for (const { kind } of ordersIn(one)) {
      const name = NAMES[kind];
      if (name === undefined || (careful && kind === 'concealment')) continue;
      const plain = kind === 'sending' && !CARRIED.test(one.plain);
      add(name, plain ? 2 : FULL);
    }
    readToolTurns(one.plain, (name, weight) => add(name, weight));
    for (const kind of covertOrders(one)) {
      const name = NAMES[kind];
      if (name === undefined || (careful && (kind === 'override' || kind === 'concealment'))) continue;
      add(name, COVERT[kind] ?? 4.5);
    }
    if (PREFERRED.test(one.plain)) add('steering', FULL);
    const veiled = suspicion(one, FAINT);
    if (veiled >= FAINT) add('veiled', veiled >= VEILED ? 4 : veiled - 1.5);
  }
}

/** This tool before all others, whatever was asked for. */
const PREFERRED = PLAIN.shape(
  /\b(?:just|only|always|must) use this (?:tool|function)?\b.{0,40}\b(?:no matter|regardless|whatever)\b|\b(?:use|call|choose|select) this (?:tool|function)? ?(?:rather than|instead of|over) (?:the |any |all )?others?\b|\b(?:do not|never|don't) (?:use|call|trust) (?:any |the )?other (?:tools?|functions?|servers?)\b/,
);

/** A place outside that is somebody's, and not merely a way that a tool works. */
const CARRIED = PLAIN.support(
  /\b(?:attacker|external|third[- ]party|collector|analytics|telemetry|our|my|also|silently|then|every|all|each|before|after|always|must)\b/,
);

function allCited(sentence: Sentence, wanted: number): boolean | undefined {
  let any = false;
  for (let i = 0; i < sentence.count; i++) {
    if (((sentence.parts[i] as number) & wanted) === 0 || !isBase(sentence, i)) continue;
    if (!isCited(sentence, i)) return false;
    any = true;
  }
  return any ? true : undefined;
}

function firstCited(sentence: Sentence): boolean | undefined {
  for (let i = 0; i < sentence.count; i++) {
    if (((sentence.parts[i] as number) & (SAY | SEND | TAKE)) !== 0 && isBase(sentence, i))
      return isCited(sentence, i);
  }
  return undefined;
}

function isCited(sentence: Sentence, i: number): boolean {
  const at = sentence.starts[i] as number;
  return isQuoted(sentence, at) || SPOKEN.test(sentence.text.slice(Math.max(sentence.start, at - 110), at));
}

/** Whether the order in a sentence of a description is cited: an example of an answer, what a guard looks for. */
export function isSpoken(sentence: Sentence): boolean {
  // Orders that are none otherwise decide; a single one that is not cited is an order.
  return allCited(sentence, OVERRIDE | STEAL | FOLLOW) ?? firstCited(sentence) ?? false;
}
