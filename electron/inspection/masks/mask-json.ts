import { joinedStretches } from './across-leaves.ts';
import { knownAsItStands, knownIn } from './find-known.ts';
import { isAnyJson, jsonStrings } from './json-strings.ts';
import { inPieces, type Leaf, leavesOf, placeOf, writtenIn } from './json-leaves.ts';
import { type Replacement, replaceIn } from './replace.ts';
import { type Hidden, type MaskSession, TOKEN } from './session.ts';
import { atOnce, type Steps } from '../steps.ts';
import { textInMedia } from './media.ts';
import { united } from './united.ts';
import { inPlaceOf } from './ways.ts';

/** A stretch of a text that is to be hidden, and how. */
export interface ToHide {
  readonly start: number;
  readonly end: number;
  readonly hidden: Hidden;
  /** What it says, where that is not what stands there. */
  readonly value?: string;
}

/** What is hidden in a message. */
export interface MaskPlan {
  /** What is to be hidden in a text, in any order; stretches that overlap are hidden as one. */
  find(text: string): readonly ToHide[];
  /** The same, so that it can be laid down for a while. */
  steps?(text: string): Steps<readonly ToHide[]>;
  readonly session: MaskSession;
  /** Where the message comes from. */
  readonly origin: string;
  /** A value that may be seen where the message goes, as it is. */
  stays?(hidden: Hidden, value: string): boolean;
  /** A whole string or key that is a word of the protocol, or a key of the tool: it says nothing and has to stay. */
  isWord?(text: string, isKey: boolean): boolean;
  /** The bytes were read as JSON before: that is not looked at once more. */
  readonly isJson?: boolean;
  /** The message is an answer: pictures and other binary data in it stay as they are. */
  readonly media?: boolean;
}

/** What came of hiding. */
export interface Masked {
  /** The very bytes that were given when nothing was hidden. */
  readonly bytes: Buffer;
  /** How many of each type were hidden. */
  readonly counts: ReadonlyMap<string, number>;
  /** Types of what stands in numbers: it cannot be replaced and stay a number, so whoever sends the message decides. */
  readonly inNumbers: readonly string[];
  /** False: the bytes are no JSON in UTF-8. What was not looked at is held. */
  readonly complete: boolean;
}

const NUMBER = /-?\d[\d.eE+-]*/g;
const EVERY = 16 * 1024;

/**
 * Hides values in the strings and keys of a message of JSON: what a plan finds, and everything that was hidden before in
 * this session, as it stands, percent-encoded, in base64 and behind escapes, also where it lies across the borders of
 * strings. JSON inside strings is read as JSON, so that escapes stay right; a number in it becomes a string. Everything
 * else stays to the byte, and so does a message in which nothing is found. The bytes must be JSON.
 *
 * Attack 21: one server's data is carried to another.
 */
export function maskJson(bytes: Buffer, plan: MaskPlan): Masked {
  return atOnce(maskSteps(bytes, plan));
}

/** The same, so that it can be laid down for a while. */
export function* maskSteps(bytes: Buffer, plan: MaskPlan): Steps<Masked> {
  const text = bytes.toString('utf8');
  const isOther = text.includes('\ufffd') && !Buffer.from(text, 'utf8').equals(bytes);
  if (isOther || !(plan.isJson === true || isAnyJson(bytes, text)))
    return { bytes, counts: new Map(), inNumbers: [], complete: false };
  yield bytes.length;
  const looked: Looked[] = [];
  for (const leaf of yield* leavesOf(text)) {
    if (leaf.kind !== 'number' && plan.isWord?.(leaf.text, leaf.kind === 'key') === true) continue;
    const one = plan.media === true ? textInMedia(leaf) : { leaf };
    if (one !== undefined) looked.push({ ...one, wanted: [] });
  }
  yield* findIn(looked, plan);
  const counts = new Map<string, number>();
  const replacements: Replacement[] = [];
  for (const one of looked) {
    if (one.wanted.length === 0) continue;
    for (const each of replacementsFor(one, plan, counts)) replacements.push(each);
    yield one.leaf.text.length;
  }
  yield text.length;
  const inNumbers = yield* numbersOf(text, plan);
  if (replacements.length === 0) return { bytes, counts, inNumbers, complete: true };
  return { bytes: Buffer.from(replaceIn(text, replacements), 'utf8'), counts, inNumbers, complete: true };
}

/** A leaf that is looked at; `whole`: it is written anew as a whole. */
export interface Looked {
  readonly leaf: Leaf;
  readonly whole?: { readonly text: string; written(masked: string): string };
  readonly wanted: ToHide[];
}

