import { unescapeJson } from '../../log/unescape.ts';
import { escapeJson, isJson, jsonStrings } from './json-strings.ts';
import { type Replacement, replaceIn } from './replace.ts';
import { type Hidden, type MaskSession, TOKEN } from './session.ts';
import { inPlaceOf } from './ways.ts';

/** A stretch of a text that is to be hidden, and how. */
export interface ToHide {
  readonly start: number;
  readonly end: number;
  readonly hidden: Hidden;
}

/** What is hidden in a message. */
export interface MaskPlan {
  /** What is to be hidden in a text, in any order; stretches that overlap are hidden as one. */
  find(text: string): readonly ToHide[];
  readonly session: MaskSession;
  /** Where the message comes from. */
  readonly origin: string;
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

/** JSON in a string in JSON, so deep. */
const DEPTH = 4;
const LONG_NUMBER = /-?\d[\d.eE+-]{7,}/g;

/** A piece of text somewhere in the message: how its places are places of the whole message's text. */
interface Leaf {
  readonly text: string;
  readonly isKey: boolean;
  readonly under: string;
  /** The stretch of the message's text, and its text in the escapes of all levels. */
  place(start: number, end: number): { start: number; end: number };
  escaped(text: string): string;
}

/**
 * Hides values in the strings and keys of a message of JSON: what a plan finds, and everything that was hidden before in
 * this session, as it stands, percent-encoded, in base64 and behind escapes, also where it lies across the borders of
 * strings. JSON inside strings is read as JSON, so that escapes stay right. Everything else stays to the byte, and so
 * does a message in which nothing is found. The bytes must be JSON.
 *
 * Attack 21: one server's data is carried to another.
 */
export function maskJson(bytes: Buffer, plan: MaskPlan): Masked {
  const text = bytes.toString('utf8');
  const whole = text.includes('\ufffd') && !Buffer.from(text, 'utf8').equals(bytes);
  if (whole || !isAnyJson(text)) return { bytes, counts: new Map(), inNumbers: [], complete: false };
  const leaves = leavesOf(text);
  const wanted = leaves.map((leaf) => look(leaf, plan));
  for (const [n, leaf] of leaves.entries())
    for (const { start, end, hidden } of wanted[n] as ToHide[])
      plan.session.know(leaf.text.slice(start, end), hidden);
  for (const [n, leaf] of leaves.entries()) (wanted[n] as ToHide[]).push(...knownIn(leaf.text, plan.session));
  acrossLeaves(leaves, wanted, plan.session);
  const counts = new Map<string, number>();
  const replacements: Replacement[] = [];
  for (const [n, leaf] of leaves.entries())
    for (const { start, end, hidden } of united(leaf.text, wanted[n] as ToHide[])) {
      const by = inPlaceOf(leaf.text.slice(start, end), hidden, plan.session, plan.origin, leaf.isKey);
      replacements.push({ ...leaf.place(start, end), by: leaf.escaped(by) });
      counts.set(hidden.type, (counts.get(hidden.type) ?? 0) + 1);
    }
  const inNumbers = numbersOf(text, plan);
  if (replacements.length === 0) return { bytes, counts, inNumbers, complete: true };
  return { bytes: Buffer.from(replaceIn(text, replacements), 'utf8'), counts, inNumbers, complete: true };
}

function isAnyJson(text: string): boolean {
  if (isJson(text)) return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** All texts in a text of JSON, in order, those of JSON in its strings among them. */
function leavesOf(text: string): Leaf[] {
  const leaves: Leaf[] = [];
  const into = (json: string, depth: number, place: Leaf['place'], escaped: Leaf['escaped']): void => {
    for (const { start, end, isKey, under } of jsonStrings(json)) {
      if (start === end) continue;
      const { text: inner, places } = unescapeJson(json.slice(start, end));
      const placeInside: Leaf['place'] = (from, to) =>
        place(start + (places[from] as number), start + (places[to] as number));
      const escapedInside: Leaf['escaped'] = (by) => escaped(escapeJson(by));
      if (depth < DEPTH && !isKey && isJson(inner)) into(inner, depth + 1, placeInside, escapedInside);
      else leaves.push({ text: inner, isKey, under, place: placeInside, escaped: escapedInside });
    }
  };
  into(
    text,
    1,
    (start, end) => ({ start, end }),
    (by) => by,
  );
  return leaves;
}

function look(leaf: Leaf, plan: MaskPlan): ToHide[] {
  const found = plan.find(leaf.text).filter(({ start, end }) => end > start);
  if (found.length === 0 || !leaf.text.includes('[[dw:')) return [...found];
  // A token is not hidden once more.
  const tokens = Array.from(leaf.text.matchAll(TOKEN)).filter(
    (one) => plan.session.kept(one[0]) !== undefined,
  );
  return found.filter(
    ({ start, end }) => !tokens.some((one) => start >= one.index && end <= one.index + one[0].length),
  );
}

const WHOLE = { before: false, after: false };

/** Known values in a text, and in what it says once its escapes are read. */
function knownIn(text: string, session: MaskSession): ToHide[] {
  const found: ToHide[] = [];
  const of = (read: string, at: (place: number) => number): void => {
    for (const { start, end } of session.known.find(read, WHOLE)) {
      const hidden = session.hiddenBy(read.slice(start, end));
      if (hidden !== undefined) found.push({ start: at(start), end: at(end), hidden });
    }
  };
  of(text, (place) => place);
  if (text.includes('\\')) {
    const { text: read, places } = unescapeJson(text);
    of(read, (place) => places[place] as number);
  }
  return found;
}

/**
 * A value that is cut in two stands in neither string: the strings are read one after the other, all of them, and those
 * under the same key. Each piece is hidden for itself, so that each is put back for itself.
 */
function acrossLeaves(leaves: readonly Leaf[], wanted: readonly ToHide[][], session: MaskSession): void {
  const values = leaves.map((leaf, n) => ({ leaf, n })).filter(({ leaf }) => !leaf.isKey);
  const groups = new Map<string, { leaf: Leaf; n: number }[]>([['', values]]);
  for (const one of values) {
    const key = `/${one.leaf.under}`;
    const same = groups.get(key);
    if (same === undefined) groups.set(key, [one]);
    else same.push(one);
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const joined = group.map(({ leaf }) => leaf.text).join('');
    const found = session.known.find(joined, WHOLE);
    let at = 0;
    let first = 0;
    for (const { leaf, n } of group) {
      const stop = at + leaf.text.length;
      while (first < found.length && (found[first] as { end: number }).end <= at) first++;
      for (let k = first; k < found.length && (found[k] as { start: number }).start < stop; k++) {
        const { start, end } = found[k] as { start: number; end: number };
        const hidden = session.hiddenBy(joined.slice(start, end));
        if (hidden === undefined || (start >= at && end <= stop) || end <= at) continue;
        wanted[n]?.push({ start: Math.max(start, at) - at, end: Math.min(end, stop) - at, hidden });
      }
      at = stop;
    }
  }
}

/** In order, and what overlaps as one; no half of a character outside of the basic plane is left. */
function united(text: string, wanted: readonly ToHide[]): ToHide[] {
  const all: ToHide[] = [];
  for (const one of wanted.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1);
    if (last !== undefined && one.start < last.end) {
      if (one.end > last.end) all[all.length - 1] = { ...last, end: one.end };
    } else all.push(one);
  }
  return all.map((one) => ({ ...one, start: wholeFrom(text, one.start), end: wholeTo(text, one.end) }));
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
const splits = (text: string, at: number): boolean =>
  isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
const wholeFrom = (text: string, at: number): number => (splits(text, at) ? at - 1 : at);
const wholeTo = (text: string, at: number): number => (splits(text, at) ? at + 1 : at);

/** Numbers outside of strings that a plan would hide. */
function numbersOf(text: string, plan: MaskPlan): string[] {
  const types = new Set<string>();
  let at = 0;
  const outside = (from: number, to: number): void => {
    for (const [number] of text.slice(from, to).matchAll(LONG_NUMBER)) {
      for (const { hidden } of [...plan.find(number), ...knownIn(number, plan.session)])
        types.add(hidden.type);
    }
  };
  for (const { start, end } of jsonStrings(text)) {
    if (start - 1 - at >= 8) outside(at, start - 1);
    at = end + 1;
  }
  outside(at, text.length);
  return [...types];
}
