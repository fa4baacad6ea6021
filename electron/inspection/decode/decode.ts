import { SPELLS, traitsOf } from '../hidden/traits.ts';
import { atOnce, type Steps } from '../steps.ts';
import { readBase64AndHex, readRuns } from './base64.ts';
import { escapesOf, mayHaveEscapes } from './escapes.ts';
import { readInvisible } from './invisible.ts';
import type { Decoded, DecodedPart } from './part.ts';
import { work } from './work.ts';

/** How often a text is decoded within what was decoded. */
const DEPTH = 2;
/** How much is decoded at most: this many characters for each of the text, and some for short ones. */
const FOLD = 8;
const ALWAYS = 64 * 1024;

export interface Decoding {
  readonly parts: readonly DecodedPart[];
  /** False: more was encoded than may be decoded, or deeper. What was not looked at is held. */
  readonly complete: boolean;
}

/** So much is read before others may have their turn. */
const SLICE = 64 * 1024;
/** What it costs to keep one that was read, in characters. */
const EACH = 32;
const NOTHING: Decoding = { parts: [], complete: true };

/**
 * Everything in a text that is written in base64, hex, URL or JSON escapes, HTML entities or invisible alphabets, and
 * once more what is written so inside that: encoding is the cheapest way past a reader of plain text. Parts that do not
 * read as text are left out. Linear: no part of a text is decoded twice in one encoding, and all that is decoded
 * together is bounded by the text's length.
 */
export function decode(text: string, traits = traitsOf(text)): Decoding {
  const runs = readBase64AndHex(text);
  if (runs.length === 0 && (traits & SPELLS) === 0 && !mayHaveEscapes(text)) return NOTHING;
  return atOnce(decodeSteps(text, traits, runs));
}

/** The same, so that it can be laid down for a while. `runs`: what was read already, see `readBase64AndHex`. */
export function* decodeSteps(
  text: string,
  traits = traitsOf(text),
  runs?: readonly Decoded[],
): Steps<Decoding> {
  const parts: DecodedPart[] = [];
  let left = FOLD * text.length + ALWAYS;
  let read = 0;
  let layer: readonly DecodedPart[] = [whole(text)];
  for (let depth = 0; depth < DEPTH; depth++) {
    const next: DecodedPart[] = [];
    for (const outer of layer) {
      const seen = depth === 0 ? traits : traitsOf(outer.text);
      const known = depth === 0 ? runs : undefined;
      const once =
        outer.text.length > SLICE
          ? yield* readLong(outer.text, seen, known)
          : readShort(outer.text, seen, known);
      for (const one of once) {
        if (one.text === '' || isRepeated(outer, one)) continue;
        left -= one.text.length;
        work.steps += one.text.length;
        if (left < 0) return { parts, complete: false };
        next.push(inside(outer, one));
        if ((read += EACH) < SLICE) continue;
        yield read;
        read = 0;
      }
      read += Math.min(outer.text.length, SLICE);
      if (read < SLICE) continue;
      yield read;
      read = 0;
    }
    for (const one of next) parts.push(one);
    layer = next;
  }
  for (const one of layer) {
    if (goesDeeper(one)) return { parts, complete: false };
    if ((read += EACH + one.text.length) < SLICE) continue;
    yield read;
    read = 0;
  }
  return { parts, complete: true };
}

/** Shorter runs within what was decoded twice are chance. */
const DEEPER = 24;

/** Whether more is written in base64 or hex inside that: nobody nests so deep but to be passed over. */
function goesDeeper({ text, within }: DecodedPart): boolean {
  if (within.some((one) => one !== 'base64' && one !== 'hex')) return false;
  return readBase64AndHex(text).some((inner) => inner.text.length >= DEEPER);
}

/** The parts alone, for those who only look at what was decoded. */
export function decodedParts(text: string): readonly DecodedPart[] {
  return decode(text).parts;
}

/** What one text says otherwise than it shows; what is hidden in that is for the next look. */
function readShort(
  text: string,
  traits: number,
  runs: readonly Decoded[] = readBase64AndHex(text),
): readonly Decoded[] {
  if ((traits & SPELLS) === 0 && !mayHaveEscapes(text)) return runs;
  const found = [...runs];
  for (const escapes of escapesOf(text, found)) escapes.readOn(Number.POSITIVE_INFINITY);
  return (traits & SPELLS) === 0 ? found : [...found, ...readInvisible(text)];
}

function* readLong(text: string, traits: number, runs?: readonly Decoded[]): Steps<readonly Decoded[]> {
  const found: Decoded[] = [...(runs ?? [])];
  if (runs === undefined)
    for (let at = 0; at < text.length;) {
      const to = readRuns(text, at, at + SLICE, found);
      yield to - at;
      at = to;
    }
  for (const escapes of escapesOf(text, found))
    for (let from = escapes.at; escapes.readOn(from + SLICE); from = escapes.at) yield escapes.at - from;
  return (traits & SPELLS) === 0 ? found : [...found, ...readInvisible(text)];
}

/** Escapes of another kind, read again inside a stretch that was only read around escapes, say nothing new. */
function isRepeated(outer: DecodedPart, one: Decoded): boolean {
  if (outer.within.length === 0) return false;
  const within = outer.within[0];
  if (within !== 'url' && within !== 'escaped' && within !== 'html') return false;
  const place = outer.at(one.start, one.end);
  // Seen already on the first layer, unless the escapes were inside it.
  return one.encoding !== within && place.end - place.start === one.end - one.start;
}

function whole(text: string): DecodedPart {
  return { text, start: 0, end: text.length, within: [], plain: true, at: (start, end) => ({ start, end }) };
}

function inside(outer: DecodedPart, one: Decoded): DecodedPart {
  const place = outer.at(one.start, one.end);
  return {
    text: one.text,
    start: place.start,
    end: place.end,
    within: [...outer.within, one.encoding],
    plain: outer.plain && one.plain === true,
    at: (from, to) => {
      const inner = one.at(from, to);
      return outer.at(inner.start, inner.end);
    },
  };
}