const textOf = ({ leaf, whole }: Looked): string => whole?.text ?? leaf.text;

function* findIn(looked: readonly Looked[], plan: MaskPlan): Steps<void> {
  const { known } = plan.session;
  let read = 0;
  for (const one of looked) {
    const text = textOf(one);
    const found = plan.steps === undefined ? plan.find(text) : yield* plan.steps(text);
    for (const each of worthHiding(text, found, plan)) {
      one.wanted.push(each);
      const stands = text.slice(each.start, each.end);
      known.add(stands, each.hidden);
      if (each.value !== undefined && each.value !== stands) known.add(each.value, each.hidden);
    }
    if ((read += text.length + 64) < EVERY) continue;
    yield read;
    read = 0;
  }
  if (known.empty) return;
  const stays = (hidden: Hidden, value: string): boolean => plan.stays?.(hidden, value) === true;
  for (const one of looked) {
    const text = textOf(one);
    for (const each of yield* knownIn(text, known))
      if (!stays(each.hidden, each.value)) one.wanted.push(each);
  }
  yield* joinedStretches(looked, known, stays);
}

function worthHiding(text: string, found: readonly ToHide[], plan: MaskPlan): ToHide[] {
  const some = found.filter(
    ({ start, end, hidden, value }) =>
      end > start && plan.stays?.(hidden, value ?? text.slice(start, end)) !== true,
  );
  if (some.length === 0 || !text.includes('[[dw:')) return some;
  // A token is not hidden once more.
  const tokens = Array.from(text.matchAll(TOKEN)).filter((one) => plan.session.kept(one[0]) !== undefined);
  let first = 0;
  return some
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      const endOf = (one: RegExpExecArray): number => one.index + one[0].length;
      while (first < tokens.length && endOf(tokens[first] as RegExpExecArray) <= start) first++;
      const next = tokens[first];
      return next === undefined || start < next.index || end > endOf(next);
    });
}

function replacementsFor(one: Looked, plan: MaskPlan, counts: Map<string, number>): Replacement[] {
  const { leaf, whole } = one;
  const text = textOf(one);
  const inside: Replacement[] = united(text, one.wanted).map(({ start, end, hidden }) => {
    counts.set(hidden.type, (counts.get(hidden.type) ?? 0) + 1);
    const value = text.slice(start, end);
    return { start, end, by: inPlaceOf(value, hidden, plan.session, plan.origin, leaf.kind === 'key') };
  });
  if (whole !== undefined) {
    const by = writtenIn(leaf, whole.written(replaceIn(text, inside)));
    return [{ ...placeOf(leaf, 0, leaf.text.length), by }];
  }
  // A number is no string any more: all of it is replaced.
  if (leaf.kind === 'number')
    return [{ ...placeOf(leaf, 0, text.length), by: writtenIn(leaf, replaceIn(text, inside)) }];
  return inside.map(({ start, end, by }) => ({ ...placeOf(leaf, start, end), by: writtenIn(leaf, by) }));
}

/** Numbers of the message itself that a plan would hide. */
function* numbersOf(text: string, plan: MaskPlan): Steps<string[]> {
  const types = new Set<string>();
  const long: string[] = [];
  const note = (spelling: string, found: readonly ToHide[]): void => {
    for (const { hidden, value, start, end } of [...found, ...knownAsItStands(spelling, plan.session.known)])
      if (plan.stays?.(hidden, value ?? spelling.slice(start, end)) !== true) types.add(hidden.type);
  };
  const outside = (from: number, to: number): void => {
    for (const [number] of text.slice(from, to).matchAll(NUMBER))
      for (const spelling of new Set([number, plainNumber(number)]))
        if (spelling.length > EVERY) long.push(spelling);
        else note(spelling, plan.find(spelling));
  };
  let at = 0;
  let read = 0;
  for (const { start, end } of jsonStrings(text)) {
    if (start - at > EVERY) yield* inPieces(text, at, start - 1, outside);
    else if (start - at > 1) outside(at, start - 1);
    if ((read += end - at) > EVERY) {
      yield read;
      read = 0;
    }
    at = end + 1;
  }
  yield* inPieces(text, at, text.length, outside);
  for (const one of long) note(one, plan.steps === undefined ? plan.find(one) : yield* plan.steps(one));
  return [...types];
}

/** `4.2e3` is 4200. */
function plainNumber(number: string): string {
  if (!/[.eE]/.test(number)) return number;
  const value = Number(number);
  return Number.isSafeInteger(value) ? String(value) : number;
}
