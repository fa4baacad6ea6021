import { escapeJson, isJson, jsonStrings } from './json-strings.ts';
import type { Steps } from '../steps.ts';
import { type Read, readEscapes } from './read-escapes.ts';

/** A text of JSON: the message, or one in a string of it. */
interface Level {
  readonly outer: Level | undefined;
  /** Where its characters stand in the outer text. */
  readonly start: number;
  readonly places: Uint32Array | undefined;
}

/** A piece of text somewhere in a message: a string, a key, or a number in JSON in a string. */
export interface Leaf {
  readonly text: string;
  readonly kind: 'string' | 'key' | 'number';
  /** The key under which it stands. */
  readonly under: string;
  /** How many texts of JSON it is in; 1: the message itself. */
  readonly depth: number;
  readonly level: Level;
  readonly start: number;
  readonly places: Uint32Array | undefined;
}

/** JSON in a string in JSON, so deep. */
const DEPTH = 8;
const NUMBER = /-?\d[\d.eE+-]*/g;
const EVERY = 4096;
/** A longer text is worth a pause. */
const LONG = 256 * 1024;
/** So much between strings is read at once. */
const PIECE = 16 * 1024;

/**
 * All texts in a text of JSON, in order, those of JSON in its strings among them. Of strings that `skips` says so of,
 * as they stand in the text, nothing is told.
 */
export function* leavesOf(text: string, skips?: (raw: string) => boolean): Steps<Leaf[]> {
  const leaves: Leaf[] = [];
  yield* into(text, { outer: undefined, start: 0, places: undefined }, 1, leaves, skips);
  return leaves;
}

function* into(
  json: string,
  level: Level,
  depth: number,
  leaves: Leaf[],
  skips?: (raw: string) => boolean,
): Steps<void> {
  let at = 0;
  let read = 0;
  for (const { start, end, isKey, escaped, under } of jsonStrings(json)) {
    if (depth > 1) {
      const about = { under, depth, level };
      if (start - at <= PIECE) numbersIn(json, at, start - 1, about, leaves);
      else yield* inPieces(json, at, start - 1, (from, to) => numbersIn(json, from, to, about, leaves));
    }
    at = end + 1;
    if (read > EVERY) {
      yield read;
      read = 0;
    }
    if (start === end) continue;
    read += end - start + 32;
    const raw = json.slice(start, end);
    if (skips?.(raw) === true) continue;
    const inner: Read = escaped ? yield* readEscapes(raw) : { text: raw, places: undefined };
    // What is looked at next is looked at in one go.
    if (escaped && inner.text.length > LONG) yield inner.text.length;
    if (depth < DEPTH && !isKey && mayBeJson(inner.text) && isJson(inner.text)) {
      yield* into(inner.text, { outer: level, start, places: inner.places }, depth + 1, leaves, skips);
      continue;
    }
    leaves.push({ ...inner, kind: isKey ? 'key' : 'string', under, depth, level, start });
  }
  if (depth > 1) {
    const about = { under: '', depth, level };
    yield* inPieces(json, at, json.length, (from, to) => numbersIn(json, from, to, about, leaves));
  }
  yield read;
}

const mayBeJson = (text: string): boolean => {
  const c = text.charCodeAt(0);
  return c === 0x7b || c === 0x5b || c === 0x22 || c <= 0x20;
};

/** A stretch between strings in pieces, each up to a comma, where no number goes on. */
export function* inPieces(
  text: string,
  from: number,
  to: number,
  read: (from: number, to: number) => void,
): Steps<void> {
  for (let at = from; at < to;) {
    const comma = to - at > PIECE ? text.indexOf(',', at + PIECE) : -1;
    const end = comma === -1 ? to : Math.min(comma, to);
    read(at, end);
    if (end < to) yield end - at;
    at = end;
  }
}

function numbersIn(
  json: string,
  from: number,
  to: number,
  about: Pick<Leaf, 'under' | 'depth' | 'level'>,
  leaves: Leaf[],
): void {
  if (to - from < 2) return;
  for (const { 0: text, index } of json.slice(from, to).matchAll(NUMBER))
    leaves.push({ ...about, text, kind: 'number', start: from + index, places: undefined });
}

/** Where a stretch of a leaf stands in the text of the whole message. */
export function placeOf(leaf: Leaf, start: number, end: number): { start: number; end: number } {
  const up = (at: number): number => {
    let place = leaf.start + (leaf.places === undefined ? at : (leaf.places[at] as number));
    for (let level: Level | undefined = leaf.level; level?.outer !== undefined; level = level.outer)
      place = level.start + (level.places === undefined ? place : (level.places[place] as number));
    return place;
  };
  return { start: up(start), end: up(end) };
}

/** A text as it has to be written in the place of a stretch of a leaf; in the place of a number, as a string. */
export function writtenIn(leaf: Leaf, text: string): string {
  let written = escapeJson(text);
  if (leaf.kind === 'number') written = `"${written}"`;
  for (let depth = leaf.depth; depth > 1; depth--) written = escapeJson(written);
  return written;
}
